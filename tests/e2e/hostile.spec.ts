// Pages that do what pages do. Each has the explorer in it; each is difficult in one way.
import { buildSync } from 'esbuild';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './pages/axe';
import { Explorer } from './pages/explorer';
import { errorsOf, hear, npmFile, openHost, tag } from './pages/host';

const PERU = 'Peru, 2 evaluations';

async function started(page: Page, which = 0): Promise<Explorer> {
  const explorer = new Explorer(page, which);
  await explorer.element.scrollIntoViewIfNeeded();
  await expect(explorer.search).toBeVisible();
  return explorer;
}

const fallback = (page: Page) => page.getByRole('link', { name: 'the list of evaluations' });
const alert = (page: Page) => page.locator('evaluation-explorer').getByRole('alert');
const codes = async (heard: () => Promise<any[]>) => (await heard()).map((error) => error.code);

test.describe('servers and policies that refuse', () => {
  test('a policy without wasm-unsafe-eval leaves the fallback and says which words to add', async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const errors = await hear(page, 'ee-error');
    await openHost(page, {
      headers: { 'Content-Security-Policy': "script-src 'self'; connect-src 'self'" },
    });
    await expect(alert(page)).toContainText('The security policy of this page forbids WebAssembly.');
    await expect(fallback(page)).toBeVisible();
    expect(await codes(errors)).toEqual(['policy']);
    expect((await errors())[0].hint).toContain("'wasm-unsafe-eval'");
    await page.waitForLoadState('networkidle');
    expect(asked.filter((path) => path.includes('-answers-'))).toEqual([]);
  });

  test('a policy without connect-src leaves the fallback and names the directive', async ({
    page,
  }) => {
    const errors = await hear(page, 'ee-error');
    await openHost(page, {
      headers: {
        'Content-Security-Policy':
          "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'",
      },
    });
    await expect(alert(page)).toBeVisible();
    await expect(fallback(page)).toBeVisible();
    expect(await codes(errors)).toEqual(['payload']);
    expect((await errors())[0].hint).toContain('connect-src');
  });

  for (const allowed of [true, false]) {
    const what = allowed ? 'runs' : 'leaves the fallback';
    test(`another origin ${allowed ? 'with' : 'without'} CORS ${what}`, async ({ page, baseURL }) => {
      await page.route('http://files.example/**', async (route) => {
        const url = route.request().url().replace('http://files.example', baseURL!);
        const response = await route.fetch({ url });
        const headers = { ...response.headers() };
        // Playwright adds the header where it is missing, so what refuses is one for another page.
        headers['access-control-allow-origin'] = allowed ? '*' : 'http://elsewhere.example';
        await route.fulfill({ response, headers });
      });
      await openHost(page, {
        script:
          '<script type="module" src="http://files.example/evaluation-explorer.js"></script>',
      });
      if (allowed) {
        const explorer = await started(page);
        await expect(explorer.results).toHaveCount(5);
      } else {
        await page.waitForLoadState('networkidle');
        await expect(fallback(page)).toBeVisible();
      }
    });
  }

  test('WebAssembly served with a wrong type still runs', async ({ page }) => {
    await page.route('**/*.wasm', async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'content-type': 'text/plain' },
      });
    });
    await openHost(page);
    await expect((await started(page)).results).toHaveCount(5);
  });

  test('half a WebAssembly leaves the fallback, and trying again runs', async ({ page }) => {
    let half = true;
    await page.route('**/*.wasm', async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      const part = half ? body.subarray(0, body.length / 2) : body;
      const headers = { 'content-type': 'application/wasm', 'cache-control': 'no-store' };
      await route.fulfill({ status: 200, headers, body: part });
    });
    await openHost(page);
    await expect(alert(page)).toContainText('could not be loaded');
    await expect(fallback(page)).toBeVisible();
    half = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await started(page);
    await expect(fallback(page)).toBeHidden();
    await expect(alert(page)).toBeHidden();
  });

  test('without a connection it says so, and goes on by itself when it is back', async ({ page }) => {
    const online = (is: boolean) => page.evaluate((is) => {
      Object.defineProperty(navigator, 'onLine', { configurable: true, value: is });
      if (is) dispatchEvent(new Event('online'));
    }, is);
    const isWasm = '**/*.wasm';
    await page.route(isWasm, (route) => route.abort());
    await openHost(page, { body: '<p>Far above</p>' });
    await online(false);
    await page.evaluate((tag) => { document.body.innerHTML = tag; }, tag());
    await expect(alert(page)).toContainText('no connection to the internet');
    await expect(fallback(page)).toBeVisible();
    await page.unroute(isWasm);
    await online(true);
    await started(page);
    await expect(alert(page)).toBeHidden();
  });
});

