#!/bin/sh
# remark-directive, with which Markdown of documentation sites has boxes (:::note): it also reads a single colon with a letter or digit
# behind it, anywhere in a sentence, as the name of a "directive", and what no plugin knows becomes an empty <div> when HTML
# is made. So "at 10:30" is "at 10", "Q:Why" is "Q", a ratio of 3:1 is one of 3, and nothing warns. A blank behind the colon,
# backticks or a link keep it. One would guess that an unknown name is text, and that a colon within a word is no mark.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund unified@11.0.5 remark-parse@11.0.0 remark-directive@4.0.0 remark-rehype@11.1.2 \
  rehype-stringify@10.0.1 >/dev/null
cat >try.mjs <<'JS'
import { readFileSync } from "node:fs";
import { unified } from "unified";
import remarkParse from "remark-parse";
import remarkDirective from "remark-directive";
import remarkRehype from "remark-rehype";
import rehypeStringify from "rehype-stringify";
const show = (text) => String(unified().use(remarkParse).use(remarkDirective).use(remarkRehype).use(rehypeStringify).processSync(text));
const expected = {
  "Is it open at 10:30?": "<p>Is it open at 10<div></div>?</p>",
  "Q:Why not?": "<p>Q<div></div> not?</p>",
  "Mix them 3:1 and wait.": "<p>Mix them 3<div></div> and wait.</p>",
  "Call std::sort here.": "<p>Call std::sort here.</p>",
  "Q: Why not?": "<p>Q: Why not?</p>",
};
let as_found = true;
console.log("remark-directive", JSON.parse(readFileSync("node_modules/remark-directive/package.json")).version);
for (const [text, html] of Object.entries(expected)) {
  const seen = show(text);
  console.log(`${text.padEnd(23)} becomes  ${seen}`);
  as_found &&= seen === html;
}
process.exit(as_found ? 0 : 1);
JS
node try.mjs
