#!/bin/sh
# lunr trims signs off the words of documents and not off the words of a query. So a question that is typed as it stands
# in the document loses its last word to the question mark, and "C++" finds nothing, not even the record that says "C++".
# A "*" behind a whole word hides it too: the index holds stems, and a word with a wildcard is not stemmed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund lunr@2.3.9 >/dev/null
cat >try.js <<'JS'
const lunr = require("lunr");
const questions = { a: "How do I prevent overfitting?", b: "What is C++?", c: "Where do I rent a boat?" };
const index = lunr(function () {
  this.ref("id");
  this.field("question");
  for (const [id, question] of Object.entries(questions)) this.add({ id, question });
});
console.log("lunr", lunr.version, JSON.stringify(questions));
const expected = {
  "overfitting": "a", "overfitting?": "", "overfitting*": "", "overfit*": "a",
  "C": "b", "C++": "", "boat": "c", "boat?": "",
};
let as_found = true;
for (const [query, ids] of Object.entries(expected)) {
  const found = index.search(query).map((hit) => hit.ref).join(" ");
  console.log(`${query.padEnd(13)} finds ${found || "nothing"}`);
  as_found &&= found === ids;
}
process.exit(as_found ? 0 : 1);
JS
node try.js
