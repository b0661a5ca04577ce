// What the loader itself puts into the shadow root: the frame, the place to mount in, the slots,
// and a notice while something is loaded or when it failed.

import { FAULT_START, LOADING, STYLE, TRY_AGAIN } from 'payload';

const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);

export class Frame {
  #frame = made('div', 'frame');
  #notice = made('div', 'frame-notice');
  mount = made('div', 'mount');

  constructor(root) {
    root.adoptedStyleSheets = [sheet];
    this.#frame.setAttribute('part', 'frame');
    this.#notice.hidden = true;
    const live = document.createElement('slot');
    live.name = 'live';
    // For screen readers alone: the sentence stands above the results already.
    const unseen = made('div', 'visually-hidden');
    unseen.append(live);
    this.#frame.append(this.#notice, this.mount, document.createElement('slot'), unseen);
    root.replaceChildren(this.#frame);
  }

  /** `waiting`, `ready` or `failed`; the style sheet shows the content of the tag accordingly. */
  phase(phase) {
    this.#frame.dataset.phase = phase;
    this.#frame.setAttribute('aria-busy', phase === 'waiting');
    this.#notice.hidden = true;
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

  /** Says that it failed and why; `retry` is offered where it may help. */
  failed(message, retry) {
    this.mount.replaceChildren();
    this.phase('failed');
    const reason = made('p', '', `${FAULT_START} ${message}`);
    reason.setAttribute('role', 'alert');
    const button = made('button', 'button', TRY_AGAIN);
    button.type = 'button';
    button.addEventListener('click', retry, { once: true });
    this.#say([reason, button]);
  }

  #say(nodes) {
    this.#notice.hidden = false;
    this.#notice.replaceChildren(...nodes);
  }
}

function made(tag, className, text = '') {
  return Object.assign(document.createElement(tag), { className, textContent: text });
}
