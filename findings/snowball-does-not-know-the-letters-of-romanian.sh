#!/bin/sh
# Snowball's stemmer of Romanian knows ş and ţ with a cedilla, which old character sets had in place of the letters of Romanian, and
# not ș and ț with a comma, which are these letters and what keyboards and Wikipedia write: to it they are no part of any ending.
# "informații" (information) keeps half of its ending, so does "întrebați" (you ask), and each has another stem than the same word in the
# old letters; in those "informaţii" is "inform". So what is spelled right is hardly stemmed, and old and new texts do not find
# each other. Xapian 1.4, Debian's libstemmer and snowball-stemmers of the npm registry do so alike. One would guess
# that a stemmer is made for the letters of its language, or takes both.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq python3-xapian=1.4.22-1 libxapian30=1.4.22-1 python3-stemmer=2.2.0.1-1+b1 libstemmer0d=2.2.0-2 >/dev/null 2>&1
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'libstemmer.so.0d')")
export LD_LIBRARY_PATH
npm init -y >/dev/null
npm install --silent --no-audit --no-fund snowball-stemmers@0.6.0 >/dev/null
cat >try.py <<'PYTHON'
import subprocess
import sys
import Stemmer
import xapian
print("Xapian", xapian.version_string(), "PyStemmer", Stemmer.version(), "with libstemmer 2.2.0, snowball-stemmers 0.6.0")
xapian_stem, libstemmer_stem = xapian.Stem("romanian"), Stemmer.Stemmer("romanian").stemWord
node = "const s = require('snowball-stemmers').newStemmer('romanian'); console.log(process.argv.slice(1).map((w) => s.stem(w)).join(' '))"
expected = {
    "informa\u021bii": "informa\u021b", "informa\u0163ii": "inform", "rela\u021bia": "rela\u021b", "rela\u0163ia": "rel",
    "\u00eentreba\u021bi": "\u00eentreba\u021b", "\u00eentreba\u0163i": "\u00eentreb",
    "r\u0103spunde\u021bi": "r\u0103spunde\u021b", "r\u0103spunde\u0163i": "r\u0103spund",
}
words = list(expected)
by_node = subprocess.run(["node", "-e", node, *words], capture_output=True, text=True, check=True).stdout.split()
as_found = True
for word, node_stem in zip(words, by_node):
    stems = {xapian_stem(word).decode(), libstemmer_stem(word), node_stem}
    print("%-12s (%s) becomes %s" % (word, "comma" if "\u021b" in word else "cedilla", ", ".join(stems)))
    as_found = as_found and stems == {expected[word]}
sys.exit(0 if as_found else 1)
PYTHON
PYTHONPATH=usr/lib/python3/dist-packages /usr/bin/python3 try.py
