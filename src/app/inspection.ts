/** What was found in the workbook, in words. */
import { NO_MOMENT } from '../core/brand';
import { dayOfMoment, dayText } from '../core/day';
import type { NearTable } from '../excel/reading';
import type { Ledger } from '../ledger/ledger';
import { cellAddress, type SourceTable } from '../ledger/tables';
import { reportSpecs } from '../reports/catalogue';
import { missingTables } from './chooseReports';
import { optionChoices } from './optionWords';
import type { FoundTable, Inspection, PresetName } from './pane';
import { presetDays, presets } from './presets';
import { coveredMonths } from './checkRequest';
import { periodFromText, periodToText } from '../core/period';

export function inspectionOf(
  of: { readonly practice: string; readonly ledger: Ledger; readonly nearly: readonly NearTable[] },
  today: number,
): Inspection {
  const { ledger, nearly, practice } = of;
  const kinds = new Set(ledger.sources.map(({ kind }) => kind));
  const reports = reportSpecs.map((spec) => ({
    name: spec.name,
    title: spec.title,
    question: spec.question,
    missing: missingTables(spec, kinds, nearly),
  }));
  const possible = reports.filter(({ missing }) => missing === '').map(({ name }) => name);
  const span = spanOf(allDates(ledger).map(({ column }) => column));
  const months = coveredMonths(ledger);
  const ledgerDays = months && { from: periodFromText(months), to: periodToText(months) };
  return {
    practice,
    tables: ledger.sources.map((source, place) => foundTable(ledger, source, place)),
    problems: ledger.problems,
    presets: presets(today, ledgerDays),
    reports,
    options: optionChoices(possible),
    suggested: suggested(span, today),
    covered: span === undefined ? '' : `${dayText(span.first)} to ${dayText(span.last)}`,
  };
}

/** A source with its rows and days; `place` is that of its rows in the columns. */
export function foundTable(ledger: Ledger, source: SourceTable, place: number): FoundTable {
  const { kind, sheet, table, headerRow, rows, fields } = source;
  const columns = [...fields.values()].map(({ sheetColumn }) => sheetColumn);
  const span = spanOf(
    allDates(ledger)
      .filter((one) => one.kind === kind)
      .map(({ column, source: of }) => column.filter((_, row) => of[row] === place)),
  );
  const held = rows.held === 0 ? '' : `, ${counted(rows.held)} held back`;
  return {
    kind,
    sheet,
    table,
    cell: cellAddress(columns.length === 0 ? 0 : Math.min(...columns), headerRow),
    rows: `${counted(rows.read)} ${rows.read === 1 ? 'row' : 'rows'}${held}`,
    dates: span === undefined ? '' : `${dayText(span.first)} to ${dayText(span.last)}`,
    isComplete: rows.held === 0,
  };
}

/** A whole number with its thousands apart, the same in every locale. */
export function counted(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

interface Dates {
  readonly kind: string;
  readonly column: Float64Array;
  readonly source: Int32Array;
}

function allDates({ charges, invoices, payments, tables }: Ledger): Dates[] {
  const trail = tables['Audit Trail'];
  return [
    { kind: 'Charges', column: charges.service, source: charges.source },
    { kind: 'Invoices', column: invoices.closed, source: invoices.source },
    { kind: 'Payments', column: payments.date, source: payments.source },
    { kind: 'Audit Trail', column: trail.date, source: trail.source },
  ];
}

/** First and last day of moments; undefined where there is none. */
function spanOf(columns: readonly Float64Array[]): { first: number; last: number } | undefined {
  let first = Infinity;
  let last = -Infinity;
  for (const column of columns) {
    for (const moment of column) {
      if (moment === NO_MOMENT) continue;
      if (moment < first) first = moment;
      if (moment > last) last = moment;
    }
  }
  if (last === -Infinity) return undefined;
  return { first: dayOfMoment(first), last: dayOfMoment(last) };
}

/** Last month, if the ledger reaches into it; a ledger of another time is shown as a whole. */
function suggested(
  span: { readonly first: number; readonly last: number } | undefined,
  today: number,
): PresetName {
  const days = presetDays('last-month', today);
  if (span === undefined || days === undefined) return 'last-month';
  const reaches = dayText(span.last) >= days.from && dayText(span.first) <= days.to;
  return reaches ? 'last-month' : 'ledger';
}
