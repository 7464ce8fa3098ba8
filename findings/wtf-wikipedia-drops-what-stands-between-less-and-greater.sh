#!/bin/sh
# wtf_wikipedia takes letters, digits and blanks between a "<" and a later ">" for a tag, though no tag begins with a blank or a
# digit, and MediaWiki shows them: "2 < 3 and 5 > 4" becomes "2 4"; with a comma or a point between, all is kept. What is
# marked as code is dropped with its text, while bold and formulas keep theirs, so a sentence about printf loses the word
# printf. Nothing tells of either. One would guess that comparisons are text, and that code is read as other words are.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund wtf_wikipedia@10.4.2 >/dev/null
cat >try.js <<'JS'
const wtf = require("wtf_wikipedia");
const expected = {
  "It holds that 2 < 3 and 5 > 4, always.": "It holds that 2 4, always.",
  "Keep it if x < y and y > z.": "Keep it if x z.",
  "A p < 0.05 and a q > 0.1 count.": "A p < 0.05 and a q > 0.1 count.",
  "Only 2 < 3 holds.": "Only 2 < 3 holds.",
  "Call <code>printf</code> to print.": "Call to print.",
  "Call '''printf''' to print <math>x</math>.": "Call printf to print x.",
};
let as_found = true;
console.log("wtf_wikipedia", wtf.version);
for (const [text, plain] of Object.entries(expected)) {
  const seen = wtf(text).text().replace(/ +/g, " ");
  console.log(`${text.padEnd(43)} becomes  ${seen}`);
  as_found &&= seen === plain;
}
process.exit(as_found ? 0 : 1);
JS
node try.js
