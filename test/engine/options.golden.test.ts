/** Every value of every option moves the figures that its rule says, on a ledger small enough to check by hand. */
import * as fc from 'fast-check';
import { type OptionName, optionNames, optionSpecs } from '../../src/engine/options';
import { reportSpecs } from '../../src/reports/catalogue';
import type { ResultJson, TableJson } from '../runner/spawnRunner';
import { holds } from '../support/law';
import { mixedCases } from '../support/mixedLedger';
import { resultOfRows } from '../support/mixedRun';
import { optionCases } from './options/cases';
import { type OptionCase, type Shown, wordsOf } from './options/optionCase';

const made: readonly string[] = reportSpecs.map(({ name }) => name);

/** Reports of this version whose figures an option can move. */
function reportsOf(name: OptionName): string[] {
  return optionSpecs[name].reports.filter((report) => made.includes(report));
}

const cases = Object.entries(optionCases).flatMap(([name, one]) =>
  Object.keys(one.values).map((value) => ({ name: name as OptionName, value, one })),
);

function run(of: OptionCase, chosen: Record<string, string>): ResultJson {
  const { tables, from, to, beside = {} } = of;
  return resultOfRows(tables, { from, to, options: { ...beside, ...chosen } });
}

/** The first table of a sheet, or one below it by its title: `Sheet / title`. */
function tableOf(result: ResultJson, place: string): TableJson {
  const [name = '', title] = place.split(' / ');
  const tables = result.sheets.find((sheet) => sheet.name === name)?.tables ?? [];
  const table = title === undefined ? tables[0] : tables.find((one) => one.title === title);
  if (table === undefined) throw new Error(`no table ${place}`);
  return table;
}

/** Rows in the words of a case: those it lists, and any other whose figures are not all 0. */
function shown({ columns, rows }: TableJson, [heads = '', ...lines]: Shown): string[] {
  const places = wordsOf(heads).map((head) => columns.indexOf(head));
  const listed = new Set(lines.map((line) => wordsOf(line)[0]));
  const cells = rows.map((row) => places.map((place) => String(row[place] ?? '-')));
  const kept = cells.filter(
    ([name, ...figures]) => listed.has(name) || figures.some((figure) => Number(figure) !== 0),
  );
  return [heads, ...kept.map((row) => row.join(' | '))];
}

it('every value of every option that this version has is here, under its rule', () => {
  const wanted = optionNames.filter((name) => reportsOf(name).length > 0);
  const list = (names: readonly OptionName[], valuesOf: (name: OptionName) => readonly string[]) =>
    names.flatMap((name) => valuesOf(name).map((value) => `${name}=${value}`)).sort();
  const found = Object.keys(optionCases) as OptionName[];
  expect(list(found, (name) => Object.keys(optionCases[name]?.values ?? {}))).toEqual(
    list(wanted, (name) => optionSpecs[name].values),
  );
  for (const name of found) expect(optionCases[name]?.rule).toBe(optionSpecs[name].rule);
});

describe.each(cases)('$one.rule $name=$value', ({ name, value, one }) => {
  const result = (): ResultJson => run(one, { [name]: value });
  const tables = one.values[value] ?? {};

  it.each(Object.entries(tables))('%s', (place, expected) => {
    expect(shown(tableOf(result(), place), expected)).toEqual(expected);
  });

  it('is printed on every report it moves, and each of them has a figure here', () => {
    const { sheets } = result();
    const reports = reportsOf(name);
    for (const { report, info } of sheets) {
      const told = JSON.stringify(info.filter(([label]) => label === 'Options'));
      expect(told.includes(`${name}: ${value}`)).toBe(reports.includes(report));
    }
    const named = Object.keys(tables).map((place) => place.split(' / ')[0]);
    const shownReports = sheets.filter((sheet) => named.includes(sheet.name));
    expect(new Set(shownReports.map(({ report }) => report))).toEqual(new Set(reports));
  });
});

it.each(Object.entries(optionCases))('%s: no two values have the same figures', (_, { values }) => {
  const figures = Object.values(values).map((one) => JSON.stringify(one));
  expect(new Set(figures).size).toBe(figures.length);
});

it.each(Object.entries(optionCases))(
  '%s: the first value is what stands where none is chosen',
  (name, one) => {
    const [first] = optionSpecs[name as OptionName].values;
    expect(run(one, {})).toEqual(run(one, { [name]: first }));
  },
);

it('an option moves no figure of a report that does not name it', () => {
  const values = optionNames.flatMap((name) =>
    optionSpecs[name].values.slice(1).map((value) => ({ name, value })),
  );
  const one = fc.record({ one: mixedCases, option: fc.constantFrom(...values) });
  holds(one, ({ one: { tables, from, to, locations }, option: { name, value } }) => {
    if (reportsOf(name).length === 0) return;
    const { beside = {} } = optionCases[name] ?? {};
    const figures = (chosen: Record<string, string>): unknown =>
      resultOfRows(tables, { from, to, options: { ...beside, ...chosen }, locations })
        .sheets.filter(({ report }) => !reportsOf(name).includes(report))
        .map(({ name: sheet, tables: of }) => [sheet, of]);
    expect(figures({ [name]: value })).toEqual(figures({}));
  });
});
