// Engines beside each other in one page: what a question costs, what it takes to be ready, and what
// that holds in memory.
import { ADDRESS, freshPage, held, launch, print, quantile } from './chromium.mjs';
import { readFileSync } from 'node:fs';

const SIZES = [100, 1_000, 10_000];
/** Ours alone: the others would need minutes and gigabytes to build an index. */
const LARGEST = 30_000;
const ROUNDS = Number(process.env.EE_REPETITIONS ?? 3);
const LOADS = 3;
const OTHERS = ['MiniSearch', 'FlexSearch'];

const version = (name) => JSON.parse(readFileSync(
  new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8')).version;

const spread = (times) => ({
  p50: quantile(times, 0.5),
  p95: quantile(times, 0.95),
  worst: Math.max(...times),
});

async function measured(browser, size, withOthers) {
  const { context, page, devtools } = await freshPage(browser);
  // A page that shares its process with no other site has the finer clock.
  await page.route('**/engines.html', async (route) => {
    const response = await route.fetch();
    const headers = {
      ...response.headers(),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    };
    await route.fulfill({ response, headers });
  });
  page.setDefaultTimeout(0);
  await page.goto(`${ADDRESS}/measure/engines.html`);
  await page.waitForFunction(() => globalThis.measure?.isPrecise());
  const call = (name, ...given) =>
    page.evaluate(([name, given]) => globalThis.measure[name](...given), [name, given]);
  const empty = await held(devtools);
  await call('begin', size, withOthers);
  const records = withOthers ? (await held(devtools)).heap - empty.heap : null;
  const engines = {};
  for (const name of withOthers ? OTHERS : []) {
    const built = await call('build', name);
    engines[name] = { build: built.milliseconds, saved: built.saved };
  }
  await call('fetchPacked', size);
  engines.Ours = {};
  for (const [name, engine] of Object.entries(engines)) {
    const before = await held(devtools);
    const loads = [];
    for (let again = 0; again < LOADS; again += 1) loads.push(await call('load', name));
    // The bytes of ours stay in the page's hands; what was saved as text is not needed any more.
    await call('forgetSaved', name);
    engine.load = quantile(loads, 0.5);
    engine.heap = (await held(devtools)).heap - before.heap;
  }
  const exact = await call('exact');
  engines[exact] = {};
  const samples = {};
  await call('round', 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, times] of Object.entries(await call('round', round))) {
      (samples[name] ??= []).push(...times);
    }
  }
  for (const [name, engine] of Object.entries(engines)) engine.query = spread(samples[name]);
  engines.Ours.complete = spread(samples.complete);
  engines.Ours.linear = await call('linear');
  for (const [name, engine] of Object.entries(withOthers ? engines : {})) {
    engine.typos = await call('found', name);
  }
  const agree = withOthers ? await call('agree') : true;
  if (!agree) throw new Error(`at ${size} evaluations the engines count differently`);
  await context.close();
  process.stderr.write(`${size} evaluations measured\n`);
  return { size, records, engines };
}

const browser = await launch();
const sizes = [];
for (const size of SIZES) sizes.push(await measured(browser, size, true));
sizes.push(await measured(browser, LARGEST, false));
print({
  chromium: browser.version(),
  versions: { MiniSearch: version('minisearch'), FlexSearch: version('flexsearch') },
  questions: JSON.parse(readFileSync(new URL('questions.json', import.meta.url), 'utf8')).questions.length,
  rounds: ROUNDS,
  sizes,
});
await browser.close();
