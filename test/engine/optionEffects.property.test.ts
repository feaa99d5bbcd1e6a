/** The effect of an option is the difference of two runs, and an option moves only reports that print it. */
import * as fc from 'fast-check';
import { optionNames, type OptionName, optionSpecs } from '../../src/engine/options';
import { resultJson } from '../../src/reports/resultJson';
import type { ResultJson } from '../runner/spawnRunner';
import {
  differencesOf,
  type EffectJson,
  reportsByProvider,
  toldOf,
} from '../support/effectDifferences';
import { holds } from '../support/law';
import type { PlainLedger } from '../support/plainLedger';
import { claims } from '../support/randomClaims';
import { ledgers, type Range, ranges } from '../support/randomLedger';
import { runEffects } from '../support/runEffects';

const ofThese = optionNames.filter((name) =>
  optionSpecs[name].reports.some((report) => reportsByProvider.includes(report)),
);

interface Case {
  readonly ledger: Partial<PlainLedger>;
  readonly range: Range;
  readonly option: OptionName;
  readonly now: string;
  readonly instead: string;
}

const cases: fc.Arbitrary<Case> = fc
  .record({
    ledger: fc.oneof(claims, ledgers({ isSmall: true })),
    range: ranges,
    option: fc.constantFrom(...ofThese),
    places: fc.tuple(fc.nat(11), fc.nat(11)),
  })
  .map(({ option, places: [one, other], ...rest }) => {
    const values: readonly string[] = optionSpecs[option].values;
    const now = one % values.length;
    const instead = (now + 1 + (other % (values.length - 1))) % values.length;
    return { ...rest, option, now: values[now]!, instead: values[instead]! };
  });

type RunWithEffects = Pick<ResultJson, 'sheets'> & { readonly effects: readonly EffectJson[] };

/** The JSON of a run as the runner has it; undefined where it is refused. */
function jsonOf(
  { ledger, range, option }: Case,
  value: string,
  of: { readonly made: readonly string[]; readonly what: 'all' | 'reports alone' },
): RunWithEffects | undefined {
  const options = { ...range, options: { [option]: value } };
  const run = runEffects(ledger, of.made, options, of.what);
  if (run === undefined) return undefined;
  const json = resultJson({ ...run.computed, effects: run.effects });
  return JSON.parse(JSON.stringify(json)) as RunWithEffects;
}

it('each change is that between two runs, and no other figure by provider changes', () => {
  holds(fc.tuple(cases, fc.nat(11)), ([one, place]) => {
    const moved = optionSpecs[one.option].reports.filter((report) =>
      reportsByProvider.includes(report),
    );
    const made = [moved[place % moved.length]!];
    const now = jsonOf(one, one.now, { made, what: 'all' });
    if (now === undefined) return;
    const effect = now.effects.find(
      ({ option, instead }) => option === one.option && instead === one.instead,
    );
    const instead = jsonOf(one, one.instead, { made, what: 'reports alone' });
    expect(effect?.isComputed ?? false).toBe(instead !== undefined && effect !== undefined);
    if (effect === undefined || instead === undefined) return;
    const expected = differencesOf(now, instead, made);
    expect(toldOf(effect, made)).toEqual(expected);
    expect(/moves no money/.test(effect.sentence)).toBe(expected.size === 0);
  });
});

it('an option moves no report that does not print it', () => {
  const all = [...reportsByProvider, 'bridge'];
  holds(fc.tuple(cases, fc.nat(5)), ([one, place]) => {
    const printing: readonly string[] = optionSpecs[one.option].reports;
    const others = all.filter((report) => !printing.includes(report));
    const report = others[place % others.length]!;
    const tables = (value: string): unknown => {
      const options = { ...one.range, options: { [one.option]: value } };
      const run = runEffects(one.ledger, [report], options, 'reports alone');
      return run?.computed.sheets;
    };
    expect(tables(one.instead)).toEqual(tables(one.now));
  });
});
