#!/bin/sh
# jq 1.6: index() and indices() of a string count bytes of UTF-8, length and slices count characters. So the usual way to cut a
# passage at a word gives another passage, or none, once a letter before it is not ASCII; with ASCII it works, so
# a test in English passes. match().offset counts characters, too. One would guess that all of one tool count alike.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq jq=1.6-2.1+deb12u3 libjq1=1.6-2.1+deb12u3 libonig5=6.9.8-1 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'libjq.so.1')")
export LD_LIBRARY_PATH
usr/bin/jq --version
seen=
for text in 'a cafe in town' 'à café près town' 'über die Größe town'; do
  found=$(printf '"%s"' "$text" | usr/bin/jq -r '"\(index("town")) \(match("town").offset) <\(.[index("town"):])>"')
  echo "$text: index, match, what stands from index: $found"
  seen="$seen$found;"
done
[ "$seen" = '10 10 <town>;15 12 <n>;18 15 <n>;' ]
