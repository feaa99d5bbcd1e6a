import { respreadAsTotal, spreadAsTotal } from './allocation/insurance';
import { allocationOracle, type AllocationOracle, withTransfers } from './allocationOracle';
import { moneyOfCents, type PlainLedger, type PlainRow, textOf } from './plainLedger';

type Tables = Partial<PlainLedger>;

const run = { from: '2024-03-01', to: '2024-03-31' };

/** So many days before the last day. */
function ago(days: number): string {
  return `2024-03-${31 - days}`;
}

/** A complete charge of patient 1 by provider A. */
function proc(id: string, days: number, amount: number, more: PlainRow = {}): PlainRow {
  const own = { Provider: 'A', 'Patient ID': '1', 'Guarantor ID': '1' };
  return { 'Charge ID': id, 'Service Date': ago(days), Amount: amount, ...own, ...more };
}

let ids = 0;

/** Patient money of patient 1; it is on nothing unless it says so. */
function pay(days: number, amount: number, more: PlainRow = {}): PlainRow {
  return {
    'Payment ID': `P${++ids}`,
    'Payment Date': ago(days),
    Type: 'Payment',
    Amount: amount,
    'Patient ID': '1',
    'Guarantor ID': '1',
    ...more,
  };
}

/** Unattached, of patient 1 and provider A. */
function adj(id: string, days: number, amount: number, more: PlainRow = {}): PlainRow {
  const own = { Provider: 'A', 'Patient ID': '1', 'Guarantor ID': '1' };
  return { 'Adjustment ID': id, Date: ago(days), Type: 'x', Amount: amount, ...own, ...more };
}

/** An answered line of a charge. */
function answered(charge: string, paid: number, writeOff: number, more: PlainRow = {}): PlainRow {
  return {
    'Claim Line ID': `L${charge}`,
    'Claim Number': 'C1',
    'Charge ID': charge,
    Status: 'Received',
    'Insurance Paid': paid,
    'Write-off': writeOff,
    'Payment Date': ago(0),
    'Check Date': ago(0),
    ...more,
  };
}

const by = (provider: string): PlainRow => ({ Provider: provider });
const on = (charge: string, provider = 'A'): PlainRow => ({
  'Charge ID': charge,
  Provider: provider,
});
const unearned = (provider = '', type = 'Prepayment'): PlainRow => ({
  Provider: provider,
  'Unearned Type': type,
});

type Options = Record<string, string>;

function whole(tables: Tables, options: Options = {}, period = run): AllocationOracle {
  return allocationOracle(tables, { ...period, options });
}

/** `c1 A 60.00 A22`: where each split of a payment stands. */
function splitsOf(tables: Tables, payment: PlainRow, options: Options = {}): string[] {
  const id = textOf(payment, 'Payment ID');
  return whole(tables, options)
    .splits.filter(({ paymentId }) => paymentId === id)
    .map((split) => {
      const place = split.chargeId || split.adjustmentId || split.unearnedType || 'nothing';
      return `${place} ${split.provider || '-'} ${moneyOfCents(split.cents)} ${split.rule}`;
    });
}

/** `-500.00 c1 B`: each split of the transfers, in order. */
function transfersOf(tables: Tables, options: Options = {}): string[] {
  return whole(tables, options).transfers.map((row) => {
    const place = row.chargeId || row.adjustmentId || row.unearnedType || 'nothing';
    return `${moneyOfCents(row.cents)} ${place} ${row.provider || '-'}`;
  });
}

