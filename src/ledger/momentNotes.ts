/** What is told once about a column of dates: texts, zones, short years, days taken for months. */
import { momentText } from '../core/day';
import { firstOf } from './amountNotes';
import type { ColumnNote } from './columnReader';

/** Dates with day and month exchanged by a paste, as far as the column shows it. */
export type SwappedDates =
  | {
      /** First row whose date stayed text. */
      readonly row: number;
      readonly converted: number;
      readonly asText: number;
    }
  /** A mapping says that the column was pasted so, but as many dates cannot come from such a paste. */
  | { readonly row: number; readonly late: number };

/** Rows of a column in which a date was written in a way worth telling. */
export interface MomentRemarks {
  readonly asText: number[];
  readonly zoneIgnored: number[];
  readonly shortYear: number[];
  swapped?: SwappedDates | undefined;
}

interface Moments {
  momentAt(row: number): number;
}

/** The notes of a column, over the rows that are used. */
export function momentNotes(
  remarks: MomentRemarks,
  moments: Moments,
  isUsed: (row: number) => boolean,
): ColumnNote[] {
  const notes: ColumnNote[] = [];
  const tell = (
    rows: readonly number[],
    note: Omit<ColumnNote, 'row' | 'count' | 'found'>,
  ): void => {
    const used = rows.filter(isUsed);
    if (used.length === 0) return;
    const row = firstOf(used);
    const found = `text that reads ${momentText(moments.momentAt(row))}`;
    notes.push({ ...note, row, count: used.length, found });
  };
  tell(remarks.asText, {
    code: 'DATE_AS_TEXT',
    severity: 'warned',
    done: 'read as a date; Excel itself does not sort or filter it as one',
    fix: 'To make it a date for Excel too, select the column and use Data, Text to Columns, Date.',
  });
  tell(remarks.zoneIgnored, {
    code: 'DATE_ZONE_IGNORED',
    severity: 'warned',
    done: 'the time was kept as it is written; its time zone was not used',
    fix: 'If the times are not those of the practice, export them in the time zone of the practice.',
  });
  tell(remarks.shortYear, {
    code: 'DATE_SHORT_YEAR',
    severity: 'warned',
    done: 'years 00 to 29 were read as 2000 to 2029, years 30 to 99 as 1930 to 1999',
    fix: 'If a year is meant otherwise, write it with four digits.',
  });
  return remarks.swapped === undefined ? notes : [...notes, swappedNote(remarks.swapped)];
}

function swappedNote(swapped: SwappedDates): ColumnNote {
  if ('late' in swapped) {
    const { row, late } = swapped;
    return {
      code: 'DATE_SWAPPED',
      severity: 'stopped',
      row,
      count: late,
      found: `${late} dates with days 13 to 31: day and month are no longer exchanged here`,
      done: 'nothing was added up, because the mapping of the table exchanges them',
      fix: 'Map the table again under How tables are read.',
    };
  }
  const { row, converted, asText } = swapped;
  return {
    code: 'DATE_SWAPPED',
    severity: 'stopped',
    row,
    count: converted,
    found: `${converted} dates with days 1 to 12, ${asText} texts with days 13 to 31`,
    done: 'the dates were probably pasted with day and month exchanged; nothing was added up',
    fix: 'Format the column as Text, then paste the dates again.',
  };
}
