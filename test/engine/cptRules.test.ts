/** Z-1 to Z-20 and Z-A1 to Z-A10, each by its name, with figures worked out by hand. */
import type { PlainLedger, PlainRow } from '../support/plainLedger';
import {
  BILLED,
  BILLED_BY_PROVIDER,
  COLLECTED,
  COLLECTED_BY_PROVIDER,
  type CptResult,
  runCpt,
} from '../support/cptRun';

type Tables = Partial<PlainLedger>;

/** A charge of 12 March by Adams: `c('a', 50)` is 50.00 for code `a1`. */
const c = (id: string, amount: number, more: PlainRow = {}): PlainRow => ({
  'Charge ID': id,
  'Service Date': '2024-03-12',
  Provider: 'Adams',
  Amount: amount,
  Code: `${id}1`,
  ...more,
});

/** A payment of 15 March by the patient. */
const p = (id: string, amount: number, more: PlainRow = {}): PlainRow => ({
  'Payment ID': id,
  'Payment Date': '2024-03-15',
  Type: 'Payment',
  Amount: amount,
  ...more,
});

const on = (charge: string): PlainRow => ({ 'Charge ID': charge });
const ofClaim = (claim: string): PlainRow => ({ 'Claim Number': claim });

/** A Claim Adjustments row of claim C1; without a charge it is of the whole claim. */
const ca = (charge: string, code: string, amount: number): PlainRow => {
  const [group = '', reason = ''] = code.split('-');
  return {
    'Claim Number': 'C1',
    'Charge ID': charge,
    Group: group,
    Reason: reason,
    Amount: amount,
  };
};

const march = { from: '2024-03-01', to: '2024-03-31' };

function run(tables: Tables, options: Record<string, string> = {}): CptResult {
  return runCpt(tables, { ...march, options });
}

/** Code → Total Income. */
function income(tables: Tables, options: Record<string, string> = {}): Record<string, unknown> {
  const { rows } = run(tables, options).sheet(BILLED);
  return Object.fromEntries(rows.map(([code, , , earned]) => [code, earned]));
}

/** Code → [Used, Collected Amount]. */
function collected(tables: Tables, options: Record<string, string> = {}): Record<string, unknown> {
  const { rows } = run(tables, options).sheet(COLLECTED);
  return Object.fromEntries(rows.map(([code, ...figures]) => [code, figures]));
}

describe('the two reports', () => {
  const tables: Tables = { Charges: [c('a', 50)], Payments: [p('P1', 20, on('a'))] };

  it('Z-1 are two sheets, each with the question it answers, and each by provider', () => {
    const result = run(tables);
    expect(result.names).toEqual([BILLED, COLLECTED, BILLED_BY_PROVIDER, COLLECTED_BY_PROVIDER]);
    expect(result.info(BILLED)['Question']).toBe(
      'What services did we provide, and what was their billed and earned value?',
    );
    expect(result.info(COLLECTED)['Question']).toBe(
      'What money did we actually receive, and which services did it come from?',
    );
  });

  it('Z-1 with Charges alone only what was billed', () => {
    expect(run({ Charges: [c('a', 50)] }).names).toEqual([BILLED, BILLED_BY_PROVIDER]);
  });

  it('Z-11 say that they do not match each other', () => {
    const result = run(tables);
    for (const name of [BILLED, COLLECTED]) {
      expect(result.info(name)['Note']).toContain('This is expected and correct.');
    }
  });

  it('Z-12, Z-14 have the guidance and the three words behind them', () => {
    const { sheets } = run(tables).computed;
    for (const name of [BILLED, COLLECTED]) {
      const titles = sheets.find((sheet) => sheet.name === name)?.tables.map(({ title }) => title);
      expect(titles).toContain('Which report answers which question');
      expect(titles).toContain('Three words, kept apart');
    }
  });

  it('Z-13 a filter of providers hides rows and changes no figure that stays', () => {
    const both: Tables = {
      Charges: [c('a', 50), c('b', 30, { Provider: 'Baker' })],
      Payments: [p('P1', 20, on('a')), p('P2', 5, on('b'))],
    };
    const result = runCpt(both, { ...march, providers: ['Baker'] });
    expect(result.sheet(BILLED_BY_PROVIDER)).toEqual({
      rows: [['Baker', 'b1', 1, '30.00', '30.00']],
      total: ['Total', null, 2, '80.00', '80.00'],
    });
    expect(result.sheet(COLLECTED_BY_PROVIDER)).toEqual({
      rows: [['Baker', 'b1', 1, '5.00']],
      total: ['Total', null, 2, '25.00'],
    });
    expect(result.sheet(BILLED)).toEqual(runCpt(both, march).sheet(BILLED));
  });

  it('a filter of locations reads only their charges and money', () => {
    const places: Tables = {
      Charges: [
        c('a', 50, { Location: 'East' }),
        c('b', 30, { Location: 'West' }),
        c('d', 20, { 'Invoice Number': 7 }),
      ],
      Invoices: [{ 'Invoice Number': 7, 'Closed Date': '2024-03-12', Location: 'East' }],
      Payments: [
        p('P1', 20, on('a')),
        p('P2', 5, on('b')),
        p('P3', 7, { ...on('b'), Location: 'East' }),
        p('P4', 9, { 'Invoice Number': 7 }),
        p('P5', 11),
      ],
    };
    const result = runCpt(places, { ...march, locations: ['East'] });
    expect(result.sheet(BILLED).rows).toEqual([
      ['a1', 1, '50.00', '50.00'],
      ['d1', 1, '20.00', '20.00'],
    ]);
    expect(result.sheet(COLLECTED).rows).toEqual([
      ['a1', 1, '20.00'],
      ['b1', 1, '7.00'],
    ]);
    expect(result.memo(COLLECTED, 'Unapplied / no code')['Unapplied / no code']).toBe('9.00');
  });
});

