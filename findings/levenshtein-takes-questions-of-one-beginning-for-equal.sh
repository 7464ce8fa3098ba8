#!/bin/sh
# Levenshtein, the package of string distances that FuzzyWuzzy in Python calls: Winkler's measure raises Jaro's for a common beginning,
# of four letters at most, as its author has it. This one counts the whole beginning, a tenth for each letter, and ten letters make
# 1.0, which is said to mean identical: "What is the recall?" and "What is the precision?" are one question, and all that begin with
# "What is the difference between" are one. jellyfish and textdistance, asked for the same measure, know them apart. Of two letters
# that changed places the letters have nothing in common with jellyfish and nearly all here. For names of persons, which the measure was
# made for, the three mostly agree. One would guess that measures of one name give one number, and 1.0 to equal texts alone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq python3-levenshtein=0.12.2-2+b4 python3-jellyfish=0.8.9-1+b4 python3-textdistance=4.5.0-1 >/dev/null 2>&1
for package in ./*.deb; do dpkg -x "$package" .; done
cat >try.py <<'PYTHON'
import sys
import jellyfish
import Levenshtein
import textdistance
print("Levenshtein 0.12.2, jellyfish 0.8.9, textdistance", textdistance.__version__)
pairs = [
    ("Dixon", "Dicksonx", 0.81, 0.81),
    ("What is the recall?", "What is the precision?", 1.0, 0.91),
    ("What is the difference between C and Java?", "What is the difference between a list and a tuple?", 1.0, 0.93),
    ("How do I install it?", "How do I remove everything again?", 0.96, 0.83),
    ("ab", "ba", 0.83, 0.0),
]
as_found = True
for one, other, here, there in pairs:
    of_levenshtein = round(Levenshtein.jaro_winkler(one, other), 2)
    of_jellyfish = round(jellyfish.jaro_winkler_similarity(one, other), 2)
    of_textdistance = round(textdistance.jaro_winkler(one, other), 2)
    print("Levenshtein %.2f  jellyfish %.2f  textdistance %.2f  %s  %s" % (of_levenshtein, of_jellyfish, of_textdistance, one, other))
    as_found = as_found and of_levenshtein == here and of_jellyfish == of_textdistance == there
sys.exit(0 if as_found else 1)
PYTHON
PYTHONPATH=usr/lib/python3/dist-packages /usr/bin/python3 -W ignore try.py
