/** Production & Income item by item, and the Daily Payments it ties to (U6). */
import { at } from '../../core/assert';
import { byCodeUnit } from '../../core/order';
import { dayOfMoment, startOfDay } from '../../core/day';
import { sortInSteps } from '../../core/sortInSteps';
import type { Steps } from '../../core/steps';
import { type Measure, measures } from '../../engine/posting';
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
import { type Items, itemsByDay, itemsOf } from './items';
import type { ItemWords } from './people';
import { sumsOf } from './selection';
import type { SummaryInput } from './summaries';

/** Items between two pauses, where each gets words or cells of its own. */
const ITEMS_A_STEP = 2_000;

/** One row for each item of a provider, ordered by date, name, provider, then as the ledger has them. */
export function* dailyTable(input: SummaryInput, words: ItemWords): Steps<SheetTable> {
  const { postings, rows, request } = input;
  const columns: MoneyColumn[] = [
    { head: 'Production', of: ['production'] },
    { head: 'Adjust', of: ['adjustment'] },
    ...writeOffColumns(request.options),
    { head: 'Pt Income', of: ['patientIncome', ...unearnedMeasures(request.options)] },
    { head: 'Ins Income', of: ['insuranceIncome'] },
  ];
  const items = yield* itemsOf(postings, rows, new Set(columns.flatMap(({ of }) => of)));
  yield;
  const names = yield* namesOf(items, words);
  const inOrder = byItemOrder(input.ledger, postings);
  const order = yield* itemsByDay(items, postings, (a, b) => {
    const [first, second] = [items.posting[a]!, items.posting[b]!];
    return (
      names.rank[a]! - names.rank[b]! ||
      postings.provider[first]! - postings.provider[second]! ||
      inOrder(first, second)
    );
  });
  // An item is of one measure: the cents of each column that counts it, 0.00 in the others.
  const counts = measures.map((measure) => columns.map(({ of }) => of.includes(measure)));
  const cells = (item: number): Value[] => {
    const isCounted = at(counts, postings.measure[items.posting[item]!]!);
    return isCounted.map((is) => (is ? items.cents[item]! : 0));
  };
  return {
    title: 'By item',
    columns: [
      { head: 'Date', type: 'day' },
      text('Name'),
      text('Description'),
      text('Provider'),
      ...sheetColumns(columns),
    ],
    rows: yield* rowsOf(input, { items, order }, (item, day, provider) => [
      day,
      at(names.texts, names.rank[item]!) || null,
      words.descriptionOf(items.posting[item]!) || null,
      provider,
      ...cells(item),
    ]),
    total: ['Total', null, null, null, ...moneyCells(columns, yield* sumsOf(postings, rows))],
  };
}

/** Distinct names from A to Z, and for each item the place of its own. */
interface RankedNames {
  readonly texts: readonly string[];
  readonly rank: Int32Array;
}

/** Items are compared by numbers: there are a hundred of them for each name. */
function* namesOf({ length, posting }: Items, words: ItemWords): Steps<RankedNames> {
  const known = new Map<string, number>();
  const rank = new Int32Array(length);
  for (let item = 0; item < length; item++) {
    if (item % ITEMS_A_STEP === ITEMS_A_STEP - 1) yield;
    const name = words.nameOf(posting[item]!);
    const place = known.get(name) ?? known.size;
    known.set(name, place);
    rank[item] = place;
  }
  yield;
  const texts = [...known.keys()];
  const places = new Int32Array(texts.length).map((_, place) => place);
  const sorted = yield* sortInSteps(places, (a, b) => byCodeUnit(at(texts, a), at(texts, b)));
  const rankOf = new Int32Array(texts.length);
  for (const [place, of] of sorted.entries()) rankOf[of] = place;
  for (let item = 0; item < length; item++) rank[item] = rankOf[rank[item]!]!;
  return { texts: Array.from(sorted, (of) => at(texts, of)), rank };
}

/** The rows of the items of providers that are shown. */
function* rowsOf(
  { postings, request, ledger }: SummaryInput,
  { items, order }: { readonly items: Items; readonly order: Int32Array },
  cellsOf: (item: number, day: number, provider: string) => Value[],
): Steps<Value[][]> {
  const { names } = ledger.providers;
  const isShown = names.map((name) => isProviderShown(request, name));
  const rows: Value[][] = [];
  for (let place = 0; place < order.length; place++) {
    if (place % ITEMS_A_STEP === ITEMS_A_STEP - 1) yield;
    const item = order[place]!;
    const posting = items.posting[item]!;
    const provider = postings.provider[posting]!;
    if (!at(isShown, provider)) continue;
    const day = startOfDay(dayOfMoment(postings.moment[posting]!));
    rows.push(cellsOf(item, day, at(names, provider)));
  }
  return rows;
}

const received: ReadonlySet<Measure> = new Set(['patientIncome', 'unearned', 'insuranceIncome']);

/** One row for each split or finalised insurance line; its total is Total Income with unearned (U6). */
export function* paymentsTable(input: SummaryInput, words: ItemWords): Steps<SheetTable> {
  const { postings, rows } = input;
  const items = yield* itemsOf(postings, rows, received);
  yield;
  const inOrder = byItemOrder(input.ledger, postings);
  const order = yield* itemsByDay(items, postings, (a, b) => {
    const [first, second] = [items.posting[a]!, items.posting[b]!];
    return postings.provider[first]! - postings.provider[second]! || inOrder(first, second);
  });
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
    rows: yield* rowsOf(input, { items, order }, (item, day, provider) => {
      const posting = items.posting[item]!;
      return [
        day,
        provider,
        words.payerOf(posting),
        words.methodOf(posting),
        words.typeOf(posting),
        words.nameOf(posting) || null,
        items.cents[item]!,
      ];
    }),
    total: ['Total', null, null, null, null, null, items.cents.reduce((sum, one) => sum + one, 0)],
  };
}
