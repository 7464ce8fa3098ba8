#!/bin/sh
# detex, which makes text of LaTeX for spelling and for searches: of the signs that LaTeX has with a backslash before them because
# they mean something else without it, the percent sign stays and the others are gone, with no blank for them. "C\#" becomes C and
# "F\#" F, AT\&T becomes ATT, max\_hits maxhits, \$5 is 5, and the set \{1, 2\} has lost its braces. So what is looked for as it
# stands in the printed answer is not in its text, and C# is another language. pandoc and untex, of the same field, keep them.
# One would guess that what is escaped in order to be printed is text.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq texlive-binaries=2022.20220321.62855-5.1+deb12u2 libkpathsea6=2022.20220321.62855-5.1+deb12u2 untex=1:1.2-7 \
  pandoc=2.17.1.1-2~deb12u1 pandoc-data=2.17.1.1-2~deb12u1 liblua5.3-0=5.3.6-2 >/dev/null 2>&1
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'libkpathsea.so.6')")
export LD_LIBRARY_PATH
cat >faq.tex <<'TEX'
C\# and F\# at AT\&T: \$5 is 5\% of it, \{1, 2\} has max\_hits.
TEX
usr/bin/detex -v 2>&1 | grep -o 'OpenDetex version [0-9.]*'
cat faq.tex
usr/bin/detex <faq.tex 2>/dev/null | tee detex.txt
usr/bin/pandoc --data-dir=usr/share/pandoc/data --from=latex --to=plain --wrap=none faq.tex | tee pandoc.txt
usr/bin/untex faq.tex | tee untex.txt
cat >detex.expected <<'TEXT'
C and F at ATT: 5 is 5% of it, 1, 2 has maxhits.
TEXT
cat >pandoc.expected <<'TEXT'
C# and F# at AT&T: $5 is 5% of it, {1, 2} has max_hits.
TEXT
cmp detex.txt detex.expected
cmp pandoc.txt pandoc.expected
cmp untex.txt pandoc.expected
