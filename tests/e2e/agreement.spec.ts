// What the widget shows for a link is what the command line answers to it.
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { evaluations } from './pages/command';
import { Explorer } from './pages/explorer';

const DATA = join(__dirname, '../../data');
const LINKS = 240;
const VALUES: Record<string, string[]> = {
  agency: ['unodc', 'ilo', 'nobody'],
  country: ['pe', 'co', 'pa', 'cu', 'not-stated', 'zz'],
  region: ['americas', 'global', 'south-america'],
  donor: ['us', 'ca', 'not-stated'],
  theme: ['gender', 'training-of-trainers', 'sustainability', 'coordination'],
  criterion: ['relevance', 'effectiveness', 'sustainability', 'not-stated'],
  kind: ['finding', 'lesson', 'recommendation', 'good-practice'],
  timing: ['final', 'mid-term', 'not-stated'],
  scope: ['project', 'cluster'],
  status: ['ended', 'active.2020-06-30'],
  period: ['2017..2021', '..2015', '2022..'],
  budget: ['usd-1000000..', 'usd', 'eur'],
  sort: ['newest', 'title', 'budget'],
  unit: ['statements', 'evaluations'],
  q: ['training', 'trianing', 'tot%20peru', '%22training%20of%20trainers%22', 'gender%20-data', 'per%2F17'],
};
const FACETS = Object.keys(VALUES).slice(0, 9);

/** Numbers that are the same in each run: a linear congruential generator. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

function generated(seed: number): string {
  const roll = dice(seed);
  const pairs: string[] = [];
  for (const [key, values] of Object.entries(VALUES)) {
    if (roll(5) > 0) continue;
    const value = values[roll(values.length)];
    const other = values[roll(values.length)];
    const isList = FACETS.includes(key);
    const both = isList && roll(3) === 0 && other !== value ? `${value}.${other}` : value;
    pairs.push(`ee-${isList && roll(6) === 0 ? 'not-' : ''}${key}=${both}`);
  }
  return [...pairs, 'ee-v=1'].join('&');
}

interface Answer {
  evaluations: { id: string }[];
  statements: { id: string }[];
  sentence: string;
}

test('the command line and the widget agree on hundreds of links', async ({ page }, info) => {
  test.skip(info.project.name !== 'chromium', 'the engine is the same in every browser');
  test.setTimeout(180_000);
  const explorer = await Explorer.open(page);
  // Packed once: reading the folder of the set takes longer than answering.
  const packed = info.outputPath('five.eep');
  evaluations('pack', DATA, '-o', packed);
  for (let seed = 1; seed <= LINKS; seed += 1) {
    const link = generated(seed);
    const shown = await explorer.element.evaluate((element: any, query) => {
      element.state = { query };
      return element.results;
    }, link);
    const answer: Answer = JSON.parse(evaluations('query', link, '--data', packed));
    const ids = (list: { id: string }[]): string[] => list.map(({ id }) => id);
    expect(shown, link).toEqual({
      evaluations: ids(answer.evaluations),
      statements: ids(answer.statements),
      counts: { evaluations: answer.evaluations.length, statements: answer.statements.length },
      sentence: answer.sentence,
    });
  }
});
