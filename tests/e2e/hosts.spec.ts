// Pages that are difficult in one way each (public/hosts), and servers that refuse.
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './pages/axe';
import { Explorer } from './pages/explorer';

/** Collects what the page reports against its own policy. */
async function watchPolicy(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const broken: string[] = ((globalThis as any).brokenPolicies = []);
    document.addEventListener('securitypolicyviolation', (event) => {
      // Browsers ask for a page's icon by themselves.
      if (event.effectiveDirective !== 'img-src') broken.push(event.violatedDirective);
    });
  });
  return () => page.evaluate(() => (globalThis as any).brokenPolicies);
}

/** The module of the first view. */
const FIRST = /explorer-[0-9a-f]{16}\.wasm$/;

test('runs from start to comparison under a strict policy and trusted types', async ({ page }) => {
  const brokenPolicies = await watchPolicy(page);
  const errors: Error[] = [];
  page.on('pageerror', (error) => {
    // Browsers ask for a page's icon by themselves, and Firefox reports the refusal as an error.
    if (!error.message.includes('favicon.ico')) errors.push(error);
  });
  const explorer = await Explorer.open(page, '/hosts/strict-csp.html');
  await explorer.pick('Country', 'Peru, 2 evaluations');
  await expect(explorer.results).toHaveCount(2);
  await explorer.chooseForComparison('TRACK4TIP');
  await explorer.chooseForComparison('Child trafficking in Peru');
  await explorer.compare(2);
  expect(await brokenPolicies()).toEqual([]);
  expect(errors).toEqual([]);
});

test('two explorers do not disturb each other', async ({ page }) => {
  const first = await Explorer.open(page, '/hosts/two.html');
  const second = new Explorer(page, 1);
  await second.element.scrollIntoViewIfNeeded();
  await expect(second.results).toHaveCount(5);
  await first.pick('Country', 'Peru, 2 evaluations');
  await expect(first.results).toHaveCount(2);
  await expect(second.results).toHaveCount(5);
});

test('the script may be included twice', async ({ page }) => {
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  const wasm: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('.wasm')) wasm.push(request.url());
  });
  const explorer = await Explorer.open(page, '/hosts/twice.html');
  await expect(explorer.results).toHaveCount(5);
  expect(wasm.filter((url) => FIRST.test(url))).toHaveLength(1);
  expect(new Set(wasm).size).toBe(wasm.length);
  expect(errors).toEqual([]);
});

test('a moved explorer keeps what the reader chose', async ({ page }) => {
  const explorer = await Explorer.open(page, '/hosts/moved.html');
  await explorer.pick('Country', 'Peru, 2 evaluations');
  await page.getByRole('button', { name: 'Move the explorer' }).click();
  await expect(page.locator('#second evaluation-explorer')).toHaveCount(1);
  await expect(explorer.results).toHaveCount(2);
});

test('a placeholder becomes an explorer', async ({ page }) => {
  const explorer = await Explorer.open(page, '/hosts/placeholder.html');
  await expect(explorer.element).toHaveAttribute('id', 'explorer');
  await expect(explorer.results).toHaveCount(5);
});

test("the page's own parameters and fragment stay as they are", async ({ page }) => {
  const own = '?page=2&empty=&flag&odd=%7e+x';
  const explorer = await Explorer.open(page, `/hosts/own-params.html${own}#part`);
  await explorer.pick('Country', 'Peru, 2 evaluations');
  await expect(explorer.results).toHaveCount(2);
  const { search, hash } = new URL(page.url());
  expect(search.startsWith(`${own}&`)).toBe(true);
  expect(hash).toBe('#part');
});

test('another base address and a form around it do no harm', async ({ page }) => {
  const explorer = await Explorer.open(page, '/hosts/base-href.html');
  await explorer.search.fill('shelter');
  await explorer.search.press('Enter');
  await explorer.pick('Country', /^Mexico, /);
  expect(new URL(page.url()).pathname).toBe('/hosts/base-href.html');
});

test('an explorer far down waits until the reader comes near', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('.wasm')) asked.push(request.url());
  });
  await page.goto('/hosts/far-down.html');
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual([]);
  await Explorer.open(page, '/hosts/far-down.html');
  expect(asked.filter((url) => FIRST.test(url))).toHaveLength(1);
});

