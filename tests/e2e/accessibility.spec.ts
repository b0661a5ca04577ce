// What WCAG asks of every state, beyond what the tests of each feature look at. What these tests
// stand for is listed, criterion by criterion, in docs/accessibility.md.
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './pages/axe';
import { Explorer } from './pages/explorer';
import { openHost, tag } from './pages/host';
import { STATES, goTo } from './pages/states';

const TRACK4TIP = 'TRACK4TIP';
const PERU = 'Child trafficking in Peru';

// Every state is gone through in one test, which takes its time on a busy machine.
test.describe.configure({ timeout: 180_000 });

const CONTROLS = /^- '?(button|link|checkbox|radio|textbox|searchbox|combobox|spinbutton)( "(.*)")?/;

/** How far the page reaches beyond its window, in pixels. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function opened(page: Page, head = '', attributes = ''): Promise<Explorer> {
  await openHost(page, { head, attributes: `loading="eager" url="off" ${attributes}` });
  const explorer = new Explorer(page);
  await expect(explorer.results.first()).toBeVisible();
  return explorer;
}

for (const theme of ['light', 'dark']) {
  test(`every state is accessible to axe in the ${theme} theme`, async ({ page, browserName }) => {
    test.skip(browserName === 'firefox', 'axe reads the tree and the styles, which are the same');
    const explorer = await opened(page, '', `theme="${theme}"`);
    for (const [name, state] of Object.entries(STATES)) {
      await goTo(explorer, state);
      await expectAccessible(page, name);
    }
  });

  test(`every dialog is accessible to axe in the ${theme} theme`, async ({ page, browserName }) => {
    test.skip(browserName === 'firefox', 'axe reads the tree and the styles, which are the same');
    const explorer = await opened(page, '', `theme="${theme}"`);
    for (const opener of ['Share this view', 'Embed this view', /^Filters/]) {
      const button = explorer.element.getByRole('button', { name: opener });
      // Where there is room the filters are no dialog.
      if (!(await button.isVisible())) continue;
      await button.click();
      await expect(explorer.element.getByRole('dialog')).toBeVisible();
      await expect(explorer.element.getByText('Loading…')).toHaveCount(0);
      await expectAccessible(page, String(opener));
      await page.keyboard.press('Escape');
    }
  });
}

test('every control of every state has a name', async ({ page }) => {
  const explorer = await opened(page);
  for (const [name, state] of Object.entries(STATES)) {
    await goTo(explorer, state);
    const lines = (await explorer.element.ariaSnapshot()).split('\n').map((line) => line.trim());
    const controls = lines.map((line) => CONTROLS.exec(line)).filter((found) => found !== null);
    expect(controls.length, name).toBeGreaterThan(4);
    expect(controls.filter((found) => !found[3]?.trim()).map((found) => found.input), name).toEqual([]);
  }
});

test('the accessibility tree of the list has its names and states in reading order', async ({ page }) => {
  const explorer = await opened(page);
  await explorer.pick('Country', 'Peru, 2 evaluations');
  const tree = await explorer.element.ariaSnapshot();
  const inOrder = [
    'region "Evaluation explorer"',
    'search:',
    'searchbox "Search evaluations"',
    'list "Active filters"',
    'button "Remove filter: Peru"',
    'heading "2 evaluations in Peru" [level=2]',
    'navigation "Ways to look at the results"',
    'group "Show"',
    'button "Evaluations" [pressed]',
    'button "Statements"',
    'combobox "Sort by"',
    'list "Results"',
    'article',
    'button "Compare: ',
  ];
  let from = 0;
  for (const line of inOrder) {
    const at = tree.indexOf(line, from);
    expect(at, `${line} behind character ${from} of\n${tree}`).toBeGreaterThanOrEqual(from);
    from = at + line.length;
  }
});

test('headings go down one level at a time in every state', async ({ page }) => {
  const explorer = await opened(page);
  for (const [name, state] of Object.entries(STATES)) {
    await goTo(explorer, state);
    const snapshot = await explorer.element.ariaSnapshot();
    const levels = [...snapshot.matchAll(/- '?heading .*\[level=(\d)\]/g)].map((found) => Number(found[1]));
    expect(levels[0], name).toBe(2);
    const jumps = levels.filter((level, at) => at > 0 && level > levels[at - 1] + 1);
    expect(jumps, `${name}: ${levels}`).toEqual([]);
  }
});

test('at 400 % of 1280 pixels, or on 320, no state makes the page scroll sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  const explorer = await opened(page);
  for (const [name, state] of Object.entries(STATES)) {
    await goTo(explorer, state);
    expect(await overflow(page), name).toBeLessThanOrEqual(0);
  }
});

test('at 400 % every dialog fits, and what is in it can be reached by scrolling', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  const explorer = await opened(page);
  for (const opener of ['Share this view', 'Embed this view', /^Filters/]) {
    await explorer.element.getByRole('button', { name: opener }).click();
    const dialog = explorer.element.getByRole('dialog');
    const box = (await dialog.boundingBox())!;
    expect(box.x, String(opener)).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width, String(opener)).toBeLessThanOrEqual(320);
    const last = dialog.getByRole('button').last();
    await last.scrollIntoViewIfNeeded();
    await expect(last).toBeInViewport();
    await page.keyboard.press('Escape');
  }
});

/** Texts that their own box cuts off, in a state. */
const cutOff = (explorer: Explorer) =>
  explorer.element.evaluate((element) => {
    const cuts = (it: Element) => {
      const { overflowX, overflowY } = getComputedStyle(it);
      const isCut = (way: string, inside: number, outside: number) =>
        ['hidden', 'clip'].includes(way) && inside > outside + 1;
      return (
        isCut(overflowX, it.scrollWidth, it.clientWidth) ||
        isCut(overflowY, it.scrollHeight, it.clientHeight)
      );
    };
    return [...element.shadowRoot!.querySelectorAll('*')]
      .filter((it) => it.checkVisibility() && it.textContent!.trim() && !it.closest('.visually-hidden'))
      .filter(cuts)
      .map((it) => `${it.className}: ${it.textContent!.slice(0, 60)}`);
  });

