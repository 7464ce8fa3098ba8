#!/bin/sh
# markdown-to-txt, which makes text of Markdown for searches and previews: a list in a list begins on the line of the point above it, with
# nothing between. Of a question whose answers are points below it, "What is a port" and "Number of a service", there is "What is a
# portNumber of a service", where neither "port" nor "number" is a word; behind a question mark the words are whole and the line is not.
# Of a list of terms each term is grown into its meaning, recallthe and precisionthe, while the next term stands two empty lines below. With
# an empty line before the inner list all is parted. A <br> joins likewise. (It also needs lodash and does not bring it.) It parses its
# Markdown, as others do not; one would guess a line a point, with a parser more than with the patterns of remove-markdown, which has it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund markdown-to-txt@2.0.1 remove-markdown@0.7.0 lodash@4.17.21 >/dev/null
cat >try.js <<'JS'
const { markdownToTxt } = require("markdown-to-txt");
const removeMarkdown = require("remove-markdown");
console.log("markdown-to-txt", require("markdown-to-txt/package.json").version, "remove-markdown", require("remove-markdown/package.json").version);
const expected = {
  "- What is a port\n  - Number of a service\n  - At most 65535\n- What is a host": "What is a portNumber of a service\nAt most 65535\n\n\nWhat is a host",
  "1. recall\n   - the part found\n2. precision\n   - the part right": "recallthe part found\n\n\nprecisionthe part right",
  "- recall\n\n  - the part found": "recall\n\nthe part found",
  "one<br>two": "onetwo",
};
let asFound = true;
for (const [markdown, text] of Object.entries(expected)) {
  const found = markdownToTxt(markdown);
  console.log(JSON.stringify(markdown), "->", JSON.stringify(found), " remove-markdown:", JSON.stringify(removeMarkdown(markdown)));
  asFound &&= found === text;
}
process.exit(asFound ? 0 : 1);
JS
node try.js
