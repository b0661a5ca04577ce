// What comes after the list: the module that answers questions, late, lost, or in time.
import { expect, test, type Page } from '@playwright/test';
import { Explorer } from './pages/explorer';
import { hear, openHost, tag } from './pages/host';

const ANSWERS = /-answers-[0-9a-f]+\.wasm$/;
const PAGES = /-pages-[0-9a-f]+\.wasm$/;
const FAULT = 'Search and filters could not be fetched.';

/** Holds a module back until it is let through. */
async function hold(page: Page, module: RegExp): Promise<() => void> {
  let letThrough = () => {};
  const gate = new Promise<void>((open) => (letThrough = open));
  await page.route(module, async (route) => {
    await gate;
    await route.continue();
  });
  return letThrough;
}

const resultsOf = (page: Page) =>
  page.evaluate(() => (document.querySelector('evaluation-explorer') as any).results);

test('the list stands before questions can be answered, and what is asked meanwhile is answered then', async ({
  page,
}) => {
  const letThrough = await hold(page, ANSWERS);
  const ready = await hear(page, 'ee-ready');
  const changes = await hear(page, 'ee-change');
  await openHost(page);
  const explorer = new Explorer(page);
  await expect(explorer.results).toHaveCount(5);
  await expect(explorer.element.getByRole('heading', { name: 'All 5 evaluations' })).toBeVisible();

  await explorer.search.fill('gender');
  await expect(explorer.element.getByRole('heading', { name: 'Results' })).toBeVisible();
  await expect(explorer.element.locator('.results').getByText('Loading…')).toBeVisible();
  await expect(explorer.results).toHaveCount(0);
  await expect(explorer.element.getByText('No results')).toHaveCount(0);
  expect(await resultsOf(page)).toBeUndefined();
  expect(await ready()).toEqual([]);
  expect(await changes()).toEqual([]);

  letThrough();
  await expect(explorer.results.locator('mark').first()).toBeVisible();
  await expect.poll(async () => (await ready()).length).toBe(1);
  const [change] = (await changes()) as any[];
  expect(change.sentence).toContain('gender');
  expect((await resultsOf(page)).sentence).toBe(change.sentence);
});

test('what was asked meanwhile is shown in a task before the filters, which take longer to draw', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const letThrough = await hold(page, ANSWERS);
  await openHost(page);
  const explorer = new Explorer(page);
  await explorer.search.fill('gender');
  await expect(explorer.element.locator('.results').getByText('Loading…')).toBeVisible();
  // A fast browser rests before its next frame, so frames would not tell the two apart: a message
  // sent when the results come arrives in the task that follows.
  await page.evaluate(() => {
    const root = document.querySelector('evaluation-explorer')!.shadowRoot!;
    (window as any).filtersCameWithResults = new Promise<boolean>((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(root.querySelector('.facet-panel') !== null);
      const observer = new MutationObserver(() => {
        if (!root.querySelector('.result-items mark')) return;
        observer.disconnect();
        port2.postMessage(null);
      });
      observer.observe(root, { childList: true, subtree: true });
    });
  });
  letThrough();
  expect(await page.evaluate(() => (window as any).filtersCameWithResults)).toBe(false);
  await expect(explorer.element.locator('.facet-panel')).toBeVisible();
});

test('a page that never rests gets its filters all the same', async ({ page }) => {
  await page.addInitScript(() => {
    const work = () => {
      const until = performance.now() + 18;
      while (performance.now() < until);
      requestAnimationFrame(work);
    };
    requestAnimationFrame(work);
  });
  const explorer = await Explorer.open(page);
  await explorer.pick('Country', 'Peru, 2 evaluations');
  await expect(explorer.results).toHaveCount(2);
});

test('answers that are lost are told where they are missed, and can be asked for again', async ({
  page,
}) => {
  await page.route(ANSWERS, (route) => route.abort());
  const errors = await hear(page, 'ee-error');
  const explorer = await Explorer.open(page);
  await expect(explorer.results).toHaveCount(5);
  await explorer.search.fill('gender');
  const told = explorer.element.locator('.results').getByRole('alert');
  await expect(told).toContainText(FAULT);
  await expect(explorer.element.getByText('Loading…')).toHaveCount(0);
  await expect(explorer.results).toHaveCount(0);

  expect(await errors()).toMatchObject([{ code: 'payload', message: expect.stringContaining('answers') }]);
  const ready = () => explorer.element.evaluate((element: any) => element.whenReady().then(() => true));

  await page.unroute(ANSWERS);
  const isReady = ready();
  await explorer.element.locator('.results').getByRole('button', { name: 'Try again' }).click();
  await expect(explorer.results.locator('mark').first()).toBeVisible();
  await expect(told).toHaveCount(0);
  expect(await isReady).toBe(true);
});

