/** Cells of Commission Plans as texts that a person edits, and back: each is read by its column's own reader. */
import { moneyText } from '../core/cents';
import { dayOfMoment, dayText, momentText, serialOfMoment, startOfDay } from '../core/day';
import { isBlank } from './cellMarks';
import type { ColumnSpec } from './columnSpec';
import { parseAmount } from './parseAmount';
import { choiceWords, numberText, parseChoice } from './parseCell';
import { parseMoment } from './parseMoment';
import { parseRate, rateText } from './parseRate';
import { type CommissionPlansField, commissionPlansColumns } from './planKinds';

export const planFields = Object.keys(commissionPlansColumns) as readonly CommissionPlansField[];

export function planSpec(field: CommissionPlansField): ColumnSpec {
  return commissionPlansColumns[field];
}

/** What stands in a cell, as it is edited: `30 %`, `50,000.00`, `2024-03-31`; a text where it cannot be read. */
export function planText(field: CommissionPlansField, cell: unknown, date1904: boolean): string {
  if (isBlank(cell)) return '';
  const spec = planSpec(field);
  const written = typeof cell === 'number' ? numberText(cell) : String(cell).trim();
  const read = readings[spec.type]?.(cell, date1904);
  if (read !== undefined) return read.text;
  if (spec.type !== 'choice') return written;
  const choice = parseChoice(cell, choiceWords(spec), false);
  return choice.outcome === 'code' ? (spec.choices?.[choice.value] ?? written) : written;
}

/** The cell that a text is kept as; a text that cannot be read stays one, and is refused where it is read. */
export function planCell(
  field: CommissionPlansField,
  text: string,
  date1904: boolean,
): string | number {
  const written = text.trim();
  if (written === '') return '';
  return readings[planSpec(field).type]?.(written, date1904)?.cell ?? written;
}

/** False for a text that the reader would refuse, or take for something only by the rest of its column. */
export function isPlanTextRead(field: CommissionPlansField, text: string): boolean {
  const written = text.trim();
  const spec = planSpec(field);
  if (written === '') return true;
  if (spec.type === 'choice')
    return parseChoice(written, choiceWords(spec), false).outcome === 'code';
  const read = readings[spec.type];
  return read === undefined || read(written, false) !== undefined;
}

/** A cell that could be read: as it is edited, and as it is kept. */
interface Reading {
  readonly text: string;
  readonly cell: string | number;
}

/** Types that are more than their text. A rate is kept with its sign, which tells 30 % from 0.3. */
const readings: Partial<
  Record<ColumnSpec['type'], (cell: unknown, date1904: boolean) => Reading | undefined>
> = {
  rate(cell) {
    const read = parseRate(cell);
    if (read.outcome !== 'rate') return undefined;
    const text = `${rateText(read.parts)} %`;
    return { text, cell: text };
  },
  cents: amount,
  optionalCents: amount,
  moment(cell, date1904) {
    const read = parseMoment(cell, { date1904, order: 'unknown', compact: 'no' });
    if (read.outcome !== 'moment') return undefined;
    return { text: momentWords(read.moment), cell: serialOfMoment(read.moment, date1904) };
  },
};

/**
 * A point is the decimal mark, as in the amounts that the pane shows. With three digits behind it, it may
 * be a thousands mark: only the column, which the reader sees, tells.
 */
function amount(cell: unknown): Reading | undefined {
  if (typeof cell === 'string' && /^\D*\d{1,3}\.\d{3}\D*$/.test(cell)) return undefined;
  const read = parseAmount(cell, { mark: '.', creditSign: -1 });
  if (read.outcome !== 'amount' || read.lostParts !== 0) return undefined;
  return { text: moneyText(read.cents), cell: read.cents / 100 };
}

function momentWords(moment: number): string {
  const day = dayOfMoment(moment);
  return moment === startOfDay(day) ? dayText(day) : momentText(moment);
}