describe('CPT Billed Services', () => {
  it('Z-2, Z-6 counts by service date, paid or not', () => {
    const Charges = [
      c('a', 50, { 'Service Date': '2024-02-29' }),
      c('b', 60, { 'Service Date': '2024-03-01' }),
      c('d', 70, { 'Service Date': '2024-03-31T23:59' }),
      c('e', 80, { 'Service Date': '2024-04-01' }),
    ];
    expect(income({ Charges, Payments: [p('P1', 50, on('a'))] })).toEqual({
      b1: '60.00',
      d1: '70.00',
    });
  });

  it('Z-3, Z-4 adds up units and full charges by code, sorted by code unit', () => {
    const Charges = [
      c('a', 50, { Code: 'b' }),
      c('b', 30, { Code: 'B', Units: 1.5 }),
      c('d', 20, { Code: 'b', Units: 2, Discount: 5, Tax: 1 }),
      c('e', 9, { Code: '' }),
    ];
    expect(run({ Charges }).sheet(BILLED)).toEqual({
      rows: [
        ['B', 1.5, '30.00', '30.00'],
        ['b', 3, '70.00', '70.00'],
        ['No code', 1, '9.00', '9.00'],
      ],
      total: ['Total', 5.5, '109.00', '109.00'],
    });
  });

  it('Z-5 takes contractual, allowed and claim-level reductions off', () => {
    const tables: Tables = {
      Charges: [c('a', 50, ofClaim('C1')), c('b', 30, { Allowed: 25 })],
      'Claim Adjustments': [ca('a', 'CO-45', 8), ca('', 'CO-253', 1)],
    };
    expect(income(tables)).toEqual({ a1: '41.00', b1: '25.00' });
  });

  it('Z-15 an adjustment at both levels counts once, on the line, and is told', () => {
    const tables: Tables = {
      Charges: [c('a', 50, ofClaim('C1')), c('b', 50, ofClaim('C1'))],
      'Claim Adjustments': [ca('a', 'CO-45', 10), ca('', 'CO-45', 10), ca('', 'CO-45', 4)],
    };
    expect(income(tables)).toEqual({ a1: '38.00', b1: '48.00' });
    expect(run(tables).problems).toContain('ADJUSTMENT_AT_BOTH_LEVELS');
  });

  it.each([
    ['charge', { a1: '70.00', b1: '30.00' }],
    ['remaining', { a1: '69.23', b1: '30.77' }],
    ['equal', { a1: '75.00', b1: '25.00' }],
    ['none', { a1: '90.00', b1: '40.00', Claim: '-30.00' }],
  ])('Z-16 with cpt-spread=%s', (spread, expected) => {
    const tables: Tables = {
      Charges: [c('a', 100, ofClaim('C1')), c('b', 50, ofClaim('C1'))],
      'Claim Adjustments': [ca('a', 'CO-45', 10), ca('b', 'CO-45', 10), ca('', 'CO-253', 30)],
    };
    expect(income(tables, { 'cpt-spread': spread })).toEqual(expected);
  });

  it('Z-16 no line ends below 0, and what fits nowhere stands under Claim', () => {
    const tables: Tables = {
      Charges: [
        c('a', 100, { ...ofClaim('C1'), Allowed: 20 }),
        c('b', 100, { ...ofClaim('C1'), Allowed: 90 }),
      ],
      'Claim Adjustments': [ca('', 'CO-253', 60)],
    };
    expect(income(tables)).toEqual({ a1: '0.00', b1: '50.00' });
    const more = { ...tables, 'Claim Adjustments': [ca('', 'CO-253', 115)] };
    expect(run(more).sheet(BILLED)).toEqual({
      rows: [
        ['a1', 1, '100.00', '0.00'],
        ['b1', 1, '100.00', '0.00'],
        ['Claim', 0, '0.00', '-5.00'],
      ],
      total: ['Total', 2, '200.00', '-5.00'],
    });
    expect(run(more).sheet(BILLED_BY_PROVIDER).rows[2]).toEqual([
      'Adams',
      'Claim',
      0,
      '0.00',
      '-5.00',
    ]);
  });

  it('Z-16 spreads over every line of the claim that is not Voided', () => {
    const tables: Tables = {
      Charges: [
        c('a', 50, ofClaim('C1')),
        c('b', 50, { ...ofClaim('C1'), Status: 'Voided' }),
        c('d', 50, { ...ofClaim('C1'), 'Service Date': '2024-04-02', Provider: 'Baker' }),
        c('e', 100, { ...ofClaim('C1'), Status: 'Unbilled' }),
      ],
      'Claim Adjustments': [ca('', 'CO-253', 20)],
    };
    expect(income(tables)).toEqual({ a1: '45.00' });
    // The pseudo line has the month of the first earned line; of two providers it is nobody's.
    const none = runCpt(tables, { ...march, options: { 'cpt-spread': 'none' } });
    expect(none.sheet(BILLED_BY_PROVIDER).rows).toEqual([
      ['Adams', 'a1', 1, '50.00', '50.00'],
      ['No provider', 'Claim', 0, '0.00', '-20.00'],
    ]);
  });

  it('Z-18 CO, PI, OA and CR reduce, OA-23 and PR do not, and signs stay', () => {
    const amounts = { 'CO-45': 1, 'PI-1': 2, 'OA-94': 4, 'OA-23': 8, 'PR-1': 16, 'CR-45': -0.5 };
    const rows = Object.entries(amounts).map(([code, amount]) => ca('a', code, amount));
    const tables: Tables = { Charges: [c('a', 50)], 'Claim Adjustments': rows };
    expect(income(tables)).toEqual({ a1: '43.50' });
    const incentive = { ...tables, 'Claim Adjustments': [ca('a', 'CO-144', -3)] };
    expect(income(incentive)).toEqual({ a1: '53.00' });
    const blank = { ...tables, 'Claim Adjustments': [ca('a', '', 5)] };
    expect(income(blank)).toEqual({ a1: '45.00' });
    const inReason = { 'Claim Number': 'C1', 'Charge ID': 'a', Reason: 'PR*2', Amount: 5 };
    expect(income({ ...tables, 'Claim Adjustments': [inReason] })).toEqual({ a1: '50.00' });
  });

  describe('Z-19 takes one source per line, the first that exists', () => {
    const line = (id: string, status: string, more: PlainRow): PlainRow => ({
      'Claim Line ID': id,
      'Charge ID': 'a',
      Status: status,
      'Write-off': '',
      'Write-off Estimate': '',
      Allowed: '',
      ...more,
    });
    const Charges = [c('a', 50, { ...ofClaim('C1'), Allowed: 38 })];
    const lines = [line('1', 'Received', { 'Write-off': 9 })];

    it('Claim Adjustments', () => {
      const tables: Tables = {
        Charges,
        'Claim Lines': lines,
        'Claim Adjustments': [ca('a', 'CO-45', 7)],
      };
      expect(income(tables)).toEqual({ a1: '43.00' });
      expect(run(tables).problems).toContain('ALLOWED_DIFFERS');
      const same = { ...tables, 'Claim Adjustments': [ca('a', 'CO-45', 12)] };
      expect(run(same).problems).toEqual([]);
    });

    it('the write-off of its claim lines, the estimate of those not received', () => {
      expect(income({ Charges, 'Claim Lines': lines })).toEqual({ a1: '41.00' });
      const more = [
        ...lines,
        line('2', 'Supplemental', { 'Write-off': -2 }),
        line('3', 'Not Received', { 'Write-off Estimate': 4 }),
        line('4', 'Preauth', { 'Write-off': 20 }),
        line('5', 'Estimate', { 'Write-off Estimate': 20 }),
      ];
      expect(income({ Charges, 'Claim Lines': more })).toEqual({ a1: '39.00' });
    });

    it('billed − Allowed, its own before its claim line’s', () => {
      expect(income({ Charges })).toEqual({ a1: '38.00' });
      const allowed = [
        line('1', 'Received', { Allowed: 30 }),
        line('0', 'Preauth', { Allowed: 1 }),
      ];
      expect(income({ Charges, 'Claim Lines': allowed })).toEqual({ a1: '38.00' });
      const plain = [c('a', 50)];
      expect(income({ Charges: plain, 'Claim Lines': allowed })).toEqual({ a1: '30.00' });
      expect(income({ Charges: [c('a', 50, { Allowed: 60 })] })).toEqual({ a1: '50.00' });
    });

    it('and rows of Adjustments only where a Type Map row says write-off', () => {
      const adjustment = (id: string, type: string, more: PlainRow): PlainRow => ({
        'Adjustment ID': id,
        Date: '2024-05-01',
        Type: type,
        Amount: -3,
        'Charge ID': '',
        'Claim Number': '',
        ...more,
      });
      const tables: Tables = {
        Charges: [c('a', 50, ofClaim('C1')), c('b', 50, ofClaim('C1'))],
        'Claim Adjustments': [ca('a', 'CO-45', 10)],
        Adjustments: [
          adjustment('1', 'Ins write off', on('a')),
          adjustment('2', 'Ins write off', { ...ofClaim('C1'), Amount: -4 }),
          adjustment('3', 'Fee correction', on('a')),
          adjustment('4', 'Ins write off', { 'Invoice Number': '7' }),
        ],
      };
      expect(income(tables)).toEqual({ a1: '40.00', b1: '50.00' });
      const map = [{ Tab: 'Adjustments', Pattern: 'Ins*', Bucket: 'write-off' }];
      const mapped = { ...tables, 'Type Map': map };
      expect(income(mapped)).toEqual({ a1: '35.00', b1: '48.00' });
      const may = runCpt(mapped, { from: '2024-05-01', to: '2024-05-31' });
      expect(may.memo(BILLED, 'Reductions that name no charge of the ledger')).toEqual({
        Adjustments: '3.00',
      });
    });
  });

  it('Z-20 an adjustment that names no known charge or claim is told, and off no code', () => {
    const tables: Tables = {
      Charges: [c('a', 50)],
      'Claim Adjustments': [ca('', 'CO-45', 7), ca('zz', 'CO-45', 2)],
    };
    expect(income(tables)).toEqual({ a1: '50.00' });
    expect(run(tables).memo(BILLED, 'Reductions that name no charge of the ledger')).toEqual({
      'Claim Adjustments': '9.00',
    });
  });

  it('Z-A1 counts units, or lines with cpt-used=lines; blank and 0 units are 1', () => {
    const Charges = [
      c('a', 50, { Code: 'x', Units: 3 }),
      c('b', 10, { Code: 'x', Units: 0 }),
      c('d', 10, { Code: 'x', Units: '' }),
    ];
    const tables: Tables = { Charges, Payments: [p('P1', 5, on('a'))] };
    expect(run(tables).sheet(BILLED).rows).toEqual([['x', 5, '70.00', '70.00']]);
    const lines = run(tables, { 'cpt-used': 'lines' });
    expect(lines.sheet(BILLED).rows).toEqual([['x', 3, '70.00', '70.00']]);
    expect(lines.sheet(COLLECTED).rows).toEqual([['x', 1, '5.00']]);
  });

  it('Z-A6 discounts stay in income and are told, or are deducted with cpt-discounts=deduct', () => {
    const adjustment = (id: string, type: string, amount: number): PlainRow => ({
      'Adjustment ID': id,
      Date: '2024-03-20',
      Type: type,
      Amount: amount,
      'Charge ID': 'a',
    });
    const tables: Tables = {
      Charges: [c('a', 50, { Discount: 5 })],
      Adjustments: [adjustment('1', 'Courtesy Discount', -2), adjustment('2', 'Bad debt', -7)],
    };
    expect(income(tables)).toEqual({ a1: '50.00' });
    const kept = run(tables).memo(BILLED, 'Discounts not deducted from income');
    expect(kept).toEqual({
      'Discount of the charges': '5.00',
      'Adjustments: discounts, courtesy and bad debt': '9.00',
    });
    expect(income(tables, { 'cpt-discounts': 'deduct' })).toEqual({ a1: '36.00' });
  });

  it('Z-A7 groups by code, or by code and modifier with cpt-modifiers=keep', () => {
    const Charges = [
      c('a', 1, { Code: '99213-25' }),
      c('b', 2, { Code: '9921325' }),
      c('d', 4, { Code: '97140-59-GP' }),
      c('e', 8, { Code: '97140 59 GP' }),
      c('f', 16, { Code: '97140', Modifiers: '59, GP' }),
      c('g', 32, { Code: 'Nail-25' }),
      c('h', 64, { Code: '0042T:26' }),
      c('i', 128, { Code: 'D1110' }),
      c('j', 256, { Code: '99213' }),
    ];
    expect(income({ Charges })).toEqual({
      '0042T': '64.00',
      '97140': '28.00',
      '99213': '259.00',
      D1110: '128.00',
      'Nail-25': '32.00',
    });
    expect(income({ Charges }, { 'cpt-modifiers': 'keep' })).toEqual({
      '0042T-26': '64.00',
      '97140-59-GP': '28.00',
      '99213': '256.00',
      '99213-25': '3.00',
      D1110: '128.00',
      'Nail-25': '32.00',
    });
  });

  it('Z-A9 leaves out what was not performed and billed, and counts it', () => {
    const Charges = [
      c('a', 50),
      c('b', 10, { Status: 'Unbilled' }),
      c('d', 20, { Status: 'Voided' }),
      c('e', 30, { Status: 'Scheduled' }),
      c('f', 40, { 'Invoice Number': 7 }),
    ];
    const Invoices = [{ 'Invoice Number': 7, 'Closed Date': '', Status: 'Voided' }];
    const result = run({ Charges, Invoices });
    expect(result.sheet(BILLED).rows).toEqual([['a1', 1, '50.00', '50.00']]);
    expect(result.info(BILLED)['Left out']).toBe(
      '1 unbilled, 2 voided, 1 scheduled services of the period',
    );
    expect(result.memo(BILLED, 'Left out: not performed and billed')).toMatchObject({
      'Unbilled services': '10.00',
      'Voided services': '60.00',
    });
  });

  it('Z-A10 income ends at 0 where more is taken off than was billed, with a warning', () => {
    const tables: Tables = {
      Charges: [c('a', 50, ofClaim('C1')), c('b', 50, ofClaim('C1'))],
      'Claim Adjustments': [ca('a', 'CO-45', 30), ca('a', 'CO-45', 30), ca('', 'CO-253', 10)],
    };
    expect(income(tables)).toEqual({ a1: '0.00', b1: '40.00' });
    const result = run(tables);
    expect(result.problems).toEqual(['CHARGE_OVERADJUSTED']);
    expect(result.memo(BILLED, 'From billed to earned')).toMatchObject({
      'Left on: taken off beyond what was billed (W-OVERADJ)': '10.00',
    });
  });

  it('a return is negative income, and a reversal takes nothing past 0', () => {
    const tables: Tables = {
      Charges: [c('a', -50, ofClaim('C1')), c('b', -30, { Allowed: -20 })],
      'Claim Adjustments': [ca('a', 'CO-45', -10), ca('', 'CR-253', -4)],
    };
    expect(income(tables)).toEqual({ a1: '-36.00', b1: '-20.00' });
  });
});

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
