#!/bin/sh
# okapibm25, a BM25 of the npm registry that is much used and calls itself well tested: it has no words. A word of the query is
# a regular expression that is counted in the text, upper and lower case apart, so "art" is twice in "Start the party" and not at
# all in "Art". For the number of documents that have it the same word is letters as they stand, so "query.", as in the example of
# its own page, is counted where "query" has any sign behind it, and weighed as a word that no document has. And b = 0, by which
# BM25 leaves the lengths of documents alone, is taken for "not given", as is k1 = 0. One would guess words, and that zero is a number.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund okapibm25@1.4.1 >/dev/null
cat >try.js <<'JS'
const BM25 = require("okapibm25").default;
const texts = ["Start the party", "Art in the city", "a query, and then what is long and long and long", "another query"];
const scores = (word, constants) => BM25(texts, [word], constants).map((score) => score.toFixed(2)).join(" ");
console.log("okapibm25", JSON.parse(require("fs").readFileSync("node_modules/okapibm25/package.json")).version, JSON.stringify(texts));
const seen = { "art": scores("art"), "query": scores("query"), "query.": scores("query.") };
seen["query, b = 0"] = scores("query", { b: 0 });
seen["query, b = 1e-9"] = scores("query", { b: 1e-9 });
for (const [word, row] of Object.entries(seen)) console.log(`${word.padEnd(16)} ${row}`);
const [, , long, short] = seen["query, b = 1e-9"].split(" ");
const [start, art] = seen.art.split(" ");
process.exit(+start > 0 && +art === 0 && seen["query, b = 0"] === seen.query && seen["query, b = 1e-9"] !== seen.query && long === short
  && +seen["query."].split(" ")[2] > +seen.query.split(" ")[2] ? 0 : 1);
JS
node try.js
