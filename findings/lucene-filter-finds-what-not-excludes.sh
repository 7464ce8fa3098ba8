#!/bin/sh
# lucene-filter, which filters objects by queries in Lucene's language: NOT at the beginning is passed over, so "NOT text:recall" brings
# just the records that it was to keep out; a minus instead brings none at all, neither these nor the others; and NOT between two words,
# which its parser reads, ends with an error that an operator is no function. A star, too, finds nothing, behind a word that is the
# whole field as in others. No error tells, the last one aside. Words and phrases, AND, OR and parentheses work. Its page calls
# the language Lucene's and names no part of it that is missing. One would guess that "not" excludes, or that what is not known is an error.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund lucene-filter@1.4.0 lucene@2.1.1 >/dev/null
cat >try.js <<'JS'
const filter = require("lucene-filter")(require("lucene"));
console.log("lucene-filter", require("lucene-filter/package.json").version, "lucene", require("lucene/package.json").version);
const records = [{ text: "What is recall?" }, { text: "recall" }, { text: "What is precision?" }];
const expected = {
  "text:recall": "0,1",
  "text:what AND text:recall": "0",
  "NOT text:recall": "0,1",
  "-text:recall": "",
  "text:recall*": "",
  "text:rec*": "",
  "text:what NOT text:recall": "lucene.operators[query.operator] is not a function",
};
let asFound = true;
for (const [query, hits] of Object.entries(expected)) {
  let found;
  try {
    found = [...records.keys()].filter((number) => filter(query)(records[number])).join();
  } catch (error) {
    found = error.message;
  }
  console.log(query.padEnd(26), "finds:", /^[\d,]*$/.test(found) ? found.split(",").map((number) => records[number]?.text).join(" / ") : found);
  asFound &&= found === hits;
}
process.exit(asFound ? 0 : 1);
JS
node try.js
