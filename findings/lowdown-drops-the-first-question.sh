#!/bin/sh
# lowdown takes a first paragraph with a colon in its first line for metadata, with no "---" around it, and shows none of it: a
# file that begins with "Q: ..." and "A: ..." loses its first question and answer, and so do one that begins with an address,
# "Is it at 10:30?" or "std::vector is ...". Further below such lines are text. One would guess that metadata needs its fence,
# or known names; it is as MultiMarkdown has it, and one must know to switch it off.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq lowdown=1.0.0-2 liblowdown1=1.0.0-2 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'liblowdown.so.1')")
export LD_LIBRARY_PATH
show() { usr/bin/lowdown -Thtml "$@" | tr '\n' ' '; }
echo "lowdown 1.0.0"
seen=
for first in 'Q: What is it?\nA: A thing.' 'Is it at 10:30?' 'Use std::vector here.' 'What is it?'; do
  printf '%b\n\nQ: And then?\n' "$first" >notes.md
  echo "$first"
  echo "  becomes                    $(show notes.md)"
  echo "  with --parse-no-metadata   $(show --parse-no-metadata notes.md)"
  seen="$seen$(show notes.md);"
done
[ "$seen" = '<p>Q: And then?</p> ;<p>Q: And then?</p> ;<p>Q: And then?</p> ;<p>What is it?</p>  <p>Q: And then?</p> ;' ]
