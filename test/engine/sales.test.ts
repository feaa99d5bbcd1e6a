/** S-1 to S-12 and S-A1 to S-A7 with figures written by hand, and the timeline of the rules. */
import { moneyOfCents, type PlainRow } from '../support/plainLedger';
import { runSales, type SalesPlain, tableOf } from '../support/runSales';
import { cases, daysOf, included, june, line, money, partsOf, said } from '../support/salesRows';

const timeline: SalesPlain = {
  Charges: [
    line({ on: '2024-06-03', net: '100.00' }),
    line({ on: '2024-06-06', net: '90.00', provider: 'B', category: 'Dental', invoice: '2' }),
    line({ on: '2024-06-06', net: '30.00', invoice: '2' }),
    line({ on: '2024-06-07', net: '-30.00', invoice: '2' }),
  ],
  Payments: [
    money({ on: '2024-06-03', amount: '50.00' }),
    money({ on: '2024-06-04', amount: '50.00', method: 'Visa' }),
    money({ on: '2024-06-05', amount: '200.00', type: 'Deposit', method: 'Check', invoice: '' }),
    money({ on: '2024-06-06', amount: '120.00', type: 'Credit Applied', invoice: '2' }),
    money({ on: '2024-06-08', amount: '-110.00', type: 'Deposit Refund', invoice: '' }),
  ],
};

describe('the worked timeline', () => {
  it('day by day: cash, services, tax, Account Adjustments; cumulative = credits − receivable', () => {
    expect(daysOf(runSales(timeline, june))).toEqual([
      '06-03 50.00 100.00 0.00 -50.00; -50.00 = 0.00 - 50.00',
      '06-04 50.00 0.00 0.00 50.00; 0.00 = 0.00 - 0.00',
      '06-05 200.00 0.00 0.00 200.00; 200.00 = 200.00 - 0.00',
      '06-06 0.00 120.00 0.00 -120.00; 80.00 = 80.00 - 0.00',
      '06-07 0.00 -30.00 0.00 30.00; 110.00 = 110.00 - 0.00',
      '06-08 -110.00 0.00 0.00 -110.00; 0.00 = 0.00 - 0.00',
    ]);
  });

  it.each([
    ['03', 'Cash 50.00 | A 100.00 | Account Adjustments -50.00, Exam 100.00 | 50.00'],
    ['04', 'Visa 50.00 |  | Account Adjustments 50.00 | 50.00'],
    ['05', 'Check 200.00 |  | Account Adjustments 200.00 | 200.00'],
    ['06', ' | A 30.00, B 90.00 | Account Adjustments -120.00, Dental 90.00, Exam 30.00 | 0.00'],
    ['07', ' | A -30.00 | Account Adjustments 30.00, Exam -30.00 | 0.00'],
    ['08', 'Cash -110.00 |  | Account Adjustments -110.00 | -110.00'],
  ])('06-%s: cash | providers | categories | total of cash and of categories', (day, sheets) => {
    const date = `2024-06-${day}`;
    const { methods, providers, categories, totals } = runSales(timeline, { from: date, to: date });
    expect(categories.at(-1)).toEqual(['Sales Tax', 0]);
    const three = [methods, providers, categories.slice(0, -1)];
    const total = moneyOfCents(totals.cash);
    expect([...three.map((rows) => said(rows).join(', ')), total].join(' | ')).toBe(sheets);
    expect(totals.categories).toBe(totals.cash);
  });

  it('as a whole, with the components of Account Adjustments (S-9)', () => {
    const result = runSales(timeline, june);
    expect(said(result.methods)).toEqual(['Cash -60.00', 'Check 200.00', 'Visa 50.00']);
    expect(said(result.providers)).toEqual(['A 100.00', 'B 90.00']);
    expect(said(result.categories)).toEqual([
      'Account Adjustments 0.00',
      'Dental 90.00',
      'Exam 100.00',
      'Sales Tax 0.00',
    ]);
    expect(moneyOfCents(result.totals.cash)).toBe('190.00');
    expect(result.totals.days.map(moneyOfCents)).toEqual(['190.00', '190.00', '0.00', '0.00']);
    expect(partsOf(result)).toEqual([
      'Unpaid part -50.00 (1)',
      'Later payments 50.00 (1)',
      'Deposits and 200.00 (1)',
      'Credit used, -120.00 (1)',
      'Returned services 30.00 (1)',
      'Credit and -110.00 (1)',
    ]);
    expect(result.days).toHaveLength(30);
    expect(result.days.at(-1)?.date).toBe('2024-06-30');
  });

  it('is the same with an Invoices table, open or closed: Closed Date plays no part (S-6)', () => {
    const without = runSales(timeline, june);
    for (const closed of ['', '2024-06-09', '2024-08-01']) {
      const Invoices = ['1', '2'].map((number) => ({
        'Invoice Number': number,
        'Closed Date': closed,
      }));
      expect(runSales({ ...timeline, Invoices }, june).days).toEqual(without.days);
    }
  });
});

