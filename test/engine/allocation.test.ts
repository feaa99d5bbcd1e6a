/** Allocation by rule (A10 to A60): suggested splits and totals of claims, with the figures of the rules. */
import { adjust, type Book, paid, proc, propose } from '../support/transferBook';

describe('A26 suggested splits of a new payment', () => {
  it('a: 150 pays 60, 40 and 50, oldest first', () => {
    const book: Book = {
      Charges: [proc('c3', 12, 'A', 50), proc('c1', 10, 'B', 60), proc('c2', 11, 'A', 40)],
      Payments: [paid('p1', 13, 150)],
    };
    expect(propose(book).splits).toEqual(['p1: 60.00 c1 B', 'p1: 40.00 c2 A', 'p1: 50.00 c3 A']);
  });

  it('b: money on account is matched first, so that nothing is paid twice', () => {
    const charges = [proc('c1', 9, 'A', 80), proc('c2', 10, 'A', 60), proc('c3', 11, 'A', 40)];
    const expected = ['p2: 30.00 c2 A', 'p2: 40.00 c3 A', 'p2: 10.00 Unearned No provider'];
    for (const before of [paid('p1', 12, 110), paid('p1', 12, 110, { Provider: 'A' })]) {
      const { splits } = propose({ Charges: charges, Payments: [before, paid('p2', 13, 80)] });
      expect(splits.filter((one) => one.startsWith('p2'))).toEqual(expected);
    }
  });

  it('c: what insurers pay and write off is not owed by the patient', () => {
    const line = (id: string, charge: string, estimate: number, writeOff: number) => ({
      'Claim Line ID': id,
      'Claim Number': 'K1',
      'Charge ID': charge,
      Status: 'Not Received',
      'Insurance Estimate': estimate,
      'Write-off Estimate': writeOff,
    });
    const book: Book = {
      Charges: [proc('c1', 10, 'A', 60), proc('c2', 11, 'A', 40), proc('c3', 12, 'A', 50)],
      'Claim Lines': [line('l1', 'c1', 20, 10), line('l2', 'c2', 5, 0), line('l3', 'c3', 0, 20)],
      Payments: [paid('p1', 13, 150)],
    };
    expect(propose(book).splits).toEqual([
      'p1: 30.00 c1 A',
      'p1: 35.00 c2 A',
      'p1: 30.00 c3 A',
      'p1: 55.00 Unearned No provider',
    ]);
  });

  it('d: overpaid money and a negative adjustment cover a charge before new money does', () => {
    const book: Book = {
      Charges: [proc('c1', 10, 'A', 80), proc('c2', 11, 'A', 60), proc('c3', 12, 'A', 40)],
      Adjustments: [adjust('a1', 12, 'B', -40)],
      Payments: [paid('p1', 10, 100, { 'Charge ID': 'c1', Provider: 'A' }), paid('p2', 13, 50)],
    };
    expect(propose(book).splits).toEqual(['p2: 40.00 c3 A', 'p2: 10.00 Unearned No provider']);
  });

  it('e: the oldest charge of the family, or with the option the patient of the payment first', () => {
    const other = { 'Patient ID': 'pat2' };
    const book: Book = {
      Charges: [proc('c1', 5, 'A', 250), proc('c2', 8, 'A', 100, other)],
      Payments: [paid('p1', 10, 50, other)],
    };
    expect(propose(book).splits).toEqual(['p1: 50.00 c1 A']);
    const prefer = { 'prefer-current-patient': 'yes' };
    expect(propose(book, prefer).splits).toEqual(['p1: 50.00 c2 A']);
  });

  it('f: an overpaid charge gets no negative split, and nothing is left for unearned', () => {
    const book: Book = {
      Charges: [proc('c1', 10, 'A', 70), proc('c2', 11, 'A', 20)],
      Payments: [paid('p1', 10, 71, { 'Charge ID': 'c1', Provider: 'A' }), paid('p2', 12, 2)],
    };
    expect(propose(book).splits).toEqual(['p2: 2.00 c2 A']);
  });

  it('g: a payment that does not cover all is used up', () => {
    const book: Book = {
      Charges: [proc('c1', 10, 'A', 40), proc('c2', 11, 'A', 40)],
      Payments: [paid('p1', 12, 50)],
    };
    expect(propose(book).splits).toEqual(['p1: 40.00 c1 A', 'p1: 10.00 c2 A']);
  });
});

it('A14 an attached adjustment is paid on its charge, an unattached one by its own id', () => {
  const full = paid('p1', 10, 135, { 'Charge ID': 'c1', Provider: 'A' });
  const attached: Book = {
    Charges: [proc('c1', 10, 'A', 135)],
    Adjustments: [adjust('a1', 11, 'A', 20, { 'Charge ID': 'c1' })],
    Payments: [full, paid('p2', 12, 20)],
  };
  expect(propose(attached).splits).toEqual(['p2: 20.00 c1 A']);
  const alone: Book = {
    Charges: [proc('c1', 10, 'A', 135)],
    Adjustments: [adjust('a1', 11, 'A', 50)],
    Payments: [full, paid('p2', 12, 50)],
  };
  expect(propose(alone).splits).toEqual(['p2: 50.00 a1 A']);
});

