#!/bin/sh
# anki-reader, which reads decks of Anki: for the two sides of a card it fills in the template, and knows the names of fields and {{#...}}
# alone. A name with a filter before it, as in {{type:Back}} of Anki's own note type "Basic (type in the answer)", in {{text:...}},
# {{hint:...}} and {{furigana:...}}, is taken for a field that is not there and becomes nothing: the question stands on both sides and
# the answer on neither; where it is the front that has a filter, as all cards with gaps ({{cloze:Text}}) have, the card has no question
# at all. {{^Back}}No answer yet{{/Back}}, which is for cards without an answer, is shown on those that have one. Nothing warns. The fields
# of the note are read as they are. One would guess that the note types Anki comes with are read, or an error.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund anki-reader@0.3.0 anki-apkg-export@4.0.3 >/dev/null 2>&1
cat >write.js <<'JS'
const { writeFileSync } = require("fs");
const { default: Deck } = require("anki-apkg-export");
const templates = {
  basic: ["{{Front}}", "{{FrontSide}} / {{Back}}"],
  typed: ["{{Front}} {{type:Back}}", "{{Front}} / {{type:Back}}"],
  text: ["{{text:Front}}", "{{text:Back}}"],
  unanswered: ["{{Front}}", "{{Back}}{{^Back}} No answer yet.{{/Back}}"],
};
(async () => {
  for (const [name, [questionFormat, answerFormat]] of Object.entries(templates)) {
    const deck = new Deck(name, { questionFormat, answerFormat });
    deck.addCard("What is recall?", "The part found.");
    writeFileSync(`${name}.apkg`, await deck.save());
  }
})();
JS
node write.js >/dev/null 2>&1
cat >try.mjs <<'JS'
import { readFileSync } from "fs";
import { readAnkiPackage } from "anki-reader";
console.log("anki-reader 0.3.0, decks of anki-apkg-export 4.0.3");
const expected = {
  basic: [["What is recall?", "What is recall? / The part found."]],
  typed: [["What is recall?", "What is recall? /"]],
  text: [],
  unanswered: [["What is recall?", "The part found. No answer yet."]],
};
let asFound = true;
for (const [name, sides] of Object.entries(expected)) {
  const { collection } = await readAnkiPackage(new Blob([readFileSync(`${name}.apkg`)]));
  const [card] = Object.values(collection.getDecks()).flatMap((deck) => Object.values(deck.getCards()));
  const found = card.getQuestions().map((question) => [question.getQuestionString().trim(), question.getAnswerString().trim()]);
  console.log(name.padEnd(11), "fields:", JSON.stringify(card.getFields()), "sides:", JSON.stringify(found));
  asFound &&= JSON.stringify(found) === JSON.stringify(sides) && card.getFields().Back === "The part found.";
}
process.exit(asFound ? 0 : 1);
JS
node try.mjs
