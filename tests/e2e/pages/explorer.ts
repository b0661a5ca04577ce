// What a reader can do with an explorer, by the roles and names that assistive technology gets.
import { expect, type Locator, type Page } from '@playwright/test';

export class Explorer {
  readonly element: Locator;

  constructor(readonly page: Page, which = 0) {
    this.element = page.locator('evaluation-explorer').nth(which);
  }

  /** Opens a page and waits until its explorer can be used. */
  static async open(page: Page, address = '/'): Promise<Explorer> {
    await page.goto(address);
    const explorer = new Explorer(page);
    await explorer.element.scrollIntoViewIfNeeded();
    await expect(explorer.search).toBeVisible();
    return explorer;
  }

  get search(): Locator {
    return this.element.getByRole('searchbox', { name: 'Search evaluations' });
  }

  get results(): Locator {
    return this.element.getByRole('list', { name: 'Results' }).getByRole('article');
  }

  get comparison(): Locator {
    return this.element.getByRole('table');
  }

  /** The titles of the results, in their order. */
  async titles(): Promise<string[]> {
    return this.results.getByRole('heading').allInnerTexts();
  }

  facet(name: string): Locator {
    return this.element.getByRole('group', { name: new RegExp(`^${name}\\b`) });
  }

  /** Ticks a value, opening what hides it: the sheet on narrow pages, the group, the long list. */
  async pick(facet: string, value: string | RegExp): Promise<void> {
    const filters = this.element.getByRole('button', { name: /^Filters/ });
    const isSheet = await filters.isVisible();
    if (isSheet) await filters.click();
    const group = this.facet(facet);
    const toggle = group.getByRole('button', { name: new RegExp(`^${facet}`) });
    if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
    const box = group.getByRole('checkbox', { name: value });
    const all = group.getByRole('button', { name: /^Show all/ });
    if ((await box.count()) === 0 && (await all.isVisible())) await all.click();
    await box.check();
    if (isSheet) await this.element.getByRole('button', { name: /^Show \d+ results?$/ }).click();
  }

  async chooseForComparison(title: string): Promise<void> {
    const toggle = this.element.getByRole('button', { name: `Compare: ${title}`, exact: true });
    await toggle.click();
    await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  }

  async compare(count: number): Promise<void> {
    await this.element.getByRole('button', { name: `Compare ${count} evaluations` }).click();
    await expect(this.comparison).toBeVisible();
  }

  /** Opens the dialog for sharing and returns the link that it offers to copy. */
  async link(): Promise<string> {
    await this.element.getByRole('button', { name: 'Share this view' }).click();
    const dialog = this.element.getByRole('dialog', { name: 'Share this view' });
    const link = await dialog.getByRole('textbox').inputValue();
    await dialog.getByRole('button', { name: 'Copy link' }).click();
    await dialog.getByRole('button', { name: 'Close' }).click();
    return link;
  }
}
