// Finds, fetches and starts the WebAssembly, once per page, and says in words why it could not.

import { GLUE, WASM } from 'payload';

export const TAG = 'evaluation-explorer';

// Shared by all copies of this file: a second instance of the module would put a new memory under
// widgets that are alive, and the same script is often included twice under different addresses.
const page = (globalThis[Symbol.for('evaluation-explorer/1')] ??= { widgets: new Set() });

/** A failure in the words of the event `ee-error`. */
class StartError extends Error {
  constructor(code, message, hint) {
    super(message);
    Object.assign(this, { code, hint });
  }
}

/** The exports of the module. After a refusal the next caller tries again; after a panic nobody. */
export function start(base) {
  if (page.panic) return Promise.reject(page.panic);
  page.started ??= load(base).catch((error) => {
    page.started = undefined;
    throw error;
  });
  return page.started;
}

async function load(base) {
  if (typeof WebAssembly !== 'object') {
    throw new StartError('no-webassembly', 'This browser has no WebAssembly.',
      'Readers see what stands inside the tag; keep a list of links there.');
  }
  try {
    const wasm = fetch(new URL(WASM, base));
    // The two requests run side by side; a refusal is reported once, by the await below.
    wasm.catch(() => {});
    const glue = await import(new URL(GLUE, base).href);
    await glue.default({ module_or_path: wasm });
    glue.onPanic(failAll);
    return glue;
  } catch (error) {
    throw error instanceof WebAssembly.CompileError
      ? new StartError('compile', `The WebAssembly was refused: ${error.message}`,
        "If the page has a content security policy, script-src needs 'wasm-unsafe-eval'.")
      : new StartError('payload', `${GLUE} or ${WASM} could not be loaded: ${error.message}`,
        `Both must lie in ${base}, and script-src and connect-src must allow that place.`);
  }
}

/** Called by Rust. The module cannot be called any more, so every widget shows its content. */
function failAll(message) {
  page.panic = new StartError('panic', message, 'Please report this with the address of the page.');
  for (const element of page.widgets) element.fail(page.panic);
}

/** Registers a running widget, so that it learns of a panic in another one. */
export const keep = (element) => page.widgets.add(element);

/** The widget stopped. */
export const forget = (element) => page.widgets.delete(element);

/** A panic says more than the trap that follows it. */
export const causeOf = (error) => page.panic ?? error;

/** Where the payload lies: the element's word, the script's word, or beside this file. */
export function baseOf(element) {
  const script = document.querySelector(`script[data-base][src*="${TAG}"]`);
  const given = element.getAttribute('base') ?? script?.dataset.base;
  if (!given) return new URL('.', import.meta.url);
  return new URL(given.endsWith('/') ? given : `${given}/`, document.baseURI);
}
