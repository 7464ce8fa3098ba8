#!/bin/sh
# Snowball's English stemmer, which most search engines offer under "english": a noun in -ance or -ence and its own
# adjective in -anced or -enced get different stems, so "imbalanced data" does not find "class imbalance". The rule that
# cuts -ance needs the word to end so; of -anced only the -ed goes, which leaves -anc. Verb and noun of the same words
# (balance, balances, balanced, balancing) meet all the same, since "balance" is too short for the first rule.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq python3-snowballstemmer=2.2.0-2 >/dev/null
dpkg -x ./*.deb .
echo "snowballstemmer 2.2.0"
PYTHONPATH=usr/lib/python3/dist-packages python3 - <<'PYTHON'
import sys
import snowballstemmer
stem = snowballstemmer.stemmer("english").stemWord
as_found = True
for noun, adjective, same in (("imbalance", "imbalanced", False), ("experience", "experienced", False),
                              ("evidence", "evidenced", False), ("balance", "balanced", True),
                              ("regularization", "regularized", True)):
    print(f"{noun} -> {stem(noun)}, {adjective} -> {stem(adjective)}")
    as_found = as_found and (stem(noun) == stem(adjective)) == same
sys.exit(0 if as_found else 1)
PYTHON
