#!/bin/sh
# anki-apkg-export, which writes decks for Anki: the GUID of a note, which is there to know a note again when a later deck is imported,
# is a hash of question, answer and the deck's number, and that number is the time of the export. So of a deck that is exported
# anew, with one answer mended or with none, not one note is known: all are new, beside those that somebody learns already. One
# would guess that the same name and the same cards give the same notes, since nothing but these three is hashed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund anki-apkg-export@4.0.3 >/dev/null 2>&1
cat >try.js <<'JS'
const { writeFileSync } = require("fs");
const Exporter = require("anki-apkg-export").default;
const write = async (name) => {
  const deck = new Exporter("Search");
  deck.addCard("What is recall?", "The part found.");
  deck.addCard("What is precision?", "The part right.");
  writeFileSync(name, await deck.save(), "binary");
};
write("first.apkg").then(() => setTimeout(write, 50, "second.apkg"));
JS
node try.js >/dev/null 2>&1
echo "anki-apkg-export 4.0.3, the same two cards in the deck Search, exported twice"
python3 - <<'PYTHON'
import json
import sqlite3
import sys
import zipfile

seen = []
for name in ("first", "second"):
    with open(name, "wb") as database, zipfile.ZipFile(name + ".apkg") as deck:
        database.write(deck.read("collection.anki2"))
    connection = sqlite3.connect(name)
    decks = {deck["name"]: deck["id"] for deck in json.loads(connection.execute("select decks from col").fetchone()[0]).values()}
    notes = connection.execute("select guid, flds from notes order by id").fetchall()
    print(name, "deck", decks["Search"], *(f"{guid[:8]}… {fields.split(chr(31))[0]}" for guid, fields in notes))
    seen.append((decks["Search"], {guid for guid, _ in notes}, [fields for _, fields in notes]))
(first_deck, first_guids, first_fields), (second_deck, second_guids, second_fields) = seen
sys.exit(0 if first_deck != second_deck and not first_guids & second_guids and first_fields == second_fields and len(first_fields) == 2 else 1)
PYTHON
