#!/bin/sh
# A list in a list in a list, two blanks deeper each, as most people and all formatters write it and as notes have question, answer and
# remark: three readers of Markdown in Debian's Python make three trees of it. For Python-Markdown, with which MkDocs makes sites,
# the answer stands beside the question and the remark below the answer; for markdown2 answer and remark stand side by
# side below the question; mistune nests all three, as CommonMark does. With four blanks they agree. Nothing warns, and who pairs
# a point with what is below it gets another pair from each. One would guess that what is indented belongs to what is above it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq python3-markdown=3.4.1-2+deb12u1 python3-markdown2=2.4.1-1 python3-mistune=2.0.4-1 >/dev/null 2>&1
for package in ./*.deb; do dpkg -x "$package" .; done
cat >try.py <<'PYTHON'
import html.parser
import sys
import markdown
import markdown2
import mistune
class Tree(html.parser.HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.depth, self.points = 0, []
        self.feed(page)
    def handle_starttag(self, tag, attributes):
        self.depth += tag == "ul"
    def handle_endtag(self, tag):
        self.depth -= tag == "ul"
    def handle_data(self, text):
        if text.strip():
            self.points.append("%s %d" % (text.split()[0], self.depth))
readers = {
    "Python-Markdown " + markdown.__version__: markdown.markdown, "markdown2 " + markdown2.__version__: markdown2.markdown,
    "mistune " + mistune.__version__: mistune.html,
}
expected = {2: ["What 1, The 1, See 2", "What 1, The 2, See 2", "What 1, The 2, See 3"], 4: ["What 1, The 2, See 3"] * 3}
as_found = True
for blanks, trees in expected.items():
    text = "- What is recall?\n%s- The part found.\n%s- See precision.\n" % (" " * blanks, " " * 2 * blanks)
    print(text, end="")
    for (name, read), tree in zip(readers.items(), trees):
        seen = ", ".join(Tree(read(text)).points)
        print("    %-22s first words and depths: %s" % (name, seen))
        as_found = as_found and seen == tree
sys.exit(0 if as_found else 1)
PYTHON
PYTHONPATH=usr/lib/python3/dist-packages /usr/bin/python3 try.py
