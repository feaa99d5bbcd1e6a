/** A sheet of an export: its lines above the header, its columns in the export's own order, and its rows. */
import { civilOfSerial } from '../src/core/day';
import { addRow, emptyTable, type SampleRow, type SampleTable } from './sampleTable';

export interface ExportSheet {
  readonly name: string;
  readonly above: readonly string[];
  readonly table: SampleTable;
  /** Headers of the columns whose cells are dates; dates of other columns are text. */
  readonly days: readonly string[];
}

export function exportSheet(
  about: { readonly name: string; readonly above?: readonly string[]; readonly days?: string },
  headers: string,
  rows: readonly SampleRow[],
): ExportSheet {
  const table = emptyTable(headers);
  for (const row of rows) addRow(table, row);
  return {
    name: about.name,
    above: about.above ?? [],
    table,
    days: about.days === undefined ? [] : about.days.split('|'),
  };
}

/** `$1,234.50`; less than nothing stands in brackets. */
export function moneyAsText(cents: number): string {
  const whole = String(Math.floor(Math.abs(cents) / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  const text = `$${whole}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
  return cents < 0 ? `(${text})` : text;
}

/** `03/05/2024`. */
export function dayAsText(serial: number): string {
  const { year, month, day } = civilOfSerial(serial);
  return `${String(month).padStart(2, '0')}/${String(day).padStart(2, '0')}/${year}`;
}
