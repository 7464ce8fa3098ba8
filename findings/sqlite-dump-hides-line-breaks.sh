#!/bin/sh
# sqlite3 3.40.1 never writes a text of several lines into a dump: it becomes a call, replace('one\ntwo','\n',char(10)), in
# a language whose quotes know no backslash; where the text itself has \n in it, the sign for a line break is \012 instead,
# and carriage returns are a second call around it. Who reads the quoted text, as the dumps of MySQL and PostgreSQL may be
# read, has answers in one line with \n among their words. One would guess that a line break in quotes is a line break,
# which SQLite reads as well.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq sqlite3=3.40.1-2+deb12u2 >/dev/null
dpkg -x ./*.deb .
"$folder/usr/bin/sqlite3" --version
dump() {
  printf "create table faq(answer);\ninsert into faq values(%s);\n.dump\n" "$1" | "$folder/usr/bin/sqlite3" :memory: | grep INSERT
}
for answer in "'one line'" "'one
two'" "'type \\n
below'" "'one'||char(13)||char(10)||'two'"; do
  dump "$answer"
done
[ "$(dump "'one
two'")" = "INSERT INTO faq VALUES(replace('one\\ntwo','\\n',char(10)));" ]
[ "$(dump "'type \\n
below'")" = "INSERT INTO faq VALUES(replace('type \\n\\012below','\\012',char(10)));" ]
[ "$(dump "'one'||char(13)||char(10)||'two'")" = \
  "INSERT INTO faq VALUES(replace(replace('one\\r\\ntwo','\\r',char(13)),'\\n',char(10)));" ]
# A line break in quotes is read, and is the same text.
[ "$(printf "select 'one\ntwo'=replace('one\\\\ntwo','\\\\n',char(10));" | "$folder/usr/bin/sqlite3" :memory:)" = 1 ]