test('an explorer in sight is fetched before anything else is done for it', async ({ page }) => {
  await page.addInitScript(() => {
    const done: string[] = ((globalThis as any).done = []);
    const { fetch } = globalThis;
    globalThis.fetch = (...asked) => {
      done.push('fetch');
      return fetch(...asked);
    };
    const { define } = customElements;
    customElements.define = (...given) => {
      done.push('define');
      define.apply(customElements, given);
    };
  });
  await Explorer.open(page, '/hosts/plain.html');
  expect((await page.evaluate(() => (globalThis as any).done)).slice(0, 2)).toEqual(['fetch', 'define']);
});

test('a shared link starts an explorer far down at once', async ({ page }) => {
  const wasm = page.waitForRequest(/\.wasm$/);
  await page.goto('/hosts/far-down.html?ee-country=pe&ee-v=1');
  await wasm;
});

test.describe('when it cannot start, what stands inside the tag stays', () => {
  const fallback = (page: Page) => page.getByRole('link', { name: 'the list of evaluations' });

  /** The details of `ee-error`, as the page hears them. */
  async function hearErrors(page: Page): Promise<() => Promise<{ code: string; hint: string }[]>> {
    await page.addInitScript(() => {
      const heard: unknown[] = ((globalThis as any).heard = []);
      document.addEventListener('ee-error', (event) => heard.push((event as CustomEvent).detail));
    });
    return () => page.evaluate(() => (globalThis as any).heard);
  }

  test('without WebAssembly', async ({ page }) => {
    const heard = await hearErrors(page);
    await page.addInitScript(() => delete (globalThis as any).WebAssembly);
    await page.goto('/hosts/plain.html');
    await expect(fallback(page)).toBeVisible();
    await expect.poll(async () => (await heard()).map((error) => error.code)).toEqual([
      'no-webassembly',
    ]);
  });

  for (const [what, pattern] of [
    ['the WebAssembly', '**/*.wasm'],
    ['the glue', '**/evaluation-explorer-*.js'],
  ]) {
    test(`without ${what}`, async ({ page }) => {
      const heard = await hearErrors(page);
      await page.route(pattern, (route) => route.fulfill({ status: 404, body: 'gone' }));
      await page.goto('/hosts/plain.html');
      await expect(fallback(page)).toBeVisible();
      await expect.poll(async () => (await heard()).map((error) => error.code)).toEqual(['payload']);
    });
  }

  test('without the loader', async ({ page }) => {
    await page.route('**/evaluation-explorer.js', (route) => route.abort());
    await page.goto('/hosts/plain.html');
    await expect(fallback(page)).toBeVisible();
  });

  test('and an explorer that starts hides it', async ({ page }) => {
    await Explorer.open(page, '/hosts/plain.html');
    await expect(fallback(page)).toBeHidden();
  });
});

test.describe('kinds of pages', () => {
  test('every page that the index lists holds an explorer that starts', async ({ page }) => {
    test.setTimeout(240_000);
    await page.goto('/hosts/');
    const addresses = await page.getByRole('main').getByRole('listitem').getByRole('link').evaluateAll(
      (links) => links.map((link) => (link as HTMLAnchorElement).href).filter((it) => !it.includes('diagnose')),
    );
    expect(addresses.length).toBeGreaterThan(15);
    for (const address of addresses) {
      await page.goto(address);
      const frame = page.locator('iframe');
      const inside = (await frame.count()) > 0 ? frame.contentFrame() : page;
      const element = inside.locator('evaluation-explorer').first();
      await element.scrollIntoViewIfNeeded();
      await expect(element.getByRole('article').first(), address).toBeVisible({ timeout: 15_000 });
    }
  });

  test('a theme is a style sheet of the page', async ({ page }) => {
    const explorer = await Explorer.open(page, '/hosts/themes.html');
    const surface = () =>
      explorer.element.evaluate((it) => getComputedStyle(it.shadowRoot!.querySelector('.explorer')!).backgroundColor);
    expect(await surface()).toBe('rgb(255, 255, 255)');
    for (const name of ['Dark', 'UN blue', 'High contrast', 'Neutral']) {
      await page.getByRole('button', { name }).click();
      await expect.poll(surface).toBe(name === 'Dark' ? 'rgb(24, 24, 24)' : 'rgb(255, 255, 255)');
      await expectAccessible(page);
    }
  });
});
