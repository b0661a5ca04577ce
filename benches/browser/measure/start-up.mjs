// From navigation to the list and to the results of the first typed word, on a page of somebody else's and on one
// that announces the files, and beside it, in the same run, to the moment when the same files could
// be there and compiled: the floor.
import { ADDRESS, READERS, freshPage, launch, median, print } from './chromium.mjs';

const REPETITIONS = Number(process.env.EE_REPETITIONS ?? 5);
const PATIENCE = 120_000;
const FLOOR = 'floor';
const PAGES = [FLOOR, 'host', 'announced'];

/** Types as soon as there is something to type into; runs in the page, before its own scripts. */
function probe() {
  const word = 'training';
  let box = null;
  const look = () => {
    const root = document.querySelector('evaluation-explorer')?.shadowRoot;
    const found = root?.querySelector('input[type=search]');
    if (root?.querySelector('article')) globalThis.listed ??= performance.now();
    if (found && (found !== box || found.value !== word)) {
      box = found;
      box.focus();
      box.value = word;
      box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: 'g' }));
    }
    if (box && root.querySelector('mark')) {
      requestAnimationFrame(() => { globalThis.measured = performance.now(); });
    } else {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);
}

async function once(browser, reader, name) {
  const { context, page, devtools } = await freshPage(browser, reader);
  const requests = [];
  let bytes = 0;
  devtools.on('Network.requestWillBeSent', ({ request }) => requests.push(new URL(request.url).pathname));
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
  if (name !== FLOOR) await page.addInitScript(probe);
  await page.goto(`${ADDRESS}/measure/${name}.html`, { waitUntil: 'commit', timeout: PATIENCE });
  await page.waitForFunction(() => globalThis.measured > 0, null, { timeout: PATIENCE, polling: 20 });
  const [milliseconds, list] = await page.evaluate(() => [measured, globalThis.listed ?? measured]);
  await context.close();
  return { milliseconds, list, bytes, requests: requests.filter((path) => !path.endsWith('.html')) };
}

const browser = await launch();
const readers = {};
let last;
for (const reader of Object.keys(READERS)) {
  const times = Object.fromEntries(PAGES.map((name) => [name, []]));
  const lists = Object.fromEntries(PAGES.map((name) => [name, []]));
  // The first visit of each warms the disk, and is not counted.
  for (let round = 0; round <= REPETITIONS; round += 1) {
    for (const name of PAGES) {
      last = await once(browser, reader, name);
      if (round === 0) continue;
      times[name].push(last.milliseconds);
      lists[name].push(last.list);
    }
  }
  // The middle one of the ratios of neighbours is steadier than the ratio of the middles.
  const ratio = (name) => median(times[name].map((time, at) => time / times[FLOOR][at]));
  const measured = (name) =>
    [name, { milliseconds: median(times[name]), list: median(lists[name]), ratio: ratio(name) }];
  readers[reader] = Object.fromEntries(PAGES.map(measured));
}
print({
  chromium: browser.version(),
  repetitions: REPETITIONS,
  ...readers,
  bytes: last.bytes,
  requests: last.requests,
});
await browser.close();
