/** Income transfer by rule (T3 to T13), with the figures of the rules; accepted ones propose nothing more. */
import { adjust, accepted, type Book, paid, proc, propose } from '../support/transferBook';
import { runReportsOf } from '../support/reportTables';

const on = (charge: string, provider: string) => ({ 'Charge ID': charge, Provider: provider });
const unearned = (provider: string) => ({ 'Unearned Type': 'Prepayment', Provider: provider });

/** The transfers; and once they are accepted there are none. */
function transfers(book: Book, options: Record<string, string> = {}): readonly string[] {
  const again = propose(accepted(book, options), options);
  expect([...again.splits, ...again.transfers]).toEqual([]);
  return propose(book, options).transfers;
}

describe('T11', () => {
  it('RobPeter: money of a wrong provider comes back to the charge under its own', () => {
    const book: Book = {
      Charges: [proc('c1', 10, 'Prov1', 500)],
      Adjustments: [
        adjust('a1', 10, 'Prov2', 50, { 'Charge ID': 'c1' }),
        adjust('a2', 10, 'Prov2', -50, { 'Charge ID': 'c1' }),
      ],
      Payments: [paid('p1', 11, 500, on('c1', 'Prov2'))],
    };
    expect(transfers(book)).toEqual([
      '-500.00 c1 Prov2',
      '500.00 Unearned Prov2',
      '-500.00 Unearned Prov2',
      '500.00 c1 Prov1',
    ]);
  });

  it('OverpaidWrongProvider: 250 move, 50 stay for the adjustment', () => {
    const book: Book = {
      Charges: [proc('c1', 10, 'Prov1', 500)],
      Adjustments: [
        adjust('a1', 10, 'Prov1', -250, { 'Charge ID': 'c1' }),
        adjust('a2', 10, 'Prov2', 50, { 'Charge ID': 'c1' }),
      ],
      Payments: [paid('p1', 11, 300, on('c1', 'Prov2'))],
    };
    expect(transfers(book)).toEqual([
      '-250.00 c1 Prov2',
      '250.00 Unearned Prov2',
      '-250.00 Unearned Prov2',
      '250.00 c1 Prov1',
    ]);
  });

  it('MultipleOverpaid: 50 go from one charge to the other, through unearned', () => {
    const book: Book = {
      Charges: [proc('c1', 10, 'Prov1', 500), proc('c2', 10, 'Prov2', 500)],
      Adjustments: [
        adjust('a1', 10, 'Prov1', -250, { 'Charge ID': 'c1' }),
        adjust('a2', 10, 'Prov2', 50, { 'Charge ID': 'c2' }),
      ],
      Payments: [paid('p1', 11, 300, on('c1', 'Prov1')), paid('p2', 11, 500, on('c2', 'Prov2'))],
    };
    expect(transfers(book)).toEqual([
      '-50.00 c1 Prov1',
      '50.00 Unearned Prov1',
      '-50.00 Unearned Prov1',
      '50.00 c2 Prov2',
    ]);
  });

  it('CareForOthersAfterYourself: the own charge of a provider first', () => {
    const book: Book = {
      Charges: [proc('c1', 10, 'Prov1', 500), proc('c2', 10, 'Prov2', 500)],
      Adjustments: [adjust('a1', 10, 'Prov2', 50, { 'Charge ID': 'c2' })],
      Payments: [paid('p1', 11, 300, on('c1', 'Prov1')), paid('p2', 11, 500, on('c2', 'Prov1'))],
    };
    expect(transfers(book)).toEqual([
      '-500.00 c2 Prov1',
      '500.00 Unearned Prov1',
      '-200.00 Unearned Prov1',
      '200.00 c1 Prov1',
      '-300.00 Unearned Prov1',
      '300.00 c2 Prov2',
    ]);
  });

  it('MakeItRain: unearned of nobody, and negative production, in ten splits', () => {
    const book: Book = {
      Charges: [
        proc('c1', 10, 'Prov1', -50),
        proc('c2', 10, 'Prov2', 100),
        proc('c3', 10, 'Prov3', 50),
        proc('c4', 10, 'Prov4', 600),
      ],
      Payments: [paid('u1', 10, 500, unearned(''))],
    };
    expect(transfers(book)).toEqual([
      '-50.00 c1 Prov1',
      '50.00 Prepayment Prov1',
      '-100.00 Prepayment No provider',
      '100.00 c2 Prov2',
      '-50.00 Prepayment No provider',
      '50.00 c3 Prov3',
      '-350.00 Prepayment No provider',
      '350.00 c4 Prov4',
      '-50.00 Prepayment Prov1',
      '50.00 c4 Prov4',
    ]);
  });

  it('UnearnedMultipleSplits: of a provider all stand where the oldest of them stands', () => {
    const book: Book = {
      Charges: [proc('c1', 10, 'Prov3', 40)],
      Payments: [
        paid('u1', 5, 0.01, unearned('Prov1')),
        paid('u2', 6, 1, unearned('Prov2')),
        paid('u3', 7, 1, unearned('Prov2')),
        paid('u4', 8, 1, unearned('Prov2')),
        paid('u5', 9, 46.99, unearned('Prov1')),
      ],
    };
    expect(transfers(book)).toEqual(['-40.00 Prepayment Prov1', '40.00 c1 Prov3']);
  });
});

