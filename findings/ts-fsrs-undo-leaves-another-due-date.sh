#!/bin/sh
# ts-fsrs (spaced repetition): rollback(), which undoes a review, gives back a card that is due at the moment of the review
# that was undone, and not when it was due before. A card that was answered early by mistake and undone is due at once
# instead of in a week. All else (stability, difficulty, counts, last review) is as it was, and the log that it undoes by
# has no place for the old date: its field "due" holds the last review. One would guess that undoing restores the card.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ts-fsrs@5.4.2 >/dev/null
cat >try.js <<'JS'
const { fsrs, createEmptyCard, Rating } = require("ts-fsrs");
const scheduler = fsrs();
const learnt = new Date("2025-01-01T12:00:00Z");
const early = new Date("2025-01-03T12:00:00Z");
const before = scheduler.next(createEmptyCard(learnt), learnt, Rating.Easy).card;
const review = scheduler.next(before, early, Rating.Good);
const undone = scheduler.rollback(review.card, review.log);
console.log("ts-fsrs", JSON.parse(require("fs").readFileSync("node_modules/ts-fsrs/package.json")).version);
console.log("due before:         ", before.due.toISOString());
console.log("reviewed and undone:", early.toISOString());
console.log("due after:          ", undone.due.toISOString());
const changed = Object.keys(before).filter((key) => String(before[key]) !== String(undone[key]));
console.log("changed:", changed.join(", "));
process.exit(changed.join() === "due" && +undone.due === +early ? 0 : 1);
JS
node try.js
