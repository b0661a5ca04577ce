// Engines behind one interface, set up as their own guides set up a search while typing: every word
// wanted, beginnings of words found, typing mistakes forgiven by those that can.
import MiniSearch from 'minisearch';
import { Index } from 'flexsearch';

export const FACETS = ['agency', 'kind', 'year', 'region', 'countries', 'themes'];
const PAGE = 20;

/** Totals, the first page and the counts of all facets: what an engine without facets leaves to do.
 *  A record that fails one facet counts in that facet; one that fails none counts everywhere. */
function answer(records, found, filters) {
  const wanted = FACETS.map((facet) => filters[facet] && new Set(filters[facet]));
  const counts = FACETS.map(() => new Map());
  const ids = [];
  let total = 0;
  const has = (value, set) => (Array.isArray(value) ? value.some((it) => set.has(it)) : set.has(value));
  const add = (at, value) => {
    const count = counts[at];
    for (const it of Array.isArray(value) ? value : [value]) count.set(it, (count.get(it) ?? 0) + 1);
  };
  for (const number of found) {
    const record = records[number];
    const failed = [];
    for (let at = 0; at < FACETS.length && failed.length < 2; at += 1) {
      if (wanted[at] && !has(record[FACETS[at]], wanted[at])) failed.push(at);
    }
    if (failed.length === 1) add(failed[0], record[FACETS[failed[0]]]);
    if (failed.length > 0) continue;
    total += 1;
    if (ids.length < PAGE) ids.push(record.id);
    for (let at = 0; at < FACETS.length; at += 1) add(at, record[FACETS[at]]);
  }
  const named = FACETS.map((facet, at) => [facet, Object.fromEntries(counts[at])]);
  return { ids, total, counts: Object.fromEntries(named) };
}

const text = (record) => record.statements.map((statement) => statement.text).join('\n');

export const minisearch = {
  name: 'MiniSearch',
  options: {
    fields: ['title', 'text'],
    searchOptions: { boost: { title: 2 }, prefix: true, fuzzy: 0.2, combineWith: 'AND' },
  },
  build(records) {
    this.records = records;
    this.engine = new MiniSearch(this.options);
    this.engine.addAll(records.map((record, id) => ({ id, title: record.title, text: text(record) })));
  },
  save() { return JSON.stringify(this.engine); },
  load(saved, records) {
    this.records = records;
    this.engine = MiniSearch.loadJSON(saved, this.options);
  },
  search(words, filters) {
    const found = this.engine.search(words === '' ? MiniSearch.wildcard : words);
    return answer(this.records, found.map(({ id }) => id), filters);
  },
};

export const flexsearch = {
  name: 'FlexSearch',
  fresh: () => ({ title: new Index({ tokenize: 'forward' }), text: new Index({ tokenize: 'forward' }) }),
  build(records) {
    this.records = records;
    this.engine = this.fresh();
    records.forEach((record, id) => {
      this.engine.title.add(id, record.title);
      this.engine.text.add(id, text(record));
    });
  },
  save() {
    const parts = [];
    for (const field of ['title', 'text']) {
      this.engine[field].export((key, value) => { if (value) parts.push([field, key, value]); });
    }
    return JSON.stringify(parts);
  },
  load(saved, records) {
    this.records = records;
    this.engine = this.fresh();
    for (const [field, key, value] of JSON.parse(saved)) this.engine[field].import(key, value);
  },
  search(words, filters) {
    const limit = this.records.length;
    const found = new Set(this.engine.title.search(words, { limit }));
    for (const id of this.engine.text.search(words, { limit })) found.add(id);
    return answer(this.records, found, filters);
  },
};

/** Ours, from the module that `cargo xtask bench` builds; two names for two ways of searching share
 *  its memory. */
export async function ours(name, address) {
  const module = await import(address);
  const { memory } = await module.default();
  return {
    name,
    load(saved) { this.engine = module.Engine.load(saved); },
    search(words, filters) {
      return JSON.parse(this.engine.search(words, JSON.stringify(filters), PAGE));
    },
    /** Both units' first pages, the counts of all facets, and excerpts with marks. */
    complete(words) { return this.engine.answer(words, PAGE); },
    linear: () => memory.buffer.byteLength,
  };
}