describe('T12 FIFO', () => {
  const book: Book = {
    Charges: [proc('c1', 1, 'P1', 10), proc('c2', 2, 'P2', 20), proc('c3', 3, 'P3', 30)],
    Payments: [
      paid('u1', 1, 30, { ...unearned('P3'), 'Payment Date': '2024-01-10' }),
      paid('u2', 1, 20, { ...unearned('P2'), 'Payment Date': '2024-02-10' }),
    ],
  };

  it('takes the oldest money to the oldest charge, whoever they are', () => {
    expect(transfers(book, { transfer: 'fifo', 'paysplit-enforcement': 'auto' })).toEqual([
      '-10.00 Prepayment P3',
      '10.00 c1 P1',
      '-20.00 Prepayment P3',
      '20.00 c2 P2',
      '-20.00 Prepayment P2',
      '20.00 c3 P3',
    ]);
  });

  it('is not available under full enforcement', () => {
    const run = () => propose(book, { transfer: 'fifo' });
    expect(run).toThrow('transfer=fifo is not available with paysplit-enforcement=fully');
  });

  it('leaves money on a charge alone that another provider has there', () => {
    const wrong: Book = {
      Charges: [proc('c1', 10, 'A', 100), proc('c2', 11, 'A', 30)],
      Payments: [paid('p1', 11, 120, on('c1', 'B'))],
    };
    expect(transfers(wrong, { transfer: 'fifo', 'paysplit-enforcement': 'auto' })).toEqual([
      '-20.00 c1 B',
      '20.00 Unearned B',
      '-20.00 Unearned B',
      '20.00 c2 A',
    ]);
  });
});

describe('T8 negative production', () => {
  const lone: Book = { Charges: [], Adjustments: [adjust('a1', 10, 'A', -50)], Payments: [] };
  const overpaid = (lowered: number): Book => ({
    Charges: [proc('c1', 10, 'A', 100)],
    Adjustments: [adjust('a1', 11, 'A', lowered, { 'Charge ID': 'c1' })],
    Payments: [paid('p1', 10, 100, on('c1', 'A'))],
  });
  const off = { 'negative-production-as-income': 'no' };

  it('is money: a lone adjustment of −50 becomes 50 unearned', () => {
    expect(transfers(lone)).toEqual(['-50.00 a1 A', '50.00 Unearned No provider']);
  });

  it('lowers the income of its provider; the practice loses nothing with unearned included', () => {
    const { from, to } = { from: '2024-03-01', to: '2024-03-31' };
    const incomes = (book: Book): unknown =>
      runReportsOf(book, ['production-income'], { from, to })
        .table('Production & Income - Provider')!
        .rows.map(([provider, , , , , income, deposits]) => [provider, income, deposits]);
    expect(incomes(accepted(lone))).toEqual([
      ['A', '-50.00', '0.00'],
      ['No provider', '0.00', '50.00'],
    ]);
  });

  it('with the option off only what was really paid moves', () => {
    expect(transfers(overpaid(-50), off)).toEqual(['-50.00 c1 A', '50.00 Unearned No provider']);
  });

  it('T3 and what was not paid blocks the family with a sentence', () => {
    for (const [book, cents] of [
      [overpaid(-101), '1.00'],
      [lone, '50.00'],
    ] as const) {
      const { transfers: none, shown } = propose(book, off);
      expect(none).toEqual([]);
      const told = shown.problems.filter(({ code }) => code === 'NEGATIVE_PRODUCTION');
      expect(told.map(({ found }) => found)).toEqual([
        `${cents} below 0 that nobody paid, which the option negative-production-as-income=no forbids to move`,
      ]);
    }
  });
});

