/** Tables whose money received stands with a minus, but for few rows: a convention, not so many mistakes (A14). */
import { signProblem } from './mapping/signProblem';
import { moneyTypes, typeOf } from './moneyTypes';
import type { Problem } from './problem';
import { rowPlace, type Tables } from './tables';

/** A single one may be a slip, which is told as such. */
const ROWS_MIN = 2;
/** For each row received with a plus at least as many with a minus make it the convention of the table. */
const MINUS_FOR_PLUS = 10;

export interface SignsAsked {
  /** For each source, whether its signs are asked about. */
  readonly isAsked: (source: number) => boolean;
  readonly problems: readonly Problem[];
}

interface Received {
  /** First row with a minus. */
  readonly first: number;
  readonly minus: number;
  readonly plus: number;
  readonly cents: number;
}

const none: Received = { first: -1, minus: 0, plus: 0, cents: 0 };

/**
 * The tables of Payments in which nearly every amount of a type that is received is negative. It is never
 * guessed what that means; a mapping that says what the sign is has answered, unless it turned plus into
 * minus: then the export no longer has the sign that was kept.
 */
export function signsAsked(tables: Tables): SignsAsked {
  const { Payments: payments, sources } = tables;
  const received = new Map<number, Received>();
  for (let row = 0; row < payments.length; row++) {
    const { sign } = moneyTypes[typeOf(payments.type, row)];
    const cents = payments.amount[row]!;
    const source = payments.source[row]!;
    if (sign !== '+' || cents === 0) continue;
    const { first, minus, plus, cents: sum } = received.get(source) ?? none;
    received.set(source, {
      first: first < 0 && cents < 0 ? row : first,
      minus: minus + Number(cents < 0),
      plus: plus + Number(cents > 0),
      cents: sum + cents,
    });
  }
  const negated = (source: number): boolean | undefined =>
    sources[source]?.fields.get('amount')?.how?.negated;
  const asked = [...received].filter(
    ([source, { minus, plus, cents }]) =>
      cents < 0 && minus >= ROWS_MIN && minus >= plus * MINUS_FOR_PLUS && negated(source) !== false,
  );
  const places = new Set(asked.map(([source]) => source));
  return {
    isAsked: (source) => places.has(source),
    problems: asked.map(([source, { first, minus, cents }]) =>
      signProblem(rowPlace(tables, 'Payments', { row: first, field: 'amount' }), {
        what: 'payments',
        // As they stand on the sheet.
        cents: negated(source) === true ? -cents : cents,
        count: minus,
      }),
    ),
  };
}
