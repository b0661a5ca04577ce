// The states of the explorer that a link can lead to, for what must hold in all of them.
import { expect } from '@playwright/test';
import type { Explorer } from './explorer';

const RECORD = 'unodc-glot59-2024';
const PAIR = 'unodc-glot59-2024.ilo-per-17-51-usa-2020';
const FOUR = `${PAIR}.unodc-mexw55-mexw64-2022.unodc-xcax75-2019`;
const SAID = 'ee-unit=statements&ee-view=compare&ee-theme=training-of-trainers';

/** The view, as a link says it, and what stands there when it is shown. */
export const STATES: Record<string, { query: string; shows: string }> = {
  'all evaluations': { query: '', shows: '.result-card' },
  'filters that are on': { query: 'ee-country=pe&ee-not-kind=accomplishment', shows: '.chip' },
  'found words': { query: 'ee-q=shelter', shows: '.result-card mark' },
  'a corrected word': { query: 'ee-q=trianing', shows: '.result-card' },
  'nothing found': { query: 'ee-q=xylophone&ee-country=pe', shows: 'div.empty-state' },
  statements: { query: 'ee-unit=statements&ee-q=training', shows: '.statement' },
  'the tray of a comparison': { query: `ee-compare=${PAIR}`, shows: '.tray' },
  'a comparison': { query: `ee-view=compare&ee-compare=${PAIR}`, shows: '.compare-row' },
  'a comparison of four': { query: `ee-view=compare&ee-compare=${FOUR}`, shows: '.compare-row' },
  'statements side by side': { query: `${SAID}&ee-compare=${FOUR}`, shows: '.compare-row' },
  'a record': { query: `ee-open=${RECORD}`, shows: '#page-title' },
  'the matrix': { query: 'ee-view=matrix', shows: 'table' },
  'the matrix as a table': { query: 'ee-view=matrix&ee-as=table', shows: 'table' },
  'a cell of the matrix': { query: `ee-view=matrix&ee-open=cell.impact.${RECORD}`, shows: '#page-title' },
  'the time line': { query: 'ee-view=time', shows: '.time-years' },
  money: { query: 'ee-view=money', shows: '.results' },
  places: { query: 'ee-view=places', shows: '.results' },
  'a link with unknown parts': { query: 'ee-country=zz', shows: '.chip' },
};

/** Goes to a state without loading the page anew. */
export async function goTo(explorer: Explorer, state: { query: string; shows: string }) {
  await explorer.element.evaluate((it: any, query) => (it.state = { query }), `${state.query}&ee-v=1`);
  await expect(explorer.element.locator(state.shows).first()).toBeVisible();
}
