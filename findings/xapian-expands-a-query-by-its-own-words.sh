#!/bin/sh
# Xapian proposes words to expand a query by (Enquire::get_eset), from records that were found good, and is documented to leave out
# those of the query. With the words as TermGenerator files them, each as it is and as a stem, and the query as QueryParser reads
# it by default, by stems, the best proposals are the words of the query themselves, as they are written, for only the stems
# were asked for; and nothing of the same stem is left out. Who shows the first three has shown the query again. One would
# guess that what two classes of one library do by default fits the third, as it does when only stems or only words are used.
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

records = ("growing tomatoes under glass", "growing tomatoes by light", "one tomato by the window", "light of a lamp", "a lamp under a table",
           "glass for a lamp", "a table by the window", "a chair")


def proposals(terms, query_strategy):
    database = xapian.WritableDatabase("index", xapian.DB_CREATE_OR_OVERWRITE)
    generator, parser = xapian.TermGenerator(), xapian.QueryParser()
    for user, strategy in ((generator, terms), (parser, query_strategy)):
        user.set_stemmer(xapian.Stem("en"))
        if strategy is not None:
            user.set_stemming_strategy(strategy)
    for text in records:
        document = xapian.Document()
        generator.set_document(document)
        generator.index_text(text)
        database.add_document(document)
    database.commit()
    enquire = xapian.Enquire(database)
    enquire.set_query(parser.parse_query("growing tomatoes"))
    good = xapian.RSet()
    for match in enquire.get_mset(0, 2):
        good.add_document(match.docid)
    return str(enquire.get_query()), [item.term.decode() for item in enquire.get_eset(3, good)]


print("Xapian", xapian.version_string())
seen = {}
for name, terms, query_strategy in (("by default", None, None), ("stems alone", xapian.TermGenerator.STEM_ALL, xapian.QueryParser.STEM_ALL),
                                    ("words alone", xapian.TermGenerator.STEM_NONE, xapian.QueryParser.STEM_NONE)):
    query, seen[name] = proposals(terms, query_strategy)
    print(f"{name:11}  {query:38}  proposals: {' '.join(seen[name])}")
sys.exit(0 if seen["by default"][:2] == ["tomatoes", "growing"] and not {"grow", "growing", "tomato", "tomatoes"} & {*seen["stems alone"], *seen["words alone"]} else 1)
PYTHON
PYTHONPATH=usr/lib/python3/dist-packages python3 try.py
