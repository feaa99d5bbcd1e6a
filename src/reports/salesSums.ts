/** The sums of the sales report by method, provider and category, and their tables. */
import { at } from '../core/assert';
import { NONE } from '../core/brand';
import { textAt, type TextColumn } from '../core/column';
import { byCodeUnit } from '../core/order';
import { contains, type Period } from '../core/period';
import { type AccountAdjustments, adjustmentNames } from '../engine/accountAdjustments';
import type { Sales } from '../engine/sales';
import { paymentsColumns } from '../ledger/kinds';
import { NO_PROVIDER } from '../ledger/providerNames';
import { isProviderShown, type ReportRequest } from './request';
import { cents, text, type SheetTable } from './sheet';

export interface NamedSum {
  readonly name: string;
  readonly cents: number;
}

/** The figures of a period, each list in the order of its sheet. */
export interface SalesSums {
  readonly methods: readonly NamedSum[];
  readonly providers: readonly NamedSum[];
  readonly categories: readonly NamedSum[];
  readonly cash: number;
  readonly services: number;
  readonly tax: number;
  /** From its components (S-9). */
  readonly accountAdjustments: number;
}

/** Rows without a method or category stand under these (reading rules of the ledger format). */
const NO_METHOD = 'No method';
const NO_CATEGORY = 'No category';
const INSURANCE = paymentsColumns.payer.choices.indexOf('Insurance');

export function salesSums(made: Sales, parts: AccountAdjustments, period: Period): SalesSums {
  const { credits, money } = made;
  const { providers } = made.of.ledger;
  const methodOf = methodNames(made);
  const categoryOf = categoryNames(made);
  const methods = new Map<string, number>();
  const ofProvider = new Map<string, number>();
  const categories = new Map<string, number>();
  let tax = 0;
  for (let row = 0; row < money.payment.length; row++) {
    if (money.isCash[row]! === 0 || !contains(period, money.moment[row]!)) continue;
    addTo(methods, methodOf(money.payment[row]!), money.cents[row]!);
  }
  for (let row = 0; row < credits.charge.length; row++) {
    if (!contains(period, credits.moment[row]!)) continue;
    tax += credits.taxCents[row]!;
    const charge = credits.charge[row]!;
    const net = credits.netCents[row]!;
    // A header tax is nobody's work: inside the services it stands under no provider.
    if (charge === NONE && net === 0) continue;
    const provider =
      charge === NONE ? NO_PROVIDER : at(providers.names, providers.ofCharge[charge]!);
    addTo(ofProvider, provider, net);
    addTo(categories, charge === NONE ? NO_CATEGORY : categoryOf(charge), net);
  }
  const places = new Map(providers.names.map((name, place) => [name, place]));
  const placeOf = (name: string): number => places.get(name) ?? places.size;
  const byMethod = byNameLast(['Insurance', NO_METHOD]);
  return {
    methods: inOrder(methods, byMethod),
    providers: inOrder(ofProvider, (a, b) => placeOf(a) - placeOf(b)),
    categories: inOrder(categories, byNameLast([NO_CATEGORY])),
    cash: sumOf(methods),
    services: sumOf(categories),
    tax,
    accountAdjustments: adjustmentNames.reduce((sum, name) => sum + parts[name].cents, 0),
  };
}

/** A blank method shows as the payer Insurance, else as No method (S-2). */
function methodNames({ of }: Sales): (payment: number) => string {
  const { method, payer } = of.ledger.payments;
  return (payment) => {
    const written = textAt(method, payment);
    if (written !== '') return written;
    return payer[payment]! === INSURANCE ? 'Insurance' : NO_METHOD;
  };
}

function categoryNames({ of }: Sales): (charge: number) => string {
  const category: TextColumn = of.ledger.charges.category;
  return (charge) => textAt(category, charge) || NO_CATEGORY;
}

function addTo(sums: Map<string, number>, name: string, amount: number): void {
  sums.set(name, (sums.get(name) ?? 0) + amount);
}

function sumOf(sums: ReadonlyMap<string, number>): number {
  return [...sums.values()].reduce((all, one) => all + one, 0);
}

function inOrder(
  sums: ReadonlyMap<string, number>,
  compare: (a: string, b: string) => number,
): NamedSum[] {
  return [...sums]
    .map(([name, amount]) => ({ name, cents: amount }))
    .sort((a, b) => compare(a.name, b.name));
}

/** By name without case, then by code unit; the names of blanks behind them, in the order given. */
function byNameLast(last: readonly string[]): (a: string, b: string) => number {
  return (a, b) =>
    last.indexOf(a) - last.indexOf(b) ||
    byCodeUnit(a.toLowerCase(), b.toLowerCase()) ||
    byCodeUnit(a, b);
}

export function cashTable({ methods, cash }: SalesSums): SheetTable {
  return {
    title: 'Cash Summary',
    columns: [text('Method'), cents('Amount')],
    rows: rowsOf(methods),
    total: ['Total', cash],
  };
}

/** The total is that of the practice, whoever is shown. */
export function providerTable(
  { providers, services }: SalesSums,
  request: ReportRequest,
): SheetTable {
  const shown = providers.filter(({ name }) => isProviderShown(request, name));
  return {
    title: 'Provider Summary',
    columns: [text('Provider'), cents('Amount')],
    rows: rowsOf(shown),
    total: ['Total', services],
  };
}

/** Account Adjustments and Sales Tax make the total that of Cash Summary (S-4, S-A1). */
export function categoryTable(sums: SalesSums): SheetTable {
  return {
    title: 'Category Summary',
    columns: [text('Category'), cents('Amount')],
    rows: [
      ['Account Adjustments', sums.accountAdjustments],
      ...rowsOf(sums.categories),
      ['Sales Tax', sums.tax],
    ],
    total: ['Total', sums.accountAdjustments + sums.services + sums.tax],
  };
}

function rowsOf(sums: readonly NamedSum[]): [string, number][] {
  return sums.map(({ name, cents: amount }) => [name, amount]);
}
