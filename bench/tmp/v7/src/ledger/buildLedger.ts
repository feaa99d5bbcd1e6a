/** Tables → ledger: links every row and settles the row equation of every source. */
import { at, floatAt, intAt } from '../core/assert';
import type { Ledger } from './ledger';
import { invoicesByNumber, linkCharges } from './linkCharges';
import { linkPayments, type TakenOut } from './linkPayments';
import { providerNames } from './providerNames';
import { inOrder, type Problem } from './problem';
import type { SourceTable, Tables } from './tables';

/** The ledger of the tables; problems of cells and of links in order of place. */
export function buildLedger(tables: Tables): Ledger {
  const problems: Problem[] = [];
  const takenOut: TakenOut = { held: new Set(), skipped: new Set() };
  const byNumber = invoicesByNumber(tables, problems);
  const chargeInvoice = linkCharges(tables, byNumber, problems);
  const lookup = { byNumber, ofCharge: chargeInvoice };
  const paid = linkPayments(tables, lookup, { problems, takenOut });
  const providers = providerNames(tables, problems);
  return {
    tables,
    charges: tables.Charges,
    invoices: tables.Invoices,
    payments: tables.Payments,
    providers,
    chargeInvoice,
    paid,
    sources: settleRows(tables, takenOut),
    problems: inOrder([...tables.problems, ...problems]),
  };
}

/** Moves rows that linking held or skipped out of the used ones, in rows and in money (INV-32). */
function settleRows(tables: Tables, takenOut: TakenOut): SourceTable[] {
  const { Payments: payments } = tables;
  const sources = tables.sources.map((source) => ({ ...source, rows: { ...source.rows } }));
  for (const [into, rows] of [
    ['held', takenOut.held],
    ['skipped', takenOut.skipped],
  ] as const) {
    for (const row of rows) {
      const equation = at(sources, intAt(payments.source, row)).rows;
      const cents = floatAt(payments.amount, row);
      equation.used -= 1;
      equation.usedCents -= cents;
      equation[into] += 1;
      equation[`${into}Cents`] += cents;
    }
  }
  return sources;
}
