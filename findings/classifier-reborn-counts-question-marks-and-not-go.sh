#!/bin/sh
# classifier-reborn, which sorts texts into classes and by which Jekyll finds related pages: words of two letters and less are left out, and
# each sign of punctuation is a word. Go, R, C, AI, IP and OS are in no text, nor are "yes", "no" and "not", which are stop words; the
# question mark is in whatever asks. Taught "Go, R: Go or R." as languages and "Which IP? Which OS?" as networks, it takes "What is Go?"
# for networks, by its question mark. "IP or OS" has nothing in it, and to nothing it gives the first class, with a score of infinity, the
# surest there is; all others are below zero. Nothing tells. One would guess that names count and signs do not, and that what cannot be
# classified has the lowest score.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq ruby3.1=3.1.7+really3.1.2-0+deb12u1 libruby3.1=3.1.7+really3.1.2-0+deb12u1 ruby-classifier-reborn=2.2.0-3 \
  ruby-fast-stemmer=1.0.2-3+b4 >/dev/null 2>&1
for package in ./*.deb; do dpkg -x "$package" .; done
libraries=$(dirname "$(find "$PWD/usr/lib" -name 'libruby-3.1.so.3.1')")
RUBYLIB=$(dirname "$(find "$PWD/usr" -name classifier-reborn.rb)"):$(dirname "$(find "$PWD/usr" -name fast_stemmer.rb)"):$(dirname "$(find "$PWD/usr/lib" -name stemmer.so)")
RUBYLIB=$RUBYLIB:$(find "$PWD/usr/lib" -path '*/gems/matrix-*/lib'):$PWD/usr/lib/ruby/3.1.0:$(find "$PWD/usr/lib" -path '*-linux-gnu/ruby/3.1.0' -type d)
export RUBYLIB
cat >try.rb <<'RUBY'
require 'classifier-reborn'
puts 'classifier-reborn 2.2.0'
bayes = ClassifierReborn::Bayes.new 'Languages', 'Networks'
bayes.train 'Languages', 'Go, R: Go or R.'
bayes.train 'Networks', 'Which IP? Which OS?'
expected = {
  'Which IP is it?' => ['Networks', %w[which ?]],
  'What is Go?' => ['Networks', %w[what ?]],
  'Go or R' => ['Languages', []],
  'IP or OS' => ['Languages', []],
  'Is yes not no' => ['Languages', []]
}
as_found = expected.map do |text, (name, words)|
  found = bayes.classify_with_score(text)
  filed = ClassifierReborn::Hasher.word_hash(text).keys.map(&:to_s)
  puts "#{text.ljust(16)} words: #{filed.join(' ').ljust(7)} class: #{found.join(' ')}"
  found[0] == name && filed == words && (found[1] == Float::INFINITY) == words.empty?
end
exit as_found.all?
RUBY
LD_LIBRARY_PATH=$libraries usr/bin/ruby3.1 try.rb
