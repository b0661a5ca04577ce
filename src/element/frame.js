// What the loader itself puts into the shadow root: the frame, the place to mount in, the slots,
// and a notice while something is loaded or when it failed.

import { LOADING, STYLE, TRY_AGAIN } from 'payload';
import { lateSheet } from './start.js';

const sheet = new CSSStyleSheet();
// After the elements that wait for this script have begun to fetch what they need.
queueMicrotask(() => sheet.replaceSync(STYLE));

export class Frame {
  #frame = made('div', 'frame');
  #notice = made('div', 'frame-notice');
  mount = made('div', 'mount');

  constructor(root) {
    root.adoptedStyleSheets = [sheet, lateSheet];
    this.#frame.setAttribute('part', 'frame');
    this.#notice.hidden = true;
    const live = document.createElement('slot');
    live.name = 'live';
    // For screen readers alone: the sentence stands above the results already.
    const unseen = made('div', 'visually-hidden');
    unseen.append(live);
    this.#frame.append(this.#notice, this.mount, document.createElement('slot'), unseen);
    root.replaceChildren(this.#frame);
    for (const kind of ['keydown', 'keypress', 'keyup']) root.addEventListener(kind, keepTyping);
  }

  /** `waiting`, `ready` or `failed`; the style sheet shows the content of the tag accordingly. */
  phase(phase) {
    this.#frame.dataset.phase = phase;
    this.#frame.setAttribute('aria-busy', phase === 'waiting');
    this.#notice.replaceChildren();
    this.#notice.hidden = true;
    if (phase === 'waiting') this.#say([made('p', 'secondary', LOADING)]);
  }

  get hasFailed() {
    return this.#frame.dataset.phase === 'failed';
  }

  /** A box of a height that scrolls; without a height that CSS knows, it grows. */
  height(height) {
    const isBox = CSS.supports('block-size', height) && height !== '';
    this.#frame.classList.toggle('box', isBox);
    this.#frame.style.setProperty('--ee-box-height', isBox ? height : '');
    return isBox || ['', 'grow'].includes(height);
  }

  progress(length, total) {
    const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
    const share = total ? ` / ${megabytes(total)}` : '';
    this.#say([made('p', 'secondary', `${LOADING} ${megabytes(length)}${share} MB`)]);
  }

  /** Says that it failed and why, and offers to try again if there is a `retry`. */
  failed(message, retry) {
    this.mount.replaceChildren();
    this.phase('failed');
    const reason = made('p', '', message);
    reason.setAttribute('role', 'alert');
    const button = made('button', 'button', TRY_AGAIN);
    button.type = 'button';
    button.addEventListener('click', retry, { once: true });
    this.#say(retry ? [reason, button] : [reason]);
  }

  #say(nodes) {
    this.#notice.hidden = false;
    this.#notice.replaceChildren(...nodes);
  }
}

/** Screen readers miss live regions inside shadow roots, and ones that come and go. */
export function giveLiveRegion(element) {
  if (element.querySelector(':scope > [slot=live]')) return;
  const region = document.createElement('div');
  region.slot = 'live';
  region.setAttribute('role', 'status');
  region.setAttribute('aria-atomic', 'true');
  element.append(region);
}

/** Outside, a key event seems to come from the element, and hosts' shortcuts would take it. */
function keepTyping(event) {
  if (event.composedPath()[0].matches?.('input, textarea, select')) event.stopPropagation();
}

function made(tag, className, text = '') {
  return Object.assign(document.createElement(tag), { className, textContent: text });
}
