#!/bin/sh
# Word documents read for a search by the two libraries of the npm registry that are used for it most: a new line within a paragraph
# (Shift+Enter, with which questions and answers are kept together) is nothing in mammoth's extractRawText() and in officeparser's
# text, so of "What is recall?", "The part" and "found" in three lines there is "What is recall?The partfound". officeparser leaves out tabs
# and the hyphen that keeps a line together, too: "Q:", a tab and "What" is "Q:What", and a well-known port is wellknown. A tab
# within the text of a run is kept, though Word never writes one. mammoth's HTML has its <br />, and Debian's pandoc all
# three signs. One would guess that what parts words on the page parts them in the text.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts docx@9.15.2 mammoth@1.13.0 officeparser@7.8.0 >/dev/null 2>&1
apt-get download -qq pandoc=2.17.1.1-2~deb12u1 pandoc-data=2.17.1.1-2~deb12u1 liblua5.3-0=5.3.6-2 >/dev/null 2>&1
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'liblua5.3.so.0')")
export LD_LIBRARY_PATH
cat >try.js <<'JS'
const { readFileSync, writeFileSync } = require("fs");
const { execFileSync } = require("child_process");
const { Document, NoBreakHyphen, Packer, Paragraph, Tab, TextRun } = require("docx");
const mammoth = require("mammoth");
const { parseOffice } = require("officeparser");
const line = (text) => new TextRun({ text, break: 1 });
const paragraphs = [
  new Paragraph({ children: [new TextRun("What is recall?"), line("The part"), line("found")] }),
  new Paragraph({ children: [new TextRun({ children: ["Q:", new Tab(), "What"] })] }),
  new Paragraph({ children: [new TextRun({ children: ["a well", new NoBreakHyphen(), "known port"] })] }),
];
(async () => {
  for (const name of ["docx", "mammoth", "officeparser"]) console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
  writeFileSync("faq.docx", await Packer.toBuffer(new Document({ sections: [{ children: paragraphs }] })));
  const texts = {
    mammoth: (await mammoth.extractRawText({ path: "faq.docx" })).value,
    officeparser: (await parseOffice("faq.docx")).toText(),
    pandoc: execFileSync("usr/bin/pandoc", ["--data-dir=usr/share/pandoc/data", "--from=docx", "--to=plain", "faq.docx"]).toString(),
  };
  const expected = {
    mammoth: ["What is recall?The partfound", "Q:\tWhat", "a well\u2011known port"],
    officeparser: ["What is recall?The partfound", "Q:What", "a wellknown port"],
    pandoc: ["What is recall?", "The part", "found", "Q: What", "a well\u2011known port"],
  };
  let as_found = true;
  for (const [name, text] of Object.entries(texts)) {
    const seen = text.split("\n").filter((one) => one.trim());
    console.log(`${name}: ${JSON.stringify(seen)}`);
    as_found &&= JSON.stringify(seen) === JSON.stringify(expected[name]);
  }
  const page = (await mammoth.convertToHtml({ path: "faq.docx" })).value;
  console.log(`mammoth's HTML: ${page}`);
  process.exit(as_found && page.includes("recall?<br />The part<br />found") ? 0 : 1);
})();
JS
node try.js
