// The explorer without a pointer: five tasks, the order of focus, and where focus goes.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { Explorer } from './pages/explorer';
import { openHost, tag } from './pages/host';
import { STATES, goTo } from './pages/states';

/** More stops than any state has. */
const FAR = 250;

// There are many stops, and each is looked at.
test.describe.configure({ timeout: 180_000 });

/** Presses Tab until a control that can be seen has focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target.first()).toBeVisible();
  const control = (await target.first().elementHandle())!;
  for (let stops = 0; stops < FAR; stops += 1) {
    await page.keyboard.press('Tab');
    const isFocused = await control.evaluate(
      (it) => (it.getRootNode() as ShadowRoot | Document).activeElement === it);
    if (isFocused) return;
  }
  throw new Error(`${target} is not reached by Tab`);
}

async function opened(page: Page, address?: string): Promise<Explorer> {
  if (address) return Explorer.open(page, address);
  await openHost(page, {
    body: `<p><a id="before" href="#">Before</a></p>${tag('loading="eager"')}<p><a id="after" href="#">After</a></p>`,
  });
  const explorer = new Explorer(page);
  await expect(explorer.results.first()).toBeVisible();
  await page.locator('#before').focus();
  return explorer;
}

const titleOf = (explorer: Explorer) => explorer.element.locator('#page-title');

test.describe('five tasks by keyboard alone', () => {
  test('search', async ({ page }) => {
    const explorer = await opened(page);
    await tabTo(page, explorer.search);
    await page.keyboard.type('shelter');
    await expect(explorer.element.locator('#results-heading')).toContainText('matching “shelter”');
    await expect(explorer.search).toBeFocused();
    await tabTo(page, explorer.element.getByRole('button', { name: 'Clear the search' }));
    await page.keyboard.press('Enter');
    await expect(explorer.results).toHaveCount(5);
    await expect(explorer.search).toBeFocused();
  });

  test('filter', async ({ page }) => {
    const explorer = await opened(page);
    const filters = explorer.element.getByRole('button', { name: /^Filters/ });
    const isSheet = await filters.isVisible();
    if (isSheet) {
      await tabTo(page, filters);
      await page.keyboard.press('Enter');
      await expect(explorer.element.getByRole('dialog', { name: 'Filters' })).toBeVisible();
    }
    const peru = explorer.element.getByRole('checkbox', { name: /^Peru, / });
    await tabTo(page, peru);
    await page.keyboard.press('Space');
    await expect(peru).toBeChecked();
    await expect(peru).toBeFocused();
    if (isSheet) {
      await page.keyboard.press('Escape');
      await expect(filters).toBeFocused();
    }
    await expect(explorer.results).toHaveCount(2);
    const chip = explorer.element.getByRole('button', { name: 'Remove filter: Peru' });
    await tabTo(page, chip);
    await page.keyboard.press('Enter');
    await expect(explorer.results).toHaveCount(5);
    await expect(explorer.element.locator('#results-heading')).toBeFocused();
  });

  test('open an evaluation and go back', async ({ page }) => {
    const explorer = await opened(page);
    await tabTo(page, explorer.results.getByRole('link').first());
    await page.keyboard.press('Enter');
    await expect(titleOf(explorer)).toBeFocused();
    await page.goBack();
    await expect(explorer.results).toHaveCount(5);
    await expect(explorer.results.getByRole('link').first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(titleOf(explorer)).toBeFocused();
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('Shift+Tab');
    const back = explorer.element.getByRole('link', { name: 'Back to the results' });
    await tabTo(page, back);
    await page.keyboard.press('Enter');
    await expect(explorer.results.getByRole('link').first()).toBeFocused();
  });

  test('compare two', async ({ page }) => {
    const explorer = await opened(page);
    for (const name of ['TRACK4TIP', 'Child trafficking in Peru']) {
      const choose = explorer.element.getByRole('button', { name: `Compare: ${name}`, exact: true });
      await page.locator('#before').focus();
      await tabTo(page, choose);
      await page.keyboard.press('Space');
      await expect(choose).toHaveAttribute('aria-pressed', 'true');
      await expect(choose).toBeFocused();
    }
    await tabTo(page, explorer.element.getByRole('button', { name: 'Compare 2 evaluations' }));
    await page.keyboard.press('Enter');
    await expect(titleOf(explorer)).toBeFocused();
    await expect(explorer.comparison).toBeVisible();
    await tabTo(page, explorer.element.getByRole('button', { name: /^Remove TRACK4TIP/ }));
    await page.keyboard.press('Enter');
    await expect(titleOf(explorer)).toBeFocused();
  });

  test('share', async ({ page }) => {
    const explorer = await opened(page);
    const share = explorer.element.getByRole('button', { name: 'Share this view' });
    await tabTo(page, share);
    await page.keyboard.press('Enter');
    const dialog = explorer.element.getByRole('dialog', { name: 'Share this view' });
    await expect(dialog.getByRole('heading', { name: 'Share this view' })).toBeFocused();
    await tabTo(page, dialog.getByRole('textbox'));
    await tabTo(page, dialog.getByRole('button', { name: 'Copy link' }));
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('status')).toHaveText(/\S/);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(share).toBeFocused();
  });
});

/** Where focus is: the part of the explorer, the page around it, or nothing. */
const place = (page: Page) =>
  page.evaluate(() => {
    const parts: [string, string][] = [
      ['.search-box', 'search'],
      ['.explorer-actions', 'actions'],
      ['.explorer-facets', 'filters'],
      ['.view-switch', 'views'],
      ['.result-tools', 'tools'],
      ['.result-items', 'results'],
      ['.explorer-foot', 'foot'],
      ['.tray', 'tray'],
    ];
    const outer = document.activeElement;
    const inner = outer?.shadowRoot?.activeElement;
    if (!inner) return outer?.id || 'nothing';
    return parts.find(([selector]) => inner.closest(selector))?.[1] ?? inner.id ?? 'elsewhere';
  });

