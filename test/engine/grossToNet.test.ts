/** Gross to Net: the worked examples by hand, and every rule of its own (G-1 to G-10, G-A1 to G-A9). */
import { contains, endOfText, startOfText } from '../../src/core/period';
import { trailChoices, trailEntries } from '../../src/engine/auditTrail';
import { chooseOptions } from '../../src/engine/options';
import { trailParts } from '../../src/engine/trailRules';
import { doneOf, runOn, workbookOf } from '../support/hostRun';
import type { PlainLedger } from '../support/plainLedger';
import { ledgerOf } from '../support/run';
import {
  linesOf,
  mapRow,
  memoOf,
  runLedger,
  runTrail,
  sheetNamed,
  tabsOf,
  trailProblemsOf,
  trailRow as row,
} from '../support/trail';

const voided = { Voided: 'Yes' };

/** The worked example of the rules, row by row. */
const example = [
  row('Production | Treatment | 3300.00', { Provider: 'Adams' }),
  row('Production | Records | 2000.00', { Provider: 'Baker' }),
  row('Production | Treatment | 1500.00', { Provider: 'Baker', ...voided }),
  row('Payments | Check | 4000.00', { Provider: 'Adams' }),
  row('Payments | Cash | 125.50'),
  row('[+] Contract Adj | Increase Existing Contract | 500.00', { Provider: 'Adams' }),
  row('[+] Contract Adj | Reschedule Charged Contract Fees | 365.62'),
  row('[-] Contract Adj | Decrease Existing Contract | 125.00', { Provider: 'Baker' }),
  row('[-] Contract Adj | Reschedule Charged Contract Fees | 365.62'),
  row('[+] Adjustments | Transfer Charge Adjustment | 80.00'),
  row('[+] Adjustments | Transfer Credit Adjustment | 250.00'),
  row('[+] Adjustments | Data Entry Correction | 12.50'),
  row('[+] Adjustments | Account Adjustment | 20.00'),
  row('[+] Adjustments | Refund to Patient | 95.00', { Provider: 'Adams' }),
  row('[+] Adjustments | Refund to Ins. Co. | 500.00'),
  row('[+] Adjustments | NSF-Returned Check | 250.00'),
  row('[+] Adjustments | OB Payment Reversal | 180.00'),
  row('[-] Adjustments | Courtesy Discount | 200.00', { Provider: 'Adams' }),
  row('[-] Adjustments | Sibling Discount | 150.00'),
  row('[-] Adjustments | Bad Debt Write-off | 400.00', { Provider: 'Baker' }),
  row('[-] Adjustments | Transfer Credit Adjustment | 250.00'),
  row('[-] Adjustments | Data Entry Correction | 5.00'),
  row('[-] Adjustments | ReDeposit Check #1043 | 250.00'),
];

const exampleLines = {
  'Gross Production': 5300_00,
  'Production Adjustments': -267_50,
  'Net Production': 5032_50,
  Discounts: -350_00,
  'Discounts Count': 2,
  'Write-offs': -400_00,
  'Other Adjustments': 482_50,
  'Gross Collection': 4125_50,
  'Collection Adjustments': -775_00,
  'Net Collection': 3350_50,
};

/** What a single row of 10.00 becomes: production, collection, excluded, voided, unclassified. */
function counted(words: string, more: object = {}, run: object = {}): number[] {
  const totals = tabsOf(runTrail([row(`${words} | 10.00`, { ...more })], run))['Total'] ?? [];
  return totals.slice(1).map((cents) => cents / 1000);
}

const production = [1, 0, 0, 0, 0];
const lessProduction = [-1, 0, 0, 0, 0];
const collection = [0, 1, 0, 0, 0];
const lessCollection = [0, -1, 0, 0, 0];
const excluded = [0, 0, 1, 0, 0];
const isVoid = [0, 0, 0, 1, 0];
const unclassified = [0, 0, 0, 0, 1];

