/** The order of payments: date and time, then Payment ID, then sheet row. */
import { textAt } from '../core/column';
import { byId } from '../core/order';
import type { TableOf } from './tables';

export function byPaymentOrder(payments: TableOf<'Payments'>): (a: number, b: number) => number {
  return (a, b) =>
    payments.date[a]! - payments.date[b]! ||
    byId(textAt(payments.id, a), textAt(payments.id, b)) ||
    payments.source[a]! - payments.source[b]! ||
    payments.sheetRow[a]! - payments.sheetRow[b]!;
}
