/** Production & Income item by item, and the Daily Payments it ties to (U6). */
import { at } from '../../core/assert';
import { byCodeUnit } from '../../core/order';
import { dayOfMoment, startOfDay } from '../../core/day';
import { type Measure, measures } from '../../engine/posting';
import type { Postings } from '../../engine/postings';
import { isProviderShown } from '../request';
import { cents, type SheetTable, text, type Value } from '../sheet';
import {
  moneyCells,
  type MoneyColumn,
  sheetColumns,
  unearnedMeasures,
  writeOffColumns,
} from './columns';
import { byItemOrder } from './itemOrder';
import type { ItemWords } from './people';
import { type MeasureSums, noSums, sumsOf } from './selection';
import type { SummaryInput } from './summaries';

/** One row for each item of a provider, ordered by date, name, provider, then as the ledger has them. */
export function dailyTable(input: SummaryInput, words: ItemWords): SheetTable {
  const { postings, rows, request } = input;
  const { providers } = input.ledger;
  const columns: MoneyColumn[] = [
    { head: 'Production', of: ['production'] },
    { head: 'Adjust', of: ['adjustment'] },
    ...writeOffColumns(request.options),
    { head: 'Pt Income', of: ['patientIncome', ...unearnedMeasures(request.options)] },
    { head: 'Ins Income', of: ['insuranceIncome'] },
  ];
  const items = itemsOf(postings, rows, new Set(columns.flatMap(({ of }) => of)));
  const listed = items.map(({ posting, sums }) => ({
    posting,
    day: dayOfMoment(postings.moment[posting]!),
    name: words.nameOf(posting),
    provider: postings.provider[posting]!,
    sums,
  }));
  const inOrder = byItemOrder(input.ledger, postings);
  listed.sort(
    (a, b) =>
      a.day - b.day ||
      byCodeUnit(a.name, b.name) ||
      a.provider - b.provider ||
      inOrder(a.posting, b.posting),
  );
  const isShown = (provider: number): boolean =>
    isProviderShown(request, at(providers.names, provider));
  return {
    title: 'By item',
    columns: [
      { head: 'Date', type: 'day' },
      text('Name'),
      text('Description'),
      text('Provider'),
      ...sheetColumns(columns),
    ],
    rows: listed
      .filter(({ provider }) => isShown(provider))
      .map(({ posting, day, name, provider, sums }): Value[] => [
        startOfDay(day),
        name || null,
        words.descriptionOf(posting) || null,
        at(providers.names, provider),
        ...moneyCells(columns, sums),
      ]),
    total: ['Total', null, null, null, ...moneyCells(columns, sumsOf(postings, rows))],
  };
}

interface Item {
  /** Its first posting. */
  readonly posting: number;
  readonly sums: MeasureSums;
}

/** Postings of one row, day, provider and measure are one item: pieces of a payment on several lines. */
function itemsOf(postings: Postings, rows: Int32Array, of: ReadonlySet<Measure>): Item[] {
  const items = new Map<string, Item>();
  for (const posting of rows) {
    const measure = postings.measure[posting]!;
    if (!of.has(at(measures, measure))) continue;
    const day = dayOfMoment(postings.moment[posting]!);
    const key = [
      postings.kind[posting],
      postings.row[posting],
      day,
      postings.provider[posting],
      measure,
    ];
    const item = items.get(key.join()) ?? { posting, sums: noSums() };
    item.sums[measure] = item.sums[measure]! + postings.cents[posting]!;
    items.set(key.join(), item);
  }
  return [...items.values()];
}

const received: ReadonlySet<Measure> = new Set(['patientIncome', 'unearned', 'insuranceIncome']);

/** One row for each split or finalised insurance line; its total is Total Income with unearned (U6). */
export function paymentsTable(input: SummaryInput, words: ItemWords): SheetTable {
  const { postings, rows, request } = input;
  const { providers } = input.ledger;
  const items = itemsOf(postings, rows, received).map(({ posting, sums }) => ({
    posting,
    day: dayOfMoment(postings.moment[posting]!),
    provider: postings.provider[posting]!,
    cents: sums.reduce((sum, one) => sum + one, 0),
  }));
  const inOrder = byItemOrder(input.ledger, postings);
  items.sort((a, b) => a.day - b.day || a.provider - b.provider || inOrder(a.posting, b.posting));
  const isShown = (provider: number): boolean =>
    isProviderShown(request, at(providers.names, provider));
  return {
    title: 'Daily Payments',
    columns: [
      { head: 'Date', type: 'day' },
      text('Provider'),
      text('Payer'),
      text('Method'),
      text('Type'),
      text('Patient Name'),
      cents('Amount'),
    ],
    rows: items
      .filter(({ provider }) => isShown(provider))
      .map(({ posting, day, provider, cents: amount }): Value[] => [
        startOfDay(day),
        at(providers.names, provider),
        words.payerOf(posting),
        words.methodOf(posting),
        words.typeOf(posting),
        words.nameOf(posting) || null,
        amount,
      ]),
    total: ['Total', null, null, null, null, null, items.reduce((sum, one) => sum + one.cents, 0)],
  };
}
