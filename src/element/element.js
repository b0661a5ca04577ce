// The class of the custom element: when the widget begins, moves, changes and ends. What the
// attributes mean and what the widget does is decided in Rust (src/element/mod.rs).

import { STYLE, VERSION } from 'payload';
import { TAG, baseOf, causeOf, forget, keep, start } from './start.js';

export const ATTRIBUTES = [
  'base', 'heading-level', 'height', 'history', 'label', 'lang', 'loading', 'page-size', 'preset',
  'theme', 'unit', 'url', 'url-prefix', 'view',
];
const NEAR = { rootMargin: '600px' };

const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);

export class EvaluationExplorer extends HTMLElement {
  static observedAttributes = ATTRIBUTES;
  static version = VERSION;
  #frame = document.createElement('div');
  #mount = document.createElement('div');
  #widget;
  #saved;
  #near;
  #settingsAreOld = false;

  constructor() {
    super();
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    this.#frame.className = 'frame';
    this.#mount.className = 'mount';
    const live = document.createElement('slot');
    live.name = 'live';
    this.#frame.append(this.#mount, document.createElement('slot'), live);
    root.replaceChildren(this.#frame);
    for (const kind of ['keydown', 'keypress', 'keyup']) root.addEventListener(kind, keepTyping);
  }

  connectedCallback() {
    if (this.#widget) return;
    this.#announce();
    if (Object.hasOwn(this, 'state')) {
      const early = this.state;
      delete this.state;
      this.state = early;
    }
    this.#reserve();
    this.#phase('waiting');
    if (this.#isWantedNow()) {
      this.#begin();
      return;
    }
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
      if (!this.#widget) return;
      this.#saved = this.#widget.state();
      this.#widget.dispose();
      this.#widget = undefined;
    });
  }

  /** Its presence keeps moveBefore() from disconnecting. */
  connectedMoveCallback() {}

  attributeChangedCallback(name, before, now) {
    if (before === now || this.#settingsAreOld) return;
    this.#settingsAreOld = true;
    // Later, because Rust may have caused the change and must not be entered twice.
    queueMicrotask(() => {
      this.#settingsAreOld = false;
      this.#reserve();
      this.#settle();
    });
  }

  /** Mounts anew with the present state, which is simpler than changing what is mounted. */
  #settle() {
    if (!this.#widget) return;
    this.#saved = this.#widget.state();
    this.#widget.dispose();
    this.#widget = undefined;
    this.#begin();
  }

  get state() {
    return this.#widget ? this.#widget.state() : this.#saved;
  }

  set state(value) {
    if (this.#widget) this.#widget.setState(value);
    else this.#saved = value;
  }

  /** What is shown now; undefined before the start. */
  results() {
    return this.#widget?.results();
  }

  async share() {
    await this.#begin();
    return this.#widget?.share();
  }

  async reset() {
    await this.#begin();
    this.#widget?.reset();
  }

  async focus() {
    await this.#begin();
    this.#widget?.focus();
  }

  /** Shows the content of the tag again and says why. */
  fail({ code = 'mount', message, hint = 'The cause stands in the console.' }) {
    forget(this);
    this.#widget = undefined;
    this.#mount.replaceChildren();
    this.#phase('failed');
    console.error(`<${TAG}> ${code}: ${message} ${hint}`);
    const detail = { code, message, hint };
    this.dispatchEvent(new CustomEvent('ee-error', { bubbles: true, composed: true, detail }));
  }

  async #begin() {
    this.#near?.disconnect();
    if (this.#widget) return;
    try {
      const { Widget } = await start(baseOf(this));
      if (!this.isConnected || this.#widget) return;
      this.#widget = Widget.mount(this.#mount, this, this.#settings(), this.#saved);
      keep(this);
      this.#phase('ready');
    } catch (error) {
      if (this.isConnected) this.fail(causeOf(error));
    }
  }

  /** A shared link means that the reader came for the widget, wherever it stands on the page. */
  #isWantedNow() {
    if (this.getAttribute('loading') === 'eager') return true;
    const prefix = this.getAttribute('url-prefix') ?? 'ee-';
    const pairs = (location.search + location.hash).split(/[?#&]/).slice(1);
    return this.getAttribute('url') !== 'off' && pairs.some((pair) => pair.startsWith(prefix));
  }

  #settings() {
    const given = ATTRIBUTES.filter((name) => this.hasAttribute(name));
    return Object.fromEntries(given.map((name) => [camel(name), this.getAttribute(name)]));
  }

  /** Keeps the page from jumping when the widget appears; style/element.css has the default. */
  #reserve() {
    const height = this.getAttribute('height') ?? '';
    const length = CSS.supports('min-height', height) ? height : '';
    this.#frame.style.setProperty('--ee-reserved-height', length);
  }

  #phase(phase) {
    this.#frame.dataset.phase = phase;
    this.#frame.setAttribute('aria-busy', phase === 'waiting');
  }

  /** Screen readers miss live regions inside shadow roots, and ones that come and go. */
  #announce() {
    if (this.querySelector(':scope > [slot=live]')) return;
    const region = document.createElement('div');
    region.slot = 'live';
    region.setAttribute('role', 'status');
    region.setAttribute('aria-atomic', 'true');
    this.append(region);
  }
}

/** Outside, a key event seems to come from the element, and hosts' shortcuts would take it. */
function keepTyping(event) {
  if (event.composedPath()[0].matches?.('input, textarea, select')) event.stopPropagation();
}
