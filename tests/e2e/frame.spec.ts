// The explorer in a frame, the script for the page around it, and the one file for a disk.
import { expect, test, type Page } from '@playwright/test';
import { pathToFileURL } from 'node:url';
import { Explorer } from './pages/explorer';
import { openHost } from './pages/host';

const HOST = '<script type="module" src="/embed-host.js"></script>';
const frame = (attributes = '', query = '') =>
  `<iframe data-evaluation-explorer src="/embed.html${query}" title="Evaluations" width="100%" height="300" ${attributes}></iframe>`;

async function started(page: Page): Promise<Explorer> {
  const inside = page.frames().find((it) => it.url().includes('embed.html'))!;
  const explorer = new Explorer(inside as unknown as Page);
  await expect(explorer.search).toBeVisible();
  return explorer;
}

test('a frame takes attributes from its address and grows as it needs', async ({ page }) => {
  await openHost(page, { script: HOST, body: frame('', '?lock=country%3Dpe&base=http://evil.example/') });
  const explorer = await started(page);
  await expect(explorer.results).toHaveCount(2);
  await expect(explorer.element).not.toHaveAttribute('base');
  const height = async () => (await page.locator('iframe').boundingBox())!.height;
  await expect.poll(height).toBeGreaterThan(500);
});

test('links of the page reach the frame, and what happens there stands in the page', async ({ page }) => {
  await openHost(page, { script: HOST, body: frame(), query: '?own=1&ee-country=pe&ee-v=1#part' });
  const explorer = await started(page);
  await expect(explorer.results).toHaveCount(2);
  await explorer.search.fill('training');
  await expect.poll(() => new URL(page.url()).search).toMatch(/^\?own=1&ee-q=training&ee-country=pe/);
  expect(new URL(page.url()).hash).toBe('#part');
});

test('a sandboxed frame works and the page may set its theme', async ({ page }) => {
  await openHost(page, {
    script: HOST,
    body: frame('sandbox="allow-scripts" data-theme="dark"'),
  });
  const explorer = await started(page);
  await expect(explorer.results).toHaveCount(5);
  await expect(explorer.element).toHaveAttribute('theme', 'dark');
});

test('messages of others are not heard, and nothing is said to who did not ask', async ({ page }) => {
  await openHost(page, { script: HOST, body: frame() });
  const explorer = await started(page);
  await expect.poll(async () => (await page.locator('iframe').boundingBox())!.height).toBeGreaterThan(500);
  const before = page.url();
  await page.evaluate(() => {
    const forged = { 'evaluation-explorer': 1, kind: 'change', query: 'ee-country=pe&ee-v=1' };
    postMessage(forged, '*');
    const height = { 'evaluation-explorer': 1, kind: 'height', height: 7 };
    dispatchEvent(new MessageEvent('message', { data: height, origin: 'http://evil.example', source: document.querySelector('iframe')!.contentWindow }));
  });
  await explorer.search.fill('a');
  expect(page.url()).not.toContain('country');
  expect(before).not.toContain('country');
  expect((await page.locator('iframe').boundingBox())!.height).toBeGreaterThan(500);

  await openHost(page, { script: '', body: `<script>heard = []; addEventListener('message', (event) => heard.push(event.data))</script>${frame()}` });
  await started(page);
  expect(await page.evaluate(() => (globalThis as any).heard)).toEqual([]);
});

test('one file opens from a disk with all features', async ({ page }) => {
  test.setTimeout(90_000);
  const file = process.env.EE_SINGLE_FILE;
  if (!file) throw new Error('EE_SINGLE_FILE is not set; run `cargo xtask test e2e`');
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/^https?:/.test(request.url())) asked.push(request.url());
  });
  const explorer = await Explorer.open(page, pathToFileURL(file).href);
  await explorer.pick('Country', 'Peru, 2 evaluations');
  await expect(explorer.results).toHaveCount(2);
  await explorer.chooseForComparison('TRACK4TIP');
  await explorer.chooseForComparison('Child trafficking in Peru');
  await explorer.element.getByRole('button', { name: 'Compare 2 evaluations' }).click();
  // The driver of Firefox reports every address, and here an address holds the whole module: what
  // takes forty milliseconds without it takes many seconds with it.
  await expect(explorer.comparison).toBeVisible({ timeout: 40_000 });
  expect(new URL(page.url()).hash).toContain('ee-compare');
  expect(asked).toEqual([]);
});
