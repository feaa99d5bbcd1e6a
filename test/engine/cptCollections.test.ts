/** Z-7 to Z-10, Z-17 and Z-A2 to Z-A4, Z-A8 by their names: the money of CPT Collections (Gross). */
import type { PlainRow } from '../support/plainLedger';
import { c, ca, collected, ofClaim, on, p, run, type Tables } from '../support/cptRows';
import { COLLECTED, runCpt } from '../support/cptRun';

describe('CPT Collections (Gross)', () => {
  const Charges = [c('a', 50, ofClaim('C1')), c('b', 100, ofClaim('C1')), c('d', 40)];

  it('Z-7 counts by payment date, whenever the service was', () => {
    const Payments = [
      p('P1', 1, { ...on('a'), 'Payment Date': '2024-02-29' }),
      p('P2', 2, { ...on('a'), 'Payment Date': '2024-03-01' }),
      p('P3', 4, { ...on('a'), 'Payment Date': '2024-03-31T23:59' }),
      p('P4', 8, { ...on('a'), 'Payment Date': '2024-04-01' }),
    ];
    const old = [c('a', 50, { 'Service Date': '2023-01-05' })];
    expect(collected({ Charges: old, Payments })).toEqual({ a1: [1, '6.00'] });
  });

  it('Z-8, Z-9, Z-A2 adds insurance and patient money, a unit once; 0.00 counts no unit', () => {
    const Payments = [
      p('K1', 30, { ...on('a'), Payer: 'Insurance' }),
      p('P1', 10, on('a')),
      p('P2', 0, on('d')),
    ];
    const units = [c('a', 50, { Units: 2 }), c('d', 40)];
    expect(collected({ Charges: units, Payments })).toEqual({ a1: [2, '40.00'] });
  });

  it('Z-10 a partial refund is not deducted and stands in the memo', () => {
    const Payments = [
      p('P1', 40, on('d')),
      p('R1', -10, { ...on('d'), Type: 'Refund', 'Refund Of': 'P1' }),
    ];
    const result = run({ Charges, Payments });
    expect(result.sheet(COLLECTED).rows).toEqual([['d1', 1, '40.00']]);
    expect(result.memo(COLLECTED, 'Refunds')['Refunds not deducted']).toBe('10.00');
    expect(result.memo(COLLECTED, 'From collections to deposits')).toMatchObject({
      'Gross receipts of the period': '40.00',
      'Given back in the period': '-10.00',
      'Cash of the period': '30.00',
    });
  });

  it.each([
    ['charge', { a1: [1, '5.00'], b1: [1, '10.00'] }],
    ['remaining', { a1: [1, '3.21'], b1: [1, '11.79'] }],
    ['equal', { a1: [1, '7.50'], b1: [1, '7.50'] }],
    ['none', { Claim: [0, '15.00'] }],
  ])('Z-17 money of a whole claim with cpt-spread=%s', (spread, expected) => {
    const tables: Tables = {
      Charges,
      'Claim Adjustments': [ca('a', 'CO-45', 20), ca('b', 'CO-45', -10)],
      Payments: [p('K1', 15, { ...ofClaim('C1'), Payer: 'Insurance' })],
    };
    expect(collected(tables, { 'cpt-spread': spread })).toEqual(expected);
  });

  describe('Z-A3', () => {
    const refund = (id: string, amount: number, more: PlainRow): PlainRow =>
      p(id, amount, { Type: 'Refund', 'Payment Date': '2024-04-09', ...more });
    const split = [p('P1', 30, on('a')), p('P1', 20, on('b'))];

    it('a payment refunded in full is gone, whenever it was; the refund is in no month', () => {
      const tables: Tables = {
        Charges,
        Payments: [...split, refund('R1', -50, { 'Refund Of': 'P1' })],
      };
      expect(collected(tables)).toEqual({});
      const april = runCpt(tables, { from: '2024-04-01', to: '2024-04-30' });
      expect(april.sheet(COLLECTED).rows).toEqual([]);
      expect(april.memo(COLLECTED, 'Refunds')['Refunds not deducted']).toBe('0.00');
    });

    it('with cpt-refunds=ignore-refund-rows it stays', () => {
      const tables: Tables = {
        Charges,
        Payments: [...split, refund('R1', -50, { 'Refund Of': 'P1' })],
      };
      const stays = { 'cpt-refunds': 'ignore-refund-rows' };
      expect(collected(tables, stays)).toEqual({ a1: [1, '30.00'], b1: [1, '20.00'] });
    });

    it('several refunds together, and per charge where they name it', () => {
      const named = (amount: number, charge: string): PlainRow =>
        refund('R1', amount, { 'Refund Of': 'P1', ...on(charge) });
      const parts = { Charges, Payments: [...split, named(-10, 'a'), named(-20, 'a')] };
      expect(collected(parts)).toEqual({ b1: [1, '20.00'] });
      const whole = { Charges, Payments: [...split, named(-30, 'a'), named(-20, 'b')] };
      expect(collected(whole)).toEqual({});
      const cent = { Charges, Payments: [...split, named(-29.99, 'a')] };
      expect(collected(cent)).toEqual({ a1: [1, '30.00'], b1: [1, '20.00'] });
    });

    it('one that names none takes the newest earlier payment of its amount, charge and payer', () => {
      const dated = (id: string, day: string, more: PlainRow = {}): PlainRow =>
        p(id, 10, { ...on('d'), 'Payment Date': `2024-03-${day}`, ...more });
      const Payments = [
        dated('P1', '01'),
        dated('P2', '05'),
        dated('P3', '07', { Payer: 'Insurance' }),
        dated('P4', '20'),
        refund('R1', -10, { ...on('d'), 'Payment Date': '2024-03-10' }),
      ];
      const result = run({ Charges, Payments });
      expect(result.sheet(COLLECTED).rows).toEqual([['d1', 1, '30.00']]);
      // P2 is the one: until the 4th nothing was taken out, until the 6th only P1 is left.
      const until = (to: string): unknown =>
        runCpt({ Charges, Payments }, { from: '2024-03-01', to }).sheet(COLLECTED).total?.[2];
      expect([until('2024-03-04'), until('2024-03-06')]).toEqual(['10.00', '10.00']);
    });

    it('a deposit of the same payment is on no charge, whatever it names', () => {
      for (const aside of [{ Type: 'Deposit' }, { 'Unearned Type': 'Prepayment' }]) {
        const Payments = [
          p('P1', 40, { ...on('d'), 'Unearned Type': '' }),
          p('P1', 2.5, { ...on('d'), ...aside }),
          refund('R1', -40, on('d')),
        ];
        const result = run({ Charges, Payments });
        expect(result.sheet(COLLECTED).rows).toEqual([]);
        const unapplied = result.memo(COLLECTED, 'Unapplied / no code');
        expect(unapplied['Unapplied / no code']).toBe('2.50');
      }
    });

    it('else it is a memo only', () => {
      const Payments = [p('P1', 40, on('d')), refund('R1', -39, on('d'))];
      expect(collected({ Charges, Payments })).toEqual({ d1: [1, '40.00'] });
      const unknown = [p('P1', 40, on('d')), refund('R1', -40, { ...on('d'), 'Refund Of': 'P9' })];
      expect(collected({ Charges, Payments: unknown })).toEqual({ d1: [1, '40.00'] });
    });

    it('returned checks and reversals are refunds, a redeposit is money', () => {
      const Payments = [
        p('P1', 40, on('d')),
        p('B1', -40, { ...on('d'), Type: 'Returned Check' }),
        p('D1', 40, { ...on('d'), Type: 'Redeposit', 'Payment Date': '2024-03-20' }),
      ];
      expect(collected({ Charges, Payments })).toEqual({ d1: [1, '40.00'] });
    });
  });

  describe('Z-A4', () => {
    it('a take-back by an insurer is a refund: a memo, or the payment is taken out', () => {
      const ins = (id: string, amount: number): PlainRow =>
        p(id, amount, { ...on('a'), Payer: 'Insurance' });
      const part = run({ Charges, Payments: [ins('K1', 30), ins('K2', -12)] });
      expect(part.sheet(COLLECTED).rows).toEqual([['a1', 1, '30.00']]);
      expect(part.memo(COLLECTED, 'Refunds')['Refunds not deducted']).toBe('12.00');
      expect(collected({ Charges, Payments: [ins('K1', 30), ins('K2', -30)] })).toEqual({});
    });

    it('an entry reversal cancels both: Voided, or a Void row', () => {
      const voided = [p('P1', 40, { ...on('d'), Voided: 'Yes' })];
      expect(collected({ Charges, Payments: voided })).toEqual({});
      const byRow = [p('P1', 40, on('d')), p('V1', -40, { Type: 'Void', 'Refund Of': 'P1' })];
      expect(collected({ Charges, Payments: byRow })).toEqual({});
    });

    it('a negative split of a payment that is positive in all nets inside it', () => {
      const Payments = [
        p('K1', 30, { ...on('a'), Payer: 'Insurance' }),
        p('K1', -12, { ...on('b'), Payer: 'Insurance', Type: 'Reversal' }),
      ];
      expect(collected({ Charges, Payments })).toEqual({ a1: [1, '30.00'], b1: [0, '-12.00'] });
    });
  });

  it('Z-A8 money without a charge ties the sheet to the deposits', () => {
    const Payments = [
      p('P1', 40, on('d')),
      p('P2', 1, { 'Invoice Number': 7 }),
      p('P3', 2),
      p('P4', 4, { Type: 'Deposit' }),
      p('P5', 8, { 'Unearned Type': 'Prepayment' }),
      p('P6', 16, on('zz')),
      p('P7', 32, { ...on('d'), Type: 'Credit Applied' }),
      p('P8', -3, { Type: 'Deposit Refund' }),
    ];
    const Invoices = [{ 'Invoice Number': 7, 'Closed Date': '' }];
    const result = run({ Charges, Invoices, Payments });
    expect(result.sheet(COLLECTED).rows).toEqual([['d1', 1, '72.00']]);
    expect(result.memo(COLLECTED, 'Unapplied / no code')).toEqual({
      Deposits: '4.00',
      'Unearned: prepayments': '8.00',
      'Names a charge or claim that is not there or voided': '16.00',
      'Names only an invoice': '1.00',
      'Names no charge, claim or invoice': '2.00',
      'Unapplied / no code': '31.00',
    });
    expect(result.memo(COLLECTED, 'From collections to deposits')).toEqual({
      'Collected Amount': '72.00',
      'Unapplied / no code': '31.00',
      'Payments fully refunded, left out': '0.00',
      'Credit applied, unapplied or transferred: not cash': '-32.00',
      'Gross receipts of the period': '71.00',
      'Given back in the period': '-3.00',
      'Cash of the period': '68.00',
    });
  });

  it('credit taken off one charge and used on another moves, and is no cash', () => {
    const Payments = [
      p('P1', 40, on('d')),
      p('U1', -40, { ...on('d'), Type: 'Unapplied', 'Payment Date': '2024-03-20' }),
      p('C1', 40, { ...on('a'), Type: 'Credit Applied', 'Payment Date': '2024-03-20' }),
    ];
    expect(collected({ Charges, Payments })).toEqual({ a1: [1, '40.00'] });
  });

  it('money of a Voided charge reaches nothing', () => {
    const voided = [c('a', 50, { Status: 'Voided' })];
    const result = run({ Charges: voided, Payments: [p('P1', 40, on('a'))] });
    expect(result.sheet(COLLECTED).rows).toEqual([]);
    expect(result.memo(COLLECTED, 'Unapplied / no code')['Unapplied / no code']).toBe('40.00');
  });

  it('an id on two invoices is told apart by the claim or the invoice, else it is unapplied', () => {
    const twice = [
      c('a', 50, { 'Invoice Number': 7, Code: 'x', 'Claim Number': 'C7' }),
      c('a', 60, { 'Invoice Number': 8, Code: 'y', 'Claim Number': 'C8' }),
    ];
    const Invoices = [7, 8].map((n) => ({ 'Invoice Number': n, 'Closed Date': '' }));
    const Payments = [
      p('P1', 1, { ...on('a'), 'Invoice Number': 8, 'Claim Number': '' }),
      p('P2', 2, { ...on('a'), ...ofClaim('C7') }),
      p('P3', 4, on('a')),
    ];
    expect(collected({ Charges: twice, Invoices, Payments })).toEqual({
      x: [1, '2.00'],
      y: [1, '1.00'],
    });
  });
});

