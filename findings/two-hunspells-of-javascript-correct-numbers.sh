#!/bin/sh
# nspell and typo-js, by which programs in JavaScript check spelling by Hunspell's dictionaries, as for "did you mean": to both a number is
# a word, and as dictionaries have endings like those of "20th" and no numbers, 42 is a mistake for "2" or "4", 2023 one for "20th", and
# 7 is right. So is a word with a hyphen that is no entry: well-known, open-source and read-only are mistakes, for which
# they have nothing to propose. Hunspell itself, with the same files, takes each of these for right: numbers are nobody's mistake,
# and words are parted at their hyphens unless a dictionary says otherwise. The page of nspell tells what options of the files it leaves
# out, the one that changes hyphens among them; that there is nothing for numbers no page tells. One would guess Hunspell's judgement.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq hunspell=1.7.1-1 libhunspell-1.7-0=1.7.1-1 hunspell-en-us=1:2020.12.07-2 >/dev/null 2>&1
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'libhunspell-1.7.so.0')")
export LD_LIBRARY_PATH
npm init -y >/dev/null
npm install --silent --no-audit --no-fund nspell@2.1.5 typo-js@1.4.0 >/dev/null
cat >try.js <<'JS'
const { execFileSync } = require("child_process");
const { readFileSync } = require("fs");
const nspell = require("nspell");
const Typo = require("typo-js");
for (const name of ["nspell", "typo-js"]) console.log(name, require(`${name}/package.json`).version);
const [affixes, words] = ["aff", "dic"].map((end) => readFileSync(`usr/share/hunspell/en_US.${end}`, "utf8"));
const one = nspell(affixes, words);
const other = new Typo("en_US", affixes, words);
const asked = ["recall", "7", "20th", "42", "2023", "3.14", "well-known", "open-source", "recal"];
const wrong = execFileSync("usr/bin/hunspell", ["-d", "./usr/share/hunspell/en_US", "-l"], { input: asked.join("\n") + "\n", encoding: "utf8" }).trim().split("\n");
let found = "";
for (const word of asked) {
  const judgements = [!wrong.includes(word), one.correct(word), other.check(word)];
  console.log(`${word.padEnd(12)} Hunspell ${judgements[0]}  nspell ${judgements[1]} ${one.suggest(word).slice(0, 3)}  typo-js ${judgements[2]} ${other.suggest(word).slice(0, 3)}`);
  found += judgements.map(Number).join("") + " ";
}
const proposed = one.suggest("2023").includes("20th") && other.suggest("2023").includes("20TH") && one.suggest("42").join() === "2,4";
process.exit(found === "111 111 111 100 100 100 100 100 000 " && proposed ? 0 : 1);
JS
node try.js
