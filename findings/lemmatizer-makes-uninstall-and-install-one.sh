#!/bin/sh
# lemmatizer, an English one of the npm registry that is told to give the word as a dictionary has it: whatever begins with one of
# its prefixes loses it if the rest is a word, prefixes that say the opposite included. So uninstall and install, enable and
# disable, encrypt and decrypt, supervised and unsupervised have one lemma each, and "How do I uninstall it?" finds how to install
# it. The rest need not have to do with the word: compile becomes pile, export and transport become port, pandas becomes da. What it
# returns need not be a word either (databasis, civuslizations). One would guess running: run and mice: mouse, and that a
# word keeps its meaning; a stemmer, which promises less, cuts endings only.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund lemmatizer@0.0.1 en-lexicon@1.0.11 en-stemmer@1.0.3 en-inflectors@1.0.12 >/dev/null
cat >try.js <<'JS'
const { readFileSync } = require("fs");
const { lemmatizer } = require("lemmatizer");
console.log("lemmatizer", JSON.parse(readFileSync("node_modules/lemmatizer/package.json")).version);
const expected = {
  running: "run", install: "instal", uninstall: "instal", enable: "able", disable: "able", encrypt: "crypt", decrypt: "crypt",
  supervised: "supervise", unsupervised: "supervise", compile: "pile", export: "port", transport: "port", pandas: "da",
  databases: "databasis", civilizations: "civuslizations",
};
let as_found = true;
for (const [word, lemma] of Object.entries(expected)) {
  console.log(`${word.padEnd(13)} becomes ${lemmatizer(word)}`);
  as_found &&= lemmatizer(word) === lemma;
}
process.exit(as_found ? 0 : 1);
JS
node try.js
