#!/bin/sh
# MiniSearch parts words at blanks and punctuation as Unicode knows them; backticks, bars and the signs of mathematics are
# symbols there and no punctuation, and a tab is no blank but a control character. So in Markdown a word that is set as code
# is indexed with its backticks and not found without them, x=1 is one word, and the two sides of a tab are one word.
# One would guess that what is neither letter nor digit parts words.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund minisearch@7.2.0 >/dev/null
cat >try.js <<'JS'
const MiniSearch = require("minisearch");
const records = ["Sort it with `map` here", "the cell\tits neighbour", "set rate=0.1 first", "yes|no", "and/or", "well-known"];
const index = new MiniSearch({ fields: ["text"] });
records.forEach((text, id) => index.add({ id, text }));
const expected = {
  "map": "", "`map`": records[0], "its": "", "rate": "", "rate=0": records[2], "no": "", "or": records[4], "known": records[5],
};
let as_found = true;
const version = JSON.parse(require("fs").readFileSync("node_modules/minisearch/package.json")).version;
console.log("minisearch", version, JSON.stringify(records));
for (const [query, record] of Object.entries(expected)) {
  const found = index.search(query).map((hit) => records[hit.id]);
  console.log(`${query.padEnd(9)} finds ${found.map((text) => JSON.stringify(text)).join(", ") || "nothing"}`);
  as_found &&= found.join() === record;
}
process.exit(as_found ? 0 : 1);
JS
node try.js