describe('T13 a prepayment for a procedure that is completed', () => {
  const hidden = { 'Unearned Type': 'Hidden: treatment plan', 'Charge ID': 'c1' };
  const pay = { Payments: [paid('h1', 2, 150, hidden)] };

  it('leaves the hidden type under its own provider, and is the income of the procedure', () => {
    expect(transfers({ Charges: [proc('c1', 20, 'A', 200)], ...pay })).toEqual([
      '-150.00 Hidden: treatment plan No provider',
      '150.00 c1 A',
    ]);
  });

  it('waits while the procedure is planned', () => {
    const planned = proc('c1', 20, 'A', 200, { Status: 'Planned' });
    const other = proc('c2', 10, 'A', 90);
    expect(transfers({ Charges: [planned, other], ...pay })).toEqual([]);
  });

  it('that is ordinary unearned goes to it as far as it is open', () => {
    const named = { 'Unearned Type': 'Prepayment', 'Charge ID': 'c1' };
    const book: Book = {
      Charges: [proc('c0', 1, 'A', 40), proc('c1', 20, 'A', 100)],
      Payments: [paid('u1', 2, 130, named)],
    };
    expect(transfers(book)).toEqual([
      '-100.00 Prepayment A',
      '100.00 c1 A',
      '-30.00 Prepayment A',
      '30.00 c0 A',
    ]);
  });

  it('T9 hidden money that names no procedure may be moved, after new money was used', () => {
    const book: Book = {
      Charges: [proc('c1', 20, 'A', 100)],
      Payments: [
        paid('h1', 2, 80, { 'Unearned Type': 'Hidden: treatment plan' }),
        paid('p1', 21, 70),
      ],
    };
    expect(propose(book).splits).toEqual(['p1: 70.00 c1 A']);
    expect(transfers(book)).toEqual(['-30.00 Hidden: treatment plan No provider', '30.00 c1 A']);
  });
});

it('T4 pools below 0 are made up from others, and unallocated money that is left is unearned', () => {
  const book: Book = {
    Charges: [proc('c1', 1, 'A', 10)],
    Payments: [
      paid('u1', 2, 30, unearned('A')),
      paid('u2', 3, -20, unearned('')),
      paid('p1', 4, 25, { Provider: 'B' }),
    ],
  };
  expect(transfers(book)).toEqual([
    '-20.00 Prepayment A',
    '20.00 Prepayment No provider',
    '-10.00 Prepayment A',
    '10.00 c1 A',
    '-25.00 unallocated B',
    '25.00 Prepayment No provider',
  ]);
});

it('every pair says why, with its cells', () => {
  const book: Book = {
    Charges: [
      proc('c1', 5, 'Dr Ames', 100, { Description: 'crown' }),
      proc('c2', 12, 'Dr Boyd', 100, { Description: 'filling' }),
    ],
    Payments: [paid('p1', 6, 100, on('c1', 'Dr Ames')), paid('p2', 13, 100, on('c1', 'Dr Boyd'))],
  };
  const table = propose(book).shown.table('Income Transfers')!;
  const reasons = table.rows.map((row) => row[table.columns.indexOf('Reason')]);
  const stands =
    "100.00 stands on Dr Ames's crown of 2024-03-05 (Charges!D2), paid by a split of Dr Boyd (Payments!D3)";
  expect(reasons[0]).toBe(`${stands}; it is 'Unearned' of Dr Boyd until work needs it (T6)`);
  expect(reasons[1]).toBe(reasons[0]);
  expect(reasons[2]).toBe(
    `${stands}; moves to Dr Boyd's filling of 2024-03-12 (Charges!D3), the oldest open charge of the same provider, patient and location (T5 layer 1)`,
  );
  expect(reasons[3]).toBe(reasons[2]);
});

it('a ledger that needs nothing gives empty tables with a sentence', () => {
  const {
    splits,
    transfers: none,
    shown,
  } = propose({
    Charges: [proc('c1', 10, 'A', 40)],
    Payments: [paid('p1', 11, 40, on('c1', 'A'))],
  });
  expect([...splits, ...none]).toEqual([]);
  const results = ['Suggested Splits', 'Income Transfers'].map((sheet) =>
    shown.info.get(sheet)!.find(([label]) => label === 'Result'),
  );
  expect(results.map((line) => line?.[1].slice(0, 19))).toEqual([
    'Nothing to suggest:',
    'Nothing to transfer',
  ]);
});
