#!/bin/sh
# Plucene, Lucene in Perl: its StandardAnalyzer is Lucene's but for the step that makes small letters. What is written "Recall" is not
# found by "recall", so that each sentence hides its first word, and the stop words, which its page lists in small letters, are stopped
# in these alone: "The" of "The part of IT" is filed, and of "Is it so?" there is "Is". The page does not speak of letters. SimpleAnalyzer
# and StopAnalyzer beside it make them small, and part words at all that is no letter, so that they know no 2023. None that comes with
# it finds both. One would guess that an analyzer of that name treats letters as Lucene's does, and that stop words know their capitals.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq libplucene-perl=1.25-5 liblingua-stem-perl=2.31-1 libclass-virtual-perl=0.08-3 libtie-array-sorted-perl=1.41-5 \
  libclass-accessor-perl=0.51-2 libbit-vector-minimal-perl=1.3-6 libio-stringy-perl=2.111-3 libfile-slurp-perl=9999.32-2 \
  libcarp-assert-perl=0.21-3 libclass-data-inheritable-perl=0.08-3 libclass-isa-perl=0.36-7 libsub-name-perl=0.26-2+b1 >/dev/null 2>&1
for package in ./*.deb; do dpkg -x "$package" .; done
cat >try.pl <<'PERL'
use strict;
use warnings;
use Plucene::Document;
use Plucene::Index::Writer;
use Plucene::QueryParser;
use Plucene::Search::HitCollector;
use Plucene::Search::IndexSearcher;
my @texts = ('What is Recall?', 'The part of IT', 'recall in 2023', 'Is it so?');
my $found = '';
for my $name ('Standard::StandardAnalyzer', 'SimpleAnalyzer', 'StopAnalyzer') {
  my $class = "Plucene::Analysis::$name";
  eval "require $class" or die;
  my $writer = Plucene::Index::Writer->new($name =~ s/.*://r, $class->new, 1);
  for my $text (@texts) {
    my $document = Plucene::Document->new;
    $document->add(Plucene::Document::Field->Text(text => $text));
    $writer->add_document($document);
  }
  undef $writer;
  my $parser = Plucene::QueryParser->new({ analyzer => $class->new, default => 'text' });
  my $searcher = Plucene::Search::IndexSearcher->new($name =~ s/.*://r);
  for my $query ('recall', 'Recall', 'The', 'Is', '2023') {
    my @hits;
    $searcher->search_hc($parser->parse($query), Plucene::Search::HitCollector->new(collect => sub { push @hits, $_[1] }));
    printf "%-26s %-6s finds: %s\n", $name, $query, join ' / ', map { $texts[$_] } @hits;
    $found .= join(',', @hits) . ' ';
  }
}
print "Plucene 1.25\n";
exit($found eq '2 0 1 3 2 0,2 0,2 1 0,3  0,2 0,2    ' ? 0 : 1);
PERL
PERL5LIB=usr/share/perl5:$(echo usr/lib/*/perl5/5.36) perl try.pl
