// Where the rest lies when the files are served as they were packaged: beside the loader, or where
// the host says. The other two ways are payload-bundled.js and payload-single.js.

import { ANSWERS, DIAGNOSIS, GLUE, MOST, PACKER, PAGES, WASM } from 'names';

export * from 'names';

/**
 * Starts both requests at once, and calls back when most of the module is there. The number of the
 * attempt makes the module a new one.
 */
export async function loadGlue(base, attempt, tell) {
  const wasm = fetch(new URL(WASM, base));
  // The two requests run side by side; a refusal is reported once, by the await below.
  wasm.then((response) => awaitMost(response.clone(), tell)).catch(() => {});
  const url = new URL(GLUE, base);
  if (attempt) url.search = `again=${attempt}`;
  const glue = await import(url.href);
  await glue.default({ module_or_path: wasm });
  return glue;
}

/** Counts what arrives in a copy, because the module is compiled from the original while it does. */
async function awaitMost({ body }, tell) {
  const reader = body.getReader();
  for (let left = Number(MOST); left > 0;) {
    const { done, value } = await reader.read();
    if (done) return;
    left -= value.length;
  }
  tell();
  await reader.cancel();
}

const PARTS = { answers: ANSWERS, pages: PAGES };

/** A module that is fetched later, as a response that may be compiled while it arrives. */
export const fetchPart = (part, base) => fetch(new URL(PARTS[part], base));

/** Where this file lies. */
export const ownFolder = () => new URL('.', import.meta.url);

/** What is fetched, each with the type that it should have. */
export const filesIn = (base) => [
  [new URL(WASM, base), 'application/wasm'],
  [new URL(ANSWERS, base), 'application/wasm'],
  [new URL(PAGES, base), 'application/wasm'],
  [new URL(GLUE, base), 'text/javascript'],
];

export const loadDiagnosis = (base) => import(new URL(DIAGNOSIS, base).href);

/** What packs objects. The number of the attempt makes the module a new one. */
export async function loadPacker(base, attempt) {
  const url = new URL(PACKER, base);
  if (attempt) url.search = `again=${attempt}`;
  const packer = await import(url.href);
  await packer.default();
  return packer;
}
