// Pages of others, made for one test each: served under the address of the tests, with headers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

const PATH = '/hosts/made.html';
const SCRIPT = '<script type="module" src="/evaluation-explorer.js"></script>';
const FALLBACK = '<p>See <a href="/fallback.html">the list of evaluations</a>.</p>';

export interface Host {
  /** What stands in the head, behind the script. */
  head?: string;
  /** What stands in the body; an element with fallback if nothing is given. */
  body?: string;
  /** Attributes of the element, when no body is given. */
  attributes?: string;
  /** The attributes of the page. */
  html?: string;
  headers?: Record<string, string>;
  script?: string;
  query?: string;
}

/** The element with what stands in it. */
export const tag = (attributes = '') =>
  `<evaluation-explorer ${attributes}>${FALLBACK}</evaluation-explorer>`;

/** Opens a page that holds the element. */
export async function openHost(page: Page, host: Host = {}): Promise<void> {
  const { head = '', html = 'lang="en"', headers = {}, script = SCRIPT, query = '' } = host;
  const body = host.body ?? tag(host.attributes);
  await page.route(`**${PATH}*`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers,
      body:
        `<!doctype html><html ${html}><head><meta charset="utf-8"><title>A host</title>` +
        `<meta name="viewport" content="width=device-width, initial-scale=1">` +
        `<link rel="icon" href="/favicon.svg">${script}${head}</head>` +
        `<body><main><h1>A host</h1>${body}</main></body></html>`,
    }));
  await page.goto(PATH + query);
}

/** A file of a package of npm. */
export const npmFile = (path: string) =>
  readFileSync(join(__dirname, '../../../node_modules', path), 'utf8');

/** What the page hears of an event: its details, in order. */
export async function hear(page: Page, event: string): Promise<() => Promise<any[]>> {
  await page.addInitScript((event) => {
    const heard: unknown[] = ((globalThis as any)[`heard ${event}`] = []);
    document.addEventListener(event, (it) => heard.push((it as CustomEvent).detail));
  }, event);
  return () => page.evaluate((event) => (globalThis as any)[`heard ${event}`], event);
}

/** Errors that the page reports. */
export function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => {
    // Browsers ask for a page's icon by themselves, and Firefox reports a refusal as an error.
    if (!error.message.includes('favicon')) errors.push(error.message);
  });
  return errors;
}
