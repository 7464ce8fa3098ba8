#!/bin/sh
# jieba, the segmenter of Chinese, brings an analyzer for Whoosh that leaves out each word of one sign if that sign is not Chinese.
# The names of R and C and of the vitamins, and the number of a chapter, are such words, on both sides of a search: R语言, "the
# language R", asks for 语言, "language", alone, and finds C and Java likewise. C语言, which is in jieba's dictionary as one word,
# is found by exactly that, and "C" is an empty query that finds nothing. In text without blanks the other words of the question
# are all Chinese, so the letter is what it is about. Chinese words of one sign stay. One would guess that letters weigh no less.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq python3-whoosh=2.7.4+git6-g9134ad92-7 python3-jieba=0.42.1-3 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
cat >try.py <<'PYTHON'
import logging
import sys
import jieba
from jieba.analyse import ChineseAnalyzer
from whoosh.fields import Schema, TEXT
from whoosh.filedb.filestore import RamStorage
from whoosh.qparser import QueryParser

jieba.setLogLevel(logging.ERROR)
jieba.dt.tmp_dir = "."
index = RamStorage().create_index(Schema(text=TEXT(stored=True, analyzer=ChineseAnalyzer())))
writer = index.writer()
for question in ["R语言是什么？", "C语言是什么？", "Java语言是什么？", "维生素C有什么用？", "维生素D有什么用？", "水的沸点是多少？"]:
    writer.add_document(text=question)
writer.commit()
seen = []
print("jieba", jieba.__version__)
with index.searcher() as searcher:
    for words in ["R语言", "C语言", "C", "维生素C", "水"]:
        query = QueryParser("text", index.schema).parse(words)
        hits = [hit["text"] for hit in searcher.search(query)]
        print(f"{words}: jieba has {'/'.join(jieba.cut(words))}, Whoosh asks for {query} and finds {len(hits)}:", *hits)
        seen.append(len(hits))
sys.exit(0 if seen == [3, 1, 0, 2, 1] else 1)
PYTHON
PYTHONPATH=usr/lib/python3/dist-packages /usr/bin/python3 -W ignore try.py
