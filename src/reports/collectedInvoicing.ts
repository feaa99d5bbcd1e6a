/** Collected Invoicing: revenue collected per provider on closed invoices (I-1 to I-29). */
import { NO_MOMENT } from '../core/brand';
import { centsText } from '../core/cents';
import { contains } from '../core/period';
import type { Steps } from '../core/steps';
import { collected, type Collected } from '../engine/collected';
import type { AllocatedLedger } from '../engine/allocateLedger';
import { tagCombinations } from '../engine/tags';
import { detailTable } from './detailSheet';
import { infoBlock } from './infoBlock';
import {
  invoicesInLocations,
  isOnInvoiceOf,
  lineFigures,
  standingLines,
  type LineFigures,
} from './lineFigures';
import { moneyTable } from './moneyTable';
import { glossarySheet, reportInfoSheet } from './reportInfo';
import type { ReportRequest } from './request';
import type { Problem } from '../ledger/problem';
import type { Check, Report, Sheet, SheetTable } from './sheet';
import { summaryTable, tagTable } from './summarySheet';

const basis = 'Payments and refunds on closed invoices, pre-tax and post-discount';

/** The five sheets in their order (I-18), and the tie-outs between them. */
export function* collectedInvoicing(
  allocated: AllocatedLedger,
  request: ReportRequest,
): Steps<Report> {
  const { ledger, allocation } = allocated;
  const inside = invoicesInLocations(allocated, request.locations);
  const size = { charges: ledger.charges.length, invoices: ledger.invoices.length };
  const sums = collected(allocation, request.period, size);
  const isIn = detailRows(allocated, request, { sums, inside });
  yield;
  const figures = lineFigures(allocated, sums.lineCents, isIn);
  yield;
  const tags = tagCombinations(ledger.charges.invoiceTag);
  yield;
  const money = moneyTable(allocated, request, { figures, sums, inside });
  const tagSummary = tagTable(allocated, request, { figures, tags });
  yield;
  const details = detailTable(allocated, request, {
    figures,
    tags,
    head: 'Total Invoicing Collected',
  });
  yield;
  const sheet = (name: string, question: string, tables: SheetTable[]): Sheet => ({
    name,
    report: 'collected-invoicing',
    info: infoBlock('collected-invoicing', request, { question, basis }),
    tables,
  });
  const summary = summaryTable(figures, request, {
    title: 'Practice Summary',
    heads: [
      '% of Total Practice Invoicing Collected',
      'Total Invoicing Collected',
      'Total Exempt Amount of Invoicing Collected',
      'Total Eligible Amount of Invoicing Collected',
    ],
  });
  return {
    sheets: [
      reportInfoSheet(ledger, request),
      glossarySheet(request),
      sheet('Practice Summary', 'How much was collected on closed invoices, for whose work?', [
        summary,
        money.table,
      ]),
      sheet(
        'Provider Invoice Tag Summary',
        'How much of what was collected is commissionable, by invoice tag?',
        [tagSummary],
      ),
      sheet('Provider Details', 'Which invoice lines was the money collected on?', [details]),
    ],
    checks: [
      money.check,
      ...crossChecks(allocated, request, { figures, tags: tagSummary, inside }),
    ],
    problems: negativeTotal(figures),
  };
}

/** Lines with a row: those that money moved; with detail-rows=all also what is unpaid (I-A4). */
function detailRows(
  allocated: AllocatedLedger,
  { options, period }: ReportRequest,
  of: { readonly sums: Collected; readonly inside: Uint8Array },
): (charge: number) => boolean {
  const { ledger, book } = allocated;
  const isInside = isOnInvoiceOf(allocated, of.inside);
  const isTouched = (charge: number): boolean => of.sums.touched[charge]! === 1;
  if (options['detail-rows'] === 'touched') {
    return (charge) => isTouched(charge) && isInside(charge);
  }
  const standing = collected(
    allocated.allocation,
    { from: 0, to: period.to },
    {
      charges: ledger.charges.length,
      invoices: ledger.invoices.length,
    },
  );
  const isOnInvoice = standingLines(allocated);
  return (charge) => {
    if (!isInside(charge) || isOnInvoice[charge]! === 0) return false;
    const closed = book.closed[ledger.chargeInvoice[charge]!]!;
    if (closed === NO_MOMENT || closed > period.to) return false;
    const isUnpaid = standing.lineCents[charge]! !== book.netCents[charge]!;
    return isTouched(charge) || isUnpaid || contains(period, closed);
  };
}

/** The total of Practice Summary against what the other sheets' rows and the allocation add up to. */
function crossChecks(
  allocated: AllocatedLedger,
  request: ReportRequest,
  of: { readonly figures: LineFigures; readonly tags: SheetTable; readonly inside: Uint8Array },
): Check[] {
  const { total, eligible } = of.figures.practice;
  const ofProviders = of.figures.providers.reduce((sum, one) => sum + one.total, 0);
  const { allocation } = allocated;
  let ofAllocation = 0;
  for (let row = 0; row < allocation.length; row++) {
    const isLine = allocation.charge[row]! >= 0;
    const isIn = contains(request.period, allocation.effective[row]!);
    const isInside = of.inside[allocation.invoice[row]!]! === 1;
    if (isLine && isIn && isInside) ofAllocation += allocation.cents[row]!;
  }
  return [
    {
      id: 'collected-invoicing.providers',
      label: 'Total of Practice Summary = the totals of its providers',
      differenceCents: total - ofProviders,
    },
    {
      id: 'collected-invoicing.details',
      label: 'Total of Practice Summary = the allocations to lines in the period',
      differenceCents: total - ofAllocation,
    },
    {
      id: 'collected-invoicing.tags',
      label: 'Total eligible amount = Provider Invoice Tag Summary',
      differenceCents: eligible - Number(of.tags.total?.[2] ?? 0),
    },
  ];
}

/** Shares of a negative total are real ratios that read the wrong way round (I-A9). */
function negativeTotal({ practice }: LineFigures): Problem[] {
  if (practice.total >= 0) return [];
  return [
    {
      code: 'SHARE_OF_NEGATIVE_TOTAL',
      severity: 'warned',
      sheet: 'Practice Summary',
      cell: '',
      column: '% of Total Practice Invoicing Collected',
      found: `a practice total of ${centsText(practice.total)}`,
      done: 'the shares are ratios of a negative total: a provider who was paid has a negative one',
      fix: 'read the amounts instead of the shares, or choose a longer period',
      count: 1,
    },
  ];
}
