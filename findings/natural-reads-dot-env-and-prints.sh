#!/bin/sh
# natural, a library of stemmers and tokenizers: to load it is to read the file .env of the folder one stands in, once for each
# kind of store that a classifier could be kept in, and to tell so on standard output, with a tip of the reader's
# maker. A program that asks for one stem then has settings that nobody gave it and prints six lines instead of one, so what
# it pipes is no longer JSON. The stemmers by themselves do not. One would guess that loading a library is silent.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund natural@8.1.1 dotenv@17.4.2 >/dev/null
echo 'COLOUR=blue' >.env
echo "natural 8.1.1 with dotenv $(node -p 'JSON.parse(require("fs").readFileSync("node_modules/dotenv/package.json")).version')"
cat >stem.js <<'JS'
const { PorterStemmer } = require(process.argv[2]);
console.log(JSON.stringify({ stem: PorterStemmer.stem("learning"), COLOUR: process.env.COLOUR }));
JS
node stem.js natural >whole
node stem.js natural/lib/natural/stemmers >part
echo "what loading all of it printed:"
sed 's/^/  /' whole
echo "what loading the stemmers printed:"
sed 's/^/  /' part
[ "$(tail -1 whole)" = '{"stem":"learn","COLOUR":"blue"}' ]
[ "$(grep -c 'env' whole)" = 5 ]
[ "$(cat part)" = '{"stem":"learn"}' ]
