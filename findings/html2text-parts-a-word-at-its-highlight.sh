#!/bin/sh
# Python's html2text puts a blank between what is bold and the letters of the same word before and behind it: <b>over</b>fitting
# becomes "**over** fitting". Pages that highlight what was searched for write just that, and so does who explains an
# abbreviation by bold first letters; their text then has other words than the page. Markdown needs no blank beside "**",
# and Turndown writes none. One would guess that a converter never parts a word.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund turndown@7.2.5 >/dev/null
apt-get download -qq python3-html2text=2020.1.16-2 >/dev/null
dpkg -x ./*.deb .
html2text() {
  PYTHONPATH=usr/lib/python3/dist-packages python3 \
    -c 'import html2text, sys; print(html2text.html2text(sys.argv[1]).strip())' "$1"
}
turndown() { node -e 'console.log(new (require("turndown"))().turndown(process.argv[1]))' "$1"; }
for html in 'What is <b>over</b>fitting?' 'Two <em>index</em>es' '<b>N</b>ot <b>i</b>n <b>s</b>ight' \
  'mis<b>spell</b>' '<b>well</b>-known'; do
  printf '%-36s html2text 2020.1.16: %-26s ' "$html" "$(html2text "$html")"
  echo "turndown 7.2.5: $(turndown "$html")"
done | tee seen
[ "$(sed 's/.*2020.1.16: *//; s/  *turndown.*//' seen)" = 'What is **over** fitting?
Two _index_ es
**N** ot **i** n **s** ight
mis **spell**
**well** -known' ]