describe('the allocation oracle reads the rules: suggested splits', () => {
  it('A26 (a) pays the oldest charge first', () => {
    const payment = pay(0, 150);
    const Charges = [proc('c1', 3, 60), proc('c2', 2, 40), proc('c3', 1, 50)];
    expect(splitsOf({ Charges, Payments: [payment] }, payment)).toEqual([
      'c1 A 60.00 A22',
      'c2 A 40.00 A22',
      'c3 A 50.00 A22',
    ]);
  });

  it('A26 (b) does not pay twice what an earlier unsplit payment covers', () => {
    const payment = pay(0, 80);
    const Charges = [proc('c1', 3, 80), proc('c2', 2, 60), proc('c3', 1, 40)];
    expect(splitsOf({ Charges, Payments: [pay(1, 110), payment] }, payment)).toEqual([
      'c2 A 30.00 A22',
      'c3 A 40.00 A22',
      'Unearned - 10.00 A23',
    ]);
  });

  it('A26 (c) pays what insurance and write-offs leave', () => {
    const payment = pay(0, 150);
    const tables = {
      Charges: [proc('c1', 3, 60), proc('c2', 2, 40), proc('c3', 1, 50)],
      Payments: [payment],
      'Claim Lines': [answered('c1', 20, 10), answered('c2', 5, 0), answered('c3', 10, 10)],
    };
    expect(splitsOf(tables, payment)).toEqual([
      'c1 A 30.00 A22',
      'c2 A 35.00 A22',
      'c3 A 30.00 A22',
      'Unearned - 55.00 A23',
    ]);
  });

  it('A12 estimates count as insurance', () => {
    const payment = pay(0, 150);
    const waits = { Status: 'Not Received', 'Insurance Paid': '', 'Payment Date': '' };
    const estimates = { ...waits, 'Insurance Estimate': 20, 'Write-off Estimate': 10 };
    const tables = {
      Charges: [proc('c1', 3, 60)],
      Payments: [payment],
      'Claim Lines': [answered('c1', 0, 0, { ...estimates, 'Write-off': '' })],
    };
    expect(splitsOf(tables, payment)).toEqual(['c1 A 30.00 A22', 'Unearned - 120.00 A23']);
  });

  it('A26 (d) overpayments and unattached adjustments cover charges first', () => {
    const payment = pay(0, 50);
    const tables = {
      Charges: [proc('c1', 3, 80), proc('c2', 2, 60), proc('c3', 1, 40)],
      Adjustments: [adj('a1', 1, -40, by('B'))],
      Payments: [pay(1, 100, on('c1')), payment],
    };
    expect(splitsOf(tables, payment)).toEqual(['c3 A 40.00 A22', 'Unearned - 10.00 A23']);
  });

  it('A26 (e) pays the family by date, or the current patient first', () => {
    const payment = pay(0, 50, { 'Patient ID': '2' });
    const second = { 'Patient ID': '2' };
    const Charges = [proc('c1', 5, 250), proc('c2', 2, 100, second)];
    const tables = { Charges, Payments: [payment] };
    expect(splitsOf(tables, payment)).toEqual(['c1 A 50.00 A22']);
    expect(splitsOf(tables, payment, { 'prefer-current-patient': 'yes' })).toEqual([
      'c2 A 50.00 A22',
    ]);
  });

  it('A26 (f) takes nothing off an overpaid charge', () => {
    const payment = pay(0, 2);
    const Charges = [proc('c1', 3, 70), proc('c2', 2, 20)];
    const tables = { Charges, Payments: [pay(1, 71, on('c1')), payment] };
    expect(splitsOf(tables, payment)).toEqual(['c2 A 2.00 A22']);
    const all = pay(0, 20);
    expect(splitsOf({ Charges, Payments: [pay(1, 71, on('c1')), all] }, all)).toEqual([
      'c2 A 19.00 A22',
      'Unearned - 1.00 A23',
    ]);
  });

  it('A26 (g) leaves nothing over while something is open', () => {
    const payment = pay(0, 50);
    const tables = { Charges: [proc('c1', 1, 40), proc('c2', 1, 40)], Payments: [payment] };
    expect(splitsOf(tables, payment)).toEqual(['c1 A 40.00 A22', 'c2 A 10.00 A22']);
  });

  it('A14 attached adjustments are paid on the charge, others by themselves', () => {
    const payment = pay(0, 20);
    const tables = {
      Charges: [proc('c1', 3, 135)],
      Adjustments: [adj('a1', 1, 20, on('c1'))],
      Payments: [pay(1, 135, on('c1')), payment],
    };
    expect(splitsOf(tables, payment)).toEqual(['c1 A 20.00 A22']);
    const fifty = pay(0, 50);
    expect(
      splitsOf({ Charges: [], Adjustments: [adj('a1', 1, 50)], Payments: [fifty] }, fifty),
    ).toEqual(['a1 A 50.00 A22']);
  });

  it('A24 a refund is suggested only where nothing is open, and never spread', () => {
    const refund = pay(0, -30, { Type: 'Refund' });
    const open = { Charges: [proc('c1', 3, 10)], Payments: [refund] };
    expect(splitsOf(open, refund)).toEqual([]);
    const paid = { ...open, Payments: [pay(2, 10, on('c1')), refund] };
    expect(splitsOf(paid, refund)).toEqual(['Unearned - -30.00 A24']);
  });

  it('A20 planned work is not paid, and A31 new money asks for no provider', () => {
    const payment = pay(0, 100);
    const Charges = [
      proc('c0', 5, 500, { Status: 'Planned' }),
      proc('c1', 3, 60),
      proc('c2', 2, 60, by('B')),
    ];
    expect(splitsOf({ Charges, Payments: [payment] }, payment)).toEqual([
      'c1 A 60.00 A22',
      'c2 B 40.00 A22',
    ]);
    // What names a provider is on the account already.
    const named = pay(0, 100, by('B'));
    expect(splitsOf({ Charges, Payments: [named] }, named)).toEqual([]);
  });

  it('A13 money of a wrong provider does not pay the charge, but what is on account is not paid twice', () => {
    const payment = pay(0, 60);
    const Charges = [proc('c1', 3, 60), proc('c2', 2, 60, by('B'))];
    const tables = { Charges, Payments: [pay(1, 60, on('c1', 'B')), payment] };
    expect(splitsOf(tables, payment)).toEqual(['c1 A 60.00 A22']);
  });

  it('A1 without enforcement a payment is one unallocated split', () => {
    const payment = pay(0, 50);
    const tables = { Charges: [proc('c1', 3, 60, by('B'))], Payments: [payment] };
    expect(splitsOf(tables, payment, { 'paysplit-enforcement': 'none' })).toEqual([
      'nothing B 50.00 A1',
    ]);
  });

  it('A30 hidden unearned covers nothing, other unearned does', () => {
    const payment = pay(0, 50);
    const Charges = [proc('c1', 3, 50)];
    const hidden = { Charges, Payments: [pay(2, 50, unearned('', 'Hidden TP')), payment] };
    expect(splitsOf(hidden, payment)).toEqual(['c1 A 50.00 A22']);
    const shown = { Charges, Payments: [pay(2, 50, unearned()), payment] };
    expect(splitsOf(shown, payment)).toEqual(['Prepayment - 50.00 A23']);
  });

  it('A30 money on account covers its provider’s charge, after money taken off it', () => {
    const payment = pay(0, 60);
    const Charges = [proc('c1', 3, 60), proc('c2', 2, 60, by('B'))];
    const held = pay(1, 60, unearned('B'));
    expect(splitsOf({ Charges, Payments: [held, payment] }, payment)).toEqual(['c1 A 60.00 A22']);
    const taken = pay(1, -60, { ...by('B'), Type: 'Transfer' });
    const all = pay(0, 120);
    expect(splitsOf({ Charges, Payments: [held, taken, all] }, all)).toEqual([
      'c1 A 60.00 A22',
      'c2 B 60.00 A22',
    ]);
  });

  it('P40 what was received and what still waits are both off the patient’s part', () => {
    const payment = pay(0, 100);
    const waits = { Status: 'Not Received', 'Insurance Paid': '', 'Payment Date': '' };
    const tables = {
      Charges: [proc('c1', 3, 100)],
      Payments: [payment],
      'Claim Lines': [
        answered('c1', 0, 0, { ...waits, 'Insurance Estimate': 40 }),
        answered('c1', 30, 0, { 'Claim Line ID': 'S', Status: 'Supplemental' }),
      ],
    };
    expect(splitsOf(tables, payment)).toEqual(['c1 A 30.00 A22', 'Unearned - 70.00 A23']);
  });
});