describe('the worked example', () => {
  it('G-2 G-6 G-7 G-8 has every line of the sheet', () => {
    const computed = runTrail(example);
    expect(linesOf(computed)).toEqual(exampleLines);
    expect(trailProblemsOf(computed)).toEqual([]);
  });

  it('G-9 has the control totals of every tab', () => {
    expect(tabsOf(runTrail(example))).toEqual({
      // Window, Production, Collection, Excluded, Voided, Unclassified
      Production: [6800_00, 5300_00, 0, 0, 1500_00, 0],
      Payments: [4125_50, 0, 4125_50, 0, 0, 0],
      '[+] Contract Adj': [865_62, 500_00, 0, 365_62, 0, 0],
      '[-] Contract Adj': [490_62, -125_00, 0, 365_62, 0, 0],
      '[+] Adjustments': [1387_50, 362_50, -1025_00, 0, 0, 0],
      '[-] Adjustments': [1255_00, -1005_00, 250_00, 0, 0, 0],
      Total: [14924_24, 5032_50, 3350_50, 731_24, 1500_00, 0],
    });
  });

  it('G-9 every tie-out of the report is 0', () => {
    const checks = runTrail(example).checks.filter(({ id }) => id.startsWith('gross-to-net.'));
    expect(checks.map(({ differenceCents }) => differenceCents)).toEqual(new Array(11).fill(0));
  });

  it('G-A1 collection-adjustment-sign=literal adds [+] and subtracts [-] on collections only', () => {
    const computed = runTrail(example, { options: { 'collection-adjustment-sign': 'literal' } });
    expect(linesOf(computed)).toEqual({
      ...exampleLines,
      'Collection Adjustments': 775_00,
      'Net Collection': 4900_50,
    });
  });

  it('G-A3 voided-rows=include counts them; the memo shows both either way', () => {
    const memo = [
      ['Gross Production', 5300_00, 1500_00, 6800_00],
      ['Net Production', 5032_50, 1500_00, 6532_50],
      ['Gross Collection', 4125_50, 0, 4125_50],
      ['Net Collection', 3350_50, 0, 3350_50],
    ];
    const computed = runTrail(example, { options: { 'voided-rows': 'include' } });
    expect(linesOf(computed)).toEqual({
      ...exampleLines,
      'Gross Production': 6800_00,
      'Net Production': 6532_50,
    });
    expect(tabsOf(computed)['Production']).toEqual([6800_00, 6800_00, 0, 0, 0, 0]);
    expect(memoOf(computed, 'Without and with voided')).toEqual(memo);
    expect(memoOf(runTrail(example), 'Without and with voided')).toEqual(memo);
    expect(memoOf(runTrail(example), 'Voided rows')).toEqual([['Production', 1, 1500_00]]);
  });

  it('what each type was counted as is listed, with why', () => {
    const types = memoOf(runTrail(example), 'What each type');
    expect(types).toContainEqual([
      '[+] Adjustments',
      'Refund to Patient',
      'Collection adjustment',
      'the type',
      1,
      95_00,
      -95_00,
    ]);
    expect(types).toContainEqual([
      'Production',
      'Treatment',
      'Gross production',
      'all rows of the tab',
      1,
      3300_00,
      3300_00,
    ]);
    expect(memoOf(runTrail(example), 'Rescheduled')).toEqual([
      ['On [+] Contract Adj', 365_62],
      ['On [-] Contract Adj', 365_62],
      ['Difference', 0],
    ]);
    expect(memoOf(runTrail(example), 'Unclassified')).toBeUndefined();
  });
});

describe("the vendor's examples", () => {
  it('51,580.00 + 500.00 - 125.00 - 310.00 = 51,645.00', () => {
    const computed = runTrail([
      row('Production | Treatment | 51580.00'),
      row('[+] Contract Adj | Increase Existing Contract | 500.00'),
      row('[-] Contract Adj | Decrease Existing Contract | 125.00'),
      row('[-] Adjustments | Account Adjustment | 310.00'),
    ]);
    expect(linesOf(computed)).toMatchObject({
      'Production Adjustments': 65_00,
      'Net Production': 51645_00,
    });
  });

  it('13,508.54 - 125.00 of a declined card on [+] = 13,383.54', () => {
    const computed = runTrail([
      row('Payments | Credit Card | 13508.54'),
      row('[+] Adjustments | Declined CC | 125.00'),
    ]);
    expect(linesOf(computed)).toMatchObject({
      'Collection Adjustments': -125_00,
      'Net Collection': 13383_54,
    });
  });
});