test('spaced text, as readers may set it on the page, cuts nothing off', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const spacing = `evaluation-explorer { letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; --ee-line-height: 1.5; }`;
  const explorer = await opened(page, `<style>${spacing}</style>`);
  for (const [name, state] of Object.entries(STATES)) {
    await goTo(explorer, state);
    expect(await overflow(page), name).toBeLessThanOrEqual(0);
    expect(await cutOff(explorer), name).toEqual([]);
  }
  await goTo(explorer, STATES.statements);
  const spaced = await explorer.element.evaluate((element) =>
    ['button', 'select', 'input', 'h2', 'article p'].filter((selector) => {
      const style = getComputedStyle(element.shadowRoot!.querySelector(selector)!);
      return parseFloat(style.letterSpacing) > 0 && parseFloat(style.wordSpacing) > 0;
    }));
  expect(spaced).toEqual(['button', 'select', 'input', 'h2', 'article p']);
});

test('text of twice the size cuts nothing off', async ({ page }) => {
  const explorer = await opened(page, '<style>evaluation-explorer { --ee-font-size: 2em; }</style>');
  for (const [name, state] of Object.entries(STATES)) {
    await goTo(explorer, state);
    expect(await overflow(page), name).toBeLessThanOrEqual(0);
    expect(await cutOff(explorer), name).toEqual([]);
  }
});

for (const [width, size] of [[1280, '2em'], [390, '1em'], [320, '2em']] as const) {
  test(`on ${width} pixels with text of ${size} the labels of the time line stand apart and inside`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    const explorer = await opened(page, `<style>evaluation-explorer { --ee-font-size: ${size}; }</style>`);
    await goTo(explorer, STATES['the time line']);
    const { years, track, outside } = await explorer.element.evaluate((element) => {
      const root = element.shadowRoot!;
      const edges = (it: Element) => {
        const { left, right, top, bottom } = it.getBoundingClientRect();
        return { left, right, top, bottom };
      };
      const all = (selector: string) => [...root.querySelectorAll(selector)].filter((it) => it.checkVisibility());
      const isOutside = (label: Element) => {
        const [own, bar] = [edges(label), edges(label.parentElement!)];
        return own.left < bar.left - 1 || own.right > bar.right + 1 || own.top < bar.top - 1 || own.bottom > bar.bottom + 1;
      };
      return {
        years: all('.time-year').map(edges),
        track: edges(root.querySelector('.time-years')!),
        outside: all('.time-phase > span').filter(isOutside).map((it) => it.textContent),
      };
    });
    expect(years.length).toBeGreaterThan(0);
    years.forEach((year, at) => {
      expect(year.left, `year ${at}`).toBeGreaterThanOrEqual(at > 0 ? years[at - 1].right : track.left - 1);
      expect(year.right, `year ${at}`).toBeLessThanOrEqual(track.right + 1);
    });
    expect(outside).toEqual([]);
  });
}

