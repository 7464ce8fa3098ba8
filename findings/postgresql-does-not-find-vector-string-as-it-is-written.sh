#!/bin/sh
# PostgreSQL's text search: a name in angle brackets is a tag of HTML to the parser that documents and queries share, and tags are no
# words. websearch_to_tsquery(), which is made for what people type, parts the query at its brackets before it asks that parser, so
# the tag is a word there. So a record "What is vector<string>?" is not found by "What is vector<string>?" nor by vector<string>;
# only plainto_tsquery() finds it, and any other vector as well. ts_headline() shows the record without it: "What is a vector ?".
# Generics, templates, placeholders such as <name>, tags that a question is about: none is found by being named. One would
# guess that a record is found by its own text, and that text which is not declared to be HTML is shown as it is.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @electric-sql/pglite@0.5.17 >/dev/null
cat >try.mjs <<'JS'
import { PGlite } from "@electric-sql/pglite";
const database = new PGlite();
const value = async (expression, ...parameters) => Object.values((await database.query(`select ${expression}`, parameters)).rows[0])[0];
console.log((await value("version()")).split(" on ")[0]);
const found = async (text, reader, query) => value(`to_tsvector('english', $1) @@ ${reader}('english', $2)`, text, query);
let as_found = true;
const expected = [
  ["What is a vector?", "What is a vector?", true, true],
  ["What is a vector<string>?", "What is a vector<string>?", false, true],
  ["What is a vector<string>?", "vector<string>", false, true],
  ["What is a vector?", "vector<string>", false, true],
  ["What does <dl> mean?", "<dl>", false, false],
];
for (const [text, query, by_web, by_plain] of expected) {
  const seen = [await found(text, "websearch_to_tsquery", query), await found(text, "plainto_tsquery", query)];
  console.log(`"${text}" by ${query}: websearch_to_tsquery ${seen[0] ? "finds" : "misses"} it, plainto_tsquery ${seen[1] ? "finds" : "misses"} it`);
  as_found &&= seen[0] === by_web && seen[1] === by_plain;
}
const words = await value("to_tsvector('english', 'a vector<string>')::text");
const asked = await value("websearch_to_tsquery('english', 'a vector<string>')::text");
const shown = await value("ts_headline('english', 'What is a vector<string>?', 'mean'::tsquery)");
console.log(`document: ${words}\nquery:    ${asked}\nheadline: ${shown}`);
process.exit(as_found && words === "'vector':2" && asked === "'vector' & 'string'" && shown === "What is a vector ?" ? 0 : 1);
JS
node try.mjs
