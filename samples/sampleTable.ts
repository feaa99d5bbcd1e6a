/** Tables of a sample as its story fills them, and the days that the story speaks of. */
import { serialOfCivil } from '../src/core/day';

export type SampleCell = string | number;

export interface SampleTable {
  readonly headers: readonly string[];
  readonly rows: SampleCell[][];
}

/** A sheet with one table: an Excel table, or a plain range below the lines of `above`. */
export interface SampleSheet {
  readonly name: string;
  readonly table: SampleTable;
  /** The lines that the export prints above a plain range. */
  readonly above?: readonly string[];
}

export interface SampleBook {
  readonly practice: string;
  /** The second line of the sheet Notes: what the workbook is. */
  readonly about: string;
  readonly sheets: readonly SampleSheet[];
}

/** Cells by header; a header that is not named is blank. */
export type SampleRow = Readonly<Record<string, SampleCell>>;

/** A table without rows; headers stand between bars. */
export function emptyTable(headers: string): SampleTable {
  return { headers: headers.split('|'), rows: [] };
}

/** Adds a row; a header that the table does not have is a mistake in the story. */
export function addRow(table: SampleTable, row: SampleRow): void {
  for (const header of Object.keys(row)) {
    if (!table.headers.includes(header)) throw new Error(`no column ${header}`);
  }
  table.rows.push(table.headers.map((header) => row[header] ?? ''));
}

/** A table of commission plans, without rows. */
export function planTable(): SampleTable {
  return emptyTable(
    'Provider|Basis|Rate|Applies To|Credit To|Credit Share|Tier From|Tier Method|Tier Period|' +
      'Effective From|Effective To|Lab Method|Lab Share|Guarantee|Guarantee Period',
  );
}

/** Whole cents as the dollars that stand in a cell. */
export function dollars(cents: number): number {
  return cents / 100;
}

/** Serial days of the months of a year, from 1: `day(6, 30)` is 30 June. */
export function calendarOf(year: number): (month: number, day: number) => number {
  return (month, day) => {
    const serial = serialOfCivil({ year, month, day });
    if (serial === undefined) throw new Error(`no day ${day} of month ${month} in ${year}`);
    return serial;
  };
}

/** Sundays and Saturdays, on which nobody is seen. */
export function isWeekend(day: number): boolean {
  return day % 7 === 1 || day % 7 === 0;
}

/** The last working day at or before a day. */
export function workday(day: number): number {
  return isWeekend(day) ? workday(day - 1) : day;
}