test('in forced colours what is chosen, current or focused shows without colour', async ({
  page,
  browserName,
}) => {
  test.skip(browserName === 'firefox', 'Playwright cannot force colours in a Firefox as it is sold');
  await page.emulateMedia({ forcedColors: 'active' });
  const explorer = await opened(page);
  expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
  const look = (selector: string, ...names: string[]) =>
    explorer.element.evaluate((element, [selector, ...names]) => {
      const style = getComputedStyle(element.shadowRoot!.querySelector(selector)!);
      return names.map((name) => style.getPropertyValue(name));
    }, [selector, ...names]);
  const pressed = await look('.unit-switch [aria-pressed=true]', 'border-top-width');
  const other = await look('.unit-switch [aria-pressed=false]', 'border-top-width');
  expect(pressed).not.toEqual(other);
  const shape = ['border-block-end-width', 'border-block-end-style', 'font-weight', 'text-decoration-line'];
  const current = await look('.view-way[aria-current]', ...shape);
  expect(current).not.toEqual(await look('.view-way:not([aria-current])', ...shape));

  await explorer.search.focus();
  const [style, width] = await look('#search', 'outline-style', 'outline-width');
  expect([style, parseFloat(width) >= 2]).toEqual(['solid', true]);

  await goTo(explorer, STATES['a comparison']);
  const edge = await look('.compare-row.differs > .compare-label', 'border-inline-start-width');
  expect(edge).toEqual(['3px']);
  for (const name of ['all evaluations', 'the matrix', 'the time line', 'money', 'places']) {
    await goTo(explorer, STATES[name]);
    await expectAccessible(page, name);
  }
});

test('each new view is announced once, when the reader rests', async ({ page }) => {
  await openHost(page);
  const explorer = new Explorer(page);
  await explorer.element.scrollIntoViewIfNeeded();
  await expect(explorer.results).toHaveCount(5);
  await explorer.element.evaluate((element) => {
    const told: string[] = ((globalThis as any).told = []);
    const region = element.querySelector(':scope > [role=status]')!;
    new MutationObserver(() => told.push(region.textContent!)).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  const told = () => page.evaluate(() => (globalThis as any).told as string[]);
  const heading = () => explorer.element.locator('#results-heading').innerText();

  await explorer.search.pressSequentially('training', { delay: 40 });
  const expected = [await heading()];
  await expect.poll(told).toEqual(expected);

  await explorer.pick('Country', /^Peru, /);
  expected.push(await heading());
  await expect.poll(told).toEqual(expected);

  await explorer.element.getByRole('button', { name: 'Clear the search' }).click();
  expected.push(await heading());
  await expect.poll(told).toEqual(expected);
  expect(new Set(expected).size).toBe(3);

  // What moves focus is read where focus goes and not announced besides.
  await explorer.results.getByRole('link').first().click();
  await expect(explorer.element.locator('#page-title')).toBeFocused();
  await page.waitForTimeout(1_000);
  expect(await told()).toEqual(expected);
});

test('motion that a reader does not want is not shown', async ({ page, browserName }) => {
  test.skip(browserName === 'firefox', 'Playwright cannot set this in a Firefox as it is sold');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const explorer = await opened(page);
  for (const name of ['all evaluations', 'the matrix', 'the time line']) {
    await goTo(explorer, STATES[name]);
    const moving = await explorer.element.evaluate((element) =>
      [...element.shadowRoot!.querySelectorAll('*')]
        .filter((it) => {
          const { transitionDuration, animationName } = getComputedStyle(it);
          return parseFloat(transitionDuration) > 0 || animationName !== 'none';
        })
        .map((it) => it.className));
    expect(moving, name).toEqual([]);
  }
});

test('two explorers on one page have names of their own', async ({ page }) => {
  await openHost(page, {
    body: tag('label="Evaluations of Peru" loading="eager"') +
      tag('label="All evaluations" url-prefix="b-" loading="eager"'),
  });
  for (const label of ['Evaluations of Peru', 'All evaluations']) {
    await expect(page.getByRole('region', { name: label, exact: true })).toBeVisible();
  }
});
