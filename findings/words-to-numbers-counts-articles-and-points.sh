#!/bin/sh
# words-to-numbers, which makes digits of numbers that are written out, as before an index or a comparison: it takes the article "a" for
# one, and "point" for the point of a fraction that needs nothing before or behind it. "What is a point of sale?" becomes
# "What is 1 of sale?", "point and click" becomes "0 and click", and every question about "a ..." asks about 1, so that
# "a port" and "port 1" share a word and "point" is nowhere. The year of "twenty twenty four" is 20 24 meanwhile.
# One would guess that an article counts before hundred and thousand alone, and that a point stands between two numbers.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund words-to-numbers@1.5.1 >/dev/null
cat >try.js <<'JS'
const { readFileSync } = require("fs");
const { wordsToNumbers } = require("words-to-numbers");
console.log("words-to-numbers", JSON.parse(readFileSync("node_modules/words-to-numbers/package.json")).version);
const expected = {
  "a hundred and two ports": "102 ports",
  "two point five": 2.5,
  "What is a port?": "What is 1 port?",
  "What is a point of sale?": "What is 1 of sale?",
  "point and click": "0 and click",
  "no one knows": "no 1 knows",
  "in twenty twenty four": "in 20 24",
};
let as_found = true;
for (const [text, numbers] of Object.entries(expected)) {
  const seen = wordsToNumbers(text);
  console.log(`${JSON.stringify(text)}: ${JSON.stringify(seen)}`);
  as_found &&= seen === numbers;
}
process.exit(as_found ? 0 : 1);
JS
node try.js
