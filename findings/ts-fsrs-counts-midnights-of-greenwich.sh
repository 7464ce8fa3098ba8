#!/bin/sh
# ts-fsrs (spaced repetition): how long ago a card was reviewed is counted in midnights of UTC that passed, and not in hours.
# The same answer three minutes later is a day later if a midnight of Greenwich lay between, and makes the card much
# stronger; 23 hours and 58 minutes later on one date it is no time at all and changes nothing. In Tokyo that border lies
# at nine in the morning. How well a card is remembered is counted otherwise, in whole spans of 24 hours, so both cards were
# certain to be known. One would guess hours divided by 24, or the day of the clock on the wall, and the same for both.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ts-fsrs@5.4.2 >/dev/null
cat >try.js <<'JS'
const { fsrs, createEmptyCard, Rating } = require("ts-fsrs");
const scheduler = fsrs();
console.log("ts-fsrs", JSON.parse(require("fs").readFileSync("node_modules/ts-fsrs/package.json")).version);
const strengths = [];
const known = [];
for (const [first, second] of [["00:01", "23:59"], ["23:58", "00:01"]]) {
  const learnt = new Date(`2025-01-01T${first}:00Z`);
  const again = new Date(`2025-01-0${second < first ? 2 : 1}T${second}:00Z`);
  const card = scheduler.next(createEmptyCard(learnt), learnt, Rating.Easy).card;
  const after = scheduler.next(card, again, Rating.Good).card;
  known.push(scheduler.get_retrievability(card, again, false));
  const stabilities = `${card.stability.toFixed(2)} -> ${after.stability.toFixed(2)}`;
  console.log(`${(again - learnt) / 60000} minutes later: stability ${stabilities},`,
              `known before with ${known.at(-1).toFixed(3)}`);
  strengths.push(after.stability / card.stability);
}
process.exit(strengths[0] === 1 && strengths[1] > 1.5 && known.every((chance) => chance === 1) ? 0 : 1);
JS
node try.js
