#!/bin/sh
# Mozilla's Readability, the reader's view of Firefox as a library: of questions that fold, as the W3C advises them (a
# heading with a button in it) and as Bootstrap has them, no question is left, only answers, and of Bootstrap's not even
# all of those. Buttons are taken for furniture, "header" in the name of a class for the head of a page, and the answers, each
# in a box of its own, compete for being the article. Plain headings, <dl> and <details> keep all. One would guess that
# headings stay, and that parts which are alike are kept or left together; null, which says "no article", does not come.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @mozilla/readability@0.6.0 linkedom@0.18.15 >/dev/null
cat >try.mjs <<'JS'
import { readFileSync } from "node:fs";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
const pairs = {
  "What is recall?": "It is the part of the relevant records that a search has found, and it grows as more records are shown to the reader, "
    + "up to one if all of them are shown, which is why it is mostly given for the first ten or hundred.",
  "What is precision?": "It is the part of the found records that are relevant, and it mostly falls as more records are shown to the reader, "
    + "since the first ones of a good ranking are better than the later ones, whatever was asked for.",
  "What is a stem?": "It is what is left of a word when its ending is cut off, so that a question about models also finds what was written "
    + "about one model, and a question about indexing what was written about an index.",
};
const page = (pair) => "<!DOCTYPE html><html><head><title>Questions about search</title></head><body><main><h1>Questions about search</h1>"
  + Object.entries(pairs).map(([question, answer], i) => pair(question, answer, i)).join("\n") + "</main></body></html>";
const pages = {
  "headings": page((question, answer) => `<h2>${question}</h2><p>${answer}</p>`),
  "dl": page((question, answer) => `<dl><dt>${question}</dt><dd>${answer}</dd></dl>`),
  "details": page((question, answer) => `<details><summary>${question}</summary><p>${answer}</p></details>`),
  "W3C": page((question, answer, i) => `<h2><button type="button" aria-expanded="true" aria-controls="c${i}">${question}</button></h2>
    <div id="c${i}" role="region"><p>${answer}</p></div>`),
  "Bootstrap": page((question, answer, i) => `<div class="accordion-item"><h2 class="accordion-header">
    <button class="accordion-button" type="button" data-bs-toggle="collapse" data-bs-target="#c${i}">${question}</button></h2>
    <div id="c${i}" class="accordion-collapse collapse show"><div class="accordion-body">${answer}</div></div></div>`),
};
const kept = {};
console.log("@mozilla/readability", JSON.parse(readFileSync("node_modules/@mozilla/readability/package.json")).version);
for (const [name, html] of Object.entries(pages)) {
  const text = new Readability(parseHTML(html).document).parse()?.textContent ?? "";
  const count = (texts) => texts.filter((part) => text.includes(part)).length;
  kept[name] = `${count(Object.keys(pairs))} of 3 questions, ${count(Object.values(pairs))} of 3 answers`;
  console.log(`${name.padEnd(10)} keeps ${kept[name]}`);
}
const all = "3 of 3 questions, 3 of 3 answers";
process.exit(kept.headings === all && kept.dl === all && kept.details === all && kept.W3C === "0 of 3 questions, 3 of 3 answers"
  && kept.Bootstrap === "0 of 3 questions, 2 of 3 answers" ? 0 : 1);
JS
node try.mjs
