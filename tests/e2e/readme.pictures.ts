// The pictures of the README, taken anew by `cargo xtask screenshots`.
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Explorer } from './pages/explorer';

const place = (name: string) => join(__dirname, '../../docs/pictures', name);

test('the explorer in a page', async ({ page }) => {
  const explorer = await Explorer.open(page, '/?ee-country=pe&ee-v=1');
  await expect(explorer.results).toHaveCount(2);
  await page.screenshot({ path: place('explorer.png'), animations: 'disabled' });
});

test('two evaluations side by side', async ({ page }) => {
  const explorer = await Explorer.open(page, '/?ee-country=pe&ee-v=1');
  await explorer.chooseForComparison('TRACK4TIP');
  await explorer.chooseForComparison('Child trafficking in Peru');
  await explorer.compare(2);
  await page.screenshot({ path: place('comparison.png'), animations: 'disabled' });
});

test('the explorer on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const explorer = await Explorer.open(page, '/?ee-country=pe&ee-v=1');
  await expect(explorer.results).toHaveCount(2);
  await page.screenshot({ path: place('phone.png'), animations: 'disabled' });
});
