#!/bin/sh
# node-email-reply-parser, which takes signatures and quoted text off an answer that came by mail: a paragraph whose first line begins
# with a dash and a letter, as a name under a mail may, is a signature, and so is all behind it. Options of programs
# begin so, and names such as __init__: of "Use these: / -n number of hits / -v names" there is left "Use these:". What is
# quoted goes, and answers between the questions that they quote stand without them. email-reply-parser, newer and of the same
# ancestor, keeps the options. One would guess that a signature is short, is at the end, or has its "-- ".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts node-email-reply-parser@0.1.4 email-reply-parser@2.3.7 >/dev/null 2>&1
cat >try.js <<'JS'
const { readFileSync } = require("fs");
const node = require("node-email-reply-parser");
const EmailReplyParser = require("email-reply-parser");
for (const name of ["node-email-reply-parser", "email-reply-parser"])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
const texts = [
  ["The port is 80.\n\nSee the manual.", "The port is 80.\n\nSee the manual."],
  ["Use these:\n\n-n number of hits\n-v names as well\n\nThe first has a default of ten.", "Use these:\n"],
  ["There is one of Python:\n\n__init__ comes first.\n\nIt may call others.", "There is one of Python:\n"],
];
let as_found = true;
for (const [text, kept] of texts) {
  const seen = [node(text).getVisibleText(), new EmailReplyParser.default().read(text).getVisibleText()];
  console.log(`${JSON.stringify(text)}\n  node-email-reply-parser: ${JSON.stringify(seen[0])}\n  email-reply-parser: ${JSON.stringify(seen[1])}`);
  as_found &&= seen[0] === kept && seen[1] === text;
}
process.exit(as_found ? 0 : 1);
JS
node try.js
