/** What ties money to services where an invoice is not a row of its own, and the filters of the report. */
import type { PlainRow } from '../support/plainLedger';
import { runSales, type SalesPlain } from '../support/runSales';
import { daysOf, june, line, money, said } from '../support/salesRows';

describe('what ties money to services', () => {
  it('a charge without an invoice number is credited when a payment names its Charge ID', () => {
    const alone = line({ on: '2024-06-03', net: '25.00', invoice: '' });
    const other = line({ on: '2024-06-03', net: '9.00', invoice: '' });
    const planned = line({
      on: '2024-06-03',
      net: '70.00',
      invoice: '',
      more: { Status: 'Planned' },
    });
    const named = (charge: PlainRow): PlainRow =>
      money({
        on: '2024-06-04',
        amount: '5.00',
        invoice: '',
        more: { 'Charge ID': charge['Charge ID'] ?? '' },
      });
    const Charges = [alone, other, planned];
    for (const Invoices of [undefined, [{ 'Invoice Number': '5', 'Closed Date': '' }]]) {
      const more = Invoices === undefined ? {} : { Invoices };
      const Payments = [named(alone), named(planned)];
      expect(daysOf(runSales({ Charges, Payments, ...more }, june))).toEqual([
        '06-04 10.00 25.00 0.00 -15.00; -15.00 = 5.00 - 20.00',
      ]);
    }
    const unnamed = money({ on: '2024-06-04', amount: '5.00', invoice: '' });
    expect(runSales({ Charges, Payments: [unnamed] }, june).totals.providers).toBe(0);
  });

  it('a number that the Invoices table lacks still ties its charges and payments', () => {
    const Invoices = [{ 'Invoice Number': '5', 'Closed Date': '2024-06-03' }];
    const Charges = [line({ on: '2024-06-03', net: '25.00', invoice: '6' })];
    const Payments = [money({ on: '2024-06-04', amount: '25.00', invoice: '6' })];
    expect(daysOf(runSales({ Charges, Invoices, Payments }, june))).toEqual([
      '06-04 25.00 25.00 0.00 0.00; 0.00 = 0.00 - 0.00',
    ]);
  });

  it('a payment over several invoices is the first one on each', () => {
    const Charges = [
      line({ on: '2024-06-01', net: '30.00', invoice: '7' }),
      line({ on: '2024-06-01', net: '100.00', provider: 'B', invoice: '8' }),
    ];
    const Payments = [money({ on: '2024-06-05', amount: '20.00', invoice: '7; 8' })];
    const result = runSales({ Charges, Payments }, june);
    expect(said(result.providers)).toEqual(['A 30.00', 'B 100.00']);
    expect(daysOf(result)).toEqual(['06-05 20.00 130.00 0.00 -110.00; -110.00 = 0.00 - 110.00']);
  });

  it('an unbalanced Transfer shows on both sides of S-10', () => {
    const Charges = [line({ on: '2024-06-03', net: '50.00' })];
    const Payments = [
      money({ on: '2024-06-03', amount: '20.00' }),
      money({ on: '2024-06-09', amount: '30.00', type: 'Transfer' }),
    ];
    expect(runSales({ Charges, Payments }, june).days.at(-1)).toMatchObject({
      cumulative: -3000,
      credits: -3000,
      receivable: 0,
    });
  });
});

describe('filters', () => {
  const Charges = [
    line({ on: '2024-06-03', net: '60.00', more: { Location: 'East' } }),
    line({
      on: '2024-06-03',
      net: '40.00',
      provider: 'B',
      category: 'Shop',
      more: { Location: '' },
    }),
  ];
  const Invoices = [{ 'Invoice Number': '1', 'Closed Date': '', Location: 'West' }];
  const Payments = [
    money({ on: '2024-06-03', amount: '30.00', more: { Location: 'East' } }),
    money({ on: '2024-06-04', amount: '5.00' }),
    money({ on: '2024-06-05', amount: '7.00', type: 'Deposit', invoice: '' }),
    money({
      on: '2024-06-05',
      amount: '8.00',
      type: 'Deposit',
      invoice: '',
      more: { Location: 'East' },
    }),
  ];
  const plain: SalesPlain = { Charges, Invoices, Payments };

  it('a provider filter hides rows of Provider Summary and changes no figure', () => {
    const all = runSales(plain, june);
    const shown = runSales(plain, { ...june, providers: ['B'] });
    expect(said(shown.providers)).toEqual(['B 40.00']);
    expect(shown.totals).toEqual(all.totals);
    expect([shown.methods, shown.categories, shown.days]).toEqual([
      all.methods,
      all.categories,
      all.days,
    ]);
  });

  it('a location takes its rows: their own, else that of their invoice; deposits by their own only', () => {
    const at = (location: string): string[] => {
      const { methods, categories } = runSales(plain, { ...june, locations: [location] });
      return [...said(methods), ...said(categories)];
    };
    expect(at('East')).toEqual([
      'Cash 38.00',
      'Account Adjustments -22.00',
      'Exam 60.00',
      'Sales Tax 0.00',
    ]);
    expect(at('West')).toEqual([
      'Cash 5.00',
      'Account Adjustments -35.00',
      'Shop 40.00',
      'Sales Tax 0.00',
    ]);
  });
});
