// The engine with the plain interface of benchmarks: `await init()`, then `new Engine(records)` or
// `Engine.load(bytes)`. Two instances of the module: one packs, the other reads, so that the memory
// of the reading one is what a reader pays.
import load, { Engine as Reader } from './explorer_bench.js';
const packer = await import('./explorer_bench.js?packer');

export default async function init() {
  await packer.default();
  return load();
}

export class Engine {
  constructor(records) {
    const bytes = typeof records === 'string' ? new TextEncoder().encode(records) : records;
    this.bytes = packer.pack(bytes);
    this.reader = Reader.open(this.bytes);
  }

  static load(bytes) {
    const engine = Object.create(this.prototype);
    engine.reader = Reader.open(bytes);
    return engine;
  }

  // Whether mistyped words find what was meant; `exact.js` says no.
  get forgives() { return true; }

  save() { return this.bytes; }

  search(query, filters, limit) {
    return this.reader.search(query, filters, limit, this.forgives);
  }

  highlight(query, ids) { return this.reader.highlight(query, ids); }

  answer(query, limit) { return this.reader.answer(query, limit); }
}
