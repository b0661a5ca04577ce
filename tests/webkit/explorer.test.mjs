// The engine of Safari: that the widget starts, filters, goes back and compares there too.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, until } from './webdriver.mjs';

let browser;

before(async () => {
  browser = await Browser.start();
});

after(() => browser?.stop());

/** The titles of the results, or nothing while there is no list. */
const titles = () =>
  browser.run(() => {
    const root = document.querySelector('evaluation-explorer').shadowRoot;
    return [...(root?.querySelectorAll('[aria-label="Results"] article') ?? [])]
      .map((article) => article.querySelector('h2, h3, h4, h5').textContent);
  });

const shows = (count) =>
  until(`${count} results are shown`, async () => (await titles()).length === count);

/** Clicks the first control of a kind whose name, white space aside, is this. */
async function click(selector, words) {
  const find = (selector, words) => {
    const root = document.querySelector('evaluation-explorer').shadowRoot;
    const name = (control) => control.getAttribute('aria-label') ?? control.textContent;
    const control = [...root.querySelectorAll(selector)]
      .find((candidate) => name(candidate).replace(/\s+/g, ' ').trim() === words);
    control?.scrollIntoView({ block: 'center' });
    return control;
  };
  const found = () => browser.run(find, selector, words);
  await browser.press(await until(`there is a control "${words}"`, found));
}

async function open(address) {
  await browser.open(address);
  await browser.run(() => document.querySelector('evaluation-explorer').scrollIntoView());
}

test('it starts and shows the five evaluations', async () => {
  await open('/');
  await shows(5);
});

test('its style sheet is adopted and the fallback is hidden', async () => {
  const [sheets, display] = await browser.run(() => {
    const { shadowRoot } = document.querySelector('evaluation-explorer');
    const slot = shadowRoot.querySelector('slot:not([name])');
    return [shadowRoot.adoptedStyleSheets.length, getComputedStyle(slot).display];
  });
  assert.equal(sheets, 1);
  assert.equal(display, 'none');
});

test('a filter narrows the results and back widens them again', async () => {
  await open('/hosts/plain.html');
  await shows(5);
  const before = await browser.address();
  await click('[type=checkbox]', 'Peru, 2 evaluations');
  await shows(2);
  await until('the address follows', async () => (await browser.address()) !== before);
  await browser.back();
  await shows(5);
  assert.equal(await browser.address(), before);
});

test('two evaluations stand side by side, and the address brings them back', async () => {
  await open('/hosts/plain.html');
  await click('button', 'Compare: TRACK4TIP');
  await click('button', 'Compare: Child trafficking in Peru');
  await click('button', 'Compare 2 evaluations');
  const table = () =>
    browser.run(() =>
      document.querySelector('evaluation-explorer').shadowRoot?.querySelector('table')?.innerText);
  const compared = await until('there is a table', table);
  assert.match(compared, /TRACK4TIP/);

  const link = await browser.address();
  await browser.open('/hosts/');
  await open(link);
  assert.equal(await until('there is a table again', table), compared);
});

test('it runs under a strict policy and trusted types', async () => {
  await open('/hosts/strict-csp.html');
  await shows(5);
});
