#!/bin/sh
# Snowball's stemmer of Russian as Xapian 1.4 has it and as Debian's libstemmer has it, side by side in one release of Debian, both
# called "russian": libstemmer makes one letter of ё and е, since most people write е for both, and Xapian does not. So with
# Xapian счет, расчет and отчет (account, calculation, report, words of every list of questions of a bank) do not find счёт, расчёт
# and отчёт, and the ending of ёлка stays, so that not even its plural finds it. Who stems with the one what the other filed, as
# scripts in Python beside a database do, loses what is written with ё. snowball-stemmers of the npm registry is of Xapian's age. One
# would guess that stemmers of one project and one name agree, and that letters which everybody mixes are one.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq python3-xapian=1.4.22-1 libxapian30=1.4.22-1 python3-stemmer=2.2.0.1-1+b1 libstemmer0d=2.2.0-2 >/dev/null 2>&1
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'libstemmer.so.0d')")
export LD_LIBRARY_PATH
npm init -y >/dev/null
npm install --silent --no-audit --no-fund snowball-stemmers@0.6.0 >/dev/null
cat >try.py <<'PYTHON'
import subprocess
import sys
import Stemmer
import xapian
print("Xapian", xapian.version_string(), "PyStemmer", Stemmer.version(), "with libstemmer 2.2.0, snowball-stemmers 0.6.0")
xapian_stem, libstemmer_stem = xapian.Stem("russian"), Stemmer.Stemmer("russian").stemWord
node = "const s = require('snowball-stemmers').newStemmer('russian'); console.log(process.argv.slice(1).map((w) => s.stem(w)).join(' '))"
words = "счёт счет расчёт расчет отчёт отчет ёлка ёлки елка елки вопросы".split()
by_xapian = [xapian_stem(word).decode() for word in words]
by_libstemmer = [libstemmer_stem(word) for word in words]
by_node = subprocess.run(["node", "-e", node, *words], capture_output=True, text=True, check=True).stdout.split()
for row in zip(words, by_xapian, by_libstemmer, by_node):
    print("%-8s Xapian: %-8s libstemmer: %-8s snowball-stemmers: %s" % row)
old = "счёт счет расчёт расчет отчёт отчет ёлка ёлки елк елк вопрос".split()
new = "счет счет расчет расчет отчет отчет елк елк елк елк вопрос".split()
sys.exit(0 if by_xapian == old and by_node == old and by_libstemmer == new else 1)
PYTHON
PYTHONPATH=usr/lib/python3/dist-packages /usr/bin/python3 try.py
