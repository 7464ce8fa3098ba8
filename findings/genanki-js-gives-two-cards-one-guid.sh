#!/bin/sh
# genanki-js, which writes decks for Anki: the GUID of a note, by which Anki knows a note again when a deck is imported, is made of a
# hash of 64 bits that is written in 91 signs, and of the ten signs that this takes there are two, rarely three: the library for
# large numbers is used with the operators of JavaScript, whose results are small numbers again, with fractions that no sign stands
# for. Of 300 notes about different things two pairs have a GUID in common, of 2,000 there are 1,820 GUIDs. To Anki, and to whatever
# takes the GUID at its word, two notes with one GUID are one note, so that an import has fewer cards than the deck that was
# written, and which ones depends on their letters. Nothing warns. One would guess that a hash keeps its bits.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund genanki-js@2.0.0 esbuild@0.25.0 >/dev/null 2>&1
cat >try.js <<'JS'
import { Model } from "genanki-js";
const flds = [{ name: "Front" }, { name: "Back" }];
const model = new Model({ name: "Basic", id: "1607392319", flds, req: [[0, "all", [0]]], tmpls: [{ qfmt: "{{Front}}", afmt: "{{Back}}" }] });
const notes = [...Array(2000).keys()].map((number) => model.note([`What is term ${number}?`, `Definition ${number}.`]));
const guids = notes.map((note) => note.guid);
const distinct = (count) => new Set(guids.slice(0, count)).size;
console.log("genanki-js 2.0.0, GUIDs of the first notes:", guids.slice(0, 8).join("  "));
const lengths = guids.map((guid) => guid.length);
const usual = lengths.filter((length) => length === 2 || length === 3).length;
console.log("of 2000 GUIDs", usual, "have two or three signs, the longest has", Math.max(...lengths));
console.log("GUIDs of", 300, "notes:", distinct(300), " of 2000 notes:", distinct(2000));
const [one, other] = [notes[18], notes[117]];
console.log(`one GUID, ${JSON.stringify(one.guid)}, of "${one.fields[0]}" and "${other.fields[0]}"`);
process.exit(distinct(300) === 298 && distinct(2000) === 1820 && one.guid === other.guid && Math.max(...lengths) === 4 ? 0 : 1);
JS
npx esbuild try.js --bundle --platform=node --outfile=bundled.js --log-level=error
node bundled.js
