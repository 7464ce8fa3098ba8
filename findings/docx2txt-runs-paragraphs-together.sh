#!/bin/sh
# docx2txt ends a line where a paragraph ends only if the paragraph's tag has attributes. Word writes some (w:rsidR); other
# programs need none and write <w:p> alone, as the format allows, and then all of the document is one line without as much
# as a blank between: the last word of a question and the first of its answer become one word, which no search finds. Here
# it meets "docx", a writer of the npm registry that is much used. One would guess a line a paragraph, whoever wrote the file.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund docx@9.15.2 >/dev/null
apt-get download -qq docx2txt=1.4-5 unzip=6.0-28 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
cat >try.js <<'JS'
const { Document, Packer, Paragraph } = require("docx");
const children = ["What is recall?", "The part that was found.", "What is precision?"].map((text) => new Paragraph(text));
Packer.toBuffer(new Document({ sections: [{ children }] })).then((bytes) => require("fs").writeFileSync("notes.docx", bytes));
JS
node try.js
PATH=$PWD/usr/bin:$PATH
echo "docx 9.15.2, docx2txt 1.4"
unzip -p notes.docx word/document.xml | grep -o '<w:p>' | sort | uniq -c
text=$(docx2txt notes.docx -)
echo "$text"
[ "$text" = 'What is recall?The part that was found.What is precision?' ]
