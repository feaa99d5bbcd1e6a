/** Charges read from a column that says it includes the tax: Amount is the fee before tax (A17). */
import type { Problem } from '../../ledger/problem';
import { cellAddress } from '../../ledger/tables';
import type { AllocatedLedger } from '../allocateLedger';

const including = /\binc(l|luding|lusive)?\b/i;
const tax = /\b(tax|vat|gst)\b/i;

export function amountsWithTax({ ledger }: AllocatedLedger): Problem[] {
  return ledger.sources.flatMap(({ kind, sheet, headerRow, fields }) => {
    const amount = kind === 'Charges' ? fields.get('amount') : undefined;
    if (amount === undefined || !including.test(amount.header) || !tax.test(amount.header)) {
      return [];
    }
    const problem: Problem = {
      code: 'AMOUNT_WITH_TAX',
      severity: 'warned',
      sheet,
      cell: cellAddress(amount.sheetColumn, headerRow),
      column: amount.header,
      found: 'the amounts of charges are read from a column that includes the tax',
      done: 'used as they stand: the tax counts as production',
      fix: 'map Amount to the column without tax, and Tax to that of the tax',
      count: 1,
    };
    return [problem];
  });
}
