#!/bin/sh
# dictfmt, which makes dictionaries for dictd: unless told --allchars, it leaves all signs but letters and digits out of the
# index, so C, C++ and C# are three times the headword "c", and .NET is "net". dictd does the same with the word that it
# is asked for, so who asks for the definition of C++, and of exactly that, gets all three. One would guess that signs
# are passed over only where nothing matches exactly.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq dictfmt=1.13.0+dfsg-1 dictd=1.13.0+dfsg-1 libmaa4=1.4.7-1 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'libmaa.so.4')")
export LD_LIBRARY_PATH
cat >dictd.conf <<END
access { allow * }
database languages { data "$PWD/made.dict" index "$PWD/made.index" }
END
definitions() { # of C++, from a dictionary made with the options that are given
  printf ':C:the older\n:C++:the larger\n:C#:the sharp one\n:.NET:where that runs\n' |
    usr/bin/dictfmt -j --utf8 "$@" -s languages -u unknown made 2>/dev/null
  printf 'DEFINE languages "C++"\r\nQUIT\r\n' | usr/sbin/dictd -i -c dictd.conf --locale C.UTF-8 |
    tr -d '\r' | grep '^the ' | tr '\n' ',' || true
}
echo "dictfmt 1.13.0, headwords C, C++, C#, .NET"
without=$(definitions)
echo "C++ is defined as              $without the index has: $(cut -f1 made.index | grep -v '^00' | tr '\n' ' ')"
with=$(definitions --allchars)
echo "C++ with --allchars            $with the index has: $(cut -f1 made.index | grep -v '^00' | tr '\n' ' ')"
[ "$without" = 'the older,the larger,the sharp one,' ]
[ "$with" = 'the larger,' ]
