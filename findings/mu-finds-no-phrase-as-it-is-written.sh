#!/bin/sh
# mu, the search of mail behind mu4e: its manual says that a text in quotes matches the literal phrase, and none with a sign in it
# matches. The subject "What is a well-known port?" is not found by "what is a well-known port?", nor by well-known, and is by
# "what is a well known port", where blanks stand for the signs: words of mail are parted at signs, those of a query at blanks
# alone. Only signs that may belong to a word, as in C++, don't or 10.5, are kept on both sides. Nothing tells. One would guess that
# what is pasted from a subject finds that mail, in quotes at least, and that hyphens part words on both sides or on neither.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq maildir-utils=1.8.14-1 guile-3.0-libs=3.0.8-2 libgmime-3.0-0 libgpgme11 libassuan0 libgc1 libxapian30=1.4.22-1 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'libgmime-3.0.so.0')")
HOME=$PWD
MUHOME=$PWD/mu
export LD_LIBRARY_PATH HOME MUHOME
mkdir -p mail/cur mail/new mail/tmp
cat >mail/cur/1:2,S <<'END'
From: Ann <ann@example.org>
To: ben@example.org
Subject: What is a well-known port?
Date: Wed, 01 Jan 2025 12:00:00 +0000
Message-ID: <1@example.org>

Read/write it in C++, and don't ask.
END
usr/bin/mu init --maildir="$PWD/mail" >/dev/null
usr/bin/mu index --quiet
echo "mu 1.8.14; subject: What is a well-known port?  text: Read/write it in C++, and don't ask."
found=
for query in '"what is a well-known port?"' '"what is a well known port"' well-known 'port?' port '"read/write"' '"read write"' C++ "don't"; do
  count=$(usr/bin/mu find "$query" 2>/dev/null | wc -l)
  printf '%-30s finds %s of 1\n' "$query" "$count"
  found=$found$count
done
[ "$found" = 010010111 ]
