// The engine of Safari: that the widget starts on pages of all kinds, and only when it is needed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { session } from './session.mjs';
import { until } from './webdriver.mjs';

const RECORD = 'unodc-glot59-2024';

let browser;
let explorer;

session((opened) => ({ browser, explorer } = opened));

const surface = () =>
  explorer.ask((root) => getComputedStyle(root.querySelector('.explorer')).backgroundColor);

test('it starts and shows the five evaluations', async () => {
  await explorer.open('/');
  await explorer.shows(5);
});

test('its style sheet is adopted and the fallback is hidden', async () => {
  await explorer.open('/hosts/plain.html');
  const [rules, display] = await explorer.ask((root) => [
    root.adoptedStyleSheets.map((sheet) => sheet.cssRules.length > 0),
    getComputedStyle(root.querySelector('slot:not([name])')).display,
  ]);
  // The second is that of other modules, which comes with them.
  assert.equal(rules.length, 2);
  assert.equal(rules[0], true);
  assert.equal(display, 'none');
});

test('the second module is fetched when a record opens, and not before', async () => {
  await explorer.open('/hosts/plain.html');
  await explorer.shows(5);
  const SECOND = 'evaluation-explorer-pages-';
  assert.deepEqual(await explorer.fetched(SECOND), []);
  await explorer.ask((root) => root.querySelector('.result-title a').click());
  await until('a record is shown', () => explorer.ask((root) => root.querySelector('#page-title')));
  assert.equal((await explorer.fetched(SECOND)).length, 1);
  const rules = await explorer.ask((root) => root.adoptedStyleSheets[1].cssRules.length);
  assert.ok(rules > 100, `${rules} rules`);
});

test('it runs under a strict policy and trusted types, and breaks nothing of them', async () => {
  await explorer.open('/hosts/strict-csp.html');
  await explorer.shows(5);
  await browser.run(() => {
    globalThis.broken = [];
    document.addEventListener('securitypolicyviolation', (it) => broken.push(it.violatedDirective));
  });
  await explorer.click('[type=checkbox]', 'Peru, 2 evaluations');
  await explorer.shows(2);
  await explorer.click('.view-switch a', 'Matrix');
  await explorer.table();
  assert.deepEqual(await browser.run(() => globalThis.broken), []);
});

test('a page from right to left holds an English explorer from left to right', async () => {
  await explorer.open('/hosts/rtl.html');
  await explorer.shows(5);
  const directions = await explorer.ask((root) => [
    getComputedStyle(document.documentElement).direction,
    getComputedStyle(root.querySelector('.explorer')).direction,
  ]);
  assert.deepEqual(directions, ['rtl', 'ltr']);
});

test('hostile styles of the page change nothing inside', async () => {
  await explorer.open('/hosts/hostile-css.html');
  await explorer.shows(5);
  assert.equal(await surface(), 'rgb(255, 255, 255)');
  const display = await explorer.ask((root) => 
    getComputedStyle(root.querySelector('.unit-switch .button')).display);
  assert.match(display, /flex/);
});

test('an explorer far down waits until the reader comes near', async () => {
  await browser.open('/hosts/far-down.html');
  await until('the page is loaded', () => browser.run(() => document.readyState === 'complete'));
  assert.deepEqual(await explorer.fetched('.wasm'), []);
  await browser.run(() => document.querySelector('evaluation-explorer').scrollIntoView());
  await explorer.shows(5);
});

test('a shared link starts an explorer far down at once', async () => {
  await browser.open('/hosts/far-down.html?ee-country=pe&ee-v=1');
  await explorer.shows(2);
});

test('two explorers on one page do not disturb each other', async () => {
  await explorer.open('/hosts/two.html');
  const results = () =>
    browser.run(() =>
      [...document.querySelectorAll('evaluation-explorer')].map(
        (it) => it.shadowRoot.querySelectorAll('#results article').length));
  await browser.run(() =>
    document.querySelectorAll('evaluation-explorer').forEach((it) => it.whenReady()));
  await until('both are there', async () => (await results()).join() === '5,5');
  await explorer.click('[type=checkbox]', 'Peru, 2 evaluations');
  await until('the first alone is narrower', async () => (await results()).join() === '2,5');
});

test('a lock that is set later narrows, and taken away widens', async () => {
  await explorer.open('/hosts/plain.html');
  await explorer.shows(5);
  const lock = (value) =>
    browser.run((value) => { document.querySelector('evaluation-explorer').lock = value; }, value);
  await lock('country=pe');
  await explorer.shows(2);
  await lock(null);
  await explorer.shows(5);
});

test('the theme of the tag decides its colours', async () => {
  await explorer.open('/hosts/plain.html');
  await explorer.shows(5);
  assert.equal(await surface(), 'rgb(255, 255, 255)');
  await browser.run(() => { document.querySelector('evaluation-explorer').theme = 'dark'; });
  await until('it is dark', async () => (await surface()) === 'rgb(18, 25, 31)');
});

test('on paper there are the results and none of the controls', async () => {
  await explorer.open('/hosts/plain.html');
  await explorer.shows(5);
  // The driver cannot print; instead the rules for paper are made to hold on the screen.
  const shown = await explorer.ask((root) => {
    const rules = [...root.adoptedStyleSheets[0].cssRules];
    const print = rules.filter((it) => it.media?.mediaText === 'print');
    for (const rule of print) rule.media.mediaText = 'all';
    const isShown = (selector) =>
      [...root.querySelectorAll(selector)].some((it) => it.checkVisibility());
    return {
      rules: print.length > 0,
      results: isShown('#results article'),
      heading: isShown('#results-heading'),
      controls: isShown('.explorer-bar, .explorer-facets, .result-tools, button'),
    };
  });
  assert.deepEqual(shown, { rules: true, results: true, heading: true, controls: false });
});

test('a record on paper keeps its statements', async () => {
  await explorer.open(`/hosts/plain.html?ee-open=${RECORD}&ee-v=1`);
  await until('the record is there', () => explorer.ask((root) => root.querySelector('#page-title')));
  const shown = await explorer.ask((root) => {
    for (const rule of root.adoptedStyleSheets[0].cssRules) {
      if (rule.media?.mediaText === 'print') rule.media.mediaText = 'all';
    }
    const seen = (selector) =>
      [...root.querySelectorAll(selector)].filter((it) => it.checkVisibility()).length;
    return [seen('.page-statements .statement') > 10, seen('button')];
  });
  assert.deepEqual(shown, [true, 0]);
});
