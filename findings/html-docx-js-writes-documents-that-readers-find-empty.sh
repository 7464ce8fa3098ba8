#!/bin/sh
# html-docx-js, a writer of Word documents from HTML: the document it writes has one paragraph without text and beside it, as a file
# of its own in the archive, the page as it was, which Word is told to convert when it opens the document (an "altChunk"). Readers
# that take documents apart do not: mammoth and officeparser of the npm registry and Debian's pandoc find no text, and but for
# mammoth, which warns of an element that it does not know, say nothing; docx2txt gives XML for text. So what everybody sees in
# Word is not there for a search. One would guess that a .docx of so many words holds them as words, and that who skips
# all of a text says so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund html-docx-js@0.3.1 mammoth@1.13.0 officeparser@7.8.0 >/dev/null
apt-get download -qq docx2txt=1.4-5 unzip=6.0-28 pandoc=2.17.1.1-2~deb12u1 liblua5.3-0=5.3.6-2 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'liblua5.3.so.0')")
export LD_LIBRARY_PATH
PATH=$PWD/usr/bin:$PATH
cat >try.js <<'JS'
const { readFileSync, writeFileSync } = require("fs");
const mammoth = require("mammoth");
const { parseOffice } = require("officeparser");
for (const name of ["html-docx-js", "mammoth", "officeparser"]) {
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
}
const document = require("html-docx-js").asBlob("<h1>What is recall?</h1><p>The part found.</p>");
(async () => {
  writeFileSync("notes.docx", Buffer.from(await document.arrayBuffer()));
  const read = await mammoth.extractRawText({ path: "notes.docx" });
  const parsed = await parseOffice("notes.docx");
  console.log(`mammoth reads ${JSON.stringify(read.value)}, and says ${JSON.stringify(read.messages)}`);
  console.log(`officeparser reads ${JSON.stringify(parsed.toText())}`);
  process.exit(read.value.trim() === "" && read.messages.length === 1 && parsed.toText().trim() === "" ? 0 : 1);
})();
JS
node try.js
echo "pandoc 2.17.1.1 reads '$(pandoc notes.docx -t plain)'"
[ -z "$(pandoc notes.docx -t plain)" ]
echo "docx2txt 1.4 reads $(docx2txt notes.docx - | grep -c 'schemas\.') names of schemas and $(docx2txt notes.docx - | grep -c recall || true) of the words"
docx2txt notes.docx - | grep -q 'schemas\.'
! docx2txt notes.docx - | grep -q recall || exit 1
echo "in the archive: $(unzip -p notes.docx word/afchunk.mht | grep -o 'What is recall?')"
