/** What is owed on complete charges at the end of a day (RECEIVABLE), by hand and as laws. */
import * as fc from 'fast-check';
import { endOfText } from '../../src/core/period';
import { atOnce } from '../../src/core/steps';
import { allocateLedger } from '../../src/engine/allocateLedger';
import { chooseOptions } from '../../src/engine/options';
import { receivables } from '../../src/engine/receivables';
import { holds } from '../support/law';
import { moneyOfCents, type PlainLedger } from '../support/plainLedger';
import { incomeLedgers } from '../support/randomIncome';
import { ledgerOf } from '../support/run';

type Tables = Partial<PlainLedger>;

/** Dollars owed by provider at the end of a day; providers who are owed nothing are left out. */
function owedOn(tables: Tables, day: string, options: [string, string][] = []): object {
  const chosen = chooseOptions(options);
  if ('refusal' in chosen) throw new Error(chosen.refusal);
  const ledger = ledgerOf(tables as PlainLedger);
  const allocated = atOnce(allocateLedger(ledger, 'chronological'));
  const { moment, cents, provider } = atOnce(receivables(allocated, chosen.options));
  const sums = new Map<string, number>();
  for (let row = 0; row < cents.length; row++) {
    if (moment[row]! > endOfText(day)!) continue;
    const name = ledger.providers.names[provider[row]!]!;
    sums.set(name, (sums.get(name) ?? 0) + cents[row]!);
  }
  return Object.fromEntries(
    [...sums].filter(([, sum]) => sum !== 0).map(([name, sum]) => [name, moneyOfCents(sum)]),
  );
}

function charge(words: string, more: object = {}): Record<string, string> {
  const [id = '', day = '', provider = '', amount = '', invoice = ''] = words.split(' ');
  return {
    'Charge ID': id,
    'Service Date': day,
    Provider: provider,
    Amount: amount,
    'Invoice Number': invoice,
    ...more,
  };
}

function paid(words: string, more: object): Record<string, string> {
  const [id = '', day = '', amount = '', type = 'Payment'] = words.split(' ');
  return { 'Payment ID': id, 'Payment Date': day, Amount: amount, Type: type, ...more };
}

const onInvoice = (number: string): object => ({ 'Invoice Number': number });
const onCharge = (id: string): object => ({ 'Charge ID': id });

