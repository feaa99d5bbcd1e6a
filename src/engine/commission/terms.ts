/** Guarantees, draws and carried deficits: what a plan promises besides its rates, as of a moment (C6 to C8, C11). */
import { dayOfMoment, endOfDay, startOfDay } from '../../core/day';
import { type Period, wholeMonths } from '../../core/period';
import type { Ledger } from '../../ledger/ledger';
import { bases, type GuaranteePeriod } from '../../ledger/planKinds';
import { EVERYONE, type PlanRule } from '../../ledger/planRule';
import type { Commission } from './commission';
import type { LineSums } from './lineSums';

/** What a term changes, on the day it is settled. */
export interface TermEvent {
  /** `guarantee` adds up to a floor; `deficit` pays a draw ahead, or takes back what was. */
  readonly kind: 'guarantee' | 'deficit';
  readonly moment: number;
  /** Place in `bases`: that of the plan's row with the term. */
  readonly basis: number;
  readonly cents: number;
  /** The amount of the guarantee or the draw, and what was earned before it. */
  readonly promised: number;
  readonly earned: number;
  /** What the provider owes of earlier months, before and after. */
  readonly owedBefore: number;
  readonly owedAfter: number;
}

/** What a plan promises at a moment. */
interface Terms {
  readonly guarantee: number | undefined;
  readonly guaranteePeriod: GuaranteePeriod;
  readonly guaranteeBasis: number;
  readonly draw: number | undefined;
  /** The deficit is taken off later commission. */
  readonly isCarried: boolean;
  readonly drawBasis: number;
}

export interface TermSettler {
  /** The events of a period, in order of time. */
  events(provider: number, period: Period): TermEvent[];
  /** True where a plan of the provider has such a term at any time. */
  hasTerms(provider: number): boolean;
}

export function termSettler(ledger: Ledger, commission: Commission, sums: LineSums): TermSettler {
  const { picker } = commission;
  const begins = commission.bases.reduce(
    (first, { lines }) => Math.min(first, lines.moment[0] ?? Infinity),
    Infinity,
  );
  const rowsOf = (provider: number): readonly PlanRule[] => {
    const owner = picker.planOf(provider);
    if (typeof owner === 'string') return [];
    return ledger.plans.rules.filter(
      (row) =>
        row.provider === owner &&
        (row.guarantee !== undefined || row.draw !== undefined || row.carry === 'Yes'),
    );
  };
  return {
    hasTerms: (provider) => rowsOf(provider).length > 0,
    events(provider, period) {
      const rows = rowsOf(provider);
      if (rows.length === 0) return [];
      const isOwn = picker.planOf(provider) !== EVERYONE;
      const of: Settling = { provider, rows, sums, isOwn, begins };
      const parts = partsOf(period, ledger.closes.periods);
      const events = [
        ...monthlyEvents(of, period),
        ...parts.flatMap((part) => periodEvents(of, part)),
      ];
      return events.filter(({ moment }) => period.from <= moment && moment <= period.to);
    },
  };
}

interface Settling {
  readonly provider: number;
  /** Rows with a term. */
  readonly rows: readonly PlanRule[];
  readonly sums: LineSums;
  /** A plan of his own: its terms hold in months without a line as well. */
  readonly isOwn: boolean;
  /** The first moment of the ledger's money and work; Infinity where there is none. */
  readonly begins: number;
}

function termsAt({ rows }: Settling, moment: number): Terms {
  const inForce = rows.filter(({ from, to }) => from <= moment && moment <= to);
  const withGuarantee = inForce.find(({ guarantee }) => guarantee !== undefined);
  const withDraw = inForce.find(({ draw }) => draw !== undefined);
  const withCarry = inForce.find(({ carry }) => carry !== '');
  const carry = withCarry?.carry ?? '';
  const drawRow = withDraw ?? withCarry ?? withGuarantee;
  return {
    guarantee: withGuarantee?.guarantee,
    guaranteePeriod: withGuarantee?.guaranteePeriod ?? '',
    guaranteeBasis: basisOf(withGuarantee),
    draw: withDraw?.draw,
    isCarried: carry === 'Yes' || (carry === '' && withDraw !== undefined),
    drawBasis: basisOf(drawRow),
  };
}

function basisOf(row: PlanRule | undefined): number {
  return row === undefined ? 0 : bases.indexOf(row.basis);
}

/** What a provider earned in a period, on every basis. */
function earnedIn({ provider, sums }: Settling, period: Period): number {
  return bases.reduce((sum, _, basis) => sum + sums.commission(provider, basis, period), 0);
}

function hasLinesIn({ provider, sums }: Settling, period: Period): boolean {
  return bases.some((_, basis) => sums.hasLines(provider, basis, period));
}

/** Daily and monthly guarantees and draws, month after month since the deficit began. */
function monthlyEvents(of: Settling, period: Period): TermEvent[] {
  const events: TermEvent[] = [];
  let owed = 0;
  let month = firstMonth(of, period);
  while (month.from <= period.to) {
    const daily = dailyEvents(of, month);
    const added = daily.reduce((sum, { cents }) => sum + cents, 0);
    const ofMonth = settleMonth(of, month, { added, owed });
    events.push(...daily, ...ofMonth.events);
    owed = ofMonth.owed;
    month = wholeMonths(month.to + 1, month.to + 1);
  }
  return events;
}

