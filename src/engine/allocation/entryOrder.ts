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
    const kind = entries.kindOf(entry);
    if (kind === 'charge') return charges.service[entries.rowOf(entry)]!;
    if (kind === 'adjustment') return tables.Adjustments.date[entries.rowOf(entry)]!;
    const first = entries.firstRow(entry);
    return first === NONE ? asOf : payments.date[first]!;
  };
}

export function entryOrder(ledger: Ledger, entries: Entries, asOf: number): EntryOrder {
  const moment = momentOf(ledger, entries, asOf);
  const inLines = byLineOrder(ledger);
  const inPayments = byPaymentOrder(ledger.payments);
  const inAdjustments = byAdjustmentOrder(ledger);
  const isOwn = ownOfAdjustment(ledger, entries);
  const whose = byWhose(entries);
  const byWho = (a: number, b: number): number => whose(entries.keyOf(a), entries.keyOf(b));
  const inCharges = (a: number, b: number): number => {
    const [one, other] = [entries.rowOf(a), entries.rowOf(b)];
    if (one !== other) return inLines(one, other);
    return Number(entries.ofCharge(one) !== a) - Number(entries.ofCharge(one) !== b) || byWho(a, b);
  };
  const inPools = (a: number, b: number): number => {
    const [one, other] = [entries.firstRow(a), entries.firstRow(b)];
    if (one !== NONE && other !== NONE) return inPayments(one, other) || byWho(a, b);
    return Number(one === NONE) - Number(other === NONE) || byWho(a, b);
  };
  return (a, b) => {
    const byDay = dayOfMoment(moment(a)) - dayOfMoment(moment(b));
    if (byDay !== 0) return byDay;
    const [kind, other] = [entries.kindOf(a), entries.kindOf(b)];
    if (kind !== other) return entryKinds.indexOf(kind) - entryKinds.indexOf(other);
    if (kind === 'charge') return inCharges(a, b);
    if (kind === 'pool' || kind === 'claim') return inPools(a, b);
    return (
      inAdjustments(entries.rowOf(a), entries.rowOf(b)) ||
      Number(!isOwn(a)) - Number(!isOwn(b)) ||
      byWho(a, b)
    );
  };
}

/** True for the entry of an adjustment for its own provider, patient and location. */
function ownOfAdjustment(
  { tables, providers }: Ledger,
  entries: Entries,
): (entry: number) => boolean {
  const { Adjustments: adjustments } = tables;
  const { patients, locations } = entries;
  return (entry) => {
    const { row, provider, patient, location } = entries.keyOf(entry);
    return (
      provider === providers.ofAdjustment[row]! &&
      patients.texts[patient] === textAt(adjustments.patientId, row) &&
      locations.texts[location] === textAt(adjustments.location, row)
    );
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
