// The index of a site (site_index.h says what it holds), and the first stage of the ranking over it: text becomes terms, a
// query becomes records with the scores that the program's own index gives them. Knows nothing of pages.
'use strict';

// The weights of query_words.cpp; those of form_shares.h come with the index.
const partWeight = 0.5; // "vector" of std::vector, beside the whole
const pieceWeight = 0.25; // "script" of JavaScript
const letterWeight = 0.1; // "k" of k-NN
const functionWeight = 0.25;
const hardlyAny = 3;
const comparisonWeight = 0.25; // of "vs", which asks for a difference
const everydayShare = 0.8;
const mostOfShort = 8; // words of a query in which each counts once
const few = 3; // words beside which an everyday one says less
const mostWords = 128;

// Numbers are written as packed_numbers.h says.
const lastDigits = 61;
const digitOf = new Int8Array(128).fill(-1);
for (let code = 35, digit = 0; code < 127; ++code) if (code !== 92) digitOf[code] = digit++;

function unpackNumbers(text) {
  const numbers = [];
  const left = [];
  for (let i = 0; i < text.length; ++i) {
    const digit = digitOf[text.charCodeAt(i)];
    if (digit >= lastDigits) {
      left.push(digit - lastDigits);
      continue;
    }
    let number = digit;
    while (left.length) number = number * 30 + left.pop() + lastDigits;
    numbers.push(number);
  }
  return numbers;
}

/** What shares its beginning with `before`, see append_shortened(). */
const lengthen = (before, text) => before.slice(0, digitOf[text.charCodeAt(0)]) + text.slice(1);

// What characters are, as indexer/analysis/characters.cpp has it.
const unspaced =
  '\\u0E00-\\u0E3E\\u0E40-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u3005-\\u3007\\u3041-\\u309F\\u30A1-\\u30FA\\u30FC-\\u30FF' +
  '\\u3105-\\u318F\\u31F0-\\u31FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uAC00-\\uD7A3\\uF900-\\uFAFF\\uFF66-\\uFF9F\\u{20000}-\\u{323AF}';
