#!/bin/sh
# SQLite's FTS5 with tokenize='porter': a beginning finds less the more of the word is typed, and all of it again at the
# end. The beginning is stemmed as if it were a word, and compared with the stems of whole words: "regular*" and
# "regularization*" find regularization, every beginning between the two finds nothing. One would guess that the porter
# tokenizer leaves beginnings alone, or that a longer beginning at least finds a part of what a shorter one did, up to the word.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq sqlite3=3.40.1-2+deb12u2 libsqlite3-0=3.40.1-2+deb12u2 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'libsqlite3.so.0')")
export LD_LIBRARY_PATH
echo "SQLite $(usr/bin/sqlite3 --version | cut -d' ' -f1)"
count() {
  usr/bin/sqlite3 :memory: "create virtual table records using fts5(text, tokenize='porter');
    insert into records values ('regularization of a model');
    select count(*) from records where records match '$1';"
}
found=
for beginning in 'regul*' 'regular*' 'regulari*' 'regularizat*' 'regularizatio*' 'regularization*'; do
  records=$(count "$beginning")
  echo "$beginning finds $records of 1"
  found="$found$records"
done
[ "$found" = 110001 ]
