#!/bin/sh
# pg-tsquery, which makes queries for PostgreSQL's text search of what people type: it takes apostrophes out and leaves the letters
# joined. PostgreSQL parts words at apostrophes, and in English both parts of "doesn't" are stop words; "doesnt" is none, and no text has
# it. So a record "Why doesn't it work?" is not found by "doesn't work", and a French one about l'index not by its own words, while
# websearch_to_tsquery() of PostgreSQL, which the package is made to surpass, finds both. Nothing tells. One would guess a
# query parted as the text was, or that apostrophes are a blank, as its other signs are.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg-tsquery@8.4.2 @electric-sql/pglite@0.5.17 >/dev/null
cat >try.mjs <<'JS'
import { readFileSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import pgTsquery from "pg-tsquery";
for (const name of ["pg-tsquery", "@electric-sql/pglite"]) console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
const database = new PGlite();
const tsquery = pgTsquery();
const seen = [];
for (const [language, text, query] of [["english", "Why doesn't it work?", "doesn't work"], ["english", "Why doesn't it work?", "it work"],
  ["french", "Comment construire l'index ?", "construire l'index"], ["french", "Comment construire l'index ?", "construire index"]]) {
  const made = tsquery(query);
  const { rows } = await database.query(`select to_tsvector('${language}', $1) @@ to_tsquery('${language}', $2) as ours,
    to_tsvector('${language}', $1) @@ websearch_to_tsquery('${language}', $3) as theirs`, [text, made, query]);
  seen.push(rows[0].ours, rows[0].theirs);
  console.log(`${text}  query: ${query}  pg-tsquery: ${made} ${rows[0].ours}  websearch_to_tsquery: ${rows[0].theirs}`);
}
process.exit(seen.join() === "false,true,true,true,false,true,true,true" ? 0 : 1);
JS
node try.mjs
