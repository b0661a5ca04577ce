import { expect, test } from '@playwright/test';
import jsQR from 'jsqr';
import { expectAccessible } from './pages/axe';
import { Explorer } from './pages/explorer';
import { openHost } from './pages/host';

const RECORD = '/?ee-open=unodc-glot59-2024&ee-v=1';
const STATEMENT = '/?ee-open=unodc-glot59-2024-r1&ee-v=1';

test('the QR code holds the link that the dialog shows', async ({ page }) => {
  const explorer = await Explorer.open(page, '/?ee-country=pe&ee-v=1');
  await explorer.element.getByRole('button', { name: 'Share this view' }).click();
  const dialog = explorer.element.getByRole('dialog', { name: 'Share this view' });
  const link = await dialog.getByRole('textbox').inputValue();
  await dialog.getByRole('button', { name: 'Show a QR code' }).click();
  const picture = dialog.getByRole('img', { name: 'QR code of the link' });
  await expect(picture).toBeVisible();
  const { pixels, side } = await picture.evaluate(async (svg) => {
    const source = svg.cloneNode(true) as SVGElement;
    const side = 6 * Number(source.getAttribute('viewBox')!.split(' ')[2]);
    source.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    source.setAttribute('width', String(side));
    source.setAttribute('height', String(side));
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(source))}`;
    await image.decode();
    const canvas = new OffscreenCanvas(side, side);
    const context = canvas.getContext('2d')!;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, side, side);
    context.drawImage(image, 0, 0);
    return { pixels: [...context.getImageData(0, 0, side, side).data], side };
  });
  expect(jsQR(Uint8ClampedArray.from(pixels), side, side)?.data).toBe(link);
  await expectAccessible(page);
});

test('a view opens on the page that the host names, with what is locked here', async ({
  page,
  context,
  baseURL,
}) => {
  await openHost(page, {
    attributes: `open-in="${baseURL}/?from=partner" lock="country=pe" url-prefix="own-"`,
    query: '?own-unit=statements&own-kind=recommendation&own-v=1',
  });
  const explorer = new Explorer(page);
  await expect(explorer.results.first()).toBeVisible();
  const found = await explorer.element.evaluate((it: any) => it.results);
  await explorer.element.getByRole('button', { name: 'Share this view' }).click();
  const dialog = explorer.element.getByRole('dialog', { name: 'Share this view' });
  const site = new URL(baseURL!).host;
  const link = dialog.getByRole('link', { name: `Open this view on ${site}` });
  const opens = context.waitForEvent('page');
  await link.click();
  const other = await opens;
  const there = new Explorer(other);
  await expect(there.results.first()).toBeVisible();
  expect(new URL(other.url()).search).toMatch(/^\?from=partner&ee-unit=statements&ee-country=pe&ee-kind=recommendation&/);
  expect(await there.element.evaluate((it: any) => it.results)).toEqual(found);
  // There the filter is one that readers can take away.
  await expect(there.element.locator('.chip.fixed')).toHaveCount(0);
});

test('no other page is offered unless the host names one of the web', async ({ page }) => {
  await openHost(page, { attributes: 'open-in="javascript:alert(1)"' });
  const explorer = new Explorer(page);
  await expect(explorer.results.first()).toBeVisible();
  await explorer.element.getByRole('button', { name: 'Share this view' }).click();
  const dialog = explorer.element.getByRole('dialog', { name: 'Share this view' });
  await expect(dialog.getByRole('textbox')).toBeVisible();
  await expect(dialog.getByRole('link')).toHaveCount(0);
});

test.describe('a link that was on its way', () => {
  const PAIRS = 'ee-q=human%20rights&ee-unit=statements&ee-country=pe.co&ee-v=1';
  const params = (query: string) => new URLSearchParams(query).toString();
  const mangled: Record<string, string> = {
    'from Facebook': `${PAIRS.replaceAll('%20', '+')}&fbclid=IwAR0x-_y`,
    'through a server that writes the query anew': params(`utm_source=x&${PAIRS}&utm_medium=mail`),
    'with the full stop of a sentence': `${PAIRS}.`,
    'with a bracket': `${PAIRS})`,
    'escaped for HTML': PAIRS.replaceAll('&', '&amp;'),
    'with keys in capitals': PAIRS.replaceAll('ee-', 'EE-'),
    'encoded twice': PAIRS.replaceAll('%', '%25'),
    'encoded as a whole': encodeURIComponent(PAIRS),
    'with a country given twice': `ee-country=pe&${PAIRS.replace('pe.co', 'co')}`,
  };
  for (const [what, query] of Object.entries(mangled)) {
    test(`${what} shows the same view`, async ({ page }) => {
      await page.goto(`/?${query}`);
      const explorer = new Explorer(page);
      await expect(explorer.search).toHaveValue('human rights');
      const state = await explorer.element.evaluate((it: any) => it.state.query);
      expect(state.split('&').map((pair: string) => pair.split('=')[0])).toEqual(
        PAIRS.split('&').map((pair) => pair.split('=')[0]),
      );
      expect(decodeURIComponent(state)).toMatch(/ee-country=(pe\.co|co\.pe)&/);
      await expect(explorer.element.locator('#results-heading')).toHaveText(
        '1 statement matching “human rights” from 1 evaluation in Colombia or Peru',
      );
    });
  }

  test('and was cut in the middle shows what is left and says so', async ({ page }) => {
    await page.goto(`/?${PAIRS.slice(0, PAIRS.indexOf('.co'))}`);
    const explorer = new Explorer(page);
    await expect(explorer.search).toHaveValue('human rights');
    await expect(explorer.element.getByText('The link seems to have been cut.')).toBeVisible();
  });
});

test('a link of over 2,000 characters says what to leave out', async ({ page }) => {
  const explorer = await Explorer.open(page, `/?ee-q=${'%C3%A9'.repeat(400)}&ee-v=1`);
  await explorer.element.getByRole('button', { name: 'Share this view' }).click();
  const dialog = explorer.element.getByRole('dialog', { name: 'Share this view' });
  await expect(dialog.getByText(/^the search words \(saves [\d,]+ characters\)$/)).toBeVisible();
});

test('the receiver learns what was added since the link was made', async ({ page }) => {
  const explorer = await Explorer.open(page, '/?ee-country=pe&ee-of=2001-01-01&ee-v=1');
  await expect(
    explorer.element.getByText('5 evaluations were added since this link was made.'),
  ).toBeVisible();
});

test('a statement has a link of its own that leads to its place', async ({ page, context, browserName }) => {
  test.skip(browserName !== 'chromium', 'only Chromium lets a test read the clipboard');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const explorer = await Explorer.open(page, RECORD);
  const statement = explorer.element.locator('#unodc-glot59-2024-r1');
  await statement.getByRole('button', { name: 'Copy link' }).click();
  await expect(statement.getByText('Copied')).toHaveCount(1);
  await expect(explorer.element.locator('> [slot=live]')).toContainText('Copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('ee-open=unodc-glot59-2024-r1');
  await page.goto(link);
  await expect(statement).toBeInViewport();
  await statement.getByRole('button', { name: 'Copy as quotation' }).click();
  await expect(statement.getByText('Copied')).toHaveCount(1);
  const quotation = await page.evaluate(() => navigator.clipboard.readText());
  expect(quotation).toContain('summarised from');
  expect(quotation).toContain('ee-open=unodc-glot59-2024-r1');
});

test('a disagreement has a page of its own, reached from a statement', async ({ page }) => {
  const explorer = await Explorer.open(page, RECORD);
  const dispute = explorer.element.locator('.statement-disputes a').first();
  const question = await dispute.innerText();
  await dispute.click();
  await expect(explorer.element.getByRole('heading', { name: question })).toBeVisible();
  await expect(page).toHaveURL(/ee-open=tension\./);
  await expectAccessible(page);
});

test('the statements of an evaluation are narrowed to a topic', async ({ page }) => {
  const explorer = await Explorer.open(page, RECORD);
  const statements = explorer.element.locator('.page-statements .statement');
  await expect(statements.first()).toBeVisible();
  const all = await statements.count();
  await explorer.element.getByLabel('Statements on').selectOption({ index: 1 });
  const visible = statements.filter({ visible: true });
  await expect.poll(() => visible.count()).toBeLessThan(all);
  const left = await visible.count();
  expect(left).toBeGreaterThan(0);
  // What leads to the kinds tells what is left, and no kind is empty.
  const jumps = await explorer.element.locator('.page-jumps li').allInnerTexts();
  expect(jumps.map((it) => parseInt(it, 10)).reduce((sum, it) => sum + it, 0)).toBe(left);
  const lists = explorer.element.locator('section:visible > .page-statements:has(.statement)');
  await expect(lists).toHaveCount(jumps.length);
  await expectAccessible(page);
});

test('Back undoes the last act and gives focus back', async ({ page }) => {
  const explorer = await Explorer.open(page, '/?ee-v=1');
  const first = explorer.results.getByRole('link').first();
  const id = await first.getAttribute('id');
  await first.click();
  await expect(page).toHaveURL(/ee-open=/);
  await page.goBack();
  await expect(explorer.results).toHaveCount(5);
  await expect(explorer.element.locator(`#${id}`)).toBeFocused();
});

