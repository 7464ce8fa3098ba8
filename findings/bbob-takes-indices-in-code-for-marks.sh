#!/bin/sh
# BBob, a reader of BBCode, in which forums are written: marks inside [code] are read as elsewhere, so of "a[i] = b[i]" there is left
# "a = b" with two empty italics. Whatever stands in square brackets is a tag, known or not: array[0] becomes array<0></0>, "see [1]"
# becomes "see <1></1>", of which browsers show <1>; and of [quote="Ann"] the name is gone. One option (contextFreeTags) protects
# code and another (onlyAllowTags) unknown marks; the preset for HTML5 sets neither. One would guess that [code]
# shows what stands in it, as forums do, and that a mark which nobody defined is text.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @bbob/html@4.4.1 @bbob/preset-html5@4.4.1 >/dev/null
cat >try.js <<'JS'
const { readFileSync } = require("fs");
const toHtml = require("@bbob/html").default;
const preset = require("@bbob/preset-html5").default;
console.log("@bbob/html", JSON.parse(readFileSync("node_modules/@bbob/html/package.json")).version);
const empty = '<span style="font-style: italic;"></span>';
const cases = [
  ["[code]a[i] = b[i];[/code]", {}, `<pre>a${empty} = b${empty};</pre>`],
  ["[code]a[i] = b[i];[/code]", { contextFreeTags: ["code"] }, "<pre>a[i] = b[i];</pre>"],
  ["Read array[0], see [1].", {}, "Read array<0></0>, see <1></1>."],
  ["Read array[0], see [1].", { onlyAllowTags: ["b", "code"] }, "Read array[0], see [1]."],
  ['[quote="Ann"]Why?[/quote]', {}, "<blockquote><p>Why?</p></blockquote>"],
];
let as_found = true;
for (const [text, options, expected] of cases) {
  const seen = toHtml(text, preset(), options);
  console.log(`${text}  ${JSON.stringify(options)}\n    becomes ${seen}`);
  as_found &&= seen === expected;
}
process.exit(as_found ? 0 : 1);
JS
node try.js
