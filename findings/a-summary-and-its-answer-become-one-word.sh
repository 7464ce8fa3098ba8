#!/bin/sh
# HTML to Markdown or text: of <details>, in which questions and answers are folded on the web, summary and answer come out with
# nothing between them, so "Recall" and "The part found" give a word "RecallThe" that neither had. Three converters do
# so, one also with <dl> and with the cells of a table's row, one with a <br> in a cell. Browsers begin a new line or a column
# in all these places. One would guess the same, or at least a blank.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund turndown@7.2.5 node-html-markdown@2.0.0 html-to-text@10.0.1 >/dev/null
cat >try.js <<'JS'
const Turndown = require("turndown");
const { NodeHtmlMarkdown } = require("node-html-markdown");
const { convert } = require("html-to-text");
const converters = {
  "turndown": (text) => new Turndown().turndown(text),
  "node-html-markdown": (text) => NodeHtmlMarkdown.translate(text),
  "html-to-text": (text) => convert(text),
};
const places = {
  "details": "<details><summary>Recall</summary>The part found.</details>",
  "dl": "<dl><dt>Recall</dt><dd>The part found.</dd></dl>",
  "br in td": "<table><tr><td>one</td><td>Recall<br>The part found.</td></tr></table>",
  "td": "<table><tr><td>Recall</td><td>The part found.</td></tr></table>",
};
let seen = "";
for (const [name, run] of Object.entries(converters)) {
  console.log(name, JSON.parse(require("fs").readFileSync(`node_modules/${name}/package.json`)).version);
  for (const [place, html] of Object.entries(places)) {
    const glued = run(html).includes("RecallThe");
    console.log(`  ${place.padEnd(9)}${JSON.stringify(run(html))}`);
    seen += glued ? "1" : "0";
  }
}
process.exit(seen === "1000" + "1010" + "1101" ? 0 : 1);
JS
node try.js
