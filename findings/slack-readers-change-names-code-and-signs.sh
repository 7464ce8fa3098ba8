#!/bin/sh
# Two readers of Slack's messages, as exports and the API have them. @bpinternal/slackdown, which makes Markdown of them, changes
# every pair of marks wherever it stands: snake_case_name becomes snake*case*name, `a*b*c` inside backticks a**b**c, which is other
# code, and "~/.bashrc and ~/x" gets a tilde more before each path. slack-markdown, which makes HTML, leaves those alone but makes
# 5*3*2 partly bold, and takes &lt;, by which Slack writes "<" in every message, for four letters: what it gives shows
# "vector&lt;int&gt;" on the page. Slack marks at the edges of words alone, and has "<" and "&" in that form always. One would
# guess that readers of one small syntax agree, and that code is left alone; slack-message-parser does leave it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @bpinternal/slackdown@0.1.0 slack-markdown@0.3.0 slack-message-parser@v3.0.2 >/dev/null
cat >try.mjs <<'JS'
import { readFileSync } from "fs";
import { slackToMarkdown } from "@bpinternal/slackdown";
import slack_markdown from "slack-markdown";
import { createRequire } from "module";
for (const name of ["@bpinternal/slackdown", "slack-markdown", "slack-message-parser"]) {
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
}
const { parse, NodeType } = createRequire(import.meta.url)("slack-message-parser");
const cases = [
  ["Is *this* bold?", "Is **this** bold?", "Is <strong>this</strong> bold?", 3],
  ["Call snake_case_name.", "Call snake*case*name.", "Call snake_case_name.", 1],
  ["Run `a*b*c`.", "Run `a**b**c`.", "Run <code>a*b*c</code>.", 3],
  ["Edit ~/.bashrc and ~/x.", "Edit ~~/.bashrc and ~~/x.", "Edit ~/.bashrc and ~/x.", 1],
  ["Is it 5*3*2?", "Is it 5**3**2?", "Is it 5<strong>3</strong>2?", 1],
  ["Use vector&lt;int&gt;.", "Use vector&lt;int&gt;.", "Use vector&amp;lt;int&amp;gt;.", 1],
];
let as_found = true;
for (const [message, markdown, html, parts] of cases) {
  const seen = [slackToMarkdown(message), slack_markdown.toHTML(message)];
  const parsed = parse(message).children.map(({ type, source }) => `${NodeType[type]} ${source}`);
  console.log(`${message.padEnd(24)} ${seen[0].padEnd(26)} ${seen[1].padEnd(32)} ${parsed.join(" | ")}`);
  as_found &&= seen[0] === markdown && seen[1] === html && parsed.length === parts;
}
process.exit(as_found ? 0 : 1);
JS
node try.mjs
