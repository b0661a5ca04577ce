// The page in a frame: it takes attributes of the element from its own address, and talks with the
// page around it as docs/embedding.md describes. Nothing is sent before that page has said hello,
// and then only to it.

import './evaluation-explorer.js';

const NAME = 'evaluation-explorer';
const element = document.querySelector(NAME);
const { observedAttributes } = customElements.get(NAME);
// Where the frame lies and what it may load is decided by who runs its server.
const OWN = ['base', 'loading', 'url', 'url-prefix', 'history'];

for (const [name, value] of new URLSearchParams(location.search)) {
  if (observedAttributes.includes(name) && !OWN.includes(name)) element.setAttribute(name, value);
}

let host;
const send = (kind, detail = {}) =>
  host?.source.postMessage({ [NAME]: 1, kind, ...detail }, { targetOrigin: host.origin });

const acts = {
  hello() {
    sendHeight();
    element.whenReady().then(() => send('ready', { version: element.constructor.version }), () => {});
  },
  theme({ theme, properties = {} }) {
    if (theme) element.setAttribute('theme', theme);
    for (const [name, value] of Object.entries(properties)) {
      if (name.startsWith('--ee-')) element.style.setProperty(name, value);
    }
  },
  state({ query }) {
    element.state = String(query);
  },
};

addEventListener('message', ({ data, source, origin }) => {
  if (source !== parent || parent === window || data?.[NAME] !== 1) return;
  // A page without an origin of its own, such as a sandboxed one, can only be answered as `*`.
  host = { source, origin: origin === 'null' ? '*' : origin };
  if (Object.hasOwn(acts, data.kind)) acts[data.kind](data);
});

let height = 0;
function sendHeight() {
  height = Math.ceil(element.getBoundingClientRect().height);
  send('height', { height });
}
new ResizeObserver(() => {
  if (Math.ceil(element.getBoundingClientRect().height) !== height) sendHeight();
}).observe(element);

element.addEventListener('ee-change', ({ detail }) =>
  send('change', { query: detail.state.query, sentence: detail.sentence }));
element.addEventListener('ee-open', ({ detail }) => send('open', { what: detail.kind, id: detail.id }));
element.addEventListener('ee-error', ({ detail }) => send('error', detail));
