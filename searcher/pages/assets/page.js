// What the page does beyond HTML: search as one types (the newest answer wins), completions, keys, copying code. Without
// it everything is there, a form and links.
'use strict';
const body = document.body;
const main = document.getElementById('main');
const form = document.querySelector('form');
const field = document.getElementById('q');
const completions = document.getElementById('completions');
const spoken = document.getElementById('status'); // read out, and so filled only when typing has stopped
const root = form.dataset.root;
const start = form.getAttribute('action'); // the address of the first page
// Who answers: the server; in a site of files alone site.js, which knows the whole collection.
const source = globalThis.siteAnswers ?? {
  async part(address, signal) {
    const response = await fetch(address + (address.includes('?') ? '&' : '?') + 'part=main', { signal });
    return response.text();
  },
  async words(typed) {
    const response = await fetch(root + 'api/suggest?limit=6&q=' + encodeURIComponent(typed));
    return response.ok ? (await response.json()).words.map((word) => word.text) : [];
  },
};
const pause = 120; // milliseconds without a key before a search begins
body.classList.add('scripted');

let asked = null; // the request that is under way
let timer = 0;
let announcing = 0;
let typed = false; // whether the address that is shown is one of typing

function address() {
  const parameters = new URLSearchParams(new FormData(form));
  for (const [name, value] of [...parameters]) if (value === '') parameters.delete(name);
  const text = parameters.toString();
  return start + (text && '?' + text);
}

async function search(remember, wanted = address()) {
  asked?.abort();
  const request = (asked = new AbortController());
  const waiting = setTimeout(() => body.classList.add('waiting'), 300);
  try {
    const html = await source.part(wanted, request.signal);
    if (request !== asked) return;
    main.innerHTML = html; // of our own making, in which all that others wrote is text
    decorate();
    clearTimeout(announcing);
    announcing = setTimeout(() => (spoken.textContent = document.getElementById('count')?.textContent ?? ''), 800);
    const query = field.value.trim();
    const isRecord = body.classList.contains('record');
    if (!isRecord) body.className = 'scripted ' + (query || wanted.includes('?') ? 'search' : 'start');
    const title = isRecord ? main.querySelector('h1').textContent : query;
    document.title = (title ? title.slice(0, 200) + ' · ' : '') + 'answers';
    if (remember === 'push' || (remember === 'type' && !typed)) history.pushState({ search: true }, '', wanted);
    else if (remember) history.replaceState({ search: true }, '', wanted);
    typed = remember === 'type';
  } catch (error) {
    if (error.name === 'AbortError') return;
    if (globalThis.siteAnswers) main.textContent = error.message;
    else form.submit(); // the browser says what is wrong
  } finally {
    clearTimeout(waiting);
    if (request === asked) body.classList.remove('waiting');
    document.documentElement.classList.remove('asked');
  }
}

async function complete() {
  const wanted = field.value;
  let words = [];
  if (wanted.trim().length > 1) {
    try {
      words = await source.words(wanted);
    } catch {
      return;
    }
  }
  if (wanted !== field.value) return;
  completions.replaceChildren(
    ...words
      .filter((word) => word !== wanted.trim())
      .map((word) => {
        const link = document.createElement('a');
        link.href = start + '?q=' + encodeURIComponent(word);
        link.dir = 'auto';
        link.textContent = word;
        return link;
      }),
  );
}

// Where something else is shown typing leads away from it, so only Enter does.
const searches = body.classList.contains('start') || body.classList.contains('search');

field.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (searches) search('type');
    complete();
  }, pause);
});
form.addEventListener('submit', (event) => {
  if (!searches) return;
  event.preventDefault();
  clearTimeout(timer);
  typed = false;
  search(location.href === new URL(address(), location.href).href ? 'replace' : 'push');
});
completions.addEventListener('click', (event) => {
  const link = event.target.closest('a');
  if (!link || !searches || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  field.value = link.textContent;
  completions.replaceChildren();
  field.focus();
  search('push');
});
addEventListener('popstate', () => {
  if (!searches) return;
  location.reload(); // the server knows the page of every address
});

// The keys: / to the field, arrows from hit to hit, Enter follows as ever.
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const inField = event.target === field;
  if (event.key === '/' && !/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) {
    event.preventDefault();
    field.focus();
    field.select();
    return;
  }
  const grade = body.classList.contains('quiz') && !inField && '1234'.indexOf(event.key);
  const pressed = grade >= 0 && event.key ? document.querySelectorAll('.grades button')[grade] : event.key === ' ' ? document.querySelector('.reveal button') : null;
  if (pressed && !inField && event.target.tagName !== 'BUTTON') {
    event.preventDefault();
    pressed.click();
    return;
  }
  if (event.key === 'Escape' && inField) completions.replaceChildren();
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const hits = [...document.querySelectorAll('.hits h2 a')];
  const at = hits.indexOf(document.activeElement);
  if (!hits.length || (!inField && at < 0)) return;
  event.preventDefault();
  const next = at + (event.key === 'ArrowDown' ? 1 : -1);
  if (next < 0) field.focus();
  else hits[Math.min(next, hits.length - 1)].focus();
});

function decorate() {
  for (const pre of main.querySelectorAll('.text pre')) {
    const block = document.createElement('div');
    block.className = 'block';
    pre.replaceWith(block);
    const button = document.createElement('button');
    button.className = 'copy';
    button.type = 'button';
    button.textContent = 'Copy';
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(pre.textContent);
        button.textContent = 'Copied';
      } catch {
        getSelection().selectAllChildren(pre);
        button.textContent = 'Selected';
      }
      setTimeout(() => (button.textContent = 'Copy'), 1500);
    });
    block.append(pre, button);
  }
}
decorate();

// The one page of a site is that of every address.
if (globalThis.siteAnswers) {
  siteAnswers.start = main.innerHTML;
  if (location.search) search('', start + location.search);
}
