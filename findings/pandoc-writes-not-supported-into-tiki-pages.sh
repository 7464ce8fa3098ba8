#!/bin/sh
# pandoc's reader of TikiWiki: marks that it knows and has nothing for become English words of the text, "NOT SUPPORTED: ::
# (centered) BEGIN: " before them and ":END " behind, around the marks as they were. What is centered, boxed or underlined in a page,
# as headings of questions are, has those words in each search, and so has every sentence with two names of C++ in it: "std::vector or
# std::map" becomes "std NOT SUPPORTED: :: (centered) BEGIN: ::vector or std:: :END map". It says nothing and ends with 0. From
# other wikis it leaves a mark that it has nothing for out, or as it is. One would guess the same, and a warning.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq pandoc=2.17.1.1-2~deb12u1 pandoc-data=2.17.1.1-2~deb12u1 liblua5.3-0=5.3.6-2 >/dev/null 2>&1
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'liblua5.3.so.0')")
export LD_LIBRARY_PATH
cat >faq.tiki <<'TEXT'
::What is recall?::

Is it std::vector or std::map?

See ===precision===.
TEXT
usr/bin/pandoc --version | head -n 1
cat faq.tiki
usr/bin/pandoc --data-dir=usr/share/pandoc/data --from=tikiwiki --to=plain --wrap=none faq.tiki >faq.txt 2>said.txt
echo "---"
cat faq.txt
echo "said: $(wc -c <said.txt) bytes"
tr -s ' \n' '  ' <faq.txt | sed 's/^ //;s/ $//' >words.txt
printf '%s' 'NOT SUPPORTED: :: (centered) BEGIN: ::What is recall?:: :END Is it std NOT SUPPORTED: :: (centered) BEGIN: ::vector or std:: :END' \
  ' map? See NOT SUPPORTED: ==== (underlined) BEGIN: ===precision=== :END .' >expected.txt
test ! -s said.txt
cmp words.txt expected.txt
