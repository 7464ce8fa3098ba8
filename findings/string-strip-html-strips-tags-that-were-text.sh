#!/bin/sh
# string-strip-html, which takes the tags off HTML and is much used: entities are decoded first, again and again until none is left, and
# tags are taken off what comes of it. But an entity is how a page says that "<" is no tag: of "What does &lt;dl&gt; do?" there is left
# "What does do?", of std::vector&lt;int&gt; the vector without what is in it, of #include &lt;map&gt; in a block of code just #include, and of
# "a&lt;b and c&gt;d" there is "ad". html-to-text keeps all of them. With the option skipHtmlDecoding they stay, and stay entities. What is
# asked about HTML, C++ and Java is asked in just these signs. One would guess that tags go first and entities are decoded last, and
# once, as browsers show them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund string-strip-html@13.7.6 html-to-text@10.0.1 >/dev/null
cat >try.mjs <<'JS'
import { convert } from "html-to-text";
import { stripHtml } from "string-strip-html";
console.log("string-strip-html 13.7.6, html-to-text 10.0.1");
const expected = {
  "<p>What does <b>bold</b> do?</p>": ["What does bold do?", "What does bold do?"],
  "<p>What does &lt;dl&gt; do?</p>": ["What does do?", "What does <dl> do?"],
  "<p>What is std::vector&lt;int&gt;?</p>": ["What is std::vector?", "What is std::vector<int>?"],
  "<pre>#include &lt;map&gt;</pre>": ["#include", "#include <map>"],
  "<p>if a&lt;b and c&gt;d</p>": ["if ad", "if a<b and c>d"],
  "<p>Write &amp;lt;br&amp;gt; there.</p>": ["Write there.", "Write &lt;br&gt; there."],
};
let asFound = true;
for (const [html, [stripped, text]] of Object.entries(expected)) {
  console.log(html, "->", JSON.stringify(stripHtml(html).result), " html-to-text:", JSON.stringify(convert(html)));
  asFound &&= stripHtml(html).result === stripped && convert(html) === text;
}
const kept = stripHtml("<p>What does &lt;dl&gt; do?</p>", { skipHtmlDecoding: true }).result;
process.exit(asFound && kept === "What does &lt;dl&gt; do?" ? 0 : 1);
JS
node try.mjs
