#!/bin/sh
# Excel files made in Japan keep, beside the text of a cell, how it is read: the kana that were typed before they became kanji, for
# sorting; no page or cell shows them. Two readers of the npm registry make them part of the text: officeparser for cells of plain
# text, exceljs for text that stands in the cell itself, each of them not for the other kind. So 再現率 (recall) becomes 再現率サイゲンリツ,
# all words of a cell are followed by their readings without a blank, and two cells of one text differ by how they were typed. SheetJS
# and Debian's xlsx2csv leave them out. One would guess that a reader gives what the cell shows.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts officeparser@7.8.0 exceljs@4.4.0 xlsx@0.18.5 >/dev/null 2>&1
apt-get download -qq xlsx2csv=1:0.7.8-1 >/dev/null 2>&1
dpkg -x ./xlsx2csv*.deb .
cat >write.py <<'PYTHON'
import zipfile
head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
package = "http://schemas.openxmlformats.org/package/2006"
relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml"
parts = {
    "[Content_Types].xml": '<Types xmlns="%s/content-types"><Default Extension="xml" ContentType="application/xml"/>' % package
    + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    + "".join('<Override PartName="/xl/%s.xml" ContentType="%s"/>' % (part, kind % name) for part, name in [
        ("workbook", "sheet.main"), ("worksheets/sheet1", "worksheet"), ("sharedStrings", "sharedStrings")]) + "</Types>",
    "_rels/.rels": '<Relationships xmlns="%s/relationships"><Relationship Id="r1" Type="%s/officeDocument" Target="xl/workbook.xml"/>'
    "</Relationships>" % (package, relation),
    "xl/workbook.xml": '<workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="FAQ" sheetId="1" r:id="r1"/></sheets></workbook>'
    % (main, relation),
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="%s/relationships">' % package + "".join(
        '<Relationship Id="r%d" Type="%s/%s" Target="%s.xml"/>' % row for row in [
            (1, relation, "worksheet", "worksheets/sheet1"), (2, relation, "sharedStrings", "sharedStrings")]) + "</Relationships>",
    "xl/worksheets/sheet1.xml": '<worksheet xmlns="%s"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is>'
    '<t>割合</t><rPh sb="0" eb="2"><t>ワリアイ</t></rPh></is></c></row></sheetData></worksheet>' % main,
    "xl/sharedStrings.xml": '<sst xmlns="%s" count="1" uniqueCount="1"><si><t>再現率とは何か</t><rPh sb="0" eb="3"><t>サイゲンリツ</t></rPh>'
    '<rPh sb="5" eb="6"><t>ナニ</t></rPh></si></sst>' % main,
}
with zipfile.ZipFile("faq.xlsx", "w") as archive:
    for name, text in parts.items():
        archive.writestr(name, head + text)
PYTHON
/usr/bin/python3 write.py
cat >try.js <<'JS'
const { readFileSync } = require("fs");
const { execFileSync } = require("child_process");
const { parseOffice } = require("officeparser");
const { Workbook } = require("exceljs");
const xlsx = require("xlsx");
const readers = {
  officeparser: async () => (await parseOffice("faq.xlsx")).toText().trim().split("\n"),
  exceljs: async () => {
    const row = (await new Workbook().xlsx.readFile("faq.xlsx")).worksheets[0].getRow(1);
    return [row.getCell(1).text, row.getCell(2).text];
  },
  xlsx: async () => xlsx.utils.sheet_to_json(xlsx.readFile("faq.xlsx").Sheets.FAQ, { header: 1 })[0],
  xlsx2csv: async () => execFileSync("/usr/bin/python3", ["usr/bin/xlsx2csv", "faq.xlsx"], { env: { PYTHONPATH: "usr/lib/python3/dist-packages" } })
    .toString().trim().split(","),
};
const expected = {
  officeparser: "再現率とは何かサイゲンリツナニ 割合", exceljs: "再現率とは何か 割合ワリアイ",
  xlsx: "再現率とは何か 割合", xlsx2csv: "再現率とは何か 割合",
};
(async () => {
  let as_found = true;
  for (const [name, read] of Object.entries(readers)) {
    const seen = (await read()).join(" ");
    const version = name === "xlsx2csv" ? "0.7.8" : JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version;
    console.log(`${`${name} ${version}:`.padEnd(20)} ${seen}`);
    as_found &&= seen === expected[name];
  }
  process.exit(as_found ? 0 : 1);
})();
JS
node try.js
