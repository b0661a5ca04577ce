// What axe-core has to say about the explorer; the host page answers for itself.
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const options = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  rules: {
    'label-content-name-mismatch': { enabled: true },
    'focus-order-semantics': { enabled: true },
    'td-has-header': { enabled: true },
    'target-size': { enabled: true },
  },
};

/** Expects that no rule is broken; what is found is printed with the places. */
export async function expectAccessible(page: Page, where = ''): Promise<void> {
  // Evaluated by the debugger, so that a page's own policy does not stop it.
  await page.evaluate(source);
  const violations = await page.evaluate(async (options) => {
    const { axe } = globalThis as any;
    const found = await axe.run({ include: ['evaluation-explorer'] }, options);
    return found.violations.map((violation: any) => ({
      rule: violation.id,
      help: violation.help,
      places: violation.nodes.map((node: any) => `${node.target.flat().join(' ')}: ${node.html}`),
    }));
  }, options);
  expect(violations, where).toEqual([]);
}
