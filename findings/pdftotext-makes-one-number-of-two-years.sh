#!/bin/sh
# pdftotext, as it comes, takes the hyphen at the end of a line away and joins what stood around it, whatever that is: broken after
# their own hyphen, "well-known" becomes wellknown, "state-of-the-art" state-ofthe-art, "2020-2024" the number 20202024, and "F-16"
# F16. With -layout and with -raw lines and hyphens stay as they are, and a word that was parted stays parted: there is no
# way to have the one without the other. One would guess that letters alone are joined, small ones at that, or that
# joining is an option, since typesetters break most readily where a hyphen stands already.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq poppler-utils=22.12.0-2+deb12u3 libpoppler126=22.12.0-2+deb12u3 libopenjp2-7 liblcms2-2 libnss3 libnspr4 libfreetype6 \
  libfontconfig1 libjpeg62-turbo libpng16-16 libtiff6 libwebp7 liblerc4 libjbig0 libdeflate0 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'libpoppler.so.126')")
export LD_LIBRARY_PATH
python3 - <<'PYTHON'
lines = ["It is a well-", "known fact, from 2020-", "2024, of state-of-", "the-art mod-", "elling of an F-", "16."]
shown = "BT /F1 12 Tf 15 TL 72 760 Td\n" + "".join(f"({line}) Tj T*\n" for line in lines) + "ET"
objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
           "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>",
           "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", f"<</Length {len(shown)}>>stream\n{shown}\nendstream"]
text, places = "%PDF-1.4\n", []
for number, content in enumerate(objects, 1):
    places.append(len(text))
    text += f"{number} 0 obj\n{content}\nendobj\n"
table = "".join(f"{place:010} 00000 n \n" for place in places)
text += f"xref\n0 6\n0000000000 65535 f \n{table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{len(text)}\n%%EOF\n"
open("notes.pdf", "w", newline="\n").write(text)
PYTHON
echo "pdftotext 22.12.0; on the page:"
usr/bin/pdftotext -layout notes.pdf - | sed '/^$/d; s/^ */  /' | tee page
text=$(usr/bin/pdftotext notes.pdf - | head -1)
echo "as it comes: $text"
[ "$text" = 'It is a wellknown fact, from 20202024, of state-ofthe-art modelling of an F16.' ]
[ "$(grep -c -- '-$' page)" = 5 ]
