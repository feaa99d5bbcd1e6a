/** Production, collections and commission of each provider in each month, as the reports of that month have them. */
import { at } from '../../core/assert';
import { dayOfMoment } from '../../core/day';
import { contains, monthsOf, type Period } from '../../core/period';
import type { Steps } from '../../core/steps';
import type { AllocatedLedger } from '../../engine/allocateLedger';
import type { Measure } from '../../engine/posting';
import { type CommissionFigures, commissionFigures } from '../commission/figures';
import { summaryColumns } from '../income/columns';
import { noSums, selectedPostings, sumOf, sumsByKey } from '../income/selection';
import type { ReportRequest } from '../request';

/** What is drawn, by the heads of its columns. */
export const PRODUCTION = 'Net Production';
export const COLLECTIONS = 'Collections';
export const COMMISSION = 'Commission';

/** Providers above which lines cannot be told apart, or bars be seen. */
export const LINES_MOST = 12;
export const BARS_MOST = 40;

/** One measure: cents by provider and month; null is nobody's figure, such as that of who has no plan. */
export interface MonthMeasure {
  readonly head: string;
  /** By place in the ledger's provider names; the months in their order. */
  readonly byProvider: ReadonlyMap<number, readonly (number | null)[]>;
  /** The figure of the whole period, computed by itself. */
  readonly periodCents: number;
}

export interface MonthFigures {
  readonly months: readonly Period[];
  /** Production, collections and, where there are plans, commission. */
  readonly measures: readonly MonthMeasure[];
  /** Undefined where the workbook has no plans. */
  readonly commission: CommissionFigures | undefined;
}

export function* monthFigures(
  allocated: AllocatedLedger,
  request: ReportRequest,
): Steps<MonthFigures> {
  const months = monthsOf(request.period);
  const income = yield* incomeMeasures(allocated, request, months);
  const hasPlans = allocated.ledger.sources.some(({ kind }) => kind === 'Commission Plans');
  if (!hasPlans) return { months, measures: income, commission: undefined };
  const commission = yield* commissionFigures(allocated, request);
  const measures = [...income, yield* commissionMeasure(commission, months)];
  return { months, measures, commission };
}

/** Tot Prod and Total Income of Production & Income, from the same postings (P20, P21). */
function* incomeMeasures(
  allocated: AllocatedLedger,
  request: ReportRequest,
  months: readonly Period[],
): Steps<MonthMeasure[]> {
  const postings = yield* allocated.posted();
  const rows = yield* selectedPostings(allocated, postings, request);
  const count = months.length;
  const monthOfDay = new Map<number, number>();
  const monthOf = (moment: number): number => {
    const day = dayOfMoment(moment);
    const place = monthOfDay.get(day) ?? months.findIndex((month) => contains(month, moment));
    monthOfDay.set(day, place);
    return place;
  };
  const sums = yield* sumsByKey(
    postings,
    rows,
    (row) => postings.provider[row]! * count + monthOf(postings.moment[row]!),
  );
  const all = yield* sumsByKey(postings, rows, () => 0);
  const columns = summaryColumns(request.options);
  const measures = [PRODUCTION, COLLECTIONS].map((head, place): MonthMeasure => {
    const source = place === 0 ? 'Tot Prod' : 'Total Income';
    const of: readonly Measure[] = columns.find((column) => column.head === source)?.of ?? [];
    const byProvider = new Map<number, number[]>();
    for (const [key, cents] of sums) {
      const provider = Math.floor(key / count);
      const own = byProvider.get(provider) ?? new Array<number>(count).fill(0);
      own[key % count] = sumOf(cents, of);
      byProvider.set(provider, own);
    }
    return { head, byProvider, periodCents: sumOf(all.get(0) ?? noSums(), of) };
  });
  return measures;
}

/** Commission of Commission Summary: that of a longer period is the sum of its months (INV-24). */
function* commissionMeasure(
  { settled, figures, request }: CommissionFigures,
  months: readonly Period[],
): Steps<MonthMeasure> {
  const byProvider = new Map<number, (number | null)[]>();
  for (const provider of settled.providers(request.period)) {
    const own: (number | null)[] = [];
    for (const month of months) {
      yield;
      const ofMonth = settled.figures(provider, month);
      const cents = ofMonth.reduce((sum, { commission }) => sum + commission, 0);
      own.push(ofMonth.length === 0 ? null : cents);
    }
    byProvider.set(provider, own);
  }
  const periodCents = figures.reduce((sum, { commission }) => sum + commission, 0);
  return { head: COMMISSION, byProvider, periodCents };
}

/** The figure of a provider in a month; where a measure has no word of him, 0.00 or nothing. */
export function figureOf(measure: MonthMeasure, provider: number, month: number): number | null {
  const own = measure.byProvider.get(provider);
  if (own === undefined) return measure.head === COMMISSION ? null : 0;
  return at(own, month);
}

/** All months of a provider; null where there is no figure in any. */
export function periodOf(measure: MonthMeasure, provider: number): number | null {
  const own = measure.byProvider.get(provider);
  if (own === undefined) return measure.head === COMMISSION ? null : 0;
  return own.every((cents) => cents === null) ? null : addedUp(own);
}

/** All providers of a month, shown or not. */
export function practiceOf(measure: MonthMeasure, month: number): number {
  return addedUp([...measure.byProvider.values()].map((own) => at(own, month)));
}

function addedUp(all: readonly (number | null)[]): number {
  return all.reduce<number>((sum, cents) => sum + (cents ?? 0), 0);
}