test('typing makes no history entries and a discrete act makes one', async ({ page }) => {
  const explorer = await Explorer.open(page);
  const before = await page.evaluate(() => history.length);
  await explorer.search.pressSequentially('training');
  await expect(page).toHaveURL(/ee-q=training/);
  expect(await page.evaluate(() => history.length)).toBe(before);
  await explorer.pick('Country', /^Peru/);
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
});

test('foreign parameters, the fragment and the state of the host survive', async ({ page }) => {
  await page.goto('/?utm_source=mail&node=1%2f2#about');
  await page.evaluate(() => history.replaceState({ host: 1 }, ''));
  const explorer = new Explorer(page);
  await explorer.element.scrollIntoViewIfNeeded();
  await explorer.pick('Country', /^Peru/);
  const url = new URL(page.url());
  expect(url.search).toBe('?utm_source=mail&node=1%2f2&ee-country=pe&ee-v=1');
  expect(url.hash).toBe('#about');
  expect(await page.evaluate(() => history.state)).toEqual({ host: 1 });
});

test('a statement of the record link opens at its place', async ({ page }) => {
  // Not by `Explorer.open`, which scrolls itself.
  await page.goto(STATEMENT);
  const explorer = new Explorer(page);
  await expect(explorer.element.locator('#unodc-glot59-2024-r1')).toBeInViewport();
});

