/** Figures of the sheets against the rows of the ledger, added up by hand. */
import type { MixedCase, Tables } from '../../../support/mixedLedger';
import { endOf, momentOf } from '../../../support/oracle';
import { centsOf, type PlainRow, textOf } from '../../../support/plainLedger';
import type { ResultJson } from '../../spawnRunner';
import { hundredths, type Sheets, sheetsOf, ticks } from './figures';
import { byProvider } from './income';

type Span = Pick<MixedCase, 'from' | 'to'>;

function isIn(row: PlainRow, header: string, { from, to }: Span): boolean {
  const moment = momentOf(textOf(row, header));
  return moment >= momentOf(from) && moment <= endOf(to);
}

/** Sentences of what the rows do not add up to; a location is left to the reports. */
export function rowsOff({ tables, locations, ...span }: MixedCase, result: ResultJson): string[] {
  const found = ticks();
  if (locations.length > 0) return found.off;
  const sheets = sheetsOf(result);
  const isCapitated = (tables['Claim Lines'] ?? []).some((row) =>
    textOf(row, 'Status').startsWith('Cap'),
  );
  const income = sheets(byProvider);
  if (income !== undefined && !isCapitated) {
    const production = grossProduction(tables, span);
    found.same('Production of the rows', production, income.total('Production'));
  }
  windows(tables, span, sheets, found);
  return found.off;
}

/** Amount of the Complete charges by Service Date, but for those of a Voided invoice (P1). */
function grossProduction({ Charges = [], Invoices = [] }: Tables, span: Span): number {
  const voided = Invoices.filter((row) => textOf(row, 'Status') === 'Voided').map((row) =>
    textOf(row, 'Invoice Number'),
  );
  const done = Charges.filter(
    (row) =>
      ['', 'Complete'].includes(textOf(row, 'Status')) &&
      !voided.includes(textOf(row, 'Invoice Number')) &&
      isIn(row, 'Service Date', span),
  );
  return done.reduce((sum, row) => sum + (centsOf(row, 'Amount') ?? 0), 0);
}

/** Window of a tab: the absolute amounts of all its rows, and of them the voided ones (G-9). */
function windows(
  { 'Audit Trail': trail }: Tables,
  span: Span,
  sheets: Sheets,
  { same }: ReturnType<typeof ticks>,
): void {
  const totals = sheets('Control Totals');
  if (trail === undefined || totals === undefined) return;
  for (const [tab, window] of totals.table.rows) {
    const rows = trail.filter((row) => textOf(row, 'Tab') === tab && isIn(row, 'Date', span));
    const sum = rows.reduce((all, row) => all + Math.abs(centsOf(row, 'Amount') ?? 0), 0);
    same(`Window of ${String(tab)}`, sum, hundredths(window));
  }
}

/**
 * The ledger as two: money names its invoice alone, and in the second one every invoice was closed before all else,
 * also those that only a charge names. What the bridge calls Collections in the first is what Collected Invoicing
 * collects in the second.
 */
export function asIfClosed({
  Charges,
  Invoices,
  Payments,
}: Tables): readonly [asItIs: Tables, closed: Tables] | undefined {
  if (Charges === undefined || Invoices === undefined || Payments === undefined) return undefined;
  const named = Payments.map((row) => ({
    ...row,
    'Invoice Number': textOf(row, 'Invoice Number').split(';')[0] ?? '',
    'Charge ID': '',
    'Claim Number': '',
  }));
  const listed = new Set(Invoices.map((row) => textOf(row, 'Invoice Number')));
  const unlisted = new Set(Charges.map((row) => textOf(row, 'Invoice Number')));
  for (const number of ['', ...listed]) unlisted.delete(number);
  const all: PlainRow[] = [
    ...Invoices,
    ...[...unlisted].map((number) => ({ 'Invoice Number': number })),
  ];
  const closed = all.map((row) => ({
    ...row,
    'Closed Date': '2020-01-01',
    Status: textOf(row, 'Status') === 'Voided' ? 'Voided' : 'Closed',
  }));
  const asItIs = { Charges, Invoices, Payments: named };
  return [asItIs, { ...asItIs, Invoices: closed }];
}

/** Sentences of where the two differ. */
export function collectionsOff(asItIs: ResultJson, closed: ResultJson): string[] {
  const { off, same } = ticks();
  const bridge = sheetsOf(asItIs)('Reconciliation Bridge');
  const summary = sheetsOf(closed)('Practice Summary');
  if (bridge === undefined || summary === undefined) return ['a sheet is not there'];
  const anchor = bridge.sum('Amount', { Line: 'Collections' });
  same('Collections', anchor, summary.total('Total Invoicing Collected'));
  return off;
}
