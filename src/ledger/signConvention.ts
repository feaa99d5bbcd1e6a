/** Tables whose money received stands with a minus throughout: a convention, not so many mistakes (A14). */
import { signProblem } from './mapping/signProblem';
import { moneyTypes, typeOf } from './moneyTypes';
import type { Problem } from './problem';
import { rowPlace, type Tables } from './tables';

/** A single one may be a slip, which is told as such. */
const ROWS_MIN = 2;

export interface SignsAsked {
  /** For each source, whether its signs are asked about. */
  readonly isAsked: (source: number) => boolean;
  readonly problems: readonly Problem[];
}

/**
 * The tables of Payments in which every amount of a type that is received is negative. It is never guessed
 * what that means; a mapping that says what the sign is has answered.
 */
export function signsAsked(tables: Tables): SignsAsked {
  const { Payments: payments, sources } = tables;
  const received = new Map<number, { first: number; count: number; cents: number }>();
  const usual = new Set<number>();
  for (let row = 0; row < payments.length; row++) {
    const { sign } = moneyTypes[typeOf(payments.type, row)];
    const cents = payments.amount[row]!;
    const source = payments.source[row]!;
    if (sign !== '+' || cents === 0 || usual.has(source)) continue;
    if (cents > 0) usual.add(source);
    const known = received.get(source) ?? { first: row, count: 0, cents: 0 };
    received.set(source, { ...known, count: known.count + 1, cents: known.cents + cents });
  }
  const asked = [...received].filter(
    ([source, { count }]) =>
      !usual.has(source) &&
      count >= ROWS_MIN &&
      sources[source]?.fields.get('amount')?.how?.negated === undefined,
  );
  const places = new Set(asked.map(([source]) => source));
  return {
    isAsked: (source) => places.has(source),
    problems: asked.map(([, { first, count, cents }]) =>
      signProblem(rowPlace(tables, 'Payments', { row: first, field: 'amount' }), {
        what: 'payments',
        cents,
        count,
      }),
    ),
  };
}