describe('A24 money given back', () => {
  const refund = paid('r1', 14, -30);

  it('lowers unearned where nothing is open', () => {
    const book: Book = {
      Charges: [proc('c1', 10, 'A', 40)],
      Payments: [paid('p1', 11, 40, { 'Charge ID': 'c1', Provider: 'A' }), refund],
    };
    expect(propose(book).splits).toEqual(['r1: -30.00 Unearned No provider']);
  });

  it('is never spread over charges while one is open', () => {
    const { splits, transfers } = propose({
      Charges: [proc('c1', 10, 'A', 40)],
      Payments: [refund],
    });
    expect([...splits, ...transfers]).toEqual([]);
  });

  it('is taken off the payment it names before that is split', () => {
    const of = { 'Refund Of': 'p1' };
    const book: Book = {
      Charges: [proc('c1', 10, 'A', 100)],
      Payments: [paid('p1', 11, 100), paid('r1', 14, -40, of)],
    };
    const { splits } = propose(book);
    expect(splits).toEqual(['p1: 60.00 c1 A', 'p1: 40.00 unallocated No provider']);
  });
});

describe('A41 a claim paid as one total goes to the lines that wait, in passes', () => {
  const total = (amount: number, fees: readonly number[], estimates: readonly number[]): Book => ({
    Charges: fees.map((fee, place) => proc(`c${place + 1}`, 10, 'A', fee)),
    'Claim Lines': [
      ...estimates.map((estimate, place) => ({
        'Claim Line ID': `l${place + 1}`,
        'Claim Number': 'K1',
        'Charge ID': `c${place + 1}`,
        Status: 'Not Received',
        'Insurance Estimate': estimate,
      })),
      {
        'Claim Line ID': 'l9',
        'Claim Number': 'K1',
        'Charge ID': '',
        Status: 'Received',
        'Insurance Paid': amount,
        'Payment Date': '2024-03-20',
        'Check Date': '2024-03-20',
        'As Total': 'Yes',
      },
    ],
    Payments: [],
  });
  const shares = (book: Book, options = {}): string[] =>
    propose(book, options).splits.map((one) => one.replace(/ A$/, ''));

  it.each([
    [150, ['l9: 80.00 c1', 'l9: 70.00 c2']],
    [215, ['l9: 80.00 c1', 'l9: 120.00 c2', 'l9: 15.00 c3']],
    [330, ['l9: 100.00 c1', 'l9: 180.00 c2', 'l9: 50.00 c3']],
    [480, ['l9: 130.00 c1', 'l9: 200.00 c2', 'l9: 150.00 c3']],
  ])('%d on estimates of 80, 120 and 50, fees of 100, 200 and 150', (amount, expected) => {
    expect(shares(total(amount, [100, 200, 150], [80, 120, 50]))).toEqual(expected);
  });

  it('never takes a line above its fee by its estimate alone', () => {
    expect(shares(total(125, [100, 25], [125, 25]))).toEqual(['l9: 100.00 c1', 'l9: 25.00 c2']);
    expect(shares(total(125, [100, 25], [125, 0]))).toEqual(['l9: 100.00 c1', 'l9: 25.00 c2']);
  });

  it('of which a part was taken back: that part stays where it is', () => {
    const book = total(150, [100, 200], [80, 120]);
    const back = { Payer: 'Insurance', 'Claim Number': 'K1', Type: 'Transfer' };
    const taken: Book = { ...book, Payments: [paid('i1', 21, -50, back)] };
    expect(shares(taken)).toEqual(['l9: 80.00 c1', 'l9: 20.00 c2', 'l9: 50.00 unallocated ']);
  });

  it('A42 is left as it is with claim-pay-total=off, and is still not owed a second time', () => {
    const book = total(150, [100, 200, 150], [80, 120, 50]);
    const withCash: Book = { ...book, Payments: [paid('p1', 21, 30)] };
    expect(shares(withCash, { 'claim-pay-total': 'off' })).toEqual([
      'p1: 20.00 c1',
      'p1: 10.00 c2',
    ]);
  });
});

