// What a host page says to the element, and what it hears.
import { expect, test, type Page } from '@playwright/test';
import { Explorer } from './pages/explorer';
import { hear, openHost, tag } from './pages/host';

async function opened(page: Page, attributes: string, query = ''): Promise<Explorer> {
  await openHost(page, { attributes, query });
  const explorer = new Explorer(page);
  await expect(explorer.search.or(explorer.results.first()).first()).toBeVisible();
  return explorer;
}

const set = (explorer: Explorer, values: Record<string, unknown>) =>
  explorer.element.evaluate((element, values) => Object.assign(element, values), values);

test.describe('attributes', () => {
  test('a lock narrows every result and count, is shown, and cannot be removed', async ({ page }) => {
    const explorer = await opened(page, 'lock="country=pe&amp;not-kind=accomplishment"');
    await expect(explorer.results).toHaveCount(2);
    await expect(explorer.element.getByRole('list', { name: 'Active filters' })).toContainText(
      'Peru' + 'set by this page',
    );
    await expect(explorer.facet('Country')).toHaveCount(0);
    await expect(explorer.element.getByRole('button', { name: 'Clear all' }).first()).toBeHidden();
    await explorer.search.fill('xyzzyxyzzy');
    await explorer.element.getByRole('button', { name: 'Start again' }).click();
    await expect(explorer.results).toHaveCount(2);
    expect(page.url()).not.toContain('country');
    await set(explorer, { state: 'ee-country=co&ee-v=1' });
    await expect(explorer.results).toHaveCount(2);
  });

  test('a link that asks for more than the lock shows is told so', async ({ page }) => {
    const explorer = await opened(page, 'lock="country=pe"', '?ee-country=co&ee-v=1');
    await expect(explorer.element).toContainText('This page shows only a part of the evaluations');
    await expect(explorer.results).toHaveCount(2);
  });

  test('a lock can be set, changed and taken away at run time', async ({ page }) => {
    const explorer = await opened(page, '');
    await expect(explorer.results).toHaveCount(5);
    await set(explorer, { lock: 'country=pe' });
    await expect(explorer.results).toHaveCount(2);
    await set(explorer, { lock: null });
    await expect(explorer.results).toHaveCount(5);
  });

  test('a preset is where the page starts, and readers can leave it', async ({ page }) => {
    const explorer = await opened(page, 'preset="country=pe" unit="statements"');
    await expect(explorer.element.locator('#results-heading')).toContainText('statements');
    await expect(explorer.element.locator('#results-heading')).toContainText('Peru');
    expect(new URL(page.url()).search).toBe('');
    await set(explorer, { unit: 'evaluations' });
    await expect(explorer.results).toHaveCount(2);
    await explorer.element.getByRole('button', { name: 'Clear all' }).last().click();
    await expect(explorer.results).toHaveCount(5);
    await explorer.element.evaluate((it: any) => it.reset());
    await expect(explorer.element.locator('#results-heading')).toHaveText('2 evaluations in Peru');
  });

  test('what is hidden is not shown, and comes back', async ({ page }) => {
    const explorer = await opened(page, 'hide="facets share footer sort"');
    // A footer inside a section has no role by which it could be found.
    const footer = explorer.element.locator('.explorer-foot');
    await expect(explorer.facet('Country')).toBeHidden();
    await expect(explorer.element.getByRole('button', { name: /^Filters/ })).toBeHidden();
    await expect(explorer.element.getByRole('button', { name: 'Share this view' })).toBeHidden();
    await expect(footer).toBeHidden();
    await set(explorer, { hide: '' });
    await expect(footer).toBeVisible();
    await expect(explorer.element.getByRole('button', { name: 'Share this view' })).toBeVisible();
  });

  test('a bad value is told once in the console, and the default holds', async ({ page }) => {
    const told: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'warning') told.push(message.text());
    });
    const bad =
      'theme="pink" page-size="3" heading-level="9" url="no" hide="all" lock="q=x" height="tall"' +
      ' open-in="javascript:alert(1)"';
    const explorer = await opened(page, bad);
    await expect(explorer.results).toHaveCount(5);
    const names = () => told.map((text) => /> ([a-z-]+)=/.exec(text)?.[1]).filter(Boolean).sort();
    const all = ['heading-level', 'height', 'hide', 'lock', 'open-in', 'page-size', 'theme', 'url'];
    await expect.poll(names).toEqual(all);
    await set(explorer, { label: 'Again' });
    await expect(explorer.element.getByRole('region', { name: 'Again' })).toBeVisible();
    expect(names()).toEqual(all);
    await set(explorer, { density: 'tight' });
    await expect.poll(names).toContain('density');
  });

  test('a height makes a box that scrolls', async ({ page }) => {
    const explorer = await opened(page, 'height="300px"');
    const box = await explorer.element.boundingBox();
    expect(box!.height).toBe(300);
    await set(explorer, { height: 'grow' });
    await expect.poll(async () => (await explorer.element.boundingBox())!.height).toBeGreaterThan(600);
  });

  test('in a box that scrolls, Back gives the place in it back', async ({ page }) => {
    const explorer = await opened(page, 'height="400px"');
    const place = () =>
      explorer.element.evaluate((it) => Math.round(it.shadowRoot!.firstElementChild!.scrollTop));
    await explorer.element.evaluate((it) => it.shadowRoot!.firstElementChild!.scrollTo(0, 600));
    const before = await place();
    expect(before).toBeGreaterThan(300);
    // Pressed where it stands: Playwright would scroll it into view first.
    await explorer.results.getByRole('link').last().evaluate((it: HTMLElement) => it.click());
    const title = explorer.element.locator('#page-title');
    await expect(title).toBeVisible();
    const isInBox = () =>
      title.evaluate((it) => {
        const box = (it.getRootNode() as ShadowRoot).firstElementChild!.getBoundingClientRect();
        const { top } = it.getBoundingClientRect();
        return top >= box.top && top < box.bottom;
      });
    await expect.poll(isInBox).toBe(true);
    expect(await place()).not.toBe(before);
    await page.goBack();
    await expect(explorer.results).toHaveCount(5);
    await expect.poll(place).toBe(before);
  });

  test('label, heading level and page size change at run time and keep the view', async ({ page }) => {
    const explorer = await opened(page, 'unit="statements" page-size="10"');
    await expect(explorer.results).toHaveCount(10);
    await explorer.search.fill('training');
    const sentence = '14 statements matching “training” from 5 evaluations';
    await expect(explorer.element.locator('#results-heading')).toHaveText(sentence);
    await set(explorer, { pageSize: 5, headingLevel: 4, label: 'Named' });
    await expect(explorer.results).toHaveCount(5);
    await expect(explorer.element.locator('#results-heading')).toHaveText(sentence);
    await expect(explorer.element.locator('#results-heading')).toHaveAttribute('aria-level', '4');
  });

  test('compact takes less room', async ({ page }) => {
    const explorer = await opened(page, '');
    const height = async () => (await explorer.results.first().boundingBox())!.height;
    const before = await height();
    await set(explorer, { density: 'compact' });
    await expect.poll(height).toBeLessThan(before);
  });
});

