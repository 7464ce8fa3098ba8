#!/bin/sh
# Papa Parse, which guesses what parts the columns of a table: two columns, as a list of questions and answers has, are parted by a tab,
# a semicolon or a bar in vain while the list has less than ten lines and ends in a line break, as text files do. The empty piece
# behind that break counts as a line of one column, and less than 1.99 columns on average are none; so each line is one cell, with
# the tab in it, though an entry among the errors tells that nothing was guessed. Without the last line break, with a tenth line or
# with a third column the same list is read. One would guess that a line break at the end changes nothing, and two columns are columns.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund papaparse@5.7.1 >/dev/null
cat >try.js <<'JS'
const Papa = require("papaparse");
console.log("papaparse", require("papaparse/package.json").version);
const list = (count, sign, more = "") =>
  Array.from({ length: count }, (_, i) => ["Is " + i + " even?", i % 2 ? "No" : "Yes"].join(sign) + more).join("\n");
const columns = (text, options) => Papa.parse(text, options).data[0].length;
const seen = [];
const show = (name, count) => { seen.push(count); console.log(name.padEnd(52), count === 1 ? "1 column" : count + " columns"); };
for (const [name, sign] of [["tab", "\t"], ["semicolon", ";"], ["bar", "|"]]) {
  show(`${name}, 9 lines, line break at the end`, columns(list(9, sign) + "\n"));
  show(`${name}, 9 lines, none at the end`, columns(list(9, sign)));
  show(`${name}, 10 lines, line break at the end`, columns(list(10, sign) + "\n"));
}
show("tab, 9 lines of three columns, line break at the end", columns(list(9, "\t", "\teasy") + "\n"));
show("tab, 9 lines, line break, skipEmptyLines", columns(list(9, "\t") + "\n", { skipEmptyLines: true }));
console.log(JSON.stringify(Papa.parse("What is recall?\tA part.\n")));
process.exit(seen.join() === "1,2,2,1,2,2,1,2,2,3,2" ? 0 : 1);
JS
node try.js
