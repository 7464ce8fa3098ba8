#!/bin/sh
# epub2, an EPUB reader of the npm registry that is much used: a chapter comes with "skip-" before every word that begins
# with "on" and has an equals sign behind it, in the text as in the tags, where it is meant to quiet onclick=. "Set online=yes"
# reads "Set skip-online=yes". An href="..." that a sentence quotes is made a link of the book's, too. Raw chapters
# are as written. One would guess that tags are changed and text is not.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund epub2@3.0.2 >/dev/null
python3 - <<'PYTHON'
import zipfile
with zipfile.ZipFile("book.epub", "w") as book:
    book.writestr("mimetype", "application/epub+zip")
    book.writestr("META-INF/container.xml", """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>""")
    book.writestr("book.opf", """<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Settings</dc:title><dc:language>en</dc:language>
<dc:identifier id="id">urn:uuid:0b6f1a52-6d3e-4c0f-9a43-1f5b8f3f2f10</dc:identifier></metadata>
<manifest><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="first" href="first.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine toc="ncx"><itemref idref="first"/></spine></package>""")
    book.writestr("toc.ncx", """<?xml version="1.0"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><navMap><navPoint id="one" playOrder="1">
<navLabel><text>First</text></navLabel><content src="first.xhtml"/></navPoint></navMap></ncx>""")
    book.writestr("first.xhtml", """<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>First</title></head><body>
<p>Set online=yes; if once = 1, it holds.</p><p>Write href="first.xhtml" there.</p><p>Set offline=no.</p></body></html>""")
PYTHON
cat >try.js <<'JS'
const { EPub } = require("epub2");
EPub.createAsync("book.epub").then(async (book) => {
  const sentences = (html) => html.match(/<p>.*?<\/p>/g).map((text) => text.slice(3, -4));
  const raw = sentences(await book.getChapterRawAsync("first"));
  const seen = sentences(await book.getChapterAsync("first"));
  console.log("epub2", JSON.parse(require("fs").readFileSync("node_modules/epub2/package.json")).version);
  raw.forEach((text, i) => console.log(`${text.padEnd(39)} becomes  ${seen[i]}`));
  const expected = ["Set skip-online=yes; if skip-once = 1, it holds.", 'Write href="/links/first/first.xhtml" there.',
                    "Set offline=no."];
  process.exit(seen.join() === expected.join() ? 0 : 1);
});
JS
node try.js
