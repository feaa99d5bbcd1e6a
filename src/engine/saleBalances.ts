/** Balances of the sales: what clients owe on credited invoices, and what is theirs (S-10). */
import { NONE, type CentsColumn, type MomentColumn } from '../core/brand';
import { dayOfMoment } from '../core/day';
import { contains, type Period } from '../core/period';
import type { Steps } from '../core/steps';
import type { FigureRows } from './incomeFigures';
import { CREDIT, type Sales, VALUE } from './sales';

/** Changes of the two balances since the ledger's first row, one for each move of a sale. */
export interface SaleBalances {
  readonly moment: MomentColumn;
  /** Σ max(credited value − money on it, 0) over the sales, before write-offs. */
  readonly receivableCents: CentsColumn;
  /** Overpaid parts, and cash on no sale, less the credit used on sales; signed. */
  readonly creditCents: CentsColumn;
}

/** Moves between two pauses. */
const MOVES_A_STEP = 50_000;

/**
 * The changes of both balances. A sale's money less its value is one number: above 0 it is overpaid,
 * below 0 it is owed. Transfers onto a sale take from the credits like Credit Applied does, so that a
 * set of Transfers that is not 0 leaves its mark on both sides.
 */
export function* saleBalances({ moves }: Pick<Sales, 'moves'>): Steps<SaleBalances> {
  const { kind, cents, moment, sale, ofSale } = moves;
  const receivableCents = new Float64Array(sale.length);
  const creditCents = new Float64Array(sale.length);
  for (let one = 0; one + 1 < ofSale.starts.length; one++) {
    let balance = 0;
    for (let place = ofSale.starts[one]!; place < ofSale.starts[one + 1]!; place++) {
      if (place % MOVES_A_STEP === MOVES_A_STEP - 1) yield;
      const move = ofSale.rows[place]!;
      const before = balance;
      balance += kind[move]! === VALUE ? -cents[move]! : cents[move]!;
      const used = kind[move]! === CREDIT ? cents[move]! : 0;
      receivableCents[move] = Math.max(-balance, 0) - Math.max(-before, 0);
      creditCents[move] = Math.max(balance, 0) - Math.max(before, 0) - used;
    }
  }
  for (let move = 0; move < sale.length; move++) {
    if (sale[move]! === NONE) creditCents[move] = cents[move]!;
  }
  return { moment, receivableCents, creditCents };
}

/**
 * Changes of what belongs to clients (UNAPPLIED): money on no sale under the provider its row names; what
 * a sale is overpaid, and credit that was used, under `No provider`.
 */
export function clientCredits(
  { of, money, moves }: Sales,
  { moment, creditCents }: SaleBalances,
): FigureRows {
  const { noProvider, ofPayment } = of.ledger.providers;
  const firstMoney = moves.kind.length - money.sale.length;
  const provider = moves.sale.map((sale, move) =>
    sale === NONE ? ofPayment[money.payment[move - firstMoney]!]! : noProvider,
  );
  return { moment, cents: creditCents, provider };
}

function sumUpTo(moment: Float64Array, cents: Float64Array, asOf: number): number {
  let sum = 0;
  for (let row = 0; row < moment.length; row++) if (moment[row]! <= asOf) sum += cents[row]!;
  return sum;
}

/** The days of a period, one element a day; the last three are balances at its end (S-10). */
export interface SaleDays {
  readonly firstDay: number;
  readonly cash: CentsColumn;
  readonly services: CentsColumn;
  readonly tax: CentsColumn;
  readonly cumulative: CentsColumn;
  readonly clientCredits: CentsColumn;
  readonly receivable: CentsColumn;
}

/**
 * Every row is set into its day once. `cumulative` adds up cash − services − tax; the other two
 * balances come from the walk, so that the two sides of S-10 are two ways.
 */
export function* saleDays(
  { credits, money }: Sales,
  balances: SaleBalances,
  period: Period,
): Steps<SaleDays> {
  const firstDay = dayOfMoment(period.from);
  const days = dayOfMoment(period.to) - firstDay + 1;
  const flow = (moment: Float64Array, cents: Float64Array): Float64Array => {
    const sums = new Float64Array(days);
    for (let row = 0; row < moment.length; row++) {
      if (!contains(period, moment[row]!)) continue;
      const day = dayOfMoment(moment[row]!) - firstDay;
      sums[day] = sums[day]! + cents[row]!;
    }
    return sums;
  };
  const before = (moment: Float64Array, cents: Float64Array): number =>
    sumUpTo(moment, cents, period.from - 1);
  const cashCents = money.cents.map((cents, row) => cents * money.isCash[row]!);
  const cash = flow(money.moment, cashCents);
  const services = flow(credits.moment, credits.netCents);
  const tax = flow(credits.moment, credits.taxCents);
  yield;
  const opening =
    before(money.moment, cashCents) -
    before(credits.moment, credits.netCents) -
    before(credits.moment, credits.taxCents);
  yield;
  return {
    firstDay,
    cash,
    services,
    tax,
    cumulative: running(
      opening,
      cash.map((cents, day) => cents - services[day]! - tax[day]!),
    ),
    clientCredits: running(
      before(balances.moment, balances.creditCents),
      flow(balances.moment, balances.creditCents),
    ),
    receivable: running(
      before(balances.moment, balances.receivableCents),
      flow(balances.moment, balances.receivableCents),
    ),
  };
}

function running(opening: number, flows: Float64Array): CentsColumn {
  let sum = opening;
  return flows.map((cents) => (sum += cents));
}
