#!/bin/sh
# kuromoji, a segmenter of Japanese with the dictionary of IPA: a number in the digits of ASCII is one word, and the same number in wide
# digits, as Japanese input methods write both, is one word a digit: the dictionary has the wide ones singly, the others
# are unknown to it and stay together. So 2023年 and ２０２３年 have no word of the number in common, and the wide one is found by
# any number that has a ２, a ０ or a ３. Latin letters are one word in either width, HTML as ＨＴＭＬ. Nothing tells but a mark on each
# word whether the dictionary has it. One would guess that a number is one word or none, whatever its width, and that letters
# and digits are treated alike.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund kuromoji@0.1.2 >/dev/null
cat >try.js <<'JS'
const expected = {
  "2023年": "2023 年", "２０２３年": "２ ０ ２ ３ 年", "第10回": "第 10 回", "第１０回": "第 １ ０ 回",
  "HTMLとは": "HTML と は", "ＨＴＭＬとは": "ＨＴＭＬ と は",
};
console.log("kuromoji", JSON.parse(require("fs").readFileSync("node_modules/kuromoji/package.json")).version);
require("kuromoji").builder({ dicPath: "node_modules/kuromoji/dict" }).build((error, tokenizer) => {
  if (error) throw error;
  let asFound = true;
  for (const [text, words] of Object.entries(expected)) {
    const tokens = tokenizer.tokenize(text);
    const seen = tokens.map((token) => token.surface_form).join(" ");
    console.log(`${text}: ${seen}   (${tokens.map((token) => token.word_type.toLowerCase()).join(", ")})`);
    asFound &&= seen === words;
  }
  process.exit(asFound ? 0 : 1);
});
JS
node try.js
