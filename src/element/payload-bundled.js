// Where the rest lies when a bundler takes the package from npm: it finds the imports and the
// addresses in them, and moves the files as it likes. There is no second attempt after a panic,
// because a bundler's module exists once.

export * from 'names';

export async function loadGlue() {
  const glue = await import('npm:glue');
  await glue.default();
  return glue;
}

const PARTS = {
  answers: new URL('npm:answers', import.meta.url),
  pages: new URL('npm:pages', import.meta.url),
};

export const fetchPart = (part) => fetch(PARTS[part]);

/** A bundle does not know the folder of a release; the attribute `base` can tell it. */
export const ownFolder = () => new URL('.', document.baseURI);

export const filesIn = () => [];

export const loadDiagnosis = () => import('npm:diagnosis');

export async function loadPacker() {
  const packer = await import('npm:packer');
  await packer.default();
  return packer;
}
