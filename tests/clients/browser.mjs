// node browser.mjs PROGRAM [FOLDER]: a real browser (Debian's Chromium) uses `PROGRAM serve`: light, dark, narrow, without
// JavaScript, with the keyboard alone; axe-core finds nothing; a hostile collection shows nothing but text. Screenshots go
// to FOLDER.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { complaints, looks, records, watch } from './hostile_world.mjs';
import { end, serve } from './served.mjs';

const [program, screenshots] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'answers-browser-'));

const write = (name, list) => writeFileSync(join(folder, name), list.map((record) => JSON.stringify(record) + '\n').join(''));
write('world.jsonl', records);
const run = (...words) => execFileSync(program, words, { cwd: folder, env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder }, stdio: 'pipe' });
run('index', '--index', 'index', 'world.jsonl');

const { server, base } = await serve(program, ['--index', 'index', '--state', 'state'], { cwd: folder, env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder } });

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const pages = ['', '?q=dropout', '?q=droput', '?q=xylophone+tag%3Anets', '?q=dropout&tag=overfitting', '?q=dropout&offset=10', '?q=zebra',
  'r/dropout', 'r/evil', 'r/hebrew', 'r/formulas', 'r/' + encodeURIComponent('a/../b?c#d"'), 'r/none', 'nosuch', 'topics', 'quiz', 'quiz?question=evil&show=1', 'quiz?question=formulas&show=1'];

const context = async (options = {}) => watch(await browser.newContext(options), base, assert.fail);
const found = [];

for (const [name, options] of Object.entries({ ...looks, plain: { ...looks.light, javaScriptEnabled: false } })) {
  const made = await context({ ...options, bypassCSP: name !== 'plain' });
  const page = await made.newPage();
  for (const [number, address] of pages.entries()) {
    await page.goto(base + address);
    if (screenshots) await page.screenshot({ path: join(screenshots, `${name}-${String(number).padStart(2, '0')}.png`), fullPage: false });
    if (name !== 'plain') found.push(...(await complaints(page, axe, name)));
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

// Topics are clicked; a question is studied with the keyboard alone.
{
  const made = await context();
  const page = await made.newPage();
  await page.goto(base);
  await page.click('.places a:has-text("Topics")');
  await page.click('.tiles a:has-text("Regularization")');
  await page.waitForSelector('.hits');
  assert.match(page.url(), /section=Regularization/);
  await page.goto(base + 'quiz');
  await page.keyboard.press(' ');
  await page.waitForSelector('.grades');
  await page.keyboard.press('3');
  await page.waitForSelector('.reveal');
  assert.match(await page.textContent('#count'), /· 1 of \d+ questions/);
  assert.match(readFileSync(join(folder, 'state/reviews.jsonl'), 'utf8'), /"good"/);
  await made.close();
  console.log('topics and quiz');
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
assert.equal(await end(server), 0);
rmSync(folder, { recursive: true });
console.log('the browser has nothing to complain of');