test.describe('a set that lies elsewhere', () => {
  const SET = '**/own.eep';

  test('a wrong file is refused in words, and trying again loads the right one', async ({ page }) => {
    const errors = await hear(page, 'ee-error');
    let body = '<!doctype html>not a set';
    await page.route(SET, (route) => route.fulfill({ body, contentType: 'text/html' }));
    await openHost(page, { attributes: 'src="own.eep"' });
    const element = page.locator('evaluation-explorer');
    await expect(element.getByRole('alert')).toContainText('expected a packed set of evaluations');
    await expect(page.getByRole('link', { name: 'the list of evaluations' })).toBeVisible();
    body = 'EE';
    await element.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(async () => (await errors()).length).toBe(2);
    expect((await errors()).map((error) => error.code)).toEqual(['data-type', 'data-type']);
  });

  test('a set that is missing says with which answer', async ({ page }) => {
    const errors = await hear(page, 'ee-error');
    await page.route(SET, (route) => route.fulfill({ status: 404, body: 'gone' }));
    await openHost(page, { attributes: 'src="own.eep"' });
    await expect(page.locator('evaluation-explorer').getByRole('alert')).toContainText('404');
    expect((await errors())[0].code).toBe('data-fetch');
  });
});

test.describe('properties, methods and events', () => {
  test('what was set before the script came is taken over', async ({ page }) => {
    await openHost(page, { script: '' });
    await page.evaluate(() => {
      const element = document.querySelector('evaluation-explorer') as any;
      element.state = 'ee-country=pe&ee-v=1';
      element.headingLevel = 3;
    });
    await page.addScriptTag({ url: '/evaluation-explorer.js', type: 'module' });
    const explorer = new Explorer(page);
    await expect(explorer.results).toHaveCount(2);
    await expect(explorer.element).toHaveAttribute('heading-level', '3');
  });

  test('state, results, share, reset and focus', async ({ page }) => {
    const explorer = await opened(page, '');
    const ask = <T>(act: (element: any) => T) => explorer.element.evaluate(act);
    await ask((it) => (it.state = { query: 'ee-country=pe&ee-v=1' }));
    expect(await ask((it) => it.state)).toEqual({ query: 'ee-country=pe&ee-v=1' });
    const results = await ask((it) => it.results);
    expect(results.evaluations).toHaveLength(2);
    expect(results.counts).toEqual({ evaluations: 2, statements: results.statements.length });
    expect(results.sentence).toContain('Peru');
    expect(await ask((it) => it.share())).toContain('ee-country=pe');
    await ask((it) => it.focus());
    await expect(explorer.search).toBeFocused();
    await explorer.chooseForComparison('TRACK4TIP');
    await ask((it) => it.reset());
    await expect(explorer.results).toHaveCount(5);
    await page.goBack();
    await expect(explorer.results).toHaveCount(2);
  });

  test('whenReady starts an explorer that waits, and rejects when it cannot start', async ({
    page,
  }) => {
    await openHost(page, { body: `<div style="height:5000px"></div>${tag()}` });
    const ready = (it: any) => it.whenReady().then((same: unknown) => same === it);
    expect(await page.locator('evaluation-explorer').evaluate(ready)).toBe(true);

    await page.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: 'gone' }));
    await page.reload();
    const refused = (it: any) => it.whenReady().catch((error: any) => error.code);
    expect(await page.locator('evaluation-explorer').evaluate(refused)).toBe('payload');
  });

  test('ready and change are told with plain objects', async ({ page }) => {
    const [ready, changes] = [await hear(page, 'ee-ready'), await hear(page, 'ee-change')];
    const explorer = await opened(page, '');
    await expect.poll(ready).toEqual([
      {
        version: expect.any(String),
        title: expect.any(String),
        dataDate: expect.stringMatching(/^\d{4}/),
        evaluations: 5,
        statements: 133,
      },
    ]);
    await explorer.pick('Country', 'Peru, 2 evaluations');
    expect(await changes()).toEqual([
      {
        state: { query: 'ee-country=pe&ee-v=1' },
        sentence: expect.stringContaining('Peru'),
        link: expect.stringContaining('ee-country=pe'),
      },
    ]);
  });

  test('a page may open records in its own way', async ({ page }) => {
    const opens = await hear(page, 'ee-open');
    const explorer = await opened(page, '');
    await page.evaluate(() =>
      document.addEventListener('ee-open', (event) => event.preventDefault()));
    await explorer.results.getByRole('link').first().click();
    await expect(explorer.results).toHaveCount(5);
    const [detail] = await opens();
    expect(detail).toMatchObject({ kind: 'evaluation', id: expect.any(String) });
    expect(detail.link).toContain(`ee-open=${detail.id}`);
  });
});

