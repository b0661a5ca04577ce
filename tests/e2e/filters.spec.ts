// The panel of filters: places by region, the day of a status, what chips say.
import { expect, test } from '@playwright/test';
import { Explorer } from './pages/explorer';

/** Opens the sheet where there is one. */
async function panel(explorer: Explorer) {
  const filters = explorer.element.getByRole('button', { name: /^Filters/ });
  if (await filters.isVisible()) await filters.click();
}

test('countries stand in their regions, and a count says what the click gives', async ({ page }) => {
  const explorer = await Explorer.open(page);
  await panel(explorer);
  const places = explorer.facet('Country or region');
  const region = places.getByRole('checkbox', { name: /^South America, / });
  const peru = places.getByRole('checkbox', { name: /^Peru, / });
  const depth = (it: typeof peru) => it.evaluate((box) =>
    Number(box.closest('li')!.style.getPropertyValue('--depth')));
  expect(await depth(peru)).toBe((await depth(region)) + 1);

  const predicted = parseInt((await region.getAttribute('aria-label'))!.split(', ')[1], 10);
  await region.check();
  await expect(explorer.element.locator('#results-heading')).toHaveText(
    `${predicted} evaluations in South America`,
  );
  // Places are alternatives: a country inside the region adds nothing to it.
  await peru.check();
  await expect(explorer.element.locator('#results-heading')).toHaveText(
    `${predicted} evaluations in Peru or South America`,
  );
});

test('a place is found by its name, with the regions in which it lies', async ({ page }) => {
  const explorer = await Explorer.open(page);
  await panel(explorer);
  const places = explorer.facet('Country or region');
  await places.getByRole('searchbox').fill('curacao');
  await expect(places.getByRole('checkbox', { name: /^Curaçao, / })).toBeVisible();
  await expect(places.getByRole('checkbox', { name: /^Caribbean, / })).toBeVisible();
  await expect(places.getByRole('checkbox', { name: /^Peru, / })).toHaveCount(0);
});

test('the day of a status is chosen beside it, and the chip says it', async ({ page }) => {
  const explorer = await Explorer.open(page);
  await panel(explorer);
  const status = explorer.facet('Project status');
  await status.getByRole('button', { name: /^Project status/ }).click();
  await status.getByLabel('Status on the date').fill('2018-06-30');
  await status.getByRole('checkbox', { name: /^Active, 2 evaluations/ }).check();
  const show = explorer.element.getByRole('button', { name: /^Show \d+ results?$/ });
  if (await show.isVisible()) await show.click();
  await expect(explorer.element.getByRole('button', { name: 'Remove filter: Projects active on 30 June 2018' }))
    .toBeVisible();
  expect(page.url()).toContain('ee-status=active.2018-06-30');
});

test('what is open in the panel stays open when a record was read', async ({ page }) => {
  const explorer = await Explorer.open(page);
  await panel(explorer);
  const scope = explorer.facet('Scope').getByRole('button', { name: /^Scope/ });
  await scope.click();
  const show = explorer.element.getByRole('button', { name: /^Show \d+ results?$/ });
  if (await show.isVisible()) await show.click();
  await explorer.results.getByRole('link').first().click();
  await page.goBack();
  await panel(explorer);
  await expect(scope).toHaveAttribute('aria-expanded', 'true');
});

test('chips of what is not stated read as what they ask', async ({ page }) => {
  const explorer = await Explorer.open(page, '/?ee-country=not-stated&ee-not-donor=not-stated&ee-v=1');
  for (const name of ['No country named', 'Donor stated']) {
    await expect(explorer.element.getByRole('button', { name: `Remove filter: ${name}` })).toBeVisible();
  }
});

test('a filter dropped where nothing was found comes back with one press', async ({ page }) => {
  const explorer = await Explorer.open(page, '/?ee-q=xylophone&ee-country=pe&ee-v=1');
  const way = explorer.element.getByRole('button', { name: /^Without the words / });
  await expect(explorer.results).toHaveCount(0);
  const asked = page.url();
  await way.click();
  await expect(explorer.results.first()).toBeVisible();
  await expect(page).not.toHaveURL(asked);

  await explorer.element.getByRole('button', { name: 'Undo' }).click();
  await expect(explorer.results).toHaveCount(0);
  await expect(page).toHaveURL(asked);
  await expect(explorer.element.locator('#results-heading')).toBeFocused();
  await expect(explorer.element.getByRole('button', { name: 'Undo' })).toHaveCount(0);
});

