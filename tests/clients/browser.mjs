// node browser.mjs PROGRAM [FOLDER]: a real browser (Debian's Chromium) uses `PROGRAM serve`: light, dark, narrow, without
// JavaScript, with the keyboard alone; axe-core finds nothing; a hostile collection shows nothing but text. Screenshots go
// to FOLDER.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [program, screenshots] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'answers-browser-'));

const attack = '"><script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)>\'';
const records = [
  { id: 'dropout', question: 'Why does `dropout` help?', section: ['Training', 'Regularization'], tags: ['nets', 'overfitting'],
    votes: 12, accepted: true, author: 'Ada', date: '2026-01-02', url: 'https://example.org/1', difficulty: 'easy', source: 'notes',
    answer: 'It stops units from relying on **particular partners**, so each must be useful on its own.\n\n- Co-adaptation is broken.\n- It averages many thinned networks.\n\n```python\nmask = rng.random(x.shape) >= p\nx = x * mask / (1 - p)\n```\n\n| rate | loss |\n|---|---:|\n| 0.1 | 0.31 |\n| 0.5 | 0.27 |\n\n> Used while training only, $x/(1-p)$.\n\n![a drawing](https://evil.example/dropout.png)' },
  { id: 'decay', question: 'How is weight decay related to dropout?', section: ['Training', 'Regularization'], tags: ['overfitting'],
    answer: 'Both regularize: weight decay shrinks the weights, dropout takes units out.' },
  { id: 'momentum', question: 'What is momentum?', section: ['Training', 'Optimizers'], tags: ['optimization'], votes: 3, answer: 'A running mean of the gradients. It damps zig-zags.' },
  { id: 'hebrew', question: 'מהי למידת מכונה?', language: 'he', answer: 'ללמוד מנתונים, בלי dropout ובלי כללים כתובים.' },
  { id: 'evil', question: `zebra ${attack}`, body: attack, section: [attack, 'Zoo'], tags: [attack, '../..', 'javascript:alert(4)'],
    source: attack, author: attack, date: attack, difficulty: attack, url: 'javascript:alert(5)',
    answer: `${attack}\n\n[x](javascript:alert(6)) ![x](https://evil.example/x.png) ![y](data:image/svg+xml,<svg/onload=alert(7)>)\n\n<iframe src="https://evil.example"></iframe>\n<style>body{display:none}</style>\n<link rel=stylesheet href=https://evil.example/x.css>\n\n\`\`\`html\n</code></pre><script>alert(8)</script>\n\`\`\`\n` },
  { id: 'a/../b?c#d"', question: 'zebra with an odd id?', answer: 'Its id is odd.' },
];
for (let i = 0; i < 30; ++i)
  records.push({ question: `Which layer number ${i} uses dropout in practice?`, section: ['Training', 'Layers'], answer: `Layer ${i} does, since it is wide.` });
const write = (name, list) => writeFileSync(join(folder, name), list.map((record) => JSON.stringify(record) + '\n').join(''));
write('world.jsonl', records);
const run = (...words) => execFileSync(program, words, { cwd: folder, env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder }, stdio: 'pipe' });
run('index', '--index', 'index', 'world.jsonl');

const server = spawn(program, ['serve', '--index', 'index', '--listen', '127.0.0.1:0'], { cwd: folder, env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder } });
const base = await new Promise((resolve, reject) => {
  let said = '';
  server.stderr.on('data', (text) => {
    said += text;
    const found = said.match(/serving (http:\S+)/);
    if (found) resolve(found[1]);
  });
  server.on('exit', () => reject(new Error(said)));
});

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const pages = ['', '?q=dropout', '?q=droput', '?q=xylophone+tag%3Anets', '?q=dropout&tag=overfitting', '?q=dropout&offset=10', '?q=zebra',
  'r/dropout', 'r/evil', 'r/hebrew', 'r/' + encodeURIComponent('a/../b?c#d"'), 'r/none', 'nosuch'];

