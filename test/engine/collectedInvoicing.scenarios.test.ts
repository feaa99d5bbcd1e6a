/** Collected Invoicing by its worked examples, its rules and its choices. */
import { percentOfCents } from '../../src/core/rate';
import { checkScenario } from '../support/checkScenario';
import { parseLedger } from '../support/ledgerText';
import { runPlain } from '../support/run';
import { choicesAndReadings } from './scenarios/choices';
import { examples } from './scenarios/examples';
import { rules } from './scenarios/rules';

describe('worked examples', () => {
  it.each(examples)('$name', ({ text }) => {
    checkScenario(text, runPlain);
  });

  it('E20 rounds a commission once on the total, half up or half to even', () => {
    expect(percentOfCents(3 * 1005, '15', 'half-up')).toBe(452);
    expect(percentOfCents(1005, '15', 'half-up') * 3).toBe(453);
    expect(percentOfCents(250, '5', 'half-up')).toBe(13);
    expect(percentOfCents(250, '5', 'half-even')).toBe(12);
    expect(percentOfCents(-250, '5', 'half-up')).toBe(-13);
    expect(percentOfCents(-250, '5', 'half-even')).toBe(-12);
  });
});

describe('rules', () => {
  it.each(rules)('$name', ({ text }) => {
    checkScenario(text, runPlain);
  });

  it('I-21 makes total the sum of exempt and eligible, per provider and for the practice', () => {
    const result = runPlain(paidInPart, { from: '2024-01-01', to: '2024-01-31' });
    expect(result.practice).toEqual([
      { provider: 'A', share: 40 / 90, total: 4000, exempt: 3000, eligible: 1000 },
      { provider: 'B', share: 50 / 90, total: 5000, exempt: 2000, eligible: 3000 },
    ]);
    expect(result.practiceTotal).toEqual({ total: 9000, exempt: 5000, eligible: 4000 });
  });

  it('I-24 has the nineteen columns of Provider Details, in their order', () => {
    const { details } = runPlain(paidInPart, { from: '2024-01-01', to: '2024-01-31' });
    expect(Object.keys(details[0] ?? {})).toEqual([
      'Invoice Line Item Date / Time',
      'Provider',
      'Product ID',
      'Product Name',
      'Account ID',
      'Account Type',
      'Tax Exempt',
      'Client Last Name',
      'Client First Name',
      'Patient ID',
      'Patient Name',
      'Invoice Number',
      'Invoice Tag',
      'Tax Class',
      'Discount Class',
      'Total Tax Amount',
      'Total Discount Amount',
      'Eligible for Commissions',
      'Total Invoicing Collected',
    ]);
  });

  it('counts every row it read as used, skipped or held', () => {
    const ledger = parseLedger(`
      line     1 L1 A 2024-01-04  100.00
      close    1 2024-01-05
      pay      1 2024-01-06   80.00
      unapply  1 2024-02-06  -30.00 account 77
      transfer - 2024-02-06   30.00 account 77
      void     - 2024-02-07
    `);
    const result = runPlain(ledger, { from: '2024-01-01', to: '2024-01-31' });
    const payments = result.rows.find((row) => row.kind === 'Payments');
    expect(payments).toMatchObject({ read: 4, used: 2, skipped: 1, held: 1 });
    for (const row of result.rows) expect(row.used + row.skipped + row.held).toBe(row.read);
    const held = result.problems.filter((problem) => problem.severity === 'held');
    expect(held.map((problem) => problem.code)).toEqual(['VOID_NAMES_NOTHING']);
  });
});

describe('choices and reading rules', () => {
  it.each(choicesAndReadings)('$name', ({ text }) => {
    checkScenario(text, runPlain);
  });
});

const paidInPart = parseLedger(`
  line  1 L1 A 2024-01-01  30.00 excluded
  line  1 L2 B 2024-01-02  20.00 excluded
  line  1 L3 B 2024-01-03  30.00
  line  1 L4 A 2024-01-04  30.00
  close 1 2024-01-05
  pay   1 2024-01-06  90.00
`);
