#!/bin/sh
# Whoosh's query parser, as it comes: a minus before a word is thrown away, so "model -car" finds the records that have both,
# the opposite of what was asked, and "-car" alone all that have it. A plugin that reads it is there, and not among the default
# ones, though phrases, fields, wildcards and NOT are. No error tells. One would guess an exclusion, or a word "-car".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq python3-whoosh=2.7.4+git6-g9134ad92-7 python3-cached-property=1.5.2-1 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
cat >try.py <<'PYTHON'
import sys
from whoosh import __version__ as version
from whoosh.fields import ID, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.qparser import PlusMinusPlugin, QueryParser

records = {"a": "a model of a car", "b": "a model of the weather", "c": "a car"}
index = RamStorage().create_index(Schema(id=ID(stored=True), text=TEXT()))
writer = index.writer()
for name, text in records.items():
    writer.add_document(id=name, text=text)
writer.commit()
plain, with_plugin = QueryParser("text", index.schema), QueryParser("text", index.schema)
with_plugin.add_plugin(PlusMinusPlugin())
expected = {"model": ("ab", "ab"), "model -car": ("a", "b"),
            "-car weather": ("", "b"), "-car": ("ac", ""), "model NOT car": ("b", "b")}
print("Whoosh", ".".join(map(str, version)), records)
as_found = True
with index.searcher() as searcher:
    for query, names in expected.items():
        hits = [searcher.search(parser.parse(query)) for parser in (plain, with_plugin)]
        seen = tuple("".join(sorted(hit["id"] for hit in found)) for found in hits)
        without, with_it = (ids or "nothing" for ids in seen)
        print(f"{query:13} finds {without:8} with the plugin {with_it:8} read as {plain.parse(query)}")
        as_found = as_found and seen == names
sys.exit(0 if as_found else 1)
PYTHON
PYTHONPATH=usr/lib/python3/dist-packages python3 -W ignore try.py
