/** Runs the real reader, engine and reports on a plain ledger, without a workbook. */
import { type Asked, checkRequest } from '../../src/app/checkRequest';
import { chooseReports } from '../../src/app/chooseReports';
import { type Computed, computeReports } from '../../src/app/computeReports';
import { momentText } from '../../src/core/day';
import { atOnce } from '../../src/core/steps';
import { collected } from '../../src/engine/collected';
import { buildLedger } from '../../src/ledger/buildLedger';
import type { Ledger } from '../../src/ledger/ledger';
import { textAt } from '../../src/core/column';
import { readKinds, type ReadKind } from '../../src/ledger/kinds';
import { recogniseHeader } from '../../src/ledger/recognise';
import { ledgerReader } from '../../src/ledger/tableReader';
import type { SourceField } from '../../src/ledger/tables';
import { invoicesInLocations } from '../../src/reports/lineFigures';
import { isDateType, type Sheet, type Value } from '../../src/reports/sheet';
import type { Cell, PlainLedger, PlainRow } from './plainLedger';

export interface RunOptions {
  from: string;
  to: string;
  options?: Record<string, string>;
  providers?: string[];
  locations?: string[];
}

export interface PlainResult {
  lines: Map<string, number>;
  tax: Map<string, number>;
  unallocated: Map<string, number>;
  practice: {
    provider: string;
    share: number | null;
    total: number;
    exempt: number;
    eligible: number;
  }[];
  practiceTotal: { total: number; exempt: number; eligible: number };
  tags: { provider: string; tag: string; cents: number }[];
  details: Record<string, Cell>[];
  gross: { provider: string; total: number; exempt: number; eligible: number }[];
  rows: { kind: string; read: number; used: number; skipped: number; held: number }[];
  problems: { code: string; severity: string; sheet: string; cell: string }[];
}

const ledgersRead = new Map<string, Ledger>();

/** The ledger of a plain one, read once: laws of one file meet the same ledgers. */
export function ledgerOf(plain: PlainLedger): Ledger {
  const key = JSON.stringify(plain);
  const known = ledgersRead.get(key);
  if (known !== undefined) return known;
  if (ledgersRead.size > 3000) ledgersRead.clear();
  const ledger = readPlain(plain);
  ledgersRead.set(key, ledger);
  return ledger;
}

/** Each kind is a table on a sheet of its name, header in row 1. */
function readPlain(plain: PlainLedger): Ledger {
  const reader = ledgerReader({ date1904: false });
  for (const kind of Object.keys(readKinds) as ReadKind[]) {
    const rows = plain[kind];
    if (rows === undefined) continue;
    const { headers, values } = gridOf(kind, rows);
    const found = recognised(headers);
    if (found?.kind !== kind) throw new Error(`${headers.join(', ')} is not read as ${kind}`);
    const fields = new Map<string, SourceField>();
    for (const [field, { header, index, reversed }] of found.fields) {
      fields.set(field, { header, sheetColumn: index, reversed });
    }
    const table = reader.open({ kind, sheet: kind, table: kind, headerRow: 1, fields });
    const columns = new Map(
      [...fields].map(([field, { sheetColumn }]) => [field, { values, column: sheetColumn }]),
    );
    table.add({ firstSheetRow: 2, rowCount: values.length, columns });
    table.close();
  }
  return buildLedger(reader.finish());
}

type Found = ReturnType<typeof recogniseHeader>['found'];
const recognisedHeaders = new Map<string, Found>();

/** Thousands of random ledgers have the same few header rows. */
function recognised(headers: readonly string[]): Found {
  const key = JSON.stringify(headers);
  const known = recognisedHeaders.get(key) ?? recogniseHeader(headers).found;
  recognisedHeaders.set(key, known);
  return known;
}

/** Bold columns are there also where no row fills them. */
const leastHeaders: Record<ReadKind, string[]> = {
  Charges: ['Charge ID', 'Service Date', 'Provider', 'Amount'],
  Invoices: ['Invoice Number', 'Closed Date'],
  Payments: ['Payment ID', 'Payment Date', 'Type', 'Amount'],
  Adjustments: ['Adjustment ID', 'Date', 'Type', 'Amount'],
  'Claim Adjustments': ['Claim Number', 'Amount'],
  'Claim Lines': ['Claim Line ID', 'Charge ID', 'Status'],
  'Audit Trail': ['Tab', 'Date', 'Type', 'Amount'],
  Providers: ['Provider', 'Last Name'],
  'Commission Plans': ['Provider', 'Basis', 'Rate'],
  'Type Map': ['Tab', 'Pattern', 'Bucket'],
};

function gridOf(
  kind: ReadKind,
  rows: readonly PlainRow[],
): { headers: string[]; values: Cell[][] } {
  const headers = [...new Set([...leastHeaders[kind], ...rows.flatMap(Object.keys)])];
  const values = rows.map((row) =>
    headers.map((header) => (Object.hasOwn(row, header) ? (row[header] ?? '') : '')),
  );
  return { headers, values };
}

