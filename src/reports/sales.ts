/**
 * Sales: Cash, Provider and Category Summary, and the reconciliation that says day by day why they are
 * not the same (S-1 to S-12).
 */
import type { Steps } from '../core/steps';
import { accountAdjustments } from '../engine/accountAdjustments';
import type { AllocatedLedger } from '../engine/allocateLedger';
import { saleBalances, saleDays } from '../engine/saleBalances';
import { sales, type SalesChoices } from '../engine/sales';
import { writtenOff } from '../engine/saleWriteOffs';
import { infoBlock } from './infoBlock';
import type { ReportRequest } from './request';
import { salesChecks } from './salesChecks';
import { componentsTable, daysTable, writtenOffTable } from './salesDays';
import { notCashTable, notCreditedTable } from './salesLeftOut';
import { cashTable, categoryTable, providerTable, salesSums } from './salesSums';
import type { Report, Sheet, SheetTable } from './sheet';

const basis =
  'Cash on its payment date; services in full, pre-tax and post-discount, on the first payment of their invoice';

/** Why the three sections are told apart (S-1). */
const notToCompare =
  'Do not compare Cash, Provider and Category Summary directly. Cash is money received, deposits too. ' +
  'Services are credited in full on the first payment of their invoice, later payments add nothing, and ' +
  'a deposit is no service. Account Adjustments is what lies between: it is listed part by part, and ' +
  'its balance is what belongs to clients less what they owe.';

/** The four sheets and the tie-outs between them. */
export function* salesReport(allocated: AllocatedLedger, request: ReportRequest): Steps<Report> {
  const { period } = request;
  const made = yield* sales(allocated, salesChoices(request));
  yield;
  const parts = yield* accountAdjustments(made, period);
  const balances = yield* saleBalances(made);
  yield;
  const days = yield* saleDays(made, balances, period);
  const sums = salesSums(made, parts, period);
  yield;
  const left = yield* writtenOff(made, period.to);
  const sheet = (name: string, question: string, tables: readonly SheetTable[]): Sheet => ({
    name,
    report: 'sales',
    info: [...infoBlock('sales', request, { question, basis }), ['Compare', notToCompare]],
    tables,
  });
  return {
    sheets: [
      sheet('Cash Summary', 'How much money was received and given back, by method?', [
        cashTable(sums),
        ...notCashTable(allocated, request),
      ]),
      sheet('Provider Summary', 'What are the services worth that were credited, by provider?', [
        providerTable(sums, request),
        ...notCreditedTable(made, request),
      ]),
      sheet(
        'Category Summary',
        'What are the services worth, and what lies between them and cash?',
        [categoryTable(sums), componentsTable(parts)],
      ),
      sheet('Sales Reconciliation', 'Why is the cash of each day not the value of its services?', [
        daysTable(days),
        ...writtenOffTable(left),
      ]),
    ],
    checks: salesChecks(allocated, request, { sums, days }),
    problems: [],
  };
}

export function salesChoices({ options, locations }: ReportRequest): SalesChoices {
  return { salesTax: options['sales-tax'] === 'included' ? 'included' : 'separate', locations };
}