test('focus goes through the parts in reading order, out at the end, and back', async ({ page }, info) => {
  const explorer = await opened(page);
  await goTo(explorer, STATES['the tray of a comparison']);
  await page.locator('#before').focus();
  const walk = async (key: string, end: string) => {
    const seen = [await place(page)];
    for (let stops = 0; stops < FAR && seen.at(-1) !== end; stops += 1) {
      await page.keyboard.press(key);
      const now = await place(page);
      if (now !== seen.at(-1)) seen.push(now);
    }
    return seen;
  };
  const filters = info.project.name === 'phone' ? [] : ['filters'];
  const parts = ['search', 'actions', ...filters, 'views', 'tools', 'results', 'foot', 'tray'];
  const whole = ['before', ...parts, 'after'];
  expect(await walk('Tab', 'after')).toEqual(whole);
  expect(await walk('Shift+Tab', 'before')).toEqual(whole.toReversed());
});

for (const name of ['the tray of a comparison', 'a comparison', 'a record', 'the matrix', 'the time line']) {
  test(`in ${name}, what has focus is seen and outlined at every stop`, async ({ page, browserName }) => {
    test.skip(browserName === 'firefox', 'Firefox counts a window of another height');
    await page.setViewportSize({ width: 640, height: 400 });
    const explorer = await opened(page);
    await goTo(explorer, STATES[name]);
    await page.locator('#before').focus();
    const look = () =>
      page.evaluate(() => {
        const root = document.activeElement?.shadowRoot;
        const focused = root?.activeElement;
        if (!root || !focused) return null;
        const { left, top, width, height } = focused.getBoundingClientRect();
        const spots = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]];
        const isSeen = spots.some(([x, y]) => {
          const hit = root.elementFromPoint(left + x * width, top + y * height);
          return hit && (focused.contains(hit) || hit.closest('label')?.contains(focused));
        });
        const { outlineStyle, outlineWidth } = getComputedStyle(focused);
        const isOutlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
        return { what: `${focused.id} ${focused.textContent!.slice(0, 40)}`, isSeen, isOutlined };
      });
    const bad: unknown[] = [];
    let stops = 0;
    for (; stops < FAR; stops += 1) {
      await page.keyboard.press('Tab');
      const found = await look();
      if (!found) break;
      if (!found.isSeen || !found.isOutlined) bad.push(found);
    }
    expect(stops).toBeGreaterThan(8);
    expect(bad).toEqual([]);
  });
}

