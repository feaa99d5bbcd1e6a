/** What the sales summaries leave out of cash and services, each part with its reason. */
import { NONE } from '../core/brand';
import { textAt } from '../core/column';
import { contains } from '../core/period';
import type { AllocatedLedger } from '../engine/allocateLedger';
import type { Sales } from '../engine/sales';
import { moneyTypes, typeOf } from '../ledger/moneyTypes';
import type { ReportRequest } from './request';
import { cents, count, text, type SheetTable } from './sheet';

interface Pile {
  readonly line: string;
  rows: number;
  cents: number;
}

/** Payments rows of the period that are no cash: voided ones, and credit moved about. */
export function notCashTable(
  { ledger, lookup }: AllocatedLedger,
  { period, locations }: ReportRequest,
): SheetTable[] {
  const { payments, paid, charges } = ledger;
  const voided: Pile = { line: 'Voided payments, whenever they were voided', rows: 0, cents: 0 };
  const moved: Pile = { line: 'Credit applied, unapplied or transferred', rows: 0, cents: 0 };
  const locationOf = (row: number): string => {
    const invoice = paid.invoice[row]!;
    const [charge] = lookup.ofId(textAt(payments.chargeId, row));
    const ofCharge = charge === undefined ? '' : textAt(charges.location, charge);
    const ofInvoice = invoice < 0 ? '' : textAt(ledger.invoices.location, invoice);
    return textAt(payments.location, row) || ofCharge || ofInvoice;
  };
  for (let row = 0; row < payments.length; row++) {
    if (!contains(period, payments.date[row]!)) continue;
    if (locations !== undefined && !locations.has(locationOf(row))) continue;
    const type = typeOf(payments.type, row);
    const isCashType = moneyTypes[type].cash;
    // A row that counts nowhere and is no cash is a Void or the mirrored half of a credit.
    if (isCashType && paid.counts[row]! === 0) add(voided, paid.cents[row]!);
    else if (!isCashType && paid.counts[row]! === 1) add(moved, paid.cents[row]!);
  }
  return leftOutTable([voided, moved]);
}

/** Lines of the period that no provider was credited with by its end. */
export function notCreditedTable(
  { of, credits }: Sales,
  { period, locations }: ReportRequest,
): SheetTable[] {
  const { ledger, book } = of;
  const { charges, invoices } = ledger;
  const standing = new Uint8Array(charges.length);
  for (const charge of book.lines.rows) standing[charge] = 1;
  const isCredited = new Uint8Array(charges.length);
  for (let row = 0; row < credits.charge.length; row++) {
    const charge = credits.charge[row]!;
    if (charge !== NONE && credits.moment[row]! <= period.to) isCredited[charge] = 1;
  }
  const voided: Pile = { line: 'Voided lines and lines of voided invoices', rows: 0, cents: 0 };
  const unpaid: Pile = { line: 'Lines without a first payment yet', rows: 0, cents: 0 };
  for (let charge = 0; charge < charges.length; charge++) {
    if (isCredited[charge]! === 1 || !contains(period, charges.service[charge]!)) continue;
    const sale = ledger.chargeInvoice[charge]!;
    const location =
      textAt(charges.location, charge) || (sale < 0 ? '' : textAt(invoices.location, sale));
    if (locations !== undefined && !locations.has(location)) continue;
    const isVoided = standing[charge]! === 0 || book.voided[sale]! === 1;
    add(isVoided ? voided : unpaid, book.netCents[charge]!);
  }
  return leftOutTable([voided, unpaid]);
}

function add(pile: Pile, amount: number): void {
  pile.rows += 1;
  pile.cents += amount;
}

function leftOutTable(piles: readonly Pile[]): SheetTable[] {
  const rows = piles.filter((pile) => pile.rows > 0);
  if (rows.length === 0) return [];
  return [
    {
      title: 'Left out',
      columns: [text('Line'), count('Rows'), cents('Amount')],
      rows: rows.map((pile) => [pile.line, pile.rows, pile.cents]),
    },
  ];
}
