#!/bin/sh
# eml-format, which reads mails: where text is written in signs of ASCII (quoted-printable, as mail programs write what has a few letters
# beyond them) three escapes in a row are decoded together, then two, then one. That suits an apostrophe and Chinese, of three bytes a
# sign, and one accent in a word. Two accents side by side are four escapes: of "Größe" the second half of ß is cut off, and both halves
# are signs that nobody wrote; of Что, as of all Russian and Greek, the letter in the middle is gone. Of subjects, in which questions
# stand, it leaves the underscores that stand for blanks, and of one in two parts, as long ones are, it has the first alone. postal-mime
# reads all of them. Nothing tells. One would guess that escapes become bytes, and that a charset is decoded from these.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund eml-format@0.6.1 postal-mime@4.0.0 >/dev/null
cat >try.mjs <<'JS'
import { readFileSync } from "fs";
import emlFormat from "eml-format";
import PostalMime from "postal-mime";
for (const name of ["eml-format", "postal-mime"]) console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
const mails = [
  { subject: "=?UTF-8?Q?What_is_recall=3F?=", text: "l=E2=80=99=C3=A9t=C3=A9", right: ["What is recall?", "l’été"], found: ["What_is_recall?", "l’été"] },
  { subject: "=?UTF-8?Q?Gr=C3=B6=C3=9Fe=3F?=", text: "gr=C3=B6=C3=9Fer", right: ["Größe?", "größer"], found: ["Grö\ufffd\u009fe?", "grö\ufffd\u009fer"] },
  { subject: "=?UTF-8?Q?What_is?=\r\n =?UTF-8?Q?_recall=3F?=", text: "=D0=A7=D1=82=D0=BE?", right: ["What is recall?", "Что?"], found: ["What_is", "Ч\ufffd\ufffdо?"] },
];
let asFound = true;
for (const { subject, text, right, found } of mails) {
  const type = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable";
  const mail = `From: Ann <ann@example.org>\r\nSubject: ${subject}\r\n${type}\r\n\r\n${text}\r\n`;
  const one = await new Promise((resolve, reject) => emlFormat.read(mail, (error, data) => (error ? reject(error) : resolve(data))));
  const other = await PostalMime.parse(mail);
  const [here, there] = [one, other].map((parts) => JSON.stringify([parts.subject, parts.text.trim()]));
  console.log("eml-format:", here, " postal-mime:", there);
  asFound &&= here === JSON.stringify(found) && there === JSON.stringify(right);
}
process.exit(asFound ? 0 : 1);
JS
node try.mjs