/** No month before the ledger begins, or before the plan does: nothing is known of it. */
function firstMonth({ rows, begins }: Settling, period: Period): Period {
  const from = Math.min(...rows.map((row) => row.from));
  const first = Math.max(from, begins === Infinity ? period.from : begins);
  return wholeMonths(first, first);
}

/** A day counts where the provider has a line on it (C6). */
function dailyEvents(of: Settling, month: Period): TermEvent[] {
  if (of.rows.every(({ guaranteePeriod }) => guaranteePeriod !== 'day')) return [];
  const days = new Set(
    [...bases.keys()].flatMap((basis) => of.sums.days(of.provider, basis, month)),
  );
  return [...days]
    .sort((a, b) => a - b)
    .flatMap((day) => {
      const whole = { from: startOfDay(day), to: endOfDay(day) };
      const terms = termsAt(of, whole.to);
      if (terms.guaranteePeriod !== 'day' || terms.guarantee === undefined) return [];
      const earned = earnedIn(of, whole);
      const event = { promised: terms.guarantee, earned, moment: whole.from };
      return topUp(terms.guaranteeBasis, event);
    });
}

/** What a guarantee adds; nothing where as much was earned. */
function topUp(
  basis: number,
  of: { readonly promised: number; readonly earned: number; readonly moment: number },
): TermEvent[] {
  const cents = of.promised - of.earned;
  if (cents <= 0) return [];
  return [{ kind: 'guarantee', basis, cents, owedBefore: 0, owedAfter: 0, ...of }];
}

/** A month is settled on its last day, as the plan stands then. */
function settleMonth(
  of: Settling,
  month: Period,
  { added, owed }: { readonly added: number; readonly owed: number },
): { events: TermEvent[]; owed: number } {
  if (!of.isOwn && !hasLinesIn(of, month)) return { events: [], owed };
  const terms = termsAt(of, month.to);
  const moment = startOfDay(dayOfMoment(month.to));
  const earned = earnedIn(of, month) + added;
  const promised = monthlyGuarantee(terms);
  // A guarantee whose deficit is carried is a draw of that amount (C11).
  const isFloor = terms.draw !== undefined || !terms.isCarried;
  const floor =
    isFloor && promised !== undefined
      ? topUp(terms.guaranteeBasis, { promised, earned, moment })
      : [];
  const paid = earned + floor.reduce((sum, { cents }) => sum + cents, 0);
  if (terms.draw === undefined && !terms.isCarried) {
    return { events: owed === 0 ? floor : [...floor, stillOwed(of, { moment, paid, owed })], owed };
  }
  const deficit = settleDraw(terms, { moment, paid, owed, promised: terms.draw ?? promised ?? 0 });
  const isNothing = deficit.cents === 0 && owed === 0 && deficit.owedAfter === 0;
  return { events: isNothing ? floor : [...floor, deficit], owed: deficit.owedAfter };
}

/** The plan does not take it off any more: it is told with the basis of the plan that it came from. */
function stillOwed(
  { rows }: Settling,
  { moment, paid, owed }: { readonly moment: number; readonly paid: number; readonly owed: number },
): TermEvent {
  const row = rows
    .filter(({ from, draw, carry }) => from <= moment && (draw !== undefined || carry === 'Yes'))
    .reduce<PlanRule | undefined>(
      (last, one) => (last === undefined || one.from > last.from ? one : last),
      undefined,
    );
  const of = { moment, basis: basisOf(row), earned: paid, owedBefore: owed, owedAfter: owed };
  return { kind: 'deficit', cents: 0, promised: 0, ...of };
}

function monthlyGuarantee({ guarantee, guaranteePeriod }: Terms): number | undefined {
  return guaranteePeriod === 'month' ? guarantee : undefined;
}

/** Pays at least the draw; what was paid ahead is taken off what is earned above it later (C7). */
function settleDraw(
  { isCarried, drawBasis }: Terms,
  of: {
    readonly moment: number;
    readonly paid: number;
    readonly owed: number;
    readonly promised: number;
  },
): TermEvent {
  const left = of.paid - of.owed;
  const payable = Math.max(of.promised, left);
  return {
    kind: 'deficit',
    moment: of.moment,
    basis: drawBasis,
    cents: payable - of.paid,
    promised: of.promised,
    earned: of.paid,
    owedBefore: of.owed,
    owedAfter: isCarried ? payable - left : 0,
  };
}

/** The closed periods that end in a period, and what is left of it between and behind them. */
function partsOf(period: Period, closed: readonly { readonly period: Period }[]): Period[] {
  const parts: Period[] = [];
  let from = period.from;
  for (const { period: one } of closed) {
    if (one.to < from || one.from > period.to) continue;
    if (from < one.from) parts.push({ from, to: one.from - 1 });
    if (one.to <= period.to) parts.push(one);
    from = one.to + 1;
  }
  return from <= period.to ? [...parts, { from, to: period.to }] : parts;
}

/** A guarantee averaged over the whole period that was asked for, or that was closed (C6). */
function periodEvents(of: Settling, period: Period): TermEvent[] {
  const terms = termsAt(of, period.to);
  if (terms.guaranteePeriod !== 'period' || terms.guarantee === undefined) return [];
  if (!of.isOwn && !hasLinesIn(of, period)) return [];
  const earned = earnedIn(of, period);
  return topUp(terms.guaranteeBasis, { promised: terms.guarantee, earned, moment: period.to });
}
