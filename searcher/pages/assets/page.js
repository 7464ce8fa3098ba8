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
  return (root || './') + (text && '?' + text);
}

async function search(remember) {
  asked?.abort();
  const request = (asked = new AbortController());
  const wanted = address();
  const waiting = setTimeout(() => body.classList.add('waiting'), 300);
  try {
    const response = await fetch(wanted + (wanted.includes('?') ? '&' : '?') + 'part=main', { signal: request.signal });
    const html = await response.text();
    if (request !== asked) return;
    main.innerHTML = html; // of our own server, in which all that others wrote is text
    decorate();
    clearTimeout(announcing);
    announcing = setTimeout(() => (spoken.textContent = document.getElementById('count')?.textContent ?? ''), 800);
    const query = field.value.trim();
    body.className = 'scripted ' + (query || wanted.includes('?') ? 'search' : 'start');
    document.title = (query ? query.slice(0, 200) + ' · ' : '') + 'answers';
    if (remember === 'push' || (remember === 'type' && !typed)) history.pushState({ search: true }, '', wanted);
    else if (remember) history.replaceState({ search: true }, '', wanted);
    typed = remember === 'type';
  } catch (error) {
    if (error.name !== 'AbortError') form.submit(); // the browser says what is wrong
  } finally {
    clearTimeout(waiting);
    if (request === asked) body.classList.remove('waiting');
  }
}

async function complete() {
  const wanted = field.value;
  let words = [];
  if (wanted.trim().length > 1) {
    try {
      const response = await fetch(root + 'api/suggest?limit=6&q=' + encodeURIComponent(wanted));
      if (response.ok) words = (await response.json()).words;
    } catch {
      return;
    }
  }
  if (wanted !== field.value) return;
  completions.replaceChildren(
    ...words
      .filter((word) => word.text !== wanted.trim())
      .map((word) => {
        const link = document.createElement('a');
        link.href = (root || './') + '?q=' + encodeURIComponent(word.text);
        link.dir = 'auto';
        link.textContent = word.text;
        return link;
      }),
  );
}

// Where a record is shown typing leads away from it, so only Enter does.
const searches = !body.classList.contains('record') && !body.classList.contains('message');

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
