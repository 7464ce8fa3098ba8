#!/bin/sh
# html2bbcode, by which answers in HTML get into forums: in <pre> all blanks and line breaks become one blank, so that a program is one
# line, in a [code] that stands there to keep its lines; <pre><code>, as every writer of Markdown makes it, gives [code][code]. Cells of
# a row stand together with nothing between them, ssh and its port 22 become the word ssh22, and a term of a <dl> its definition's
# first word. BBCode has [table] in most forums; one would guess that, or a blank.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund html2bbcode@1.2.6 >/dev/null
cat >try.js <<'JS'
const { HTML2BBCode } = require("html2bbcode");
console.log("html2bbcode", require("./node_modules/html2bbcode/package.json").version);
const expected = [
  ["<pre>for x in y:\n    print(x)\nprint(2)</pre>", "[code]for x in y: print(x) print(2)[/code]"],
  ["<pre><code>a\nb</code></pre>", "[code][code]a b[/code][/code]"],
  ["<table><tr><td>ssh</td><td>22</td></tr><tr><td>smtp</td><td>25</td></tr></table>", "ssh22\nsmtp25"],
  ["<dl><dt>recall</dt><dd>the part found</dd></dl>", "recallthe part found"],
];
let as_found = true;
for (const [html, seen] of expected) {
  const bbcode = new HTML2BBCode().feed(html).toString();
  console.log(JSON.stringify(html), "becomes", JSON.stringify(bbcode));
  as_found &&= bbcode.trim() === seen;
}
process.exit(as_found ? 0 : 1);
JS
node try.js