test.describe('styles of the page', () => {
  test('a root font size of 62.5% makes no field too small to read', async ({ page }) => {
    await openHost(page, { head: '<style>html{font-size:62.5%}body{font-size:1.6rem}</style>' });
    const explorer = await started(page);
    const size = (target: Element) => parseFloat(getComputedStyle(target).fontSize);
    expect(await explorer.search.evaluate(size)).toBeGreaterThanOrEqual(16);
    expect(await explorer.results.first().evaluate(size)).toBe(16);
  });

  for (const [what, head] of [
    ['*{all:unset!important}', '<style>*{all:unset!important}</style>'],
    ['button{border-radius:50px}', '<style>button{border-radius:50px!important}</style>'],
    ["Bootstrap's styles", `<style>${npmFile('bootstrap/dist/css/bootstrap.css')}</style>`],
    ["Tailwind's base styles", `<style>${npmFile('tailwindcss/preflight.css')}</style>`],
  ]) {
    test(`${what} changes nothing inside`, async ({ page }) => {
      const look = () =>
        page.locator('evaluation-explorer').evaluate((element) => {
          const of = (selector: string) => element.shadowRoot!.querySelector(selector)!;
          const style = (selector: string, ...names: string[]) =>
            names.map((name) => getComputedStyle(of(selector)).getPropertyValue(name));
          return {
            button: style('.button', 'border-top-left-radius', 'display', 'border-top-width'),
            section: style('.explorer', 'display', 'background-color', 'color'),
            heading: style('h2', 'margin-top', 'font-weight', 'display'),
            list: style('ul', 'list-style-type', 'padding-left'),
            columns: style('.explorer-body', 'display'),
          };
        });
      await openHost(page);
      await started(page);
      const plain = await look();
      await page.unroute('**/hosts/made.html*');
      await openHost(page, { head });
      await started(page);
      expect(await look()).toEqual(plain);
    });
  }

  test('a dark page gets a light explorer unless it asks for a dark one', async ({ page }) => {
    const background = () =>
      page
        .locator('evaluation-explorer')
        .evaluate((it) => getComputedStyle(it.shadowRoot!.querySelector('.explorer')!).backgroundColor);
    await page.emulateMedia({ colorScheme: 'dark' });
    await openHost(page, { head: '<style>body{background:#000;color:#fff}</style>' });
    const explorer = await started(page);
    expect(await background()).toBe('rgb(255, 255, 255)');
    await expectAccessible(page);
    // Playwright cannot make every browser prefer dark pages.
    const prefersDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    await explorer.element.evaluate((it: any) => (it.theme = 'auto'));
    await expect.poll(background).toBe(prefersDark ? 'rgb(18, 25, 31)' : 'rgb(255, 255, 255)');
    await explorer.element.evaluate((it: any) => (it.theme = 'dark'));
    await expect.poll(background).toBe('rgb(18, 25, 31)');
    await expectAccessible(page);
  });

  test('a page from right to left holds an English explorer from left to right', async ({ page }) => {
    await openHost(page, { html: 'lang="ar" dir="rtl"' });
    const explorer = await started(page);
    const region = explorer.element.getByRole('region').first();
    await expect(region).toHaveAttribute('lang', 'en');
    await expect(region).toHaveCSS('direction', 'ltr');
    await explorer.pick('Country', PERU);
    await expect(explorer.results).toHaveCount(2);
  });
});

