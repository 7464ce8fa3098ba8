#!/bin/sh
# elasticlunr counts the words of a record in a plain object of JavaScript, which has a member "constructor" before anything is
# counted; so the count of that word is no number, and neither is the score of any record that has it. Such records are not
# sorted at all: they stand in the order in which they came, whatever else was asked for, so a record that only mentions a
# constructor stands before the one whose text is the query, and what depends on scores gets NaN. "destructor" is ranked as
# every other word. Nothing tells, and the word is in each text about programs. One would guess that an index takes any word.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund elasticlunr@0.9.5 >/dev/null
cat >try.js <<'JS'
const elasticlunr = require("elasticlunr");
const hits = (kind, query) => {
  const index = elasticlunr(function () {
    this.setRef("id");
    this.addField("text");
  });
  const texts = [`Everything of this chapter is short, and one ${kind} is in passing.`, `How is a copy ${kind} called?`, "What is a recipe?"];
  texts.forEach((text, id) => index.addDoc({ id, text }));
  return index.search(query).map(({ ref, score }) => `${texts[ref]} (${score.toFixed(2)})`);
};
console.log("elasticlunr", elasticlunr.version);
const seen = {};
for (const kind of ["destructor", "constructor"]) {
  const query = `How is a copy ${kind} called?`;
  seen[kind] = hits(kind, query);
  console.log(query, ...seen[kind].map((hit) => `\n    ${hit}`));
}
process.exit(seen.destructor[0].startsWith("How") && seen.constructor[0].startsWith("Everything")
  && seen.constructor.every((hit) => hit.endsWith("(NaN)")) && !seen.destructor.some((hit) => hit.endsWith("(NaN)")) ? 0 : 1);
JS
node try.js