describe('more cases', () => {
  const sale = [line({ on: '2024-06-03', net: '100.00' })];

  it('an overpayment of 20.00', () => {
    const paid = [money({ on: '2024-06-03', amount: '120.00' })];
    expect(cases(sale, paid)).toEqual(['06-03 120.00 100.00 0.00 20.00; 20.00 = 20.00 - 0.00']);
    expect(partsOf(runSales({ Charges: sale, Payments: paid }, june))).toEqual([
      'Deposits and 20.00 (1)',
    ]);
  });

  it('a return with its refund at the same moment', () => {
    const returned = [...sale, line({ on: '2024-06-10', net: '-40.00' })];
    const paid = [
      money({ on: '2024-06-03', amount: '100.00' }),
      money({ on: '2024-06-10', amount: '-40.00', type: 'Refund' }),
    ];
    expect(cases(returned, paid)).toEqual([
      '06-03 100.00 100.00 0.00 0.00; 0.00 = 0.00 - 0.00',
      '06-10 -40.00 -40.00 0.00 0.00; 0.00 = 0.00 - 0.00',
    ]);
    expect(partsOf(runSales({ Charges: returned, Payments: paid }, june))).toEqual([]);
  });

  it('credit used on an invoice that is already partly paid', () => {
    const paid = [
      money({ on: '2024-06-01', amount: '40.00', type: 'Deposit', invoice: '' }),
      money({ on: '2024-06-03', amount: '60.00' }),
      money({ on: '2024-06-04', amount: '40.00', type: 'Credit Applied' }),
    ];
    const { days } = runSales({ Charges: sale, Payments: paid }, june);
    expect(days.slice(1, 4)).toMatchObject([
      { date: '2024-06-02', cumulative: 4000 },
      { cash: 6000, services: 10000, adjustments: -4000, credits: 4000, receivable: 4000 },
      { cash: 0, services: 0, adjustments: 0, cumulative: 0, credits: 0, receivable: 0 },
    ]);
  });

  it('S-12 a $0 payment that clears an invoice of 100.00 with 100.00 of credit is its first', () => {
    const paid = [
      money({ on: '2024-06-03', amount: '0.00' }),
      money({ on: '2024-06-03', amount: '100.00', type: 'Credit Applied' }),
    ];
    expect(cases(sale, paid)).toEqual(['06-03 0.00 100.00 0.00 -100.00; -100.00 = -100.00 - 0.00']);
    const zero = [money({ on: '2024-06-03', amount: '0.00' })];
    expect(cases(sale, zero)).toEqual(['06-03 0.00 100.00 0.00 -100.00; -100.00 = 0.00 - 100.00']);
  });

  it('a sale and its return on one day are 0.00 everywhere', () => {
    const both = [
      line({ on: '2024-06-03', net: '30.00' }),
      line({ on: '2024-06-03', net: '-30.00' }),
    ];
    const paid = [
      money({ on: '2024-06-03', amount: '30.00' }),
      money({ on: '2024-06-03', amount: '-30.00', type: 'Refund' }),
    ];
    const result = runSales({ Charges: both, Payments: paid }, june);
    expect(daysOf(result)).toEqual([]);
    expect(said(result.methods)).toEqual(['Cash 0.00']);
    expect(said(result.providers)).toEqual(['A 0.00']);
  });

  it('S-10 a balance written off later stays in the receivable, and is told beside it', () => {
    const paid = [money({ on: '2024-06-03', amount: '50.00' })];
    const writeOff = (amount: string, invoice: string): PlainRow => ({
      'Adjustment ID': `A${invoice}`,
      Date: '2024-06-20',
      Type: 'Bad debt',
      Amount: amount,
      'Invoice Number': invoice,
    });
    const Adjustments = [writeOff('-70.00', '1'), writeOff('-5.00', '9')];
    const result = runSales({ Charges: sale, Payments: paid, Adjustments }, june);
    expect(result.days.at(-1)).toMatchObject({ cumulative: -5000, receivable: 5000 });
    const memo = tableOf(result.sheets, 'Sales Reconciliation', 1);
    expect(memo.rows.map(([, sales, cents]) => [sales, cents])).toEqual([[1, 5000]]);
    const before = runSales(
      { Charges: sale, Payments: paid, Adjustments },
      { from: '2024-06-01', to: '2024-06-19' },
    );
    expect(before.sheets.find(({ name }) => name === 'Sales Reconciliation')?.tables).toHaveLength(
      1,
    );
  });
});