describe('what a row counts as', () => {
  it.each([
    ['Production', 'Anything at all', production],
    ['Payments', 'Refund', collection],
    ['[+] Contract Adj', 'Increase Existing Contract', production],
    ['[+] Contract Adj', 'INCREASE existing-contract', production],
    ['[+] Contract Adj', 'Reschedule Charged Contract Fees', excluded],
    ['[+] Contract Adj', 'Decrease Existing Contract', unclassified],
    ['[+] Contract Adj', 'New Contract', unclassified],
    ['[-] Contract Adj', 'Decrease Existing Contract', lessProduction],
    ['[-] Contract Adj', 'Reschedule Charged Contract Fees', excluded],
    ['[-] Contract Adj', 'Cancelled', unclassified],
    ['[+] Adjustments', 'Transfer Charge Adjustment', production],
    ['[+] Adjustments', 'Transfer Credit Adjustment', production],
    ['[+] Adjustments', 'Data Entry Correction', production],
    ['[+] Adjustments', 'Account Adjustment', production],
    ['[+] Adjustments', 'Refund to Ins. Co.', lessCollection],
    ['[+] Adjustments', 'Refund to Patient', lessCollection],
    ['[+] Adjustments', 'Refund - Other', lessCollection],
    ['[+] Adjustments', 'NSF-Returned Check', lessCollection],
    ['[+] Adjustments', 'NSF Returned Check', lessCollection],
    ['[+] Adjustments', 'Mystery', unclassified],
    ['[+] Adjustments', 'Courtesy Discount', unclassified],
    ['[-] Adjustments', 'Courtesy Discount', lessProduction],
    ['[-] Adjustments', 'Bad Debt Write-off', lessProduction],
    ['[-] Adjustments', 'ReDeposit Check', collection],
    ['[-] Adjustments', 'Re-Deposit Check #77', collection],
    ['[-] Adjustments', 'Mystery', lessProduction],
    ['[-] Adjustments', 'Refund to Patient', lessProduction],
  ])('G-5 G-8 %s: %s', (tab, type, parts) => {
    expect(counted(`${tab} | ${type}`)).toEqual(parts);
  });

  it.each([
    ['[+] Adjustments', 'TopsPay Reversal', lessCollection],
    ['[+] Adjustments', 'Declined CC', lessCollection],
    ['[+] Adjustments', 'Late Fee Reversal', production],
    ['[-] Adjustments', 'Late-Fee Reversal', lessProduction],
  ])('G-10 %s: %s', (tab, type, parts) => {
    expect(counted(`${tab} | ${type}`)).toEqual(parts);
  });

  it('G-10 a Transfer Credit is posted twice and nets to 0', () => {
    const computed = runTrail([
      row('[+] Adjustments | Transfer Credit Adjustment | 75.00'),
      row('[-] Adjustments | Transfer Credit Adjustment | 75.00'),
    ]);
    expect(linesOf(computed)).toMatchObject({ 'Production Adjustments': 0, 'Net Production': 0 });
  });

  it('G-10 a row is voided by Yes, by a date, and by its Voiding Staff', () => {
    expect(counted('Production | Treatment', voided)).toEqual(isVoid);
    expect(counted('Production | Treatment', { Voided: '2024-03-20' })).toEqual(isVoid);
    expect(counted('Production | Treatment', { 'Voiding Staff': 'Front desk' })).toEqual(isVoid);
    expect(counted('[+] Adjustments | Mystery', voided)).toEqual(isVoid);
    expect(counted('Production | Treatment', { Voided: 'No' })).toEqual(production);
  });

  it('G-A2 Payment Reversal and OB Payment Reversal are one', () => {
    for (const type of ['Payment Reversal', 'OB Payment Reversal', 'OB Payment Reversal #3']) {
      expect(counted(`[+] Adjustments | ${type}`)).toEqual(lessCollection);
    }
  });

  it('G-A4 an unknown type is unclassified on [+] and contract tabs, production on [-]', () => {
    const computed = runTrail([
      row('[+] Adjustments | Mystery | 10.00'),
      row('[+] Adjustments | Mystery | 5.00'),
      row('[-] Contract Adj | Cancelled | 20.00'),
      row('[-] Adjustments | Goodwill | 40.00'),
    ]);
    expect(linesOf(computed)).toMatchObject({ 'Net Production': -40_00, 'Net Collection': 0 });
    expect(trailProblemsOf(computed)).toEqual([
      'warned TRAIL_TYPE_UNKNOWN C2 x2',
      'warned TRAIL_TYPE_UNKNOWN C4 x1',
      'noted TRAIL_TYPE_ASSUMED C5 x1',
    ]);
    expect(memoOf(computed, 'Unclassified')).toEqual([
      ['[-] Contract Adj', 'Cancelled', 1, 20_00],
      ['[+] Adjustments', 'Mystery', 2, 15_00],
    ]);
  });

  it('G-A5 both halves of unequal reschedules are excluded, and told', () => {
    const computed = runTrail([
      row('[+] Contract Adj | Reschedule Charged Contract Fees | 365.62'),
      row('[-] Contract Adj | Reschedule Charged Contract Fees | 300.00'),
      row('[-] Contract Adj | Reschedule Charged Contract Fees | 65.62', voided),
    ]);
    expect(linesOf(computed)['Production Adjustments']).toBe(0);
    expect(trailProblemsOf(computed)).toEqual(['warned TRAIL_RESCHEDULE_UNEQUAL D2 x2']);
    expect(memoOf(computed, 'Rescheduled')?.[2]).toEqual(['Difference', 65_62]);
  });

  it('G-A6 a Discount that is a Write-off too is a discount, once, and told', () => {
    const computed = runTrail([row('[-] Adjustments | Write-off Discount | 30.00')]);
    expect(linesOf(computed)).toMatchObject({
      Discounts: -30_00,
      'Discounts Count': 1,
      'Write-offs': 0,
      'Production Adjustments': -30_00,
    });
    expect(trailProblemsOf(computed)).toEqual(['warned TRAIL_TYPE_BOTH C2 x1']);
  });

  it('G-A7 Write-off in every spelling, and nothing else', () => {
    const writeOffs = (type: string): number =>
      linesOf(runTrail([row(`[-] Adjustments | ${type} | 1.00`)]))['Write-offs'] ?? 0;
    for (const type of [
      'Write-off',
      'write off',
      'WriteOff',
      'Bad debt w/o',
      'W/O small balance',
    ]) {
      expect(writeOffs(type)).toBe(-1_00);
    }
    for (const type of ['Two visits', 'Network', 'Writing', 'W/Oliver']) {
      expect(writeOffs(type)).toBe(0);
    }
  });

  it('G-A8 ReDeposit Check counts by its description too, on [-] only', () => {
    const described = { Description: 'ReDeposit Check #1043' };
    expect(counted('[-] Adjustments | Account Adjustment', described)).toEqual(collection);
    expect(counted('[+] Adjustments | Account Adjustment', described)).toEqual(production);
    expect(counted('[-] Adjustments | Account Adjustment', { Description: 'Deposit' })).toEqual(
      lessProduction,
    );
  });

  it('G-A9 G-6 Other Adjustments is signed arithmetic', () => {
    const computed = runTrail([
      row('[+] Adjustments | Account Adjustment | 100.00'),
      row('[-] Adjustments | Staff Discount | 30.00'),
      row('[-] Adjustments | Write-off | 20.00'),
    ]);
    expect(linesOf(computed)).toMatchObject({
      'Production Adjustments': 50_00,
      'Other Adjustments': 100_00,
    });
  });

  it('G-4 a negative amount is its absolute value, and told once a tab', () => {
    const computed = runTrail([
      row('[-] Adjustments | Staff Discount | -30.00'),
      row('[-] Adjustments | Staff Discount | (20.00)'),
      row('Production | Treatment | 100.00'),
    ]);
    expect(linesOf(computed)).toMatchObject({ Discounts: -50_00, 'Net Production': 50_00 });
    expect(trailProblemsOf(computed)).toEqual(['warned TRAIL_AMOUNT_SIGN D2 x2']);
  });
});

