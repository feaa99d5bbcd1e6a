/** Sums of commission lines by payee, basis and time: exact, looked up, and rounded once a month (INV-24). */
import { at } from '../../core/assert';
import { dayOfMoment } from '../../core/day';
import { type Exact, centsOfParts, exactCents, roundExact } from '../../core/exact';
import { type Period, wholeMonths } from '../../core/period';
import type { Rounding } from '../../core/rate';
import { bases } from '../../ledger/planKinds';
import { groupRows } from '../groupRows';
import type { Options } from '../options';
import type { CommissionLines } from './commissionLines';

/** A line of a period, with its cents of the rounded commission. */
export interface SettledLine {
  readonly line: number;
  readonly cents: number;
}

export interface LineSums {
  /** Days of a period on which there is a line; the basis is a place in `bases`. */
  days(payee: number, basis: number, period: Period): number[];
  hasLines(payee: number, basis: number, period: Period): boolean;
  base(payee: number, basis: number, period: Period): number;
  /** Rounded once for each calendar month, so that months, parts of months and years add up. */
  commission(payee: number, basis: number, period: Period): number;
  /** The lines of a period with cents that add up to its commission. */
  lines(payee: number, basis: number, period: Period): SettledLine[];
}

/** Lines of one payee and basis, in order of time. */
interface Indexed {
  /** Places among the commission lines. */
  readonly lines: Int32Array;
  readonly moments: Float64Array;
  /** Sums up to each line: exact commission, and base. */
  readonly upTo: readonly Exact[];
  readonly baseUpTo: Float64Array;
}

export function lineSums(lines: CommissionLines, payees: number, options: Options): LineSums {
  const rounding: Rounding = options['round-commission'] === 'half-even' ? 'half-even' : 'half-up';
  const byLine = options['round-commission-at'] === 'line';
  const settled = (line: number): Exact => {
    const exact = at(lines.exact, line);
    return byLine ? exactCents(roundExact(exact, rounding)) : exact;
  };
  const key = lines.payee.map((payee, line) => payee * bases.length + lines.basis[line]!);
  const groups = groupRows(key, payees * bases.length);
  const made = new Map<number, Indexed>();
  const groupOf = (payee: number, basis: number): Indexed | undefined => {
    const place = payee * bases.length + basis;
    const [start, end] = [groups.starts[place]!, groups.starts[place + 1]!];
    if (start === end) return undefined;
    const known = made.get(place) ?? indexed(groups.rows.subarray(start, end), lines, settled);
    made.set(place, known);
    return known;
  };
  const months = (
    payee: number,
    basis: number,
    period: Period,
  ): { total: number; from: number; to: number; group: Indexed }[] => {
    const group = groupOf(payee, basis);
    if (group === undefined) return [];
    return monthsIn(period, group.moments).map(({ month, part }) => {
      const before = placeFrom(group.moments, month.from);
      const [from, to] = [
        placeFrom(group.moments, part.from),
        placeFrom(group.moments, part.to + 1),
      ];
      const upTo = (place: number): number =>
        roundExact(at(group.upTo, place) - at(group.upTo, before), rounding);
      return { total: upTo(to) - upTo(from), from, to, group };
    });
  };
  return {
    days(payee, basis, period) {
      const moments = groupOf(payee, basis)?.moments ?? new Float64Array(0);
      const from = placeFrom(moments, period.from);
      const inside = moments.subarray(from, Math.max(from, placeFrom(moments, period.to + 1)));
      return [...new Set(Array.from(inside, dayOfMoment))];
    },
    hasLines(payee, basis, period) {
      const group = groupOf(payee, basis);
      if (group === undefined) return false;
      return placeFrom(group.moments, period.from) < placeFrom(group.moments, period.to + 1);
    },
    base(payee, basis, period) {
      const group = groupOf(payee, basis);
      if (group === undefined) return 0;
      const from = placeFrom(group.moments, period.from);
      const to = placeFrom(group.moments, period.to + 1);
      return group.baseUpTo[Math.max(from, to)]! - group.baseUpTo[from]!;
    },
    commission: (payee, basis, period) =>
      months(payee, basis, period).reduce((sum, { total }) => sum + total, 0),
    lines(payee, basis, period) {
      return months(payee, basis, period).flatMap(({ total, from, to, group }) => {
        const own = [...group.lines.subarray(from, to)];
        const exact = own.map(settled);
        const cents = centsOfParts(total, exact);
        return own.map((line, place) => ({ line, cents: at(cents, place) }));
      });
    },
  };
}

function indexed(
  rows: Int32Array,
  lines: CommissionLines,
  settled: (line: number) => Exact,
): Indexed {
  const upTo: Exact[] = [0n];
  const baseUpTo = new Float64Array(rows.length + 1);
  for (let place = 0; place < rows.length; place++) {
    upTo.push(at(upTo, place) + settled(rows[place]!));
    baseUpTo[place + 1] = baseUpTo[place]! + lines.base[rows[place]!]!;
  }
  const moments = Float64Array.from(rows, (line) => lines.moment[line]!);
  return { lines: rows, moments, upTo, baseUpTo };
}

/** The calendar months of a period in which there are lines, each with its part of the period. */
function monthsIn(period: Period, moments: Float64Array): { month: Period; part: Period }[] {
  const found: { month: Period; part: Period }[] = [];
  let place = placeFrom(moments, period.from);
  while (place < moments.length && moments[place]! <= period.to) {
    const month = wholeMonths(moments[place]!, moments[place]!);
    const part = {
      from: Math.max(period.from, month.from),
      to: Math.min(period.to, month.to),
    };
    found.push({ month, part });
    place = placeFrom(moments, month.to + 1);
  }
  return found;
}

/** The first place whose moment is `from` or later. */
function placeFrom(moments: Float64Array, from: number): number {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (moments[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