const letter = `(?:(?![${unspaced}])[\\p{L}\\p{N}])`;
const written = `${letter}(?:${letter}|[\\p{M}\\u00AD\\u200B-\\u200D])*`;
const connecting = "(?:[-./&+'\\u2010\\u2011\\u2013\\u2212\\u2018\\u2019\\u02BC]|_+|::)";
const chainOrRun = new RegExp(`([${unspaced}][${unspaced}\\p{M}]*)|${written}(?:${connecting}${written})*(?:\\+\\+|#)?`, 'gu');
const connector = /([-./&+\u2010\u2011\u2013\u2212]|_+|::)/u;
const apostrophes = /['\u2018\u2019\u02BC]/gu;
const endings = /['\u2018\u2019\u02BC](s|ll|re|ve|d|m)(?![\p{L}\p{N}])/giu;
const elided = /^(?:[a-np-z]|qu)['\u2018\u2019\u02BC](?=\p{L})/iu;
const pieces = /\p{Lu}{2,}s(?![\p{L}\p{N}])|\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{M}]+|[\p{Lu}\p{M}]+|\p{N}[\p{N}.]*/gu;
const plainLetters = { æ: 'ae', ð: 'd', đ: 'd', ø: 'o', þ: 'th', ħ: 'h', ı: 'i', ł: 'l', œ: 'oe', ŧ: 't', ß: 'ss', ё: 'е', ς: 'σ',
  ة: 'ه', ى: 'ي', ی: 'ي', ٱ: 'ا', ک: 'ك' };

/** Text as words are compared: see fold() of the analysis. */
function fold(text) {
  let folded = text.normalize('NFKC').toLowerCase().replace(/[\u00AD\u0640\u200B-\u200D]/gu, '').replace(apostrophes, '');
  if (/^[ -~]*$/.test(folded)) return folded;
  folded = folded.normalize('NFD').replace(/([\p{Script=Latin}\p{Script=Greek}])\p{Mn}+/gu, '$1').normalize('NFC');
  folded = folded.replace(/([\p{Script=Arabic}\p{Script=Hebrew}])\p{Mn}+/gu, '$1');
  return folded.replace(/[æðđøþħıłœŧßёςةىیٱک]/gu, (one) => plainLetters[one]);
}

// English words as indexer/analysis/stemming.cpp takes them: one spelling, then Snowball's English stemmer (snowballstem.org).
const irregular = { analyses: 'analysis', appendices: 'appendix', children: 'child', corpora: 'corpus', criteria: 'criterion', feet: 'foot',
  halves: 'half', hypotheses: 'hypothesis', indices: 'index', matrices: 'matrix', men: 'man', menus: 'menu', mice: 'mouse',
  phenomena: 'phenomenon', teeth: 'tooth', vertices: 'vertex', women: 'woman' };

function inOneSpelling(word) {
  if (irregular[word]) return irregular[word];
  if (word.length >= 4 && /[^s]s$/.test(word) && !/[aeiouy]/.test(word)) return word.slice(0, -1);
  if (word.length < 7) return word;
  const done = word.replace(/(an|en)c(?:ed|ing)$/, '$1ce');
  if (done !== word) return done;
  const loosened = word.replace(/lys(ers?|ed|es?|ing)$/, 'lyz$1');
  if (loosened !== word) return loosened;
  return word.replace(/([lmnrtdg])is(ations?|ing|ers?|ed|es?)$/, '$1iz$2');
}

const exceptions = { skis: 'ski', skies: 'sky', dying: 'die', lying: 'lie', tying: 'tie', idly: 'idl', gently: 'gentl', ugly: 'ugli',
  early: 'earli', only: 'onli', singly: 'singl', sky: 'sky', news: 'news', howe: 'howe', atlas: 'atlas', cosmos: 'cosmos', bias: 'bias',
  andes: 'andes' };
const kept = new Set(['inning', 'outing', 'canning', 'herring', 'earring', 'proceed', 'exceed', 'succeed']);
const step2 = [['ization', 'ize'], ['ational', 'ate'], ['fulness', 'ful'], ['ousness', 'ous'], ['iveness', 'ive'], ['tional', 'tion'],
  ['biliti', 'ble'], ['lessli', 'less'], ['entli', 'ent'], ['ation', 'ate'], ['alism', 'al'], ['aliti', 'al'], ['ousli', 'ous'],
  ['iviti', 'ive'], ['fulli', 'ful'], ['enci', 'ence'], ['anci', 'ance'], ['abli', 'able'], ['izer', 'ize'], ['ator', 'ate'],
  ['alli', 'al'], ['bli', 'ble'], ['ogi', 'og'], ['li', '']];
const step3 = [['ational', 'ate'], ['tional', 'tion'], ['alize', 'al'], ['icate', 'ic'], ['iciti', 'ic'], ['ative', ''], ['ical', 'ic'],
  ['ness', ''], ['ful', '']];
const step4 = ['ement', 'ance', 'ence', 'able', 'ible', 'ment', 'ant', 'ent', 'ism', 'ate', 'iti', 'ous', 'ive', 'ize', 'ion', 'al', 'er', 'ic'];

function stemEnglish(text) {
  let word = inOneSpelling(text);
  if (word.length < 3) return word;
  if (Object.hasOwn(exceptions, word)) return exceptions[word];
  word = word.replace(/^y/, 'Y').replace(/([aeiouy])y/g, '$1Y');
  const region = (from) => {
    const found = /[aeiouy][^aeiouy]/.exec(word.slice(from));
    return found ? from + found.index + 2 : word.length;
  };
  const beginning = /^(?:gener|commun|arsen)/.exec(word);
  const r1 = beginning ? beginning[0].length : region(0);
  const r2 = region(r1);
  const cut = (ending, other = '') => (word = word.slice(0, word.length - ending.length) + other);
  const inR1 = (ending) => word.length - ending.length >= r1;
  const inR2 = (ending) => word.length - ending.length >= r2;
  const endsShort = () => /(?:^[aeiouy][^aeiouy]|[^aeiouy][aeiouy][^aeiouywxY])$/.test(word);
  // 1a
  if (word.endsWith('sses')) cut('sses', 'ss');
  else if (/ie[ds]$/.test(word)) cut('ies', word.length > 4 ? 'i' : 'ie');
  else if (/s$/.test(word) && !/(?:us|ss)$/.test(word) && /[aeiouy].+s$/.test(word)) cut('s');
  if (kept.has(word)) return word;
  // 1b
  const eed = /(?:eedly|eed)$/.exec(word);
  const ed = /(?:ingly|edly|ing|ed)$/.exec(word);
  if (eed) {
    if (inR1(eed[0])) cut(eed[0], 'ee');
  } else if (ed && /[aeiouy]/.test(word.slice(0, ed.index))) {
    cut(ed[0]);
    if (/(?:at|bl|iz)$/.test(word)) word += 'e';
    else if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(word)) word = word.slice(0, -1);
    else if (endsShort() && r1 >= word.length) word += 'e';
  }
  // 1c
  if (/.[^aeiouy][yY]$/.test(word)) word = word.slice(0, -1) + 'i';
  // 2
  const two = step2.find(([ending]) => word.endsWith(ending));
  if (two && inR1(two[0])) {
    const fits = two[0] === 'ogi' ? word.endsWith('logi') : two[0] === 'li' ? /[cdeghkmnrt]li$/.test(word) : true;
    if (fits) cut(...two);
  }
  // 3
  const three = step3.find(([ending]) => word.endsWith(ending));
  if (three && inR1(three[0]) && (three[0] !== 'ative' || inR2('ative'))) cut(...three);
  // 4
  const four = step4.find((ending) => word.endsWith(ending));
  if (four && inR2(four) && (four !== 'ion' || /[st]ion$/.test(word))) cut(four);
  // 5
  if (word.endsWith('e')) {
    const rest = word.slice(0, -1);
    const short = /(?:^[aeiouy][^aeiouy]|[^aeiouy][aeiouy][^aeiouywxY])$/.test(rest);
    if (inR2('e') || (inR1('e') && !short)) word = rest;
  } else if (word.endsWith('ll') && inR2('l')) {
    word = word.slice(0, -1);
  }
  return word.replaceAll('Y', 'y');
}

/** How many letters must change, at most `most` + 1; neighbours that changed places count once. */
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; ++i) {
    const row = [i];
    for (let k = 1; k <= other.length; ++k) {
      const same = one[i - 1] === other[k - 1] ? 0 : 1;
      row[k] = Math.min(last[k] + 1, row[k - 1] + 1, last[k - 1] + same);
      if (i > 1 && k > 1 && one[i - 1] === other[k - 2] && one[i - 2] === other[k - 1]) row[k] = Math.min(row[k], before[k - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[other.length];
}

class SiteIndex {
  constructor(data) {
    this.records = data.records;
    this.saturation = data.saturation;
    this.shares = data.shares;
    this.gaps = data.gaps.split(' ');
    this.wdfs = data.wdfs.split(' ').map(unpackNumbers);
    this.wdfsOfPostings = data.wdfs_of_postings.split(' ');
    this.terms = new Map(); // term -> its place in `gaps`
    let last = '';
    if (data.terms) for (const text of data.terms.split(' ')) this.terms.set((last = lengthen(last, text)), this.terms.size);
    this.words = new Map(); // a word that is found by another term than itself -> those terms
    last = '';
    if (data.words) {
      for (const entry of data.words.split(' ')) {
        const [word, ...terms] = entry.split('!');
        last = lengthen(last, word);
        this.words.set(last, terms.map((term) => lengthen(last, term)));
      }
    }
    this.weights = new Map();
    for (const [weight, most, words] of data.weights)
      for (const word of words.split(' ')) this.weights.set(word, { weight, most: most ?? Infinity });
    this.synonyms = new Map();
    for (const group of data.synonyms) {
      const terms = group.split(' ');
      for (const term of terms) this.synonyms.set(term, [...(this.synonyms.get(term) ?? []), ...terms.filter((other) => other !== term)]);
    }
    this.acronyms = new Map(); // term -> lists of the terms that it is short for
    for (const line of data.acronyms) {
      const [short, ...terms] = line.split(' ');
      this.acronyms.set(short, [...(this.acronyms.get(short) ?? []), terms]);
    }
    this.threads = data.threads;
    this.threadOf = new Map();
    for (const thread of data.threads) for (const record of thread) this.threadOf.set(record, thread);
    this.facets = data.facets; // field -> [[value, packed records], …]
    this.unpacked = new Map();
  }

  /** [record, wdf, record, wdf, …] of a term. */
  postingsOf(term) {
    let known = this.unpacked.get(term);
    if (known) return known;
    known = [];
    const place = this.terms.get(term);
    const wdfs = unpackNumbers(this.wdfsOfPostings[place] ?? '');
    let record = -1;
    for (const [i, gap] of unpackNumbers(this.gaps[place] ?? '').entries()) {
      record += gap + 1;
      known.push(record, this.wdfs[record][wdfs[i]]);
    }
    this.unpacked.set(term, known);
    return known;
  }
  frequency(term) {
    return this.terms.has(term) ? this.postingsOf(term).length / 2 : 0;
  }
  information(frequency) {
    return Math.log(1 + (this.records - frequency + 0.5) / (frequency + 0.5));
  }

  /** The records with a value of a field, as a Set; capitals make no difference. */
  recordsWith(field, value) {
    const wanted = value.toLowerCase();
    const found = (this.facets[field] ?? []).find(([one]) => one.toLowerCase() === wanted);
    const records = new Set();
    let next = 0;
    for (const gap of found ? unpackNumbers(found[1]) : []) records.add((next += gap)), ++next;
    return records;
  }

  stem(folded) {
    const known = this.words.get(folded);
    if (known) return known[0];
    return this.terms.has(folded) || !/^[a-z]+$/.test(folded) ? folded : stemEnglish(folded);
  }

  /** Calls on({ folded, exact, kind, begin, end }) for every word of a text: word, whole, part, piece. */
  analyse(text, on) {
    const capitals = (text.slice(0, 1024).match(/[A-Z]/g) ?? []).length;
    const shouts = capitals >= 16 && capitals > 1.5 * (text.slice(0, 1024).match(/[a-z]/g) ?? []).length;
    for (const match of text.matchAll(chainOrRun)) {
      if (match[1]) this.analyseRun(match, on);
      else this.analyseChain(match, shouts, on);
    }
  }

  /** Every two neighbouring characters of a script without blanks. */
  analyseRun({ 0: run, index }, on) {
    const characters = [...run.matchAll(/[^\p{M}]\p{M}*/gu)];
    for (let i = 0; i < characters.length; ++i) {
      const two = characters[i + 1];
      if (!two && i > 0) break;
      const end = two ? two.index + two[0].length : run.length;
      const folded = fold(run.slice(characters[i].index, end));
      if (folded) on({ folded, exact: true, kind: 'word', begin: index + characters[i].index, end: index + end });
    }
  }

  analyseChain({ 0: chain, index }, shouts, on) {
    const symbols = /[+#]+$/.exec(chain)?.[0] ?? '';
    const elision = elided.exec(chain)?.[0].length ?? 0;
    const parts = [];
    let at = index + elision;
    let before = '';
    for (const one of chain.slice(elision, chain.length - symbols.length).split(connector)) {
      if (one && connector.test(one) && !/[\p{L}\p{N}]/u.test(one)) {
        before = one;
      } else {
        const text = one.replace(endings, '').replace(apostrophes, '').replace(/(\d),(?=\d{3})/g, '$1');
        const last = parts.at(-1);
        if (last && before === '.' && /\d$/.test(last.text) && /^\d/.test(text)) {
          last.text += '.' + text;
          last.end = at + one.length;
        } else {
          parts.push({ text, begin: at, end: at + one.length, before });
        }
      }
      at += one.length;
    }
    for (const part of parts) {
      part.pieces = (part.text.match(pieces) ?? [part.text]).map((piece) => {
        const plural = /^\p{Lu}{2,}s$/u.test(piece);
        const text = plural ? piece.slice(0, -1) : piece;
        const digits = /^\p{N}/u.test(text);
        return { text, digits, capitals: !digits && /^\p{Lu}{2,}$/u.test(text) };
      });
      part.folded = fold(part.pieces.map((piece) => piece.text).join(''));
    }
    if (!parts.length || !parts[0].folded) return;
    const whole = { begin: parts[0].begin, end: index + chain.length };
    const all = parts.flatMap((part) => part.pieces);
    const joined = parts.map((part) => part.folded).join('');
    const isExact = (piece) => piece.digits || (piece.capitals && !shouts);
    const hasDigits = all.some((piece) => piece.digits);
    const dotted = parts.length > 1 && all.length === parts.length && !hasDigits &&
      parts.every((part, i) => part.folded.length <= (i ? 1 + (part.before === '.' ? 0 : 1) : joined.startsWith('ph') ? 2 : 1) && (!i || /[.&]/.test(part.before)));
    if (dotted && !symbols) return on({ folded: joined, exact: true, kind: 'word', ...whole });
    if (symbols) {
      const last = parts.at(-1);
      for (const part of parts.slice(0, -1)) this.analysePart(part, true, isExact, on);
      const base = last.pieces.at(-1).text.length >= 3;
      on({ folded: last.folded + symbols, exact: true, kind: base ? 'whole' : 'word', begin: last.begin, end: whole.end });
      if (base) this.analysePart(last, true, isExact, on);
      return;
    }
    if (parts.length > 1) {
      const short = all.every((piece) => piece.text.length === 1 || (piece.capitals && piece.text.length <= 4));
      const sentence = parts.some((part, i) => i && part.before === '.' && /^\p{Lu}\p{Ll}/u.test(part.text) && /\p{Ll}$/u.test(parts[i - 1].text));
      const slashes = parts.some((part) => part.before === '/');
      const joins = !sentence && parts.length <= 4 && /\p{L}/u.test(joined) && joined.length <= 40 && (!slashes || (short && !hasDigits && joined.length <= 6));
      if (joins) on({ folded: joined, exact: hasDigits || isExact(all.at(-1)), kind: 'whole', ...whole });
    }
    for (const part of parts) this.analysePart(part, parts.length > 1, isExact, on);
  }

  analysePart(part, isPart, isExact, on) {
    const place = { begin: part.begin, end: part.end };
    if (part.pieces.length === 1) return on({ folded: part.folded, exact: isExact(part.pieces[0]), kind: isPart ? 'part' : 'word', ...place });
    const hasDigits = part.pieces.some((piece) => piece.digits);
    const hasWords = part.pieces.some((piece) => !piece.digits && piece.text.length >= 3);
    const alone = part.pieces.filter((piece) => (piece.digits ? hasWords : piece.text.length >= 3 || (!hasDigits && piece.capitals)));
    const kind = isPart ? 'part' : alone.length ? 'whole' : 'word';
    on({ folded: part.folded, exact: hasDigits || isExact(part.pieces.at(-1)), kind, ...place });
    for (const piece of alone) on({ folded: fold(piece.text), exact: isExact(piece), kind: 'piece', ...place });
  }

  /** What a query asks: its words, and the text with those mended that were clearly meant otherwise, '' where none was. */
  understand(text) {
    const words = this.queryWords(text);
    const all = [...words];
    const mended = [];
    for (const word of words) {
      if (word.isWritten || word.takenAs || word.isFunction) continue;
      const meant = this.mend(word, word === all.at(-1) && !/\s$/.test(text));
      if (meant) mended.push({ ...word, meant });
    }
    if (!mended.length) return { words, corrected: '' };
    let corrected = text;
    for (const { begin, end, meant } of mended.sort((a, b) => b.begin - a.begin)) corrected = corrected.slice(0, begin) + meant + corrected.slice(end);
    return { words: this.queryWords(corrected), corrected };
  }

  /** The words of a query, each with the terms that it is found by and what they weigh. */
  queryWords(text) {
    const words = new Map();
    const order = [];
    let wholeEnds = 0;
    let isShort = false; // the whole is an acronym, whose parts say little
    this.analyse(text, (token) => {
      const { folded, exact, kind, begin, end } = token;
      const term = exact ? folded : this.stem(folded);
      if (!words.has(term) && words.size >= mostWords) return;
      const isNew = !words.has(term);
      const word = words.get(term) ?? { text: text.slice(begin, end), folded, exact, kind, begin, end, forms: [], weight: 0, once: 0, takenAs: '' };
      words.set(term, word);
      const says = this.weights.get(folded) ?? { weight: 1, most: Infinity };
      if (isNew) {
        const add = (form, share) => {
          const frequency = this.frequency(form);
          if (word.forms.some((one) => one.term === form) || (!frequency && word.forms.length)) return;
          word.forms.push({ term: form, share, frequency, information: this.information(frequency) });
        };
        word.add = add;
        add(term, 1);
        const known = word.forms[0].frequency > 0;
        if (kind !== 'piece') {
          if (!exact) add(folded, 1);
          else if (!known || text.includes('`')) add(this.stem(folded), known ? this.shares.otherStem : 1);
        }
        if (!exact) for (const form of this.words.get(folded) ?? []) add(form, 1);
        word.isFunction = says.weight <= functionWeight;
        word.most = says.most;
        word.isWritten = word.forms.some((form) => form.frequency);
        if (!exact && !word.isFunction)
          for (const other of this.synonyms.get(term) ?? []) add(other, word.forms[0].frequency > hardlyAny ? this.shares.synonym : this.shares.synonymAlone);
        const longForms = word.isFunction || kind === 'piece' ? [] : this.acronyms.get(term) ?? this.acronyms.get(folded) ?? [];
        word.longForms = longForms.map((terms) => ({ terms, share: word.forms[0].frequency ? this.shares.longForm : this.shares.longFormAlone }));
        if (longForms.length) word.takenAs = longForms[0].join(' ');
        word.information = word.forms[0].frequency || word.forms.length < 2 ? word.forms[0].information : word.forms[1].information;
      }
      let share = Math.min(says.weight, word.isFunction ? functionWeight : 1);
      if (kind === 'whole') [wholeEnds, isShort] = [end, word.longForms.length > 0];
      if (kind === 'part' && end <= wholeEnds) share *= folded.length === 1 || (isShort && folded.length === 2) ? letterWeight : partWeight;
      if (kind === 'piece') share *= pieceWeight;
      word.weight += share;
      word.once = Math.max(word.once, share);
      if (kind === 'word' || kind === 'part') order.push(word);
    });
    const all = [...words.values()];
    this.weighLetterPairs(order);
    if (order.length <= mostOfShort) this.weighShortQuery(all);
    this.compare(order);
    this.addJoined(order, text);
    this.addShortForms(order);
    return all;
  }

  /** A long word in a script without blanks, many pairs of letters, tells little more than a short one. */
  weighLetterPairs(order) {
    const isUnspaced = (word) => word.folded >= '\u0800';
    for (let begin = 0, end; begin < order.length; begin = end) {
      end = begin + 1;
      if (!isUnspaced(order[begin])) continue;
      while (end < order.length && isUnspaced(order[end]) && order[end].begin < order[end - 1].end) ++end;
      const run = order.slice(begin, end);
      const pairs = run.filter((word) => word.isWritten && !word.isFunction).length;
      for (const word of new Set(run)) {
        word.weight /= Math.sqrt(Math.max(pairs, 1));
        word.once /= Math.sqrt(Math.max(pairs, 1));
      }
    }
  }

  /** Each word counts once, and beside a few that tell something an everyday one tells less. */
  weighShortQuery(words) {
    for (const word of words) word.weight = Math.min(word.weight, word.once);
    if (words.filter((word) => !word.isFunction).length > few) return;
    const telling = words.filter((word) => word.isWritten && !word.isFunction && word.most === Infinity);
    const topic = Math.max(0, ...telling.map((word) => word.information));
    if (!topic) return;
    for (const word of words) if (word.most < Infinity) word.information = Math.min(word.information, everydayShare * topic, word.most);
  }

  /** "vs" between two things asks for their difference. */
  compare(order) {
    for (const word of order.slice(1, -1)) {
      if (!/^(?:vs|versus)$/.test(word.folded)) continue;
      for (const like of ['differ', 'compar']) word.add(like, 1);
      word.information = Math.max(0, ...word.forms.map((form) => (form.frequency ? form.information : 0)));
      word.weight = comparisonWeight;
      word.isWritten = true;
    }
  }

  /** What words that stand in a row are written in short. */
  addShortForms(order) {
    for (const [short, meanings] of this.acronyms) {
      if (!this.frequency(short)) continue;
      for (const terms of meanings) {
        for (let i = 0; i + terms.length <= order.length; ++i) {
          if (!terms.every((term, k) => order[i + k].forms[0]?.term === term)) continue;
          for (let k = 0; k < terms.length; ++k) if (!order[i + k].isFunction) order[i + k].add(short, this.shares.shortForm);
        }
      }
    }
  }

  /** What two words are when written together. */
  addJoined(order, text) {
    for (let i = 0; i + 1 < order.length; ++i) {
      const [one, other] = [order[i], order[i + 1]];
      if (one === other || one.isFunction || other.isFunction || text.slice(one.end, other.begin) !== ' ') continue;
      if (one.isWritten && other.isWritten && order.length > 4) continue;
      const joined = one.folded + other.folded;
      for (const term of new Set([...(this.words.get(joined) ?? []), joined, this.stem(joined)])) {
        const frequency = this.frequency(term);
        if (!frequency) continue;
        for (const word of [one, other]) {
          word.add(term, word.isWritten ? this.shares.joined : 1);
          if (word.isWritten) continue;
          word.information = this.information(frequency);
          word.takenAs = joined;
        }
      }
    }
  }

  /** A word that no record has: adds what it begins; or gives the word that it was meant for, '' for none. */
  mend(word, isLast) {
    if (word.exact || word.folded.length < 3) return '';
    const begun = word.folded.length >= (isLast ? 3 : 5) ? this.beginningWith(word.folded, 5) : [];
    for (const { terms } of begun) for (const term of terms) word.add(term, this.shares.cut);
    if (begun.length) {
      word.takenAs = begun[0].known;
      word.information = this.information(begun[0].frequency);
      return '';
    }
    const most = word.folded.length < 4 ? 0 : word.folded.length < 8 ? 1 : 2;
    const best = { known: '', steps: most + 1, frequency: 0 };
    for (const [known, terms] of most ? this.writtenWords() : []) {
      if (known[0] !== word.folded[0] && most < 2) continue;
      const steps = distance(word.folded, known, most);
      if (steps > best.steps || steps > most) continue;
      const frequency = Math.max(...terms.map((term) => this.frequency(term)));
      if (steps < best.steps || frequency > best.frequency) Object.assign(best, { known, steps, frequency });
    }
    return best.known;
  }

  /** [word, terms] of the words as records write them: a stem that is no word is left out. */
  writtenWords() {
    if (this.allWritten) return this.allWritten;
    const stems = new Set();
    for (const [word, terms] of this.words) for (const term of terms) if (word !== term + 's') stems.add(term);
    this.allWritten = [...this.words];
    for (const term of this.terms.keys()) if (!stems.has(term)) this.allWritten.push([term, [term]]);
    return this.allWritten;
  }

  /** The commonest words that begin so. */
  beginningWith(beginning, most) {
    const found = [];
    for (const [known, terms] of this.writtenWords())
      if (known.startsWith(beginning) && known.length > beginning.length)
        found.push({ known, terms, frequency: Math.max(...terms.map((term) => this.frequency(term))) });
    return found.sort((a, b) => b.frequency - a.frequency || a.known.length - b.known.length).slice(0, most);
  }

  /**
   * What a query finds. `filters`: [field, value] pairs; values of one field are alternatives. The text may hold more of them
   * (tag:nets), words that must be there (+word, "in quotes") and that must not (-word). Gives `matches`, the records that
   * match with the best first, `scores` by record, `words` and what was `corrected`.
   */
  search(text, filters) {
    const wanted = [...filters];
    const required = [];
    const excluded = [];
    const rest = text.replace(/([-+]?)(?:([a-z]+):)?(?:"([^"]*)"|([^\s"]+))/giu, (whole, sign, field, quoted, word) => {
      if (field && Object.hasOwn(this.facets, field.toLowerCase())) {
        (sign === '-' ? excluded : wanted).push([field.toLowerCase(), quoted ?? word]);
        return ' ';
      }
      const said = (field ? field + ' ' : '') + (quoted ?? word);
      if (sign === '-' && /[\p{L}\p{N}]/u.test(said)) {
        excluded.push(said);
        return ' ';
      }
      if (sign === '+' || quoted !== undefined) required.push(said);
      return quoted !== undefined ? said : whole;
    });
    const { words, corrected } = this.understand(rest);
    const weights = new Map();
    for (const word of words)
      for (const form of word.forms)
        if (form.frequency) weights.set(form.term, (weights.get(form.term) ?? 0) + word.weight * form.share * Math.min(word.information, form.information));
    const scores = new Float64Array(this.records);
    const seen = new Uint8Array(this.records);
    for (const [term, weight] of [...weights].sort((a, b) => b[1] - a[1])) {
      const postings = this.postingsOf(term);
      for (let i = 0; i < postings.length; i += 2) {
        scores[postings[i]] += (weight * postings[i + 1]) / (postings[i + 1] + this.saturation);
        seen[postings[i]] = 1;
      }
    }
    for (const word of words) {
      for (const { terms, share } of word.longForms) {
        const lists = terms.map((term) => this.postingsOf(term));
        const sums = new Map();
        for (const [i, postings] of lists.entries()) {
          for (let k = 0; k < postings.length; k += 2) {
            const sum = i ? sums.get(postings[k]) : { terms: 0, score: 0 };
            if (!sum) continue;
            ++sum.terms;
            sum.score += postings[k + 1] / (postings[k + 1] + this.saturation);
            sums.set(postings[k], sum);
          }
        }
        for (const [record, sum] of sums) {
          if (sum.terms < terms.length) continue;
          scores[record] += (word.weight * share * word.information * sum.score) / terms.length;
          seen[record] = 1;
        }
      }
    }
    const asksWords = words.some((word) => word.weight > 0);
    if (!asksWords) seen.fill(wanted.length || excluded.length ? 1 : 0);
    const having = (said) => {
      const each = this.queryWords(said).filter((word) => word.kind !== 'piece' && word.kind !== 'whole');
      return each.map((word) => new Set(word.forms.flatMap((form) => this.postingsOf(form.term).filter((_, i) => i % 2 === 0))));
    };
    const byField = new Map();
    for (const [field, value] of wanted) {
      const records = this.recordsWith(field, value);
      byField.set(field, byField.has(field) ? new Set([...byField.get(field), ...records]) : records);
    }
    const all = [...byField.values(), ...required.flatMap(having)];
    const none = excluded.map((one) => (Array.isArray(one) ? [this.recordsWith(...one)] : having(one)));
    const matches = [];
    for (let record = 0; record < this.records; ++record) {
      if (!seen[record] || !all.every((records) => records.has(record))) continue;
      if (none.some((sets) => sets.length && sets.every((records) => records.has(record)))) continue;
      matches.push(record);
    }
    matches.sort((a, b) => scores[b] - scores[a] || a - b);
    return { matches, scores, words, corrected };
  }
}
globalThis.SiteIndex = SiteIndex;
