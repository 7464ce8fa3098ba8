#!/bin/sh
# html-to-docx, a writer of Word documents from HTML that is much used: what a paragraph has in an element that the writer does not know
# is left out with its text, and it does not know kbd, abbr, q, cite, small, time, label, samp and others. "Press <kbd>Ctrl</kbd>
# to copy" becomes "Press  to copy". Of an item of a list that has two paragraphs, as Markdown makes of answers in lists, the second
# is gone, two paragraphs of a quotation grow together, and the lines of <pre> become one line. Nothing warns, so a document
# made for printing or for a search misses words of its page. One would guess that the text of an unknown element stays,
# as in browsers; b, code, span and mark keep theirs.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund html-to-docx@1.8.0 jszip@3.10.1 >/dev/null
cat >try.js <<'JS'
const { readFileSync } = require("fs");
const write = require("html-to-docx");
const Zip = require("jszip");
console.log("html-to-docx", JSON.parse(readFileSync("node_modules/html-to-docx/package.json")).version);
const expected = {
  "<p>Press <code>Ctrl</code> to copy</p>": "Press Ctrl to copy", "<p>Press <kbd>Ctrl</kbd> to copy</p>": "Press  to copy",
  "<p>An <abbr>IDE</abbr> is an editor</p>": "An  is an editor", "<p>Ann said <q>never</q> twice</p>": "Ann said  twice",
  "<ul><li><p>Why?</p><p>Because.</p></li></ul>": "Why?", "<blockquote><p>Yes,</p><p>no</p></blockquote>": "Yes,no",
  "<pre>one\ntwo</pre>": "one two",
};
(async () => {
  let as_found = true;
  for (const [html, text] of Object.entries(expected)) {
    const xml = await (await Zip.loadAsync(await write(html))).file("word/document.xml").async("string");
    const seen = [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([p]) => [...p.matchAll(/<w:t[ >][^<]*|<w:br/gs)].map(([t]) => t.replace(/^[^>]*>/s, "")).join(""))
      .filter(Boolean).join("|");
    console.log(`${JSON.stringify(html).padEnd(50)} becomes ${JSON.stringify(seen)}`);
    as_found &&= seen === text;
  }
  process.exit(as_found ? 0 : 1);
})();
JS
node try.js
