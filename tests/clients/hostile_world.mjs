// A small world in which one record attacks whoever shows it, for tests of pages.
const attack = '"><script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)>\'';
export const records = [
  { id: 'dropout', question: 'Why does `dropout` help?', section: ['Training', 'Regularization'], tags: ['nets', 'overfitting'],
    votes: 12, accepted: true, author: 'Ada', date: '2026-01-02', url: 'https://example.org/1', difficulty: 'easy', source: 'notes',
    answer: 'It stops units from relying on **particular partners**, so each must be useful on its own.\n\n- Co-adaptation is broken.\n- It averages many thinned networks.\n\n```python\nmask = rng.random(x.shape) >= p\nx = x * mask / (1 - p)\n```\n\n| rate | loss |\n|---|---:|\n| 0.1 | 0.31 |\n| 0.5 | 0.27 |\n\n> Used while training only, $x/(1-p)$.\n\n![a drawing](https://evil.example/dropout.png)' },
  { id: 'decay', question: 'How is weight decay related to dropout?', section: ['Training', 'Regularization'], tags: ['overfitting'],
    answer: 'Both regularize: weight decay shrinks the weights, dropout takes units out.' },
  { id: 'momentum', question: 'What is momentum?', section: ['Training', 'Optimizers'], tags: ['optimization'], votes: 3, answer: 'A running mean of the gradients. It damps zig-zags.' },
  { id: 'formulas', question: 'Which formulas are there?', section: ['Training'],
    answer: 'In a line \\(x_i^2 \\le \\frac{1}{2}\\) and $\\hat y = \\sigma(w^\\top x + b)$, $\\text{<img src=x onerror=alert(9)>}$.\n\n$$\\operatorname{softmax}(z)_i = \\frac{e^{z_i}}{\\sum_{j=1}^{K} e^{z_j}}, \\quad A = \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}, \\quad f(x) = \\begin{cases} 1 & x > 0 \\\\ 0 & \\text{else} \\end{cases} \\quad \\int_0^\\infty e^{-x^2} dx = \\frac{\\sqrt{\\pi}}{2}$$\n' },
  { id: 'hebrew', question: 'מהי למידת מכונה?', language: 'he', answer: 'ללמוד מנתונים, בלי dropout ובלי כללים כתובים.' },
  { id: 'evil', question: `zebra ${attack}`, body: attack, section: [attack, 'Zoo'], tags: [attack, '../..', 'javascript:alert(4)'],
    source: attack, author: attack, date: attack, difficulty: attack, url: 'javascript:alert(5)',
    answer: `${attack}\n\n[x](javascript:alert(6)) ![x](https://evil.example/x.png) ![y](data:image/svg+xml,<svg/onload=alert(7)>)\n\n<iframe src="https://evil.example"></iframe>\n<style>body{display:none}</style>\n<link rel=stylesheet href=https://evil.example/x.css>\n\n\`\`\`html\n</code></pre><script>alert(8)</script>\n\`\`\`\n` },
  { id: 'a/../b?c#d"', question: 'zebra with an odd id?', answer: 'Its id is odd.' },
];
for (let i = 0; i < 30; ++i)
  records.push({ question: `Which layer number ${i} uses dropout in practice?`, section: ['Training', 'Layers'], answer: `Layer ${i} does, since it is wide.` });

/** Pages must do nothing that was not asked for: a dialog, an error in the console or a request to elsewhere is a failure. */
export function watch(context, base, fail) {
  context.on('page', (page) => {
    page.on('dialog', (dialog) => fail(`${page.url()}: a dialog: ${dialog.message()}`));
    page.on('pageerror', (error) => fail(`${page.url()}: ${error}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 404/.test(message.text())) fail(`${page.url()}: ${message.text()}`);
    });
    page.on('request', (request) => request.url().startsWith(base) || fail(`${page.url()} asks ${request.url()}`));
  });
  return context;
}

export const looks = {
  light: { viewport: { width: 1280, height: 900 } },
  dark: { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  narrow: { viewport: { width: 320, height: 640 } },
  tablet: { viewport: { width: 800, height: 1100 } },
  wide: { viewport: { width: 2560, height: 1200 } },
};

/** What axe-core finds wrong with a page, and whether it is wider than the window. */
export async function complaints(page, axe, name) {
  const found = [];
  const { violations } = await page.evaluate(`${axe}; axe.run({ preload: false })`);
  for (const one of violations) found.push(`${name} ${page.url()}: ${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) found.push(`${name}: ${page.url()} is ${wide} wider than the window`);
  return found;
}
