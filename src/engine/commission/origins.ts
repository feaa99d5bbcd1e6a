/**
 * What takes money or work back is paid back at the rate at which it was paid (C22): a line of the other
 * sign on the same charge cancels those of the payment that its Refund Of names, then the newest ones that
 * stand there, and is looked at as of their moment.
 */
import { NONE } from '../../core/brand';
import { textAt } from '../../core/column';
import type { Ledger } from '../../ledger/ledger';
import { type BaseLines, sourceKinds } from './baseLines';

/** A part of a line: by itself, or what it takes back of an earlier one. */
export interface Part {
  readonly cents: number;
  /** The moment whose plan and tiers hold for it. */
  readonly moment: number;
  /** The line it takes back; NONE for a line of its own. */
  readonly origin: number;
}

interface Standing {
  readonly line: number;
  readonly moment: number;
  cents: number;
}

/** Makes the parts of line after line; each line is asked for once, in order. */
export function partsOfLines(
  { payments, providers }: Ledger,
  lines: BaseLines,
): (line: number) => Part[] {
  const stacks = new Map<number, Standing[]>();
  const isPayment = (line: number): boolean => sourceKinds[lines.kind[line]!] === 'Payments';
  const isOf = (line: number, id: string): boolean =>
    isPayment(line) && textAt(payments.id, lines.row[line]!) === id;
  return (line) => {
    const moment = lines.moment[line]!;
    const cents = lines.cents[line]!;
    const charge = lines.charge[line]!;
    if (charge === NONE) return [{ cents, moment, origin: NONE }];
    // Lines of whole claims and laboratory costs are no lines of the charge itself.
    const key = (charge * 3 + lines.nature[line]!) * providers.names.length + lines.provider[line]!;
    const stack = stacks.get(key);
    if (stack === undefined) {
      stacks.set(key, [{ line, moment, cents }]);
      return [{ cents, moment, origin: NONE }];
    }
    const named = isPayment(line) ? textAt(payments.refundOf, lines.row[line]!) : '';
    const of = { line, moment, cents };
    if (named === '') return takeBack(stack, of);
    stack.sort((a, b) => Number(isOf(a.line, named)) - Number(isOf(b.line, named)));
    const parts = takeBack(stack, of);
    // Oldest first again.
    stack.sort((a, b) => a.line - b.line);
    return parts;
  };
}

/** Takes from the end of the stack. */
function takeBack(stack: Standing[], { line, moment, cents }: Standing): Part[] {
  const parts: Part[] = [];
  let left = cents;
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (left === 0 || top.cents > 0 === left > 0) {
      stack.push(top);
      break;
    }
    const taken = Math.sign(left) * Math.min(Math.abs(left), Math.abs(top.cents)) || 0;
    parts.push({ cents: taken, moment: top.moment, origin: top.line });
    left -= taken;
    top.cents += taken;
    if (top.cents !== 0) {
      stack.push(top);
      break;
    }
  }
  if (left !== 0 || parts.length === 0) {
    parts.push({ cents: left, moment, origin: NONE });
    if (left !== 0) stack.push({ line, moment, cents: left });
  }
  return parts;
}