describe('what is owed', () => {
  it('grows by the fee on the service date, less discount, and shrinks by money', () => {
    const tables: Tables = {
      Charges: [charge('L1 2024-03-05 Adams 100.00', { Discount: '10.00' })],
      Payments: [paid('P1 2024-03-20 30.00', onCharge('L1'))],
    };
    expect(owedOn(tables, '2024-03-04')).toEqual({});
    expect(owedOn(tables, '2024-03-05')).toEqual({ Adams: '90.00' });
    expect(owedOn(tables, '2024-03-20')).toEqual({ Adams: '60.00' });
  });

  it('has tax and what reaches no line under No provider; tax is paid first (I-9)', () => {
    const tables: Tables = {
      Charges: [charge('L1 2024-03-01 Adams 60.00 1'), charge('L2 2024-03-02 Baker 40.00 1')],
      Invoices: [{ 'Invoice Number': '1', 'Closed Date': '2024-03-02', Tax: '8.00' }],
      Payments: [
        paid('P1 2024-03-03 5.00', onInvoice('1')),
        paid('P2 2024-03-04 70.00', onInvoice('1')),
      ],
    };
    expect(owedOn(tables, '2024-03-02')).toEqual({
      Adams: '60.00',
      Baker: '40.00',
      'No provider': '8.00',
    });
    expect(owedOn(tables, '2024-03-03')).toEqual({
      Adams: '60.00',
      Baker: '40.00',
      'No provider': '3.00',
    });
    // 3.00 tax, 60.00 Adams, 7.00 of Baker's 40.00.
    expect(owedOn(tables, '2024-03-04')).toEqual({ Baker: '33.00' });
  });

  it('is never below 0 per invoice: an overpaid invoice pays no other one', () => {
    const tables: Tables = {
      Charges: [charge('L1 2024-03-01 Adams 50.00 1'), charge('L2 2024-03-01 Adams 20.00 2')],
      Payments: [paid('P1 2024-03-02 80.00', onInvoice('1'))],
    };
    expect(owedOn(tables, '2024-03-31')).toEqual({ Adams: '20.00' });
  });

  it('sets a line that is overpaid against the others of its invoice', () => {
    const tables: Tables = {
      Charges: [charge('L1 2024-03-01 Adams 50.00 1'), charge('L2 2024-03-01 Baker 40.00 1')],
      Adjustments: [adjusted('A1 2024-03-10 -20.00', onCharge('L1'))],
      Payments: [paid('P1 2024-03-02 50.00', onInvoice('1'))],
    };
    // L1 is paid and then lowered by 20.00; of Baker's 40.00 only 20.00 is owed on the invoice.
    expect(owedOn(tables, '2024-03-09')).toEqual({ Baker: '40.00' });
    expect(owedOn(tables, '2024-03-10')).toEqual({ Baker: '20.00' });
  });

  it('is lowered by adjustments of an invoice, and not by those that the Type Map excludes', () => {
    const tables: Tables = {
      Charges: [charge('L1 2024-03-01 Adams 50.00 1')],
      Adjustments: [
        adjusted('A1 2024-03-10 -5.00', onInvoice('1')),
        { ...adjusted('A2 2024-03-11 -7.00', onCharge('L1')), Type: 'Moved' },
      ],
      'Type Map': [{ Tab: 'Adjustments', Pattern: 'Moved', Bucket: 'excluded' }],
      Payments: [],
    };
    // 5.00 of the invoice, which names no line: the open part of the invoice is Adams's.
    expect(owedOn(tables, '2024-03-31')).toEqual({ Adams: '45.00' });
  });

  it('takes write-offs and insurance money of claim lines, on the chosen write-off date', () => {
    const tables: Tables = {
      Charges: [charge('L1 2024-03-01 Adams 100.00', { 'Claim Number': 'C1' })],
      'Claim Lines': [
        {
          'Claim Line ID': 'K1',
          'Claim Number': 'C1',
          'Charge ID': 'L1',
          Status: 'Received',
          'Procedure Date': '2024-03-01',
          'Write-off': '15.00',
          'Insurance Paid': '60.00',
          'Payment Date': '2024-03-15',
          'Check Date': '2024-03-18',
        },
      ],
      // The insurer's check is cash only: its money is on the claim line.
      Payments: [paid('P1 2024-03-18 60.00', { Payer: 'Insurance', 'Claim Number': 'C1' })],
    };
    expect(owedOn(tables, '2024-03-14')).toEqual({ Adams: '100.00' });
    expect(owedOn(tables, '2024-03-15')).toEqual({ Adams: '85.00' });
    expect(owedOn(tables, '2024-03-18')).toEqual({ Adams: '25.00' });
    expect(owedOn(tables, '2024-03-14', [['write-off-date', 'procedure']])).toEqual({
      Adams: '85.00',
    });
  });

  it('knows no scheduled or voided work, no deposits, no prepayments and no voided money', () => {
    const tables: Tables = {
      Charges: [
        charge('L1 2024-03-01 Adams 50.00 1'),
        charge('L2 2024-03-01 Adams 70.00 1', { Status: 'Scheduled' }),
        charge('L3 2024-03-01 Adams 30.00 1', { Status: 'Voided' }),
      ],
      Payments: [
        paid('P1 2024-03-02 10.00 Deposit', {}),
        paid('P2 2024-03-02 20.00', { 'Charge ID': 'L1', 'Unearned Type': 'Prepayment' }),
        paid('P3 2024-03-02 50.00', { 'Charge ID': 'L1', Voided: 'Yes' }),
      ],
    };
    expect(owedOn(tables, '2024-03-31')).toEqual({ Adams: '50.00' });
  });
});

