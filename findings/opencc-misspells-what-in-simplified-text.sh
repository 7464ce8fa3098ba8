#!/bin/sh
# OpenCC, asked to make simplified Chinese of Taiwan's (tw2s, tw2sp): text that is simplified already, as part of any mixed collection
# is, gets another character in "what", "how" and "why" (什么, 怎么, 为什么), a rare word for "youngest", and so in nearly every
# question; a search for "what is" finds none of them any more. The ways from Hong Kong's (hk2s) and from the neutral form (t2s) leave
# such text as it is, and so does opencc-js with newer tables of its own. One would guess that what is simplified stays so,
# whichever traditional form is looked for.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund opencc-js@1.4.2 >/dev/null
apt-get download -qq opencc=1.1.6+ds1-1 libopencc1.1=1.1.6+ds1-1 libopencc-data=1.1.6+ds1-1 libmarisa0=0.2.6-13+b1 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'libopencc.so.1.1')")
export LD_LIBRARY_PATH
question='什么是召回率？为什么？怎么算？'
convert() { (cd usr/share/opencc && echo "$question" | ../../bin/opencc -c "$PWD/$1.json"); }
javascript() { node -e 'console.log(require("opencc-js").Converter({ from: process.argv[1], to: "cn" })(process.argv[2]))' "$1" "$question"; }
echo "OpenCC 1.1.6, opencc-js 1.4.2; simplified text: $question"
seen=
for way in t2s hk2s tw2s tw2sp; do
  of_way=$(convert "$way")
  from=${way%2*}
  other=$(javascript "$from")
  printf '%-6s %s   opencc-js from %-3s %s\n' "$way" "$of_way" "$from" "$other"
  [ "$other" = "$question" ]
  if [ "$of_way" = "$question" ]; then seen="$seen same"; else seen="$seen other"; fi
done
[ "$seen" = ' same same other other' ]
[ "$(convert tw2s)" = '什幺是召回率？为什幺？怎幺算？' ]
