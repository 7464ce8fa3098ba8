#!/bin/sh
# SQLite: a database that was closed cleanly, all of it in one file and no log beside it, cannot be read from memory if it
# was ever put into WAL mode: sqlite3_deserialize() takes it, and the first query says "unable to open database file". Two
# bytes of its header (18 and 19) say 2 for WAL; with 1 in them the same bytes are read. From disk both are read. One would
# guess that what is whole as a file is whole as bytes, or that taking it would fail and not asking it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq sqlite3=3.40.1-2+deb12u2 libsqlite3-0=3.40.1-2+deb12u2 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'libsqlite3.so.0')")
export LD_LIBRARY_PATH
sqlite() { usr/bin/sqlite3 "$@" 2>&1 || true; }
echo "SQLite $(usr/bin/sqlite3 --version | cut -d' ' -f1)"
sqlite notes.db "pragma journal_mode=wal; create table notes(text); insert into notes values('a note');" >/dev/null
[ ! -e notes.db-wal ] && echo "closed: no log beside it"
from_disk=$(sqlite notes.db 'select text from notes')
from_memory=$(sqlite :memory: '.open --deserialize notes.db' 'select text from notes')
printf '\001\001' | dd of=notes.db bs=1 seek=18 conv=notrunc status=none
mended=$(sqlite :memory: '.open --deserialize notes.db' 'select text from notes')
echo "from disk:                        $from_disk"
echo "from memory:                      $from_memory"
echo "from memory, bytes 18 and 19 set: $mended"
[ "$from_disk" = 'a note' ]
[ "$mended" = 'a note' ]
case $from_memory in *'unable to open database file'*) ;; *) exit 1 ;; esac