describe('Insurance money is read once', () => {
  const line = (id: string, paid: number | '', more: PlainRow): PlainRow => ({
    'Claim Line ID': id,
    'Claim Number': 'C1',
    'Charge ID': '',
    Status: 'Received',
    'Insurance Paid': paid,
    'Payment Date': '2024-03-15',
    'Check Date': '2024-03-18',
    ...more,
  });
  const tables: Tables = {
    Charges: [c('a', 50, ofClaim('C1')), c('b', 100, ofClaim('C1'))],
    'Claim Lines': [
      line('1', 30, on('a')),
      line('2', 20, { ...on('b'), 'Check Date': '' }),
      line('3', 60, { ...on('b'), 'Check Date': '2024-04-02' }),
      line('4', 9, { ...on('b'), Status: 'Estimate' }),
    ],
    Payments: [
      p('K1', 30, { Payer: 'Insurance', 'Payment Date': '2024-03-18', ...ofClaim('C1') }),
      p('P1', 5, { ...on('a'), ...ofClaim('C1'), Payer: '' }),
    ],
  };

  it('from Claim Lines on their Check Date; payments of insurers are the checks', () => {
    const result = run(tables);
    expect(result.sheet(COLLECTED).rows).toEqual([['a1', 1, '35.00']]);
    expect(result.memo(COLLECTED, 'From collections to deposits')).toMatchObject({
      'Insurance paid on claim lines: not cash': '-30.00',
      'Checks of insurers': '30.00',
      'Gross receipts of the period': '35.00',
    });
    expect(result.memo(COLLECTED, 'Refunds')).toMatchObject({
      'Insurance without a final check, not counted yet': '20.00',
    });
  });

  it('without the column Check Date a line is final on its Payment Date', () => {
    const lines = (tables['Claim Lines'] ?? []).map((row) =>
      Object.fromEntries(Object.entries(row).filter(([header]) => header !== 'Check Date')),
    );
    expect(collected({ ...tables, 'Claim Lines': lines })).toEqual({
      a1: [1, '35.00'],
      b1: [1, '80.00'],
    });
  });

  it('Claim Lines alone are enough', () => {
    const { Charges = [], 'Claim Lines': lines = [] } = tables;
    expect(run({ Charges, 'Claim Lines': lines }).sheet(COLLECTED).rows).toEqual([
      ['a1', 1, '30.00'],
    ]);
  });

  it('Z-17 as-total lines are spread, and net inside the claim’s check', () => {
    const lines = [
      line('1', 30, on('a')),
      line('2', 45, on('b')),
      line('3', -4.5, { 'As Total': 'Yes' }),
      line('4', -12, { ...on('a'), 'Check Date': '2024-03-25' }),
    ];
    const result = run({ ...tables, 'Claim Lines': lines });
    expect(result.sheet(COLLECTED).rows).toEqual([
      ['a1', 1, '33.50'],
      ['b1', 1, '42.00'],
    ]);
    expect(result.memo(COLLECTED, 'Refunds')['Refunds not deducted']).toBe('12.00');
  });
});
