/** Random ledgers of a small practice with commission plans: most of their money and work meets a rule. */
import * as fc from 'fast-check';
import { paid, work } from './run';

export const dates = ['2024-01-10', '2024-01-31', '2024-02-01', '2024-02-29', '2024-03-10'];

const providers = fc.constantFrom('Adams', 'Adams', 'Baker', 'Cole');
const dollars = fc.oneof(
  fc.constantFrom(10, 10.05, 33.33, 100),
  fc.integer({ min: 1, max: 30_000 }).map((c) => c / 100),
);
const day = fc.constantFrom(...dates, '2024-01-10', '2024-01-20', '2024-02-10');

/** Work and money that meet, most of it in January and February. */
const charges = fc
  .array(
    fc.record({
      day,
      amount: dollars,
      provider: providers,
      invoice: fc.nat(2),
      lab: fc.constantFrom('', '', 4),
    }),
    {
      minLength: 3,
      maxLength: 7,
    },
  )
  .map((some) =>
    some.map(({ day: on, amount, provider, invoice, lab }, place) =>
      work(`C${place}`, `${on} ${amount} ${provider}`, {
        'Invoice Number': `I${invoice}`,
        'Lab Cost': lab,
      }),
    ),
  );
const payments = fc
  .array(
    fc.record({
      day,
      amount: dollars,
      charge: fc.nat(6),
      invoice: fc.nat(2),
      isRefund: fc.nat(4),
      names: fc.nat(2),
    }),
    { minLength: 3, maxLength: 9 },
  )
  .map((some) =>
    some.map(({ day: on, amount, charge, invoice, isRefund, names }, place) =>
      paid(
        `P${place}`,
        isRefund === 0 ? `${on} -${amount} Refund` : `${on} ${amount}`,
        names === 0 ? '' : `C${charge}`,
        {
          'Invoice Number': names === 2 ? '' : `I${invoice}`,
          Voided: '',
        },
      ),
    ),
  );
const blank = (text: string | number): fc.Arbitrary<string | number> =>
  fc.constantFrom<string | number>('', '', text);

/** A row of plans. */
export const planRows = fc.record({
  Provider: fc.constantFrom('*', 'Adams', 'Baker'),
  Basis: fc.constantFrom(
    'collected-invoicing',
    'gross-production',
    'net-production',
    'net-income',
    'cpt-collections',
  ),
  Rate: fc.constantFrom('30%', '33.3%', '12%'),
  'Tier From': blank('20.00'),
  'Tier Method': fc.constantFrom('marginal', 'cliff'),
  'Tier Period': fc.constantFrom('day', 'month', 'quarter', 'year'),
  'Lab Method': fc.constantFrom('', 'after-lab', 'share-of-lab'),
  Guarantee: blank('25.00'),
  'Guarantee Period': fc.constantFrom('day', 'month', 'period'),
  Draw: blank('30.00'),
  'Carry Deficit': fc.constantFrom('', 'Yes', 'No'),
  'Credit To': fc.constantFrom('', '', 'Cole'),
  'Credit Share': fc.constant('40%'),
  'Effective From': fc.constantFrom('', '', '2024-01-20'),
});
const plans = fc.uniqueArray(planRows, {
  minLength: 1,
  maxLength: 3,
  selector: (row) => row.Provider,
});

/** Ledgers whose plans pay something: work, money, and a plan for one to three providers. */
export const books = fc
  .record({ charges, payments, plans, rounding: fc.constantFrom('total', 'line') })
  .map(({ charges: Charges, payments: Payments, plans: rows, rounding }) => ({
    options: { 'round-commission-at': rounding },
    plain: {
      Charges,
      Payments,
      Invoices: ['I0', 'I1', 'I2'].map((number, place) => ({
        'Invoice Number': number,
        'Closed Date': dates[place] ?? '',
      })),
      Providers: ['Adams', 'Baker', 'Cole'].map((name) => ({ Provider: name, 'Last Name': name })),
      'Commission Plans': rows.map((row) =>
        row['Credit To'] === '' ? { ...row, 'Credit Share': '' } : row,
      ),
    },
  }));