describe('the rules', () => {
  it('S-1 every sheet says why the sections are not to be compared directly', () => {
    const { sheets } = runSales(timeline, june);
    expect(sheets.map(({ name }) => name)).toEqual([
      'Cash Summary',
      'Provider Summary',
      'Category Summary',
      'Sales Reconciliation',
    ]);
    for (const { info } of sheets) {
      expect(new Map(info).get('Compare')).toMatch(/^Do not compare .+ directly/);
      expect(new Map(info).get('Options')).toBe('sales-tax: separate');
    }
  });

  it('S-2 cash is what the Type table says, hidden prepayments too; methods by name, blanks last', () => {
    const on = '2024-06-03';
    const Payments = [
      money({ on, amount: '1.00', method: 'visa' }),
      money({ on, amount: '2.00', method: '' }),
      money({ on, amount: '4.00', method: '', more: { Payer: 'Insurance' } }),
      money({ on, amount: '8.00', method: 'Check', type: 'Redeposit' }),
      money({ on, amount: '-16.00', method: 'Check', type: 'Returned Check' }),
      money({ on, amount: '-32.00', method: 'Cash', type: 'Reversal' }),
      money({ on, amount: '64.00', method: 'Cash', type: 'Credit Applied' }),
      money({ on, amount: '-128.00', method: 'Cash', type: 'Unapplied' }),
      money({ on, amount: '256.00', invoice: '', more: { 'Unearned Type': 'Hidden' } }),
      money({ on, amount: '512.00', type: 'Transfer' }),
    ];
    const { methods, totals } = runSales({ Charges: [], Payments }, june);
    expect(said(methods)).toEqual([
      'Cash 224.00',
      'Check -8.00',
      'visa 1.00',
      'Insurance 4.00',
      'No method 2.00',
    ]);
    expect(totals.cash).toBe(22300);
  });

  it('S-3, S-4 full credit on the first payment, later ones add nothing; blank names last', () => {
    const Charges = [
      line({ on: '2024-06-03', net: '60.00', provider: 'Zoe Adams' }),
      line({ on: '2024-06-03', net: '40.00', provider: '', category: '' }),
      line({ on: '2024-06-03', net: '5.00', provider: 'Carl Young', category: 'dental' }),
    ];
    const Payments = ['04', '05', '28'].map((day) =>
      money({ on: `2024-06-${day}`, amount: '1.00' }),
    );
    const result = runSales({ Charges, Payments }, june);
    expect(said(result.providers)).toEqual([
      'Zoe Adams 60.00',
      'Carl Young 5.00',
      'No provider 40.00',
    ]);
    expect(said(result.categories)).toEqual([
      'Account Adjustments -102.00',
      'dental 5.00',
      'Exam 60.00',
      'No category 40.00',
      'Sales Tax 0.00',
    ]);
    const later = runSales({ Charges, Payments }, { from: '2024-06-05', to: '2024-06-30' });
    expect([later.providers, later.totals.providers]).toEqual([[], 0]);
  });

  it('S-5 a deposit is cash and no service, also where it names an invoice', () => {
    const sale = line({ on: '2024-06-03', net: '100.00' });
    const deposit = money({ on: '2024-06-03', amount: '100.00', type: 'Deposit' });
    expect(cases([sale], [deposit])).toEqual([
      '06-03 100.00 0.00 0.00 100.00; 100.00 = 100.00 - 0.00',
    ]);
  });

  it('S-6 each line on the later of its date and the first payment; a return on its own day', () => {
    const Charges = [
      line({ on: '2024-06-03', net: '10.00' }),
      line({ on: '2024-06-09', net: '20.00' }),
      line({ on: '2024-06-12', net: '-4.00' }),
    ];
    expect(cases(Charges, [money({ on: '2024-06-05', amount: '10.00' })])).toEqual([
      '06-05 10.00 10.00 0.00 0.00; 0.00 = 0.00 - 0.00',
      '06-09 0.00 20.00 0.00 -20.00; -20.00 = 0.00 - 20.00',
      '06-12 0.00 -4.00 0.00 4.00; -16.00 = 0.00 - 16.00',
    ]);
  });

  it('S-6 an invoice of negative lines only is credited on their dates, paid or not', () => {
    const Charges = [
      line({ on: '2024-06-03', net: '-10.00', more: { Tax: '-1.00' } }),
      line({ on: '2024-06-05', net: '-20.00' }),
      line({ on: '2024-06-05', net: '0.00' }),
    ];
    const days = [
      '06-03 0.00 -10.00 -1.00 11.00; 11.00 = 11.00 - 0.00',
      '06-05 0.00 -20.00 0.00 20.00; 31.00 = 31.00 - 0.00',
    ];
    expect(cases(Charges, [])).toEqual(days);
    const refund = money({ on: '2024-06-20', amount: '-31.00', type: 'Refund' });
    expect(cases(Charges, [refund])).toEqual([
      ...days,
      '06-20 -31.00 0.00 0.00 -31.00; 0.00 = 0.00 - 0.00',
    ]);
  });

  it('S-6 a time of day: the line at 15:00 is credited after the payment at 09:00', () => {
    const Charges = [line({ on: '2024-06-03T15:00', net: '10.00' })];
    const Payments = [money({ on: '2024-06-03T09:00', amount: '10.00' })];
    const until = (to: string): number =>
      runSales({ Charges, Payments }, { from: '2024-06-03', to }).totals.providers;
    expect([until('2024-06-03T14:59'), until('2024-06-03T15:00')]).toEqual([0, 1000]);
  });

  it('S-7, S-A5 a payment by credit is 0.00 in cash and credits the provider', () => {
    const Charges = [line({ on: '2024-06-03', net: '100.00' })];
    const Payments = [money({ on: '2024-06-04', amount: '30.00', type: 'Credit Applied' })];
    expect(cases(Charges, Payments)).toEqual([
      '06-04 0.00 100.00 0.00 -100.00; -100.00 = -30.00 - 70.00',
    ]);
    for (const type of ['Redeposit', 'Transfer']) {
      const other = [money({ on: '2024-06-04', amount: '30.00', type })];
      expect(runSales({ Charges, Payments: other }, june).totals.providers).toBe(0);
    }
  });

  it('S-8 day 1 is negative, day 2 positive, and they cancel', () => {
    const { days } = runSales(timeline, { from: '2024-06-03', to: '2024-06-04' });
    expect(days.map(({ adjustments }) => adjustments)).toEqual([-5000, 5000]);
    const both = runSales(timeline, { from: '2024-06-03', to: '2024-06-04' });
    expect(said(both.categories)[0]).toBe('Account Adjustments 0.00');
  });

  it('S-9 a bill that is paid in two ways on its day was never unpaid', () => {
    const Charges = [line({ on: '2024-06-03T08:00', net: '100.00' })];
    const Payments = [
      money({ on: '2024-06-03T09:00', amount: '60.00' }),
      money({ on: '2024-06-03T09:05', amount: '40.00', method: 'Visa' }),
    ];
    expect(partsOf(runSales({ Charges, Payments }, june))).toEqual([]);
  });

  it('S-9 a payment put back as credit is owed again; the overpaid part put back changes nothing', () => {
    const Charges = [line({ on: '2024-06-03', net: '100.00' })];
    const Payments = [
      money({ on: '2024-06-03', amount: '115.00' }),
      money({ on: '2024-06-10', amount: '-15.00', type: 'Unapplied' }),
      money({ on: '2024-06-12', amount: '-40.00', type: 'Unapplied' }),
    ];
    const on = (day: string): string[] =>
      partsOf(runSales({ Charges, Payments }, { from: `2024-06-${day}`, to: `2024-06-${day}` }));
    expect(on('10').filter((part) => !part.includes(' 0.00 '))).toEqual([]);
    expect(on('12')).toEqual(['Later payments -40.00 (1)', 'Credit used, 40.00 (1)']);
    expect(cases(Charges, Payments)).toEqual([
      '06-03 115.00 100.00 0.00 15.00; 15.00 = 15.00 - 0.00',
    ]);
    expect(runSales({ Charges, Payments }, june).days.at(-1)).toMatchObject({
      credits: 5500,
      receivable: 4000,
    });
  });

  it('S-9 a later line eats what was overpaid; a return goes off what is owed first', () => {
    const Charges = [
      line({ on: '2024-06-03', net: '100.00' }),
      line({ on: '2024-06-05', net: '50.00' }),
      line({ on: '2024-06-07', net: '-45.00' }),
    ];
    const Payments = [money({ on: '2024-06-03', amount: '120.00' })];
    expect(partsOf(runSales({ Charges, Payments }, june))).toEqual([
      'Unpaid part 0.00 (2)',
      'Deposits and 20.00 (1)',
      'Credit used, -20.00 (1)',
      'Returned services 15.00 (1)',
    ]);
  });

  it('S-9 a refund of what was overpaid is credit refunded; one beyond it is owed again', () => {
    const Charges = [line({ on: '2024-06-03', net: '100.00' })];
    const Payments = [
      money({ on: '2024-06-03', amount: '120.00' }),
      money({ on: '2024-06-05', amount: '-50.00', type: 'Refund' }),
    ];
    expect(partsOf(runSales({ Charges, Payments }, june))).toEqual([
      'Later payments -30.00 (1)',
      'Deposits and 20.00 (1)',
      'Credit and -20.00 (1)',
    ]);
  });

  it('S-10 the balances of a range are those since the ledger began', () => {
    const { days } = runSales(timeline, { from: '2024-06-07', to: '2024-06-07' });
    expect(days).toEqual([
      {
        date: '2024-06-07',
        cash: 0,
        services: -3000,
        tax: 0,
        adjustments: 3000,
        cumulative: 11000,
        credits: 11000,
        receivable: 0,
      },
    ]);
  });

  it('S-10 money that names an unknown invoice, or none, belongs to the client', () => {
    const Payments = [
      money({ on: '2024-06-03', amount: '10.00', invoice: '9' }),
      money({ on: '2024-06-03', amount: '5.00', invoice: '' }),
      money({ on: '2024-06-04', amount: '-15.00', invoice: '', type: 'Refund' }),
    ];
    expect(cases([line({ on: '2024-06-01', net: '1.00' })], Payments)).toEqual([
      '06-03 15.00 0.00 0.00 15.00; 15.00 = 15.00 - 0.00',
      '06-04 -15.00 0.00 0.00 -15.00; 0.00 = 0.00 - 0.00',
    ]);
  });

  it('S-12 an invoice that was never paid is absent, and told as left out', () => {
    const result = runSales(
      { Charges: [line({ on: '2024-06-03', net: '7.00' })], Payments: [] },
      june,
    );
    expect(result.providers).toEqual([]);
    const memo = tableOf(result.sheets, 'Provider Summary', 1);
    expect(memo.rows).toEqual([['Lines without a first payment yet', 1, 700]]);
  });

  it('S-12, S-A4 a voided first payment makes the next one the first; voids are told', () => {
    const Charges = [line({ on: '2024-06-03', net: '100.00' })];
    const Payments = [
      money({ on: '2024-06-03', amount: '60.00', more: { Voided: '2024-07-20' } }),
      money({ on: '2024-06-09', amount: '30.00' }),
    ];
    const result = runSales({ Charges, Payments }, june);
    expect(daysOf(result)).toEqual(['06-09 30.00 100.00 0.00 -70.00; -70.00 = 0.00 - 70.00']);
    expect(tableOf(result.sheets, 'Cash Summary', 1).rows).toEqual([
      ['Voided payments, whenever they were voided', 1, 6000],
    ]);
    const [first] = Payments;
    expect(runSales({ Charges, Payments: [first ?? {}] }, june).totals.providers).toBe(0);
  });

  it('voided lines and voided invoices are worth nothing; their money is the client’s', () => {
    const Charges = [
      line({ on: '2024-06-03', net: '10.00', more: { Status: 'Voided' } }),
      line({ on: '2024-06-03', net: '20.00', invoice: '2' }),
      line({ on: '2024-06-03', net: '40.00', more: { Status: 'Planned' } }),
    ];
    const Invoices = [
      { 'Invoice Number': '1', 'Closed Date': '' },
      { 'Invoice Number': '2', 'Closed Date': '', Status: 'Voided' },
    ];
    const Payments = [
      money({ on: '2024-06-03', amount: '40.00' }),
      money({ on: '2024-06-03', amount: '20.00', invoice: '2' }),
    ];
    const result = runSales({ Charges, Invoices, Payments }, june);
    expect(daysOf(result)).toEqual(['06-03 60.00 40.00 0.00 20.00; 20.00 = 20.00 - 0.00']);
    expect(tableOf(result.sheets, 'Provider Summary', 1).rows).toEqual([
      ['Voided lines and lines of voided invoices', 2, 3000],
    ]);
  });
});

