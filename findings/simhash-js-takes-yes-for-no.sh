#!/bin/sh
# simhash-js, by which near duplicates are to be known by nearly equal hashes: texts up to four characters are the same to it, all of
# them zero but for one in forty, so the answers "yes" and "no", "A" and "B", C and C++ are duplicates: their one hash is written in
# hexadecimal and read as if it were decimal. And of a text beyond 512 characters, where 128 of its blocks of four are meant to
# count, these are what is thrown away and the others are kept: up to 516 characters that is one block, and any two
# texts that have it are duplicates, whatever else they say. One would guess that other texts have other hashes, most of all
# those that have nothing in common, and that a hash of a page looks at more than four letters.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund simhash-js@1.0.0 >/dev/null
cat >try.js <<'JS'
const { SimHash } = require("simhash-js");
const simhash = new SimHash();
const hex = (text) => simhash.hash(text).toString(16);
console.log("simhash-js", JSON.parse(require("fs").readFileSync("node_modules/simhash-js/package.json")).version);
const short = ["yes", "no", "A", "B", "C", "C++", "red", "blue"];
for (const text of short) console.log(`${text.padEnd(5)} ${hex(text)}`);
const sentence = "Recall is the share of all that one should find, in what was found. ";
const page = sentence.repeat(8).slice(0, 516);
const blocks = page.match(/.{4}/g);
const like = (kept) => blocks.map((block) => (block === kept ? block : "aaaa")).join("");
const same = [...new Set(blocks)].filter((block) => hex(like(block)) === hex(page));
console.log(`a page of ${page.length} characters: ${hex(page)}; the like with a, but for "${same}": ${hex(like(same[0]))}`);
const shorter = page.slice(0, 512);
console.log(`its first 512 characters: ${hex(shorter)}; the like with a, but for "${same}": ${hex(like(same[0]).slice(0, 512))}`);
process.exit(short.every((text) => hex(text) === "0") && same.length === 1 && hex(shorter) !== hex(like(same[0]).slice(0, 512)) ? 0 : 1);
JS
node try.js
