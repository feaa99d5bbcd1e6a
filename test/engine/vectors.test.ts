/** The golden vectors of Collected Invoicing, month by month. */
import { oracle } from '../support/oracle';
import { type PlainLedger, centsOfMoney } from '../support/plainLedger';
import { type PlainResult, type RunOptions, runPlain } from '../support/run';
import vectors from '../vectors/collected-invoicing.json';

interface Vector {
  readonly id: string;
  readonly note: string;
  readonly closed: string;
  readonly invoiceTax: string;
  readonly lines: readonly { id: string; provider: string; net: string }[];
  readonly transactions: readonly { date: string; amount: string }[];
  readonly expectedByMonth: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const allVectors = vectors as unknown as readonly Vector[];
const months = ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05', '2024-06'];

/** The lines are listed oldest first; their dates are ours, one day apart. */
function ledgerOf(vector: Vector): PlainLedger {
  return {
    Charges: vector.lines.map(({ id, provider, net }, day) => ({
      'Charge ID': id,
      'Service Date': `2023-12-0${day + 1}`,
      Provider: provider,
      Amount: net,
      'Invoice Number': vector.id,
    })),
    Invoices: [
      { 'Invoice Number': vector.id, 'Closed Date': vector.closed, Tax: vector.invoiceTax },
    ],
    Payments: vector.transactions.map(({ date, amount }, row) => ({
      'Payment ID': row + 1,
      'Payment Date': date,
      Type: amount.startsWith('-') ? 'Refund' : 'Payment',
      Amount: amount,
      'Invoice Number': vector.id,
    })),
  };
}

/** Tax, excess and lines of one month as the vector writes them, every one in cents. */
function monthOf(
  vector: Vector,
  month: string,
  run: (
    ledger: PlainLedger,
    options: RunOptions,
  ) => Pick<PlainResult, 'lines' | 'tax' | 'unallocated'>,
): Record<string, number> {
  const to = new Date(Date.UTC(2024, Number(month.slice(5)), 0)).toISOString().slice(0, 10);
  const result = run(ledgerOf(vector), { from: `${month}-01`, to });
  return {
    tax: result.tax.get(vector.id) ?? 0,
    excess: result.unallocated.get(vector.id) ?? 0,
    ...Object.fromEntries(vector.lines.map(({ id }) => [id, result.lines.get(id) ?? 0])),
  };
}

function expectedOf(vector: Vector, month: string): Record<string, number> {
  const names = ['tax', 'excess', ...vector.lines.map(({ id }) => id)];
  const expected = vector.expectedByMonth[month] ?? {};
  return Object.fromEntries(names.map((name) => [name, centsOfMoney(expected[name] ?? '0.00')]));
}

const cases = allVectors.flatMap((vector) => months.map((month) => ({ vector, month })));

describe('golden vectors', () => {
  it('has all thirteen', () => {
    expect(allVectors.map(({ id }) => id).join(' ')).toBe(
      'E1 E3a E3b E3c E2 E5a E5b E12 E11 E14 E14b E19 E13',
    );
  });

  it.each(cases)('$vector.id in $month: $vector.note', ({ vector, month }) => {
    expect(monthOf(vector, month, runPlain)).toEqual(expectedOf(vector, month));
  });

  it.each(cases)('the oracle agrees on $vector.id in $month', ({ vector, month }) => {
    expect(monthOf(vector, month, oracle)).toEqual(expectedOf(vector, month));
  });
});
