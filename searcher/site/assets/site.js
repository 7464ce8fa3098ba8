// The page of a site (site.h): answers what a server would answer page.js, out of data/index.js and data/texts-*.js. Pieces
// of HTML come from the program, in which all that others wrote is text; what is typed is text here.
'use strict';
const siteAnswers = (() => {
  const hitsOfPage = 10;
  const facetsShown = 8;
  const mostWordsShown = 12;
  const enoughPassage = 240; // characters
  const longestPassage = 480;
  let index = null;
  let ids = [];
  let numbers = new Map(); // of ids
  let textsInAFile = 1;
  const files = new Map(); // number of a file of texts -> { promise, take }

  if (location.search) document.documentElement.classList.add('asked'); // the start page is not what is to be seen

  const text = (written) => written.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const counted = (number, one, many) => `${number} ${number === 1 ? one : many}`;

  function element(html) {
    const made = document.createElement('template');
    made.innerHTML = html;
    return made.content;
  }

  /** The pieces of a record: { id, question, aboutHit, above, answer, about }. */
  async function pieces(record) {
    const number = Math.floor(record / textsInAFile);
    if (!files.has(number)) {
      const file = {};
      file.promise = new Promise((resolve, reject) => {
        file.take = resolve;
        const script = document.createElement('script');
        script.src = `data/texts-${number}.js`;
        script.onerror = () => reject(new Error(`${script.src} is missing`));
        document.head.append(script);
      });
      files.set(number, file);
    }
    const [question, aboutHit, above, answer, about] = (await files.get(number).promise)[record % textsInAFile];
    return { id: ids[record], question, aboutHit, above, answer, about };
  }

  /** What is asked: { query, filters, offset, record }. */
  function asked(address) {
    const parameters = new URLSearchParams(address.includes('?') ? address.slice(address.indexOf('?')) : '');
    const filters = [...parameters].filter(([name]) => Object.hasOwn(index.facets, name));
    return { query: parameters.get('q') ?? '', filters, offset: Math.max(0, parseInt(parameters.get('offset')) || 0), record: parameters.get('r') };
  }

  function addressOf({ query = '', filters = [], offset = 0 }) {
    const parameters = new URLSearchParams(query && { q: query });
    for (const filter of filters) parameters.append(...filter);
    if (offset) parameters.set('offset', offset);
    return 'index.html' + (parameters.size ? '?' + parameters : '');
  }
  const link = (address, html, attributes = '') => `<a href='${text(address)}'${attributes}>${html}</a>`;

  /** Puts <mark> around the words below `node` that one of `terms` finds. */
  function markWords(node, terms) {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (!walker.currentNode.parentElement?.closest('math')) texts.push(walker.currentNode);
    for (const one of texts) {
      const places = [];
      index.analyse(one.data, ({ folded, exact, begin, end }) => {
        const term = exact ? folded : index.stem(folded);
        if ((terms.has(term) || terms.has(folded)) && begin >= (places.at(-1)?.end ?? 0)) places.push({ begin, end });
      });
      for (const { begin, end } of places.reverse()) {
        const range = document.createRange();
        range.setStart(one, begin);
        range.setEnd(one, end);
        range.surroundContents(document.createElement('mark'));
      }
    }
  }

  const worth = (written, terms) => {
    const found = new Map();
    index.analyse(written, ({ folded, exact }) => {
      for (const term of [exact ? folded : index.stem(folded), folded]) if (terms.has(term)) found.set(term, terms.get(term));
    });
    return [...found.values()].reduce((sum, one) => sum + one, 0);
  };

  /** The sentences of `block` that say most: a copy of it from the first to the last of them. */
  function bestSentences(block, terms) {
    const written = block.textContent;
    const ends = [...written.matchAll(/[.!?…]["')\]]*\s+|[。！？]/gu)].map((match) => match.index + match[0].length);
    const begins = [0, ...ends.filter((end) => end < written.length)];
    let best = { begin: 0, end: Math.min(written.length, longestPassage), worth: -1 };
    for (let i = 0; i < begins.length; ++i) {
      let k = i + 1;
      while (k < begins.length && begins[k] - begins[i] < enoughPassage) ++k;
      const end = Math.min(begins[k] ?? written.length, begins[i] + longestPassage);
      const said = worth(written.slice(begins[i], end), terms);
      if (said > best.worth) best = { begin: begins[i], end, worth: said };
    }
    const range = document.createRange();
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let at = 0;
    let begun = false;
    while (walker.nextNode()) {
      const { length } = walker.currentNode;
      if (!begun && best.begin <= at + length) range.setStart(walker.currentNode, best.begin - at), (begun = true);
      if (best.end <= at + length) {
        range.setEnd(walker.currentNode, best.end - at);
        break;
      }
      at += length;
    }
    const copy = block.cloneNode(false);
    copy.append(range.cloneContents());
    return copy;
  }

  /** Of an answer the blocks that say most of what was asked. */
  function passage(answer, terms) {
    const root = element(answer).querySelector('.text');
    const blocks = [];
    for (const child of root.children) {
      if (/^[UO]L$/.test(child.tagName)) for (const item of child.children) blocks.push({ node: item, list: child });
      else blocks.push({ node: child });
    }
    for (const block of blocks) block.worth = worth(block.node.textContent, terms);
    let best = 0;
    for (let i = 1; i < blocks.length; ++i) if (blocks[i].worth > blocks[best].worth) best = i;
    const shown = document.createElement('div');
    shown.className = 'passage';
    shown.dir = 'auto';
    let length = 0;
    let list = null;
    for (let i = best; i < blocks.length && length < enoughPassage; ++i) {
      const { node, list: of } = blocks[i];
      const written = node.textContent.length;
      if (length && (length + written > longestPassage || /^H\d$/.test(node.tagName))) break;
      const isLong = written > longestPassage && /^(P|LI|BLOCKQUOTE|DIV)$/.test(node.tagName) && !node.querySelector('table, pre');
      const copy = isLong ? bestSentences(node, terms) : node.cloneNode(true);
      if (of && list?.of !== of) {
        list = { of, made: of.cloneNode(false) };
        shown.append(list.made);
      }
      (of ? list.made : shown).append(copy);
      length += written;
    }
    markWords(shown, terms);
    return shown.outerHTML;
  }

  async function hitHtml(hit, terms) {
    const { id, question, aboutHit, answer } = await pieces(hit.record);
    const heading = document.createElement('a');
    heading.href = '?r=' + encodeURIComponent(id);
    heading.append(element(question));
    markWords(heading, terms);
    const more = hit.more ? `<p class='about'>+${counted(hit.more, 'more answer', 'more answers')}</p>` : '';
    return `<li value='${hit.rank}' dir='auto'><h2>${heading.outerHTML}</h2>${passage(answer, terms)}${more}${aboutHit}</li>\n`;
  }

  function facetsHtml(of, matches) {
    const found = new Set(matches);
    let html = '';
    for (const [field, values] of Object.entries(index.facets)) {
      const counts = [];
      for (const [value] of values) {
        let number = 0;
        for (const record of index.recordsWith(field, value)) number += found.has(record) ? 1 : 0;
        if (number) counts.push([value, number]);
      }
      if (counts.length < 2) continue; // it narrows nothing down
      counts.sort((a, b) => b[1] - a[1]);
      html += `<h2>${field === 'lang' ? 'language' : field}</h2><ul>`;
      for (const [value, number] of counts.slice(0, facetsShown)) {
        const narrowed = addressOf({ query: of.query, filters: [...of.filters, [field, value]] });
        html += `<li>${link(narrowed, `<bdi>${text(value)}</bdi>`)} <span class='number'>${number}</span></li>`;
      }
      if (counts.length > facetsShown) html += `<li class='more'>and ${counts.length - facetsShown} more</li>`;
      html += '</ul>\n';
    }
    return html && `<nav class='facets' aria-label='Narrow down'>\n${html}</nav>\n`;
  }

  const filtersHtml = (of) =>
    of.filters.length
      ? `<ul class='chips' aria-label='Filters'>${of.filters
          .map(([field, value], i) => `<li>${link(addressOf({ query: of.query, filters: of.filters.filter((_, k) => k !== i) }),
            `<bdi>${text(field)}: ${text(value)}</bdi> <span aria-hidden='true'>×</span><span class='hidden'>, take away</span>`)}</li>`)
          .join('')}</ul>\n`
      : '';

  function understandingHtml({ words, corrected }) {
    if (corrected) return `<div class='understanding'><p>Showing results for <strong dir='auto'>${text(corrected)}</strong>.</p></div>\n`;
    const unknown = words.filter((word) => !word.isWritten && !word.isFunction && word.weight >= 0.1);
    if (!unknown.length) return '';
    const said = unknown.map((word) => `<bdi>${text(word.text)}</bdi>${word.takenAs ? ` (searched as <strong>${text(word.takenAs)}</strong>)` : ''}`);
    return `<div class='understanding'><p>In no record: ${said.join(', ')}</p></div>\n`;
  }

  function nothingHtml(of, words) {
    const rows = words.slice(0, mostWordsShown).map((word) => {
      const records = Math.max(0, ...word.forms.map((form) => form.frequency));
      return `<tr><th scope='row' dir='auto'>${text(word.text)}</th><td>in ${records ? counted(records, 'record', 'records') : 'no record'}</td></tr>\n`;
    });
    const known = rows.length ? `<table><caption>What is known of it</caption><tbody>\n${rows.join('')}</tbody></table>\n` : '';
    const without = of.filters.length ? `<p>${link(addressOf({ query: of.query }), 'Search without filters')}</p>\n` : '';
    return `<div class='nothing'><h1>Nothing found${of.query ? ` for <q dir='auto'>${text(of.query.slice(0, 200))}</q>` : ''}</h1>\n${known}${without}` +
      '<p>Fewer or other words may help.</p></div>\n';
  }

  function pagesHtml(of, shown, total) {
    const before = Math.max(0, of.offset - hitsOfPage);
    const back = of.offset ? link(addressOf({ ...of, offset: before }), '← Better ones', " rel='prev'") : '';
    const on = of.offset + shown < total ? link(addressOf({ ...of, offset: of.offset + shown }), 'More →', " rel='next'") : '';
    return back || on ? `<nav class='pages' aria-label='Pages'>${back}${on}</nav>\n` : '';
  }

  /** The best answer to a question stands for all of them. */
  function folded(matches) {
    const hits = [];
    const known = new Map();
    for (const record of matches) {
      const thread = index.threadOf.get(record);
      if (thread && known.has(thread)) {
        ++known.get(thread).more;
        continue;
      }
      const hit = { record, rank: hits.length + 1, more: 0 };
      hits.push(hit);
      if (thread) known.set(thread, hit);
    }
    return hits;
  }

  async function searchHtml(of) {
    const begun = performance.now();
    const found = index.search(of.query, of.filters);
    const { matches, words } = found;
    const hits = folded(matches);
    const took = performance.now() - begun;
    if (!hits.length) return `<p id='count' class='hidden'>Nothing found</p>\n${filtersHtml(of)}${nothingHtml(of, words)}`;
    const terms = new Map();
    for (const word of words) for (const form of word.forms) if (form.frequency) terms.set(form.term, word.weight * form.share * word.information);
    for (const word of words) if (word.isFunction) for (const form of word.forms) terms.delete(form.term);
    const shown = hits.slice(of.offset, of.offset + hitsOfPage);
    const list = (await Promise.all(shown.map((hit) => hitHtml(hit, terms)))).join('');
    const count = `${of.offset + 1}–${of.offset + shown.length} of ${hits.length} in ${took.toFixed(1)} ms`;
    return `<p id='count'>${count}</p>\n${filtersHtml(of)}<h1 class='hidden'>Answers to <q>${text(of.query.slice(0, 200))}</q></h1>\n` +
      `${understandingHtml(found)}<div class='columns'>\n<div>\n<ol class='hits'>\n${list}</ol>\n${pagesHtml(of, shown.length, hits.length)}</div>\n` +
      `${facetsHtml(of, matches)}</div>\n`;
  }

  /** Questions that share words with one. */
  async function relatedHtml(question, thread) {
    const { matches } = index.search(element(question).textContent.replaceAll(/["+:-]/g, ' '), []);
    const near = folded(matches).filter(({ record }) => !thread.includes(record)).slice(0, 6);
    const items = await Promise.all(near.map(async ({ record }) => {
      const other = await pieces(record);
      return `<li dir='auto'>${link('?r=' + encodeURIComponent(other.id), other.question)}</li>\n`;
    }));
    return items.length ? `<nav class='related' aria-label='Near this question'><h2>Near this question</h2><ul>\n${items.join('')}</ul></nav>\n` : '';
  }

  async function recordHtml(id) {
    const record = numbers.get(id);
    if (record === undefined) return `<div class='nothing'><h1>Not found</h1>\n<p>No record has that id.</p>\n<p>${link('index.html', 'Search')}</p></div>\n`;
    const thread = index.threadOf.get(record) ?? [record];
    const answers = await Promise.all(thread.map(pieces));
    const { question, above } = answers[0];
    const sections = answers.map((one, i) =>
      `<section class='answer'>\n${thread.length > 1 ? `<h2>Answer ${i + 1} of ${thread.length}</h2>\n` : ''}${one.answer}${one.about}</section>\n`);
    return `<div class='columns'><article dir='auto'>\n<h1>${question}</h1>\n${above}${sections.join('')}</article>\n${await relatedHtml(question, thread)}</div>\n`;
  }

  return {
    takeTexts([number, texts]) {
      files.get(number)?.take(texts);
    },
    takeIndex(data) {
      index = new SiteIndex(data);
      ids = data.ids;
      numbers = new Map(ids.map((id, record) => [id, record]));
      textsInAFile = data.texts_in_a_file;
      const { query, filters, record } = asked(location.search);
      document.getElementById('q').value = query;
      for (const [name, value] of filters) {
        const input = Object.assign(document.createElement('input'), { type: 'hidden', name, value });
        document.querySelector('form').append(input);
      }
      if (location.search) document.body.className = record === null ? 'search' : 'record';
      if (record !== null) document.getElementById('q').removeAttribute('autofocus');
    },
    /** What stands in <main> of the page at `address`; undefined where that page holds it. */
    async part(address) {
      const of = asked(address);
      if (of.record !== null) return recordHtml(of.record);
      if (of.query.trim() || of.filters.length) return searchHtml(of);
      return this.start;
    },
    /** What the word that is typed may become. */
    async words(typed) {
      const last = /[\p{L}\p{N}]+$/u.exec(typed);
      if (!last) return [];
      return index.beginningWith(last[0].toLowerCase(), 6).map(({ known }) => typed.slice(0, last.index) + known);
    },
    start: '',
  };
})();
globalThis.siteAnswers = siteAnswers;
