/** Whether a header speaks of money, by its words: what no list of headers knows is told at the least. */
import { headerMeanings } from '../recognise';
import { wordsOf } from './words';

/** Money that was paid, given back or taken off. */
const moved = new Set(
  `paid pay payment collected collection collections copay coinsurance refund refunded deposit deposits
  credit credits received receipts adjustment adjusted recoup writeoffs`.split(/\s+/),
);
const amounts = new Set('amount total fee fees charge charged billed debit debits sum'.split(' '));
/** With one of these a header says something of the money, or of money that has not moved, or is a title. */
const others = new Set(
  `date day time id number type method mode source code name note notes card check cheque reference reason
  status plan terms description memo category class group location provider currency agency user staff
  count quantity rate percent balance due remaining expected estimate estimated allowed commission
  commissions void voided the report list`.split(/\s+/),
);

/** A header of money that was paid, collected, refunded, adjusted or written off. */
export function saysMoved(header: string): boolean {
  return saysSome(header, (words) => {
    const isWrittenOff = words.some(
      (word, place) => word === 'write' && /^off/.test(words[place + 1] ?? ''),
    );
    return isWrittenOff || words.some((word) => moved.has(word));
  });
}

/** A header of any amount. */
export function saysAmount(header: string): boolean {
  return saysMoved(header) || saysSome(header, (words) => words.some((word) => amounts.has(word)));
}

function saysSome(header: string, says: (words: readonly string[]) => boolean): boolean {
  const words = wordsOf(header);
  const isOther = words.some((word) => others.has(word)) || /\b(?:by|on|at)$/i.test(header.trim());
  if (isOther || !says(words)) return false;
  const known = headerMeanings(header);
  return known.length === 0 || known.some(({ spec }) => /cents/i.test(spec.type));
}
