#!/bin/sh
# franc, a guesser of languages that is much used: before it compares anything it chooses one script, the one that most letters belong
# to, and of the others it looks at none. A name in Latin letters is as long as a whole question in Chinese, so "什么是Python?" (what
# is Python?) is Cebuano, "HTTP和HTTPS有什么区别?" (how do they differ?) Spanish, a Japanese question Estonian, and so is a Russian one
# that names JavaScript and TypeScript: the sure sign, a script that one language or few use, is what is thrown away. Without
# names they are right. One would guess that letters of a script which one language alone writes decide, or "und",
# which is what franc says when it does not know; tinyld, smaller and also of the npm registry, has all of them right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund franc@6.2.0 trigram-utils@2.0.1 tinyld@1.3.4 >/dev/null
cat >try.mjs <<'JS'
import { readFileSync } from "fs";
import { franc } from "franc";
import { detect } from "tinyld";
for (const name of ["franc", "tinyld"]) console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
const expected = {
  "什么是过拟合?如何避免?": "cmn zh", "什么是Python?": "ceb zh", "HTTP和HTTPS有什么区别?": "spa zh",
  "機械学習とは何ですか?": "jpn ja", "JavaScriptとTypeScriptの違いは何ですか?": "ekk ja",
  "В чём разница между ними?": "rus ru", "В чём разница между JavaScript и TypeScript?": "ekk ru",
};
let as_found = true;
for (const [question, languages] of Object.entries(expected)) {
  const seen = `${franc(question)} ${detect(question)}`;
  console.log(`franc and tinyld take ${question} for ${seen}`);
  as_found &&= seen === languages;
}
process.exit(as_found ? 0 : 1);
JS
node try.mjs
