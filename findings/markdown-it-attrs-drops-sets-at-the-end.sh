#!/bin/sh
# markdown-it-attrs, by which Markdown says {.class} or {#name} of a heading or a paragraph: whatever stands in braces at its end is
# taken, be it a name or not, and is gone from the text. So "The answers are {1, 2}" ends with "are", as an attribute named "1,";
# a heading, a point of a list and a cell of a table lose theirs too, and of "Write ${name}" the dollar sign is left. With a
# full stop or a question mark behind it the same set stays, and nothing warns. One would guess that only what has the form of a
# class, a name or key=value is taken, as the manual has it, and that other braces are text, as they are in pandoc.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund markdown-it@15.0.3 markdown-it-attrs@5.0.1 >/dev/null
cat >try.mjs <<'JS'
import { readFileSync } from "node:fs";
import MarkdownIt from "markdown-it";
import attributes from "markdown-it-attrs";
const markdown = MarkdownIt().use(attributes);
const expected = {
  "The answers are {1, 2}": '<p 1,="" 2="">The answers are</p>',
  "The answers are {1, 2}.": "<p>The answers are {1, 2}.</p>",
  "# What is {x | x > 0}": '<h1 x="" |="" 0="">What is</h1>',
  "A dictionary: {'a': 1}": `<p a:="" 1="">A dictionary:</p>`,
  "Write ${name}": '<p name="">Write $</p>',
};
let as_found = true;
console.log("markdown-it-attrs", JSON.parse(readFileSync("node_modules/markdown-it-attrs/package.json")).version);
for (const [text, html] of Object.entries(expected)) {
  const seen = markdown.render(text).trim();
  console.log(`${text.padEnd(24)} becomes  ${seen}`);
  as_found &&= seen === html;
}
process.exit(as_found ? 0 : 1);
JS
node try.mjs