describe('the allocation oracle reads the rules: insurance', () => {
  const lines = [80, 120, 50].map((estimate, place) => ({
    estimate,
    fee: [100, 200, 150][place]!,
    paid: 0,
  }));

  it.each([
    [150, [80, 70, 0]],
    [215, [80, 120, 15]],
    [330, [100, 180, 50]],
    [480, [130, 200, 150]],
  ])('A41 spreads %s', (paid, expected) => {
    expect(spreadAsTotal(paid, lines)).toEqual(expected);
    const waiting = lines.map(({ estimate }, place) => ({
      'Claim Line ID': `L${place + 1}`,
      'Claim Number': 'C1',
      'Charge ID': `c${place + 1}`,
      Status: 'Not Received',
      'Insurance Estimate': estimate,
    }));
    const lump = { 'Claim Line ID': 'T', 'Claim Number': 'C1', 'As Total': 'Yes' };
    const tables = {
      Charges: lines.map(({ fee }, place) => proc(`c${place + 1}`, 9 - place, fee)),
      'Claim Lines': [
        ...waiting,
        { ...lump, Status: 'Received', 'Insurance Paid': paid, 'Payment Date': ago(0) },
      ],
    };
    const { splits } = whole(tables);
    const shares = ['c1', 'c2', 'c3'].map(
      (id) => (splits.find(({ chargeId }) => chargeId === id)?.cents ?? 0) / 100,
    );
    expect(shares).toEqual(expected);
    expect(new Set(splits.map(({ paymentId, rule }) => `${paymentId} ${rule}`))).toEqual(
      new Set(['T A41']),
    );
    const off = whole(tables, { 'claim-pay-total': 'off' });
    expect([...off.splits, ...off.transfers]).toEqual([]);
  });

  it('A41 TEST: an estimate above the fee', () => {
    const test = [
      { estimate: 125, fee: 100, paid: 0 },
      { estimate: 25, fee: 25, paid: 0 },
    ];
    expect(spreadAsTotal(125, test)).toEqual([100, 25]);
  });

  it('A43 spreads an old total again', () => {
    const test = [
      { estimate: 100, fee: 100, paid: 0 },
      { estimate: 200, fee: 200, paid: 22 },
    ];
    expect(respreadAsTotal(1000, test)).toEqual([822, 178]);
    const lump = {
      ...{ 'Claim Line ID': 'T', 'Claim Number': 'C1', 'As Total': 'Yes' },
      ...{ Status: 'Received', 'Insurance Paid': 1000, 'Payment Date': ago(0) },
    };
    const tables = {
      Charges: [proc('c1', 9, 100), proc('c2', 8, 200)],
      'Claim Lines': [
        answered('c1', 0, 0, { 'Insurance Estimate': 100 }),
        answered('c2', 22, 0, { 'Insurance Estimate': 200 }),
        lump,
      ],
    };
    expect(transfersOf(tables)).toEqual(['-1000.00 nothing -', '822.00 c1 A', '178.00 c2 A']);
    // Insurance money stays where it is spread (A44).
    expect(transfersOf(withTransfers(tables, whole(tables).transfers))).toEqual([]);
  });

  it.each([
    [150, '30.00', 50],
    [80, '10.00', 0],
  ])('A44 insurance %s and patient 30 on 100: %s moves', (insurance, moved, kept) => {
    const tables = {
      Charges: [proc('c1', 9, 100)],
      Payments: [pay(3, 30, on('c1'))],
      'Claim Lines': [answered('c1', insurance, 0)],
    };
    expect(transfersOf(tables)).toEqual([`-${moved} c1 A`, `${moved} Unearned -`]);
    expect(whole(tables).notices.map(({ rule, cents }) => [rule, cents])).toEqual(
      kept === 0 ? [] : [['A44', kept * 100]],
    );
  });

  it('A45 what the patient paid too much goes to the claim’s other charge', () => {
    const tables = {
      Charges: [proc('c1', 9, 50), proc('c3', 8, 100)],
      Payments: [pay(5, 20, on('c1'))],
      'Claim Lines': [answered('c1', 50, 0), answered('c3', 80, 0)],
    };
    expect(transfersOf(tables)).toEqual([
      '-20.00 c1 A',
      '20.00 Unearned A',
      '-20.00 Unearned A',
      '20.00 c3 A',
    ]);
  });

  it('A45 in W7: 20 of the crown becomes unearned', () => {
    const tables = {
      Charges: [proc('crown', 20, 1000)],
      Payments: [pay(20, 400, on('crown'))],
      'Claim Lines': [answered('crown', 380, 240)],
    };
    expect(transfersOf(tables)).toEqual(['-20.00 crown A', '20.00 Unearned -']);
  });
});

