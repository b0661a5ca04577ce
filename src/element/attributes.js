// The attributes of the element and their properties.

/** What mounts the widget anew; of the others style sheet and loader take care. */
export const MEANING = [
  'diagnose', 'heading-level', 'history', 'label', 'lang', 'lock', 'open-in', 'page-size', 'preset',
  'src', 'unit', 'url', 'url-prefix', 'view',
];
export const ATTRIBUTES = [...MEANING, 'base', 'density', 'height', 'hide', 'loading', 'theme'];

const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** The properties that stand for attributes; `lang` is one of every element. */
export const PROPERTIES = ATTRIBUTES.filter((name) => name !== 'lang').map(camel);

/** Gives a prototype a property for each attribute. */
export function reflect(prototype) {
  for (const name of ATTRIBUTES.filter((name) => name !== 'lang')) {
    Object.defineProperty(prototype, camel(name), {
      configurable: true,
      enumerable: true,
      get() {
        return this.getAttribute(name);
      },
      set(value) {
        if (value === null || value === undefined || value === false) this.removeAttribute(name);
        else this.setAttribute(name, value === true ? '' : value);
      },
    });
  }
}

/** The attributes that an element has, by the names of their properties. */
export function given(element) {
  const names = ATTRIBUTES.filter((name) => element.hasAttribute(name));
  return Object.fromEntries(names.map((name) => [camel(name), element.getAttribute(name)]));
}

/** The language of an element: its own, or that of the nearest around it. */
export function languageAround(element) {
  for (let at = element; at; at = at.getRootNode().host) {
    const found = at.closest('[lang]:not([lang=""])');
    if (found) return found.lang;
  }
  return 'en';
}
