#!/bin/sh
# Textile, the markup of Redmine and others: "==" on both sides means "no markup here" and is not shown, and its readers
# disagree on where. Of two comparisons in one sentence RedCloth loses a==b and keeps a == b, PyTextile the
# other way round, textile-js loses both. So no way to write two comparisons is safe, and what is left reads as a
# sentence: "if ab and cd". One would guess that signs within or between words are text, as "*" and "_" are there.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund textile-js@2.1.1 >/dev/null
apt-get download -qq ruby3.1=3.1.7+really3.1.2-0+deb12u1 libruby3.1=3.1.7+really3.1.2-0+deb12u1 ruby-redcloth=4.3.2-4+b3 \
  python3-textile=1:4.0.2-2 python3-regex=0.1.20221031-1+b1 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
libraries=$(dirname "$(find "$PWD/usr/lib" -name 'libruby-3.1.so.3.1')")
RUBYLIB=$(dirname "$(find "$PWD/usr/lib" -name redcloth.rb)"):$(dirname "$(find "$PWD/usr/lib" -name redcloth_scan.so)")
RUBYLIB=$RUBYLIB:$PWD/usr/lib/ruby/3.1.0:$(find "$PWD/usr/lib" -path '*-linux-gnu/ruby/3.1.0' -type d)
export RUBYLIB
redcloth() { LD_LIBRARY_PATH=$libraries usr/bin/ruby3.1 -r redcloth -e 'puts RedCloth.new(ARGV[0]).to_html' "$1"; }
pytextile() {
  PYTHONPATH=usr/lib/python3/dist-packages python3 -W ignore \
    -c 'import sys, textile; print(textile.textile(sys.argv[1]).strip())' "$1"
}
for text in 'if a == b and c == d' 'if a==b and c==d' 'if a = b and c != d'; do
  echo "input        $text"
  echo "RedCloth     $(redcloth "$text")"
  echo "PyTextile    $(pytextile "$text")"
  echo "textile-js   $(node -p 'require("textile-js").parse(process.argv[1])' "$text")"
done | sed 's/<p>//; s/<.p>//' | tee seen
[ "$(cut -c14- seen)" = 'if a == b and c == d
if a == b and c == d
if a  b and c  d
if a  b and c  d
if a==b and c==d
if ab and cd
if a==b and c==d
if ab and cd
if a = b and c != d
if a = b and c != d
if a = b and c != d
if a = b and c != d' ]
