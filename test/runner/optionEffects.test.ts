/** The effects of the runner's JSON against runs with --option, on a sample with claims. */
import { join } from 'node:path';
import { differencesOf, type EffectJson, toldOf } from '../support/effectDifferences';
import { type Folder, newFolder, type ResultJson } from './spawnRunner';

const sample = join(__dirname, '../../samples/chiropractic-claims.xlsx');
const reports = ['cpt'];

let folder: Folder;

beforeAll(() => {
  folder = newFolder();
});

afterAll(() => {
  folder.remove();
});

async function resultOf(...options: readonly string[]): Promise<ResultJson> {
  const name = `${['result', ...options].join('-')}.json`;
  const words = options.flatMap((option) => ['--option', option]);
  const run = await folder.run(sample, '--reports', reports.join(','), ...words, '--json', name);
  expect([run.status, run.stderr]).toEqual([0, '']);
  return folder.json(name);
}

it('every effect that moves money is what a run with that option shows', async () => {
  const now = await resultOf();
  const { effects } = now as unknown as { readonly effects: readonly EffectJson[] };
  const moving = effects.filter(({ changes }) => changes.length > 0);
  expect(moving.map(({ option, instead }) => `${option}=${instead}`)).toEqual(
    expect.arrayContaining(['cpt-spread=equal', 'cpt-refunds=ignore-refund-rows']),
  );
  const told = await Promise.all(
    moving.map(async (effect) => {
      const instead = await resultOf(`${effect.option}=${effect.instead}`);
      return [toldOf(effect, reports), differencesOf(now, instead, reports)] as const;
    }),
  );
  for (const [ofEffect, ofRuns] of told) expect(ofEffect).toEqual(ofRuns);
  expect(told.filter(([ofEffect]) => ofEffect.size > 0).length).toBeGreaterThan(2);
});
