// The class of the custom element: when the widget begins, moves, changes and ends. What the
// attributes mean and what the widget does is decided in Rust (src/element/mod.rs).

import { FAULT_OFFLINE, FAULT_START, VERSION, filesIn, loadDiagnosis } from 'payload';
import { ATTRIBUTES, MEANING, PROPERTIES, given, languageAround, reflect } from './attributes.js';
import { Frame, giveLiveRegion } from './frame.js';
import { later } from './later.js';
import { Given, packedOf } from './source.js';
import { baseOf, causeOf, forget, isOffline, keep, mayCompile, start, startFor, tell } from './start.js';
import { FAR, isDiagnosed, isDue, isWanted } from './wanted.js';

// What trying again does not change.
const LASTING = ['no-webassembly', 'policy'];
const NEAR = { rootMargin: `${FAR}px` };

export class EvaluationExplorer extends HTMLElement {
  static observedAttributes = ATTRIBUTES;
  static version = VERSION;
  #frame;
  #widget;
  #saved;
  #given;
  #near;
  #changed = new Set();
  #ready = later();

  constructor() {
    super();
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    this.#frame = new Frame(root);
    // What a panic would take along.
    this.addEventListener('ee-change', ({ target, detail }) => {
      if (target === this) this.#saved = detail.state;
    });
  }

  connectedCallback() {
    if (this.#widget) return;
    giveLiveRegion(this);
    this.#takeEarly();
    this.#frame.height(this.getAttribute('height') ?? '');
    this.#frame.phase('waiting');
    if (isDue(this)) return void this.#begin();
    this.#near ??= new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#begin();
    }, NEAR);
    this.#near.observe(this);
  }

  /** A move disconnects and connects at once, so the end is decided a moment later. */
  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#near?.disconnect();
      forget(this);
      this.#end();
    });
  }

  /** Its presence keeps moveBefore() from disconnecting. */
  connectedMoveCallback() {}

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    const isFirst = this.#changed.size === 0;
    this.#changed.add(name);
    // Later, because Rust may have caused the change and must not be entered twice.
    if (isFirst) queueMicrotask(() => this.#settle());
  }

  /** Mounts anew with the present state, which is simpler than changing what is mounted. */
  async #settle() {
    const changed = [...this.#changed];
    this.#changed.clear();
    this.#frame.height(this.getAttribute('height') ?? '');
    if (!this.#widget) {
      const wasFar = this.#near && (isWanted(this) || changed.includes('diagnose'));
      if (this.isConnected && (wasFar || this.#frame.hasFailed)) this.#begin();
    } else if (changed.some((name) => MEANING.includes(name))) {
      this.#end();
      this.#saved.changed = changed;
      this.#begin();
    } else {
      (await start(baseOf(this))).checkSettings(this.#settings());
    }
  }

  #end() {
    if (!this.#widget) return;
    this.#saved = this.#widget.state();
    this.#widget.dispose();
    this.#widget = undefined;
  }

  get state() {
    return this.#widget ? this.#widget.state() : this.#saved;
  }

  set state(value) {
    if (this.#widget) this.#widget.setState(value);
    else this.#saved = typeof value === 'string' ? { query: value } : value;
  }

  /** The attributes `data-…`, as of every element. */
  get dataset() {
    return super.dataset;
  }

  /** Objects to show in place of `src`; nothing to go back to that. */
  set dataset(objects) {
    const before = this.#given;
    this.#given = objects === null || objects === undefined ? undefined : new Given(objects);
    if (this.#widget) this.#exchange(before);
    else if (this.#frame.hasFailed) this.#begin();
  }

  /** Shows another set; one that cannot be had leaves the present one. */
  async #exchange(before) {
    const given = this.#given;
    try {
      await this.#packed(await start(baseOf(this)));
    } catch (error) {
      if (this.#given === given) this.#given = before;
      tell(this, causeOf(error));
      return;
    }
    if (this.#given !== given || !this.#widget) return;
    this.#end();
    this.#begin();
  }

  #packed(glue) {
    if (this.#given) return this.#given.packedBy(glue, baseOf(this));
    return packedOf(glue, this.getAttribute('src'), (...far) => this.#frame.progress(...far));
  }

  /** What is found now; undefined before the start. */
  get results() {
    return this.#widget?.results();
  }

  /** Resolves with the element when it can be used; starts it if it waits for the reader. */
  whenReady() {
    this.#begin();
    return this.#ready.promise;
  }

  async share() {
    await this.whenReady();
    return this.#widget?.share();
  }

  async reset() {
    await this.whenReady();
    this.#widget?.reset();
  }

  async focus() {
    await this.whenReady();
    this.#widget?.focus();
  }

  // Shows the content of the tag again and says why.
  fail(error) {
    forget(this);
    this.#widget = undefined;
    const retry = () => {
      if (!this.#frame.hasFailed) return;
      this.#frame.phase('waiting');
      this.#begin();
    };
    if (isOffline(error)) addEventListener('online', retry, { once: true });
    const message = isOffline(error) ? FAULT_OFFLINE : `${FAULT_START} ${error.message}`;
    this.#frame.failed(message, LASTING.includes(error.code) ? undefined : retry);
    this.refuse(error);
  }

  // It cannot be used yet; what it shows stays.
  refuse(error) {
    this.#ready.reject(tell(this, error));
    this.#ready = later();
  }

  async #begin() {
    this.#near?.disconnect();
    if (this.#widget || !this.isConnected) return;
    try {
      if (isDiagnosed(this)) {
        const base = baseOf(this);
        const { diagnose } = await loadDiagnosis(base);
        const loader = { base, files: filesIn(base), mayCompile, start, version: VERSION };
        await diagnose(this, this.#frame.mount, loader);
        return;
      }
      const glue = await startFor(this);
      const given = this.#given;
      const packed = await this.#packed(glue);
      const settings = this.#settings();
      await new Promise((...done) => glue.Widget.prepare(settings, this.#saved, ...done));
      if (!this.isConnected || this.#widget) return;
      // Objects that came meanwhile are what the page wants.
      if (given !== this.#given) return void this.#begin();
      this.#widget = glue.Widget.mount(this.#frame.mount, this, packed, settings, this.#saved);
      keep(this);
      this.#frame.phase('ready');
      this.#widget.tellReady(() => this.#ready.resolve(this));
    } catch (error) {
      if (this.isConnected) this.fail(causeOf(error));
    }
  }

  #settings() {
    return {
      ...given(this),
      lang: languageAround(this),
      folder: baseOf(this).href,
      badHeight: !this.#frame.height(this.getAttribute('height') ?? ''),
    };
  }

  /** What a script set on the element before this class was there. */
  #takeEarly() {
    for (const name of ['state', ...PROPERTIES]) {
      if (!Object.hasOwn(this, name)) continue;
      const early = this[name];
      delete this[name];
      this[name] = early;
    }
  }
}

reflect(EvaluationExplorer.prototype);
