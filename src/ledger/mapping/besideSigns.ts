/** The signs of a column of money, looked at as a whole: what they mean is sure, or it is asked (A14). */
import { hasDigit, isErrorText, trimText } from '../cellMarks';
import type { ColumnSpec } from '../columnSpec';
import { controlColumn, readKinds } from '../kinds';
import { type AmountCell, parseAmount } from '../parseAmount';
import type { Sense } from './moneyBeside';
import type { MappedView } from './tableMapping';

/** How many amounts of a column have which sign. */
export interface Signs {
  positive: number;
  negative: number;
  /** Cells that should be amounts and are none: their rows are held. */
  faults: number;
  /** Their sum. */
  cents: number;
}

export function noSigns(): Signs {
  return { positive: 0, negative: 0, faults: 0, cents: 0 };
}

/** Adds the amount of a cell, as the table that it would be in reads it; a word has no sign. */
export function addSign(signs: Signs, cell: unknown, creditSign: 1 | -1): void {
  let read: AmountCell = { outcome: 'open' };
  for (const mark of marks) {
    read = parseAmount(cell, { mark, creditSign });
    if (read.outcome === 'amount' || read.outcome === 'blank') break;
  }
  if (read.outcome === 'fault' && mayBeAmount(cell)) signs.faults++;
  if (read.outcome !== 'amount' || read.cents === 0) return;
  if (read.cents > 0) signs.positive++;
  else signs.negative++;
  signs.cents += read.cents;
}

/** Whichever decimal mark the column turns out to show, the sign is the same. */
const marks = ['open', 'none', '.', ','] as const;

/** A cell with a digit, or with an error of Excel. */
function mayBeAmount(cell: unknown): boolean {
  return typeof cell === 'string' && (hasDigit(cell) || isErrorText(trimText(cell)));
}

/** Money received with a minus throughout is a convention only where it is so more than once. */
const NEGATIVES_MIN = 2;

/**
 * The sign of the column as the ledger counts it: `nothing` where it holds no amount, `unclear` where
 * its amounts say otherwise than its word, or nothing at all.
 */
export function signOf(
  sense: Sense,
  { positive, negative, faults }: Signs,
): 'as-written' | 'negated' | 'unclear' | 'nothing' {
  // Where every row of the column is held no sign is needed.
  if (positive + negative === 0) return faults === 0 ? 'nothing' : 'as-written';
  return signOfSense(sense, { positive, negative });
}

function signOfSense(
  sense: Sense,
  { positive, negative }: Pick<Signs, 'positive' | 'negative'>,
): 'as-written' | 'negated' | 'unclear' {
  const isMixed = positive > 0 && negative > 0;
  switch (sense) {
    case 'said':
      return 'as-written';
    case 'received':
      return positive > 0 || negative < NEGATIVES_MIN ? 'as-written' : 'unclear';
    case 'reduces':
      return positive > 0 ? 'as-written' : 'unclear';
    case 'given back':
    case 'lowers':
      return isMixed ? 'unclear' : signDown(positive);
    case 'either':
      return positive > 0 ? 'unclear' : 'as-written';
  }
}

/** What goes out is negative in the ledger, whether or not the export writes a minus. */
function signDown(positive: number): 'as-written' | 'negated' {
  return positive > 0 ? 'negated' : 'as-written';
}

/**
 * The view with the sign of its amounts said. What reduces a claim with a plus lowers what is owed, which
 * Adjustments write with a minus.
 */
export function withSign(
  view: MappedView,
  sense: Sense,
  sign: 'as-written' | 'negated',
): MappedView {
  if (sense === 'said') return view;
  const control = controlColumn[view.kind];
  const specs: Readonly<Record<string, ColumnSpec>> = readKinds[view.kind];
  const header = control === undefined ? undefined : specs[control]?.header;
  const source = header === undefined ? undefined : view.fields[header];
  if (header === undefined || source === undefined || !('columns' in source)) return view;
  const isOpposite = sense === 'reduces' && view.kind === 'Adjustments';
  const said = isOpposite ? opposite[sign] : sign;
  return { ...view, fields: { ...view.fields, [header]: { ...source, sign: said } } };
}

const opposite = { 'as-written': 'negated', negated: 'as-written' } as const;
