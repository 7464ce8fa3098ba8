#!/bin/sh
# Xapian's correction of spelling proposes another word also for one that the database holds, if the other is a letter or two
# away and not rarer: "cdn" becomes "can" and "naive" becomes "native" where both are in the records and find them, and of
# "lose" and "loose", once each, either is corrected to the other. Who shows the proposal, or searches for it, leads away
# from what was asked for and there. One would guess that only what is not in the database is a mistake.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq python3-xapian=1.4.22-1 libxapian30=1.4.22-1 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'libxapian.so.30')")
export LD_LIBRARY_PATH
cat >try.py <<'PYTHON'
import sys
import xapian
database = xapian.WritableDatabase("index", xapian.DB_CREATE_OR_OVERWRITE)
generator, parser = xapian.TermGenerator(), xapian.QueryParser()
generator.set_database(database)
generator.set_flags(xapian.TermGenerator.FLAG_SPELLING)
parser.set_database(database)
records = ("what a cdn is", "what can be in it", "who can ask", "naive bayes", "native code", "a native speaker", "lose", "loose")
for text in records:
    document = xapian.Document()
    generator.set_document(document)
    generator.index_text(text)
    database.add_document(document)
database.commit()
print("Xapian", xapian.version_string(), records)
as_found = True
for word, correction in (("cdn", "can"), ("naive", "native"), ("native", ""), ("bayes", ""), ("bayess", "bayes"), ("lose", "loose"), ("loose", "lose")):
    parser.parse_query(word, parser.FLAG_SPELLING_CORRECTION)
    seen = parser.get_corrected_query_string().decode()
    print(f"{word:7} in {database.get_termfreq(word)} records, did you mean: {seen or 'nothing else'}")
    as_found = as_found and seen == correction
sys.exit(0 if as_found else 1)
PYTHON
PYTHONPATH=usr/lib/python3/dist-packages python3 try.py
