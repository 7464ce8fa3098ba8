#!/bin/sh
# Recoll keeps the signs of C++ and C# for its index, as long as a blank or the end of the line follows. In "What is C++?", "(C++)"
# or "C++, C" it files "c+", and in "Is it C#?" or at the end of a sentence just "c", beside the language of that name. So
# a search for C++ finds the texts in which a blank happens to follow, and no question that ends in it. Nor does such a question as it
# stands: it asks for "c+" and, since "?" is any one sign, for a further word of one sign behind it. One would
# guess that a word is filed as one word whatever follows it, or that none of its signs is kept.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq recollcmd=1.34.3-1 libxapian30=1.4.22-1 libaspell15 libchm1 libxslt1.1 libxml2 libicu72 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
libraries=$(dirname "$(find "$PWD/usr/lib" -name 'librecoll.so')")
LD_LIBRARY_PATH=$libraries:$(dirname "$libraries")
RECOLL_DATADIR=$PWD/usr/share/recoll
HOME=$PWD
export LD_LIBRARY_PATH RECOLL_DATADIR HOME
mkdir settings notes
printf 'topdirs = %s/notes\nloglevel = 1\n' "$PWD" >settings/recoll.conf
note() { echo "$2" >"notes/$1.txt"; }
note plus-blank 'C++ is old.'
note plus-mark 'What is C++?'
note plus-bracket 'It is a language (C++).'
note sharp-blank 'C# is new.'
note sharp-mark 'Is it C#?'
note sharp-comma 'If it is C#, then it is.'
usr/bin/recollindex -c settings >log 2>&1
find_notes() { usr/bin/recollq -c settings -n 10 -b "$1" 2>/dev/null | sed -n 's,.*/notes/\(.*\)\.txt$,\1,p' | sort | tr '\n' ' '; }
echo "Recoll 1.34.3"
for query in 'C++' '"c+"' 'C#' 'c' 'what is c++?'; do printf '%-13s finds %s\n' "$query" "$(find_notes "$query")"; done
[ "$(find_notes 'C++')" = 'plus-blank ' ]
[ "$(find_notes '"c+"')" = 'plus-bracket plus-mark ' ]
[ "$(find_notes 'C#')" = 'sharp-blank sharp-comma ' ]
[ "$(find_notes 'c')" = 'sharp-mark ' ]
[ -z "$(find_notes 'what is c++?')" ]