test('a name among the words is offered as a filter', async ({ page }) => {
  const explorer = await Explorer.open(page);
  await explorer.search.fill('training in Peru');
  await explorer.element.getByRole('button', { name: 'Filter by Country: Peru' }).click();
  await expect(explorer.search).toHaveValue('training');
  await expect(page).toHaveURL(/ee-q=training&ee-country=pe/);
});

test('rows of a comparison are found, folded and pinned without losing focus', async ({ page }) => {
  const explorer = await Explorer.open(
    page,
    '/?ee-view=compare&ee-compare=unodc-glot59-2024.ilo-per-17-51-usa-2020&ee-v=1',
  );
  const rows = explorer.comparison.locator('.compare-row');
  await expect(rows.first()).toBeVisible();
  const all = await rows.count();
  await explorer.element.getByLabel('Find a row').fill('agency');
  await expect.poll(() => rows.count()).toBeLessThan(all);
  const fold = rows.first().locator('.compare-fold');
  await fold.click();
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await expect(fold).toBeFocused();
  await expect(page).toHaveURL(/ee-not-rows=/);
  await rows.first().getByRole('button', { name: /^Put .* first in its group$/ }).click();
  await expect(page).toHaveURL(/ee-rows=/);
  await expectAccessible(page);
});

test('a column of a comparison is replaced, and the heads leave room to read', async ({ page }) => {
  const explorer = await Explorer.open(
    page,
    '/?ee-view=compare&ee-compare=unodc-glot59-2024.ilo-per-17-51-usa-2020&ee-v=1',
  );
  const head = explorer.comparison.locator('thead');
  await expect(head).toContainText('TRACK4TIP');
  expect((await head.locator('tr').boundingBox())!.height).toBeLessThan(160);
  const menu = explorer.element.getByRole('combobox', { name: 'Replace TRACK4TIP' });
  await menu.focus();
  await menu.selectOption('unodc-xcax75-2019');
  // A menu that is walked through by keys changes at each step: nothing is replaced yet.
  await expect(head).toContainText('TRACK4TIP');
  await explorer.element.getByRole('button', { name: 'Replace TRACK4TIP' }).press('Enter');
  await expect(page).toHaveURL(/ee-compare=unodc-xcax75-2019\.ilo-per-17-51-usa-2020/);
  await expect(head).not.toContainText('TRACK4TIP');
  await expect(explorer.element.locator('#column-unodc-xcax75-2019')).toBeFocused();
});

test('a jump to an anchor of the host changes neither the list nor the place', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  const explorer = await Explorer.open(page, '/?ee-unit=statements&ee-v=1');
  await expect(explorer.results).toHaveCount(20);
  await explorer.element.getByRole('button', { name: 'Show 20 more' }).click();
  await expect(page).toHaveURL(/ee-n=40/);
  // So that a place in this list is remembered.
  await explorer.results.nth(30).getByRole('link').first().click();
  await expect(explorer.element.locator('#page-title')).toBeVisible();
  await explorer.element.getByRole('link', { name: 'Back to the results' }).click();
  await expect(explorer.results.nth(30)).toBeInViewport();
  await page.evaluate(() => (location.hash = '#main'));
  const top = () => page.evaluate(() => Math.round(document.querySelector('#main')!.getBoundingClientRect().top));
  await expect.poll(top).toBeGreaterThanOrEqual(-1);
  await page.waitForTimeout(300);
  expect(await top()).toBeGreaterThanOrEqual(-1);
  await expect(explorer.results).toHaveCount(40);
});

test('what a record is narrowed to is in the link, and what is opened next is whole', async ({ page }) => {
  const explorer = await Explorer.open(page, '/?ee-open=unodc-glot59-2024&ee-v=1');
  const menu = explorer.element.getByLabel('Statements on');
  await menu.selectOption({ label: 'Effectiveness' });
  await expect.poll(() => page.url()).toContain('ee-topic=criterion.effectiveness');
  const shown = explorer.element.locator('.page-statements > li:visible');
  const narrowed = await shown.count();
  await page.reload();
  await expect(shown).toHaveCount(narrowed);
  await expect(menu).toHaveValue(/\d/);

  await page.goBack();
  await expect(menu).toHaveValue('');
  expect(await shown.count()).toBeGreaterThan(narrowed);
  await page.goForward();
  await explorer.element.getByRole('link', { name: /^(Next|Previous) \S/ }).first().click();
  await expect.poll(() => page.url()).not.toContain('ee-topic');
});
