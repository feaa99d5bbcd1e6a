/** Runs the CPT reports alone on a plain ledger and gives their tables as rows of plain values. */
import { type Computed, computeReports } from '../../src/app/computeReports';
import { atOnce } from '../../src/core/steps';
import { reportSpecs } from '../../src/reports/catalogue';
import type { SheetTable, Value } from '../../src/reports/sheet';
import { moneyOfCents, type PlainLedger } from './plainLedger';
import { askedFor, ledgerOf, type RunOptions, testStamp } from './run';

export type CptRow = readonly (string | number | null)[];

export interface CptTable {
  readonly rows: readonly CptRow[];
  readonly total: CptRow | undefined;
}

export interface CptResult {
  readonly names: readonly string[];
  /** The first table of a sheet; money as `12.50`. */
  sheet(name: string): CptTable;
  /** A memo table of a sheet by its title: label → amount. */
  memo(name: string, title: string): Record<string, string>;
  info(name: string): Record<string, string>;
  readonly problems: readonly string[];
  readonly computed: Computed;
}

export const BILLED = 'CPT Billed Services';
export const COLLECTED = 'CPT Collections (Gross)';
export const BILLED_BY_PROVIDER = 'CPT Billed by Provider';
export const COLLECTED_BY_PROVIDER = 'CPT Collections by Provider';

/** Ledgers of these tests need not have every table. */
export function plain(tables: Partial<PlainLedger>): PlainLedger {
  return tables as PlainLedger;
}

export function runCpt(tables: Partial<PlainLedger>, options: RunOptions): CptResult {
  const asked = askedFor(['cpt'], options);
  const specs = reportSpecs.filter(({ name }) => name === 'cpt');
  const ledger = ledgerOf(plain(tables));
  const computed = atOnce(
    computeReports(ledger, { asked, specs, stamp: testStamp }, () => undefined),
  );
  const sheetOf = (name: string): Computed['sheets'][number] => {
    const found = computed.sheets.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no sheet ${name}`);
    return found;
  };
  return {
    names: computed.sheets.map(({ name }) => name),
    sheet(name) {
      const [table] = sheetOf(name).tables;
      if (table === undefined) throw new Error(`no table on ${name}`);
      return {
        rows: table.rows.map((row) => shown(table, row)),
        total: table.total && shown(table, table.total),
      };
    },
    memo(name, title) {
      const table = sheetOf(name).tables.find((one) => one.title === title);
      const rows = [...(table?.rows ?? []), ...(table?.total === undefined ? [] : [table.total])];
      return Object.fromEntries(
        rows.map((row) => [String(row[0]), moneyOfCents(Number(row[2]))] as const),
      );
    },
    info: (name) => Object.fromEntries(sheetOf(name).info),
    // Dates of plain ledgers are text.
    problems: computed.problems.map(({ code }) => code).filter((code) => code !== 'DATE_AS_TEXT'),
    computed,
  };
}

function shown({ columns }: SheetTable, row: readonly Value[]): CptRow {
  return row.map((value, column) =>
    typeof value === 'number' && columns[column]?.type === 'cents' ? moneyOfCents(value) : value,
  );
}
