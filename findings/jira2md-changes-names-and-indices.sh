#!/bin/sh
# jira2md: marks that Jira reads at the edges of words alone are taken anywhere. A name with underscores loses one of
# them to a star if another "_" follows on the line, array[0] becomes array<0>, and C++ named twice becomes C with an empty
# insertion. The other way, Markdown to Jira, the inside of a code span is converted too: `a*b*c` becomes {{a_b_c}}, which is
# other code. One would guess that converters leave words and code alone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund jira2md@3.0.1 >/dev/null
cat >try.js <<'JS'
const { to_markdown, to_jira } = require("jira2md");
const expected = [
  [to_markdown, "set max_depth and min_size", "set max*depth and min*size"],
  [to_markdown, "set max_depth alone", "set max_depth alone"],
  [to_markdown, "array[0] and map[key]", "array<0> and map<key>"],
  [to_markdown, "C++ is older than C++ Builder", "C<ins></ins> is older than C<ins></ins> Builder"],
  [to_jira, "the code `a*b*c` here", "the code {{a_b_c}} here"],
];
let as_found = true;
console.log("jira2md", require("jira2md/package.json").version);
for (const [convert, text, result] of expected) {
  const seen = convert(text);
  console.log(`${convert.name.padEnd(11)} ${text.padEnd(30)} is ${seen}`);
  as_found &&= seen === result;
}
process.exit(as_found ? 0 : 1);
JS
node try.js
