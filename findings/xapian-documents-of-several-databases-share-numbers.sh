#!/bin/sh
# Two Xapian databases searched as one: each match has a number of its own (MSetIterator.docid), but Document::get_docid() of the
# document that is fetched by that very number is the one it has in its own database, so two different documents answer with the
# same number, and asking the database for what a document calls itself brings another document. One would guess that
# get_document(n).get_docid() is n, as it is while there is one database, with which programs are mostly tried.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq libxapian30=1.4.22-1 python3-xapian=1.4.22-1 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'libxapian.so.30')")
export LD_LIBRARY_PATH
cat >try.py <<'PYTHON'
import sys
import xapian

for name, texts in (("x", ("x one", "x two")), ("y", ("y one", "y two"))):
    database = xapian.WritableDatabase(name, xapian.DB_CREATE_OR_OVERWRITE)
    for text in texts:
        document = xapian.Document()
        document.add_term("word")
        document.set_data(text)
        database.add_document(document)
    database.commit()

print("Xapian", xapian.version_string())
both = xapian.Database("x")
both.add_database(xapian.Database("y"))
enquire = xapian.Enquire(both)
enquire.set_query(xapian.Query("word"))
seen = []
for match in enquire.get_mset(0, 10):
    document = both.get_document(match.docid)
    again = both.get_document(document.get_docid()).get_data().decode()
    seen.append((match.docid, document.get_data().decode(), document.get_docid(), again))
for docid, text, own, again in sorted(seen):
    print(f"match {docid}: {text!r}, get_docid() {own}, and get_document({own}) is {again!r}")
alone = xapian.Database("y").get_document(2)
print("of one database:", repr(alone.get_data().decode()), "get_docid()", alone.get_docid())
sys.exit(0 if sorted(seen) == [(1, "x one", 1, "x one"), (2, "y one", 1, "x one"), (3, "x two", 2, "y one"), (4, "y two", 2, "y one")] and alone.get_docid() == 2 else 1)
PYTHON
PYTHONPATH=usr/lib/python3/dist-packages python3 try.py
