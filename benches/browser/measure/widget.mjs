// The widget itself while somebody types: what a keystroke costs at three sizes, what one more
// widget on a page holds, and what remains of widgets that are gone.
import { ADDRESS, freshPage, held, launch, print, quantile } from './chromium.mjs';

const SIZES = [5, 1_000, 10_000];
const WORDS = ['training', 'border police', 'prosecutors', 'traning'];
const REST = 120;
const MOUNTED = 10;
const ROUNDS = 8;
const PATIENCE = 300_000;

/** Keeps the memory of every module of the page, and the time from a keystroke to the frame with its results. */
function watch() {
  globalThis.memories = new Set();
  globalThis.keystrokes = [];
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      const { memory } = (made.instance ?? made).exports;
      if (memory) globalThis.memories.add(memory);
      return made;
    };
  }
  // Letters that come before the first of them is searched are searched with it: it waited longest.
  let typed = 0;
  addEventListener('input', (event) => { typed ||= event.timeStamp; }, true);
  addEventListener('ee-change', () => {
    const since = typed;
    typed = 0;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => globalThis.keystrokes.push(performance.now() - since);
      port2.postMessage(null);
    });
  });
}

const linear = (page) => page.evaluate(() =>
  [...globalThis.memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0));

/** The longest task of the main thread in which scripts ran, and the longest in which the browser drew a frame. */
function longest(trace) {
  const { traceEvents } = JSON.parse(trace.toString());
  const isMain = (event) => event.name === 'thread_name' && event.args.name === 'CrRendererMain';
  const mains = new Set(traceEvents.filter(isMain).map(({ pid, tid }) => `${pid} ${tid}`));
  const events = traceEvents.filter(({ ph, pid, tid }) => ph === 'X' && mains.has(`${pid} ${tid}`));
  const drawn = events.filter(({ name }) => name === 'Commit');
  const isFrame = ({ pid, tid, ts, dur }) =>
    drawn.some((it) => it.pid === pid && it.tid === tid && it.ts >= ts && it.ts <= ts + dur);
  const tasks = events.filter(({ name }) => name.endsWith('RunTask'));
  const most = (isWanted) => Math.max(0, ...tasks.filter(isWanted).map(({ dur }) => dur / 1000));
  return { script: most((task) => !isFrame(task)), frame: most(isFrame) };
}

async function typing(browser, size, cpu) {
  const { context, page, devtools } = await freshPage(browser);
  await page.addInitScript(watch);
  await page.goto(`${ADDRESS}/measure/widget.html?${size === 5 ? '' : size}`);
  const box = page.getByRole('searchbox').first();
  await box.waitFor({ timeout: PATIENCE });
  await box.click();
  const type = async (word) => {
    await page.keyboard.type(word, { delay: REST });
    await page.waitForTimeout(4 * REST);
    await box.fill('');
    await page.waitForTimeout(4 * REST);
  };
  // The first word warms the code up.
  await type('evaluation');
  if (cpu > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  await page.evaluate(() => { globalThis.keystrokes.length = 0; });
  const categories =
    ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'];
  await browser.startTracing(page, { categories });
  for (const word of WORDS) await type(word);
  const { script, frame } = longest(await browser.stopTracing());
  const keystrokes = await page.evaluate(() => globalThis.keystrokes);
  const memory = await linear(page);
  await context.close();
  return {
    size,
    cpu,
    p50: quantile(keystrokes, 0.5),
    p95: quantile(keystrokes, 0.95),
    script,
    frame,
    linear: memory,
  };
}

async function mount(page, count) {
  await page.evaluate((count) => {
    for (let made = 0; made < count; made += 1) {
      const element = document.createElement('evaluation-explorer');
      // Only one explorer of a page may own the address.
      element.setAttribute('url', 'off');
      element.setAttribute('loading', 'eager');
      document.body.append(element);
    }
  }, count);
  await page.waitForFunction((count) => {
    const ready = [...document.querySelectorAll('evaluation-explorer')]
      .filter((element) => element.shadowRoot?.querySelector('input[type=search]'));
    return ready.length === count;
  }, count, { timeout: PATIENCE });
}

async function empty(page) {
  await page.evaluate(() => document.querySelectorAll('evaluation-explorer').forEach((it) => it.remove()));
  await page.waitForTimeout(500);
}

async function mounting(browser) {
  const { context, page, devtools } = await freshPage(browser);
  await page.addInitScript(watch);
  await page.goto(`${ADDRESS}/measure/many.html`);
  const now = async () => ({ ...await held(devtools), linear: await linear(page) });
  await mount(page, 1);
  const one = await now();
  await empty(page);
  await mount(page, MOUNTED);
  const many = await now();
  await empty(page);
  const first = await now();
  for (let round = 1; round < ROUNDS; round += 1) {
    await mount(page, MOUNTED);
    await empty(page);
  }
  const last = await now();
  await context.close();
  const each = (what) => (many[what] - one[what]) / (MOUNTED - 1);
  return {
    mounted: MOUNTED,
    each: { heap: each('heap'), linear: each('linear') },
    rounds: ROUNDS,
    first,
    last,
  };
}

const browser = await launch();
const typed = [];
for (const size of SIZES) for (const cpu of [1, 4]) typed.push(await typing(browser, size, cpu));
print({ chromium: browser.version(), typing: typed, mounting: await mounting(browser) });
await browser.close();
