#!/bin/sh
# NLTK's stemmer of Italian, which bears Snowball's name and says that it is Snowball's: words in -enza, which Snowball brings to
# "ent", so that differenza (difference) and differente (different) meet, lose the whole ending and get a t: differenza is "differt",
# dipendenza (dependency) "dipendt", conoscenza (knowledge) "conosct". No other form of theirs has these stems. So a question for the
# differenza misses what is differente, and words that a script stems with NLTK are not in an index of Debian's libstemmer,
# as databases use it; of German, Dutch and Spanish words all are. One would guess that one algorithm has one result.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq python3-nltk=3.8-1 python3-snowballstemmer=2.2.0-2 python3-regex=0.1.20221031-1+b1 python3-joblib=1.2.0-4+deb12u1 python3-click=8.1.3-2 \
  python3-tqdm=4.64.1-1 libstemmer0d=2.2.0-2 >/dev/null 2>&1
for package in ./*.deb; do dpkg -x "$package" .; done
cat >try.py <<'PYTHON'
import ctypes
import glob
import sys
import nltk
from nltk.stem.snowball import SnowballStemmer
snowball = ctypes.CDLL(glob.glob("usr/lib/*/libstemmer.so.0d")[0])
snowball.sb_stemmer_new.restype = ctypes.c_void_p
snowball.sb_stemmer_new.argtypes = [ctypes.c_char_p, ctypes.c_char_p]
snowball.sb_stemmer_stem.restype = ctypes.c_void_p
snowball.sb_stemmer_stem.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
snowball.sb_stemmer_length.argtypes = [ctypes.c_void_p]
italian = snowball.sb_stemmer_new(b"italian", b"UTF_8")
def libstemmer(word):
    stem = snowball.sb_stemmer_stem(italian, word.encode(), len(word.encode()))
    return ctypes.string_at(stem, snowball.sb_stemmer_length(italian)).decode()
print("nltk", nltk.__version__, "libstemmer 2.2.0")
expected = {
    "differenza": ("differt", "different"), "differenze": ("differt", "different"), "differente": ("different", "different"),
    "dipendenza": ("dipendt", "dipendent"), "dipendenti": ("dipendent", "dipendent"), "conoscenza": ("conosct", "conoscent"),
    "domanda": ("domand", "domand"),
}
as_found = True
for word, stems in expected.items():
    seen = (SnowballStemmer("italian").stem(word), libstemmer(word))
    print("%-11s NLTK: %-10s libstemmer: %s" % ((word,) + seen))
    as_found = as_found and seen == stems
sys.exit(0 if as_found else 1)
PYTHON
PYTHONPATH=usr/lib/python3/dist-packages /usr/bin/python3 try.py
