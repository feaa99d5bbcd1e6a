/** Audit trails as plain rows, run through the real reader, engine and reports. */
import { checkRequest, unknownNames } from '../../src/app/checkRequest';
import { type Computed, computeReports } from '../../src/app/computeReports';
import { atOnce } from '../../src/core/steps';
import { reportSpecs } from '../../src/reports/catalogue';
import type { Sheet } from '../../src/reports/sheet';
import type { PlainLedger, PlainRow } from './plainLedger';
import { ledgerOf } from './run';

export interface TrailRun {
  readonly from?: string;
  readonly to?: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly providers?: string[];
  readonly locations?: string[];
  readonly controls?: [string, string][];
}

/** A row of the trail in March 2024: `[+] Adjustments | Refund to Patient | 95.00`. */
export function trailRow(words: string, more: PlainRow = {}): PlainRow {
  const [tab = '', type = '', amount = ''] = words.split('|').map((word) => word.trim());
  return { Tab: tab, Date: '2024-03-15', Type: type, Amount: amount, ...more };
}

/** A row of the Type Map: `[+] Adjustments | Mystery* | production`. */
export function mapRow(words: string, sign = ''): PlainRow {
  const [tab = '', pattern = '', bucket = ''] = words.split('|').map((word) => word.trim());
  return { Tab: tab, Pattern: pattern, Bucket: bucket, Sign: sign };
}

function plainLedger(trail: readonly PlainRow[], map: readonly PlainRow[]): PlainLedger {
  const empty = { Charges: [], Invoices: [], Payments: [] };
  // Every trail has the column, so that its absence is told only where a test means it.
  const rows = trail.map((row) => ({ Voided: '', ...row }));
  return {
    ...empty,
    'Audit Trail': rows,
    ...(map.length === 0 ? {} : { 'Type Map': [...map] }),
  };
}

/** Gross to Net of a trail; `runLedger` for a ledger of any tables. */
export function runTrail(
  trail: readonly PlainRow[],
  run: TrailRun & { readonly map?: readonly PlainRow[] } = {},
): Computed {
  return runLedger(plainLedger(trail, run.map ?? []), run);
}

export function runLedger(plain: PlainLedger, run: TrailRun = {}): Computed {
  const asked = checkRequest({
    reports: ['gross-to-net'],
    from: run.from ?? '2024-03-01',
    to: run.to ?? '2024-03-31',
    options: Object.entries(run.options ?? {}),
    providers: run.providers ?? [],
    locations: run.locations ?? [],
    controls: run.controls ?? [],
    write: false,
    stamp: { created: '', timeZone: '', version: '' },
  });
  if ('reasons' in asked) throw new Error(asked.reasons.join('; '));
  const ledger = ledgerOf(plain);
  const reasons = unknownNames({ ...asked, providers: [], locations: [] }, ledger);
  if (reasons.length > 0) throw new Error(reasons.join('; '));
  const specs = reportSpecs.filter(({ name }) => name === 'gross-to-net');
  const stamp = { practice: 'Test', created: '', timeZone: '', version: '' };
  return atOnce(computeReports(ledger, { asked, specs, stamp }, () => undefined));
}

export function sheetNamed({ sheets }: Computed, name: string): Sheet {
  const found = sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
}

/** The lines of `Gross to Net` in cents; Discounts Count is a number of rows. */
export function linesOf(computed: Computed): Record<string, number> {
  const rows = sheetNamed(computed, 'Gross to Net').tables[0]?.rows ?? [];
  return Object.fromEntries(rows.map(([line, amount]) => [String(line), Number(amount)]));
}

/** The rows of a table of `Control Totals` as numbers by their first cell; the first table by default. */
export function tabsOf(computed: Computed): Record<string, number[]> {
  const table = sheetNamed(computed, 'Control Totals').tables[0];
  const rows = [...(table?.rows ?? []), ...(table?.total === undefined ? [] : [table.total])];
  return Object.fromEntries(rows.map(([tab, ...cells]) => [String(tab), cells.map(Number)]));
}

/** The rows of a memo table whose title begins so; undefined where there is none. */
export function memoOf(
  computed: Computed,
  title: string,
): (string | number | null)[][] | undefined {
  const tables = computed.sheets.flatMap((sheet) => sheet.tables.slice(1));
  return tables.find((table) => table.title.startsWith(title))?.rows.map((row) => [...row]);
}

/** `CODE cell` of the problems about the trail, in order. */
export function trailProblemsOf({ problems }: Computed): string[] {
  return problems
    .filter(({ code }) => code.startsWith('TRAIL_'))
    .map(({ code, severity, cell, count }) => `${severity} ${code} ${cell} x${count}`);
}