describe('the allocation oracle reads the rules: transfers', () => {
  it('A60 unearned of the charge’s provider first, though it is younger', () => {
    const tables = {
      Charges: [proc('c1', 1, 50, by('Prov2'))],
      Payments: [pay(9, 50, unearned('Prov1')), pay(5, 50, unearned('Prov2'))],
    };
    expect(transfersOf(tables)).toEqual(['-50.00 Prepayment Prov2', '50.00 c1 Prov2']);
  });

  it('T8 a lone negative adjustment becomes unearned', () => {
    const tables = { Charges: [], Adjustments: [adj('a1', 3, -50)] };
    expect(transfersOf(tables)).toEqual(['-50.00 a1 A', '50.00 Unearned -']);
  });

  it('T8 forbidden: only what was paid moves, else it is an error', () => {
    const tables = (cut: number): Tables => ({
      Charges: [proc('c1', 5, 100)],
      Adjustments: [adj('a1', 3, cut, on('c1'))],
      Payments: [pay(4, 100, on('c1'))],
    });
    const no = { 'negative-production-as-income': 'no' };
    expect(transfersOf(tables(-50), no)).toEqual(['-50.00 c1 A', '50.00 Unearned -']);
    expect(transfersOf(tables(-101), no)).toEqual([]);
    expect(whole(tables(-101), no).notices).toEqual([{ family: '1', rule: 'T3', cents: 100 }]);
    expect(transfersOf(tables(-101))).toEqual(['-101.00 c1 A', '101.00 Unearned -']);
  });

  it('T11 RobPeter', () => {
    const tables = {
      Charges: [proc('c1', 5, 500, by('Prov1'))],
      Adjustments: [adj('a1', 4, 50, on('c1', 'Prov2')), adj('a2', 4, -50, on('c1', 'Prov2'))],
      Payments: [pay(3, 500, on('c1', 'Prov2'))],
    };
    expect(transfersOf(tables)).toEqual([
      '-500.00 c1 Prov2',
      '500.00 Unearned Prov2',
      '-500.00 Unearned Prov2',
      '500.00 c1 Prov1',
    ]);
  });

  it('T11 OverpaidWrongProvider', () => {
    const tables = {
      Charges: [proc('c1', 5, 500, by('Prov1'))],
      Adjustments: [adj('a1', 4, -250, on('c1', 'Prov1')), adj('a2', 4, 50, on('c1', 'Prov2'))],
      Payments: [pay(3, 300, on('c1', 'Prov2'))],
    };
    expect(transfersOf(tables)).toEqual([
      '-250.00 c1 Prov2',
      '250.00 Unearned Prov2',
      '-250.00 Unearned Prov2',
      '250.00 c1 Prov1',
    ]);
  });

  it('T11 MultipleOverpaid', () => {
    const tables = {
      Charges: [proc('c1', 5, 500, by('Prov1')), proc('c2', 5, 500, by('Prov2'))],
      Adjustments: [adj('a1', 4, -250, on('c1', 'Prov1')), adj('a2', 4, 50, on('c2', 'Prov2'))],
      Payments: [pay(3, 300, on('c1', 'Prov1')), pay(3, 500, on('c2', 'Prov2'))],
    };
    expect(transfersOf(tables)).toEqual([
      '-50.00 c1 Prov1',
      '50.00 Unearned Prov1',
      '-50.00 Unearned Prov1',
      '50.00 c2 Prov2',
    ]);
  });

  it('T11 CareForOthersAfterYourself', () => {
    const tables = {
      Charges: [proc('c1', 5, 500, by('Prov1')), proc('c2', 5, 500, by('Prov2'))],
      Adjustments: [adj('a2', 4, 50, on('c2', 'Prov2'))],
      Payments: [pay(3, 300, on('c1', 'Prov1')), pay(3, 500, on('c2', 'Prov1'))],
    };
    expect(transfersOf(tables)).toEqual([
      '-500.00 c2 Prov1',
      '500.00 Unearned Prov1',
      '-200.00 Unearned Prov1',
      '200.00 c1 Prov1',
      '-300.00 Unearned Prov1',
      '300.00 c2 Prov2',
    ]);
  });

  it('T11 MakeItRain', () => {
    const tables = {
      Charges: [
        proc('c1', 9, -50, by('Prov1')),
        proc('c2', 8, 100, by('Prov2')),
        proc('c3', 7, 50, by('Prov3')),
        proc('c4', 6, 600, by('Prov4')),
      ],
      Payments: [pay(5, 500, unearned())],
    };
    expect(transfersOf(tables)).toEqual([
      '-50.00 c1 Prov1',
      '50.00 Prepayment Prov1',
      '-100.00 Prepayment -',
      '100.00 c2 Prov2',
      '-50.00 Prepayment -',
      '50.00 c3 Prov3',
      '-350.00 Prepayment -',
      '350.00 c4 Prov4',
      '-50.00 Prepayment Prov1',
      '50.00 c4 Prov4',
    ]);
  });

  it('T11 UnearnedMultipleSplits', () => {
    const tables = {
      Charges: [proc('c1', 0, 40, by('Prov3'))],
      Payments: [
        pay(5, 0.01, unearned('Prov1')),
        ...[4, 3, 2].map((days) => pay(days, 1, unearned('Prov2'))),
        pay(1, 46.99, unearned('Prov1')),
      ],
    };
    expect(transfersOf(tables)).toEqual(['-40.00 Prepayment Prov1', '40.00 c1 Prov3']);
  });

  it('T12 first in, first out', () => {
    const tables = {
      Charges: [
        proc('c1', 9, 10, by('P1')),
        proc('c2', 8, 20, by('P2')),
        proc('c3', 7, 30, by('P3')),
      ],
      Payments: [
        pay(0, 30, { ...unearned('P3'), 'Payment Date': '2024-01-05' }),
        pay(0, 20, { ...unearned('P2'), 'Payment Date': '2024-02-05' }),
      ],
    };
    expect(transfersOf(tables, { transfer: 'fifo', 'paysplit-enforcement': 'auto' })).toEqual([
      '-10.00 Prepayment P3',
      '10.00 c1 P1',
      '-20.00 Prepayment P3',
      '20.00 c2 P2',
      '-20.00 Prepayment P2',
      '20.00 c3 P3',
    ]);
    // Layers look at providers first.
    const layers = transfersOf(tables);
    expect(layers.slice(0, 2)).toEqual(['-20.00 Prepayment P2', '20.00 c2 P2']);
  });

  it('T13 a hidden prepayment pays its charge when it is complete', () => {
    const hidden = pay(9, 300, { ...unearned('B', 'Hidden TP'), 'Charge ID': 'c1' });
    const tables = (status: string): Tables => ({
      Charges: [proc('c1', 5, 1000, { Status: status, Location: 'East' })],
      Payments: [{ ...hidden, Location: 'West' }],
    });
    expect(transfersOf(tables('Scheduled'))).toEqual([]);
    const done = tables('Complete');
    const { transfers } = whole(done);
    expect(
      transfers.map((row) => [
        ...[row.date, row.chargeId, row.unearnedType, row.provider],
        ...[row.location, row.cents],
      ]),
    ).toEqual([
      ['2024-03-31', '', 'Hidden TP', 'B', 'West', -30000],
      ['2024-03-31', 'c1', '', 'A', 'East', 30000],
    ]);
    expect(transfersOf(withTransfers(done, transfers))).toEqual([]);
  });

  it('T9 leftovers keep patient and location, and the provider only if that is allowed', () => {
    const money = pay(5, 50, { Provider: 'B', Location: 'East', 'Patient ID': '2' });
    const tables = { Charges: [], Payments: [money] };
    const last = (options: Options): unknown => {
      const { patient, provider, location, unearnedType } = whole(tables, options).transfers[1]!;
      return [patient, provider, location, unearnedType];
    };
    expect(last({})).toEqual(['2', '', 'East', 'Unearned']);
    expect(last({ 'prepay-to-providers': 'yes' })).toEqual(['2', 'B', 'East', 'Unearned']);
  });

  it('T5 a layer is finished before the next begins', () => {
    const second = { 'Patient ID': '2' };
    const tables = {
      Charges: [
        proc('c1', 9, 50, { ...by('B'), Location: 'East' }),
        proc('c2', 8, 50, { ...second, ...by('A'), Location: 'East' }),
      ],
      Payments: [pay(5, 70, { ...unearned('A'), ...second, Location: 'West' })],
    };
    expect(transfersOf(tables)).toEqual([
      '-50.00 Prepayment A',
      '50.00 c2 A',
      '-20.00 Prepayment A',
      '20.00 c1 B',
    ]);
  });
});

