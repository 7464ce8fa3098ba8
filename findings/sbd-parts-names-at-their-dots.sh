#!/bin/sh
# sbd, which parts text into sentences and is much used: a sign that ends sentences and has a capital letter right behind it ends one
# there, and the sign is thrown away. Names of programs are full of such dots: of "Use Console.WriteLine to print." there are two
# sentences, "Use Console" and "WriteLine to print.", and Math.PI, System.Out and README.MD are parted likewise, while ASP.NET is
# kept because of its capitals. A question whose answer follows without a blank loses its question mark, and with it all
# that says it asks. One would guess that sentences end before a blank, and that joined again they have every sign of the text.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund sbd@1.0.19 >/dev/null
cat >try.js <<'JS'
const { readFileSync } = require("fs");
const { sentences } = require("sbd");
console.log("sbd", JSON.parse(readFileSync("node_modules/sbd/package.json")).version);
const expected = {
  "Use Node.js. Then ask.": "Use Node.js.|Then ask.", "Use ASP.NET. Then ask.": "Use ASP.NET.|Then ask.",
  "Use Console.WriteLine to print.": "Use Console|WriteLine to print.", "What is Math.PI good for?": "What is Math|PI good for?",
  "See README.MD for more.": "See README|MD for more.", "What is recall?The part found.": "What is recall|The part found.",
};
let as_found = true;
for (const [text, parts] of Object.entries(expected)) {
  const seen = sentences(text).join("|");
  console.log(`${text.padEnd(31)} becomes ${seen}`);
  as_found &&= seen === parts;
}
process.exit(as_found ? 0 : 1);
JS
node try.js
