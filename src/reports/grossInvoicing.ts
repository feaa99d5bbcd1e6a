/** Gross Invoicing: every line of the invoices closed in the range, collected or not (I-28). */
import { contains } from '../core/period';
import type { Steps } from '../core/steps';
import type { AllocatedLedger } from '../engine/allocateLedger';
import { tagCombinations } from '../engine/tags';
import { detailTable } from './detailSheet';
import { infoBlock } from './infoBlock';
import { invoicesInLocations, isOnInvoiceOf, lineFigures, standingLines } from './lineFigures';
import type { ReportRequest } from './request';
import type { Check, Report, Sheet, SheetTable } from './sheet';
import { summaryTable } from './summarySheet';

const basis = 'Invoices closed in the period, paid or not, pre-tax and post-discount';

/** The summary by provider and its lines. */
export function* grossInvoicing(allocated: AllocatedLedger, request: ReportRequest): Steps<Report> {
  const { ledger, book } = allocated;
  const isInside = isOnInvoiceOf(allocated, invoicesInLocations(allocated, request.locations));
  const isLine = standingLines(allocated);
  const figures = lineFigures(allocated, book.netCents, (charge) => {
    if (isLine[charge]! === 0 || !isInside(charge)) return false;
    return contains(request.period, book.closed[ledger.chargeInvoice[charge]!]!);
  });
  const sheet = (name: string, question: string, table: SheetTable): Sheet => ({
    name,
    report: 'gross-invoicing',
    info: infoBlock('gross-invoicing', request, { question, basis }),
    tables: [table],
  });
  const summary = summaryTable(figures, request, {
    title: 'Gross Invoicing Summary',
    heads: [
      '% of Total Practice Invoiced',
      'Total Invoiced',
      'Total Exempt Amount Invoiced',
      'Total Eligible Amount Invoiced',
    ],
  });
  yield;
  const tags = tagCombinations(ledger.charges.invoiceTag);
  yield;
  const details = detailTable(allocated, request, { figures, tags, head: 'Total Invoiced' });
  return {
    sheets: [
      sheet('Gross Invoicing Summary', 'How much was invoiced, for whose work?', summary),
      sheet('Gross Invoicing Details', 'Which lines do the closed invoices have?', {
        ...details,
        title: 'Gross Invoicing Details',
      }),
    ],
    checks: [invoiceCheck(allocated, request, figures.practice.total)],
    problems: [],
  };
}

/** The same total from the invoices: each one's total less its tax, where it was closed in range. */
function invoiceCheck(
  allocated: AllocatedLedger,
  request: ReportRequest,
  totalOfLines: number,
): Check {
  const { book } = allocated;
  const inside = invoicesInLocations(allocated, request.locations);
  let ofInvoices = 0;
  for (let invoice = 0; invoice < book.closed.length; invoice++) {
    if (inside[invoice]! === 0 || !contains(request.period, book.closed[invoice]!)) continue;
    ofInvoices += book.totalCents[invoice]! - book.taxCents[invoice]!;
  }
  return {
    id: 'gross-invoicing.invoices',
    label: 'Total Invoiced = totals of the invoices closed in the period, less tax',
    differenceCents: ofInvoices - totalOfLines,
  };
}
