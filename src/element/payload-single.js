// Where the rest lies in the one file that opens from a disk: in it. Packaging puts every address
// in the glue as `data:`, because a page from a disk may fetch nothing else.

import * as diagnosis from './diagnose.js';
import * as glue from 'glue';
import { ANSWERS, PAGES } from 'names';

export * from 'names';

export async function loadGlue() {
  await glue.default();
  return glue;
}

const PARTS = { answers: ANSWERS, pages: PAGES };

export const fetchPart = (part) => fetch(PARTS[part]);

export const ownFolder = () => new URL('.', document.baseURI);

export const filesIn = () => [];

export const loadDiagnosis = async () => diagnosis;

/** A file on a disk has its set in it; there is no page around it that could give another. */
export const loadPacker = async () => {
  throw new Error('objects cannot be packed in the single file');
};