describe('the Type Map', () => {
  it('goes before the rules, the closest pattern first', () => {
    const map = [
      mapRow('[+] Adjustments | * | excluded'),
      mapRow('[+] Adj | Mystery* | production'),
      mapRow('[+] Adjustments | Mystery Refund | collection'),
    ];
    expect(counted('[+] Adjustments | Refund to Patient', {}, { map })).toEqual(excluded);
    expect(counted('[+] Adjustments | Mystery 5', {}, { map })).toEqual(production);
    expect(counted('[+] Adjustments | Mystery refund', {}, { map })).toEqual(lessCollection);
    expect(counted('[-] Adjustments | Refund to Patient', {}, { map })).toEqual(lessProduction);
  });

  it.each([
    ['[+] Adjustments', 'production', '', production],
    ['[+] Adjustments', 'production', '-', lessProduction],
    ['[+] Adjustments', 'collection', '', lessCollection],
    ['[+] Adjustments', 'collection', '+', collection],
    ['[+] Adjustments', 'excluded', '-', excluded],
    ['[+] Adjustments', 'tax', '', excluded],
    ['[-] Adjustments', 'write-off', '', lessProduction],
    ['[-] Adjustments', 'bad-debt', '', lessProduction],
    ['Production', 'excluded', '', excluded],
    ['Production', 'discount', '', lessProduction],
    ['Payments', 'excluded', '', excluded],
  ])('%s as %s %s', (tab, bucket, sign, parts) => {
    const map = [mapRow(`${tab} | Mystery | ${bucket}`, sign)];
    expect(counted(`${tab} | Mystery`, {}, { map })).toEqual(parts);
  });

  it('a mapped discount and bad debt stand on their lines; no problem is told', () => {
    const computed = runTrail(
      [row('[-] Adjustments | Goodwill | 10.00'), row('[-] Adjustments | Lost | 4.00')],
      {
        map: [
          mapRow('[-] Adjustments | Goodwill | discount'),
          mapRow('[-] Adjustments | Lost | bad-debt'),
        ],
      },
    );
    expect(linesOf(computed)).toMatchObject({
      Discounts: -10_00,
      'Discounts Count': 1,
      'Write-offs': -4_00,
      'Other Adjustments': 0,
    });
    expect(trailProblemsOf(computed)).toEqual([]);
  });

  it('a sign of its own holds whatever collection-adjustment-sign says', () => {
    const options = { 'collection-adjustment-sign': 'literal' };
    const map = [mapRow('[+] Adjustments | Mystery | collection', '-')];
    expect(counted('[+] Adjustments | Mystery', {}, { map, options })).toEqual(lessCollection);
  });
});