function adjusted(words: string, more: object): Record<string, string> {
  const [id = '', day = '', amount = ''] = words.split(' ');
  return { 'Adjustment ID': id, Date: day, Type: 'Courtesy', Amount: amount, ...more };
}

/** Charge by charge, as the sentence of the ledger format has it; no invoices, money by Charge ID. */
function owedByHand(tables: Tables, day: string): number {
  const cents = (value: unknown): number => Math.round(Number(value ?? 0) * 100);
  const until = (value: unknown): boolean => String(value).slice(0, 10) <= day;
  return (tables.Charges ?? []).reduce((sum, one) => {
    const of = (row: Readonly<Record<string, unknown>>): boolean =>
      row['Charge ID'] === one['Charge ID'];
    const moves = (tables.Payments ?? [])
      .filter((row) => of(row) && until(row['Payment Date']))
      .reduce((all, row) => all - cents(row['Amount']), 0);
    const adjustments = (tables.Adjustments ?? [])
      .filter((row) => of(row) && until(row['Date']))
      .reduce((all, row) => all + cents(row['Amount']), 0);
    const billed = until(one['Service Date'])
      ? cents(one['Amount']) - cents(one['Discount']) + cents(one['Tax'])
      : 0;
    return sum + Math.max(0, billed + adjustments + moves);
  }, 0);
}

const day = fc.constantFrom('2024-02-01', '2024-02-15', '2024-02-29', '2024-03-01', '2024-03-20');
const dollars = fc.integer({ min: -3000, max: 9000 }).map((cents) => cents / 100 || 0);
const id = fc.constantFrom('L0', 'L1', 'L2', 'L3');
const chargeRows = fc
  .array(
    fc.record({ day, amount: dollars, tax: fc.constantFrom(0, 0.5), off: fc.constantFrom(0, 2) }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((rows) =>
    rows.map((row, place) => ({
      'Charge ID': `L${place}`,
      'Service Date': row.day,
      Provider: place % 2 === 0 ? 'Adams' : 'Baker',
      Amount: row.amount,
      Discount: row.amount < 0 ? 0 : row.off,
      Tax: row.tax,
    })),
  );
const byCharge = fc.record({
  Charges: chargeRows,
  Payments: fc.array(fc.record({ id, day, amount: dollars }), { maxLength: 5 }).map((rows) =>
    rows.map((row, place) => ({
      'Payment ID': `P${place}`,
      'Payment Date': row.day,
      Type: 'Payment',
      Amount: row.amount,
      'Charge ID': row.id,
    })),
  ),
  Adjustments: fc.array(fc.record({ id, day, amount: dollars }), { maxLength: 3 }).map((rows) =>
    rows.map((row, place) => ({
      'Adjustment ID': `A${place}`,
      Date: row.day,
      Type: 'Courtesy',
      Amount: row.amount,
      'Charge ID': row.id,
    })),
  ),
});

const totalOf = (owed: object): number =>
  Object.values(owed).reduce((sum: number, money) => sum + Math.round(Number(money) * 100), 0);

describe('laws', () => {
  it('without invoices it is the sentence of the ledger format, charge by charge', () => {
    holds(fc.tuple(byCharge, day), ([tables, asOf]) => {
      expect(totalOf(owedOn(tables, asOf))).toBe(owedByHand(tables, asOf));
    });
  });

  it('no provider is owed less than nothing, on any day of any ledger', () => {
    holds(fc.tuple(incomeLedgers, day), ([tables, asOf]) => {
      expect(Object.values(owedOn(tables, asOf)).filter((money) => Number(money) < 0)).toEqual([]);
    });
  });
});