test.describe('the view in another page', () => {
  test('is offered as markup that gives the same results, live and locked', async ({ page }) => {
    const explorer = await opened(page, '');
    await explorer.pick('Country', 'Peru, 2 evaluations');
    await explorer.element.getByRole('button', { name: 'Embed this view' }).click();
    const dialog = explorer.element.getByRole('dialog', { name: 'Embed this view' });
    const code = dialog.getByRole('textbox', { name: 'Code to copy' });
    await expect(code).toHaveValue(/<evaluation-explorer preset="ee-country=pe&amp;ee-v=1">/);
    await dialog.getByRole('radio', { name: 'They stay as they are' }).check();
    await expect(code).toHaveValue(/<evaluation-explorer lock="ee-country=pe&amp;ee-v=1">/);
    const tagged = await code.inputValue();
    await dialog.getByRole('radio', { name: 'Scripts, but no new tags' }).check();
    const placed = await code.inputValue();
    await dialog.getByRole('radio', { name: 'Frames' }).check();
    const framed = await code.inputValue();

    for (const body of [tagged, placed]) {
      await page.unroute('**/hosts/made.html*');
      await openHost(page, { script: '', body });
      const other = new Explorer(page);
      await expect(other.results).toHaveCount(2);
      await expect(other.element.locator('.chip.fixed')).toHaveCount(1);
    }
    await page.unroute('**/hosts/made.html*');
    await openHost(page, { script: '', body: framed });
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('list', { name: 'Results' }).getByRole('article')).toHaveCount(2);
  });
});

test.describe('the self-test', () => {
  const lines = (page: Page) => page.locator('evaluation-explorer').getByRole('listitem');

  test('finds nothing wrong where nothing is', async ({ page }) => {
    await openHost(page, { query: '?ee-diagnose' });
    await expect(lines(page).filter({ hasText: '✓' })).toHaveCount(10);
    await expect(lines(page).filter({ hasText: '✗' })).toHaveCount(0);
    await expect(lines(page).filter({ hasText: '5 evaluations, 133 statements' })).toHaveCount(1);
    await expect(lines(page).filter({ hasText: 'type application/wasm' })).toHaveCount(3);
  });

  test('names the line that a policy lacks, and a clash of prefixes', async ({ page }) => {
    await openHost(page, {
      body: tag('diagnose') + tag(),
      headers: { 'Content-Security-Policy': "script-src 'self'; connect-src 'self'" },
    });
    const bad = page.locator('evaluation-explorer').first().getByRole('listitem').filter({ hasText: '✗' });
    await expect(bad.filter({ hasText: "Add 'wasm-unsafe-eval' to script-src" })).toHaveCount(1);
    await expect(bad.filter({ hasText: 'writes links beginning with “ee-” too' })).toHaveCount(1);
  });
});
