/** The effect of an option is the difference of two runs, and an option moves only reports that print it. */
import * as fc from 'fast-check';
import { optionNames, type OptionName, optionSpecs } from '../../src/engine/options';
import { resultJson } from '../../src/reports/resultJson';
import { holds } from '../support/law';
import type { PlainLedger } from '../support/plainLedger';
import { claims } from '../support/randomClaims';
import { ledgers, type Range, ranges } from '../support/randomLedger';
import { runEffects } from '../support/runEffects';

const reports = ['collected-invoicing', 'gross-invoicing', 'cpt', 'sales', 'production-income'];

/** The sheets by provider, written out by hand. */
const byProvider: Readonly<Record<string, readonly string[]>> = {
  'collected-invoicing': ['Practice Summary'],
  'gross-invoicing': ['Gross Invoicing Summary'],
  cpt: ['CPT Billed by Provider', 'CPT Collections by Provider'],
  sales: ['Provider Summary'],
  'production-income': ['Production & Income - Provider', 'Provider Payroll'],
};

const ofThese = optionNames.filter((name) =>
  optionSpecs[name].reports.some((report) => reports.includes(report)),
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

interface Json {
  readonly sheets: readonly {
    readonly name: string;
    readonly tables: readonly {
      readonly columns: readonly string[];
      readonly rows: readonly (readonly (string | number | null)[])[];
      readonly total?: readonly (string | number | null)[];
    }[];
  }[];
  readonly effects: readonly {
    readonly option: string;
    readonly instead: string;
    readonly isComputed: boolean;
    readonly sentence: string;
    readonly changes: readonly Readonly<Record<'sheet' | 'figure' | 'row' | 'change', string>>[];
  }[];
}

/** The JSON of a run as the runner has it; undefined where it is refused. */
function jsonOf(
  { ledger, range, option }: Case,
  value: string,
  of: { readonly made: readonly string[]; readonly what: 'all' | 'reports alone' },
): Json | undefined {
  const options = { ...range, options: { [option]: value } };
  const run = runEffects(ledger, of.made, options, of.what);
  if (run === undefined) return undefined;
  const json = resultJson({ ...run.computed, effects: run.effects });
  return JSON.parse(JSON.stringify(json)) as Json;
}

const isMoney = (cell: unknown): boolean => typeof cell === 'string' && /^-?\d+\.\d\d$/.test(cell);
const cents = (cell: unknown): number => Math.round(Number(cell) * 100);

/** Cents by sheet, column of money and provider, and of all of them, from the JSON of a run. */
function sums({ sheets }: Json, names: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { name, tables } of sheets) {
    if (!names.includes(name)) continue;
    const [{ columns, rows, total } = { columns: [], rows: [], total: [] }] = tables;
    const key = columns.indexOf('Provider');
    for (const [column, head] of columns.entries()) {
      if (!isMoney(total?.[column])) continue;
      found.set(`${name} | ${head} | null`, cents(total?.[column]));
      for (const row of rows) {
        const place = `${name} | ${head} | ${JSON.stringify(row[key])}`;
        found.set(place, (found.get(place) ?? 0) + cents(row[column]));
      }
    }
  }
  return found;
}

/** What differs between two runs, in columns that both have. */
function differences(one: Map<string, number>, other: Map<string, number>): Map<string, number> {
  const columns = (sides: Map<string, number>): Set<string> =>
    new Set([...sides.keys()].map((place) => place.split(' | ').slice(0, 2).join(' | ')));
  const [mine, theirs] = [columns(one), columns(other)];
  const both = [...new Set([...one.keys(), ...other.keys()])].filter((place) => {
    const column = place.split(' | ').slice(0, 2).join(' | ');
    return mine.has(column) && theirs.has(column);
  });
  const apart = both.map(
    (place) => [place, (other.get(place) ?? 0) - (one.get(place) ?? 0)] as const,
  );
  return new Map(apart.filter(([, change]) => change !== 0));
}

it('each change is that between two runs, and no other figure by provider changes', () => {
  holds(cases, (one) => {
    const made = optionSpecs[one.option].reports.filter((report) => reports.includes(report));
    const now = jsonOf(one, one.now, { made, what: 'all' });
    if (now === undefined) return;
    const effect = now.effects.find(
      ({ option, instead }) => option === one.option && instead === one.instead,
    );
    const instead = jsonOf(one, one.instead, { made, what: 'reports alone' });
    expect(effect?.isComputed ?? false).toBe(instead !== undefined && effect !== undefined);
    if (effect === undefined || instead === undefined) return;
    const names = made.flatMap((report) => byProvider[report] ?? []);
    const told = effect.changes
      .filter(({ sheet, change }) => names.includes(sheet) && cents(change) !== 0)
      .map(({ sheet, figure, row, change }) => {
        return [`${sheet} | ${figure} | ${JSON.stringify(row)}`, cents(change)] as const;
      });
    const expected = differences(sums(now, names), sums(instead, names));
    expect(new Map(told)).toEqual(expected);
    expect(/moves no money/.test(effect.sentence)).toBe(expected.size === 0);
  });
});

it('an option moves no report that does not print it', () => {
  const all = [...reports, 'bridge'];
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
