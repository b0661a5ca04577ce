// Where the set of an element comes from: a file that lies elsewhere, with how far it is, or objects
// that the page gave.

import { PACKER, loadPacker } from 'payload';
import { StartError, shared } from './start.js';

/** The set of an element: what `src` names, or what comes with the widget. */
export function packedOf(glue, src, onProgress) {
  const { Packed } = glue;
  if (!src) return shared('', async () => Packed.embedded());
  const url = new URL(src, document.baseURI).href;
  return shared(url, async () => opened(glue, await fetched(url, onProgress)));
}

const opened = ({ Packed }, bytes) => new Promise((...told) => Packed.open(bytes, ...told));

// A packer that failed in the middle is not asked again; a new one is loaded.
let attempt = 0;

/** Objects of the shape of the JSON export, packed when they are first wanted. */
export class Given {
  #objects;
  #glue;
  #packed;

  constructor(objects) {
    this.#objects = objects;
  }

  /** The set, for a module: a new one cannot use what an old one opened. */
  packedBy(glue, base) {
    if (this.#glue !== glue) {
      this.#glue = glue;
      this.#packed = packed(this.#objects, base).then((bytes) => opened(glue, bytes));
      this.#packed.catch(() => (this.#glue = undefined));
    }
    return this.#packed;
  }
}

async function packed(objects, base) {
  let packer;
  try {
    packer = await loadPacker(base, attempt);
  } catch (error) {
    attempt += 1;
    throw new StartError('payload', `${PACKER} could not be loaded: ${error.message}`,
      `It must lie in ${base}, and script-src and connect-src must allow that place.`);
  }
  try {
    return packer.pack(objects);
  } catch (error) {
    if (error.code) throw error;
    attempt += 1;
    throw new StartError('data-malformed', `The objects cannot be packed: ${error.message}`,
      'Give the object that JSON.parse makes of an export, as it is.');
  }
}

async function fetched(url, onProgress) {
  let response;
  try {
    response = await fetch(url);
  } catch (error) {
    throw new StartError('data-fetch', `${url} could not be fetched: ${error.message}`,
      'Check the address; connect-src must allow it, and another origin must send Access-Control-Allow-Origin.');
  }
  if (!response.ok) {
    throw new StartError('data-fetch', `${url} was answered with ${response.status}.`,
      'Check that the attribute src names the .eep file.');
  }
  try {
    return await read(response, onProgress);
  } catch (error) {
    throw new StartError('data-fetch', `${url} broke off: ${error.message}`, 'Load the set again.');
  }
}

async function read(response, onProgress) {
  // A compressed answer tells the length that travels, not that of what is read.
  const isPlain = !response.headers.get('content-encoding');
  const total = isPlain ? Number(response.headers.get('content-length')) : 0;
  const parts = [];
  let length = 0;
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
    onProgress(length, total);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
