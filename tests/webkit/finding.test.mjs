// The engine of Safari: that readers find, filter, read, look and compare there too.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { session } from './session.mjs';
import { KEYS, until } from './webdriver.mjs';

const PLAIN = '/hosts/plain.html';
const COMPARED = 'ee-view=compare&ee-compare=unodc-glot59-2024.ilo-per-17-51-usa-2020&ee-v=1';

let browser;
let explorer;

session((opened) => ({ browser, explorer } = opened));

test('typed words narrow the results and are marked where they stand', async () => {
  await explorer.open(PLAIN);
  await explorer.shows(5);
  await explorer.type('shelter');
  await explorer.says('matching “shelter”');
  const marks = await until('words are marked', () => explorer.ask((root) => {
    const found = [...root.querySelectorAll('#results mark')].map((it) => it.textContent);
    return found.length > 0 && found;
  }));
  for (const mark of marks) assert.match(mark, /^shelter/i);
});

test('a misspelt word brings what was meant, and says so', async () => {
  await explorer.open(PLAIN);
  await explorer.type('trianing');
  await until('it says what was meant', async () =>
    (await explorer.ask((root) => root.querySelector('.results').textContent))
      .includes('these are results for “training”'));
});

test('clearing the search brings everything back and keeps focus in the field', async () => {
  await explorer.open(`${PLAIN}?ee-q=xylophone&ee-v=1`);
  await explorer.click('button', 'Clear the search');
  await explorer.shows(5);
  await explorer.hasFocus('search');
});

test('a filter narrows the results and back widens them again', async () => {
  await explorer.open(PLAIN);
  await explorer.shows(5);
  const before = await browser.address();
  await explorer.click('[type=checkbox]', 'Peru, 2 evaluations');
  await explorer.shows(2);
  await until('the address follows', async () => (await browser.address()) !== before);
  await browser.back();
  await explorer.shows(5);
  assert.equal(await browser.address(), before);
});

test('a value can be excluded, and its chip takes it back', async () => {
  await explorer.open(PLAIN);
  await explorer.click('button', 'Exclude Peru');
  await explorer.shows(3);
  await explorer.click('.chip-list button', 'Remove filter: not Peru');
  await explorer.shows(5);
});

test('where nothing is left, a way out says what it brings back', async () => {
  await explorer.open(`${PLAIN}?ee-q=xylophone&ee-country=pe&ee-v=1`);
  await explorer.click('.empty-state button', 'Without the words “xylophone”: 2 results');
  await explorer.shows(2);
});

test('statements are listed in place of evaluations', async () => {
  await explorer.open(PLAIN);
  await explorer.click('.unit-switch button', 'Statements');
  await explorer.says('All 133 statements');
  await until('the first page is shown', async () => (await explorer.texts('#results article')).length === 20);
  await explorer.click('button', 'Show 20 more');
  await until('twice as many are shown', async () => (await explorer.texts('#results article')).length === 40);
});

test('on a narrow page the filters are a sheet that has focus and gives it back', async () => {
  await explorer.open(PLAIN);
  await browser.run(() => { document.body.style.maxWidth = '360px'; });
  await explorer.click('button', 'Filters');
  const isOpen = () => explorer.ask((root) => root.querySelector('.filter-sheet').open);
  assert.equal(await isOpen(), true);
  await explorer.hasFocus('filter-sheet-title');
  await explorer.click('[type=checkbox]', 'Peru, 2 evaluations');
  await explorer.click('button', 'Show 2 results');
  assert.equal(await isOpen(), false);
  await explorer.shows(2);
  await explorer.hasFocus('filters-open');
});

test('Escape closes the sheet and its filters stay', async () => {
  await explorer.open(PLAIN);
  await browser.run(() => { document.body.style.maxWidth = '360px'; });
  await explorer.click('button', 'Filters');
  await explorer.click('[type=checkbox]', 'Peru, 2 evaluations');
  await explorer.key('escape');
  await until('it is closed', () => explorer.ask((root) => !root.querySelector('.filter-sheet').open));
  await explorer.shows(2);
});

