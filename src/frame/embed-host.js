// For pages that hold the explorer in a frame: gives the frame the height that it needs, and lets
// links of the page reach it. Optional; without it the frame scrolls.
//
// <iframe data-evaluation-explorer src="…/embed.html" title="…"></iframe>
// <script type="module" src="…/embed-host.js"></script>
//
// Only messages of the frame's own window and origin are heard, and only that origin is told.
// `data-link="off"` leaves the address of the page alone.

const NAME = 'evaluation-explorer';
const PREFIX = 'ee-';

const isOwn = (pair) => pair.startsWith(PREFIX);
const pairsOf = (search) => search.replace(/^\?/, '').split('&').filter(Boolean);

/** Who the frame is: a sandboxed frame without allow-same-origin has no origin that could be named. */
function originOf(frame) {
  const isOpaque = frame.sandbox.length > 0 && !frame.sandbox.contains('allow-same-origin');
  return isOpaque ? 'null' : new URL(frame.src, document.baseURI).origin;
}

function join(frame) {
  const origin = originOf(frame);
  const writes = frame.dataset.link !== 'off';
  const send = (kind, detail = {}) =>
    frame.contentWindow?.postMessage({ [NAME]: 1, kind, ...detail }, origin === 'null' ? '*' : origin);

  const acts = {
    ready() {
      const own = pairsOf(location.search).filter(isOwn);
      if (writes && own.length > 0) send('state', { query: own.join('&') });
      if (frame.dataset.theme) send('theme', { theme: frame.dataset.theme });
    },
    height({ height }) {
      if (Number.isFinite(height) && height > 0) frame.style.height = `${height}px`;
    },
    change({ query }) {
      if (!writes) return;
      const others = pairsOf(location.search).filter((pair) => !isOwn(pair));
      const search = [...others, ...pairsOf(String(query))].join('&');
      const { pathname, hash } = location;
      // The page's own state object stays, because routers keep things in it.
      history.replaceState(history.state, '', `${pathname}${search && '?'}${search}${hash}`);
    },
  };

  addEventListener('message', ({ data, source, origin: from }) => {
    if (source !== frame.contentWindow || from !== origin || data?.[NAME] !== 1) return;
    if (Object.hasOwn(acts, data.kind)) acts[data.kind](data);
    const detail = { kind: data.kind, ...data };
    frame.dispatchEvent(new CustomEvent(`ee-frame-${data.kind}`, { bubbles: true, detail }));
  });
  frame.addEventListener('load', () => send('hello'));
  send('hello');
}

for (const frame of document.querySelectorAll(`iframe[data-${NAME}]`)) join(frame);
