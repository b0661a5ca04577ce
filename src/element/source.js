// Fetches a packed set that lies elsewhere, and says how far it is.

import { StartError, shared } from './start.js';

/** The set of an element: what `src` names, or what comes with the widget. */
export function packedOf(glue, src, onProgress) {
  const { Packed } = glue;
  if (!src) return shared('', async () => Packed.embedded());
  const url = new URL(src, document.baseURI).href;
  return shared(url, async () => Packed.open(await fetched(url, onProgress)));
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
