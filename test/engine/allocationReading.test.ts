/** What allocation reads where several rules meet: each case is one that a second implementation read otherwise. */
import { runReportsOf } from '../support/reportTables';
import { accepted, adjust, type Book, paid, proc, propose } from '../support/transferBook';

const on = (charge: string, provider = 'A') => ({ 'Charge ID': charge, Provider: provider });
const prepaid = (provider: string, more = {}) => ({
  'Unearned Type': 'Prepayment',
  Provider: provider,
  ...more,
});

interface LineOf {
  readonly claim?: string;
  readonly status?: string;
  readonly estimate?: number;
  readonly paid?: number;
  readonly day?: string;
  readonly provider?: string;
}

function line(id: string, charge: string, of: LineOf) {
  const isTotal = charge === '';
  return {
    'Claim Line ID': id,
    'Claim Number': of.claim ?? 'K1',
    'Charge ID': charge,
    Provider: of.provider ?? '',
    Status: of.status ?? (of.paid === undefined ? 'Not Received' : 'Received'),
    'Insurance Estimate': of.estimate ?? '',
    'Insurance Paid': of.paid ?? '',
    'Payment Date': of.day ?? (of.paid === undefined ? '' : '2024-03-20'),
    'Check Date': of.day ?? (of.paid === undefined ? '' : '2024-03-20'),
    'As Total': isTotal ? 'Yes' : '',
  };
}

/** Income of each provider, of patients, unearned and of insurers together. */
function incomes(book: Book): Record<string, string> {
  const period = { from: '2024-03-01', to: '2024-03-31' };
  const table = runReportsOf(book, ['production-income'], period).table(
    'Production & Income - Provider',
  )!;
  const total = table.columns.indexOf('Total Income');
  return Object.fromEntries(table.rows.map((row) => [String(row[0]), String(row[total])]));
}

describe('A41', () => {
  const charges = [proc('c1', 10, 'A', 100), proc('c2', 10, 'A', 100)];

  it('what is paid already is what the same claim paid, not another one', () => {
    const book: Book = {
      Charges: charges,
      Payments: [],
      'Claim Lines': [
        line('l1', 'c1', { claim: 'first', paid: 80 }),
        line('l2', 'c1', { claim: 'second', estimate: 20 }),
        line('l3', 'c2', { claim: 'second', estimate: 30 }),
        line('l4', '', { claim: 'second', paid: 40 }),
      ],
    };
    expect(propose(book).splits).toEqual(['l4: 20.00 c1 A', 'l4: 20.00 c2 A']);
  });

  it("P26 a share is of the claim line's provider, who has its income", () => {
    const book: Book = {
      Charges: charges,
      Payments: [],
      'Claim Lines': [
        line('l1', 'c1', { estimate: 60, provider: 'B' }),
        line('l2', 'c2', { estimate: 30 }),
        line('l3', '', { paid: 90 }),
      ],
    };
    expect(propose(book).splits).toEqual(['l3: 60.00 c1 B', 'l3: 30.00 c2 A']);
    expect(incomes(accepted(book))).toMatchObject({ A: '30.00', B: '60.00' });
  });

  it('work that is not on a claim yet, and capitation, wait for no total', () => {
    for (const status of ['Estimate', 'CapEstimate', 'Preauth']) {
      const book: Book = {
        Charges: charges,
        Payments: [],
        'Claim Lines': [
          line('l1', 'c1', { status, estimate: 60 }),
          line('l2', 'c2', { estimate: 30 }),
          line('l3', '', { paid: 90 }),
        ],
      };
      expect(propose(book).splits).toEqual(['l3: 90.00 c2 A']);
    }
  });

  it('a line that is answered after the period waits, and its later date is no order', () => {
    const book: Book = {
      Charges: charges,
      Payments: [],
      'Claim Lines': [
        line('l1', 'c1', { estimate: 60 }),
        line('l2', 'c2', { estimate: 60, paid: 60, day: '2024-04-15' }),
        line('l3', '', { paid: 70 }),
      ],
    };
    expect(propose(book).splits).toEqual(['l3: 60.00 c1 A', 'l3: 10.00 c2 A']);
  });
});

