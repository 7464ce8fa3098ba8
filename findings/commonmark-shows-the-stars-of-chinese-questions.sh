#!/bin/sh
# CommonMark: two stars that end bold text behind a sign of punctuation must have a blank or another such sign behind them. A question
# ends in a question mark, and in Chinese and Japanese no blank follows it, so "**什么是召回率？**找到的部分。" (What is recall? The part
# found) has four stars and nothing bold; nor have a label with a colon (**问：**) and a word in quotes. markdown-it, marked,
# commonmark.js and Debian's cmark are all of one mind, as the standard asks; pandoc's own Markdown makes bold of all.
# One would guess that a pair of stars around a whole question is bold in any language.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund markdown-it@15.0.3 marked@18.2.1 commonmark@0.31.2 >/dev/null
apt-get download -qq cmark=0.30.2-6 libcmark0.30.2=0.30.2-6 pandoc=2.17.1.1-2~deb12u1 pandoc-data=2.17.1.1-2~deb12u1 \
  liblua5.3-0=5.3.6-2 >/dev/null 2>&1
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'liblua5.3.so.0')")
export LD_LIBRARY_PATH
PATH=$PWD/usr/bin:$PATH
cat >try.mjs <<'JS'
import { readFileSync } from "fs";
import { execFileSync } from "child_process";
import { createRequire } from "module";
import { marked } from "marked";
const require = createRequire(import.meta.url);
const MarkdownIt = require("markdown-it");
const { HtmlRenderer, Parser } = require("commonmark");
for (const name of ["markdown-it", "marked", "commonmark"]) console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
console.log(execFileSync("cmark", ["--version"]).toString().split("\n")[0]);
console.log(execFileSync("pandoc", ["--version"]).toString().split("\n")[0]);
const readers = {
  "markdown-it": (text) => new MarkdownIt().render(text),
  "marked": (text) => marked(text),
  "commonmark.js": (text) => new HtmlRenderer().render(new Parser().parse(text)),
  "cmark": (text) => execFileSync("cmark", { input: text }).toString(),
  "pandoc": (text) => execFileSync("pandoc", ["--from=markdown", "--to=html", "--data-dir=usr/share/pandoc/data"], { input: text }).toString(),
};
const lines = {
  "**什么是召回率？** 找到的部分。": true, "**什么是召回率**找到的部分。": true, "**什么是召回率？**找到的部分。": false,
  "**问：**什么是召回率？": false, "请看**“召回率”**的定义。": false, "**再現率とは何ですか？**見つかった割合です。": false,
};
let as_found = true;
for (const [line, bold] of Object.entries(lines)) {
  const seen = Object.fromEntries(Object.entries(readers).map(([name, read]) => [name, read(line).includes("<strong>")]));
  console.log(`${line}  bold in ${Object.keys(seen).filter((name) => seen[name]).join(", ")}`);
  as_found &&= Object.keys(seen).every((name) => seen[name] === (bold || name === "pandoc"));
}
process.exit(as_found ? 0 : 1);
JS
node try.mjs
