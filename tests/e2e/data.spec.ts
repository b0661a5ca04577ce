// Sets that pages bring: files that lie elsewhere, and objects that a script has.
import { expect, test, type Page } from '@playwright/test';
import { Explorer } from './pages/explorer';
import { errorsOf, hear, openHost, tag } from './pages/host';
import { exportedSet, packedSet } from './pages/sets';

const SET = '**/own.eep';
const TYPE = 'application/octet-stream';
const codes = async (heard: () => Promise<any[]>) => (await heard()).map((error) => error.code);
const fallback = (page: Page) => page.getByRole('link', { name: 'the list of evaluations' });

const give = (explorer: Explorer, objects: unknown) =>
  explorer.element.evaluate((it: any, objects) => (it.dataset = objects), objects);

async function opened(page: Page, attributes = ''): Promise<Explorer> {
  await openHost(page, { attributes });
  const explorer = new Explorer(page);
  await expect(explorer.results.first()).toBeVisible();
  return explorer;
}

test.describe('a packed file', () => {
  test('is shown when it has arrived, and until then how much has', async ({ page }) => {
    // A stream that the test ends: what Playwright answers comes as a whole.
    await page.addInitScript((bytes) => {
      const { fetch } = globalThis;
      const set = Uint8Array.from(bytes);
      const half = set.length / 2;
      globalThis.fetch = async (...given) => {
        if (!String(given[0]).endsWith('own.eep')) return fetch(...given);
        const body = new ReadableStream({
          start(stream) {
            stream.enqueue(set.slice(0, half));
            (globalThis as any).arrive = () => {
              stream.enqueue(set.slice(half));
              stream.close();
            };
          },
        });
        return new Response(body, { headers: { 'Content-Length': String(set.length) } });
      };
    }, [...packedSet()]);
    await openHost(page, { attributes: 'src="own.eep"' });
    const explorer = new Explorer(page);
    const progress = explorer.element.getByText(/\d\.\d \/ \d\.\d MB/);
    await expect(progress).toBeVisible();
    await expect(fallback(page)).toBeVisible();
    await page.evaluate(() => (globalThis as any).arrive());
    await expect(explorer.results).toHaveCount(2);
    await expect(progress).toBeHidden();
  });

  test('that was missing at first is shown when it is tried again', async ({ page }) => {
    let isThere = false;
    const body = packedSet();
    await page.route(SET, (route) =>
      route.fulfill(isThere ? { body, contentType: TYPE } : { status: 404, body: 'gone' }));
    await openHost(page, { attributes: 'src="own.eep"' });
    const explorer = new Explorer(page);
    await expect(explorer.element.getByRole('alert')).toContainText('404');
    await expect(fallback(page)).toBeVisible();
    isThere = true;
    await explorer.element.getByRole('button', { name: 'Try again' }).click();
    await expect(explorer.results).toHaveCount(2);
    await expect(fallback(page)).toBeHidden();
  });

  test('that was missing is replaced by another address', async ({ page }) => {
    await page.route(SET, (route) => route.fulfill({ body: packedSet(), contentType: TYPE }));
    await page.route('**/lost.eep', (route) => route.fulfill({ status: 404, body: 'gone' }));
    await openHost(page, { attributes: 'src="lost.eep"' });
    const explorer = new Explorer(page);
    await expect(explorer.element.getByRole('alert')).toBeVisible();
    await explorer.element.evaluate((it: any) => (it.src = 'own.eep'));
    await expect(explorer.results).toHaveCount(2);
  });

  test('stands beside the set of the widget, each with results of its own', async ({ page }) => {
    await page.route(SET, (route) => route.fulfill({ body: packedSet(), contentType: TYPE }));
    await openHost(page, {
      body: tag('src="own.eep" loading="eager"') + tag('url-prefix="b-" loading="eager"'),
    });
    const [own, built] = [new Explorer(page), new Explorer(page, 1)];
    await expect(own.results).toHaveCount(2);
    await expect(built.results).toHaveCount(5);
    await built.pick('Country', 'Peru, 2 evaluations');
    await expect(built.results).toHaveCount(2);
    await own.search.fill('bridge');
    await expect(own.element.locator('#results-heading')).toContainText('bridge');
    await expect(built.element.locator('#results-heading')).not.toContainText('bridge');
  });
});