test('the order by budget names the currency in which it compares', async ({ page }) => {
  const explorer = await Explorer.open(page);
  const order = explorer.element.getByLabel('Sort by');
  await expect(order.getByRole('option', { name: /^Largest budget, [A-Z]{3}$/ })).toHaveCount(1);
});

test('while somebody types, the first card is drawn first and the others have their places', async ({
  page,
}) => {
  const explorer = await Explorer.open(page, '/?ee-unit=statements&ee-v=1');
  await expect(explorer.results).toHaveCount(20);
  const first = await explorer.element.evaluate((element) => {
    const list = element.shadowRoot!.querySelector('#results')!;
    const field = element.shadowRoot!.querySelector<HTMLInputElement>('#search')!;
    field.value = 'trafficking';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    const untouched = list.querySelectorAll('mark').length;
    return new Promise<object>((tell) => {
      new MutationObserver((_, observer) => {
        observer.disconnect();
        const [cards, places] = ['article', ':scope > li'].map((it) => list.querySelectorAll(it).length);
        tell({ untouched, cards, places });
      }).observe(list, { childList: true });
    });
  });
  expect(first).toEqual({ untouched: 0, cards: 1, places: 20 });
  await expect(explorer.results).toHaveCount(20);
});

test('what is typed is drawn whole, also the cards that are out of sight', async ({ page }) => {
  const explorer = await Explorer.open(page, '/?ee-unit=statements&ee-v=1');
  await expect(explorer.results).toHaveCount(20);
  await explorer.search.pressSequentially('trafficking', { delay: 20 });
  const found = explorer.element.locator('#results > li');
  await expect(found.locator('mark').first()).toBeVisible();
  await expect(found.filter({ has: page.getByRole('article') })).toHaveCount(await found.count());
  await explorer.search.fill('');
  await expect(explorer.results).toHaveCount(20);
});

test('a record says by which of its words it was found, where its title and text do not', async ({ page }) => {
  const explorer = await Explorer.open(page, '/?ee-q=canada&ee-v=1');
  const reason = explorer.results.first().getByText('Found in donor: Government of Canada');
  await expect(reason).toBeVisible();
  await expect(reason.locator('mark')).toHaveText('Canada');

  await explorer.search.fill('per 17 51');
  await expect(explorer.results.first().getByText(/^Found in project code: PER\/17\/51\/USA/)).toBeVisible();

  await explorer.search.fill('canada training');
  await explorer.element.getByRole('button', { name: /^Statements/ }).click();
  await expect(explorer.results.first().getByText(/^Found in donor: Government of Canada/)).toBeVisible();
});

test('clearing what was chosen for comparison is taken back with one press', async ({ page }) => {
  const chosen = 'ee-compare=unodc-glot59-2024.unodc-xcax75-2019.ilo-per-17-51-usa-2020&ee-beside=ilo-per-17-51-usa-2020';
  const explorer = await Explorer.open(page, `/?${chosen}&ee-v=1`);
  const tray = explorer.element.getByRole('region', { name: 'Chosen for comparison' });
  await tray.getByRole('button', { name: 'Clear' }).click();
  const undo = tray.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeFocused();
  await undo.press('Enter');
  await expect(tray.getByRole('button', { name: 'Compare 3 evaluations' })).toBeFocused();
  await expect.poll(() => page.url()).toContain(chosen);

  await tray.getByRole('button', { name: 'Clear' }).click();
  await explorer.search.fill('peru');
  await expect(tray).toHaveCount(0);
});

test('words that are taken back before they are searched are gone from the field', async ({ page }) => {
  const explorer = await Explorer.open(page);
  const typed = (then: string) =>
    explorer.element.evaluate((element: any, then) => {
      const field = element.shadowRoot.querySelector('#search');
      field.value = 'trafficking';
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      if (then === 'Escape') {
        field.dispatchEvent(new KeyboardEvent('keydown', { key: then, bubbles: true, cancelable: true }));
      } else {
        element.state = { query: then };
      }
    }, then);
  await typed('Escape');
  await expect(explorer.search).toHaveValue('');
  await typed('ee-sort=title&ee-v=1');
  await expect(explorer.search).toHaveValue('');
  await expect(explorer.element.getByLabel('Sort by')).toHaveValue('title');
  await typed('ee-q=gender&ee-v=1');
  await expect(explorer.search).toHaveValue('gender');
});
