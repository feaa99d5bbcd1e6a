/** What was found in the workbook, in words. */
import { counted } from '../core/counted';
import { dayOfMoment, dayText } from '../core/day';
import type { NearTable } from '../excel/reading';
import type { Ledger } from '../ledger/ledger';
import { cellAddress, type SourceTable } from '../ledger/tables';
import { reportSpecs } from '../reports/catalogue';
import { missingTables } from './chooseReports';
import { optionChoices } from './optionChoices';
import type { FoundTable, Inspection } from './pane';
import { presets } from './presets';
import { coveredMonths, coveredSpan, datedRows, spanOf, suggestedPreset } from './coveredDays';
import { type Period, periodFromText, periodToText } from '../core/period';

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
    ...(spec.isByName === true ? { isByName: spec.isByName } : {}),
  }));
  const possible = reports.filter(({ missing }) => missing === '').map(({ name }) => name);
  const span = coveredSpan(ledger);
  const months = coveredMonths(ledger);
  const ledgerDays = months && { from: periodFromText(months), to: periodToText(months) };
  return {
    practice,
    tables: ledger.sources.map((source, place) => foundTable(ledger, source, place)),
    problems: ledger.problems,
    presets: presets(today, ledgerDays),
    reports,
    options: optionChoices(possible),
    suggested: suggestedPreset(ledger, today),
    covered: daysText(span),
  };
}

/** A source with its rows and days; `place` is that of its rows in the columns. */
export function foundTable(ledger: Ledger, source: SourceTable, place: number): FoundTable {
  const { kind, sheet, table, headerRow, rows, fields } = source;
  const columns = [...fields.values()].map(({ sheetColumn }) => sheetColumn);
  const span = spanOf(
    datedRows(ledger)
      .filter((one) => one.kind === kind)
      .map(({ moments, source: of }) => moments.filter((_, row) => of[row] === place)),
  );
  const held = rows.held === 0 ? '' : `, ${counted(rows.held)} held back`;
  return {
    kind,
    sheet,
    table,
    cell: cellAddress(columns.length === 0 ? 0 : Math.min(...columns), headerRow),
    rows: `${counted(rows.read)} ${rows.read === 1 ? 'row' : 'rows'}${held}`,
    dates: daysText(span),
    isComplete: rows.held === 0,
  };
}

/** `2024-01-01 to 2024-03-31`; empty where no row has a date. */
function daysText(span: Period | undefined): string {
  if (span === undefined) return '';
  return `${dayText(dayOfMoment(span.from))} to ${dayText(dayOfMoment(span.to))}`;
}
