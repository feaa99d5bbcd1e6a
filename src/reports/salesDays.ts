/** Sales Reconciliation by day, and what Account Adjustments and the receivable are made of. */
import { startOfDay } from '../core/day';
import {
  type AccountAdjustments,
  type AdjustmentName,
  adjustmentNames,
} from '../engine/accountAdjustments';
import type { SaleDays } from '../engine/saleBalances';
import type { WrittenOff } from '../engine/saleWriteOffs';
import { cents, count, text, type SheetTable, type Value } from './sheet';

/** One row for every day; the last three columns are balances, which nobody adds up (S-10). */
export function daysTable(days: SaleDays): SheetTable {
  const adjustments = days.cash.map((cash, day) => cash - days.services[day]! - days.tax[day]!);
  const sum = (column: Float64Array): number => column.reduce((all, one) => all + one, 0);
  const flows = [days.cash, days.services, days.tax, adjustments];
  const balances = [days.cumulative, days.clientCredits, days.receivable];
  return {
    title: 'Sales Reconciliation',
    columns: [
      { head: 'Date', type: 'day' },
      cents('Cash'),
      cents('Services'),
      cents('Sales Tax'),
      cents('Account Adjustments'),
      cents('Cumulative'),
      cents('Client Credits'),
      cents('Receivable'),
    ],
    rows: Array.from(days.cash, (_, day): Value[] => [
      startOfDay(days.firstDay + day),
      ...[...flows, ...balances].map((column) => column[day]!),
    ]),
    total: ['Total', ...flows.map(sum), null, null, null],
  };
}

/** The components of Account Adjustments in words. */
export const componentWords: Readonly<Record<AdjustmentName, string>> = {
  unpaid: 'Unpaid part of the services credited, less returns taken off it',
  later: 'Later payments on services credited before',
  received: 'Deposits and overpayments received',
  used: 'Credit used, less credit put back on account',
  kept: 'Returned services kept as credit',
  refunded: 'Credit and deposits refunded',
};

/** The components of Account Adjustments (S-9). */
export function componentsTable(parts: AccountAdjustments): SheetTable {
  return {
    title: 'What Account Adjustments is made of',
    columns: [text('Line'), count('Rows'), cents('Amount')],
    rows: adjustmentNames.map((name) => [
      componentWords[name],
      parts[name].rows,
      parts[name].cents,
    ]),
    total: [
      'Account Adjustments',
      null,
      adjustmentNames.reduce((sum, name) => sum + parts[name].cents, 0),
    ],
  };
}

/** Adjustments are no money: what they wrote off stays in the receivable and is told here (S-10). */
export function writtenOffTable({ cents: amount, sales }: WrittenOff): SheetTable[] {
  if (sales === 0) return [];
  return [
    {
      title: 'In the receivable at the end of the period',
      columns: [text('Line'), count('Invoices'), cents('Amount')],
      rows: [['Written off by adjustments, and so never to be paid', sales, amount]],
    },
  ];
}