describe('the rows that are read', () => {
  it('G-1 one date range for all tabs, both ends included', () => {
    const on = (date: string): { Date: string } => ({ Date: date });
    const computed = runTrail([
      row('Production | Treatment | 1.00', on('2024-02-29T23:59')),
      row('Production | Treatment | 2.00', on('2024-03-01')),
      row('Payments | Cash | 4.00', on('2024-03-31T23:59')),
      row('[-] Adjustments | Goodwill | 8.00', on('2024-04-01')),
    ]);
    expect(linesOf(computed)).toMatchObject({
      'Gross Production': 2_00,
      'Production Adjustments': 0,
      'Gross Collection': 4_00,
    });
    expect(trailProblemsOf(computed)).toEqual([]);
  });

  it('G-1 a table without the column Type is refused, and the column named', async () => {
    const workbook = workbookOf({
      Report: [
        ['Tab', 'Date', 'Amount', 'Patient Name'],
        ['Production', 45366, 100, 'A'],
      ],
    });
    const { outcome } = await runOn(workbook, { reports: ['gross-to-net'] });
    expect(outcome).toMatchObject({
      kind: 'refused',
      reasons: [expect.stringContaining("looks like Audit Trail but has no column 'Type'")],
    });
  });

  it('G-10 a trail without the column Voided is used, and told', () => {
    const plain = {
      Charges: [],
      Invoices: [],
      Payments: [],
      'Audit Trail': [row('Production | Treatment | 10.00')],
    };
    const computed = runLedger(plain);
    expect(linesOf(computed)['Gross Production']).toBe(10_00);
    expect(trailProblemsOf(computed)).toEqual(['noted TRAIL_WITHOUT_VOIDED  x1']);
  });

  it('a filter hides no row and changes no figure, and the info block says so', () => {
    const all = runTrail(example);
    const computed = runTrail(example, { providers: ['Adams'], locations: ['North'] });
    expect(linesOf(computed)).toEqual(linesOf(all));
    expect(tabsOf(computed)).toEqual(tabsOf(all));
    const info = new Map(sheetNamed(computed, 'Gross to Net').info);
    expect(info.get('Providers shown')).toContain('of the whole practice');
    expect(info.get('Locations')).toContain('all rows are read');
    expect(info.get('Options')).toBe('collection-adjustment-sign: ledger, voided-rows: exclude');
    expect(info.get('Period')).toBe('2024-03-01 to 2024-03-31');
  });

  it('without dates the run covers the months of the trail', async () => {
    const workbook = workbookOf({
      Trail: [
        ['Tab', 'Date', 'Type', 'Amount', 'Voided'],
        ['Production', 45337, 'Treatment', 100, ''],
        ['Payments', 45366, 'Cash', 40, ''],
      ],
    });
    const { outcome } = await runOn(workbook, { write: false });
    const done = doneOf(outcome);
    expect(done.sheets.map(({ name }) => name)).toEqual([
      'Gross to Net',
      'Control Totals',
      'Reconciliation Bridge',
    ]);
    expect(done.period).toEqual({ from: startOfText('2024-02-01'), to: endOfText('2024-03-31') });
    expect(linesOf(done)).toMatchObject({ 'Gross Production': 100_00, 'Net Collection': 40_00 });
  });
});

