// One browser for the tests of a file.
import { after, before } from 'node:test';
import { Explorer } from './explorer.mjs';
import { Browser } from './webdriver.mjs';

/** Hands over a browser, and what a reader does in it, before the tests; ends it after them. */
export function session(hand) {
  let browser;
  before(async () => {
    browser = await Browser.start();
    await browser.resize(1280, 900);
    hand({ browser, explorer: new Explorer(browser) });
  });
  after(() => browser?.stop());
}
