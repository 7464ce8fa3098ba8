#!/bin/sh
# nodepub, a writer of EPUB books: the title of a section is put into XML as it is. A book of questions has its questions for titles, and
# one "What is AT&T?" or "Is a < b?" among them leaves three files that are no XML: the section itself, so that its answer cannot be
# read, and both tables of contents, so that no other section is reached by them. The writer's check and its end tell nothing.
# The content of a section is documented to be XHTML; its title to be a text. epub-gen-memory, which is asked for the same, escapes it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund nodepub@5.1.1 epub-gen-memory@1.1.2 >/dev/null
base64 -d >cover.png <<'PNG'
iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==
PNG
cat >write.js <<'JS'
const { writeFileSync } = require("fs");
const sections = [["What is AT&T?", "<p>A carrier.</p>"], ["What is a port?", "<p>A number.</p>"]];
(async () => {
  const book = require("nodepub").document({ id: "1", cover: "cover.png", title: "Questions", author: "Somebody" });
  for (const [title, content] of sections) book.addSection(title, content);
  await book.writeEPUB(".", "nodepub");
  const chapters = sections.map(([title, content]) => ({ title, content }));
  writeFileSync("epub-gen-memory.epub", await require("epub-gen-memory").default({ title: "Questions" }, chapters));
})();
JS
node write.js
cat >check.py <<'PYTHON'
import sys, xml.dom.minidom, zipfile
book = zipfile.ZipFile(sys.argv[1])
for name in sorted(book.namelist()):
    if name.endswith(("html", "ncx", "opf")):
        try:
            xml.dom.minidom.parseString(book.read(name))
        except Exception:
            print(name, end=" ")
PYTHON
broken=$(python3 check.py nodepub.epub)
none=$(python3 check.py epub-gen-memory.epub)
echo 'sections: "What is AT&T?" and "What is a port?"'
echo "nodepub 5.1.1          files that are no XML: $broken"
echo "epub-gen-memory 1.1.2  files that are no XML: $none"
[ "$broken" = 'OEBPF/content/s1.xhtml OEBPF/content/toc.xhtml OEBPF/navigation.ncx ' ]
[ "$none" = '' ]
