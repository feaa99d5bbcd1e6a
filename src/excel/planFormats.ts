/** How an edited cell of plans is kept: the value and, where the cell does not show it as it is, a number format. */
import { rateText } from '../ledger/parseRate';
import { parseRate } from '../ledger/parseRate';
import type { ColumnSpec } from '../ledger/columnSpec';
import { sentCell } from './acceptedCells';
import type { CellValue } from './layOut';
import { keptText } from './layOut';
import { isPercent } from './percentCells';

/** A cell as it is before it is written. */
export interface CellBefore {
  readonly value: unknown;
  readonly numberFormat: string;
}

export interface SentCell {
  /** What is sent, and what the cell holds then. */
  readonly sent: CellValue;
  readonly held: CellValue;
  /** Undefined: that of the cell stays. */
  readonly numberFormat: string | undefined;
}

const PLAIN: ReadonlySet<string> = new Set(['General', '@', '']);

/** `cell` is as the reader takes it: a rate is a text such as `30 %`. */
export function planSent(
  type: ColumnSpec['type'],
  cell: string | number,
  before: CellBefore,
): SentCell {
  if (cell === '') return { sent: '', held: '', numberFormat: undefined };
  if (type === 'rate') return rateSent(cell, before);
  if (typeof cell === 'number') {
    const isPlain = PLAIN.has(before.numberFormat);
    const isDay = type === 'moment';
    const shown = isDay ? dateFormat(cell) : '#,##0.00';
    // An amount that was a number is shown as its like are.
    const stays = !isPlain || (!isDay && typeof before.value === 'number');
    return { sent: cell, held: cell, numberFormat: stays ? undefined : shown };
  }
  const held = keptText(cell);
  return { sent: sentCell(held), held, numberFormat: undefined };
}

function dateFormat(serial: number): string {
  return Number.isInteger(serial) ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm';
}

/** In a column of plain numbers 35 stays 35; else it is 0.35 that is shown as 35 %. */
function rateSent(cell: string | number, { value, numberFormat }: CellBefore): SentCell {
  const read = parseRate(cell);
  const text = read.outcome === 'rate' ? rateText(read.parts) : '';
  const percent = Number(text);
  const shows = isPercent(numberFormat);
  const mayBeFraction = percent > 0 && percent <= 1;
  if (!shows && typeof value === 'number' && !mayBeFraction && numberFormat !== '@') {
    return { sent: percent, held: percent, numberFormat: undefined };
  }
  const ratio = Number(`${text}e-2`);
  const digits = (text.split('.')[1] ?? '').length;
  const isEnough = shows && digitsShown(numberFormat) >= digits;
  const needed = digits === 0 ? '0%' : `0.${'0'.repeat(digits)}%`;
  return { sent: ratio, held: ratio, numberFormat: isEnough ? undefined : needed };
}

/** Digits behind the point that a format of per cents shows. */
function digitsShown(numberFormat: string): number {
  return /\.([0#?]+)/.exec(numberFormat)?.[1]?.length ?? 0;
}