/** What a test asks for; a refusal throws its sentence. */
export function askedFor(reports: readonly string[], options: RunOptions): Asked {
  const asked = checkRequest({
    reports,
    from: options.from,
    to: options.to,
    options: Object.entries(options.options ?? {}),
    providers: options.providers ?? [],
    locations: options.locations ?? [],
    controls: [],
    write: false,
    stamp: { created: '', timeZone: '', version: '' },
  });
  if ('reasons' in asked) throw new Error(asked.reasons.join('; '));
  return asked;
}

export const testStamp = { practice: 'Test', created: '', timeZone: '', version: '' };

/** Both reports of invoices of a plain ledger, read back from the sheets as data. */
export function runPlain(plain: PlainLedger, options: RunOptions): PlainResult {
  const asked = askedFor(['collected-invoicing', 'gross-invoicing'], options);
  const ledger = ledgerOf(plain);
  const { specs } = chooseReports(asked, ledger.sources, []);
  const computed = atOnce(
    computeReports(ledger, { asked, specs, stamp: testStamp }, () => undefined),
  );
  const sheet = (name: string): Sheet => {
    const found = computed.sheets.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no sheet ${name}`);
    return found;
  };
  return {
    ...invoiceSums(computed, options.locations),
    lines: linesOf(computed),
    practice: summaryRows(sheet('Practice Summary')),
    practiceTotal: totalOf(sheet('Practice Summary')),
    tags: tableRows(sheet('Provider Invoice Tag Summary')).map(([provider, tag, cents]) => ({
      provider: String(provider),
      tag: String(tag),
      cents: Number(cents),
    })),
    details: records(sheet('Provider Details')),
    gross: summaryRows(sheet('Gross Invoicing Summary')).map(
      ({ provider, total, exempt, eligible }) => ({ provider, total, exempt, eligible }),
    ),
    rows: computed.sources.map(({ kind, rows: { read, used, skipped, held } }) => ({
      kind,
      read,
      used,
      skipped,
      held,
    })),
    problems: computed.problems.map(({ code, severity, sheet: name, cell }) => ({
      code,
      severity,
      sheet: name,
      cell,
    })),
  };
}

function tableRows(sheet: Sheet): readonly (readonly Value[])[] {
  return sheet.tables[0]?.rows ?? [];
}

function records(sheet: Sheet): Record<string, Cell>[] {
  const columns = sheet.tables[0]?.columns ?? [];
  return tableRows(sheet).map((row) =>
    Object.fromEntries(
      columns.map(({ head, type }, column): [string, Cell] => {
        const value = row[column] ?? null;
        return [head, isDateType(type) && value !== null ? momentText(Number(value)) : value];
      }),
    ),
  );
}

function summaryRows(sheet: Sheet): PlainResult['practice'] {
  return tableRows(sheet).map(([provider, share, total, exempt, eligible]) => ({
    provider: String(provider),
    share: share === null ? null : Number(share),
    total: Number(total),
    exempt: Number(exempt),
    eligible: Number(eligible),
  }));
}

function totalOf(sheet: Sheet): PlainResult['practiceTotal'] {
  const [, , total, exempt, eligible] = sheet.tables[0]?.total ?? [];
  return { total: Number(total), exempt: Number(exempt), eligible: Number(eligible) };
}

/** Cents by Charge ID of the lines that Provider Details shows. */
function linesOf({ allocated: { ledger }, sheets }: Computed): Map<string, number> {
  const details = sheets.find(({ name }) => name === 'Provider Details')?.tables[0];
  const entries = (details?.charges ?? []).map((charge, row): [string, number] => [
    textAt(ledger.charges.id, charge),
    Number(details?.rows[row]?.[18]),
  ]);
  return new Map(entries);
}

/** Tax and unallocated cents by Invoice Number, of the locations asked for. */
function invoiceSums(
  { allocated, period }: Computed,
  locations: readonly string[] | undefined,
): Pick<PlainResult, 'tax' | 'unallocated'> {
  const { ledger, allocation } = allocated;
  const size = { charges: ledger.charges.length, invoices: ledger.invoices.length };
  const sums = collected(allocation, period, size);
  const asked = locations === undefined ? undefined : new Set(locations);
  const inside = invoicesInLocations(allocated, asked);
  const byNumber = (column: Float64Array): Map<string, number> => {
    const entries = Array.from(column, (cents, invoice): [string, number] => [
      textAt(ledger.invoices.number, invoice),
      inside[invoice] === 1 ? cents : 0,
    ]);
    return new Map(entries.filter(([, cents]) => cents !== 0));
  };
  return { tax: byNumber(sums.taxCents), unallocated: byNumber(sums.unallocatedCents) };
}
