// The one file that pages load. Packaging joins it with the modules it imports and with `payload`:
// what of the rest lies where, the words and the style sheet (xtask/src/packaging/loader.rs).

import { VERSION } from 'payload';
import { ATTRIBUTES } from './attributes.js';
import { EvaluationExplorer } from './element.js';
import { TAG, startFor } from './start.js';
import { isDiagnosed, isDue } from './wanted.js';

/** `<div data-evaluation-explorer data-…>` survives editors that remove unknown tags. */
function replacePlaceholders() {
  for (const div of document.querySelectorAll(`div[data-${TAG}]`)) {
    const element = document.createElement(TAG);
    for (const { name, value } of div.attributes) {
      const plain = name.replace(/^data-/, '');
      if (['class', 'id', ...ATTRIBUTES].includes(plain)) element.setAttribute(plain, value);
    }
    element.append(...div.childNodes);
    div.replaceWith(element);
  }
}

const registered = customElements.get(TAG);
if (!registered) {
  // The line is asked before the class is made: that takes a slow phone long enough to notice.
  const first = document.querySelector(TAG);
  if (first && !isDiagnosed(first) && isDue(first)) {
    // Whoever waits for it says why it could not be had.
    startFor(first).catch(() => {});
  }
  customElements.define(TAG, EvaluationExplorer);
  // A script without type="module" in the head may run before the page is read.
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', replacePlaceholders, { once: true });
  } else {
    replacePlaceholders();
  }
} else if (registered.version !== VERSION) {
  console.info(`<${TAG}> ${registered.version} is in use; ${VERSION} was loaded after it.`);
}

export { EvaluationExplorer };
