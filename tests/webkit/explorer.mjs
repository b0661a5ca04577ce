// What a reader does with an explorer in WebKit, and what can be seen of it.
import { KEYS, until } from './webdriver.mjs';

/** The name of a control, as far as these tests need it, white space made plain. */
const NAMED = (selector, words) => {
  const root = document.querySelector('evaluation-explorer').shadowRoot;
  const labelled = (it) => it.labels?.[0]?.textContent;
  const name = (it) => it.getAttribute('aria-label') ?? labelled(it) ?? it.textContent;
  const found = [...(root?.querySelectorAll(selector) ?? [])].find(
    (it) => it.checkVisibility() && name(it).replace(/\s+/g, ' ').trim() === words);
  found?.scrollIntoView({ block: 'center' });
  return found;
};

export class Explorer {
  constructor(browser) {
    this.browser = browser;
  }

  /** Opens a page and waits until its explorer shows something. */
  async open(address) {
    await this.browser.open(address);
    await this.browser.run(() => document.querySelector('evaluation-explorer').scrollIntoView());
    await until('the explorer is ready', () => this.ask((root) =>
      root?.querySelector('.frame')?.dataset.phase === 'ready'));
  }

  /** Runs a function with the shadow root of the first explorer, and what else it is given. */
  ask(work, ...given) {
    const find = `document.querySelector('evaluation-explorer').shadowRoot`;
    return this.browser.run(`(...given) => (${work})(${find}, ...given)`, ...given);
  }

  /** Waits for a control of a kind whose name is this. */
  control(selector, words) {
    return until(`there is a control "${words}"`, () => this.browser.run(NAMED, selector, words));
  }

  async click(selector, words) {
    await this.browser.press(await this.control(selector, words));
  }

  async type(text) {
    await this.browser.type(await this.ask((root) => root.querySelector('[type=search]')), text);
  }

  /** Presses a key where the focus is. */
  async key(name) {
    const focused = await this.ask((root) => root.activeElement);
    await this.browser.type(focused, KEYS[name]);
  }

  /** The titles of the results; none while there is no list. */
  titles() {
    return this.ask((root) =>
      [...(root?.querySelectorAll('[aria-label="Results"] article') ?? [])].map((article) =>
        article.querySelector('h2, h3, h4, h5')?.textContent ?? ''));
  }

  shows(count) {
    const is = async () => (await this.titles()).length === count;
    return until(`${count} results are shown`, is);
  }

  /** The sentence above the results, or the title of the page that is open. */
  heading() {
    return this.ask((root) =>
      root?.querySelector('#results-heading, #page-title')?.textContent ?? '');
  }

  says(words) {
    return until(`the heading says "${words}"`, async () => (await this.heading()).includes(words));
  }

  /** The words of the elements that a selector finds and that can be seen. */
  texts(selector) {
    return this.ask((root, selector) =>
      [...(root?.querySelectorAll(selector) ?? [])]
        .filter((it) => it.checkVisibility())
        .map((it) => it.innerText), selector);
  }

  /** The words of the table of the comparison, once it is there. */
  table() {
    return until('there is a table', () => this.ask((root) =>
      root?.querySelector('table')?.innerText));
  }

  /** What has focus: its id, else its words. */
  focused() {
    return this.ask((root) => root.activeElement?.id || root.activeElement?.innerText || '');
  }

  hasFocus(what) {
    return until(`"${what}" has focus`, async () => (await this.focused()) === what);
  }

  /** Which files with this in their names the page has fetched. */
  fetched(part) {
    return this.browser.run((part) =>
      performance.getEntriesByType('resource').map((it) => it.name).filter((it) => it.includes(part)),
    part);
  }
}
