/**
 * Entries of the accounts: each place where money can stand or is owed, for one provider, patient and
 * location (A10). A charge has an entry of its own and one for each other provider whose money or
 * adjustment is on it.
 */
import { NONE } from '../../core/brand';
import {
  type GrowingColumn,
  growingFloats,
  growingInts,
  textPool,
  type TextPool,
} from '../../core/column';

/** A pool is money on no charge: unallocated, or unearned of a type. A claim is money paid as one total. */
export const entryKinds = ['charge', 'adjustment', 'pool', 'claim'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** In place of an Unearned Type: money on a pool that is not unearned but unallocated. */
export const UNALLOCATED_TYPE = 0;

export interface EntryKey {
  readonly kind: EntryKind;
  /** Row of Charges or Adjustments, or the place of a claim; NONE for a pool. */
  readonly row: number;
  readonly family: number;
  /** Place in the ledger's provider names. */
  readonly provider: number;
  /** Codes in `patients`, `locations` and `types`; 0 is blank. */
  readonly patient: number;
  readonly location: number;
  readonly type: number;
}

/** Columns of whole cents, by entry. */
export type EntryCents = 'production' | 'insurance' | 'estimate' | 'money';

export interface Entries {
  length(): number;
  keyOf(entry: number): EntryKey;
  kindOf(entry: number): EntryKind;
  rowOf(entry: number): number;
  familyOf(entry: number): number;
  /** True where an entry is of a provider, patient and location; 0 leaves the last two open. */
  isOf(entry: number, provider: number, patient: number, location: number): boolean;
  /** The entry of a key, made where there is none. */
  of(key: EntryKey): number;
  /** Makes the entry of a charge for its own provider, patient and location. */
  addCharge(key: EntryKey): number;
  /** The entry of a charge for its own provider, patient and location; NONE where it takes no part. */
  ofCharge(charge: number): number;
  cents(column: EntryCents, entry: number): number;
  add(column: EntryCents, entry: number, cents: number): void;
  /** The first payments row on it in the order of payments; NONE where there is none. */
  firstRow(entry: number): number;
  /** How many payments rows are on it. */
  rowCount(entry: number): number;
  /** Counts a payments row as one of the entry. */
  see(entry: number, row: number): void;
  readonly patients: TextPool;
  readonly locations: TextPool;
  readonly types: TextPool;
}

/** An empty book; `byPayment` is the order of payments rows. */
export function entryBook(charges: number, byPayment: (a: number, b: number) => number): Entries {
  const columns = entryColumns();
  const { keys, cents, first, count } = columns;
  const main = new Int32Array(charges).fill(NONE);
  const others = new Map<string, number>();
  const isMain = (entry: number, key: EntryKey): boolean =>
    keys.provider.get(entry) === key.provider &&
    keys.patient.get(entry) === key.patient &&
    keys.location.get(entry) === key.location;
  const isOf: Entries['isOf'] = (entry, provider, patient, location) =>
    keys.provider.get(entry) === provider &&
    (patient === 0 || keys.patient.get(entry) === patient) &&
    (location === 0 || keys.location.get(entry) === location);
  const kindOf = (entry: number): EntryKind => entryKinds[keys.kind.get(entry)] ?? 'pool';
  return {
    length: () => first.length,
    kindOf,
    rowOf: (entry) => keys.row.get(entry),
    familyOf: (entry) => keys.family.get(entry),
    isOf,
    keyOf: (entry) => ({
      kind: kindOf(entry),
      row: keys.row.get(entry),
      family: keys.family.get(entry),
      provider: keys.provider.get(entry),
      patient: keys.patient.get(entry),
      location: keys.location.get(entry),
      type: keys.type.get(entry),
    }),
    ofCharge: (charge) => main[charge]!,
    of(key) {
      const own = key.kind === 'charge' ? main[key.row]! : NONE;
      if (own !== NONE && isMain(own, key)) return own;
      const known = others.get(textOf(key));
      if (known !== undefined) return known;
      const made = columns.make(key);
      others.set(textOf(key), made);
      return made;
    },
    addCharge(key) {
      main[key.row] = columns.make(key);
      return main[key.row]!;
    },
    cents: (column, entry) => cents[column].get(entry),
    add(column, entry, amount) {
      cents[column].set(entry, cents[column].get(entry) + amount);
    },
    firstRow: (entry) => first.get(entry),
    rowCount: (entry) => count.get(entry),
    see(entry, row) {
      const known = first.get(entry);
      if (known === NONE || byPayment(row, known) < 0) first.set(entry, row);
      count.set(entry, count.get(entry) + 1);
    },
    patients: textPool(),
    locations: textPool(),
    types: textPool(),
  };
}

interface EntryColumns {
  readonly keys: Record<keyof EntryKey, GrowingColumn<Int32Array>>;
  readonly cents: Record<EntryCents, GrowingColumn<Float64Array>>;
  /** The first payments row and how many there are. */
  readonly first: GrowingColumn<Int32Array>;
  readonly count: GrowingColumn<Int32Array>;
  make(key: EntryKey): number;
}

function entryColumns(): EntryColumns {
  const keys = {
    kind: growingInts(),
    row: growingInts(),
    family: growingInts(),
    provider: growingInts(),
    patient: growingInts(),
    location: growingInts(),
    type: growingInts(),
  };
  const cents = {
    production: growingFloats(),
    insurance: growingFloats(),
    estimate: growingFloats(),
    money: growingFloats(),
  };
  const [first, count] = [growingInts(), growingInts()];
  return {
    keys,
    cents,
    first,
    count,
    make(key) {
      keys.kind.push(entryKinds.indexOf(key.kind));
      keys.row.push(key.row);
      keys.family.push(key.family);
      keys.provider.push(key.provider);
      keys.patient.push(key.patient);
      keys.location.push(key.location);
      keys.type.push(key.type);
      first.push(NONE);
      count.push(0);
      for (const column of Object.values(cents)) column.push(0);
      return first.length - 1;
    },
  };
}

function textOf({ kind, row, family, provider, patient, location, type }: EntryKey): string {
  return `${kind} ${row} ${family} ${provider} ${patient} ${location} ${type}`;
}

/** What is still owed on an entry, insurance that is only estimated taken off (A12); below 0: nothing is. */
export function openCents(entries: Entries, entry: number): number {
  return -overCents(entries, entry) - entries.cents('estimate', entry);
}

/** Money above what the entry is worth, by what was really paid (P42); below 0 where there is none. */
export function overCents(entries: Entries, entry: number): number {
  return (
    entries.cents('money', entry) +
    entries.cents('insurance', entry) -
    entries.cents('production', entry)
  );
}
