#!/bin/sh
# yanki, which makes cards for Anki of Markdown: what is struck through is the gap of a card, and a number of one or two digits at its
# beginning, in the page's examples with a blank behind it, is the number of the gap. A point ends that number too, and is dropped:
# "Pi is about ~~3.14~~" is to be answered by 14, version ~~2.0~~ by 0, address ~~10.0.0.1~~ by 0.0.1, and ~~0.5~~ is gap 0, where Anki
# begins with 1; the number that was asked for is shown nowhere. 1999, 10:30 and 5/6 are kept. The two colons of ~~std::vector~~ go into
# the card as they are, where Anki has its hint behind two colons: "std" is to be known and "vector" is the hint. Nothing warns. One would
# guess that a decimal number is none of a gap, and that text is made safe for the syntax it is put into, as it is for HTML.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund yanki@2.0.9 >/dev/null 2>&1
cat >try.mjs <<'JS'
import { readFileSync } from "fs";
import { getNoteFromMarkdown } from "yanki";
console.log("yanki", JSON.parse(readFileSync("node_modules/yanki/package.json")).version);
const expected = {
  "It began in ~~1999~~.": "It began in {{c1::1999}}.",
  "It begins at ~~10:30~~.": "It begins at {{c1::10:30}}.",
  "Pi is about ~~3.14~~.": "Pi is about {{c3::14}}.",
  "It is version ~~2.0~~.": "It is version {{c2::0}}.",
  "The gateway is ~~10.0.0.1~~.": "The gateway is {{c10::0.0.1}}.",
  "The chance is ~~0.5~~.": "The chance is {{c0::5}}.",
  "C++ has ~~std::vector~~.": "C++ has {{c1::std::vector}}.",
};
let asFound = true;
for (const [markdown, card] of Object.entries(expected)) {
  const note = await getNoteFromMarkdown(markdown);
  const text = note.fields.Front.replace(/<!--.*?-->|<[^>]*>/g, "").trim();
  console.log(markdown.padEnd(29), text);
  asFound &&= text === card;
}
process.exit(asFound ? 0 : 1);
JS
node try.mjs
