#!/bin/sh
# textdistance, which brings more than thirty measures of likeness under one interface: normalized_similarity() is promised to be between
# 0 for different texts and 1 for equal ones, so that measures can be changed for each other and one threshold put to all. Of the
# measures by compression, rle_ncd gives two equal words 0 and bz2_ncd gives "A" and "B" 1; arith_ncd goes below 0; mlipns has 1 for
# "yes" and "no". tanimoto gives equal texts 0 and all others less, down to minus infinity, so whoever asks it for duplicates gets none
# whatever the threshold. One would guess that numbers are normalized where their name says so, and that equal texts are equal.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq python3-textdistance=4.5.0-1 >/dev/null 2>&1
dpkg -x ./*.deb .
cat >try.py <<'PYTHON'
import sys
import textdistance
print("textdistance", textdistance.__version__)
pairs = [("recall", "recall"), ("A", "B"), ("yes", "no"), ("C", "C++")]
expected = {
    "levenshtein": [1.0, 0.0, 0.0, 0.33],
    "jaccard": [1.0, 0.0, 0.0, 0.33],
    "tanimoto": [0.0, float("-inf"), float("-inf"), -1.58],
    "rle_ncd": [0.0, 0.0, 0.0, 0.0],
    "bz2_ncd": [0.89, 1.0, 0.8, 0.88],
    "arith_ncd": [-0.17, 1.0, -0.75, -0.5],
    "mlipns": [1.0, 1.0, 1.0, 1.0],
}
as_found = True
print("%-12s" % "", *("%-16s" % " / ".join(pair) for pair in pairs))
for name, numbers in expected.items():
    measure = getattr(textdistance, name)
    found = [round(measure.normalized_similarity(*pair), 2) for pair in pairs]
    print("%-12s" % name, *("%-16s" % number for number in found))
    as_found = as_found and found == numbers
sys.exit(0 if as_found else 1)
PYTHON
PYTHONPATH=usr/lib/python3/dist-packages /usr/bin/python3 try.py