test.describe('focus is never lost when what had it goes away', () => {
  const focusIsInside = (page: Page) =>
    page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.id ?? null);
  const rest = (page: Page) =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));

  for (const [what, query, name, where] of [
    ['the tray is cleared', 'ee-compare=unodc-glot59-2024', 'Clear', 'results-heading'],
    ['the last of the tray is removed', 'ee-compare=unodc-glot59-2024', /^Remove TRACK4TIP/, 'results-heading'],
    ['an empty result starts again', 'ee-q=xylophone', 'Start again with everything', 'results-heading'],
    ['a way out of an empty result is taken', 'ee-q=xylophone&ee-country=pe', /^Without the words/, 'results-heading'],
    ['an offered filter is taken', 'ee-q=training%20in%20Peru', 'Filter by Country: Peru', 'results-heading'],
    ['all filters are cleared', 'ee-country=pe', 'Clear all', 'results-heading'],
  ] as const) {
    test(`when ${what}`, async ({ page }) => {
      const explorer = await opened(page, `/hosts/plain.html?${query}&ee-v=1`);
      const button = explorer.element.getByRole('button', { name, exact: true });
      const shown = button.filter({ visible: true }).last();
      test.skip((await shown.count()) === 0, 'the tray of a phone names nothing');
      await shown.focus();
      await page.keyboard.press('Enter');
      await expect(shown).toHaveCount(0);
      await rest(page);
      expect(await focusIsInside(page)).toBe(where);
    });
  }

  test('when more results are shown, the first of them has it', async ({ page }) => {
    const explorer = await opened(page, '/hosts/plain.html?ee-unit=statements&ee-v=1');
    await explorer.element.getByRole('button', { name: 'Show 20 more' }).press('Enter');
    await expect(explorer.results).toHaveCount(40);
    await expect(explorer.results.nth(20).getByRole('link').first()).toBeFocused();
  });

  test('when a dialog closes, what opened it has it', async ({ page }) => {
    const explorer = await opened(page, '/hosts/plain.html?ee-v=1');
    for (const name of ['Share this view', 'Embed this view']) {
      const opener = explorer.element.getByRole('button', { name });
      await opener.press('Enter');
      await expect(explorer.element.getByRole('dialog', { name })).toBeVisible();
      await explorer.element.getByRole('dialog', { name }).getByRole('button', { name: 'Close' }).press('Enter');
      await expect(opener).toBeFocused();
    }
  });
});

test('a slash goes to the search from inside, and nowhere from outside', async ({ page, browserName }) => {
  const explorer = await opened(page);
  // In Firefox a slash outside opens a field of the browser's own, which keeps the keys.
  if (browserName !== 'firefox') await page.keyboard.press('/');
  await expect(explorer.search).not.toBeFocused();
  await explorer.element.getByRole('button', { name: 'Export' }).focus();
  await page.keyboard.press('/');
  await expect(explorer.search).toBeFocused();
  await page.keyboard.type('a/b');
  await expect(explorer.search).toHaveValue('a/b');
  await page.keyboard.press('Escape');
  await expect(explorer.search).toHaveValue('');
});

test('what is done is said in the one live region', async ({ page }) => {
  const four = 'unodc-glot59-2024.unodc-xcax75-2019.unodc-mexw55-mexw64-2022.ilo-per-17-51-usa-2020';
  const explorer = await opened(page, `/?ee-compare=${four}&ee-v=1`);
  const said = explorer.element.locator('> [slot=live]');
  await explorer.element.getByRole('button', { name: 'Compare: Global programmes' }).press('Enter');
  await expect(said).toContainText('Four are chosen already');
  await explorer.element.getByRole('button', { name: 'Compare 4 evaluations' }).press('Enter');
  await explorer.element.getByRole('button', { name: 'Move TRACK4TIP right' }).press('Enter');
  await expect(said).toContainText('Border security in Central America, TRACK4TIP,');
  await page.goto('/?ee-open=unodc-xcax75-2019&ee-v=1');
  await expect(explorer.element.locator('.statement').first()).toBeVisible();
  await expect(explorer.element.getByRole('status')).toHaveCount(1);
});

test('there is a way past the filters', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const explorer = await opened(page);
  const skip = explorer.element.getByRole('button', { name: 'To the results' });
  await tabTo(page, explorer.element.getByRole('button', { name: 'Export' }));
  await page.keyboard.press('Tab');
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(explorer.element.locator('#results-heading')).toBeFocused();
});

test('the way back of a page gives the place in the list back', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  const explorer = await opened(page, '/?ee-unit=statements&ee-v=1');
  const deep = explorer.results.nth(15);
  await deep.scrollIntoViewIfNeeded();
  // Not by the pointer, for which the page would first be scrolled.
  const before = await page.evaluate(() => Math.round(scrollY));
  await deep.getByRole('link').first().evaluate((link: HTMLElement) => link.click());
  await explorer.element.getByRole('link', { name: 'Back to the results' }).click();
  await expect.poll(() => page.evaluate(() => Math.round(scrollY))).toBe(before);
});
