#!/bin/sh
# Value slots over Xapian's remote backend: Document::get_value() of a database that was compacted into a single file without
# a termlist table gives an empty text, with no error, though the document has the value, though sorting by it is right and
# though Database::get_value_freq() counts it. Of the same database as a folder the same call throws FeatureUnavailableError.
# Locally both give the value. One would guess that what cannot be had is an error, or that it is there.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq xapian-tools=1.4.22-1 libxapian30=1.4.22-1 python3-xapian=1.4.22-1 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'libxapian.so.30')")
export LD_LIBRARY_PATH
cat >try.py <<'PYTHON'
import os
import sys
import xapian

DB_NO_TERMLIST = 0x20
folder = xapian.WritableDatabase("folder", xapian.DB_CREATE_OR_OVERWRITE | DB_NO_TERMLIST)
for votes in ("3", "7", "5"):
    document = xapian.Document()
    document.add_term("word")
    document.add_value(0, votes)
    folder.add_document(document)
folder.commit()
xapian.Database("folder").compact("file", xapian.DBCOMPACT_SINGLE_FILE | DB_NO_TERMLIST)


def value(database):
    try:
        return repr(database.get_document(1).get_value(0).decode())
    except xapian.Error as error:
        return type(error).__name__


def best(database):
    enquire = xapian.Enquire(database)
    enquire.set_query(xapian.Query("word"))
    enquire.set_sort_by_value(0, True)
    return enquire.get_mset(0, 3).get_hit(0).docid


seen = {}
print("Xapian", xapian.version_string())
for name in ("folder", "file"):
    for way, database in (("local", xapian.Database(name)), ("remote", xapian.remote_open("usr/bin/xapian-progsrv", name))):
        seen[name, way] = value(database)
        print(f"{name:6} {way:6} get_value {seen[name, way]:24} get_value_freq {database.get_value_freq(0)} best by value: document {best(database)}")
sys.exit(0 if seen == {("folder", "local"): "'3'", ("folder", "remote"): "FeatureUnavailableError", ("file", "local"): "'3'", ("file", "remote"): "''"} else 1)
PYTHON
PYTHONPATH=usr/lib/python3/dist-packages python3 try.py
