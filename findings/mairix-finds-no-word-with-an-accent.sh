#!/bin/sh
# mairix, which indexes mail for searches from the command line: only letters of ASCII and digits make words, any other letter
# parts them, though its manual says that a word is a string of alphanumeric characters. Of "le café" in UTF-8 there are the words
# "le" and "caf"; and while the mail is parted so, what is asked for is not: "café" is looked up as a whole, and no mail can have it.
# Of Russian nothing is in the index at all. For the same reason node.js and e-mail find nothing, while js and mail do, in the
# same mail. No message tells. One would guess that a query is parted as the mail was.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq mairix=0.24-2 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
mkdir -p mail/cur mail/new mail/tmp hits
cat >mail/cur/1:2,S <<'MAIL'
From: somebody@example.org
Subject: Questions
Message-ID: <1@example.org>
Date: Mon, 1 Jan 2024 00:00:00 +0000
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Où est le café? Где база? How do I send an e-mail from node.js?
MAIL
printf 'base=%s\nmaildir=mail\nmfolder=hits\ndatabase=%s/database\n' "$PWD" "$PWD" >mairixrc
usr/bin/mairix -f mairixrc
echo "mairix 0.24, one mail: $(tail -1 mail/cur/1:2,S)"
seen=
for word in le café caf база node.js js e-mail mail; do
  hits=$(usr/bin/mairix -f mairixrc -r "b:$word" | wc -l)
  echo "$word: $hits"
  seen="$seen$word $hits, "
done
[ "$seen" = 'le 1, café 0, caf 1, база 0, node.js 0, js 1, e-mail 0, mail 1, ' ]
