/** Columns of dates: moments, and what there is to tell about how they were written. */
import { at } from '../core/assert';
import { NO_MOMENT, type MomentColumn } from '../core/brand';
import { growingFloats } from '../core/column';
import { civilOfSerial, dayOfMoment, serialOfCivil, startOfDay } from '../core/day';
import {
  foundText,
  mustBeFilled,
  type CellFault,
  type ColumnReader,
  type ReadContext,
} from './columnReader';
import { momentNotes, type MomentRemarks, type SwappedDates } from './momentNotes';
import {
  type DayOrder,
  dayOrder,
  momentOfCell,
  parseMoment,
  type Moment,
  type MomentCell,
  type MomentStyle,
} from './parseMoment';
import type { DateOrder } from './mapping/tableMapping';
import type { ReadField } from './sortRow';

/** The moments of a field, from every table of its kind. */
export interface MomentStore {
  readonly length: number;
  push(moment: number): void;
  pushBlank(): void;
  /** Fills a row that was pushed blank. */
  fill(row: number, moment: number): void;
  momentAt(row: number): number;
  finish(keep: Uint8Array): MomentColumn;
}

export function momentStore(): MomentStore {
  const moments = growingFloats();
  return {
    get length() {
      return moments.length;
    },
    push: (moment) => {
      moments.push(moment);
    },
    pushBlank: () => {
      moments.push(NO_MOMENT);
    },
    fill: (row, moment) => {
      moments.set(row, moment);
    },
    momentAt: (row) => moments.get(row),
    finish: (keep) => moments.finish(keep),
  };
}

/** What a mapping says of the order of a date's parts. */
const orders: Readonly<Record<DateOrder, DayOrder>> = {
  dmy: 'day first',
  mdy: 'month first',
  ymd: 'year first',
};

/** How a column is parsed before its other cells are known; `fixed` is the order a mapping says. */
function styleOf(
  { how }: ReadField,
  date1904: boolean,
): { fixed: DayOrder | undefined; style: MomentStyle } {
  const fixed = how?.dates && orders[how.dates];
  const compact = how?.dates === 'ymd' ? 'yes' : 'open';
  return { fixed, style: { date1904, order: fixed ?? 'open', compact } };
}

/** Reads a column of dates; blank is no moment unless the field must be filled (B1 to B13). */
export function readMoments(
  field: ReadField,
  store: MomentStore,
  { date1904 }: ReadContext,
): ColumnReader {
  const faults: CellFault[] = [];
  const waiting: { readonly row: number; readonly cell: unknown; readonly why: string }[] = [];
  const remarks: MomentRemarks = { asText: [], zoneIgnored: [], shortYear: [] };
  const firstRow = store.length;
  let serials = 0;
  const shown = { dayFirst: 0, monthFirst: 0 };
  const isRequired = mustBeFilled(field.spec);
  const { fixed, style } = styleOf(field, date1904);
  const swapped = field.how?.swapped;

  const fault = (row: number, cell: unknown, code: CellFault['code']): void => {
    faults.push({ row, code, found: foundText(cell, field) });
  };
  const remark = (row: number, read: Moment): void => {
    if (read.shows === 'day first') shown.dayFirst++;
    if (read.shows === 'month first') shown.monthFirst++;
    if (read.asText) remarks.asText.push(row);
    if (read.zoneIgnored) remarks.zoneIgnored.push(row);
    if (read.shortYear) remarks.shortYear.push(row);
  };
  const take = (row: number, cell: unknown, read: MomentCell): void => {
    if (read.outcome === 'moment' && fixed !== undefined && contradicts(read, fixed)) {
      fault(row, cell, 'DATE_NOT_A_DATE');
    } else if (read.outcome === 'moment') {
      store.fill(row, read.moment);
      remark(row, read);
    } else if (read.outcome === 'open') {
      waiting.push({ row, cell, why: read.why });
    } else if (read.outcome === 'fault') {
      fault(row, cell, read.code);
    } else if (isRequired) {
      fault(row, cell, 'CELL_BLANK');
    }
  };
  return {
    faults,
    read({ values, column }, rows) {
      for (const row of rows) {
        const cell = values[row]?.[column];
        if (typeof cell === 'number') {
          const moment = momentOfCell(cell, date1904);
          if (moment !== undefined) {
            serials++;
            store.push(swapped === true ? withDayAndMonthExchanged(moment) : moment);
            continue;
          }
        }
        store.pushBlank();
        take(store.length - 1, cell, parseMoment(cell, style));
      }
    },
    close() {
      const isSlashed = waiting.some(({ why }) => why === 'order');
      const compact = serials + remarks.asText.length === 0 && !isSlashed ? 'yes' : 'no';
      const order = fixed ?? dayOrder(shown.dayFirst, shown.monthFirst);
      if (!isSlashed && swapped === undefined)
        remarks.swapped = swappedRows(remarks.asText, shown, { store, firstRow });
      for (const { row, cell } of waiting) {
        take(row, cell, parseMoment(cell, { date1904, order, compact }));
      }
    },
    notes: (isUsed) => momentNotes(remarks, store, isUsed),
  };
}

/** True for a date that can only be read in another order than the one that the mapping says. */
function contradicts({ shows }: Moment, order: DayOrder): boolean {
  return shows !== '' && shows !== order;
}

/** What a paste made of the fifth of March, where it took the day for the month, is made good again. */
function withDayAndMonthExchanged(moment: number): number {
  const day = dayOfMoment(moment);
  const { year, month, day: dayOfMonth } = civilOfSerial(day);
  const serial = serialOfCivil({ year, month: dayOfMonth, day: month });
  return serial === undefined ? moment : moment + startOfDay(serial - day);
}

/** Rows below which a column says too little about how it was pasted. */
const SWAP_ROWS_MIN = 20;
/** The highest number that is both a day and a month. */
const MONTHS = 12;

/**
 * The half-converted paste: every date that stayed text has a day above 12, in one order, and every
 * date that Excel converted has one up to 12, so that it took the day for the month (B2).
 */
function swappedRows(
  asText: readonly number[],
  shown: { readonly dayFirst: number; readonly monthFirst: number },
  { store, firstRow }: { readonly store: MomentStore; readonly firstRow: number },
): SwappedDates | undefined {
  const isOneOrder = shown.dayFirst === asText.length || shown.monthFirst === asText.length;
  if (asText.length === 0 || !isOneOrder) return undefined;
  const texts = new Set(asText);
  let converted = 0;
  for (let row = firstRow; row < store.length; row++) {
    const moment = store.momentAt(row);
    if (moment === NO_MOMENT || texts.has(row)) continue;
    if (civilOfSerial(dayOfMoment(moment)).day > MONTHS) return undefined;
    converted++;
  }
  if (converted === 0 || converted + asText.length < SWAP_ROWS_MIN) return undefined;
  return { row: at(asText, 0), converted, asText: asText.length };
}
