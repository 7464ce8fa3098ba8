#!/bin/sh
# highlight-words, which parts a text into pieces to be marked by a query: a query that begins and ends with a slash is a regular
# expression, and what such a one finds is not marked but left out, unless it has parentheses. Who searches for the folder /usr/bin/
# is shown "Put it in // now.", and for /etc/ a "fetched" elsewhere in the text becomes "fhed". /usr/bin without the last slash is marked.
# Its page asks for parentheses and does not say what happens without them, nor that what people type must be looked through for
# slashes first. One would guess that the pieces together are the text, whatever was looked for.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund highlight-words@2.0.0 >/dev/null
cat >try.js <<'JS'
const { readFileSync } = require("fs");
const highlightWords = require("highlight-words").default;
console.log("highlight-words", JSON.parse(readFileSync("node_modules/highlight-words/package.json")).version);
const expected = [
  ["Put it in /usr/bin/ now.", "/usr/bin", "Put it in [/usr/bin]/ now."],
  ["Put it in /usr/bin/ now.", "/usr/bin/", "Put it in // now."],
  ["Files of /etc/ are fetched.", "/etc/", "Files of // are fhed."],
  ["Files of /etc/ are fetched.", "/(etc)/", "Files of /[etc]/ are f[etc]hed."],
];
let as_found = true;
for (const [text, query, marked] of expected) {
  const seen = highlightWords({ text, query }).map((piece) => (piece.match ? `[${piece.text}]` : piece.text)).join("");
  console.log(`"${text}" by ${query}: "${seen}"`);
  as_found &&= seen === marked;
}
process.exit(as_found ? 0 : 1);
JS
node try.js
