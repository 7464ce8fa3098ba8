#!/bin/sh
# HTML to Markdown: Turndown, node-html-markdown and html-to-md put a backslash before each star, underscore and bracket that
# was text, so that it stays text, and none before "<" and "&". But HTML is part of Markdown: a page that speaks of &lt;dl&gt; or of
# std::vector&lt;int&gt; becomes Markdown with tags in it, and whoever shows or reads that, here commonmark.js, has no word of
# them: "What does  do?". "&amp;lt;" becomes "<" likewise. Answers about HTML, C++ and Java are full of both. rehype-remark
# escapes them. One would guess that who escapes for Markdown escapes all that Markdown takes for markup.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund turndown@7.2.5 node-html-markdown@2.0.0 html-to-md@0.8.8 commonmark@0.31.2 unified@11.0.5 rehype-parse@9.0.1 \
  rehype-remark@10.0.1 remark-stringify@11.0.0 >/dev/null
cat >try.mjs <<'JS'
import { readFileSync } from "fs";
import { createRequire } from "module";
import { unified } from "unified";
import rehypeParse from "rehype-parse";
import rehypeRemark from "rehype-remark";
import remarkStringify from "remark-stringify";
const require = createRequire(import.meta.url);
const Turndown = require("turndown");
const { NodeHtmlMarkdown } = require("node-html-markdown");
const html_to_md = require("html-to-md");
const { Parser } = require("commonmark");
const rehype = unified().use(rehypeParse, { fragment: true }).use(rehypeRemark).use(remarkStringify);
const converters = {
  "turndown": (html) => new Turndown().turndown(html),
  "node-html-markdown": (html) => NodeHtmlMarkdown.translate(html),
  "html-to-md": (html) => html_to_md(html),
  "rehype-remark": (html) => String(rehype.processSync(html)).trim(),
};
for (const name of Object.keys(converters)) console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
const text_of = (markdown) => {
  let text = "";
  const walker = new Parser().parse(markdown).walker();
  for (let event = walker.next(); event; event = walker.next()) if (event.node.type === "text") text += event.node.literal;
  return text;
};
const pages = {
  "<p>What does &lt;dl&gt; do?</p>": "What does  do?", "<p>A vector&lt;int&gt; of a_b*c</p>": "A vector of a_b*c",
  "<p>Write &amp;lt; for it.</p>": "Write < for it.",
};
let as_found = true;
for (const [html, lost] of Object.entries(pages)) {
  for (const [name, convert] of Object.entries(converters)) {
    const markdown = convert(html);
    console.log(`${html}  ${name.padEnd(18)} ${markdown.padEnd(28)} read as: ${text_of(markdown)}`);
    const kept = html.slice(3, -4).replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
    as_found &&= text_of(markdown) === (name === "rehype-remark" ? kept : lost);
  }
}
process.exit(as_found ? 0 : 1);
JS
node try.mjs
