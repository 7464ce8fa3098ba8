#!/bin/sh
# wink-porter2-stemmer, the stemmer of wink-nlp-utils: within it a "3" stands for a y that is a consonant, and all of them are y again
# at the end; so a 3 that was written in a number or a name is a y as well, and at the end of a word, where y becomes i, an i. The
# year 2023 has the stem "202i", 1930 is "19y0", W3C is "wyc" and 3.5 is "y.5"; python3 is "pythoni", as the plural "pythonies" would
# be. All other digits stay. A search stems both sides and rarely notices; a list of keywords, a filter of numbers before the
# index, or another stemmer on one side does. One would guess that a stemmer leaves digits as they are, most of all one digit of ten.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund wink-porter2-stemmer@2.0.1 snowball-stemmers@0.6.0 >/dev/null
cat >try.js <<'JS'
const wink = require("wink-porter2-stemmer");
const snowball = require("snowball-stemmers").newStemmer("english");
console.log("wink-porter2-stemmer", JSON.parse(require("fs").readFileSync("node_modules/wink-porter2-stemmer/package.json")).version);
const expected = { 2023: "202i", 2022: "2022", 1930: "19y0", 303: "y0i", 3.5: "y.5", w3c: "wyc", mp3: "mpi", mp4: "mp4", python3: "pythoni", years: "year" };
let asFound = wink("pythonies") === wink("python3");
for (const [word, stem] of Object.entries(expected)) {
  console.log(`${word.padEnd(8)} ${wink(word).padEnd(8)} Snowball's: ${snowball.stem(word)}`);
  asFound &&= wink(word) === stem && snowball.stem(word) === (word === "years" ? "year" : word);
}
process.exit(asFound ? 0 : 1);
JS
node try.js
