#!/bin/sh
# FlexSearch, as it comes: a number is cut into pieces of three digits, and these are its words. So the order 1234567 is found by
# 456 and by 7, and not by 234; and so is 4567890 by 456, with nothing that tells which of the two was meant. Repeated
# letters count once, so "beter" finds better. Both are steps of the default encoder, which one has to know to switch
# off. One would guess that numbers are words, and that mistakes are forgiven where that was asked for.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund flexsearch@0.8.212 >/dev/null
cat >try.js <<'JS'
const { Index } = require("flexsearch");
const records = { a: "order 1234567 was shipped", b: "order 4567890 is better" };
const index = new Index();
for (const [id, text] of Object.entries(records)) index.add(id, text);
const expected = { "1234567": "a", "456": "ab", "7": "a", "234": "", "0": "b", "ship": "", "beter": "b", "oorder": "ab" };
let as_found = true;
const version = JSON.parse(require("fs").readFileSync("node_modules/flexsearch/package.json")).version;
console.log("flexsearch", version, JSON.stringify(records));
for (const [query, ids] of Object.entries(expected)) {
  const found = index.search(query).sort().join("");
  console.log(`${query.padEnd(8)} finds ${found || "nothing"}`);
  as_found &&= found === ids;
}
process.exit(as_found ? 0 : 1);
JS
node try.js
