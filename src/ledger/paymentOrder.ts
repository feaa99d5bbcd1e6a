/** The order of payments: date and time, then Payment ID, then sheet row. */
import { at } from '../core/assert';
import { textAt } from '../core/column';
import { byId } from '../core/order';
import type { TableOf } from './tables';

export function byPaymentOrder(payments: TableOf<'Payments'>): (a: number, b: number) => number {
  return (a, b) =>
    at(payments.date, a) - at(payments.date, b) ||
    byId(textAt(payments.id, a), textAt(payments.id, b)) ||
    at(payments.source, a) - at(payments.source, b) ||
    at(payments.sheetRow, a) - at(payments.sheetRow, b);
}
