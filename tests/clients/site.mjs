// node site.mjs PROGRAM INDEX QUERIES.tsv [FOLDER]: `PROGRAM export --format site` in a real browser, from the disk: searched, read
// and narrowed down like the page that is served; the hostile collection shows nothing but text; the first stage of the
// ranking is that of the program. Screenshots go to FOLDER.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { complaints, looks, records, watch } from './hostile_world.mjs';

const [program, index, queriesFile, screenshots] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'answers-site-'));
const environment = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder };
const run = (words, input = '') => execFileSync(program, words, { cwd: folder, env: environment, input, stdio: 'pipe', maxBuffer: 1 << 28 }).toString();

const thread = ['One is to close the door.', 'Another is to light a candle.', 'The best is to sing.'].map((answer, i) => ({
  id: `0123456789-abcde${i}`, question: 'How does one keep the dark out?', answer, votes: i, accepted: i === 2,
}));
writeFileSync(join(folder, 'world.jsonl'), [...records, ...thread].map((record) => JSON.stringify(record) + '\n').join(''));
run(['index', '--index', 'index', 'world.jsonl']);
run(['export', '--index', 'index', '--format', 'site', 'site']);
run(['export', '--index', 'index', '--format', 'site', 'site']); // again: over what is there
writeFileSync(join(folder, 'mine.txt'), 'mine');
assert.throws(() => run(['export', '--index', 'index', '--format', 'site', '.']), /no site of ours/);

const base = pathToFileURL(join(folder, 'site')).href + '/';
const start = base + 'index.html';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const context = async (options = {}) => watch(await browser.newContext(options), base, assert.fail);
const shown = (page) => page.waitForFunction(() => !document.documentElement.classList.contains('asked'));
const pages = ['', '?q=dropout', '?q=droput', '?q=xylophone', '?q=dropout&tag=overfitting', '?q=dropout&offset=10', '?q=zebra', '?r=dropout',
  '?r=evil', '?r=hebrew', '?r=formulas', '?r=' + encodeURIComponent('a/../b?c#d"'), '?r=none', '?q=<img src=x onerror=alert(9)>', '?section=Zoo'];
const found = [];
for (const [name, options] of Object.entries(looks)) {
  const made = await context({ ...options, bypassCSP: true });
  const page = await made.newPage();
  for (const [number, address] of pages.entries()) {
    await page.goto(start + address);
    await shown(page);
    if (screenshots) await page.screenshot({ path: join(screenshots, `site-${name}-${String(number).padStart(2, '0')}.png`) });
    found.push(...(await complaints(page, axe, name)));
  }
  await made.close();
}
assert.deepEqual(found, []);
console.log(`a site from the disk: ${pages.length} pages in ${Object.keys(looks).length} looks`);

// With the policy as it is.
{
  const made = await context();
  const page = await made.newPage();
  for (const address of pages) {
    await page.goto(start + address);
    await shown(page);
  }
  await page.goto(start + '?r=evil');
  await shown(page);
  assert.ok((await page.textContent('article')).includes('<script>alert(1)</script>'));
  assert.equal(await page.locator('main script, main img, main iframe, main svg, main style, main link').count(), 0);
  await page.goto(start + '?q=keep+dark+out');
  await page.waitForSelector('.hits');
  assert.match(await page.textContent('.hits > li'), /\+2 more answers/);
  await page.click('.hits h2 a');
  await page.waitForSelector('article');
  assert.equal(await page.locator('section.answer').count(), 3);
  assert.match(await page.textContent('section.answer'), /to sing/);
  await page.goBack();
  await page.waitForSelector('.hits');
  await page.goto(start);
  await page.fill('#q', 'momentum');
  await page.waitForSelector('.hits h2 a[href*="momentum"]');
  assert.match(await page.textContent('.hits mark'), /momentum/);
  assert.match(page.url(), /q=momentum/);
  await page.fill('#q', 'drop');
  await page.waitForSelector('#completions a');
  assert.match(await page.textContent('#completions'), /dropout/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForSelector('article');
  await page.goBack();
  await page.waitForSelector('.hits');
  await page.click('.facets a:has-text("overfitting")');
  await page.waitForSelector('.chips');
  assert.equal(await page.locator('.hits > li').count(), 2);
  await page.fill('#q', 'dropout -decay');
  await page.waitForFunction(() => document.querySelectorAll('.hits > li').length === 1);
  await page.click('header .name');
  await page.waitForSelector('body.start .facets');
  await made.close();
}
await browser.close();

// The first stage: the same records with the same scores, but for what is mended or pasted.
const read = (name) => readFileSync(new URL(`../../searcher/site/assets/${name}`, import.meta.url), 'utf8');
run(['export', '--index', index, '--format', 'site', 'large']);
let data = null;
globalThis.siteAnswers = { takeIndex: (taken) => (data = taken) };
(0, eval)(read('site_index.js'));
(0, eval)(readFileSync(join(folder, 'large/data/index.js'), 'utf8'));
const site = new globalThis.SiteIndex(data);
const queries = readFileSync(queriesFile, 'utf8').trim().split('\n').map((line) => line.split('\t')[1]);
const answers = run(['search', '--index', index, '--batch', '--explain', '--format', 'json', '-n', '100', '--fields', 'id'], queries.join('\n') + '\n');
let same = 0;
let equal = 0;
for (const [i, line] of answers.trim().split('\n').entries()) {
  const wanted = JSON.parse(line).hits.map(({ id, explanation }) => ({ id, score: explanation.first_stage, rank: explanation.first_stage_rank }));
  const best = wanted.sort((a, b) => a.rank - b.rank).slice(0, 10);
  const { matches, scores } = site.search(queries[i], []);
  if (data.ids[matches[0]] === best[0]?.id) ++same;
  if (best.every(({ score }, k) => Math.abs(scores[matches[k]] - score) < 1e-5)) ++equal;
}
console.log(`of ${queries.length} queries ${same} have the first record of the program's first stage, ${equal} all ten scores`);
assert.ok(same >= 0.9 * queries.length && equal >= 0.6 * queries.length);
assert.ok(statSync(join(folder, 'large/data/index.js')).size < 400e3);
rmSync(folder, { recursive: true });
