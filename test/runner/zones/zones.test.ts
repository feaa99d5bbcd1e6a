/** B6: the zone and the language of the machine are in no figure, no cell and no byte of a file. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

interface InZone {
  readonly zone: string;
  readonly noon: number;
  readonly number: string;
  readonly runs: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const project = join(__dirname, '../../..');
const tsx = join(project, 'node_modules/tsx/dist/cli.mjs');

/** One process for all of them: Node takes up a zone whenever it is set, a language when it starts. */
async function inZones(language: string, ...zones: readonly string[]): Promise<InZone[]> {
  const env = { ...process.env, LANG: language, LC_ALL: language };
  const words = [tsx, join(__dirname, 'printRuns.ts'), ...zones];
  const { stdout } = await promisify(execFile)(process.execPath, words, { env });
  return JSON.parse(stdout) as InZone[];
}

it('the same bytes in four zones, in Turkish, as those that are kept', async () => {
  const zones = ['UTC', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Kiritimati'];
  const all = await inZones('tr_TR.UTF-8', ...zones);
  expect(all.map(({ zone, noon }) => [zone, noon])).toEqual([
    ['UTC', 12],
    ['America/Los_Angeles', 5],
    ['Asia/Kolkata', 17],
    ['Pacific/Kiritimati', 2],
  ]);
  expect(new Set(all.map(({ number }) => number))).toEqual(new Set(['1.234,5']));
  const [first] = all;
  for (const { runs } of all) expect(runs).toEqual(first?.runs);
  const collected = Object.fromEntries(
    Object.entries(first?.runs ?? {}).map(([name, run]) => [name, run['collected']]),
  );
  expect(collected).toMatchObject({
    B3: [
      ['Adams', '140.00'],
      ['Baker', '50.00'],
    ],
    B5: [['Adams', '40.00']],
    B6: [['Adams', '30.00']],
    B8: [['Adams', '20.00']],
    B13: [['Adams', '30.00']],
  });
  const kept = Object.values(first?.runs ?? {}).map(({ isAsKept }) => isAsKept);
  expect(new Set(kept)).toEqual(new Set([true]));
}, 120_000);
