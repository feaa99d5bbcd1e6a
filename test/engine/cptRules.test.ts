/** Z-1 to Z-20, Z-A1 and Z-A6 to Z-A10 by their names: the two reports, and what is billed and earned. */
import type { PlainRow } from '../support/plainLedger';
import { c, ca, income, march, ofClaim, on, p, run, type Tables } from '../support/cptRows';
import {
  BILLED,
  BILLED_BY_PROVIDER,
  COLLECTED,
  COLLECTED_BY_PROVIDER,
  runCpt,
} from '../support/cptRun';

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
