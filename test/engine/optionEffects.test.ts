/** What another value of an option would change: small ledgers whose figures were worked out by hand. */
import type { PlainLedger, PlainRow } from '../support/plainLedger';
import { parseLedger } from '../support/ledgerText';
import { effectOf, runEffects } from '../support/runEffects';
import { mapRow, trailRow } from '../support/trail';

const march = { from: '2024-03-01', to: '2024-03-31' };

/** A credit line of Adams behind the lines of both; 110.00 of 140.00 are paid. */
const creditLast = parseLedger(`
  line  5001 L1 Adams 2024-03-01  100.00
  line  5001 L2 Baker 2024-03-02   60.00
  line  5001 L3 Adams 2024-03-03  -20.00
  close 5001 2024-03-05
  pay   5001 2024-03-20  110.00
`);

describe('negative-lines', () => {
  it('I-A1 first funds Baker with the credit of Adams', () => {
    // In their turn: L1 100.00, L2 10.00. First: L3 -20.00 leaves 130.00 for L1 100.00 and L2 30.00.
    const { sentence, changes } = effectOf(creditLast, {
      ...march,
      reports: ['collected-invoicing'],
      instead: 'negative-lines=first',
    });
    expect(sentence).toBe(
      'negative-lines = first would move 20.00 from Adams to Baker in Total Invoicing Collected (Practice Summary).',
    );
    expect(changes).toEqual([
      'Practice Summary | Total Invoicing Collected | Adams | 100.00 | 80.00 | -20.00',
      'Practice Summary | Total Invoicing Collected | Baker | 10.00 | 30.00 | 20.00',
      'Practice Summary | Total Invoicing Collected | all | 110.00 | 110.00 | 0.00',
      'Practice Summary | Total Eligible Amount of Invoicing Collected | Adams | 100.00 | 80.00 | -20.00',
      'Practice Summary | Total Eligible Amount of Invoicing Collected | Baker | 10.00 | 30.00 | 20.00',
      'Practice Summary | Total Eligible Amount of Invoicing Collected | all | 110.00 | 110.00 | 0.00',
    ]);
  });

  it('tells of the default where the other value is chosen', () => {
    const { sentence } = effectOf(creditLast, {
      ...march,
      options: { 'negative-lines': 'first' },
      reports: ['collected-invoicing'],
      instead: 'negative-lines=chronological',
    });
    expect(sentence).toBe(
      'negative-lines = chronological would move 20.00 from Baker to Adams in Total Invoicing Collected (Practice Summary).',
    );
  });

  it('moves the provider of money in Production & Income as well', () => {
    const { sentence } = effectOf(creditLast, {
      ...march,
      reports: ['production-income'],
      instead: 'negative-lines=first',
    });
    expect(sentence).toBe(
      'negative-lines = first would move 20.00 from Adams to Baker in Total Income (Production & Income - Provider).',
    );
  });

  it('with a filter tells of the provider shown, and of the total of the practice', () => {
    const { sentence, changes } = effectOf(creditLast, {
      ...march,
      providers: ['Baker'],
      reports: ['collected-invoicing'],
      instead: 'negative-lines=first',
    });
    expect(sentence).toBe(
      'negative-lines = first would raise Total Invoicing Collected of Baker by 20.00 (Practice Summary, all together 0.00).',
    );
    expect(changes.slice(0, 2)).toEqual([
      'Practice Summary | Total Invoicing Collected | Baker | 10.00 | 30.00 | 20.00',
      'Practice Summary | Total Invoicing Collected | all | 110.00 | 110.00 | 0.00',
    ]);
  });
});

it('I-A4 detail-rows lists more lines and moves no money', () => {
  const of = { ...march, reports: ['collected-invoicing'], instead: 'detail-rows=all' };
  expect(effectOf(creditLast, of)).toEqual({
    sentence: 'detail-rows = all moves no money.',
    changes: [],
  });
});

const charge = (id: string, provider: string, amount: number, more: PlainRow = {}): PlainRow => ({
  'Charge ID': id,
  'Service Date': '2024-03-04',
  Provider: provider,
  Amount: amount,
  Code: `9921${id}`,
  'Claim Number': 'C1',
  ...more,
});

/** A claim of 120.00 by Adams and 80.00 by Baker, off which the insurer takes 50.00 as a whole. */
const claim: Partial<PlainLedger> = {
  Charges: [charge('3', 'Adams', 120), charge('4', 'Baker', 80)],
  'Claim Adjustments': [
    { 'Claim Number': 'C1', 'Charge ID': '', Group: 'CO', Reason: '45', Amount: 50 },
  ],
};

