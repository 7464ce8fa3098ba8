#!/bin/sh
# postal-mime, which reads mail: of text that flows (format=flowed, as some mail programs write all of theirs) lines that end in a
# blank are joined with the next, and in quoted text the ">" of the next line comes along, into the midst of the sentence. A
# question that is answered below its quotation becomes "> What is the > difference?", and a phrase or a pair of words over
# that place is not found. mailparser, of the same makers, takes the mark away, as the standard of 2004 (RFC 3676) has it:
# marks first, then the joining. Text that is not quoted is joined rightly by both, so one would guess that the rest is.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund postal-mime@4.0.0 mailparser@3.14.2 >/dev/null
cat >try.mjs <<'JS'
import { readFileSync } from "node:fs";
import PostalMime from "postal-mime";
import mailparser from "mailparser";
for (const name of ["postal-mime", "mailparser"]) console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
const mail = ["From: ann@example.org", "Subject: Re: rates", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8; format=flowed", "",
  "> What is the ", "> difference?", ">> Of which ", ">> two?", "", "One asks what was ", "missed.", ""].join("\r\n");
const show = (name, text) => { console.log(`${name}:\n${text.trimEnd().replace(/^/gm, "  ")}`); return text; };
const postal = show("postal-mime", (await PostalMime.parse(mail)).text);
const other = show("mailparser", (await mailparser.simpleParser(mail)).text);
process.exit(postal.includes("> What is the > difference?") && postal.includes(">> Of which >> two?") && postal.includes("was missed.")
  && other.includes("> What is the difference?") && other.includes(">> Of which two?") && other.includes("was missed.") ? 0 : 1);
JS
node try.mjs