describe('G-3 controls', () => {
  const checksOf = (run: object): [string, number, boolean][] =>
    runTrail(example, run)
      .checks.filter(({ id }) => id.startsWith('control.'))
      .map(({ id, differenceCents, label }) => [
        id,
        differenceCents,
        label.endsWith('difference explained by voids'),
      ]);

  it('a dashboard with voided transactions is explained by them', () => {
    expect(checksOf({ controls: [['gross-production', '6800.00']] })).toEqual([
      ['control.gross-production', -1500_00, true],
      ['control.gross-production.with-voided', 0, true],
    ]);
  });

  it('every figure of the trail can be given; one that agrees needs no explanation', () => {
    const controls = [
      ['gross-production', '5300'],
      ['net-production', '5000.00'],
      ['gross-collection', '4125.50'],
      ['net-collection', '3350.50'],
    ];
    expect(checksOf({ controls })).toEqual([
      ['control.gross-production', 0, false],
      ['control.gross-production.with-voided', 1500_00, false],
      ['control.net-production', 32_50, false],
      ['control.net-production.with-voided', 1532_50, false],
      ['control.gross-collection', 0, false],
      ['control.gross-collection.with-voided', 0, false],
      ['control.net-collection', 0, false],
      ['control.net-collection.with-voided', 0, false],
    ]);
  });

  it('with voided-rows=include the second check leaves them out', () => {
    const options = { 'voided-rows': 'include' };
    expect(checksOf({ options, controls: [['gross-production', '5300.00']] })).toEqual([
      ['control.gross-production', 1500_00, true],
      ['control.gross-production.without-voided', 0, true],
    ]);
  });

  it('a control whose table is not there is refused', () => {
    const plain = { 'Audit Trail': example } as unknown as PlainLedger;
    expect(() => runLedger(plain, { controls: [['cash', '1.00']] })).toThrow(
      'the control cash cannot be computed: it needs the table Payments',
    );
  });
});

describe('entries of the trail, for functions', () => {
  const sumOf = (provider: string | undefined, parts: readonly string[]): number => {
    const ledger = ledgerOf({ Charges: [], Invoices: [], Payments: [], 'Audit Trail': example });
    const chosen = chooseOptions([]);
    if ('refusal' in chosen) throw new Error(chosen.refusal);
    const entries = trailEntries(ledger, trailChoices(chosen.options));
    const period = { from: startOfText('2024-03-01')!, to: endOfText('2024-03-31')! };
    let sum = 0;
    for (let place = 0; place < entries.cents.length; place++) {
      if (!contains(period, entries.moment[place]!)) continue;
      if (!parts.includes(trailParts[entries.part[place]!]!)) continue;
      const name = ledger.providers.names[entries.provider[place]!];
      if (provider === undefined || name === provider) sum += entries.cents[place]!;
    }
    return sum;
  };

  it('add up to the lines of the report', () => {
    expect(sumOf(undefined, ['gross-production'])).toBe(5300_00);
    expect(sumOf(undefined, ['discount', 'write-off', 'other-adjustment'])).toBe(-267_50);
    expect(sumOf(undefined, ['gross-collection', 'collection-adjustment'])).toBe(3350_50);
  });

  it("are told by the trail's provider", () => {
    const all = trailParts.filter((part) => !part.includes('collection'));
    expect(sumOf('Adams', all)).toBe(3300_00 + 500_00 - 200_00);
    expect(sumOf('Baker', all)).toBe(2000_00 - 125_00 - 400_00);
    expect(sumOf('Adams', ['gross-collection', 'collection-adjustment'])).toBe(4000_00 - 95_00);
    expect(sumOf('No provider', ['gross-collection'])).toBe(125_50);
  });
});
