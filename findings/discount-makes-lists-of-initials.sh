#!/bin/sh
# Discount, the Markdown in C: a letter, a point and a blank at the beginning of a paragraph make a list, and its first letter is
# not kept, so "Q. What is it?" and "A. A thing." are the points a and b of one list, "E. coli" is the point "a. coli", and
# of J. R. R. Tolkien there are three lists in one another with "Tolkien" in the innermost, who has lost his initials. A colon
# behind the letter keeps them. One would guess that only numbers make lists, as Markdown has it, or that a list begins with
# the letter that was written, as it does in pandoc, which asks for two blanks behind such a letter because of names.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq discount=2.2.7-2 libmarkdown2=2.2.7-2 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'libmarkdown.so.2')")
export LD_LIBRARY_PATH
show() { printf '%b\n' "$1" | usr/bin/markdown | tr -d '\n'; }
echo "Discount 2.2.7"
for text in 'Q. What is it?\n\nA. A thing.' 'Q: What is it?\n\nA: A thing.' 'E. coli is a bacterium.' 'J. R. R. Tolkien wrote it.'; do
  printf '%-32s becomes  %s\n' "$text" "$(show "$text")"
done
[ "$(show 'Q. What is it?\n\nA. A thing.')" = '<ol type="a"><li><p>What is it?</p></li><li><p>A thing.</p></li></ol>' ]
[ "$(show 'Q: What is it?\n\nA: A thing.')" = '<p>Q: What is it?</p><p>A: A thing.</p>' ]
[ "$(show 'E. coli is a bacterium.')" = '<ol type="a"><li>coli is a bacterium.</li></ol>' ]
nested='<ol type="a"><li><ol type="a"><li><ol type="a"><li>Tolkien wrote it.</li></ol></li></ol></li></ol>'
[ "$(show 'J. R. R. Tolkien wrote it.')" = "$nested" ]
