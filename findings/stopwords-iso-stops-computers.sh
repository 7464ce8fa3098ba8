#!/bin/sh
# stopwords-iso, a much used collection of stop words in many languages: the English one has 1298 words, and those
# that mean something are among them: system, computer, test, information, web, page, even Microsoft and Netscape, and of
# programming languages C, R and Go. So of "What is a web page?" nothing is left, and nothing of "Is it a computer system?", and a
# search that leaves stop words out finds no record for them or, where no word means no condition, all. The list called "stopword"
# has 108 words, none of these. One would guess words that stand in every text: a list for all uses would rather be too short.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund stopwords-iso@1.1.0 stopword@3.1.5 >/dev/null
cat >try.js <<'JS'
const { readFileSync } = require("fs");
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version;
const lists = { "stopwords-iso": require("stopwords-iso").en, "stopword": require("stopword").eng };
const questions = ["What is a web page?", "Is it a computer system?", "How do I test C or R or Go?", "What is Microsoft?", "What is a model?"];
const left = {};
for (const [name, list] of Object.entries(lists)) {
  console.log(`${name} ${version(name)}, English: ${list.length} words`);
  left[name] = questions.map((question) => question.toLowerCase().match(/[a-z]+/g).filter((word) => !list.includes(word)).join(" "));
  questions.forEach((question, i) => console.log(`  ${question.padEnd(28)} leaves ${left[name][i] || "nothing"}`));
}
process.exit(left["stopwords-iso"].join() === ",,,,model" && left.stopword.join() === "web page,computer system,test c r go,microsoft,model"
  ? 0 : 1);
JS
node try.js
