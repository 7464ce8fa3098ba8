#!/bin/sh
# Three tokenizers of search libraries for JavaScript part words at letters with accents, each at others: "naïve" becomes "na"
# and "ve". natural's WordTokenizer keeps all of Russian whole and no letter with an accent, wink-nlp-utils none of either,
# Orama's for English keeps the accents of Italian (é, ò) and parts at all others (ï, ü, ñ), so that "naïve" also finds
# what begins with "na". One would guess that a letter is a letter, or that what English borrows is known to English.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund natural@8.1.1 @orama/orama@3.1.18 wink-nlp-utils@2.1.0 >/dev/null
cat >try.mjs <<'JS'
import { readFileSync } from "node:fs";
import natural from "natural/lib/natural/tokenizers/index.js";
import wink from "wink-nlp-utils";
import { create, insert, search } from "@orama/orama";
const index = create({ schema: { text: "string" } });
await insert(index, { text: "name of a snake" });
const tokenizers = {
  "natural": (text) => new natural.WordTokenizer().tokenize(text),
  "wink-nlp-utils": (text) => wink.string.tokenize0(text),
  "@orama/orama": (text) => index.tokenizer.tokenize(text, "english"),
};
const words = ["naïve", "café", "Zürich", "señor", "вопрос"];
const seen = [];
for (const [name, tokenize] of Object.entries(tokenizers)) {
  const version = JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version;
  const parts = words.map((word) => tokenize(word).join("|"));
  console.log(`${name} ${version}:`.padEnd(24), words.map((word, i) => `${word}: ${parts[i] || "nothing"}`).join(", "));
  seen.push(parts.join(" "));
}
const found = (await search(index, { term: "naïve" })).hits.map((hit) => hit.document.text);
console.log(`naïve finds, in Orama: ${found}`);
const expected = ["na|ve caf Z|rich se|or вопрос", "na|ve caf Z|rich se|or ", "na|ve cafe z|rich se|or "];
process.exit(seen.join() === expected.join() && found.join() === "name of a snake" ? 0 : 1);
JS
node try.mjs