describe('cpt-spread', () => {
  const of = (instead: string): ReturnType<typeof effectOf> =>
    effectOf(claim, { ...march, reports: ['cpt'], instead: `cpt-spread=${instead}` });

  it('Z-16 equal takes 25.00 off each instead of 30.00 and 20.00', () => {
    expect(of('equal')).toEqual({
      sentence:
        'cpt-spread = equal would move 5.00 from Baker to Adams in Total Income (CPT Billed by Provider).',
      changes: [
        'CPT Billed by Provider | Total Income | Adams | 90.00 | 95.00 | 5.00',
        'CPT Billed by Provider | Total Income | Baker | 60.00 | 55.00 | -5.00',
        'CPT Billed by Provider | Total Income | all | 150.00 | 150.00 | 0.00',
      ],
    });
  });

  it('Z-16 none leaves it with the claim, which is nobody alone', () => {
    expect(of('none').sentence).toBe(
      'cpt-spread = none would move 50.00 between providers in Total Income: No provider -50.00, Adams +30.00 and Baker +20.00 (CPT Billed by Provider).',
    );
  });

  it('remaining is by charge where the lines have no adjustments of their own', () => {
    expect(of('remaining')).toEqual({
      sentence: 'cpt-spread = remaining moves no money.',
      changes: [],
    });
  });
});

describe('codes of one provider', () => {
  const codes: Partial<PlainLedger> = {
    Charges: [
      charge('1', 'Adams', 70, { Code: '99213', Units: 2 }),
      charge('2', 'Adams', 30, { Code: '99213-25' }),
    ],
  };

  it('Z-A7 cpt-modifiers moves money between codes, none between providers', () => {
    const { sentence, changes } = effectOf(codes, {
      ...march,
      reports: ['cpt'],
      instead: 'cpt-modifiers=keep',
    });
    expect(sentence).toBe(
      'cpt-modifiers = keep moves no money between providers, but would move 30.00 from 99213 to 99213-25 in Total Income (CPT Billed Services).',
    );
    expect(changes).toContain(
      'CPT Billed Services | Total Value | 99213 | 100.00 | 70.00 | -30.00',
    );
  });

  it('Z-A1 cpt-used counts otherwise and moves no money', () => {
    const of = { ...march, reports: ['cpt'], instead: 'cpt-used=lines' };
    expect(effectOf(codes, of).sentence).toBe('cpt-used = lines moves no money.');
  });

  it('Z-A6 cpt-discounts takes a discount off the income of its provider', () => {
    const discounted = {
      Charges: [
        charge('1', 'Adams', 70, { Discount: 5 }),
        charge('2', 'Baker', 30, { Discount: 3 }),
      ],
    };
    const of = { ...march, reports: ['cpt'], instead: 'cpt-discounts=deduct' };
    expect(effectOf(discounted, of).sentence).toBe(
      'cpt-discounts = deduct would lower Total Income of Adams by 5.00 and of Baker by 3.00 (CPT Billed by Provider).',
    );
  });
});

