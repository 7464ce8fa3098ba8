#!/bin/sh
# AsciiDoc's first program, in Python: a line with a name in braces that is no attribute of the document is left out, all of it, with
# the question that it asks and without a warning. "What does {name} do?" is an empty paragraph, a point "/users/{id}" of a list an
# empty point, and "Use ${HOME}" is gone likewise; in backticks and in blocks of code they stay. Asciidoctor, which reads the same
# files, keeps such lines as they are. Texts about programs and addresses are full of them. The manual has it, as a way
# to leave lines out on purpose. One would guess that what is not defined stays as it was written, or a warning.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @asciidoctor/core@2.2.8 >/dev/null
apt-get download -qq asciidoc-base=10.2.0-1 asciidoc-common=10.2.0-1 >/dev/null 2>&1
for package in ./*.deb; do dpkg -x "$package" .; done
ln -s "$PWD/etc/asciidoc" usr/lib/python3/dist-packages/asciidoc/resources
cat >faq.txt <<'TEXT'
What does {name} do?

It takes the value of name. +
Then ${HOME} is a folder. +
So is `${TMP}` here. This line stays.

* /users
* /users/{id}

----
print(f"{name}")
----
TEXT
PYTHONPATH=usr/lib/python3/dist-packages
export PYTHONPATH
/usr/bin/python3 -m asciidoc.asciidoc --version
/usr/bin/python3 -m asciidoc.asciidoc --backend=docbook45 --no-header-footer --out-file=python.xml faq.txt 2>said.txt
cat >try.js <<'JS'
const { readFileSync } = require("fs");
const asciidoctor = require("@asciidoctor/core")();
console.log("@asciidoctor/core", JSON.parse(readFileSync("node_modules/@asciidoctor/core/package.json")).version);
const words = (page) => page.replace(/<[^>]*>/g, " ").replace(/&quot;/g, '"').trim().split(/\s+/).join(" ");
const seen = [words(readFileSync("python.xml", "utf8")), words(asciidoctor.convert(readFileSync("faq.txt", "utf8"), { backend: "html5" }))];
console.log(`asciidoc:    ${seen[0]}\nasciidoctor: ${seen[1]}`);
const expected = ['It takes the value of name. So is ${TMP} here. This line stays. /users print(f"{name}")',
  'What does {name} do? It takes the value of name. Then ${HOME} is a folder. So is ${TMP} here. This line stays. /users /users/{id} print(f"{name}")'];
process.exit(seen.join("\n") === expected.join("\n") && readFileSync("said.txt").length === 0 ? 0 : 1);
JS
node try.js
