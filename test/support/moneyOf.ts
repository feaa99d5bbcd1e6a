/** Which money of a ledger counts and on which invoices it stands, for laws about sums of money. */
import { type Invoice, type Movement, readInvoices, readMovements } from './oracle';
import type { PlainLedger } from './plainLedger';

/** Invoices that stand or fall together: no payment names one of them and one outside. */
export interface Group {
  readonly invoices: readonly Invoice[];
  readonly movements: readonly Movement[];
}

/** The invoices of a ledger in groups joined by the payments that name several of them. */
export function groupsOf(ledger: PlainLedger): Group[] {
  const invoices = readInvoices(ledger);
  const movements = readMovements(ledger, invoices);
  let groups = invoices.map((invoice) => [invoice]);
  for (const movement of movements) {
    const joined = groups.filter((group) =>
      group.some((invoice) => movement.invoices.includes(invoice)),
    );
    if (joined.length > 1) {
      groups = [...groups.filter((group) => !joined.includes(group)), joined.flat()];
    }
  }
  return groups.map((group) => ({
    invoices: group,
    movements: movements.filter((movement) => group.includes(movement.invoices[0]!)),
  }));
}
