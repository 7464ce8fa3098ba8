#!/bin/sh
# WebVTT, in which lectures and talks have their words: three readers of the npm registry have the same valid cues in three ways.
# webvtt-parser, the validator among them, leaves the semicolon of every entity behind, so AT&amp;T becomes "AT&;T" and x &lt; 3
# becomes "x <; 3", without an error, and writes AT&amp;;T when asked to write what it read. @plussub/srt-vtt-parser has NaN for the end
# of each cue with a setting behind its times, such as align:start. subtitle refuses the whole file where a cue has a name, and
# wants none or a number. One would guess that names, settings and entities, which the format has, are read by all.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund webvtt-parser@2.2.0 @plussub/srt-vtt-parser@2.0.5 subtitle@4.2.2 >/dev/null
cat >try.js <<'JS'
const { WebVTTParser, WebVTTSerializer } = require("webvtt-parser");
const plussub = require("@plussub/srt-vtt-parser");
const subtitle = require("subtitle");
for (const name of ["webvtt-parser", "@plussub/srt-vtt-parser", "subtitle"])
  console.log(name, JSON.parse(require("fs").readFileSync(`node_modules/${name}/package.json`)).version);
const plain = "WEBVTT\n\n00:01.000 --> 00:02.000\nIs AT&amp;T x &lt; 3?\n";
const named = plain.replace("00:01", "question\n00:01");
const set = plain.replace("02.000", "02.000 align:start");
const read = new WebVTTParser().parse(plain, "subtitles");
const text = read.cues[0].tree.children.map((child) => child.value).join("");
const written = new WebVTTSerializer().serialize(read.cues).trim().split("\n").pop();
console.log(`webvtt-parser: ${text}  errors: ${read.errors.length}  written: ${written}`);
const ends = [plain, set].map((cues) => plussub.parse(cues).entries[0].to);
console.log(`@plussub/srt-vtt-parser: ends at ${ends[0]}, with align:start at ${ends[1]}`);
const count = (cues) => { try { return subtitle.parseSync(cues).filter((node) => node.type === "cue").length + " cue"; } catch (error) { return error.message; } };
console.log(`subtitle: ${count(plain)}, with a name: ${count(named)}`);
process.exit(text === "Is AT&;T x <; 3?" && read.errors.length === 0 && written.includes("AT&amp;;T") && ends[0] === 2000 && Number.isNaN(ends[1])
  && count(plain) === "1 cue" && count(named).startsWith("expected timestamp") ? 0 : 1);
JS
node try.js