describe('the allocation oracle reads the rules: unearned', () => {
  const deposit = { ...pay(0, 300, unearned()), 'Payment Date': '2024-01-05' };
  const moved = [
    { ...pay(0, -300, unearned()), Type: 'Transfer', 'Payment Date': '2024-02-10' },
    { ...pay(0, 300, on('c1')), Type: 'Transfer', 'Payment Date': '2024-02-10' },
  ];
  const Charges = [{ ...proc('c1', 0, 1000), 'Service Date': '2024-02-10' }];

  it('U4 a deposit of January, used in February', () => {
    const tables = { Charges, Payments: [deposit] };
    const row = { type: 'Prepayment', provider: 'No provider' };
    const none = { opening: 0, receipts: 0, transfersOut: 0, refunds: 0, closing: 0 };
    const january = { from: '2024-01-01', to: '2024-01-31' };
    const february = { from: '2024-02-01', to: '2024-02-29' };
    expect(whole(tables, {}, january).unearned).toEqual([
      { ...row, ...none, receipts: 30000, closing: 30000 },
    ]);
    expect(whole(tables, {}, january).transfers).toEqual([]);
    expect(
      whole(tables, {}, february).transfers.map((one) => [one.date, one.chargeId, one.cents]),
    ).toEqual([
      ['2024-02-29', '', -30000],
      ['2024-02-29', 'c1', 30000],
    ]);
    const used = { Charges, Payments: [deposit, ...moved] };
    expect(whole(used, {}, february).unearned).toEqual([
      { ...row, ...none, opening: 30000, transfersOut: 30000 },
    ]);
    expect(whole(used, {}, february).transfers).toEqual([]);
    expect(whole(used, {}, run).unearned).toEqual([]);
  });

  it('U7 opening + receipts - transfers out - refunds = closing, by type and provider', () => {
    const Payments = [
      { ...pay(0, 100, unearned('A')), 'Payment Date': '2024-02-10' },
      pay(9, 50, unearned('A')),
      pay(8, -30, { ...unearned('A'), Type: 'Refund' }),
      pay(7, -40, { ...unearned('A'), Type: 'Transfer' }),
      pay(6, 20, { Type: 'Deposit', Provider: 'B' }),
      pay(5, 15, { ...unearned('', 'Hidden TP') }),
    ];
    const cents = { opening: 0, receipts: 0, transfersOut: 0, refunds: 0, closing: 0 };
    expect(whole({ Charges: [], Payments }).unearned).toEqual([
      { ...cents, type: 'Account credit', provider: 'B', receipts: 2000, closing: 2000 },
      {
        ...{ type: 'Prepayment', provider: 'A', opening: 10000, receipts: 5000 },
        ...{ transfersOut: 4000, refunds: 3000, closing: 8000 },
      },
    ]);
  });
});
