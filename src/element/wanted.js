// What the address of the page and the attributes ask of an explorer before it starts.

/** What the page's link says to an explorer, without its prefix. */
export function pairsOf(element) {
  if (element.getAttribute('url') === 'off') return [];
  const prefix = element.getAttribute('url-prefix') ?? 'ee-';
  const pairs = (location.search + location.hash).split(/[?#&]/).slice(1);
  const own = pairs.filter((pair) => pair.startsWith(prefix));
  return own.map((pair) => pair.slice(prefix.length));
}

/** Whether a self-test is asked for. */
export const isDiagnosed = (element) =>
  element.hasAttribute('diagnose') || /[?&]ee-diagnose\b/.test(location.search);

/** A shared link means that the reader came for the widget, wherever it stands on the page. */
export const isWanted = (element) =>
  element.getAttribute('loading') === 'eager' || isDiagnosed(element) || pairsOf(element).length > 0;

/** How far below or above what the reader sees an explorer begins, in CSS pixels. */
export const FAR = 600;

/**
 * Whether the reader sees it, or nearly. An observer would say so only after the first frame; it is
 * left to the observer where a browser cannot tell what is hidden, as in a closed `<details>`.
 */
function isNear(element) {
  if (!element.checkVisibility?.()) return false;
  const { top, bottom } = element.getBoundingClientRect();
  return top < innerHeight + FAR && bottom > -FAR;
}

/** Whether an explorer begins as soon as it is in the page. */
export const isDue = (element) => isWanted(element) || isNear(element);
