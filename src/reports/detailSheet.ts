/** Provider Details: one row per invoice line, the 19 columns of I-24. */
import { at } from '../core/assert';
import { textAt, type TextColumn } from '../core/column';
import type { AllocatedLedger } from '../engine/allocateLedger';
import { NO_TAG, type TagCombinations } from '../engine/tags';
import type { LineFigures } from './lineFigures';
import type { ReportRequest } from './request';
import { cents, text, type SheetColumn, type SheetTable, type Value } from './sheet';

function detailColumns(totalHead: string): SheetColumn[] {
  return [
    { head: 'Invoice Line Item Date / Time', type: 'moment' },
    text('Provider'),
    text('Product ID'),
    text('Product Name'),
    text('Account ID'),
    text('Account Type'),
    text('Tax Exempt'),
    text('Client Last Name'),
    text('Client First Name'),
    text('Patient ID'),
    text('Patient Name'),
    text('Invoice Number'),
    text('Invoice Tag'),
    text('Tax Class'),
    text('Discount Class'),
    cents('Total Tax Amount'),
    cents('Total Discount Amount'),
    text('Eligible for Commissions'),
    cents(totalHead),
  ];
}

/**
 * The table of a report's lines. Tax and discount are the line's full amounts, however much of it
 * was paid, so they are not summed (I-A5); the tax of an exempt account shows as 0.00 (I-25).
 */
export function detailTable(
  allocated: AllocatedLedger,
  request: ReportRequest,
  of: { readonly figures: LineFigures; readonly tags: TagCombinations; readonly head: string },
): SheetTable {
  const { names, ofCharge } = allocated.ledger.providers;
  const shown = request.providers;
  const lines = Array.from(of.figures.charges).filter(
    (charge) => shown === undefined || shown.has(at(names, ofCharge[charge]!)),
  );
  const groups = lines.flatMap((charge, row) => {
    const before = lines[row - 1];
    const isFirst = before === undefined || ofCharge[before]! !== ofCharge[charge]!;
    return isFirst ? [row] : [];
  });
  const columns = detailColumns(of.head);
  const total: Value[] = columns.map(() => null);
  total[0] = 'Total';
  total[columns.length - 1] = of.figures.practice.total;
  return {
    title: 'Provider Details',
    columns,
    rows: lines.map((charge) => detailRow(allocated, of, charge)),
    total,
    groups,
    charges: lines,
  };
}

function detailRow(
  { ledger }: AllocatedLedger,
  of: { readonly figures: LineFigures; readonly tags: TagCombinations },
  charge: number,
): Value[] {
  const { charges, invoices, providers } = ledger;
  const invoice = ledger.chargeInvoice[charge]!;
  const ownOr = (own: TextColumn, ofInvoice: TextColumn): string | null =>
    blankAsNull(own, charge) ?? blankAsNull(ofInvoice, invoice);
  const isExempt = invoices.taxExempt[invoice]! === 1;
  const tag = at(of.tags.names, of.tags.ofCharge[charge]!);
  return [
    charges.service[charge]!,
    at(providers.names, providers.ofCharge[charge]!),
    blankAsNull(charges.code, charge),
    blankAsNull(charges.description, charge),
    ownOr(charges.accountId, invoices.accountId),
    ownOr(charges.accountType, invoices.accountType),
    yesNo(isExempt),
    blankAsNull(charges.clientLastName, charge),
    blankAsNull(charges.clientFirstName, charge),
    blankAsNull(charges.patientId, charge),
    blankAsNull(charges.patientName, charge),
    textAt(invoices.number, invoice),
    tag === NO_TAG ? null : tag,
    blankAsNull(charges.taxClass, charge),
    blankAsNull(charges.discountClass, charge),
    isExempt ? 0 : charges.tax.cents[charge]!,
    charges.discount[charge]!,
    yesNo(charges.commissionable[charge]! === 1),
    of.figures.cents[charge]!,
  ];
}

function blankAsNull(column: TextColumn, row: number): string | null {
  return textAt(column, row) || null;
}

function yesNo(yes: boolean): string {
  return yes ? 'Yes' : 'No';
}
