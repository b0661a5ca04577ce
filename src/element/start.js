// Finds, fetches and starts the WebAssembly, once per page, and says in words why it could not.

import { GLUE, WASM, fetchPart, loadGlue, ownFolder } from 'payload';
import { pairsOf } from './wanted.js';

export const TAG = 'evaluation-explorer';

// Shared by all copies of this file: a second instance of the module would put a new memory under
// widgets that are alive, and the same script is often included twice under different addresses.
const page = (globalThis[Symbol.for('evaluation-explorer/1')] ??= {
  widgets: new Set(),
  sets: new Map(),
  foreseen: new Map(),
  attempt: 0,
});

/** A failure in the words of the event `ee-error`. */
export class StartError extends Error {
  constructor(code, message, hint) {
    super(message);
    Object.assign(this, { code, hint });
  }
}

/** Tells page and console what failed, and gives it as an error. */
export function tell(element, { code = 'mount', message, hint = 'The cause stands in the console.' }) {
  console.error(`<${TAG}> ${code}: ${message} ${hint}`);
  const detail = { code, message, hint };
  element.dispatchEvent(new CustomEvent('ee-error', { bubbles: true, composed: true, detail }));
  return new StartError(code, message, hint);
}

// One sheet for all widgets of the page, empty until other modules come.
page.late ??= new CSSStyleSheet();

/** The style of what other modules show, which travels in them. */
export const lateSheet = page.late;

/** The exports of the module. After a failure the next caller tries again. */
export function start(base) {
  page.started ??= load(base).catch((error) => {
    page.started = undefined;
    throw error;
  });
  return page.started;
}

/** What the keys of a link ask for beyond a list. */
const BEYOND = /^(?:open|view|matrix|list)=/;

/** The exports of the module for an element, and begun beside it what the page's link needs. */
export function startFor(element) {
  const base = baseOf(element);
  const pairs = page.started ? [] : pairsOf(element);
  if (pairs.length > 0) begin('answers', base);
  if (pairs.some((pair) => BEYOND.test(pair))) begin('pages', base);
  return start(base);
}

function begin(name, base) {
  if (page.foreseen.has(name)) return;
  const response = fetchPart(name, base);
  page.foreseen.set(name, response);
  // What failed is asked for again.
  const drop = () => page.foreseen.delete(name);
  response.then(({ ok }) => ok || drop(), drop);
}

/** Asked by the glue, which xtask/src/packaging/split.rs makes ask here. */
async function part(name, base) {
  const foreseen = page.foreseen.get(name);
  page.foreseen.delete(name);
  try {
    const response = await (foreseen ?? fetchPart(name, base));
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    // Servers that give WebAssembly a wrong type would stop it from being compiled as it arrives.
    return new Response(response.body, { headers: { 'Content-Type': 'application/wasm' } });
  } catch ({ message }) {
    const lost = new StartError('payload', `The ${name} could not be loaded: ${message}`,
      `They must lie in ${base}, and connect-src must allow that place.`);
    if (name === 'answers') page.widgets.forEach((element) => element.refuse(lost));
    throw lost;
  }
}

/** Told by the glue when a module runs; nothing of it is shown before. */
function opened({ module }) {
  for (const style of WebAssembly.Module.customSections(module, 'style')) {
    page.style += new TextDecoder().decode(style);
    lateSheet.replaceSync(page.style);
  }
}

async function load(base) {
  Object.assign(page, { part: (name) => part(name, base), opened, style: '' });
  if (typeof WebAssembly !== 'object') {
    throw new StartError('no-webassembly', 'This browser has no WebAssembly.',
      'Readers see what stands inside the tag; keep a list of links there.');
  }
  // The list needs the line hardly more, and every explorer needs the answers next, unless the page
  // forbids both. Once: who counts the bytes may come behind who compiled them or refused to.
  let isDue = true;
  const next = () => {
    if (isDue) begin('answers', base);
    isDue = false;
  };
  try {
    const soon = async () => (await mayCompile()) && next();
    const glue = await loadGlue(base, page.attempt, soon);
    next();
    glue.onPanic(failAll);
    return glue;
  } catch (error) {
    isDue = false;
    // A module that failed to load stays failed under its address, so the next attempt has a new one.
    page.attempt += 1;
    // What came beside it may be as broken.
    page.foreseen.clear();
    throw (await mayCompile())
      ? new StartError('payload', `${GLUE} or ${WASM} could not be loaded: ${error.message}`,
        `Both must lie in ${base}, and script-src and connect-src must allow that place.`)
      : new StartError('policy', 'The security policy of this page forbids WebAssembly.',
        "Add 'wasm-unsafe-eval' to script-src of the content security policy.");
  }
}

/** Whether the page may compile WebAssembly at all, asked with the smallest module there is. */
export async function mayCompile() {
  const empty = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  return WebAssembly.compile(empty).then(() => true, () => false);
}

/**
 * Called by Rust. The module cannot be called any more, so every widget shows its content; who
 * tries again gets a new module with a memory of its own.
 */
function failAll(message) {
  const failure = new StartError('panic', message, 'Please report this with the address of the page.');
  page.panic = failure;
  page.started = undefined;
  page.sets.clear();
  page.attempt += 1;
  for (const element of page.widgets) element.fail(failure);
  // What traps next is a consequence; what fails later is not.
  setTimeout(() => (page.panic = undefined));
}

const FETCHED = ['payload', 'data-fetch'];

/** Whether what failed was fetched, and there is no connection. */
export const isOffline = ({ code }) => FETCHED.includes(code) && !navigator.onLine;

/** A panic says more than the trap that follows it. */
export const causeOf = (error) => page.panic ?? error;

/** Registers a running widget, so that it learns of a panic in another one. */
export const keep = (element) => page.widgets.add(element);

/** The widget stopped. */
export const forget = (element) => page.widgets.delete(element);

/** A set by its key, made once per page; one that could not be had is asked for again. */
export function shared(key, make) {
  let set = page.sets.get(key);
  if (!set) {
    set = make();
    page.sets.set(key, set);
    set.catch(() => page.sets.delete(key));
  }
  return set;
}

/** Where the payload lies: the element's word, the script's word, or beside this file. */
export function baseOf(element) {
  const script = document.querySelector(`script[data-base][src*="${TAG}"]`);
  const given = element.getAttribute('base') ?? script?.dataset.base;
  if (!given) return ownFolder();
  return new URL(given.endsWith('/') ? given : `${given}/`, document.baseURI);
}
