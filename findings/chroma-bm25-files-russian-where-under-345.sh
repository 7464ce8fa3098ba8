#!/bin/sh
# Chroma's BM25 for JavaScript gives a word the number by which the server knows it: a MurmurHash3 of the last eight bits of each
# character, the others are dropped. For letters of the Latin alphabet that is the hash as everybody has it; Russian
# letters fall on digits, so "где" (where) and 345 are one word, "база" (base) and 1070, "и" (and) and 8, each time and not by chance;
# "dům" (Czech, house) falls on "dom". Chroma's function of this name for Python hashes UTF-8, so what one of them files the
# other does not find, where a word has letters beyond ASCII. The words are cut with \p{L}, for all scripts. One would guess that
# numbers of 31 bits differ for different words, but by accident, and that two clients of one server number alike.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --omit=optional @chroma-core/chroma-bm25@0.1.10 chromadb@3.5.0 murmurhash@2.0.1 >/dev/null
cat >try.mjs <<'JS'
import { readFileSync } from "node:fs";
import { ChromaBm25EmbeddingFunction } from "@chroma-core/chroma-bm25";
import murmurhash from "murmurhash";
const bm25 = new ChromaBm25EmbeddingFunction();
const number = async (word) => (await bm25.generate([word]))[0].indices[0];
const ofUtf8 = (word) => Math.abs(murmurhash.v3(word, 0) | 0);
console.log("@chroma-core/chroma-bm25", JSON.parse(readFileSync("node_modules/@chroma-core/chroma-bm25/package.json")).version);
let asFound = true;
for (const [word, other] of [["где", "345"], ["база", "1070"], ["и", "8"], ["dům", "dom"], ["port", "model"]]) {
  const [one, two] = [await number(word), await number(other)];
  console.log(`${word.padEnd(5)} ${one}   ${other.padEnd(5)} ${two}   MurmurHash3 of UTF-8: ${ofUtf8(word)} and ${ofUtf8(other)}`);
  const ascii = word === "port";
  asFound &&= (one === two) === !ascii && (one === ofUtf8(word)) === ascii && two === ofUtf8(other);
}
process.exit(asFound ? 0 : 1);
JS
node try.mjs
