#!/bin/sh
# whatsapp-chat-parser: whether the day or the month stands first is guessed from all dates of a chat, and the guess is made
# for dates that begin with the year as well. Phones set to Swedish or Canadian French write 2024-03-01; a chat with messages
# on the first of three months alone comes back as the 2nd, 3rd and 4th of January, and one more message on another day moves
# all of them. One would guess that a year in front settles the order, as in ISO 8601.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund whatsapp-chat-parser@4.0.2 >/dev/null
cat >try.mjs <<'JS'
import { readFileSync } from "node:fs";
import { parseString } from "whatsapp-chat-parser";
const chat = (days) => days.map((day) => `${day}, 21:41 - Ann: rent is paid`).join("\n");
const days_of = (messages) =>
  messages.map(({ date }) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].join("-")).join(" ");
const expected = [
  [["2024-02-01", "2024-03-01", "2024-04-01"], "2024-1-2 2024-1-3 2024-1-4"],
  [["2024-02-01", "2024-03-01", "2024-04-01", "2024-04-13"], "2024-2-1 2024-3-1 2024-4-1 2024-4-13"],
  [["2024-02-01", "2024-02-02"], "2024-2-1 2024-2-2"],
];
const { version } = JSON.parse(readFileSync("node_modules/whatsapp-chat-parser/package.json", "utf8"));
console.log("whatsapp-chat-parser", version);
let as_found = true;
for (const [days, result] of expected) {
  const seen = days_of(parseString(chat(days)));
  console.log(`${days.join(" ").padEnd(44)} is ${seen}`);
  as_found &&= seen === result;
}
process.exit(as_found ? 0 : 1);
JS
node try.mjs
