// Pictures of the results: what they show, that they filter, and that everybody can read them.
import { expect, test } from '@playwright/test';
import { expectAccessible } from './pages/axe';
import { Explorer } from './pages/explorer';

test('the matrix counts statements and a number opens them', async ({ page }) => {
  const explorer = await Explorer.open(page);
  await explorer.element.getByRole('link', { name: 'Matrix' }).click();
  const matrix = explorer.element.getByRole('table', { name: /^Number of statements/ });
  const row = matrix.getByRole('row', { name: /^Filter by Coherence/ });
  await expect(row.getByText('nothing said')).toHaveCount(4);
  await row.getByRole('link', { name: /^5 statements: 3 findings/ }).click();

  const title = explorer.element.getByRole('heading', { name: 'Coherence, Child trafficking in Peru' });
  await expect(title).toBeFocused();
  await expect(explorer.results).toHaveCount(5);
  expect(page.url()).toContain('ee-open=cell.coherence.');

  await page.goBack();
  await expect(matrix).toBeVisible();
});

test('a row of the matrix filters, and what was pressed keeps focus', async ({ page }) => {
  const explorer = await Explorer.open(page, '/?ee-view=matrix&ee-v=1');
  const impact = explorer.element.getByRole('button', { name: 'Filter by Impact' });
  await impact.click();
  await expect(explorer.element.getByRole('rowheader')).toHaveCount(1);
  await expect(impact).toBeFocused();
  await expect(explorer.element.getByRole('button', { name: 'Remove filter: Impact' })).toBeVisible();
});

test('a cell of a country becomes the results themselves', async ({ page }) => {
  const explorer = await Explorer.open(page, '/?ee-view=matrix&ee-matrix=themes.countries&ee-v=1');
  const row = explorer.element.getByRole('row', { name: /^Filter by Training of trainers/ });
  await row.getByRole('link').first().click();
  await explorer.element.getByRole('button', { name: 'Filter the results by this' }).click();
  await expect(explorer.element.getByRole('heading', { name: /^1 statement on training of trainers/ }))
    .toBeVisible();
});

test('the same matrix is a table of words, under a link of its own', async ({ page }) => {
  const explorer = await Explorer.open(page, '/?ee-view=matrix&ee-v=1');
  await explorer.element.getByRole('button', { name: 'Table' }).click();
  await expect(explorer.element.getByRole('cell', { name: /^5 statements: 3 findings/ })).toBeVisible();
  await page.reload();
  await expect(explorer.element.getByRole('cell', { name: /^5 statements: 3 findings/ })).toBeVisible();
  expect(page.url()).toContain('ee-as=table');
});

test('the time line shows when projects ran, and a year filters by it', async ({ page }) => {
  const explorer = await Explorer.open(page, '/?ee-view=time&ee-v=1');
  await expect(explorer.element.getByRole('button', { name: /^GLOT59, since 2008: filter/ })).toBeVisible();
  await explorer.element.getByRole('button', { name: /^2010: filter/ }).click();
  await expect(explorer.element.getByRole('heading', { name: '1 evaluation, projects running 2010' }))
    .toBeVisible();
  expect(page.url()).toContain('ee-period=2010..2010');
});

test('the date cursor says how projects stood on a day and keeps what was active', async ({ page }) => {
  const explorer = await Explorer.open(page, '/?ee-view=time&ee-v=1');
  await explorer.element.getByLabel('Status on the date').fill('2020-06-30');
  await explorer.element.getByRole('button', { name: 'Only active on this date' }).click();
  await expect(explorer.element.getByText(/^October 2019 – September 2024 · Active$/)).toBeVisible();
  await expect(explorer.element.getByText('XCAX75')).toHaveCount(0);
  expect(page.url()).toContain('ee-status=active.2020-06-30');
});

test('money is drawn as stated: in phases, for several projects together, or not at all', async ({ page }) => {
  const explorer = await Explorer.open(page, '/?ee-view=money&ee-v=1');
  await expect(explorer.element.getByText('USD 3,120,000, phase 1').first()).toBeVisible();
  await expect(explorer.element.getByText('only stated for all projects together')).toHaveCount(2);
  await explorer.element.getByRole('button', { name: 'Filter by Government of Canada' }).last().click();
  await expect(explorer.element.getByRole('button', { name: 'Remove filter: Government of Canada' }))
    .toBeVisible();
});

test('small territories are as easy to reach as large countries', async ({ page }) => {
  const explorer = await Explorer.open(page, '/?ee-view=places&ee-v=1');
  const aruba = explorer.element.getByRole('button', { name: /^Aruba 1 evaluation/ });
  await aruba.click();
  await expect(aruba).toHaveAttribute('aria-pressed', 'true');
  await expect(aruba).toBeFocused();
  await expect(explorer.element.getByRole('heading', { name: '1 evaluation in Aruba' })).toBeVisible();
  await expect(explorer.element.getByText(/^The designations employed/)).toBeVisible();
});

test('what acts in a picture acts in its table too', async ({ page }) => {
  const explorer = await Explorer.open(page, '/?ee-view=matrix&ee-as=table&ee-v=1');
  const heading = (name: string) => explorer.element.getByRole('heading', { name });
  const chip = (name: string) => explorer.element.getByRole('button', { name: `Remove filter: ${name}` });
  await explorer.element.getByRole('link', { name: /^5 statements: 3 findings/ }).click();
  await expect(heading('Coherence, Child trafficking in Peru')).toBeVisible();

  await page.goto('/?ee-view=places&ee-as=table&ee-v=1');
  await explorer.element.getByRole('button', { name: /^Aruba 1 evaluation/ }).click();
  await expect(heading('1 evaluation in Aruba')).toBeVisible();

  await page.goto('/?ee-view=money&ee-as=table&ee-v=1');
  await explorer.element.getByRole('button', { name: 'Filter by Government of Canada' }).first().click();
  await expect(chip('Government of Canada')).toBeVisible();
  await explorer.element.getByRole('rowheader').first().getByRole('link').click();
  await expect(explorer.element.locator('#page-title')).toBeFocused();

  await page.goto('/?ee-view=time&ee-as=table&ee-v=1');
  const time = explorer.element.getByRole('button', { name: /filter by projects running then$/ }).first();
  await time.click();
  await expect(heading('projects running')).toBeVisible();
  await expect(time).toBeFocused();
});

const PICTURES = [
  'ee-view=matrix',
  'ee-view=matrix&ee-as=table',
  'ee-view=matrix&ee-matrix=themes.kinds',
  'ee-view=time',
  'ee-view=time&ee-as=table',
  'ee-view=money',
  'ee-view=money&ee-as=table',
  'ee-view=places&ee-country=pe',
  'ee-view=places&ee-as=table',
  'ee-view=matrix&ee-q=xylophone',
  'ee-view=matrix&ee-open=cell.impact.unodc-glot59-2024',
];

for (const picture of PICTURES) {
  test(`${picture} is accessible and fits a screen of 320 pixels`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await Explorer.open(page, `/?${picture}&ee-v=1`);
    await expectAccessible(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
}
