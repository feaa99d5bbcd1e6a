/** C20, K8: a closed period pays what was paid; what has changed in it is carried into the open one. */
import { atOnce } from '../../../src/core/steps';
import { commissionReport } from '../../../src/reports/commission/report';
import { valueJson } from '../../../src/reports/resultJson';
import {
  closed,
  figuresOf,
  payableOf,
  type Plain,
  withCloses,
} from '../../support/commission/closing';
import { paid, plan, work } from '../../support/commission/run';
import type { Closes } from '../../../src/ledger/closedPeriod';

/** Memo table of a sheet by its title, as text. */
function tableOf(
  plain: Plain,
  month: string,
  of: { closes: Closes; sheet: string; title: string },
): string[] {
  const { allocated, request } = figuresOf(plain, month, of);
  const { sheets, checks } = atOnce(commissionReport(allocated, request));
  expect(checks.filter(({ differenceCents }) => differenceCents !== 0)).toEqual([]);
  const sheet = sheets.find(({ name }) => name === of.sheet);
  const table = sheet?.tables.find(({ title }) => title === of.title);
  if (table === undefined) return [];
  const rows = table.total === undefined ? table.rows : [...table.rows, table.total];
  return rows.map((row) =>
    row.map((value, column) => String(valueJson(value, table.columns[column]?.type))).join(' | '),
  );
}

const changes = 'Changes to closed periods';

/** Collections of January at 30 %: Adams 1,000 + 400, Baker 500; of February: Adams 200, Baker 300. */
const before = {
  Charges: [
    work('C1', '2024-01-05 1000 Adams'),
    work('C2', '2024-01-08 400 Adams'),
    work('C3', '2024-01-09 500 Baker'),
    work('C4', '2024-01-10 90 Adams'),
    work('C5', '2024-02-05 200 Adams'),
    work('C6', '2024-02-06 300 Baker'),
  ],
  Payments: [
    paid('P1', '2024-01-05 1000', 'C1'),
    paid('P2', '2024-01-08 400', 'C2'),
    paid('P3', '2024-01-09 500', 'C3'),
    paid('P5', '2024-02-05 200', 'C5'),
    paid('P6', '2024-02-06 300', 'C6'),
  ],
  Providers: [
    { Provider: 'Adams', 'Last Name': 'Adams' },
    { Provider: 'Baker', 'Last Name': 'Baker' },
  ],
  'Commission Plans': [plan({ Provider: 'Adams' }), plan({ Provider: 'Baker' })],
} satisfies Plain;

/** After the close: P4 of 20 January, the check P1 void, the work C3 moved to Adams. */
const after = {
  ...before,
  Charges: before.Charges.map((row) =>
    row['Charge ID'] === 'C3' ? { ...row, Provider: 'Adams' } : row,
  ),
  Payments: [
    ...before.Payments.map((row) => (row['Payment ID'] === 'P1' ? { ...row, Voided: 'Yes' } : row)),
    paid('P4', '2024-01-20 90', 'C4'),
  ],
} satisfies Plain;