test.describe('places in the page', () => {
  test('inside a form, Enter in the search field sends nothing', async ({ page }) => {
    await openHost(page, {
      body: `<form action="/sent" method="get"><input name="own" value="1">${tag()}<button>Send</button></form>`,
    });
    const explorer = await started(page);
    await explorer.search.fill('shelter');
    await explorer.search.press('Enter');
    await expect(page).toHaveURL(/made\.html/);
    expect(await page.evaluate(() => [...new FormData(document.forms[0]).keys()])).toEqual(['own']);
  });

  test('two explorers with one prefix: the second leaves the address alone and says so', async ({
    page,
  }) => {
    await openHost(page, { body: tag('loading="eager"') + tag('loading="eager"') });
    const first = await started(page);
    const second = await started(page, 1);
    await expect(second.element).toContainText('Another explorer on this page');
    await second.pick('Country', PERU);
    await expect(second.results).toHaveCount(2);
    await expect(first.results).toHaveCount(5);
    expect(new URL(page.url()).search).toBe('');
  });

  test('it starts inside another shadow root, and its events leave it', async ({ page }) => {
    const ready = await hear(page, 'ee-ready');
    await openHost(page, { body: '<div id="outer"></div>' });
    await page.evaluate(() => {
      const root = document.querySelector('#outer')!.attachShadow({ mode: 'open' });
      root.append(document.createElement('evaluation-explorer'));
    });
    await expect((await started(page)).results).toHaveCount(5);
    expect((await ready())[0]).toMatchObject({ evaluations: 5, statements: 133 });
  });

  for (const [what, body, open] of [
    ['a closed <details>', `<details><summary>More</summary>${tag()}</details>`, 'summary'],
    [
      'a tab that is not shown',
      `<button type="button" onclick="tab.style.display='block'">Show</button>
       <div id="tab" style="display:none">${tag()}</div>`,
      'main > button',
    ],
  ]) {
    test(`inside ${what} it waits until it is shown`, async ({ page }) => {
      const asked: string[] = [];
      page.on('request', (request) => {
        if (request.url().endsWith('.wasm')) asked.push(request.url());
      });
      await openHost(page, { body });
      await page.waitForLoadState('networkidle');
      expect(asked).toEqual([]);
      await page.locator(open).click();
      await expect((await started(page)).results).toHaveCount(5);
    });
  }

  test('detached for a minute and put back, it keeps what the reader chose', async ({ page }) => {
    await page.clock.install();
    await openHost(page);
    const explorer = await started(page);
    await explorer.pick('Country', PERU);
    await page.evaluate(() => {
      const element = ((globalThis as any).detached = document.querySelector('evaluation-explorer')!);
      element.remove();
    });
    await page.clock.runFor(60_000);
    await page.evaluate(() => document.querySelector('main')!.append((globalThis as any).detached));
    await page.clock.resume();
    await expect(explorer.results).toHaveCount(2);
    await expect(page.locator('evaluation-explorer > [slot=live]')).toHaveCount(1);
  });

  test('a clone is an explorer of its own', async ({ page }) => {
    await openHost(page, { attributes: 'url="off"' });
    const explorer = await started(page);
    await explorer.pick('Country', PERU);
    await page.evaluate(() => {
      const element = document.querySelector('evaluation-explorer')!;
      element.after(element.cloneNode(true));
    });
    const clone = await started(page, 1);
    await expect(clone.results).toHaveCount(5);
    await expect(explorer.results).toHaveCount(2);
    await expect(page.locator('evaluation-explorer > [slot=live]')).toHaveCount(2);
  });
});

