#!/bin/sh
# OpenDocument puts rows that are repeated at the top of each page into an element of their own (table:table-header-rows);
# LibreOffice does so with the first row of a table that has a heading, and pandoc with the head of every table. officeparser reads the
# rows beside it alone: a table of questions and answers has lost its first row, whatever stands in it, and a comparison the
# names of what it compares. Nothing tells. Of the same table as RTF it reads all, and odt2txt all of the ODT.
# One would guess that rows are rows, most of all those which matter on each page.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts officeparser@7.8.0 >/dev/null 2>&1
apt-get download -qq odt2txt=0.5-7 pandoc=2.17.1.1-2~deb12u1 pandoc-data=2.17.1.1-2~deb12u1 liblua5.3-0=5.3.6-2 >/dev/null 2>&1
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'liblua5.3.so.0')")
export LD_LIBRARY_PATH
cat >faq.md <<'TEXT'
| Recall         | Precision         |
|----------------|-------------------|
| of what exists | of what was found |
TEXT
usr/bin/pandoc --version | head -n 1
for format in odt rtf; do usr/bin/pandoc --data-dir=usr/share/pandoc/data --standalone --from=gfm --output=faq.$format faq.md; done
usr/bin/odt2txt.odt2txt faq.odt | tr -s ' \n' '  ' | sed 's/^ //;s/ $//' | tee odt2txt.txt
echo
cat >try.js <<'JS'
const { readFileSync } = require("fs");
const { parseOffice } = require("officeparser");
(async () => {
  console.log("officeparser", JSON.parse(readFileSync("node_modules/officeparser/package.json")).version);
  const expected = { "faq.rtf": "Recall Precision of what exists of what was found", "faq.odt": "of what exists of what was found" };
  let as_found = true;
  for (const [file, text] of Object.entries(expected)) {
    const seen = (await parseOffice(file)).toText().trim().split(/\s+/).join(" ");
    console.log(`${file}: ${seen}`);
    as_found &&= seen === text;
  }
  process.exit(as_found ? 0 : 1);
})();
JS
node try.js
grep -qx 'Recall Precision of what exists of what was found' odt2txt.txt
