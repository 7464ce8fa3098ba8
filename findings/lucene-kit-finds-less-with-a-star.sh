#!/bin/sh
# lucene-kit, a search of objects by Lucene's query language: a word finds it anywhere in a field, in another word too, and with a star
# behind it, which is documented to match what contains the word and all that follows, only fields that begin with it, in the same
# letters, capital or small. So recall finds "What is recall?", "recall" and "Recalls of cars", and recall* finds "recall" alone. Quotes,
# documented to find the word anywhere too, ask for the whole field: "What is" finds nothing. In Lucene and all that speak its
# language a star finds what the word finds, and more; one would guess so here.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund lucene-kit@1.3.0 >/dev/null
cat >try.js <<'JS'
const { filter, QueryParser } = require("lucene-kit");
console.log("lucene-kit", require("./node_modules/lucene-kit/package.json").version);
const questions = ["What is recall?", "recall", "Recalls of cars"].map((question) => ({ question }));
const expected = {
  recall: ["What is recall?", "recall", "Recalls of cars"],
  "recall*": ["recall"],
  "*recall*": ["What is recall?", "recall"],
  "question:recall": ["What is recall?", "recall", "Recalls of cars"],
  "question:recall*": ["recall"],
  what: ["What is recall?"],
  "what*": [],
  '"What is"': [],
  '"What is recall?"': ["What is recall?"],
};
let as_found = true;
for (const [query, found] of Object.entries(expected)) {
  const hits = filter(new QueryParser(query), questions).map((hit) => hit.question);
  console.log(query, "finds", JSON.stringify(hits));
  as_found &&= JSON.stringify(hits) === JSON.stringify(found);
}
process.exit(as_found ? 0 : 1);
JS
node try.js
