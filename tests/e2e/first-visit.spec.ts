import { expect, test } from '@playwright/test';
import { expectAccessible } from './pages/axe';
import { Explorer } from './pages/explorer';
import { openHost } from './pages/host';

const TRACK4TIP = 'TRACK4TIP';
const PERU = 'Child trafficking in Peru';

test('a reader finds the evaluations of Peru, compares them and passes the link on', async ({
  page,
  browser,
  browserName,
  context,
}) => {
  if (browserName === 'chromium') {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  }
  const explorer = await Explorer.open(page);
  await expect(explorer.results).toHaveCount(5);

  await explorer.pick('Country', 'Peru, 2 evaluations');
  await expect(explorer.results).toHaveCount(2);
  const titles = await explorer.titles();
  expect(titles.filter((title) => title.startsWith('TRACK4TIP:'))).toHaveLength(1);
  expect(titles.filter((title) => title.includes('End Child Trafficking in Peru'))).toHaveLength(1);

  await explorer.chooseForComparison(TRACK4TIP);
  await explorer.chooseForComparison(PERU);
  await explorer.compare(2);
  const compared = await explorer.comparison.innerText();
  expect(compared).toContain(TRACK4TIP);
  expect(compared).toContain(PERU);

  const link = await explorer.link();
  if (browserName === 'chromium') {
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  }

  const elsewhere = await browser.newContext();
  const other = await Explorer.open(await elsewhere.newPage(), link);
  await expect(other.comparison).toBeVisible();
  expect(await other.comparison.innerText()).toBe(compared);
  await elsewhere.close();
});

test('between a letter and its results the page answers its reader', async ({ page }) => {
  await openHost(page);
  const explorer = new Explorer(page);
  await expect(explorer.element.locator('.facet-panel')).toBeAttached();
  await explorer.search.fill('gender');
  await expect(explorer.results.locator('mark').first()).toBeVisible();

  const tasks = await page.evaluate(() => {
    const root = document.querySelector('evaluation-explorer')!.shadowRoot!;
    const field = root.querySelector<HTMLInputElement>('#search')!;
    const start = window.setTimeout;
    let begun = 0;
    window.setTimeout = ((then: () => void, ...given: any[]) => {
      const counted = () => {
        begun += 1;
        then();
      };
      return start(counted, ...given);
    }) as any;
    return new Promise<number>((done) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        window.setTimeout = start;
        done(begun);
      });
      const heading = root.querySelector('#results-heading')!;
      observer.observe(heading, { childList: true, characterData: true, subtree: true });
      field.value = 'training';
      field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    });
  });
  // The words are looked up, brought together, filtered and counted, and drawn.
  expect(tasks).toBeGreaterThanOrEqual(4);
});

test('only what differs is shown on request, and the address remembers it', async ({ page }) => {
  const explorer = await Explorer.open(page);
  await explorer.pick('Country', 'Peru, 2 evaluations');
  await explorer.chooseForComparison(TRACK4TIP);
  await explorer.chooseForComparison(PERU);
  await explorer.compare(2);
  const rows = explorer.comparison.getByRole('row');
  const all = await rows.count();

  await explorer.element.getByLabel('Differences only').check();
  await expect.poll(() => rows.count()).toBeLessThan(all);
  const some = await rows.count();

  await page.reload();
  await expect(explorer.element.getByLabel('Differences only')).toBeChecked();
  await expect(rows).toHaveCount(some);
});

test('back takes the last filter away and forward brings it again', async ({ page }) => {
  const explorer = await Explorer.open(page);
  const opened = page.url();
  await explorer.pick('Country', 'Peru, 2 evaluations');
  await expect(explorer.results).toHaveCount(2);
  expect(page.url()).not.toBe(opened);

  await page.goBack();
  await expect(explorer.results).toHaveCount(5);
  expect(page.url()).toBe(opened);

  await page.goForward();
  await expect(explorer.results).toHaveCount(2);
});

test('an evaluation opens in full, under an address of its own', async ({ page }) => {
  const explorer = await Explorer.open(page);
  await explorer.results.getByRole('link', { name: /^TRACK4TIP/ }).first().click();
  await expect(explorer.element.getByRole('heading', { name: /^TRACK4TIP/ }).first()).toBeFocused();
  await expect(explorer.element).toContainText('GLOT59');

  await page.reload();
  await expect(explorer.element.getByRole('heading', { name: /^TRACK4TIP/ }).first()).toBeVisible();
});

test('the style of the pages comes with them and not before', async ({ page }) => {
  const explorer = await Explorer.open(page);
  const rules = () => explorer.element.evaluate((element) =>
    [...element.shadowRoot!.adoptedStyleSheets.at(-1)!.cssRules]
      .filter((rule) => rule.cssText.startsWith('.page-nav')).length);
  expect(await rules()).toBe(0);
  await explorer.results.getByRole('link', { name: /^TRACK4TIP/ }).first().click();
  await expect(explorer.element.getByRole('heading', { name: /^TRACK4TIP/ }).first()).toBeVisible();
  expect(await rules()).toBeGreaterThan(0);
});

test('every state of the first visit is accessible', async ({ page }) => {
  const explorer = await Explorer.open(page);
  await expectAccessible(page);

  await explorer.pick('Country', 'Peru, 2 evaluations');
  await expect(explorer.results).toHaveCount(2);
  await expectAccessible(page);

  await explorer.chooseForComparison(TRACK4TIP);
  await explorer.chooseForComparison(PERU);
  await explorer.compare(2);
  await expectAccessible(page);

  await page.goto('/?ee-q=xylophone&ee-v=1');
  await expect(explorer.results).toHaveCount(0);
  await expectAccessible(page);
});

test('nothing is wider than a screen of 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const explorer = await Explorer.open(page);
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);

  await explorer.pick('Country', 'Peru, 2 evaluations');
  await explorer.chooseForComparison(TRACK4TIP);
  await explorer.chooseForComparison(PERU);
  await explorer.compare(2);
  expect(await overflow()).toBeLessThanOrEqual(0);
});
