#!/bin/sh
# pandoc reads DocBook, in which manuals are kept: the words of the index, which stand in the source where they are explained and in print
# only at the end, are paragraphs of the text if they stand between paragraphs, and nothing if they stand within one. texi2any writes
# them between: of a chapter of GNU's manuals, "counting of hits" stands alone before the first sentence, and a passage is found and
# shown that says nothing. With --verbose it reports that the element was ignored. Of questions (<qandaset>) the title of the set is gone,
# that of its parts stays; a question with a <label> of its own loses its mark Q: and has the label as a paragraph before it, so that only
# its answer is marked; a link to a question reads "qandaentry_title", which is in no text. One would guess that index terms are no text.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq pandoc=2.17.1.1-2~deb12u1 pandoc-data=2.17.1.1-2~deb12u1 texinfo=6.8-6+b1 libtext-unidecode-perl=1.30-3 >/dev/null 2>&1
for package in ./*.deb; do dpkg -x "$package" .; done
cat >questions.xml <<'XML'
<article xmlns="http://docbook.org/ns/docbook" version="5.0"><title>Questions</title>
<para>See <xref linkend="recall"/>.</para>
<qandaset><title>Search</title>
<qandadiv><title>Measures</title>
<qandaentry xml:id="recall"><question><para>What is recall?</para></question><answer><para>The part found.</para></answer></qandaentry>
<qandaentry><question><label>7.</label><para>What is precision?</para></question><answer><para>The part right.</para></answer></qandaentry>
</qandadiv></qandaset></article>
XML
cat >manual.texi <<'TEXI'
@settitle Manual
@node Top
@top Manual
@node Recall
@chapter What is recall?
@cindex counting of hits
The part found.
@bye
TEXI
pandoc() { usr/bin/pandoc --data-dir=usr/share/pandoc/data --verbose "$@" 2>&1; }
pandoc --version | head -1
pandoc -f docbook -t plain questions.xml | tee questions.txt
modules=usr/share/texinfo/lib
perl -Iusr/share/perl5 -Iusr/share/texinfo -I$modules/libintl-perl/lib -I$modules/Unicode-EastAsianWidth/lib usr/bin/texi2any --docbook -o manual.xml manual.texi
echo "--- of texi2any 6.8:"
pandoc -f docbook -t plain manual.xml | tee manual.txt
test "$(grep -cx -e 'See qandaentry_title\.' -e 'Measures' -e 'Q: What is recall?' -e '7\.' -e 'What is precision?' questions.txt)" = 5
test "$(grep -c -e Search -e 'Q: What is precision?' questions.txt)" = 0
test "$(grep -cx -e '\[INFO\] Ignored element indexterm' -e 'counting of hits' -e 'The part found\.' manual.txt)" = 3