describe('three months: January is closed, then a payment is dated back, a check voided, a provider reassigned', () => {
  const january = closed(before, '2024-01');

  it('January pays what was paid: Adams 30 % of 1,400, Baker 30 % of 500', () => {
    expect(payableOf(figuresOf(before, '2024-01'))).toEqual({ 'Adams 5': 42000, 'Baker 5': 15000 });
    expect(payableOf(figuresOf(after, '2024-01', { closes: january }))).toEqual({
      'Adams 5': 42000,
      'Baker 5': 15000,
    });
  });

  it('K8 February shows each change as a line of its own: 27.00, -300.00 and 150.00 from Baker to Adams', () => {
    expect(
      tableOf(after, '2024-02', { closes: january, sheet: 'Commission Summary', title: changes }),
    ).toEqual([
      'Adams | net-income | Close 2024-01: Payment P1 (Payments!A2) was voided after the close | 300.00 | 0.00 | -300.00',
      'Adams | net-income | Close 2024-01: Charge C3 (Charges!A4) was reassigned from Baker after the close | 0.00 | 150.00 | 150.00',
      'Adams | net-income | Close 2024-01: Payment P4 (Payments!A7) came into it after the close | 0.00 | 27.00 | 27.00',
      'Baker | net-income | Close 2024-01: Charge C3 (Charges!A4) was reassigned to Adams after the close | 150.00 | 0.00 | -150.00',
      'Total | null | null | null | null | -273.00',
    ]);
    // Adams 60.00 of his own and -123.00, Baker 90.00 and -150.00.
    expect(payableOf(figuresOf(after, '2024-02', { closes: january }))).toEqual({
      'Adams 5': -6300,
      'Baker 5': -6000,
    });
  });

  it('so does the statement of each provider', () => {
    const of = { closes: january, title: changes };
    expect(tableOf(after, '2024-02', { ...of, sheet: 'Statement - Adams' })).toEqual([
      'Close 2024-01: Payment P1 (Payments!A2) was voided after the close | 2024-02-01 | 300.00 | 0.00 | -300.00',
      'Close 2024-01: Charge C3 (Charges!A4) was reassigned from Baker after the close | 2024-02-01 | 0.00 | 150.00 | 150.00',
      'Close 2024-01: Payment P4 (Payments!A7) came into it after the close | 2024-02-01 | 0.00 | 27.00 | 27.00',
      'Total | null | null | null | -123.00',
    ]);
    expect(tableOf(after, '2024-02', { ...of, sheet: 'Statement - Baker' })).toEqual([
      'Close 2024-01: Charge C3 (Charges!A4) was reassigned to Adams after the close | 2024-02-01 | 150.00 | 0.00 | -150.00',
      'Total | null | null | null | -150.00',
    ]);
    expect(
      tableOf(after, '2024-02', { closes: january, sheet: 'Statement - Adams', title: 'Payable' }),
    ).toEqual([
      'Commission on net-income | 1 | 200.00 | 60.00',
      'Adjustments: what a guarantee adds | null | null | 0.00',
      'Carry-forward: draws and deficits | null | null | 0.00',
      'Changes to closed periods | null | null | -123.00',
      'Payable | null | null | -63.00',
    ]);
  });

  it('January, run again, shows what it would pay and that it is carried', () => {
    expect(
      tableOf(after, '2024-01', { closes: january, sheet: 'Statement - Baker', title: changes }),
    ).toEqual([
      'Close 2024-01, until 2024-01-31: Charge C3 (Charges!A4) was reassigned to Adams after the close; carried into the open period from 2024-02-01 | 2024-02-01 | 150.00 | 0.00 | 150.00',
      'Total | null | null | null | 150.00',
    ]);
  });

  it('INV-31 the span pays what its rows pay today: Adams 30 % of 400 + 500 + 90 + 200, Baker 30 % of 300', () => {
    const span = ['2024-01-01', '2024-02-29'] as const;
    const restated = { 'Adams 5': 35700, 'Baker 5': 9000 };
    expect(payableOf(figuresOf(after, span))).toEqual(restated);
    expect(payableOf(figuresOf(after, span, { closes: january }))).toEqual(restated);
  });

  it('what February has paid is not carried a second time into March', () => {
    const february = closed(after, '2024-02', { closes: january });
    expect(payableOf(figuresOf(after, '2024-03', { closes: february }))).toEqual({});
    expect(payableOf(figuresOf(after, '2024-02', { closes: february }))).toEqual({
      'Adams 5': -6300,
      'Baker 5': -6000,
    });
    // The void was a mistake: 300.00 are paid again, in March.
    const mended = { ...after, Payments: [...before.Payments, after.Payments[5]!] };
    expect(
      tableOf(mended, '2024-03', { closes: february, sheet: 'Commission Summary', title: changes }),
    ).toEqual([
      'Adams | net-income | Close 2024-01: Payment P1 (Payments!A2) was changed after the close | 0.00 | 300.00 | 300.00',
      'Total | null | null | null | null | 300.00',
    ]);
    const year = ['2024-01-01', '2024-03-31'] as const;
    expect(payableOf(figuresOf(mended, year, { closes: february }))).toEqual(
      payableOf(figuresOf(mended, year)),
    );
  });
});

