#!/bin/sh
# pylatexenc, which makes text of LaTeX, as reference managers and search engines of papers need it: the fraction \frac{a+b}{2} becomes
# a+b/2, which is another number, and x^{n+1}, which is not x^n+1, becomes just that; \binom{n}{k} is "nk". With an answer
# "the mean is (a+b)/2" in LaTeX the text says something else than the page, and nothing tells. Roots get their parentheses, √(x+1),
# so it is known that groups need them. One would guess parentheses around whatever has more than one sign, or LaTeX as it was.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq python3-pylatexenc=2.10-2 >/dev/null 2>&1
for package in ./*.deb; do dpkg -x "$package" .; done
cat >try.py <<'PYTHON'
import sys
import pylatexenc.latex2text
import pylatexenc.version
print("pylatexenc", pylatexenc.version.version_str)
expected = {
    r"$\sqrt{x+1}$": "√(x+1)",
    r"The mean is $\frac{a+b}{2}$.": "The mean is a+b/2.",
    r"$\frac{1}{n+1}$": "1/n+1",
    r"$\frac{2PR}{P+R}$": "2PR/P+R",
    r"$x^{n+1}$": "x^n+1",
    r"$\binom{n}{k}$": "nk",
}
as_found = True
for latex, text in expected.items():
    seen = pylatexenc.latex2text.LatexNodes2Text().latex_to_text(latex)
    print("%-30s %s" % (latex, seen))
    as_found = as_found and seen == text
sys.exit(0 if as_found else 1)
PYTHON
PYTHONPATH=usr/lib/python3/dist-packages PYTHONIOENCODING=utf-8 /usr/bin/python3 try.py