describe('A43 totals of before', () => {
  const received = (id: string, charge: string, estimate: number, ofIt: number) => ({
    'Claim Line ID': id,
    'Claim Number': 'K1',
    'Charge ID': charge,
    Status: 'Received',
    'Insurance Estimate': estimate,
    'Insurance Paid': ofIt,
    'Payment Date': '2024-03-15',
    'Check Date': '2024-03-15',
    'As Total': charge === '' ? 'Yes' : '',
  });

  it('leave the total and go to its procedures: +822 and +178, offset -1,000', () => {
    const book: Book = {
      Charges: [proc('c1', 10, 'A', 100), proc('c2', 10, 'A', 200)],
      'Claim Lines': [
        received('l1', 'c1', 100, 0),
        received('l2', 'c2', 200, 22),
        received('l3', '', 0, 1000),
      ],
      Payments: [],
    };
    const { transfers, shown } = propose(book);
    expect(transfers).toEqual(['-1000.00 unallocated ', '822.00 c1 A', '178.00 c2 A']);
    expect(shown.problems.filter(({ code }) => code === 'INSURANCE_OVERPAID')).toHaveLength(1);
    expect(propose(book, { 'claim-pay-total': 'off' }).transfers).toEqual([]);
  });
});

describe('A44 insurance money is never moved', () => {
  const insured = (byInsurer: number, byPatient: number): Book => ({
    Charges: [proc('c1', 10, 'A', 100)],
    Payments: [
      paid('i1', 15, byInsurer, {
        Payer: 'Insurance',
        'Charge ID': 'c1',
        'Check Date': '2024-03-15',
      }),
      ...(byPatient === 0 ? [] : [paid('p1', 10, byPatient, { 'Charge ID': 'c1', Provider: 'A' })]),
    ],
  });

  it.each([
    [150, 30, '30.00'],
    [80, 30, '10.00'],
  ])('fee 100, insurance %d, patient %d: %s may move', (byInsurer, byPatient, moved) => {
    expect(propose(insured(byInsurer, byPatient)).transfers).toEqual([
      `-${moved} c1 A`,
      `${moved} Unearned No provider`,
    ]);
  });

  it('what insurers paid too much is told', () => {
    const { transfers, shown } = propose(insured(150, 0));
    expect(transfers).toEqual([]);
    const told = shown.problems.filter(({ code }) => code === 'INSURANCE_OVERPAID');
    expect(told.map(({ found }) => found)).toEqual([
      'insurers paid and wrote off 50.00 above what the charge is worth',
    ]);
  });

  it('an estimate is no money: what it would overpay stays', () => {
    const book: Book = {
      Charges: [proc('c1', 10, 'A', 100)],
      'Claim Lines': [
        {
          'Claim Line ID': 'l1',
          'Charge ID': 'c1',
          Status: 'Not Received',
          'Insurance Estimate': 80,
        },
      ],
      Payments: [paid('p1', 10, 100, { 'Charge ID': 'c1', Provider: 'A' })],
    };
    expect(propose(book).transfers).toEqual([]);
  });
});

describe('A45 when a claim is answered', () => {
  const answered = (id: string, charge: string, ofIt: number, writeOff = 0) => ({
    'Claim Line ID': id,
    'Claim Number': 'K1',
    'Charge ID': charge,
    Status: 'Received',
    'Insurance Paid': ofIt,
    'Write-off': writeOff,
    'Payment Date': '2024-03-20',
    'Check Date': '2024-03-20',
  });

  it('the patient pays other procedures of the same claim before older ones', () => {
    const book: Book = {
      Charges: [proc('c0', 1, 'A', 500), proc('c1', 10, 'A', 50), proc('c3', 10, 'B', 100)],
      'Claim Lines': [answered('l1', 'c1', 50), answered('l3', 'c3', 80)],
      Payments: [paid('p1', 10, 20, { 'Charge ID': 'c1', Provider: 'A' })],
    };
    const toClaim = ['-20.00 c1 A', '20.00 Unearned A', '-20.00 Unearned A', '20.00 c3 B'];
    expect(propose(book).transfers).toEqual(toClaim);
    const toOldest = [...toClaim.slice(0, 3), '20.00 c0 A'];
    expect(propose(book, { 'paysplit-enforcement': 'auto' }).transfers).toEqual(toOldest);
  });

  it('W7 the crown: 20 leave it for unearned', () => {
    const book: Book = {
      Charges: [proc('c1', 1, 'A', 1000)],
      'Claim Lines': [answered('l1', 'c1', 380, 240)],
      Payments: [paid('p1', 1, 400, { 'Charge ID': 'c1', Provider: 'A' })],
    };
    expect(propose(book).transfers).toEqual(['-20.00 c1 A', '20.00 Unearned No provider']);
    const prepaid = propose(book, { 'prepay-to-providers': 'yes' });
    expect(prepaid.transfers).toEqual(['-20.00 c1 A', '20.00 Unearned A']);
  });
});

it("A60 unearned money of the charge's provider goes first, then the oldest", () => {
  const unearned = { 'Unearned Type': 'Prepayment' };
  const book: Book = {
    Charges: [proc('c1', 10, 'Prov2', 50)],
    Payments: [
      paid('u1', 1, 50, { ...unearned, Provider: 'Prov1' }),
      paid('u2', 5, 50, { ...unearned, Provider: 'Prov2' }),
    ],
  };
  expect(propose(book).transfers).toEqual(['-50.00 Prepayment Prov2', '50.00 c1 Prov2']);
});
