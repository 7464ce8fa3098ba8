#!/bin/sh
# HTML to Markdown, to text, or into an index: of <details>, in which questions and answers are folded on the web, summary and
# answer come out with nothing between them, so "Recall" and "The part found" give a word "RecallThe" that neither had. Three
# converters do so, and so does Pagefind, which makes the search of static sites: its index has neither word then. It and one
# of the others treat <dl> likewise, one glues the cells of a row, one the two sides of a <br> in a cell. Browsers begin a
# new line or column in all these places, and lines of their own in the source help. One would guess the same, or a blank.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund turndown@7.2.5 node-html-markdown@2.0.0 html-to-text@10.0.1 pagefind@1.6.0 >/dev/null
cat >try.mjs <<'JS'
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import Turndown from "turndown";
import { NodeHtmlMarkdown } from "node-html-markdown";
import { convert } from "html-to-text";
import { createIndex, close } from "pagefind";
const pagefind = async (html) => {
  const { index } = await createIndex();
  await index.addHTMLFile({ url: "/", content: `<html lang="en"><body>${html}</body></html>` });
  const { files } = await index.getFiles();
  const page = gunzipSync(files.find((file) => file.path.startsWith("fragment")).content).toString();
  return JSON.parse(page.slice(page.indexOf("{"))).content;
};
const converters = {
  "turndown": (html) => new Turndown().turndown(html),
  "node-html-markdown": (html) => NodeHtmlMarkdown.translate(html),
  "html-to-text": (html) => convert(html),
  "pagefind": pagefind,
};
const places = {
  "details": "<details><summary>Recall</summary>The part found.</details>",
  "dl": "<dl><dt>Recall</dt><dd>The part found.</dd></dl>",
  "br in td": "<table><tr><td>one</td><td>Recall<br>The part found.</td></tr></table>",
  "td": "<table><tr><td>Recall</td><td>The part found.</td></tr></table>",
};
const glued = [];
for (const [name, run] of Object.entries(converters)) {
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
  for (const [place, html] of Object.entries(places)) {
    const text = await run(html);
    console.log(`  ${place.padEnd(9)}${JSON.stringify(text)}`);
    if (text.includes("RecallThe")) glued.push(`${name}: ${place}`);
  }
}
await close();
const expected = ["turndown: details", "node-html-markdown: details", "node-html-markdown: br in td", "html-to-text: details",
                  "html-to-text: dl", "html-to-text: td", "pagefind: details", "pagefind: dl"];
process.exit(glued.join() === expected.join() ? 0 : 1);
JS
node try.mjs
