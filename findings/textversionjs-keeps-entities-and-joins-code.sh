#!/bin/sh
# textversionjs, which makes the text of a mail from its HTML, and so what mail programs and archives search: entities are left as
# they are, so AT&amp;T, "x &lt; 3" and "l&#39;&eacute;t&eacute;" come out letter by letter with their ampersands, and the word été is
# found by nobody. In <pre> all lines become one, and with them the indentation that code in Python is made of. Tags are gone,
# so this is no HTML any more that something later would decode. One would guess the characters, and the lines of <pre>.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund textversionjs@1.1.3 >/dev/null
cat >try.js <<'JS'
const text = require("textversionjs");
console.log("textversionjs", require("./node_modules/textversionjs/package.json").version);
const expected = [
  ["<p>Is it <b>AT&amp;T</b>?</p>", "Is it AT&amp;T?"],
  ["<p>If x &lt; 3, stop.</p>", "If x &lt; 3, stop."],
  ["<p>C'est l&#39;&eacute;t&eacute;.</p>", "C'est l&#39;&eacute;t&eacute;."],
  ["<pre>for x in y:\n    print(x)\nprint(2)\n</pre>", "for x in y: print(x) print(2)"],
];
let as_found = true;
for (const [html, seen] of expected) {
  console.log(JSON.stringify(html), "becomes", JSON.stringify(text(html)));
  as_found &&= text(html).trim() === seen;
}
process.exit(as_found ? 0 : 1);
JS
node try.js