test('a record opens with focus on its title, and back gives focus back', async () => {
  await explorer.open(PLAIN);
  await explorer.shows(5);
  const link = await explorer.ask((root) => root.querySelector('.result-title a'));
  const id = await explorer.ask((root) => root.querySelector('.result-title a').id);
  // By key, because a click in Safari gives no focus to links, so that there is none to give back.
  await browser.type(link, KEYS.enter);
  await explorer.hasFocus('page-title');
  await browser.back();
  await explorer.shows(5);
  await explorer.hasFocus(id);
});

test('the way back from a record leads to the results and has focus on their heading', async () => {
  await explorer.open(`${PLAIN}?ee-open=unodc-glot59-2024&ee-country=pe&ee-v=1`);
  await explorer.click('a', 'Back to the results');
  await explorer.shows(2);
  await explorer.hasFocus('results-heading');
});

test('the statements of a record are narrowed to a topic', async () => {
  await explorer.open(`${PLAIN}?ee-open=unodc-glot59-2024&ee-v=1`);
  const seen = async () => (await explorer.texts('.page-statements .statement')).length;
  const all = await until('statements are shown', seen);
  await explorer.ask((root) => {
    const menu = root.querySelector('#page-topic');
    menu.selectedIndex = 1;
    menu.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await until('fewer are shown', async () => (await seen()) < all && (await seen()) > 0);
});

test('two evaluations stand side by side, and the address brings them back', async () => {
  await explorer.open(PLAIN);
  await explorer.click('button', 'Compare: TRACK4TIP');
  await explorer.click('button', 'Compare: Child trafficking in Peru');
  await explorer.click('button', 'Compare 2 evaluations');
  const compared = await explorer.table();
  assert.match(compared, /TRACK4TIP/);

  const link = await browser.address();
  await browser.open('/hosts/');
  await explorer.open(link);
  assert.equal(await explorer.table(), compared);
});

test('of a comparison the differences alone are shown on request', async () => {
  await explorer.open(`${PLAIN}?${COMPARED}`);
  await explorer.table();
  const rows = async () => (await explorer.texts('.compare-row')).length;
  const all = await rows();
  await explorer.click('[type=checkbox]', 'Differences only');
  await until('there are fewer rows', async () => (await rows()) < all);
});

test('a column of a comparison moves and keeps focus', async () => {
  await explorer.open(`${PLAIN}?${COMPARED}`);
  await explorer.table();
  const heads = () => explorer.texts('.compare-name');
  const before = await heads();
  const move = await explorer.ask((root) => root.querySelector('[id^="right-"]'));
  await browser.press(move);
  await until('it stands on the right', async () => (await heads()).join() === before.reverse().join());
  await until('it keeps focus', async () => (await explorer.focused()).startsWith('right-'));
});

for (const [way, words] of [
  ['Matrix', 'Number of statements'],
  ['Time line', 'XCAX75'],
  ['Money', '3,120,000'],
  ['Places', 'Aruba'],
]) {
  test(`the results are seen as ${way}, and as a table`, async () => {
    await explorer.open(PLAIN);
    await explorer.shows(5);
    await explorer.click('.view-switch a', way);
    const shown = () => explorer.ask((root) => root.querySelector('.results').textContent);
    await until(`${way} is shown`, async () => (await shown()).includes(words));
    await explorer.click('button', 'Table');
    assert.match(await explorer.table(), /\S/);
  });
}

test('a number of the matrix opens its statements', async () => {
  await explorer.open(`${PLAIN}?ee-view=matrix&ee-v=1`);
  await explorer.table();
  const cell = await explorer.ask((root) => root.querySelector('td a'));
  const number = Number((await explorer.ask((root) => root.querySelector('td a').innerText)).trim());
  await browser.press(cell);
  await explorer.shows(number);
  await explorer.hasFocus('page-title');
});