describe('write-off-date', () => {
  /** Work of February, paid with a write-off of 15.00 in March. */
  const paidLater: Partial<PlainLedger> = {
    Charges: [charge('1', 'Adams', 100, { 'Service Date': '2024-02-20' })],
    'Claim Lines': [
      {
        'Claim Line ID': 'K1',
        'Claim Number': 'C1',
        'Charge ID': '1',
        Provider: 'Adams',
        Status: 'Received',
        'Procedure Date': '2024-02-20',
        'Write-off': 15,
        'Insurance Paid': 85,
        'Payment Date': '2024-03-10',
        'Check Date': '2024-03-10',
      },
    ],
  };
  const of = (instead: string, from: string): ReturnType<typeof effectOf> =>
    effectOf(paidLater, {
      from,
      to: '2024-03-31',
      reports: ['production-income'],
      instead: `write-off-date=${instead}`,
    });

  it('W2 procedure takes the write-off out of March', () => {
    expect(of('procedure', '2024-03-01')).toEqual({
      sentence:
        'write-off-date = procedure would raise Tot Prod of Adams by 15.00 (Production & Income - Provider).',
      changes: [
        'Production & Income - Provider | Writeoff | Adams | -15.00 | 0.00 | 15.00',
        'Production & Income - Provider | Writeoff | all | -15.00 | 0.00 | 15.00',
        'Production & Income - Provider | Tot Prod | Adams | -15.00 | 0.00 | 15.00',
        'Production & Income - Provider | Tot Prod | all | -15.00 | 0.00 | 15.00',
      ],
    });
  });

  it('W2 procedure moves it from March to February where both are in the period', () => {
    const { sentence, changes } = of('procedure', '2024-02-01');
    expect(sentence).toBe(
      'write-off-date = procedure moves no money between providers, but would move 15.00 from 2024-02 to 2024-03 in Tot Prod (Production & Income - Annual).',
    );
    expect(changes).toEqual([
      'Production & Income - Annual | Writeoff | 2024-02 | 0.00 | -15.00 | -15.00',
      'Production & Income - Annual | Writeoff | 2024-03 | -15.00 | 0.00 | 15.00',
      'Production & Income - Annual | Writeoff | all | -15.00 | -15.00 | 0.00',
      'Production & Income - Annual | Tot Prod | 2024-02 | 100.00 | 85.00 | -15.00',
      'Production & Income - Annual | Tot Prod | 2024-03 | -15.00 | 0.00 | 15.00',
      'Production & Income - Annual | Tot Prod | all | 85.00 | 85.00 | 0.00',
    ]);
  });

  it('W3 claim cannot be told without the first estimate, and says so', () => {
    expect(of('claim', '2024-03-01')).toEqual({
      sentence:
        "write-off-date=claim cannot be computed, because the Claim Lines on 'Claim Lines' have no column 'Write-off Estimate' and 'Estimate Date' with the first estimate; choose insurance-payment or procedure.",
      changes: [],
    });
  });
});

it('U3 include-unearned takes a prepayment out of the income of its provider', () => {
  const prepaid: Partial<PlainLedger> = {
    Charges: [charge('1', 'Adams', 100)],
    Payments: [
      {
        'Payment ID': 'P1',
        'Payment Date': '2024-03-10',
        Type: 'Payment',
        Amount: 75,
        Provider: 'Baker',
        'Unearned Type': 'Prepayment',
      },
    ],
  };
  expect(
    effectOf(prepaid, {
      ...march,
      reports: ['production-income'],
      instead: 'include-unearned=no',
    }),
  ).toEqual({
    sentence:
      'include-unearned = no would lower Total Income of Baker by 75.00 (Production & Income - Provider).',
    changes: [
      'Production & Income - Provider | Unearned Pt Income | Baker | 75.00 | 0.00 | -75.00',
      'Production & Income - Provider | Unearned Pt Income | all | 75.00 | 0.00 | -75.00',
      'Production & Income - Provider | Total Income | Baker | 75.00 | 0.00 | -75.00',
      'Production & Income - Provider | Total Income | all | 75.00 | 0.00 | -75.00',
    ],
  });
});

it('P9 scheduled-less-write-off lowers what is scheduled, which belongs to no provider', () => {
  const scheduled: Partial<PlainLedger> = {
    Charges: [charge('1', 'Adams', 100, { Status: 'Scheduled' })],
    'Claim Lines': [
      {
        'Claim Line ID': 'K1',
        'Charge ID': '1',
        Provider: 'Adams',
        Status: 'Estimate',
        'Write-off Estimate': 12,
        'Procedure Date': '2024-03-04',
      },
    ],
  };
  const of = { ...march, reports: ['production-income'], instead: 'scheduled-less-write-off=yes' };
  expect(effectOf(scheduled, of).sentence).toBe(
    'scheduled-less-write-off = yes moves no money between providers, but would lower Sched by 12.00 (Production & Income - Monthly).',
  );
});

it('S-A1 sales-tax included adds the tax of each service to its provider', () => {
  const taxed = parseLedger(`
    line  1 L1 Adams 2024-03-01 100.00 tax 8.00
    line  1 L2 Baker 2024-03-01  50.00 tax 4.00
    line  1 L3 Clark 2024-03-01  25.00 tax 2.00
    line  1 L4 Doyle 2024-03-01  12.50 tax 1.00
    line  1 L5 Evans 2024-03-01  10.00
    close 1 2024-03-01
    pay   1 2024-03-02 212.50
  `);
  const of = { ...march, reports: ['sales', 'bridge'], instead: 'sales-tax=included' };
  expect(effectOf(taxed, of)).toEqual({
    sentence:
      'sales-tax = included would raise Amount of Adams by 8.00, of Baker by 4.00 and of Clark by 2.00, and change that of 1 more (Provider Summary, all together +15.00).',
    changes: [
      'Provider Summary | Amount | Adams | 100.00 | 108.00 | 8.00',
      'Provider Summary | Amount | Baker | 50.00 | 54.00 | 4.00',
      'Provider Summary | Amount | Clark | 25.00 | 27.00 | 2.00',
      'Provider Summary | Amount | Doyle | 12.50 | 13.50 | 1.00',
      'Provider Summary | Amount | all | 197.50 | 212.50 | 15.00',
    ],
  });
});

