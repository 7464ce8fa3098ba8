#!/bin/sh
# csv-sniffer, which guesses what parts the columns of a table: any sign of ASCII may part them, and where cells have quotes a sign
# counts for standing beside a quote, on either side. Questions end in a question mark and a quote; so the question mark parts the
# columns of a table of questions and answers, each line is one cell, and what was the comma between question and answer is a comma
# within it. Answers that end in a full stop are parted at full stops likewise. The list of warnings is empty. Told to choose among
# comma, semicolon, tab and bar it finds the comma, and leaves the quotes in the cells; with commas within the quotes it finds nothing.
# Without quotes, of which questions have many since they have commas, it guesses well. One would guess that quotes make it easier: what
# stands between a quote that closes and one that opens.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund csv-sniffer@0.1.1 >/dev/null
cat >try.js <<'JS'
const Sniffer = require("csv-sniffer")();
console.log("csv-sniffer", require("csv-sniffer/package.json").version);
const asked = 'question,answer\n"What is recall?","The part found."\n"What is precision?","The part that is right."\n';
const stated = asked.replaceAll("?", ".");
const withCommas = 'question,answer\n"What, then, is recall?","The part found."\n"Who, if any, knows?","She, and he."\n';
const some = [",", ";", "\t", "|"];
const cases = [
  ["questions", asked, undefined, "?", '"What is recall?,The part found."'],
  ["without quotes", asked.replaceAll('"', ""), undefined, ",", '"What is recall?" "The part found."'],
  ["one of four", asked, some, ",", '"\\"What is recall?\\"" "\\"The part found.\\""'],
  ["commas, one of four", withCommas, some, null, '"\\"What, then, is recall?\\",\\"The part found.\\""'],
  ["statements", stated, undefined, ".", '"What is recall.,The part found."'],
];
let asFound = true;
for (const [name, table, delimiters, delimiter, cells] of cases) {
  const sniffed = new Sniffer(delimiters).sniff(table);
  const row = sniffed.records.find((record) => /recall/.test(record[0])).map((cell) => JSON.stringify(cell)).join(" ");
  console.log(`${name.padEnd(20)} parted by ${JSON.stringify(sniffed.delimiter).padEnd(5)} ${sniffed.warnings.length} warnings  ${row}`);
  asFound &&= sniffed.delimiter === delimiter && sniffed.warnings.length === 0 && row === cells;
}
process.exit(asFound ? 0 : 1);
JS
node try.js
