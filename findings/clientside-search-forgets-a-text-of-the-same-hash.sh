#!/bin/sh
# clientside-search, a full-text search of the npm registry: the number of a text is a hash of it in 32 bits, the one of Java's strings,
# and a text whose number is taken replaces the one that had it. In that hash "C#", "Aa" and "BB" are alike and so is whatever
# contains them at one place: with "What is C#?" and "What is BB?" in the index the first is gone, and who asks for C# gets BB.
# Of 100,000 texts one is lost on average. One text with two sets of metadata, such as one answer on two pages,
# is found on the second page alone. One would guess that a text which was added is there, and a number that counts.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund clientside-search@1.8.1 >/dev/null
cat >try.mjs <<'JS'
import { readFileSync } from "fs";
import { SearchEngine } from "clientside-search";
import english from "clientside-search/en";
console.log("clientside-search", JSON.parse(readFileSync("node_modules/clientside-search/package.json")).version);
const found = (texts, query) => {
  const engine = new SearchEngine(english);
  texts.forEach((text, page) => engine.addDocument(text, { text, page }));
  const hits = engine.search(query).map(({ metadata }) => `${metadata.text} (page ${metadata.page})`).join(", ");
  console.log(`${JSON.stringify(texts)}: ${query} finds ${hits}`);
  return hits;
};
const as_found = [
  found(["What is C#?", "How old is it?"], "C#") === "What is C#? (page 0)",
  found(["What is C#?", "What is BB?"], "C#") === "What is BB? (page 1)",
  found(["Ask the shop.", "Ask the shop."], "shop") === "Ask the shop. (page 1)",
];
process.exit(as_found.every(Boolean) ? 0 : 1);
JS
node try.mjs
