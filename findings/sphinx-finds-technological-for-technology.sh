#!/bin/sh
# The search page of Sphinx, the program of Python's documentation: words are cut to stems twice, in Python when the pages are
# made and in JavaScript when one searches, and for English these are two versions of Porter's stemmer. "technology" is
# filed as "technologi" and asked for as "technolog", which is the stem of "technological". So the page that says
# "technology" is not found by that word where another says "technological"; the same with assembly beside assembler, and with
# methodology, analogy, possibly. Where no page has the other word all seems right, since parts of words count then. One
# would guess that both sides share a stemmer; the docstring that is meant for further languages says that they must.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq python3-sphinx=5.3.0-4 sphinx-common=5.3.0-4 libjs-sphinxdoc=5.3.0-4 libjs-jquery libjs-underscore python3-snowballstemmer=2.2.0-2 python3-docutils \
  docutils-common python3-alabaster python3-babel python-babel-localedata python3-tz python3-imagesize python3-jinja2 python3-markupsafe \
  python3-packaging python3-pygments python3-roman python3-requests python3-urllib3 python3-idna python3-certifi python3-chardet \
  python3-charset-normalizer python3-six >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
grep -rlE "/usr/share/(docutils|sphinx)" usr/lib/python3 | xargs sed -i -E "s,/usr/share/(docutils|sphinx),$PWD&,"
mkdir source
echo 'html_theme = "basic"' >source/conf.py
page() { printf '%s\n=====\n\n%s\n' "$1" "$2" >"source/$1.rst"; }
page index 'Some pages'
page first 'Nothing of it'
page one 'Which technology is it?'
page two 'It is a technological matter.'
page three 'What is assembly?'
page four 'An assembler makes it.'
page five 'What is topology?'
page six 'What is a model?'
page seven 'Two models of the weather'
PYTHONPATH=usr/lib/python3/dist-packages PYTHONDONTWRITEBYTECODE=1 python3 -W ignore -m sphinx -q -b html source pages 2>warnings
cat >try.js <<'JS'
const { readFileSync } = require("fs");
const read = (path) => readFileSync(path, "utf8");
globalThis.window = {};
globalThis.document = {};
globalThis._ready = () => {};
const scripts = [read("pages/_static/language_data.js"), read("usr/share/javascript/sphinxdoc/1.0/searchtools.js"), read("pages/searchindex.js")];
const { Search, Stemmer } = new Function(`${scripts.join("\n")}; return { Search, Stemmer };`)();
const expected = { "technology": "two", "technological": "two", "assembly": "four", "topology": "five", "model": "seven six" };
let as_found = true;
for (const [word, pages] of Object.entries(expected)) {
  const stem = new Stemmer().stemWord(word);
  const found = Search.performTermsSearch(new Set([stem]), new Set()).map(([page]) => page).sort().join(" ");
  console.log(`${word.padEnd(14)} asked for as ${stem.padEnd(11)} finds the pages: ${found}`);
  as_found &&= found === pages;
}
process.exit(as_found ? 0 : 1);
JS
echo "Sphinx 5.3.0; in pages:"
grep -E '^[A-Z]' source/*.rst | sed 's,^source/,  ,; s/\.rst:/: /'
node try.js
