#!/bin/sh
# AsciiDoc: "++" around a text lets it pass without markup, also within words. So a sentence that names C++ once is shown as it
# stands, and one that names it twice loses the signs of both: "C++ is older than C++ Builder" speaks of C and C Builder,
# and a search for C++ does not find it. i++ has the same fate, and no warning tells. One would guess that marks within
# words are text, as it is with a single "+".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @asciidoctor/core@4.1.0 >/dev/null 2>&1
cat >try.mjs <<'JS'
import { readFileSync } from "node:fs";
import { convert } from "@asciidoctor/core";
const expected = {
  "Is C++ older?": "Is C++ older?",
  "C++ is older than C++ Builder.": "C is older than C Builder.",
  "Write i++ or, better, ++i.": "Write i or, better, i.",
  "A+ is better than B+.": "A+ is better than B+.",
};
let as_found = true;
console.log("@asciidoctor/core", JSON.parse(readFileSync("node_modules/@asciidoctor/core/package.json")).version);
for (const [text, shown] of Object.entries(expected)) {
  const seen = String(await convert(text)).replace(/<[^>]*>/g, "").trim();
  console.log(`${text.padEnd(31)} becomes  ${seen}`);
  as_found &&= seen === shown;
}
process.exit(as_found ? 0 : 1);
JS
node try.mjs
