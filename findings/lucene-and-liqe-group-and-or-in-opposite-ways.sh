#!/bin/sh
# Two parsers of Lucene's query language on the npm registry, both much used: neither lets AND bind closer than OR, and each
# errs at the other end. "lucene" makes a tree from the right, so "a AND b OR c" asks for a in every hit; "liqe" from the left, so
# "a OR b AND c" asks for c in every hit. What stands in "lucene" behind a NOT is excluded to the end of the query: "a NOT b OR
# c" excludes c. So one and the same query finds other records with either, and with one of them always others than where AND is
# stronger. One would guess what every programming language and most search engines do, or that both do alike.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund lucene@2.1.1 liqe@3.8.7 >/dev/null
cat >try.js <<'JS'
const { readFileSync } = require("fs");
const lucene = require("lucene");
const liqe = require("liqe");
for (const name of ["lucene", "liqe"]) console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
const grouped_by_lucene = (node) => node.operator ? `(${grouped_by_lucene(node.left)} ${node.operator} ${grouped_by_lucene(node.right)})`
  : node.term ?? grouped_by_lucene(node.left);
const grouped_by_liqe = (node) => ({
  LogicalExpression: () => `(${grouped_by_liqe(node.left)} ${node.operator.operator} ${grouped_by_liqe(node.right)})`,
  UnaryOperator: () => `(NOT ${grouped_by_liqe(node.operand)})`,
  Tag: () => node.expression.value,
})[node.type]();
const expected = {
  "a AND b OR c": ["(a AND (b OR c))", "((a AND b) OR c)"],
  "a OR b AND c": ["(a OR (b AND c))", "((a OR b) AND c)"],
  "a AND NOT b OR c": ["(a AND NOT (b OR c))", "((a AND (NOT b)) OR c)"],
};
let as_found = true;
for (const [query, groups] of Object.entries(expected)) {
  const seen = [grouped_by_lucene(lucene.parse(query)), grouped_by_liqe(liqe.parse(query))];
  console.log(`${query.padEnd(17)} lucene: ${seen[0].padEnd(21)} liqe: ${seen[1]}`);
  as_found &&= seen.join() === groups.join();
}
const records = [{ text: "a" }, { text: "c" }, { text: "b c" }];
const found = liqe.filter(liqe.parse("a OR b AND c"), records).map((record) => record.text);
console.log(`liqe filters ${JSON.stringify(records.map((record) => record.text))} by a OR b AND c: ${JSON.stringify(found)}`);
process.exit(as_found && found.join() === "b c" ? 0 : 1);
JS
node try.js
