#!/bin/sh
# retrieval, a BM25 search of the npm registry that calls itself comparable to Elasticsearch: asked for the best five, it brings five,
# also where one record has a word of the query; the others are those that stand first in the collection, and since hits
# come as bare texts, without scores, nothing tells where they begin. A query whose words are in no record finds none, as it should, so
# a search for something rare seems to find many, and the same search without that record nothing. Numbers are not indexed at
# all: 2023 finds nothing. One would guess that the best five are at most five, and each of them a hit.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund retrieval@1.7.2 >/dev/null
cat >try.js <<'JS'
const Retrieval = require("retrieval");
const texts = ["Apples ripen in autumn", "Bread needs yeast", "Candles burn wax", "Doors have hinges", "Recall of searches in 2023"];
const hits = (collection, query) => {
  const engine = new Retrieval(1.6, 0.75);
  engine.index(collection);
  return engine.search(query, 3);
};
console.log("retrieval", JSON.parse(require("fs").readFileSync("node_modules/retrieval/package.json")).version);
const seen = [];
for (const [collection, query] of [[texts, "recall"], [texts.slice(0, 4), "recall"], [texts, "2023"], [texts, "yeast bread"]]) {
  const found = hits(collection, query);
  console.log(`${collection.length} records, ${query}: ${found.length} hits: ${found.join("; ")}`);
  seen.push(found.join(";"));
}
process.exit(seen[0] === [texts[4], texts[0], texts[1]].join(";") && seen[1] === "" && seen[2] === ""
  && seen[3] === [texts[1], texts[0], texts[2]].join(";") ? 0 : 1);
JS
node try.js
