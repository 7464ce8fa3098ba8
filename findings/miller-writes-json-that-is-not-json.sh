#!/bin/sh
# Miller turns CSV into JSON that no JSON reader takes: what it takes for a number it writes as it stood, without quotes, and
# that is also 0x1F, .5, 1. and 0b11, none of which JSON knows. One cell of a table ("What is 0x1F in decimal?") makes
# the whole output unreadable, while 007 is quoted and does no harm. One would guess text in quotes, or the value.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq miller=6.6.0-2+b3 >/dev/null
dpkg -x ./*.deb .
usr/bin/mlr --version
read_json() { python3 -c 'import json, sys; json.load(sys.stdin)' 2>/dev/null; }
for cell in 31 007 1e5 0x1F 0b11 .5 1. -0xff; do
  printf 'question,answer\nWhich?,%s\n' "$cell" >table.csv
  usr/bin/mlr --icsv --ojsonl cat table.csv >table.json
  if read_json <table.json; then echo "$(cat table.json)  is read"; else echo "$(cat table.json)  is no JSON"; fi
done | tee seen
[ "$(sed 's/.*answer": \(.*\)}  /\1 /' seen)" = '31 is read
"007" is read
1e5 is read
0x1F is no JSON
0b11 is no JSON
.5 is no JSON
1. is no JSON
-0xff is no JSON' ]
