#!/bin/sh
# mwparserfromhell, which most programs in Python read Wikipedia with: strip_code(), "the text without markup", leaves the text of
# a footnote in the midst of its sentence with no blank before it, so "recall<ref>See p. 5</ref>" has the word
# "recallSee"; two lines with <br/> between grow together likewise, "thumb" and the size of a picture and the names of
# categories are words of the text, and a template such as {{lang|fr|bonjour}} takes its word along. One would guess that
# footnotes go, as with all that a reader does not see where it stands, and that no words grow together.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq python3-mwparserfromhell=0.6.4-1+b3 >/dev/null
dpkg -x ./*.deb .
cat >try.py <<'PYTHON'
import sys
import mwparserfromhell
expected = {
    "It is called recall<ref>See p. 5</ref> here.": "It is called recallSee p. 5 here.",
    "one line<br/>another": "one lineanother",
    "[[File:Curve.png|thumb|200px|The curve]] rises.": "thumb|200px|The curve rises.",
    "It rises. [[Category:Curves]]": "It rises. Category:Curves",
    "They say {{lang|fr|bonjour}} there.": "They say  there.",
    "a [[curve|line]] that ''rises''": "a line that rises",
}
print("mwparserfromhell", mwparserfromhell.__version__)
as_found = True
for markup, text in expected.items():
    seen = str(mwparserfromhell.parse(markup).strip_code())
    print(f"{markup:47}  becomes  {seen}")
    as_found = as_found and seen == text
sys.exit(0 if as_found else 1)
PYTHON
PYTHONPATH=usr/lib/python3/dist-packages python3 try.py
