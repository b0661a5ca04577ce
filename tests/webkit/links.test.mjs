// The engine of Safari: that links, history and sharing work there too.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { session } from './session.mjs';
import { until } from './webdriver.mjs';

const PLAIN = '/hosts/plain.html';

let browser;
let explorer;

session((opened) => ({ browser, explorer } = opened));

test('a link to a record opens it cold', async () => {
  await explorer.open(`${PLAIN}?ee-open=unodc-glot59-2024&ee-v=1`);
  await explorer.says('TRACK4TIP');
});

test('a link to a statement opens cold at its place', async () => {
  await explorer.open(`${PLAIN}?ee-open=unodc-glot59-2024-r1&ee-v=1`);
  await until('the statement is in view', () => explorer.ask((root) => {
    const box = root.querySelector('#unodc-glot59-2024-r1')?.getBoundingClientRect();
    return box && box.top >= 0 && box.top < innerHeight;
  }));
});

test('a link to a view with filters and words opens cold', async () => {
  await explorer.open(`${PLAIN}?ee-q=training&ee-country=pe&ee-unit=statements&ee-v=1`);
  await explorer.says('matching “training”');
  assert.match(await explorer.heading(), /statements .*Peru/);
  assert.equal(await explorer.ask((root) => root.querySelector('#search').value), 'training');
});

test('what a link has and this edition does not know is named', async () => {
  await explorer.open(`${PLAIN}?ee-colour=red&ee-country=pe&ee-v=1`);
  await explorer.shows(2);
  const told = await explorer.ask((root) => root.querySelector('.explorer-content').textContent);
  assert.match(told, /does not know: .*colour=red/);
});

test('back and forward walk through what was done', async () => {
  await explorer.open(PLAIN);
  await explorer.click('[type=checkbox]', 'Peru, 2 evaluations');
  await explorer.shows(2);
  await explorer.click('.view-switch a', 'Matrix');
  await explorer.table();
  await browser.back();
  await explorer.shows(2);
  await browser.back();
  await explorer.shows(5);
  await browser.forward();
  await explorer.shows(2);
});

test('typing replaces the address and makes no entry of the history', async () => {
  await explorer.open(PLAIN);
  const before = await browser.run(() => history.length);
  await explorer.type('training');
  await until('the address follows', async () => (await browser.address()).includes('ee-q=training'));
  assert.equal(await browser.run(() => history.length), before);
});

test("the page's own parameters and fragment stay as they are", async () => {
  await explorer.open(`${PLAIN}?page=2&flag&odd=%7e+x#part`);
  await explorer.click('[type=checkbox]', 'Peru, 2 evaluations');
  await explorer.shows(2);
  const { search, hash } = new URL(await browser.address());
  assert.ok(search.startsWith('?page=2&flag&odd=%7e+x&'), search);
  assert.equal(hash, '#part');
});

/** Opens the dialog for sharing and waits for its link. */
async function share() {
  await explorer.click('button', 'Share this view');
  return until('there is a link', () => explorer.ask((root) =>
    root.querySelector('#share-link')?.value));
}

test('the shared link brings back what was seen', async () => {
  await explorer.open(PLAIN);
  await explorer.click('[type=checkbox]', 'Peru, 2 evaluations');
  await explorer.shows(2);
  const [link, titles] = [await share(), await explorer.titles()];
  await browser.open('/hosts/');
  await explorer.open(link);
  await explorer.shows(2);
  assert.deepEqual(await explorer.titles(), titles);
});

test('where copying is refused, the link is selected for copying by hand', async () => {
  await explorer.open(PLAIN);
  await explorer.shows(5);
  await browser.run(() => {
    const clipboard = { writeText: () => Promise.reject(new DOMException('denied')) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard });
  });
  const link = await share();
  await explorer.click('dialog button', 'Copy link');
  await explorer.hasFocus('share-link');
  const selected = await explorer.ask((root) => {
    const field = root.querySelector('#share-link');
    return field.value.slice(field.selectionStart, field.selectionEnd);
  });
  assert.equal(selected, link);
});

test('the link is shown as a QR code on request', async () => {
  await explorer.open(PLAIN);
  await share();
  await explorer.click('button', 'Show a QR code');
  await until('there is a picture', () => explorer.ask((root) =>
    root.querySelector('svg[aria-label="QR code of the link"], [role=img]')));
});

test('closing the dialog for sharing gives focus back', async () => {
  await explorer.open(PLAIN);
  await share();
  await explorer.click('dialog[open] button', 'Close');
  await explorer.hasFocus('share-open');
});

test('a new view is announced outside the shadow root, where screen readers hear it', async () => {
  await explorer.open(PLAIN);
  await explorer.shows(5);
  const told = () =>
    browser.run(() => document.querySelector('evaluation-explorer > [role=status]').textContent);
  assert.equal(await told(), '');
  await explorer.click('[type=checkbox]', 'Peru, 2 evaluations');
  await until('it is announced', async () => (await told()) === '2 evaluations in Peru');
});
