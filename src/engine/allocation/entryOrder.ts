/** The order of entries (A11): day; then charges, adjustments and the rest; then time, id and row. */
import { NONE } from '../../core/brand';
import { dayOfMoment } from '../../core/day';
import { textAt } from '../../core/column';
import { byCodeUnit, byId } from '../../core/order';
import type { Ledger } from '../../ledger/ledger';
import { byPaymentOrder } from '../../ledger/paymentOrder';
import { byLineOrder } from '../invoiceBook';
import { type Entries, entryKinds, type EntryKey } from './entries';

export type EntryOrder = (a: number, b: number) => number;

/** When an entry came to be: what has no row of its own is of today, which is `asOf`. */
export function momentOf(
  { charges, payments, tables }: Ledger,
  entries: Entries,
  asOf: number,
): (entry: number) => number {
  return (entry) => {
    const { kind, row } = entries.keyOf(entry);
    const first = entries.firstRow(entry);
    if (kind === 'charge') return charges.service[row]!;
    if (kind === 'adjustment') return tables.Adjustments.date[row]!;
    return first === NONE ? asOf : payments.date[first]!;
  };
}

export function entryOrder(ledger: Ledger, entries: Entries, asOf: number): EntryOrder {
  const moment = momentOf(ledger, entries, asOf);
  const inLines = byLineOrder(ledger);
  const inPayments = byPaymentOrder(ledger.payments);
  const inAdjustments = byAdjustmentOrder(ledger);
  const whose = byWhose(entries);
  return (a, b) => {
    const [one, other] = [entries.keyOf(a), entries.keyOf(b)];
    const [from, to] = [moment(a), moment(b)];
    const byDay = dayOfMoment(from) - dayOfMoment(to);
    if (byDay !== 0) return byDay;
    const byKind = entryKinds.indexOf(one.kind) - entryKinds.indexOf(other.kind);
    if (byKind !== 0) return byKind;
    if (one.kind === 'charge') {
      const [mainOne, mainOther] = [
        entries.ofCharge(one.row) === a,
        entries.ofCharge(other.row) === b,
      ];
      return (
        inLines(one.row, other.row) || Number(mainOther) - Number(mainOne) || whose(one, other)
      );
    }
    if (one.kind === 'adjustment') return inAdjustments(one.row, other.row) || whose(one, other);
    const [first, second] = [entries.firstRow(a), entries.firstRow(b)];
    if (first === NONE || second === NONE)
      return Number(first === NONE) - Number(second === NONE) || whose(one, other);
    return inPayments(first, second) || whose(one, other);
  };
}

function byAdjustmentOrder({ tables }: Ledger): (a: number, b: number) => number {
  const { date, id, source, sheetRow } = tables.Adjustments;
  return (a, b) =>
    date[a]! - date[b]! ||
    byId(textAt(id, a), textAt(id, b)) ||
    source[a]! - source[b]! ||
    sheetRow[a]! - sheetRow[b]!;
}

/** By provider, patient, location and type: the codes follow the order of the rows, the texts do not. */
function byWhose({ patients, locations, types }: Entries): (a: EntryKey, b: EntryKey) => number {
  return (a, b) =>
    a.provider - b.provider ||
    byId(patients.texts[a.patient] ?? '', patients.texts[b.patient] ?? '') ||
    byCodeUnit(locations.texts[a.location] ?? '', locations.texts[b.location] ?? '') ||
    byCodeUnit(types.texts[a.type] ?? '', types.texts[b.type] ?? '');
}
