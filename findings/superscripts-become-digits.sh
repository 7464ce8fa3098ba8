#!/bin/sh
# HTML to Markdown or text: three converters, each of them the first that one finds, turn 10<sup>3</sup> into 103. One
# would guess 10^3, 10³, or the tag kept as it is, which Markdown allows. An answer that says "a thousand" then says
# "a hundred and three", and nothing tells that anything was lost.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund turndown@7.2.5 node-html-markdown@2.0.0 html-to-text@10.0.1 >/dev/null
cat >try.js <<'JS'
const html = "<p>The disk holds 10<sup>3</sup> blocks of 2<sup>10</sup> bytes.</p>";
const Turndown = require("turndown");
const { NodeHtmlMarkdown } = require("node-html-markdown");
const { convert } = require("html-to-text");
const converters = {
  "turndown": (text) => new Turndown().turndown(text),
  "node-html-markdown": (text) => NodeHtmlMarkdown.translate(text),
  "html-to-text": (text) => convert(text),
};
let as_found = true;
console.log("input:", html);
for (const [name, run] of Object.entries(converters)) {
  const version = JSON.parse(require("fs").readFileSync(`node_modules/${name}/package.json`)).version;
  const text = run(html).trim();
  console.log(`${name} ${version}: ${text}`);
  as_found &&= text === "The disk holds 103 blocks of 210 bytes.";
}
process.exit(as_found ? 0 : 1);
JS
node try.js
