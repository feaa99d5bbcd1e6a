/** INV-28 to INV-31: closed periods pay what was paid, and nothing is lost or paid twice. */
import * as fc from 'fast-check';
import { atOnce } from '../../../src/core/steps';
import { type Closes, noCloses } from '../../../src/ledger/closedPeriod';
import { commissionReport } from '../../../src/reports/commission/report';
import type { CommissionFigures } from '../../../src/reports/commission/figures';
import {
  closed,
  figuresOf,
  payableOf,
  type Plain,
  withCloses,
} from '../../support/commission/closing';
import { holds } from '../../support/law';
import { mixedCases } from '../../support/mixedLedger';
import { books, dates } from '../../support/commission/randomBooks';
import { plan } from '../../support/commission/run';
import type { PlainRow } from '../../support/plainLedger';

/** What people do to a ledger behind a close. */
interface Edit {
  readonly table: 'Charges' | 'Payments' | 'Claim Lines' | 'Adjustments' | 'Commission Plans';
  readonly row: number;
  readonly what: 'drop' | 'amount' | 'provider' | 'void' | 'date' | 'copy';
  readonly to: number;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  table: fc.constantFrom(
    'Charges',
    'Charges',
    'Payments',
    'Payments',
    'Claim Lines',
    'Adjustments',
    'Commission Plans',
  ),
  row: fc.nat(12),
  what: fc.constantFrom('drop', 'amount', 'provider', 'provider', 'void', 'date', 'copy'),
  to: fc.nat(9),
});
const edits = fc.array(edit, { minLength: 1, maxLength: 6 });

const amounts = ['Amount', 'Insurance Paid', 'Rate'];
const dateHeads = ['Payment Date', 'Service Date', 'Date', 'Effective From', 'Check Date'];
const ids = ['Charge ID', 'Payment ID', 'Claim Line ID', 'Adjustment ID'];

function edited(plain: Plain, some: readonly Edit[]): Plain {
  return some.reduce<Plain>((tables, { table, row, what, to }) => {
    const rows = tables[table] ?? [];
    const place = row % Math.max(rows.length, 1);
    const old = rows[place];
    if (old === undefined) return tables;
    const put = (...now: PlainRow[]): Plain => ({
      ...tables,
      [table]: [...rows.slice(0, place), ...now, ...rows.slice(place + 1)],
    });
    const now = changed(old, { table, what, to });
    if (what === 'drop') return rows.length > 1 ? put() : tables;
    if (now === undefined) return tables;
    return what === 'copy' ? put(old, now) : put(now);
  }, plain);
}

/** The row as it is after an edit; undefined where the edit makes no sense for it. */
function changed(old: PlainRow, { table, what, to }: Omit<Edit, 'row'>): PlainRow | undefined {
  const head = (heads: readonly string[]): string => heads.find((one) => one in old) ?? heads[0]!;
  const isPlan = table === 'Commission Plans';
  if (what === 'amount') return { ...old, [head(amounts)]: isPlan ? `${7 + to}%` : to * 7 };
  if (what === 'date') return { ...old, [head(dateHeads)]: dates[to % dates.length]! };
  if (isPlan) return undefined;
  if (what === 'provider') return { ...old, Provider: ['Adams', 'Baker', 'Cole'][to % 3]! };
  if (what === 'copy') return { ...old, [head(ids)]: `new${to}` };
  if (table === 'Payments') return { ...old, Voided: 'Yes' };
  return table === 'Charges' ? { ...old, Status: 'Voided' } : undefined;
}

const mixed = mixedCases.map(({ tables, options }) => {
  const rows = tables['Commission Plans'] ?? [plan({ Provider: '*' })];
  const has = tables.Charges === undefined ? { Charges: [] } : {};
  return { options, plain: { ...tables, ...has, 'Commission Plans': rows } };
});
const cases = fc
  .record({
    book: fc.oneof({ weight: 4, arbitrary: books }, mixed),
    first: edits,
    second: edits,
    order: fc.nat(),
  })
  .map(({ book, ...rest }) => ({ ...book, ...rest }));

