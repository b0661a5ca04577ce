// Where the rest lies in the one file that opens from a disk: in it.

import { WASM_GZIP_BASE64 } from 'names';
import * as glue from 'glue';
import * as diagnosis from './diagnose.js';

export * from 'names';

export async function loadGlue() {
  const bytes = Uint8Array.from(atob(WASM_GZIP_BASE64), (char) => char.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  await glue.default({ module_or_path: await new Response(plain).arrayBuffer() });
  return glue;
}

export const loadDiagnosis = async () => diagnosis;
