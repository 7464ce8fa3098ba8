#!/bin/sh
# pandoc reads a definition of MediaWiki if it stands on a line of its own. Term and definition on one line, "; recall : the part
# found", as MediaWiki's help has them first and glossaries and lists of questions mostly do, are one term with the colon in it
# and no definition; and lines of them that follow each other are one term together. Nothing warns. What is made of it has no
# pairs, be it HTML, Markdown or a book, and where terms are bold all of it is. One would guess a pair a line.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq pandoc=2.17.1.1-2~deb12u1 pandoc-data=2.17.1.1-2~deb12u1 liblua5.3-0=5.3.6-2 libyaml-0-2 libgmp10 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'liblua5.3.so.0')")
export LD_LIBRARY_PATH
read_it() { printf '%b' "$1" | usr/bin/pandoc --data-dir="$PWD/usr/share/pandoc/data" -f mediawiki -t html | tr -d '\n'; }
one_line='; What is recall? : The part found.\n; What is a stem? : The rest of a word.\n'
two_lines='; What is recall?\n: The part found.\n; What is a stem?\n: The rest of a word.\n'
usr/bin/pandoc --version | head -1
printf 'on one line:  %s\n' "$one_line"
echo "  becomes     $(read_it "$one_line")"
printf 'on two lines: %s\n' "$two_lines"
echo "  becomes     $(read_it "$two_lines")"
pair='<dt>What is recall?</dt><dd>The part found.</dd><dt>What is a stem?</dt><dd>The rest of a word.</dd>'
[ "$(read_it "$one_line")" = '<dl><dt>What is recall? : The part found.<br />What is a stem? : The rest of a word.</dt></dl>' ]
[ "$(read_it "$two_lines")" = "<dl>$pair</dl>" ]
