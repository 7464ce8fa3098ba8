#!/bin/sh
# pandoc meets LaTeX's class "exam", in which most teachers write questions: the parts of a question are \part in an environment
# "parts", and to pandoc \part is a chapter's elder, which needs its name in braces. What it cannot read there it does not report,
# nor does it leave out that command alone: the whole environment is gone, questions, points and solutions, and it ends with 0
# and without a word, since this counts as information (--verbose) and not as a warning. Choices, which it does not know at all,
# keep their text, as one line. One would guess a warning, or that of an unknown command the text stays, as it does elsewhere.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq pandoc=2.17.1.1-2~deb12u1 pandoc-data=2.17.1.1-2~deb12u1 liblua5.3-0=5.3.6-2 >/dev/null 2>&1
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'liblua5.3.so.0')")
export LD_LIBRARY_PATH
cat >exam.tex <<'TEX'
\documentclass[answers]{exam}
\begin{document}
\begin{questions}
\question What is recall?
\begin{choices}
\choice The part that was looked for.
\CorrectChoice The part that was found.
\end{choices}
\question Now precision.
\begin{parts}
\part[2] What is precision?
\begin{solution}
The part of the hits that is right.
\end{solution}
\part Is it a rate?
\end{parts}
\question What is left?
\end{questions}
\end{document}
TEX
usr/bin/pandoc --version | head -n 1
usr/bin/pandoc --data-dir=usr/share/pandoc/data --from=latex --to=plain exam.tex >exam.txt 2>said.txt
cat exam.txt
echo "said: $(wc -c <said.txt) bytes"
cat >expected.txt <<'TEXT'
What is recall?

The part that was looked for. The part that was found.

Now precision.

What is left?
TEXT
test ! -s said.txt
cmp exam.txt expected.txt
