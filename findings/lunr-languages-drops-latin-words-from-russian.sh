#!/bin/sh
# lunr-languages, with which lunr searches text in many languages: for Russian, letters of another script are cut off both ends of
# a word as if they were signs. "Python" and "SQL" are not in the index, "Python3" is "3" there and "UTF-8" an "8", and a query is
# cut the same way, so C3 finds Python3, and the name that a question is about finds nothing. Russian text about programs is
# full of such names. (German does so to Russian words; a "multi" of English and Russian keeps both.) One would guess that
# words which a stemmer does not know are left as they are, as Snowball's Russian one, which is inside, leaves them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund lunr@2.3.9 lunr-languages@1.22.0 >/dev/null
cat >try.js <<'JS'
const lunr = require("lunr");
const version = (name) => JSON.parse(require("fs").readFileSync(`node_modules/${name}/package.json`)).version;
for (const part of ["stemmer.support", "ru", "de", "multi"]) require(`lunr-languages/lunr.${part}`)(lunr);
const records = ["Что такое Python3?", "Язык SQL и таблица в UTF-8", "Почему Python лучше?"];
const index = (language) => lunr(function () {
  this.use(language);
  this.ref("id");
  this.field("text");
  records.forEach((text, id) => this.add({ id, text }));
});
console.log(`lunr ${lunr.version}, lunr-languages ${version("lunr-languages")}`, JSON.stringify(records));
const seen = {};
const indexes = { ru: index(lunr.ru), de: index(lunr.de), "en and ru": index(lunr.multiLanguage("en", "ru")) };
for (const [name, made] of Object.entries(indexes)) {
  seen[name] = ["Python", "Python3", "SQL", "C3", "таблица"].map((query) => `${query}: ${made.search(query).map((hit) => hit.ref).sort().join(" ") || "nothing"}`);
  console.log(`${name.padEnd(10)} ${seen[name].join(", ")}; words: ${Object.keys(made.invertedIndex).join(" ")}`);
}
process.exit(seen.ru.join() === "Python: nothing,Python3: 0,SQL: nothing,C3: 0,таблица: 1"
  && seen["en and ru"].join() === "Python: 2,Python3: 0,SQL: 1,C3: nothing,таблица: 1" ? 0 : 1);
JS
node try.js