test.describe('scripts of the page', () => {
  test('made by innerHTML', async ({ page }) => {
    await openHost(page, { body: '<div id="place"></div>' });
    await page.evaluate(() => {
      document.querySelector('#place')!.innerHTML =
        '<evaluation-explorer lock="country=pe"></evaluation-explorer>';
    });
    await expect((await started(page)).results).toHaveCount(2);
  });

  test('made by jQuery, and moved by it', async ({ page }) => {
    await openHost(page, {
      body: '<div id="place"></div><div id="other"></div>',
      head: `<script>${npmFile('jquery/dist/jquery.js')}</script>`,
    });
    await page.evaluate(() => {
      (globalThis as any).$('#place').html('<evaluation-explorer></evaluation-explorer>');
    });
    const explorer = await started(page);
    await explorer.pick('Country', PERU);
    await page.evaluate(() => (globalThis as any).$('evaluation-explorer').appendTo('#other'));
    await expect(explorer.results).toHaveCount(2);
  });

  test('made by React, which sets attributes and properties and hears events', async ({ page }) => {
    const { outputFiles } = buildSync({
      stdin: {
        resolveDir: __dirname,
        contents: `
          import { createElement, useState } from 'react';
          import { createRoot } from 'react-dom/client';
          function App() {
            const [sentence, hear] = useState('');
            const [unit, setUnit] = useState('evaluations');
            return createElement('div', null,
              createElement('p', { id: 'heard' }, sentence),
              createElement('button', { type: 'button', onClick: () => setUnit('statements') }, 'Statements'),
              createElement('evaluation-explorer', {
                'heading-level': '3', unit, url: 'off',
                'onee-change': (event) => hear(event.detail.sentence),
              }));
          }
          createRoot(document.querySelector('#place')).render(createElement(App));`,
      },
      bundle: true,
      write: false,
      define: { 'process.env.NODE_ENV': '"production"' },
    });
    await openHost(page, { body: '<div id="place"></div>' });
    await page.evaluate(outputFiles[0].text);
    const explorer = await started(page);
    await explorer.pick('Country', PERU);
    await expect(page.locator('#heard')).toContainText('Peru');
    const heading = explorer.element.locator('#results-heading');
    await expect(heading).toHaveAttribute('aria-level', '3');
    await page.getByRole('button', { name: 'Statements', exact: true }).first().click();
    await expect(heading).toContainText('statements');
  });

  test('what a browser translated stays true when the reader goes on', async ({ page }) => {
    await openHost(page);
    const explorer = await started(page);
    const errors = errorsOf(page);
    await explorer.element.evaluate((element) => {
      const walker = document.createTreeWalker(element.shadowRoot!, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        text.replaceWith(outer);
        outer.append(inner);
        inner.append(text);
      }
    });
    await explorer.pick('Country', PERU);
    await expect(explorer.results).toHaveCount(2);
    await expect(explorer.element.locator('#results-heading')).toContainText(/^2 evaluations/);
    await page.goBack();
    await expect(explorer.element.locator('#results-heading')).toContainText(/^All 5 evaluations/);
    expect(errors).toEqual([]);
  });

  test('a history that throws is said once, and the explorer goes on', async ({ page }) => {
    const errors = await hear(page, 'ee-error');
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('no', 'SecurityError');
      };
      history.pushState = refuse;
      history.replaceState = refuse;
    });
    await openHost(page);
    const explorer = await started(page);
    await explorer.pick('Country', PERU);
    await expect(explorer.results).toHaveCount(2);
    await explorer.search.fill('shelter');
    await expect.poll(() => codes(errors)).toEqual(['history']);
  });

  test('without storage and clipboard a link can be copied by hand', async ({ page }) => {
    await page.addInitScript(() => {
      const deny = () => {
        throw new DOMException('denied', 'SecurityError');
      };
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
        Object.defineProperty(globalThis, name, { get: deny });
      }
      Object.defineProperty(Document.prototype, 'cookie', { get: deny, set: deny });
      const clipboard = { writeText: () => Promise.reject(new DOMException('denied')) };
      Object.defineProperty(navigator, 'clipboard', { value: clipboard });
    });
    await openHost(page);
    const explorer = await started(page);
    await explorer.element.getByRole('button', { name: 'Share this view' }).click();
    const dialog = explorer.element.getByRole('dialog', { name: 'Share this view' });
    await dialog.getByRole('button', { name: 'Copy link' }).click();
    const field = dialog.getByRole('textbox');
    await expect(field).toBeFocused();
    const selected = (it: HTMLInputElement) => it.value.slice(it.selectionStart!, it.selectionEnd!);
    expect(await field.evaluate(selected)).toBe(await field.inputValue());
  });

  test('an old library that extends Array.prototype does no harm', async ({ page }) => {
    const errors = errorsOf(page);
    await page.addInitScript(() => {
      const old = Array.prototype as any;
      old.each = function (act: (it: unknown) => void) { this.forEach(act); };
      old.remove = function () { return this; };
      (Object.prototype as any).extend = function () { return this; };
    });
    await openHost(page);
    const explorer = await started(page);
    await explorer.pick('Country', PERU);
    await expect(explorer.results).toHaveCount(2);
    expect(errors).toEqual([]);
  });

  test('it keeps nothing: no cookie, no storage, no request to another place', async ({
    page,
    context,
    baseURL,
  }) => {
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(baseURL!)) foreign.push(request.url());
    });
    await openHost(page);
    const explorer = await started(page);
    await explorer.pick('Country', PERU);
    await explorer.results.getByRole('link').first().click();
    expect(foreign).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    const kept = await page.evaluate(() => localStorage.length + sessionStorage.length);
    expect(kept).toBe(0);
  });
});

test('markup and script addresses in a link are shown as text and run nothing', async ({ page }) => {
  const errors = errorsOf(page);
  const markup = '<img src=x onerror="globalThis.hit=1"><script>hit=1</script>';
  const query = new URLSearchParams({
    'ee-q': markup,
    'ee-country': 'javascript:hit=1',
    'ee-not-theme': markup,
    'ee-open': 'javascript:hit=1',
    'ee-unknown': '\u202e<svg onload=hit=1>',
    'ee-v': '1',
  });
  await openHost(page, { query: `?${query}` });
  const explorer = await started(page);
  await expect(explorer.search).toHaveValue(markup);
  await expect(explorer.element).toContainText('onerror=');
  const found = await explorer.element.evaluate((element) => ({
    made: element.shadowRoot!.querySelectorAll('img, script, iframe, [onload], [onerror]').length,
    links: [...element.shadowRoot!.querySelectorAll('a')].filter((it) => it.protocol === 'javascript:')
      .length,
  }));
  expect(found).toEqual({ made: 0, links: 0 });
  expect(await page.evaluate(() => (globalThis as any).hit)).toBeUndefined();
  expect(errors).toEqual([]);
});
