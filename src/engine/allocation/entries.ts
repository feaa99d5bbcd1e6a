/**
 * Entries of the accounts: each place where money can stand or is owed, for one provider, patient and
 * location (A10). A charge has an entry of its own and one for each other provider whose money or
 * adjustment is on it.
 */
import { NONE } from '../../core/brand';
import { at } from '../../core/assert';
import { textPool, type TextPool } from '../../core/column';

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
  /** The same entries, to be changed without changing these. */
  copy(): Entries;
}

/** An empty book; `byPayment` is the order of payments rows. */
export function entryBook(charges: number, byPayment: (a: number, b: number) => number): Entries {
  return entriesOf({
    table: emptyTable(),
    main: new Int32Array(charges).fill(NONE),
    others: new Map(),
    byPayment,
    pools: { patients: textPool(), locations: textPool(), types: textPool() },
  });
}

interface EntryState {
  readonly table: EntryTable;
  readonly main: Int32Array;
  readonly others: Map<string, number>;
  readonly byPayment: (a: number, b: number) => number;
  readonly pools: Pick<Entries, 'patients' | 'locations' | 'types'>;
}

function entriesOf(state: EntryState): Entries {
  const { table, main, others, byPayment, pools } = state;
  const isOf: Entries['isOf'] = (entry, provider, patient, location) =>
    table.provider[entry] === provider &&
    (patient === 0 || table.patient[entry] === patient) &&
    (location === 0 || table.location[entry] === location);
  const isMain = (entry: number, { provider, patient, location }: EntryKey): boolean =>
    table.provider[entry] === provider &&
    table.patient[entry] === patient &&
    table.location[entry] === location;
  const kindOf = (entry: number): EntryKind => at(entryKinds, table.kind[entry]!);
  return {
    length: () => table.length,
    kindOf,
    rowOf: (entry) => table.row[entry]!,
    familyOf: (entry) => table.family[entry]!,
    isOf,
    keyOf: (entry) => ({
      kind: kindOf(entry),
      row: table.row[entry]!,
      family: table.family[entry]!,
      provider: table.provider[entry]!,
      patient: table.patient[entry]!,
      location: table.location[entry]!,
      type: table.type[entry]!,
    }),
    ofCharge: (charge) => main[charge]!,
    of(key) {
      const own = key.kind === 'charge' ? main[key.row]! : NONE;
      if (own !== NONE && isMain(own, key)) return own;
      const known = others.get(textOf(key));
      if (known !== undefined) return known;
      const made = addEntry(table, key);
      others.set(textOf(key), made);
      return made;
    },
    addCharge(key) {
      main[key.row] = addEntry(table, key);
      return main[key.row]!;
    },
    cents: (column, entry) => table[column][entry]!,
    add(column, entry, amount) {
      table[column][entry] = table[column][entry]! + amount;
    },
    firstRow: (entry) => table.first[entry]!,
    rowCount: (entry) => table.count[entry]!,
    see(entry, row) {
      const known = table.first[entry]!;
      if (known === NONE || byPayment(row, known) < 0) table.first[entry] = row;
      table.count[entry] = table.count[entry]! + 1;
    },
    ...pools,
    // Texts only join the pools, so that both may use them.
    copy: () => entriesOf({ ...state, table: copyOf(table), others: new Map(others) }),
  };
}

/** Columns by entry, of which the first `length` are filled. */
interface EntryTable extends Record<EntryCents, Float64Array> {
  length: number;
  kind: Uint8Array;
  row: Int32Array;
  family: Int32Array;
  provider: Int32Array;
  patient: Int32Array;
  location: Int32Array;
  type: Int32Array;
  /** The first payments row and how many there are. */
  first: Int32Array;
  count: Int32Array;
}

const integers = [
  'row',
  'family',
  'provider',
  'patient',
  'location',
  'type',
  'first',
  'count',
] as const;
const amounts = ['production', 'insurance', 'estimate', 'money'] as const;

function emptyTable(): EntryTable {
  const ints = integers.map((name) => [name, new Int32Array(FIRST_CAPACITY)]);
  const cents = amounts.map((name) => [name, new Float64Array(FIRST_CAPACITY)]);
  const columns: unknown = Object.fromEntries([...ints, ...cents]);
  const made = columns as Omit<EntryTable, 'length' | 'kind'>;
  return { ...made, length: 0, kind: new Uint8Array(FIRST_CAPACITY) };
}

const FIRST_CAPACITY = 64;

function copyOf(table: EntryTable): EntryTable {
  const copy = { ...table, kind: table.kind.slice() };
  for (const name of integers) copy[name] = table[name].slice();
  for (const name of amounts) copy[name] = table[name].slice();
  return copy;
}

function addEntry(table: EntryTable, key: EntryKey): number {
  const entry = table.length++;
  if (entry === table.kind.length) widen(table);
  table.kind[entry] = entryKinds.indexOf(key.kind);
  table.row[entry] = key.row;
  table.family[entry] = key.family;
  table.provider[entry] = key.provider;
  table.patient[entry] = key.patient;
  table.location[entry] = key.location;
  table.type[entry] = key.type;
  table.first[entry] = NONE;
  return entry;
}

function widen(table: EntryTable): void {
  const capacity = 2 * table.kind.length;
  const ints = (column: Int32Array): Int32Array => {
    const wider = new Int32Array(capacity);
    wider.set(column);
    return wider;
  };
  const cents = (column: Float64Array): Float64Array => {
    const wider = new Float64Array(capacity);
    wider.set(column);
    return wider;
  };
  const kind = new Uint8Array(capacity);
  kind.set(table.kind);
  table.kind = kind;
  for (const name of integers) table[name] = ints(table[name]);
  for (const name of amounts) table[name] = cents(table[name]);
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
