#!/bin/sh
# quill-delta-to-markdown, which makes Markdown of what was written in Quill, an editor that forums have: of a formula nothing is left,
# so an answer says "The mean is ." without a word about it; lines of a code block become lines of a paragraph, whose indentation and
# ends browsers do not show; code within a line loses its mark, and since text is not escaped, the stars of a*b*c become
# italics and <int> a tag that nobody sees. Markdown has a mark for each kind of code; one would guess it there.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund quill-delta-to-markdown@0.6.0 marked@12.0.2 >/dev/null
cat >try.js <<'JS'
const { deltaToMarkdown } = require("quill-delta-to-markdown");
const { marked } = require("marked");
console.log("quill-delta-to-markdown", require("./node_modules/quill-delta-to-markdown/package.json").version);
const code = { insert: "\n", attributes: { "code-block": true } };
const expected = [
  [[{ insert: "The mean is " }, { insert: { formula: "\\frac{a+b}{2}" } }, { insert: ".\n" }], "<p>The mean is .</p>"],
  [[{ insert: "for x in y:" }, code, { insert: "    print(x)" }, code, { insert: "print(2)" }, code], "<p>for x in y:\n    print(x)\nprint(2)</p>"],
  [[{ insert: "Write " }, { insert: "a*b*c", attributes: { code: true } }, { insert: "\n" }], "<p>Write a<em>b</em>c</p>"],
  [[{ insert: "List<int> is a template.\n" }], "<p>List<int> is a template.</p>"],
];
let as_found = true;
for (const [delta, html] of expected) {
  const markdown = deltaToMarkdown(delta);
  console.log(JSON.stringify(delta), "becomes", JSON.stringify(markdown), "which is shown as", JSON.stringify(marked.parse(markdown)));
  as_found &&= marked.parse(markdown).trim() === html;
}
process.exit(as_found ? 0 : 1);
JS
node try.js
