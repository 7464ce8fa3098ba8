#!/bin/sh
# ZIM archives, in which Wikipedia and Stack Exchange are read offline: their full-text index holds words without accents, and the
# words of a query keep theirs. So in a French archive "été", typed as it stands in the page, finds nothing, and "ete" finds it;
# "café" is found, since the stemmer happens to cut off its last letter. zimsearch and kiwix-search do so alike, without a
# hint; versions after Debian 12's mend it. One would guess that one library treats both sides of its own index alike.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq zim-tools=3.1.3-1 libzim8=8.1.1-0.2 libdocopt0=0.6.2-2.3 kiwix-tools=3.3.0-3+b1 libkiwix11=11.0.0-2+b2 \
  libxapian30=1.4.22-1 libicu72 libmicrohttpd12 libpugixml1v5 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'libzim.so.8')")
export LD_LIBRARY_PATH
mkdir pages
page() { printf '<html><head><meta charset="utf-8"><title>%s</title></head><body><p>%s</p></body></html>\n' "$1" "$2" >"pages/$3"; }
page Saisons "Le café fermé en été est ouvert en hiver, à côté de la gare." index.html
python3 - <<'PYTHON'
import struct
import zlib
chunk = lambda name, data: struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
rows = zlib.compress(bytes(49) * 48)  # 48 rows of 48 grey pixels
with open("pages/picture.png", "wb") as picture:
    picture.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 48, 48, 8, 0, 0, 0, 0)) + chunk(b"IDAT", rows) + chunk(b"IEND", b""))
PYTHON
usr/bin/zimwriterfs --welcome=index.html --illustration=picture.png --language=fra --name=n --title=Saisons --description=d \
  --creator=c --publisher=p pages notes.zim >/dev/null 2>&1
echo "zim-tools 3.1.3 with libzim 8.1.1, kiwix-tools 3.3.0; the page: Le café fermé en été est ouvert en hiver, à côté de la gare."
seen=
for word in été ete hiver côté cote café; do
  zimsearch=$(usr/bin/zimsearch notes.zim "$word" | grep -c Saisons || true)
  kiwix=$(usr/bin/kiwix-search notes.zim "$word" | grep -c Saisons || true)
  echo "$word: zimsearch finds $zimsearch of 1, kiwix-search $kiwix"
  seen="$seen$zimsearch$kiwix "
done
[ "$seen" = '00 11 11 00 11 11 ' ]
