// How an explorer ends: five hundred times without a trace, and once by a panic.
import { expect, test } from '@playwright/test';
import { Explorer } from './pages/explorer';
import { errorsOf, hear, openHost, tag } from './pages/host';

test('five hundred mounts and unmounts leave no memory and no listener behind', async ({ page }) => {
  test.setTimeout(240_000);
  await page.addInitScript(() => {
    const { instantiateStreaming, instantiate } = WebAssembly;
    const keep = async (made: Promise<any>) => {
      const result = await made;
      // The first module has it; those that come later use it.
      (globalThis as any).memory ??= (result.instance ?? result).exports.memory;
      return result;
    };
    WebAssembly.instantiateStreaming = (...given) => keep(instantiateStreaming(...given));
    WebAssembly.instantiate = ((...given: [any, any]) => keep(instantiate(...given))) as any;
    // How many listeners there are on what outlives a widget.
    let listening = 0;
    for (const target of [window, document] as any[]) {
      const { addEventListener, removeEventListener } = target;
      target.addEventListener = (...given: any[]) => {
        listening += 1;
        addEventListener.apply(target, given);
      };
      target.removeEventListener = (...given: any[]) => {
        listening -= 1;
        removeEventListener.apply(target, given);
      };
    }
    (globalThis as any).listening = () => listening;
  });
  await openHost(page, { body: '<div id="place"></div>' });
  const after = (times: number) =>
    page.evaluate(async (times) => {
      const place = document.querySelector('#place')!;
      for (let time = 0; time < times; time += 1) {
        const element = document.createElement('evaluation-explorer') as any;
        place.append(element);
        await element.whenReady();
        element.remove();
        await Promise.resolve();
      }
      const { memory, listening } = globalThis as any;
      return { bytes: memory.buffer.byteLength, listening: listening() };
    }, times);
  // The memory grows to what the first ones need, and no further.
  const first = await after(150);
  expect(await after(500)).toEqual(first);
  expect(first.listening).toBe(0);
});

test('an explorer that is removed while somebody types leaves nothing to be done', async ({ page }) => {
  const errors = errorsOf(page);
  await openHost(page, { body: tag('unit="statements"') });
  const explorer = new Explorer(page);
  await expect(explorer.results).toHaveCount(20);
  // In each round the widget goes a little later: before the answer, before the cards, between them.
  for (const tasks of [0, 1, 2, 3, 4]) {
    await page.evaluate(async (tasks) => {
      const element = document.querySelector('evaluation-explorer') as any;
      await element.whenReady();
      const field = element.shadowRoot.querySelector('input[type=search]');
      field.value = 'trafficking'.slice(0, 4 + tasks);
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      for (let task = 0; task < tasks; task += 1) await new Promise((done) => setTimeout(done));
      const [{ parentElement }, fresh] = [element, element.cloneNode()];
      element.remove();
      await new Promise((done) => setTimeout(done, 50));
      parentElement.append(fresh);
    }, tasks);
  }
  await explorer.search.fill('training');
  await expect(explorer.results.locator('mark').first()).toBeVisible();
  expect(errors).toEqual([]);
});

test('a panic in one explorer leaves the page alive, and trying again brings it back', async ({
  page,
}) => {
  const heard = await hear(page, 'ee-error');
  await openHost(page, {
    body: `${tag('url-prefix="a-"')}${tag('url-prefix="b-" loading="eager"')}
      <button type="button" id="own" onclick="this.textContent = 'still here'">Own</button>`,
  });
  const [first, second] = [new Explorer(page), new Explorer(page, 1)];
  await expect(first.search).toBeVisible();
  await expect(second.results).toHaveCount(5);
  await first.pick('Country', 'Peru, 2 evaluations');
  await expect(first.results).toHaveCount(2);
  errorsOf(page);

  // Rust expects that a browser can make elements; a page that breaks this makes it panic.
  await page.evaluate(() => {
    const { createElement } = document;
    (document as any).createElement = (name: string) => {
      if (name === 'article') throw new DOMException('broken by the page');
      return createElement.call(document, name);
    };
    (globalThis as any).mend = () => delete (document as any).createElement;
  });
  await second.search.fill('training');
  for (const explorer of [first, second]) {
    await expect(explorer.element.getByRole('alert')).toBeVisible();
    await expect(explorer.element.getByRole('link', { name: 'the list of' })).toBeVisible();
  }
  expect((await heard()).map((error) => error.code)).toEqual(['panic', 'panic']);
  await page.locator('#own').click();
  await expect(page.locator('#own')).toHaveText('still here');

  await page.evaluate(() => (globalThis as any).mend());
  await first.element.getByRole('button', { name: 'Try again' }).click();
  await expect(first.results).toHaveCount(2);
  await first.search.fill('shelter');
  await expect(first.element.locator('#results-heading')).toContainText('shelter');
});