test('answers that were lost with the connection are fetched when it is back', async ({ page }) => {
  const online = (is: boolean) => page.evaluate((is) => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: is });
    if (is) dispatchEvent(new Event('online'));
  }, is);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
  });
  await page.route(ANSWERS, (route) => route.abort());
  const explorer = await Explorer.open(page);
  await explorer.search.fill('gender');
  const told = explorer.element.locator('.results').getByRole('alert');
  await expect(told).toContainText(FAULT);
  await page.unroute(ANSWERS);
  await online(true);
  await expect(explorer.results.locator('mark').first()).toBeVisible();
  await expect(told).toHaveCount(0);
});

test('a link whose answers are lost is answered when they can be had', async ({ page }) => {
  await page.route(ANSWERS, (route) => route.abort());
  const errors = await hear(page, 'ee-error');
  await page.goto('/?ee-country=pe&ee-v=1');
  const explorer = new Explorer(page);
  const told = explorer.element.getByRole('alert');
  await expect(told).toContainText(FAULT);
  await expect(explorer.element.getByRole('heading', { name: /^All / })).toHaveCount(0);
  expect(await errors()).toMatchObject([{ code: 'payload' }]);

  await page.unroute(ANSWERS);
  await explorer.element.getByRole('button', { name: 'Try again' }).click();
  await expect(explorer.results).toHaveCount(2);
  await expect(told).toHaveCount(0);
});

test('a link is answered at once and never shows the list of all first', async ({ page }) => {
  const letThrough = await hold(page, ANSWERS);
  await page.goto('/?ee-country=pe&ee-v=1');
  const explorer = new Explorer(page);
  await expect(explorer.element.getByText('Loading…')).toBeVisible();
  await expect(explorer.element.getByRole('heading')).toHaveCount(0);
  letThrough();
  await expect(explorer.results).toHaveCount(2);
});

test('the answers are fetched once, also when the first module is compiled before it is counted', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.addInitScript(() => {
    const { clone } = Response.prototype;
    Response.prototype.clone = function () {
      const reader = clone.call(this).body!.getReader();
      const pull = async (to: ReadableStreamDefaultController) => {
        await (globalThis as any).mayCount;
        const { done, value } = await reader.read();
        if (done) to.close();
        else to.enqueue(value);
      };
      const cancel = () => void ((globalThis as any).isCounted = true);
      return new Response(new ReadableStream({ pull, cancel }, { highWaterMark: 0 }));
    };
    (globalThis as any).mayCount = new Promise((go) => ((globalThis as any).count = go));
  });
  const explorer = await Explorer.open(page);
  await explorer.search.fill('gender');
  await expect(explorer.results.locator('mark').first()).toBeVisible();
  await page.evaluate(() => (globalThis as any).count());
  await page.waitForFunction(() => (globalThis as any).isCounted);
  expect(asked.filter((path) => ANSWERS.test(path))).toHaveLength(1);
});

test('what stands below a page that is still to come does not move into sight and out again', async ({
  page,
}) => {
  const letThrough = await hold(page, PAGES);
  const body = `${tag()}<footer>Below</footer>`;
  await openHost(page, { body, query: '?ee-open=unodc-glot59-2024&ee-v=1' });
  const below = page.locator('footer', { hasText: 'Below' }).last();
  const explorer = new Explorer(page);
  await expect(explorer.element.locator('.waiting-page')).toBeVisible();
  await expect(below).not.toBeInViewport();
  letThrough();
  await expect(explorer.element.getByRole('heading', { name: 'Findings' })).toBeVisible();
  await expect(below).not.toBeInViewport();
});

test('the sheet of filters says that they are coming', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const letThrough = await hold(page, ANSWERS);
  const explorer = await Explorer.open(page);
  await explorer.element.getByRole('button', { name: /^Filters/ }).click();
  const sheet = explorer.element.getByRole('dialog', { name: 'Filters' });
  await expect(sheet.getByText('Loading…')).toBeVisible();
  letThrough();
  await expect(sheet.getByRole('checkbox', { name: /^Peru/ })).toHaveCount(1);
  await expect(sheet.getByText('Loading…')).toHaveCount(0);
});

test('a list fetches no pages, and a link that asks fetches what answers it at once', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const explorer = await Explorer.open(page);
  // In the column, which is hidden on a phone.
  await expect(explorer.element.locator('[id^=pick-country]').first()).toBeAttached();
  expect(asked.filter((path) => ANSWERS.test(path))).toHaveLength(1);
  expect(asked.filter((path) => PAGES.test(path))).toHaveLength(0);

  // The first module is held back: who waited for it could not have asked for the answers.
  await page.route(/explorer-[0-9a-f]{16}\.wasm$/, async (route) => {
    await expect.poll(() => asked.filter((path) => ANSWERS.test(path)).length).toBe(2);
    await route.continue();
  });
  await page.goto('about:blank');
  await page.goto('/?ee-country=pe');
  await expect(explorer.results).toHaveCount(2);
});
