#!/bin/sh
# LangChain's MarkdownTextSplitter, which cuts pages into pieces for a search: headings of the second to the sixth level begin a piece,
# and those of the first do not. A list of questions whose headings have one "#" is cut at any empty line instead, where the size
# is reached: the question stands at the end of the piece with the answer before it, and its own answer, in the next piece, has
# none. With "##" the same text in the same size is cut at each question. One would guess all of them, the highest first;
# as it is, what is found by a question is the answer to another.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @langchain/textsplitters@1.0.2 @langchain/core@1.4.0 >/dev/null
cat >try.js <<'JS'
const { MarkdownTextSplitter } = require("@langchain/textsplitters");
console.log("@langchain/textsplitters", require("./node_modules/@langchain/textsplitters/package.json").version);
const pairs = [
  ["What is recall?", "The part of what was looked for that was found.", "Missed texts lower it."],
  ["What is precision?", "The part of what was found that was looked for.", "Wrong hits lower it."],
  ["What is a query?", "The words that somebody types.", "Or says."],
];
const pieces = async (mark) => {
  const text = pairs.map(([question, ...answer]) => `${mark} ${question}\n\n${answer.join("\n\n")}\n`).join("\n");
  const cut = await new MarkdownTextSplitter({ chunkSize: 120, chunkOverlap: 0 }).splitText(text);
  for (const piece of cut) console.log("  " + piece.replace(/\n+/g, " / "));
  return cut;
};
(async () => {
  console.log('headings with "#":');
  const first = await pieces("#");
  console.log('headings with "##":');
  const second = await pieces("##");
  process.exit(first[0].endsWith("# What is precision?") && first[1].startsWith("The part of what was found") && first[1].endsWith("# What is a query?")
    && second.length === 3 && second.every((piece) => piece.startsWith("## What is")) ? 0 : 1);
})();
JS
node try.js
