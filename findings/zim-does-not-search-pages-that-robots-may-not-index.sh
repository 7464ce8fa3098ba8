#!/bin/sh
# ZIM archives, in which websites are read offline: a page that asks robots of search engines on the web not to index it
# (<meta name="robots" content="noindex">, as many sites ask for pages of tags, of users, of duplicates, or everywhere on a
# site for trials) is in the archive and can be opened, and its full-text search, which is nobody's on the web, does not have it,
# nor does zimwriterfs tell. Its title is still proposed. The same befalls a page with the word NOINDEX, in capitals, anywhere in its text.
# One would guess that an archive searches what it holds, or at least that a word of its text is no instruction.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq zim-tools=3.1.3-1 libzim8=8.1.1-0.2 libdocopt0=0.6.2-2.3 libxapian30=1.4.22-1 libicu72 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'libzim.so.8')")
export LD_LIBRARY_PATH
mkdir pages
page() { printf '<html><head><title>%s</title>%s</head><body><p>%s</p></body></html>\n' "$2" "$3" "$4" >"pages/$1.html"; }
page index Weather '' 'Rain is water that falls.'
page snow Snow '<meta name="robots" content="noindex">' 'Snow is rain that froze.'
page hail Hail '<meta name="robots" content="noarchive">' 'Hail is rain that froze to ice.'
page sleet Sleet '' 'Sleet is rain with snow. Write NOINDEX to hide a page.'
page fog Fog '' 'Fog is rain that floats. Write noindex to hide a page.'
python3 - <<'PYTHON'
import struct
import zlib
chunk = lambda name, data: struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
rows = zlib.compress(bytes(49) * 48)  # 48 rows of 48 grey pixels
with open("pages/picture.png", "wb") as picture:
    picture.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 48, 48, 8, 0, 0, 0, 0)) + chunk(b"IDAT", rows) + chunk(b"IEND", b""))
PYTHON
usr/bin/zimwriterfs --welcome=index.html --illustration=picture.png --language=eng --name=n --title=Weather --description=d \
  --creator=c --publisher=p pages notes.zim >log 2>&1
echo "zim-tools 3.1.3 with libzim 8.1.1"
pages=$(usr/bin/zimdump list notes.zim | grep -c html)
found=$(usr/bin/zimsearch notes.zim rain | sed -n 's/^score.*:\t//p' | sort | tr '\n' ' ')
echo "pages in the archive, each with the word rain: $pages; found by rain: $found"
echo "warnings: $(grep -ci noindex log || true)"
[ "$pages $found" = '5 Fog Hail Weather ' ]
