// Pictures of every state for the eyes of whoever changes the look, taken by
// `cargo xtask screenshots` into `target/pictures/`, which nobody tracks.
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { Explorer } from './pages/explorer';
import { openHost, tag } from './pages/host';

const folder = join(__dirname, '../../target/pictures');

const PAIR = 'unodc-glot59-2024.ilo-per-17-51-usa-2020';
const FOUR = `${PAIR}.unodc-mexw55-mexw64-2022.unodc-xcax75-2019`;

interface Shot {
  query?: string;
  act?: (explorer: Explorer) => Promise<unknown>;
}

const press = (name: string | RegExp) => (explorer: Explorer) =>
  explorer.element.getByRole('button', { name }).first().click();

const SHOTS: Record<string, Shot> = {
  list: {},
  statements: { query: 'ee-unit=statements&ee-q=training' },
  filtered: { query: 'ee-country=pe&ee-not-kind=accomplishment&ee-donor=not-stated&ee-status=active.2018-06-30' },
  filters: { act: async (explorer) => {
    const open = explorer.element.getByRole('button', { name: /^Filters/ });
    if (await open.isVisible()) await open.click();
  } },
  evaluation: { query: 'ee-open=unodc-glot59-2024' },
  'compare-2': { query: `ee-view=compare&ee-compare=${PAIR}` },
  'compare-4': { query: `ee-view=compare&ee-compare=${FOUR}` },
  'compare-statements': {
    query: `ee-unit=statements&ee-view=compare&ee-theme=training-of-trainers&ee-compare=${FOUR}`,
  },
  tray: { query: `ee-compare=${PAIR}` },
  matrix: { query: 'ee-view=matrix' },
  places: { query: 'ee-view=places' },
  time: { query: 'ee-view=time' },
  money: { query: 'ee-view=money' },
  table: { query: 'ee-view=time&ee-as=table' },
  nothing: { query: 'ee-q=xylophone&ee-country=pe' },
  reading: { query: 'ee-view=reading&ee-list=unodc-glot59-2024-r1.ilo-per-17-51-usa-2020-l1' },
  tension: { query: 'ee-view=matrix&ee-open=cell.impact.unodc-glot59-2024' },
  share: { act: press('Share this view') },
  export: { act: press('Export') },
  embed: { act: press('Embed this view') },
};

interface Look {
  widths: number[];
  html?: string;
  attributes?: string;
  head?: string;
  media?: Parameters<Page['emulateMedia']>[0];
}

const LOOKS: Record<string, Look> = {
  light: { widths: [320, 390, 768, 1280] },
  dark: {
    widths: [390, 1280],
    attributes: 'theme="dark"',
    head: '<style>body { background: #12191f; color: #e8edf2 }</style>',
  },
  forced: { widths: [390, 1280], media: { forcedColors: 'active' } },
  rtl: { widths: [390], html: 'lang="ar" dir="rtl"' },
  print: { widths: [794], media: { media: 'print' } },
  large: { widths: [1280], head: '<style>evaluation-explorer { --ee-font-size: 2em }</style>' },
};

/** What the wasm of a failing state would hide: a picture of nothing. */
async function shown(explorer: Explorer, look: string) {
  await expect(explorer.element.locator('.explorer')).toBeVisible();
  await expect(explorer.element.locator('.waiting')).toHaveCount(0);
  if (look !== 'print') await expect(explorer.search).toBeVisible();
}

for (const [look, { widths, media, ...host }] of Object.entries(LOOKS)) {
  for (const width of widths) {
    test.describe(`${look} at ${width}`, () => {
      test.use({ hasTouch: width < 768, isMobile: width < 768, viewport: { width, height: 844 } });
      for (const [state, { query = '', act }] of Object.entries(SHOTS)) {
        test(state, async ({ page }) => {
          await openHost(page, {
            ...host,
            body: tag(`loading="eager" ${host.attributes ?? ''}`),
            query: query && `?${query}&ee-v=1`,
          });
          const explorer = new Explorer(page);
          await shown(explorer, 'screen');
          await act?.(explorer);
          if (media) await page.emulateMedia(media);
          await shown(explorer, look);
          await page.screenshot({
            path: join(folder, look, `${state}-${width}.png`),
            // A dialog is as high as the screen.
            fullPage: !act,
            animations: 'disabled',
          });
        });
      }
    });
  }
}
