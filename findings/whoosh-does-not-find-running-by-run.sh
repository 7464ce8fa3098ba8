#!/bin/sh
# Whoosh's stemmer for English, which its StemmingAnalyzer uses unless told otherwise, is Porter's, but for the step that makes one
# letter of two where "-ing" and "-ed" were cut off: the pattern for it is looked for at the beginning of the word and not at its end.
# So "running" has the stem "runn" and "stopped" has "stopp", and neither is found by "run" or "stop". Of all that a
# stemmer is for, these are the first examples in most books. Whoosh's other stemmer for English, which LanguageAnalyzer("en")
# uses, is right. One would guess that both at least have the examples of Porter's paper (hopping: hop).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq python3-whoosh=2.7.4+git6-g9134ad92-7 >/dev/null
dpkg -x ./*.deb .
cat >try.py <<'PYTHON'
import sys
import whoosh
from whoosh.analysis import LanguageAnalyzer, StemmingAnalyzer
from whoosh.fields import Schema, TEXT
from whoosh.filedb.filestore import RamStorage
from whoosh.qparser import QueryParser

questions = ["How is a running server stopped?", "Who planned the hopping?", "How are settings controlled?"]
words = ["run", "stop", "plan", "hop", "set", "control"]


def found(analyzer):
    index = RamStorage().create_index(Schema(text=TEXT(stored=True, analyzer=analyzer)))
    writer = index.writer()
    for question in questions:
        writer.add_document(text=question)
    writer.commit()
    with index.searcher() as searcher:
        return {word: len(searcher.search(QueryParser("text", index.schema).parse(word))) for word in words}


print("Whoosh", whoosh.versionstring(), *questions)
seen = {"StemmingAnalyzer()": found(StemmingAnalyzer()), 'LanguageAnalyzer("en")': found(LanguageAnalyzer("en"))}
for name, hits in seen.items():
    print(f"{name:24}", *(f"{word}: {count}" for word, count in hits.items()))
stems = [token.text for token in StemmingAnalyzer()("running stopped planned hopping")]
print("stems of running, stopped, planned, hopping:", *stems)
one, other = ([*hits.values()] for hits in seen.values())
sys.exit(0 if one == [0, 0, 0, 0, 0, 1] and other == [1] * 6 and stems == ["runn", "stopp", "plann", "hopp"] else 1)
PYTHON
PYTHONPATH=usr/lib/python3/dist-packages /usr/bin/python3 -W ignore try.py