describe('an audit trail', () => {
  const trail: Partial<PlainLedger> = {
    Charges: [],
    Invoices: [],
    Payments: [],
    'Audit Trail': [
      trailRow('Production | Exam | 300.00', { Voided: '' }),
      trailRow('Production | Exam | 45.00', { Voided: 'Yes' }),
      trailRow('[+] Adjustments | Refund to Patient | 20.00', { Voided: '' }),
    ],
    'Type Map': [mapRow('Production | Exam | production')],
  };
  const of = (instead: string): string =>
    effectOf(trail, { ...march, reports: ['gross-to-net'], instead }).sentence;

  it('G-A3 voided-rows raises the lines that the voided rows are in', () => {
    expect(of('voided-rows=include')).toBe(
      'voided-rows = include would raise Net Production by 45.00 (Gross to Net).',
    );
  });

  it('G-A1 collection-adjustment-sign adds the refund instead of taking it off', () => {
    expect(of('collection-adjustment-sign=literal')).toBe(
      'collection-adjustment-sign = literal would raise Net Collection by 40.00 (Gross to Net).',
    );
  });
});

describe('which options are told', () => {
  const told = (reports: string[], plain: Partial<PlainLedger> = claim): string[] => {
    const effects = runEffects(plain, reports, march)?.effects ?? [];
    return [...new Set(effects.map(({ option }) => option))];
  };

  it('are those of the reports that were made', () => {
    expect(told(['gross-invoicing'], creditLast)).toEqual([]);
    expect(told(['collected-invoicing'], creditLast)).toEqual(['negative-lines', 'detail-rows']);
    expect(told(['cpt'])).toEqual([
      'cpt-used',
      'cpt-spread',
      'cpt-refunds',
      'cpt-modifiers',
      'cpt-discounts',
    ]);
  });

  it('each with every other value, in their order', () => {
    const effects = runEffects(claim, ['cpt'], { ...march, options: { 'cpt-spread': 'equal' } });
    const spread = effects?.effects.filter(({ option }) => option === 'cpt-spread');
    expect(spread?.map(({ now, instead }) => [now, instead])).toEqual([
      ['equal', 'charge'],
      ['equal', 'remaining'],
      ['equal', 'none'],
    ]);
  });

  it('none is compared in a ledger of more than 30,000 rows, and each says why', () => {
    const rows = creditLast.Charges.length + creditLast.Invoices.length;
    const payment = { 'Payment Date': '2024-03-05', Type: 'Payment' };
    const Payments = Array.from({ length: 30_001 - rows }, (_, place) => ({
      ...payment,
      'Payment ID': `P${place}`,
      Amount: 1,
    }));
    const run = runEffects({ ...creditLast, Payments }, ['cpt'], march);
    expect(run?.effects.map(({ option }) => option)).toContain('cpt-refunds');
    expect(run?.effects.flatMap(({ changes }) => changes)).toEqual([]);
    const why =
      'what another value would move is not compared: the ledger has 30,001 rows, and up to 30,000 are compared in every run; choose the value and run again to see its figures';
    expect(new Set(run?.effects.map(({ lack }) => lack))).toEqual(new Set([why]));
    const fewer = runEffects({ ...creditLast, Payments: Payments.slice(1) }, ['cpt'], march);
    expect(new Set(fewer?.effects.map(({ lack }) => lack))).toEqual(new Set(['']));
  });

  it('the bridge alone tells by line, and none of the trail where there is no trail', () => {
    const names = told(['bridge'], creditLast);
    expect(names).toContain('sales-tax');
    expect(names).not.toContain('voided-rows');
    // In their turn 50.00 of L2 is not paid, and L3 has 0.00 for -20.00; first 30.00 of L2 is not paid.
    const of = { ...march, reports: ['bridge'], instead: 'negative-lines=first' };
    expect(effectOf(creditLast, of).sentence).toBe(
      'negative-lines = first would raise Not paid by 20.00 and lower Paid above what was earned by 20.00 (Reconciliation Bridge).',
    );
  });
});
