#!/bin/sh
# sentence-extractor, which parts text into sentences and is much used: a sentence is what ends in a full stop, a question mark or an
# exclamation mark of ASCII, and what stands behind the last of these is in none, and so is nowhere. An answer that its writer did not
# end with a stop, as of lists and headings most do not, is gone: of "What is recall? The part that is found" the question is left, of
# two lines without a stop nothing, and of Chinese, whose stops are others, nothing either. No error tells. One would guess that the
# pieces joined are the text again, as they are wherever a stop is at the end, blanks included.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund sentence-extractor@1.0.7 >/dev/null
cat >try.js <<'JS'
const { extract } = require("sentence-extractor");
console.log("sentence-extractor", require("./node_modules/sentence-extractor/package.json").version);
const expected = [
  ["What is recall? The part that is found.", ["What is recall?", " The part that is found."]],
  ["What is recall? The part that is found", ["What is recall?"]],
  ["Which port has ssh?\n22, unless somebody moved it", []],
  ["It is a list:\n- one\n- two", []],
  ["什么是召回率？找到的部分。", []],
];
let as_found = true;
for (const [text, sentences] of expected) {
  console.log(JSON.stringify(text), "has", JSON.stringify(extract(text)));
  as_found &&= JSON.stringify(extract(text)) === JSON.stringify(sentences);
}
process.exit(as_found ? 0 : 1);
JS
node try.js
