/** Columns of dates: moments, and what there is to tell about how they were written. */
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
  const isYearFirst = fixed === 'year first';
  const compact = isYearFirst ? 'yes' : 'open';
  return { fixed, style: { date1904, order: isYearFirst ? fixed : 'open', compact } };
}

/** A cell that waits for what the rest of its column shows. */
interface WaitingCell {
  readonly row: number;
  readonly cell: unknown;
  readonly why: 'order' | 'compact';
}

/** Reads a column of dates; blank is no moment unless the field must be filled (B1 to B13). */
export function readMoments(
  field: ReadField,
  store: MomentStore,
  { date1904 }: ReadContext,
): ColumnReader {
  const faults: CellFault[] = [];
  const waiting: WaitingCell[] = [];
  const remarks: MomentRemarks = { asText: [], zoneIgnored: [], shortYear: [] };
  const firstRow = store.length;
  let serials = 0;
  const shown: ShownOrders = { 'day first': [], 'month first': [] };
  const isRequired = mustBeFilled(field.spec);
  const { fixed, style } = styleOf(field, date1904);
  const swapped = field.how?.swapped;

  const fault = (row: number, cell: unknown, code: CellFault['code'], why = ''): void => {
    faults.push({ row, code, found: foundText(cell, field) + why });
  };
  const remark = (row: number, read: Moment): void => {
    if (read.asText) remarks.asText.push(row);
    if (read.zoneIgnored) remarks.zoneIgnored.push(row);
    if (read.shortYear) remarks.shortYear.push(row);
  };
  const take = (row: number, cell: unknown, read: MomentCell, why = ''): void => {
    if (read.outcome === 'moment' && read.shows !== '') shown[read.shows].push(row);
    if (read.outcome === 'moment' && fixed !== undefined && contradicts(read, fixed)) {
      fault(row, cell, 'DATE_NOT_A_DATE');
    } else if (read.outcome === 'moment') {
      store.fill(row, read.moment);
      remark(row, read);
    } else if (read.outcome === 'open') {
      waiting.push({ row, cell, why: read.why });
    } else if (read.outcome === 'fault') {
      fault(row, cell, read.code, why);
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
      const { order, why } = orderOf(shown, fixed);
      for (const { row, cell, why: waitsFor } of waiting) {
        const read = parseMoment(cell, { date1904, order, compact });
        take(row, cell, read, waitsFor === 'order' ? why : '');
      }
    },
    notes: (isUsed) => {
      const beside = { store, firstRow, texts: new Set(remarks.asText), isUsed };
      const swap = swapOf(swapSaid(swapped, waiting), shown, beside);
      return momentNotes({ ...remarks, swapped: swap }, store, isUsed);
    },
  };
}

/** Rows of the dates that show their order without doubt, read or not. */
type ShownOrders = Readonly<Record<'day first' | 'month first', number[]>>;

/**
 * The order of a column: the one that its mapping says, unless more dates show another, as after a
 * change of the export; then what can be read either way is in doubt (B1).
 */
function orderOf(
  shown: ShownOrders,
  fixed: DayOrder | undefined,
): { readonly order: DayOrder; readonly why: string } {
  const { 'day first': dayFirst, 'month first': monthFirst } = shown;
  if (fixed === undefined) return { order: dayOrder(dayFirst.length, monthFirst.length), why: '' };
  const against = dayFirst.length - monthFirst.length;
  const isChanged = (fixed === 'day first' ? -against : against) > 0 && fixed !== 'year first';
  if (!isChanged) return { order: fixed, why: '' };
  return {
    order: 'unknown',
    why: `; the mapping says ${fixed}, but the order seems to have changed`,
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
 * Whether a paste exchanged the column: as the mapping says; where it does not, surely not if a date that
 * Excel would have converted stayed text. One with a no-break space in it stays text anyhow.
 */
function swapSaid(said: boolean | undefined, waiting: readonly WaitingCell[]): boolean | undefined {
  if (said !== undefined) return said;
  const isText = waiting.some(
    ({ why, cell }) => why === 'order' && typeof cell === 'string' && /^[ -~]*$/.test(cell),
  );
  return isText ? false : undefined;
}

interface SerialsBeside {
  readonly store: MomentStore;
  readonly firstRow: number;
  /** Rows whose dates are text. */
  readonly texts: ReadonlySet<number>;
  readonly isUsed: (row: number) => boolean;
}

/**
 * The half-converted paste: the dates that stayed text and show an order have a day above 12, in one
 * order, and every used date that Excel converted has one up to 12, so that it took the day for the month.
 * In a column that a mapping says was pasted so (`said`), a converted date above 12 speaks against it (B2).
 */
function swapOf(
  said: boolean | undefined,
  shown: ShownOrders,
  beside: SerialsBeside,
): SwappedDates | undefined {
  if (said === false) return undefined;
  const { early, late } = convertedDays(beside);
  const [row] = late;
  if (said === true) return row === undefined ? undefined : { row, late: late.length };
  const [texts, others] = [shown['day first'], shown['month first']].sort(
    (a, b) => b.length - a.length,
  );
  const [first] = texts ?? [];
  if (first === undefined || others?.length !== 0 || late.length > 0 || early === 0)
    return undefined;
  const asText = texts?.length ?? 0;
  return early + asText < SWAP_ROWS_MIN ? undefined : { row: first, converted: early, asText };
}

/** The used dates that Excel holds as such: how many have a day up to 12, and the rows of the others. */
function convertedDays({ store, firstRow, texts, isUsed }: SerialsBeside): {
  readonly early: number;
  readonly late: readonly number[];
} {
  const late: number[] = [];
  let early = 0;
  for (let row = firstRow; row < store.length; row++) {
    const moment = store.momentAt(row);
    if (moment === NO_MOMENT || texts.has(row) || !isUsed(row)) continue;
    if (civilOfSerial(dayOfMoment(moment)).day > MONTHS) late.push(row);
    else early++;
  }
  return { early, late };
}
