/** Runs reports on a plain ledger and shows their sheets as the runner's JSON does. */
import { chooseReports } from '../../src/app/chooseReports';
import { computeReports } from '../../src/app/computeReports';
import { atOnce } from '../../src/core/steps';
import { valueJson } from '../../src/reports/resultJson';
import type { SheetTable, Value } from '../../src/reports/sheet';
import type { PlainLedger } from './plainLedger';
import { askedFor, ledgerOf, type RunOptions, testStamp } from './run';

export interface ShownTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  readonly total: readonly Value[];
}

export interface ShownReports {
  /** The first table of a sheet; undefined where the sheet is not made. */
  table(sheet: string): ShownTable | undefined;
  readonly sheets: readonly string[];
  readonly info: ReadonlyMap<string, readonly (readonly [string, string])[]>;
  readonly memos: ReadonlyMap<string, readonly ShownTable[]>;
  readonly checks: Readonly<Record<string, number>>;
  readonly problems: readonly { readonly code: string; readonly found: string }[];
}

/** Made from the cells of the ledger; a refusal throws its sentence. */
export function runReportsOf(
  plain: Partial<PlainLedger>,
  reports: readonly string[],
  options: RunOptions,
): ShownReports {
  const asked = askedFor(reports, options);
  const ledger = ledgerOf(plain as PlainLedger);
  const { specs, reasons } = chooseReports(asked, ledger.sources, []);
  if (reasons.length > 0) throw new Error(reasons.join('; '));
  const { sheets, checks, problems } = atOnce(
    computeReports(ledger, { asked, specs, stamp: testStamp }, () => undefined),
  );
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  return {
    sheets: sheets.map(({ name }) => name),
    table(name) {
      const table = byName.get(name)?.tables[0];
      return table === undefined ? undefined : shown(table);
    },
    info: new Map(sheets.map(({ name, info }) => [name, info])),
    memos: new Map(sheets.map(({ name, tables }) => [name, tables.slice(1).map(shown)])),
    checks: Object.fromEntries(checks.map(({ id, differenceCents }) => [id, differenceCents])),
    problems,
  };
}

function shown({ columns, rows, total = [] }: SheetTable): ShownTable {
  const json = (row: readonly Value[]): Value[] =>
    row.map((value, column) => valueJson(value, columns[column]?.type));
  return { columns: columns.map(({ head }) => head), rows: rows.map(json), total: json(total) };
}
