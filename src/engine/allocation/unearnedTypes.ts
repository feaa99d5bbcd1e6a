/** The Unearned Types of the ledger: their names, and the one that new unearned money gets (A23). */
import { textAt } from '../../core/column';
import { byCodeUnit } from '../../core/order';
import type { Ledger } from '../../ledger/ledger';
import { moneyTypes, typeOf } from '../../ledger/moneyTypes';
import { isHiddenType } from '../moneyPostings';

/** Deposits and credit on account that bear no type of their own. */
export const ACCOUNT_CREDIT = 'Account credit';
/** Where the ledger has no unearned money at all. */
const UNEARNED = 'Unearned';

/** The type of a row that is unearned money; empty for other rows. */
export function unearnedTypeOf({ payments }: Ledger, row: number): string {
  const own = textAt(payments.unearnedType, row);
  if (own !== '') return own;
  const { onInvoice, collection } = moneyTypes[typeOf(payments.type, row)];
  return !onInvoice && collection !== 'none' ? ACCOUNT_CREDIT : '';
}

/** True for credit that is used or given back: it leaves or joins what is unearned (I-11, I-12). */
export function movesCredit({ payments }: Ledger, row: number): boolean {
  const type = typeOf(payments.type, row);
  return type === 'Credit Applied' || type === 'Unapplied';
}

/** The type of unearned money that a row moves, credit that is used or given back with it. */
export function typeMoved(ledger: Ledger, row: number): string {
  if (!movesCredit(ledger, row)) return unearnedTypeOf(ledger, row);
  return textAt(ledger.payments.unearnedType, row) || ACCOUNT_CREDIT;
}

/** The type that most rows bear and that is not hidden; ties by name. */
export function defaultUnearnedType(ledger: Ledger): string {
  const { payments, paid } = ledger;
  const { codes, texts } = payments.unearnedType;
  const counts = new Int32Array(texts.length);
  let hasCredit = false;
  for (let row = 0; row < payments.length; row++) {
    if (paid.counts[row]! === 0) continue;
    const code = codes[row]!;
    counts[code] = counts[code]! + 1;
    hasCredit ||= code === 0 && typeMoved(ledger, row) !== '';
  }
  const shown = texts
    .map((text, code): [string, number] => [text, counts[code]!])
    .filter(([text, rows]) => text !== '' && rows > 0 && !isHiddenType(text));
  const [most] = shown.sort(([a, m], [b, n]) => n - m || byCodeUnit(a, b));
  return most?.[0] ?? (hasCredit ? ACCOUNT_CREDIT : UNEARNED);
}