describe('causes', () => {
  const january = closed(before, '2024-01');
  const changesIn = (plain: Plain): string[] =>
    tableOf(plain, '2024-02', { closes: january, sheet: 'Commission Summary', title: changes });

  it('INV-29 nothing has changed, nothing is carried; a corrected description is no change', () => {
    expect(changesIn(before)).toEqual([]);
    const described = before.Charges.map((row) => ({ ...row, Description: 'Crown' }));
    expect(changesIn({ ...before, Charges: described })).toEqual([]);
  });

  it('an edited amount, a deleted row', () => {
    const edited = before.Payments.map((row) =>
      row['Payment ID'] === 'P2' ? { ...row, Amount: 300 } : row,
    );
    expect(changesIn({ ...before, Payments: edited })).toEqual([
      'Adams | net-income | Close 2024-01: Payment P2 (Payments!A3) was changed after the close | 120.00 | 90.00 | -30.00',
      'Total | null | null | null | null | -30.00',
    ]);
    const gone = before.Payments.filter((row) => row['Payment ID'] !== 'P2');
    expect(changesIn({ ...before, Payments: gone })).toEqual([
      'Adams | net-income | Close 2024-01: Payment P2 is not in the ledger any more | 120.00 | 0.00 | -120.00',
      'Total | null | null | null | null | -120.00',
    ]);
  });

  it('a changed plan', () => {
    const plans = [plan({ Provider: 'Adams', Rate: 31 }), plan({ Provider: 'Baker' })];
    expect(changesIn({ ...before, 'Commission Plans': plans })).toEqual([
      'Adams | net-income | Close 2024-01: The commission plan was changed after the close | 420.00 | 434.00 | 14.00',
      'Total | null | null | null | null | 14.00',
    ]);
  });

  it('a plan that cannot be computed any more takes nothing back', () => {
    const plans = [plan({ Provider: 'Adams', Retention: '10 %' }), plan({ Provider: 'Baker' })];
    expect(changesIn({ ...before, 'Commission Plans': plans })).toEqual([]);
  });

  it('and the closed month still pays what was paid, alone and in a span', () => {
    const plans = [plan({ Provider: 'Adams', Retention: '10 %' }), plan({ Provider: 'Baker' })];
    const refused = { ...before, 'Commission Plans': plans };
    expect(payableOf(figuresOf(refused, '2024-01', { closes: january }))).toEqual({
      'Adams 5': 42000,
      'Baker 5': 15000,
    });
    const span = ['2024-01-01', '2024-02-29'] as const;
    expect(payableOf(figuresOf(refused, span, { closes: january }))).toEqual({
      'Adams 5': 42000,
      'Baker 5': 24000,
    });
    const of = { closes: january, sheet: 'Commission Summary', title: changes };
    expect(tableOf(refused, '2024-01', of)).toContain(
      'Adams | net-income | Close 2024-01: The commission plan was changed after the close; what was paid stays | 420.00 | 0.00 | 420.00',
    );
    expect(tableOf(refused, '2024-02', of)).toEqual([]);
  });

  it('and takes nothing back from who was credited by it, whatever he is guaranteed', () => {
    const credit = plan({ Provider: 'Adams', 'Credit To': 'Baker', 'Credit Share': '50 %' });
    const own = plan({ Provider: 'Baker', Guarantee: '400.00', 'Guarantee Period': 'month' });
    const credited = { ...before, 'Commission Plans': [credit, own] };
    // Baker: 150.00 of his own, 210.00 of Adams' work, and 40.00 to the guarantee.
    const closes = closed(credited, '2024-01');
    const paidThen = { 'Adams 5': 21000, 'Baker 5': 40000 };
    expect(payableOf(figuresOf(credited, '2024-01', { closes }))).toEqual(paidThen);
    const refused = {
      ...credited,
      'Commission Plans': [{ ...credit, Retention: '10 %' }, own],
    };
    expect(payableOf(figuresOf(refused, '2024-02', { closes }))).toEqual({ 'Baker 5': 40000 });
    expect(payableOf(figuresOf(refused, '2024-01', { closes }))).toEqual(paidThen);
  });

  it('but work that was reassigned to him is taken back from who had it', () => {
    const plans = [plan({ Provider: 'Adams', Retention: '10 %' }), plan({ Provider: 'Baker' })];
    const { Charges } = after;
    const moved = { ...before, Charges, 'Commission Plans': plans };
    expect(payableOf(figuresOf(moved, '2024-02', { closes: january }))).toEqual({
      'Baker 5': 9000 - 15000,
    });
  });

  it('a provider whom no row names any more is still paid less by name', () => {
    const nobody = {
      ...before,
      Charges: before.Charges.map((row) => ({ ...row, Provider: 'Adams' })),
      Providers: [],
      'Commission Plans': [plan({ Provider: 'Adams' })],
    };
    expect(payableOf(figuresOf(nobody, '2024-02', { closes: january }))).toEqual({
      'Adams 5': 30000,
      'Baker 5': -15000,
    });
  });

  it('INV-31 nothing is promised any more to a provider who is gone, whatever his plan says', () => {
    const gone = {
      ...before,
      Charges: before.Charges.map((row) => ({ ...row, Provider: 'Adams' })),
      Providers: [],
      'Commission Plans': [
        plan({ Provider: 'Adams' }),
        plan({ Provider: 'Baker', Guarantee: '200.00', 'Guarantee Period': 'month' }),
      ],
    };
    // The 150.00 that January paid are taken back; no 200.00 are added for February.
    expect(payableOf(figuresOf(gone, '2024-02', { closes: january }))).toEqual({
      'Adams 5': 30000,
      'Baker 5': -15000,
    });
  });

  it('the provider is known to the ledger', () => {
    expect(withCloses(before, january).providers.names).toEqual(['Adams', 'Baker', 'No provider']);
  });
});