describe('A43', () => {
  const charges = [proc('c1', 10, 'A', 100), proc('c2', 10, 'A', 50)];

  it('a line whose estimate is above its fee takes up to the larger of both before the first one', () => {
    const book: Book = {
      Charges: charges,
      'Claim Lines': [
        line('l1', 'c1', { estimate: 80, paid: 0 }),
        line('l2', 'c2', { estimate: 90, paid: 0 }),
        line('l3', '', { paid: 200 }),
      ],
      Payments: [],
    };
    expect(propose(book).transfers).toEqual(['-200.00 unallocated ', '110.00 c1 A', '90.00 c2 A']);
  });

  it('the line that was answered last is the first', () => {
    const book: Book = {
      Charges: charges,
      'Claim Lines': [
        line('l1', 'c1', { estimate: 50, paid: 0, day: '2024-03-15' }),
        line('l2', 'c2', { estimate: 50, paid: 0, day: '2024-03-18' }),
        line('l3', '', { paid: 60, day: '2024-03-18' }),
      ],
      Payments: [],
    };
    expect(propose(book).transfers).toEqual(['-60.00 unallocated ', '50.00 c2 A', '10.00 c1 A']);
  });

  it('Z-17 a payment without a provider leaves those of the lines, not nobody', () => {
    const insurer = { Payer: 'Insurance', 'Claim Number': 'K1', 'Check Date': '2024-03-20' };
    const book: Book = {
      Charges: [proc('c1', 10, 'A', 100), proc('c2', 10, 'B', 300)],
      'Claim Lines': [
        line('l1', 'c1', { status: 'Received', estimate: 50, day: '2024-03-20' }),
        line('l2', 'c2', { status: 'Received', estimate: 30, day: '2024-03-20' }),
      ],
      Payments: [paid('i1', 20, 80, insurer)],
    };
    expect(propose(book).transfers).toEqual(['-80.00 unallocated ', '50.00 c1 A', '30.00 c2 B']);
    expect(incomes(book)).toMatchObject({ A: '20.00', B: '60.00' });
    expect(incomes(accepted(book))).toMatchObject({ A: '50.00', B: '30.00' });
    expect(propose(accepted(book)).transfers).toEqual([]);
  });
});

it('P40 what insurers add after the period is not there yet', () => {
  const book: Book = {
    Charges: [proc('c1', 10, 'A', 100)],
    'Claim Lines': [
      line('l1', 'c1', { paid: 40 }),
      {
        ...line('l2', 'c1', { status: 'Supplemental', paid: 10, day: '2024-04-15' }),
        'Write-off': 20,
      },
    ],
    Payments: [paid('p1', 21, 100)],
  };
  expect(propose(book).splits).toEqual(['p1: 60.00 c1 A', 'p1: 40.00 Unearned No provider']);
});

it('P40 write-offs of a charge, expected ones too, never take off more than it', () => {
  const book: Book = {
    Charges: [proc('c1', 10, 'A', 12), proc('c2', 11, 'A', 5)],
    'Claim Lines': [
      { ...line('l1', 'c1', { paid: 0 }), 'Write-off': 10 },
      { ...line('l2', 'c1', { claim: 'K2' }), 'Write-off Estimate': 5 },
    ],
    Payments: [paid('p1', 11, 2, on('c1'))],
  };
  // 2 stand on what is worth 2: nothing is above it, and nothing is open.
  expect(propose(book).transfers).toEqual([]);
});

it('P40 nor do those that a line still estimates', () => {
  const book: Book = {
    Charges: [proc('c1', 10, 'A', 3)],
    Adjustments: [adjust('a1', 10, 'A', 10, { 'Charge ID': 'c1' })],
    'Claim Lines': [{ ...line('l1', 'c1', { status: 'Estimate' }), 'Write-off Estimate': 5 }],
    Payments: [paid('p1', 11, 10)],
  };
  // 3 of the 5 can be written off; the adjustment of 10 stays open.
  expect(propose(book).splits).toEqual(['p1: 10.00 c1 A']);
});

describe('A20', () => {
  it('new money pays no charge under the name of whoever money was taken off', () => {
    const book: Book = {
      Charges: [proc('c1', 10, 'A', 100)],
      Payments: [
        paid('p1', 10, 100, on('c1')),
        paid('r1', 11, -20, on('c1', 'B')),
        paid('p2', 12, 20),
      ],
    };
    const { splits, transfers } = propose(book);
    expect(splits).toEqual(['p2: 20.00 Unearned No provider']);
    expect(transfers).toEqual(['-20.00 Unearned No provider', '20.00 c1 B']);
  });

  it('money for an adjustment that names nobody belongs to its family', () => {
    const nobody = { 'Patient ID': '', 'Guarantor ID': '' };
    const book: Book = {
      Charges: [],
      Adjustments: [adjust('a1', 10, 'A', 50)],
      Payments: [
        paid('p1', 11, 70, { ...nobody, 'Adjustment ID': 'a1', Provider: 'A' }),
        paid('p2', 12, 10),
      ],
    };
    expect(propose(book).transfers).toEqual(['-20.00 a1 A', '20.00 Unearned No provider']);
    expect(propose(book).splits).toEqual(['p2: 10.00 Unearned No provider']);
  });
});