describe('the choices', () => {
  const taxed = [
    line({ on: '2024-06-03', net: '100.00', more: { Tax: '8.25' } }),
    line({
      on: '2024-06-05',
      net: '40.00',
      provider: 'B',
      category: 'Shop',
      more: { Tax: '3.30' },
    }),
  ];
  const Payments = [money({ on: '2024-06-03', amount: '108.25' })];

  it('S-A1 separate: the tax of a line is credited on the day of the line, in its own row', () => {
    const result = runSales({ Charges: taxed, Payments }, june);
    expect(said(result.categories)).toEqual([
      'Account Adjustments -43.30',
      'Exam 100.00',
      'Shop 40.00',
      'Sales Tax 11.55',
    ]);
    expect(daysOf(result)).toEqual([
      '06-03 108.25 100.00 8.25 0.00; 0.00 = 0.00 - 0.00',
      '06-05 0.00 40.00 3.30 -43.30; -43.30 = 0.00 - 43.30',
    ]);
  });

  it('S-A1 included: the tax is inside the services, Account Adjustments stay', () => {
    const result = runSales({ Charges: taxed, Payments }, included);
    expect(said(result.providers)).toEqual(['A 108.25', 'B 43.30']);
    expect(said(result.categories)).toEqual([
      'Account Adjustments -43.30',
      'Exam 108.25',
      'Shop 43.30',
      'Sales Tax 0.00',
    ]);
    expect(daysOf(result)).toEqual([
      '06-03 108.25 108.25 0.00 0.00; 0.00 = 0.00 - 0.00',
      '06-05 0.00 43.30 0.00 -43.30; -43.30 = 0.00 - 43.30',
    ]);
  });

  it('S-A1 a header tax that differs adds its difference on the day of the first payment', () => {
    const Invoices = [{ 'Invoice Number': '1', 'Closed Date': '', Tax: '11.60' }];
    const separate = runSales({ Charges: taxed, Invoices, Payments }, june);
    expect(daysOf(separate)).toEqual([
      '06-03 108.25 100.00 8.30 -0.05; -0.05 = 0.00 - 0.05',
      '06-05 0.00 40.00 3.30 -43.30; -43.35 = 0.00 - 43.35',
    ]);
    // Inside the services it is nobody's work.
    const inside = runSales({ Charges: taxed, Invoices, Payments }, included);
    expect(said(inside.providers)).toEqual(['A 108.25', 'B 43.30', 'No provider 0.05']);
    expect(said(inside.categories).slice(-2)).toEqual(['No category 0.05', 'Sales Tax 0.00']);
  });

  it('S-A1 the header tax of a return goes with the oldest of its lines', () => {
    const Charges = [
      line({ on: '2024-06-07', net: '-50.00' }),
      line({ on: '2024-06-04', net: '-5.00' }),
    ];
    const Invoices = [{ 'Invoice Number': '1', 'Closed Date': '', Tax: '-4.00' }];
    expect(daysOf(runSales({ Charges, Invoices, Payments: [] }, june))).toEqual([
      '06-04 0.00 -5.00 -4.00 9.00; 9.00 = 9.00 - 0.00',
      '06-07 0.00 -50.00 0.00 50.00; 59.00 = 59.00 - 0.00',
    ]);
  });

  it('S-A2 services are net of discount', () => {
    const Charges = [line({ on: '2024-06-03', net: '100.00', more: { Discount: '25.00' } })];
    expect(said(runSales({ Charges, Payments }, june).providers)).toEqual(['A 75.00']);
  });

  it('S-A3 a return on a sale that never had a payment subtracts nothing', () => {
    const Charges = [
      line({ on: '2024-06-03', net: '100.00' }),
      line({ on: '2024-06-09', net: '-30.00' }),
    ];
    expect(cases(Charges, [])).toEqual([]);
  });

  it('S-A6 a refund counts on its date, negative in its method', () => {
    const Charges = [line({ on: '2024-06-03', net: '100.00' })];
    const paid = [
      money({ on: '2024-06-03', amount: '100.00', method: 'Visa' }),
      money({ on: '2024-06-20', amount: '-100.00', method: 'Check', type: 'Refund' }),
    ];
    const { methods } = runSales(
      { Charges, Payments: paid },
      { from: '2024-06-20', to: '2024-06-20' },
    );
    expect(said(methods)).toEqual(['Check -100.00']);
  });

  it('S-A7 a day runs from 00:00 to its last second', () => {
    const Charges = [line({ on: '2024-06-03', net: '1.00' })];
    const paid = [
      money({ on: '2024-06-03T23:59', amount: '1.00' }),
      money({ on: '2024-06-04T00:00', amount: '2.00' }),
    ];
    const { days } = runSales(
      { Charges, Payments: paid },
      { from: '2024-06-03', to: '2024-06-04' },
    );
    expect(days.map(({ cash }) => cash)).toEqual([100, 200]);
  });
});
