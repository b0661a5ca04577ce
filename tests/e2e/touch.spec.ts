// Under a finger everything that can be pressed is large enough.
import { expect, test } from '@playwright/test';
import { Explorer } from './pages/explorer';
import { STATES, goTo } from './pages/states';

const LEAST = 44;

/** What is pressed on its own, and is smaller than a finger. Links inside a sentence are not. */
const tooSmall = (explorer: Explorer) =>
  explorer.element.evaluate((element, least) => {
    const root = element.shadowRoot!;
    const label = (it: Element) => (it.matches('[type=checkbox], [type=radio]') ? it.closest('label')! : it);
    return [...root.querySelectorAll('a, button, select, input')]
      .filter((it) => it.checkVisibility() && !it.closest('.visually-hidden'))
      .map(label)
      .map((it) => ({ it, box: it.getBoundingClientRect() }))
      // Half a pixel may be lost where the screen has no whole one.
      .filter(({ it, box }) => box.height < least - 0.5 || (it.matches('button') && box.width < least - 0.5))
      .map(({ it, box }) => `${it.className || it.tagName} ${Math.round(box.width)}×${Math.round(box.height)}: ${it.textContent!.slice(0, 30)}`);
  }, LEAST);

test('everything that can be pressed is 44 pixels large on a touch screen', async ({ page }, { project }) => {
  test.skip(project.name !== 'phone', 'a mouse is finer');
  const explorer = await Explorer.open(page);
  for (const [name, state] of Object.entries(STATES)) {
    await goTo(explorer, state);
    expect(await tooSmall(explorer), name).toEqual([]);
  }
});

test('the sheet of filters is large enough for fingers, open groups too', async ({ page }, { project }) => {
  test.skip(project.name !== 'phone', 'a mouse is finer');
  const explorer = await Explorer.open(page);
  await explorer.element.getByRole('button', { name: /^Filters/ }).click();
  const closed = explorer.element.locator('.facet-group-toggle[aria-expanded=false]');
  for (let groups = await closed.count(); groups > 0; groups -= 1) await closed.first().click();
  await expect(closed).toHaveCount(0);
  expect(await tooSmall(explorer)).toEqual([]);
});