it('T4 credit without a location is that of deposits without one, wherever it was used', () => {
  const book: Book = {
    Charges: [proc('c1', 10, 'A', 25, { Location: 'West' })],
    Payments: [
      paid('d1', 9, 40, { Type: 'Deposit' }),
      paid('k1', 11, 25, { Type: 'Credit Applied', 'Charge ID': 'c1' }),
    ],
  };
  expect(propose(book).transfers).toEqual([]);
});

it('money that names what is not in the ledger is left as it is, and told', () => {
  const book: Book = {
    Charges: [proc('c1', 10, 'A', 100), proc('c2', 10, 'A', 30), proc('c2', 11, 'B', 30)],
    Payments: [
      paid('p1', 11, 70, { 'Charge ID': 'c9' }),
      paid('p2', 11, 10, { 'Invoice Number': 'I9' }),
      paid('p3', 11, 5, { 'Charge ID': 'c2' }),
    ],
  };
  const { splits, transfers, shown } = propose(book);
  expect([...splits, ...transfers]).toEqual([]);
  expect(shown.memos.get('Suggested Splits')?.[0]?.rows).toEqual([
    [
      'Names a charge, claim or invoice that is not in the ledger, or an id that stands twice',
      3,
      '85.00',
    ],
  ]);
});

describe('T4', () => {
  it('money that waits for work to be done is of no age to a pool', () => {
    const planned = { 'Charge ID': 'c1' };
    const book: Book = {
      Charges: [proc('c1', 20, 'A', 200, { Status: 'Planned' }), proc('c2', 10, 'C', 40)],
      Payments: [
        paid('u1', 1, 50, prepaid('A', planned)),
        paid('u2', 2, 40, prepaid('B')),
        paid('u3', 3, 40, prepaid('A')),
      ],
    };
    expect(propose(book).transfers).toEqual(['-40.00 Prepayment B', '40.00 c2 C']);
  });
});

describe('T6', () => {
  it('charges are cleared before adjustments, whatever their days', () => {
    const book: Book = {
      Charges: [proc('c1', 12, 'A', 50), proc('c2', 5, 'C', 60)],
      Adjustments: [adjust('a1', 10, 'B', 20)],
      Payments: [
        paid('p1', 13, 90, on('c1')),
        paid('p2', 13, 60, { 'Adjustment ID': 'a1', Provider: 'B' }),
      ],
    };
    expect(propose(book).transfers).toEqual([
      '-40.00 c1 A',
      '40.00 Unearned A',
      '-20.00 a1 B',
      '20.00 Unearned B',
      '-40.00 Unearned A',
      '40.00 c2 C',
      '-20.00 Unearned B',
      '20.00 c2 C',
      '-20.00 a1 B',
      '20.00 Unearned No provider',
    ]);
  });
});

describe('T12', () => {
  it('what is left of an adjustment is its own, whoever else has money on it', () => {
    const other = { 'Patient ID': 'pat0' };
    const book: Book = {
      Charges: [],
      Adjustments: [adjust('a1', 10, 'A', 50)],
      Payments: [
        paid('p1', 11, 10, { 'Adjustment ID': 'a1', Provider: 'A', ...other }),
        paid('u1', 12, 30, prepaid('B')),
      ],
    };
    const fifo = { transfer: 'fifo', 'paysplit-enforcement': 'auto' };
    const { shown, transfers } = propose(book, fifo);
    expect(transfers).toEqual(['-30.00 Prepayment B', '30.00 a1 A']);
    const table = shown.table('Income Transfers')!;
    expect(table.rows[1]![table.columns.indexOf('Patient ID')]).toBe('pat1');
  });
});

describe('T13', () => {
  it('what was given back of a prepayment is not moved', () => {
    const hidden = { 'Unearned Type': 'Hidden: plan', 'Charge ID': 'c1', Provider: 'A' };
    const book: Book = {
      Charges: [proc('c1', 20, 'A', 200)],
      Payments: [paid('h1', 2, 50, hidden), paid('h2', 3, -20, hidden), paid('h3', 4, 10, hidden)],
    };
    expect(propose(book).transfers).toEqual([
      '-30.00 Hidden: plan A',
      '30.00 c1 A',
      '-10.00 Hidden: plan A',
      '10.00 c1 A',
    ]);
    expect(propose(accepted(book)).transfers).toEqual([]);
  });

  it('T5, T9 hidden money that names no procedure goes through the layers with the rest', () => {
    const book: Book = {
      Charges: [proc('c1', 10, 'A', 50)],
      Payments: [
        paid('u1', 1, 50, prepaid('B')),
        paid('h1', 2, 50, { 'Unearned Type': 'Hidden: plan', Provider: 'A' }),
      ],
    };
    expect(propose(book).transfers).toEqual(['-50.00 Hidden: plan A', '50.00 c1 A']);
  });
});
