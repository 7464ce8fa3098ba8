#!/bin/sh
# Text of a document whose changes were tracked: what was deleted, and no page shows any more, is text again with odt2txt (ODT)
# and with unrtf and catdoc (RTF), in the latter two in the middle of its sentence; odt2txt puts it before the first line,
# with the name of who deleted it and when grown into the words, and a remark of the margin into the sentence likewise. So a
# search finds answers that were taken back. docx2txt leaves them out. One would guess that, or a mark.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq odt2txt=0.5-7 unrtf=0.21.10-clean-1 catdoc=1:0.95-6~deb12u1 docx2txt=1.4-5 unzip=6.0-28 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
python3 - <<'PYTHON'
import zipfile
def pack(name, **files):
    with zipfile.ZipFile(name, "w") as document:
        for path, text in files.items():
            document.writestr(path.replace("__", "/").replace("_", "."), text)

office = "urn:oasis:names:tc:opendocument:xmlns:"
change = "<dc:creator>Someone</dc:creator><dc:date>2025-01-01T00:00:00</dc:date>"
pack("notes.odt", mimetype="application/vnd.oasis.opendocument.text", content_xml=f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="{office}office:1.0" xmlns:text="{office}text:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"><office:body><office:text><text:tracked-changes>
<text:changed-region text:id="c1"><text:deletion><office:change-info>{change}</office:change-info><text:p>never</text:p>
</text:deletion></text:changed-region></text:tracked-changes>
<text:p>It is <text:change
 text:change-id="c1"/>right<office:annotation>{change}<text:p>sure?</text:p></office:annotation>.</text:p>
</office:text></office:body></office:document-content>""")
word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
pack("notes.docx", word__document_xml=f"""<?xml version="1.0"?><w:document xmlns:w="{word}"><w:body>
<w:p w:rsidR="1"><w:r><w:t xml:space="preserve">It is </w:t></w:r><w:del w:id="1" w:author="Someone"><w:r>
<w:delText>never </w:delText></w:r></w:del><w:r><w:t>right.</w:t></w:r></w:p></w:body></w:document>""",
     word___rels__document_xml_rels="""<?xml version="1.0"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>""")
PYTHON
printf '%s\n' '{\rtf1\ansi\deff0{\fonttbl{\f0 Times;}}\pard It is {\deleted never }right.\par}' >notes.rtf
printf 'charset_path=%s\nmap_path=%s\n' "$PWD/usr/share/catdoc" "$PWD/usr/share/catdoc" >.catdocrc
line() { tr -s '\n ' '  ' | sed 's/^ //; s/ $//'; }
odt=$(usr/bin/odt2txt.odt2txt notes.odt | line)
unrtf=$(usr/bin/unrtf -P "$PWD/usr/share/unrtf/" --text notes.rtf 2>/dev/null | sed '1,/^-----/d' | line)
catdoc=$(HOME=$PWD usr/bin/catdoc notes.rtf | line)
docx=$(PATH=$PWD/usr/bin:$PATH docx2txt notes.docx - | line)
echo "written: It is right.  deleted from it: never"
echo "odt2txt 0.5     $odt"
echo "unrtf 0.21.10   $unrtf"
echo "catdoc 0.95     $catdoc"
echo "docx2txt 1.4    $docx"
[ "$odt" = 'Someone2025-01-01T00:00:00never It is rightSomeone2025-01-01T00:00:00sure? .' ]
[ "$unrtf $catdoc" = 'It is never right. It is never right.' ]
[ "$docx" = 'It is right.' ]
