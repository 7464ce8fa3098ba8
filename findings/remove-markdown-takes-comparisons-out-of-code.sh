#!/bin/sh
# remove-markdown, by which previews and searches get the text of Markdown, and which is much used: its patterns are looked for in code as
# elsewhere. Of `<dl>` there are two backticks left, of "if (a < b && c > d)" in a block of code "if (a  d)", of x[i][j] the name with an
# index grown into it. In sentences "2 < 3 and 5 > 4" becomes "2  4". Where a backslash says that a star is a star, the star is gone and
# the backslash stays: "rm \*.o and \*.a" becomes "rm \.o and \.a". Nothing tells. markdown-to-text, another one, does all of this alike;
# markdown-to-txt, which parses, does none. One would guess that what Markdown protects, code and what has a backslash before it, is
# what a remover of its marks leaves alone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund remove-markdown@0.7.0 markdown-to-text@0.1.1 markdown-to-txt@2.0.1 lodash@4.17.21 >/dev/null
cat >try.js <<'JS'
const removers = { "remove-markdown": require("remove-markdown"), "markdown-to-text": require("markdown-to-text").default, "markdown-to-txt": require("markdown-to-txt").markdownToTxt };
for (const name of Object.keys(removers)) console.log(name, require(`${name}/package.json`).version);
const expected = {
  "The tag `<dl>` is a list.": ["The tag `` is a list.", "The tag <dl> is a list."],
  "```\nif (a < b && c > d) x[i][j] = 1\n```": ["if (a  d) xi = 1", "if (a < b && c > d) x[i][j] = 1"],
  "It is 2 < 3 and 5 > 4 here.": ["It is 2  4 here.", "It is 2 < 3 and 5 > 4 here."],
  "Run rm \\*.o and \\*.a now.": ["Run rm \\.o and \\.a now.", "Run rm *.o and *.a now."],
};
let asFound = true;
for (const [markdown, [removed, parsed]] of Object.entries(expected)) {
  const [one, another, third] = Object.values(removers).map((remove) => remove(markdown).replace(/\n`*$/, ""));
  console.log(JSON.stringify(markdown), "->", JSON.stringify(one), JSON.stringify(another), " markdown-to-txt:", JSON.stringify(third));
  asFound &&= one === removed && another === removed && third === parsed;
}
process.exit(asFound ? 0 : 1);
JS
node try.js
