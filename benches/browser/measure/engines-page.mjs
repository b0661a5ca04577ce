// The part of the measuring of engines that runs in the page.
import { flexsearch, minisearch, ours } from './contestants.mjs';

const EXACT = 'Ours, no mistakes forgiven';
const contestants = new Map();
let records = [];
let questions;
let filters;

async function timed(work) {
  const start = performance.now();
  const result = await work();
  return { milliseconds: performance.now() - start, result };
}

globalThis.measure = {
  isPrecise: () => crossOriginIsolated,

  async begin(size, withOthers) {
    ({ questions, filters } = await (await fetch('/measure/questions.json')).json());
    contestants.set('Ours', await ours('Ours', '/measure/engine.js'));
    if (!withOthers) return;
    records = await (await fetch(`/sets/${size}.json`)).json();
    for (const it of [minisearch, flexsearch]) contestants.set(it.name, it);
  },

  /** Builds an index and keeps it in its saved form alone. */
  async build(name) {
    const it = contestants.get(name);
    const { milliseconds } = await timed(() => it.build(records));
    it.saved = it.save();
    it.engine = null;
    return { milliseconds, saved: it.saved.length };
  },

  async fetchPacked(size) {
    const answer = await fetch(`/sets/${size}.flat.eep`);
    contestants.get('Ours').saved = new Uint8Array(await answer.arrayBuffer());
  },

  async load(name) {
    const it = contestants.get(name);
    it.engine?.reader?.free();
    it.engine = null;
    const { milliseconds } = await timed(() => it.load(it.saved, records));
    return milliseconds;
  },

  /** Ours once more, on the same open set, without the search for mistyped words. */
  async exact() {
    const { engine } = contestants.get('Ours');
    const { Engine } = await import('/measure/exact.js');
    const exact = await ours(EXACT, '/measure/exact.js');
    exact.engine = Object.setPrototypeOf({ reader: engine.reader }, Engine.prototype);
    contestants.set(EXACT, exact);
    return EXACT;
  },

  forgetSaved(name) { contestants.get(name).saved = null; },

  linear: () => contestants.get('Ours').linear(),

  /** Each question once for each contestant, who takes turns at being first. */
  async round(number) {
    const names = [...contestants.keys()];
    const times = Object.fromEntries(names.map((name) => [name, []]));
    times.complete = [];
    for (const [at, { text }] of questions.entries()) {
      const filter = filters[at % filters.length];
      for (let turn = 0; turn < names.length; turn += 1) {
        const name = names[(turn + at + number) % names.length];
        const it = contestants.get(name);
        times[name].push((await timed(() => it.search(text, filter))).milliseconds);
      }
      times.complete.push((await timed(() => contestants.get('Ours').complete(text))).milliseconds);
      if (at % 10 === 0) await new Promise((resolve) => { setTimeout(resolve); });
    }
    return times;
  },

  /** How many mistyped words have the meant word in one of their first results. */
  found(name) {
    const all = new Map(records.map((record) => [record.id, JSON.stringify(record).toLowerCase()]));
    const typos = questions.filter(({ meant }) => meant && [...all.values()].some((it) => it.includes(meant)));
    const has = ({ text, meant }) =>
      contestants.get(name).search(text, {}).ids.some((id) => all.get(id).includes(meant));
    return { of: typos.length, found: typos.filter(has).length };
  },

  /** Whether all answer the same when only filters are asked for: they count alike. */
  agree() {
    const theirs = (name, filter) => {
      const { total, counts } = contestants.get(name).search('', filter);
      const sorted = (count) => Object.entries(count).sort(([a], [b]) => (a < b ? -1 : 1));
      return JSON.stringify([total, Object.entries(counts).map(([facet, it]) => [facet, sorted(it)])]);
    };
    return filters.every((filter) => theirs('Ours', filter) === theirs('MiniSearch', filter));
  },
};