/** A context in which a dialog, an error in the console or a request to elsewhere is a failure. */
async function context(options = {}) {
  const made = await browser.newContext(options);
  made.on('page', (page) => {
    page.on('dialog', (dialog) => assert.fail(`${page.url()}: a dialog: ${dialog.message()}`));
    page.on('pageerror', (error) => assert.fail(`${page.url()}: ${error}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 404/.test(message.text())) assert.fail(`${page.url()}: ${message.text()}`);
    });
    page.on('request', (request) => assert.ok(request.url().startsWith(base), `asks ${request.url()}`));
  });
  return made;
}

async function check(page, name) {
  const { violations } = await page.evaluate(`${axe}; axe.run()`);
  for (const one of violations) found.push(`${name} ${page.url()}: ${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) found.push(`${name}: ${page.url()} is ${wide} wider than the window`);
}
const found = [];

const looks = {
  light: { viewport: { width: 1280, height: 900 } },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  narrow: { viewport: { width: 320, height: 640 } },
  wide: { viewport: { width: 2560, height: 1200 } },
  plain: { viewport: { width: 1280, height: 900 }, javaScriptEnabled: false },
};
for (const [name, options] of Object.entries(looks)) {
  const made = await context({ ...options, bypassCSP: name !== 'plain' });
  const page = await made.newPage();
  for (const [number, address] of pages.entries()) {
    await page.goto(base + address);
    if (screenshots) await page.screenshot({ path: join(screenshots, `${name}-${String(number).padStart(2, '0')}.png`), fullPage: false });
    if (name !== 'plain') await check(page, name);
  }
  await made.close();
  console.log(`${name}: ${pages.length} pages`);
}
assert.deepEqual(found, []);

// With the policy as it is: nothing runs, nothing is fetched, and the text is there.
{
  const made = await context();
  const page = await made.newPage();
  for (const address of pages) await page.goto(base + address);
  await page.goto(base + 'r/evil');
  assert.ok((await page.textContent('article')).includes('<script>alert(1)</script>'));
  assert.equal(await page.locator('main script, main img, main iframe, main svg, main style, main link').count(), 0);
  await made.close();
}

// Search as one types: the newest answer wins, and the way back leads to the page before.
{
  const made = await context();
  const page = await made.newPage();
  let slowest = 0;
  await page.route(/part=main/, async (route) => {
    if (/q=d(&|$)/.test(route.request().url())) await new Promise((done) => setTimeout(done, 700));
    await route.continue().catch(() => {});
    slowest++;
  });
  await page.goto(base);
  await page.fill('#q', 'd');
  await page.waitForTimeout(200);
  await page.fill('#q', 'momentum');
  await page.waitForSelector('.hits h2 a[href$="r/momentum"]');
  await page.waitForTimeout(900);
  assert.match(await page.textContent('.hits'), /running mean/);
  assert.ok(slowest >= 1);
  assert.match(page.url(), /q=momentum/);
  assert.match(await page.textContent('#count'), /1–\d+ of/);
  await page.waitForFunction(() => /1–\d+ of/.test(document.getElementById('status').textContent));
  await page.fill('#q', 'drop');
  await page.waitForSelector('#completions a');
  assert.match(await page.textContent('#completions'), /dropout/);
  await page.click('#completions a');
  await page.waitForSelector('.hits h2 a[href$="r/dropout"]');
  await page.goBack();
  await page.waitForFunction(() => /q=(drop|momentum)$/.test(location.href));
  await page.goBack();
  await page.waitForSelector('body.start');
  assert.equal(new URL(page.url()).search, '');
  await made.close();
  console.log('searching while one types');
}

// The keyboard alone.
{
  const made = await context({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await made.newPage();
  await page.goto(base + '?q=dropout');
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const second = await page.evaluate(() => document.activeElement.href);
  assert.equal(second, await page.evaluate(() => document.querySelectorAll('.hits h2 a')[1].href));
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/r\//);
  await page.goto(base + 'r/dropout');
  await page.locator('.copy').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('.copy').textContent === 'Copied');
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /mask = rng/);
  await page.keyboard.press('/');
  await page.keyboard.type('momentum');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\?q=momentum/);
  await made.close();
  console.log('the keyboard alone');
}

// Print, and a new generation under an open page.
{
  const made = await context();
  const page = await made.newPage();
  await page.goto(base + 'r/dropout');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('header').isVisible(), false);
  assert.equal(await page.locator('h1').isVisible(), true);
  write('world.jsonl', [...records, { id: 'new', question: 'What is a quokka?', answer: 'A small animal.' }]);
  run('index', '--index', 'index', 'world.jsonl');
  await page.goto(base + '?q=quokka');
  assert.match(await page.textContent('.hits'), /small animal/);
  await made.close();
}

await browser.close();
server.kill('SIGTERM');
const code = await new Promise((resolve) => server.on('exit', resolve));
assert.equal(code, 0);
rmSync(folder, { recursive: true });
console.log('the browser has nothing to complain of');
