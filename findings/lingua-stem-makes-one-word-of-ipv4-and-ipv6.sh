#!/bin/sh
# Lingua::Stem, the stemmer of Perl, which Plucene's filter of stems calls: before a word is stemmed, whatever is no letter is taken
# off both its ends, as punctuation, and digits are punctuation to it. So IPv4 and IPv6 are one word, "ipv", and so are HTML4 and
# HTML5, UTF-8 and UTF-16, vitamins b6 and b12; of S3 there is "s", and 2023 and 3.14 are empty, one word for all numbers. Its manual
# names Porter's algorithm, whose other programs leave digits where they are, and speaks of no such step. One would guess that a
# number keeps its digits; as it is, who asks for one version or year is answered with any other.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq liblingua-stem-perl=2.31-1 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
stems=$(PERL5LIB=usr/share/perl5 perl -MLingua::Stem -e '
  my $stemmer = Lingua::Stem->new(-locale => "EN-US");
  print "$_: ", $stemmer->stem($_)->[0], "\n" for @ARGV;
' connection IPv4 IPv6 HTML4 HTML5 UTF-8 UTF-16 b6 b12 S3 2023 3.14)
echo "Lingua::Stem 2.31"
echo "$stems"
[ "$(echo "$stems" | tr '\n' ' ')" = "connection: connect IPv4: ipv IPv6: ipv HTML4: html HTML5: html UTF-8: utf UTF-16: utf \
b6: b b12: b S3: s 2023:  3.14:  " ]