const months = ['2024-01', '2024-02', '2024-03'] as const;
const span = ['2024-01-01', '2024-03-31'] as const;

function isStopped(plain: Plain): boolean {
  return withCloses(plain, noCloses).problems.some(({ severity }) => severity === 'stopped');
}

type Sums = Record<string, number>;

function added(all: readonly Sums[]): Sums {
  const sums: Sums = {};
  for (const one of all) {
    for (const [key, cents] of Object.entries(one)) sums[key] = (sums[key] ?? 0) + cents;
  }
  return Object.fromEntries(Object.entries(sums).filter(([, cents]) => cents !== 0));
}

/** Whose plan, or whose credit's, could not be computed at some time is left out: what he was paid stands as it is. */
function withoutRefused(sums: Sums, of: readonly CommissionFigures[]): Sums {
  const refused = new Set(
    of.flatMap(({ allocated, commission, settled }) => [
      ...allocated.ledger.providers.names.filter(
        (_, place) => commission.picker.planOf(place) === 'plan refused',
      ),
      ...settled.held.map(({ provider }) => provider),
    ]),
  );
  return Object.fromEntries(
    Object.entries(sums).filter(([key]) => !refused.has(key.slice(0, key.lastIndexOf(' ')))),
  );
}

it('INV-28, INV-30, INV-31 of a ledger that is edited behind two closes', () => {
  holds(cases, ({ plain, first, second, options }) => {
    const then = edited(plain, first);
    const now = edited(then, second);
    if ([plain, then, now].some(isStopped)) return;
    const january = closed(plain, months[0], { options });
    const both = closed(then, months[1], { options, closes: january });
    const asPaid = [
      figuresOf(plain, months[0], { options }),
      figuresOf(then, months[1], { options, closes: january }),
    ];
    const today = months.map((month) => figuresOf(now, month, { options, closes: both }));
    const restated = months.map((month) => figuresOf(now, month, { options }));
    const all = [...asPaid, ...today];
    const sums = (some: readonly CommissionFigures[]): Sums =>
      withoutRefused(added(some.map(payableOf)), all);
    // A closed period pays for ever what it paid (INV-28).
    expect(sums([today[0]!])).toEqual(sums([asPaid[0]!]));
    expect(sums([today[1]!])).toEqual(sums([asPaid[1]!]));
    // Nothing lost, nothing paid twice (INV-31).
    expect(sums(today)).toEqual(sums(restated));
    expect(sums([figuresOf(now, span, { options, closes: both })])).toEqual(sums(restated));
    // The run itself compares each close with what it pays now (INV-30), and all its sheets.
    for (const { allocated, request } of today.slice(2)) {
      const { checks } = atOnce(commissionReport(allocated, request));
      expect(checks.filter(({ differenceCents }) => differenceCents !== 0)).toEqual([]);
    }
  });
});

it('INV-29 nothing has changed: nothing is carried, in whatever order the rows stand', () => {
  holds(cases, ({ plain, first, order, options }) => {
    const then = edited(plain, first);
    if (isStopped(then)) return;
    const january: Closes = closed(then, months[0], { options });
    const both = closed(then, months[1], { options, closes: january });
    const turned = Object.fromEntries(
      Object.entries(then).map(([kind, rows]) => {
        const cut = kind === 'Commission Plans' ? 0 : order % Math.max(rows.length, 1);
        return [kind, [...rows.slice(cut), ...rows.slice(0, cut)]];
      }),
    ) as Plain;
    for (const ledger of [then, turned]) {
      if (ledger === turned && hasTies(then)) continue;
      const { settled } = figuresOf(ledger, months[2], { options, closes: both });
      expect(settled.changes).toEqual([]);
    }
  });
});

/** Rows with one id and one moment are told apart by their place on the sheet. */
function hasTies(plain: Plain): boolean {
  return Object.values(plain).some((rows) => {
    const own = rows.map((row) =>
      ids
        .map((id) => String(row[id] ?? ''))
        .join(' ')
        .trim(),
    );
    return new Set(own).size < own.length;
  });
}