test.describe('objects of the JSON export', () => {
  test('are shown in place of the set that was there, and taken back', async ({ page }) => {
    const ready = await hear(page, 'ee-ready');
    const explorer = await opened(page, 'data-own="kept"');
    await expect(explorer.results).toHaveCount(5);
    const objects = exportedSet();
    await give(explorer, objects);
    await expect(explorer.results).toHaveCount(2);
    expect((await ready()).at(-1)).toMatchObject({ title: objects.title, evaluations: 2 });
    expect(await explorer.titles()).toContain(objects.evaluations[0].title);
    expect(await explorer.element.evaluate((it) => it.dataset.own)).toBe('kept');
    await give(explorer, null);
    await expect(explorer.results).toHaveCount(5);
  });

  test('that are given before the start are what it starts with', async ({ page }) => {
    await openHost(page, { body: `<div style="height:5000px"></div>${tag()}` });
    await page.evaluate(() => customElements.whenDefined('evaluation-explorer'));
    const explorer = new Explorer(page);
    await give(explorer, exportedSet());
    await explorer.element.evaluate((it: any) => it.whenReady().then(() => undefined));
    await explorer.element.scrollIntoViewIfNeeded();
    await expect(explorer.results).toHaveCount(2);
  });

  test('that are wrong are told with their place, and what was there stays', async ({ page }) => {
    const heard = await hear(page, 'ee-error');
    const errors = errorsOf(page);
    const explorer = await opened(page);
    await explorer.pick('Country', 'Peru, 2 evaluations');
    const spoilt = (spoil: (set: any) => void) => {
      const set = exportedSet();
      spoil(set);
      return set;
    };
    const wrong: [unknown, string, string][] = [
      ['a text', 'data-type', ''],
      [{}, 'data-type', 'format'],
      [spoilt((set) => (set.format = 'geojson')), 'data-type', 'geojson'],
      [spoilt((set) => (set.version = 9)), 'data-version', 'found 9'],
      [spoilt((set) => delete set.title), 'data-malformed', 'missing field `title`'],
      [
        spoilt((set) => (set.evaluations[1].kind.timing = 'finale')),
        'data-malformed',
        'evaluations[1].kind.timing: not a code of Timing',
      ],
      [spoilt((set) => (set.evaluations[0].titel = 'x')), 'data-malformed', 'unknown field `titel`'],
      [spoilt((set) => (set.evaluations[0].agency = 'nobody')), 'data-malformed', 'found "nobody"'],
      [spoilt((set) => set.evaluations.push(set.evaluations[0])), 'data-malformed', 'twice'],
    ];
    for (const [objects, code, words] of wrong) {
      const before = (await heard()).length;
      await give(explorer, objects);
      await expect.poll(async () => (await heard()).length).toBe(before + 1);
      const error = (await heard()).at(-1);
      expect(error.code, words).toBe(code);
      expect(error.message).toContain(words);
      expect(error.hint).not.toBe('');
      await expect(explorer.results).toHaveCount(2);
      await expect(explorer.element.locator('#results-heading')).toContainText('Peru');
    }
    expect(errors).toEqual([]);
    await give(explorer, exportedSet());
    await expect(explorer.element.locator('.explorer-foot')).toContainText(exportedSet().title);
  });

  test('that are wrong from the start leave the content of the tag, until right ones come', async ({
    page,
  }) => {
    const heard = await hear(page, 'ee-error');
    await openHost(page, { body: `<div style="height:5000px"></div>${tag()}` });
    await page.evaluate(() => customElements.whenDefined('evaluation-explorer'));
    const explorer = new Explorer(page);
    await give(explorer, { format: 'evaluation-explorer', version: 1 });
    await explorer.element.scrollIntoViewIfNeeded();
    await expect(explorer.element.getByRole('alert')).toContainText('missing field');
    await expect(fallback(page)).toBeVisible();
    expect(await codes(heard)).toEqual(['data-malformed']);
    await give(explorer, exportedSet());
    await expect(explorer.results).toHaveCount(2);
  });
});

test('markup, script addresses and hidden directions in a packed set are text and run nothing', async ({
  page,
}) => {
  const MARKUP = '<img src=x onerror="globalThis.hit=1"><script>hit=1</script>\u202egnp.exe';
  const set = exportedSet();
  set.title = MARKUP;
  for (const evaluation of set.evaluations) {
    evaluation.title = `${MARKUP} ${evaluation.title}`;
    evaluation.short_title = MARKUP;
    evaluation.notes = [MARKUP];
    evaluation.report = { url: 'javascript:hit=1', target: 'report' };
    for (const statement of evaluation.statements) {
      statement.text = `${MARKUP} ${statement.text}`;
      statement.note = MARKUP;
    }
  }
  for (const term of Object.values<any>(set.vocabulary).flat()) term.labels[0].text += MARKUP;
  // Nobody checks it: the packer of the release makes the file that `evaluations pack` refuses.
  const manifest = await (await page.request.get('/manifest.json')).json();
  const packer = manifest.files.find(({ name }: any) => /^packer-.*\.js$/.test(name)).name;
  const errors = errorsOf(page);
  await openHost(page, { body: '' });
  const bytes: number[] = await page.evaluate(
    async ([packer, set]) => {
      const { default: start, pack } = await import(packer);
      await start();
      return [...pack(set)];
    },
    [`/${packer}`, set] as const,
  );
  await page.route(SET, (route) =>
    route.fulfill({ body: Buffer.from(bytes), contentType: TYPE }));
  await page.unroute('**/hosts/made.html*');

  const explorer = await opened(page, 'src="own.eep"');
  await expect(explorer.results).toHaveCount(2);
  await expect(explorer.results.first()).toContainText('onerror=');
  const ids: string[] = set.evaluations.map((it: any) => it.id);
  for (const query of [
    'ee-unit=statements&ee-v=1',
    `ee-open=${ids[0]}&ee-v=1`,
    `ee-view=compare&ee-compare=${ids.join('.')}&ee-v=1`,
    'ee-view=matrix&ee-v=1',
  ]) {
    await explorer.element.evaluate((it: any, query) => (it.state = query), query);
    await expect(explorer.element).toContainText('onerror=');
    const found = await explorer.element.evaluate((element) => {
      const root = element.shadowRoot!;
      const made = 'img, script, iframe, [onload], [onerror]';
      const links = [...root.querySelectorAll('a')];
      return {
        made: root.querySelectorAll(made).length,
        scripts: links.filter((it) => it.protocol === 'javascript:').length,
      };
    });
    expect(found, query).toEqual({ made: 0, scripts: 0 });
  }
  await explorer.element.evaluate((it: any, query) => (it.state = query), `ee-open=${ids[0]}&ee-v=1`);
  await expect(explorer.element.getByText('javascript:hit=1', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => (globalThis as any).hit)).toBeUndefined();
  expect(errors).toEqual([]);
});
