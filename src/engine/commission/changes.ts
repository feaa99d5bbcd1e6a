/**
 * What has changed in a closed period: what its lines are now against what was paid, each difference with
 * its cause (C20, INV-29, INV-30).
 */
import { at } from '../../core/assert';
import { NONE } from '../../core/brand';
import type { Steps } from '../../core/steps';
import type { ClosedPeriod, ComputedBy, PaidFor, PaidLine } from '../../ledger/closedPeriod';
import type { Ledger } from '../../ledger/ledger';
import { chargesColumns, invoicesColumns } from '../../ledger/kinds';
import { bases, type Basis } from '../../ledger/planKinds';
import { type SourceKind, sourceKinds } from './baseLines';
import { paidKey, type PaidNow } from './paidNow';
import type { RowDigests } from './rowDigests';

/**
 * `moved`: the row is as it was, and its pay differs because of the other changes: money that they put on
 * other lines, tiers, cents of rounding, guarantees.
 */
export const causes = [
  'late',
  'gone',
  'voided',
  'reassigned',
  'edited',
  'plan',
  'options',
  'version',
  'moved',
] as const;
export type Cause = (typeof causes)[number];

export interface Subject {
  readonly kind: SourceKind | '';
  readonly id: string;
  readonly row: number;
}

/** A line that pays something else than it did. */
export interface Change {
  /** Name of the closed period. */
  readonly about: string;
  readonly provider: string;
  readonly basis: Basis;
  readonly kind: SourceKind | '';
  readonly id: string;
  readonly charge: string;
  readonly paidFor: PaidFor;
  readonly cause: Cause;
  /** The row that was changed: its kind, id and first row; the row is NONE where it is gone. */
  readonly subject: Subject;
  /** Of a reassigned row: who else it is about. */
  readonly other: string;
  readonly base: number;
  readonly before: number;
  readonly after: number;
  readonly rowDigest: string;
  readonly chargeDigest: string;
}

export interface ChangesOf {
  readonly ledger: Ledger;
  readonly digests: RowDigests;
  /** What the figures come from now. */
  readonly by: ComputedBy;
}

interface Pair {
  readonly of: Pick<Change, 'provider' | 'basis' | 'kind' | 'id' | 'charge' | 'paidFor'>;
  before: number;
  after: number;
  base: number;
  /** Digests as they were paid, the latest ones; undefined where nothing was paid for it. */
  paid: Pick<PaidLine, 'rowDigest' | 'chargeDigest'> | undefined;
}

/** The differences of one closed period, in the order in which the lines stood; `paid` is all that was paid about it. */
export function* changesOf(
  of: ChangesOf,
  closed: ClosedPeriod,
  { paid, now }: { readonly paid: readonly PaidLine[]; readonly now: readonly PaidNow[] },
): Steps<Change[]> {
  const pairs = yield* pairsOf(of.ledger, paid, now);
  const differing = [...pairs.values()].filter(({ before, after }) => before !== after);
  if (differing.length === 0) return [];
  yield;
  const causeOf = causeFinder(of, closed, [...pairs.values()]);
  const changes: Change[] = [];
  for (const [place, pair] of differing.entries()) {
    if (place % 1_000 === 999) yield;
    const { kind, id, charge } = pair.of;
    changes.push({
      about: closed.name,
      ...pair.of,
      ...causeOf(pair),
      base: pair.base,
      before: pair.before,
      after: pair.after,
      rowDigest: kind === '' ? '' : of.digests.of(kind, id),
      chargeDigest: charge === '' ? '' : of.digests.of('Charges', charge),
    });
  }
  return changes;
}

function* pairsOf(
  { providers }: Ledger,
  paid: readonly PaidLine[],
  now: readonly PaidNow[],
): Steps<Map<string, Pair>> {
  const pairs = new Map<string, Pair>();
  const pairOf = (of: Pair['of']): Pair => {
    const key = paidKey({ ...of, table: of.kind });
    const pair = pairs.get(key) ?? { of, before: 0, after: 0, base: 0, paid: undefined };
    pairs.set(key, pair);
    return pair;
  };
  for (const [place, line] of paid.entries()) {
    if (place % 5_000 === 4_999) yield;
    const { provider, basis, id, charge, paidFor, rowDigest, chargeDigest } = line;
    const kind = sourceKinds.find((one) => one === line.table) ?? '';
    const pair = pairOf({ provider, basis, kind, id, charge, paidFor });
    pair.before += line.cents;
    pair.base -= line.base;
    pair.paid = { rowDigest, chargeDigest };
  }
  for (const [place, line] of now.entries()) {
    if (place % 5_000 === 4_999) yield;
    const { kind, id, charge, paidFor } = line;
    const provider = at(providers.names, line.provider);
    const pair = pairOf({ provider, basis: at(bases, line.basis), kind, id, charge, paidFor });
    pair.after += line.cents;
    pair.base += line.base;
  }
  return pairs;
}

/** Who was paid for a row and its charge, and who is now. */
interface Payees {
  readonly before: Set<string>;
  readonly after: Set<string>;
}

/** What the lines of a period tell about the rows they came from. */
interface RowsThen {
  payeesOf(of: Pair['of']): Payees;
  /** The digest of a row when it was paid for; undefined for a row that was not. */
  digestOf(kind: SourceKind, id: string): string | undefined;
}

function rowsThen(pairs: readonly Pair[]): RowsThen {
  const keyOf = ({ basis, kind, id, charge }: Pair['of']): string =>
    JSON.stringify([basis, kind, id, charge]);
  const payees = new Map<string, Payees>();
  const digests = new Map<string, string>();
  const payeesOf = (of: Pair['of']): Payees => {
    const known = payees.get(keyOf(of)) ?? { before: new Set(), after: new Set() };
    payees.set(keyOf(of), known);
    return known;
  };
  for (const { of, before, after, paid } of pairs) {
    const known = payeesOf(of);
    if (before !== 0) known.before.add(of.provider);
    if (after !== 0) known.after.add(of.provider);
    if (paid === undefined) continue;
    digests.set(`${of.kind} ${of.id}`, paid.rowDigest);
    if (of.charge !== '') digests.set(`Charges ${of.charge}`, paid.chargeDigest);
  }
  return { payeesOf, digestOf: (kind, id) => digests.get(`${kind} ${id}`) };
}

function causeFinder(
  { ledger, digests, by }: ChangesOf,
  closed: ClosedPeriod,
  pairs: readonly Pair[],
): (pair: Pair) => Pick<Change, 'cause' | 'subject' | 'other'> {
  const then = rowsThen(pairs);
  const isVoid = voidedRows(ledger, digests);
  const general = generalCause(closed.by, by) ?? 'moved';
  const subjectOf = (kind: SourceKind, id: string): Subject => {
    const [row = NONE] = digests.rows(kind, id);
    return { kind, id, row };
  };
  /** A row that was not paid for in this period has not changed: it is new, or the same. */
  const isChanged = (kind: SourceKind, id: string): boolean => {
    const digest = then.digestOf(kind, id);
    return digest !== undefined && digest !== digests.of(kind, id);
  };
  return ({ of }) => {
    const { kind, id, charge } = of;
    if (kind === '') return { cause: general, subject: noSubject, other: '' };
    const rows: readonly (readonly [SourceKind, string])[] =
      charge === ''
        ? [[kind, id]]
        : [
            [kind, id],
            ['Charges', charge],
          ];
    const found = (
      cause: Cause,
      is: (kind: SourceKind, id: string) => boolean,
    ): { cause: Cause; subject: Subject } | undefined => {
      const hit = rows.find(([one, own]) => is(one, own));
      return hit === undefined ? undefined : { cause, subject: subjectOf(...hit) };
    };
    const isLate = (one: SourceKind, own: string): boolean =>
      one === kind && own === id && then.digestOf(one, own) === undefined;
    const told =
      found('gone', (one, own) => digests.of(one, own) === '') ??
      found('late', isLate) ??
      found('voided', isVoid) ??
      found('edited', isChanged);
    if (told === undefined) return { cause: general, subject: subjectOf(kind, id), other: '' };
    if (told.cause !== 'edited') return { ...told, other: '' };
    const { before, after } = then.payeesOf(of);
    const isGivenAway = [...before].some((one) => !after.has(one));
    const other = [...before, ...after].find((one) => one !== of.provider);
    if (!isGivenAway || other === undefined) return { ...told, other: '' };
    return { cause: 'reassigned', subject: told.subject, other };
  };
}

const noSubject: Subject = { kind: '', id: '', row: NONE };

/** What lies behind every line at once, where it has changed. */
function generalCause(then: ComputedBy, now: ComputedBy): Cause | undefined {
  if (then.plans !== now.plans) return 'plan';
  if (then.options !== now.options) return 'options';
  return then.version === now.version ? undefined : 'version';
}

/** Rows that do not count any more: voided by a column, by a Void row, or with their invoice. */
function voidedRows(
  ledger: Ledger,
  digests: RowDigests,
): (kind: SourceKind, id: string) => boolean {
  const { charges, invoices, chargeInvoice, paid } = ledger;
  const voidedCharge = chargesColumns.status.choices.indexOf('Voided');
  const voidedInvoice = invoicesColumns.status.choices.indexOf('Voided');
  const isInvoiceVoid = (invoice: number): boolean =>
    invoice >= 0 && invoices.status[invoice]! === voidedInvoice;
  const isRowVoid = (kind: SourceKind, row: number): boolean => {
    switch (kind) {
      case 'Payments':
        return paid.counts[row]! === 0;
      case 'Charges':
        return charges.status[row]! === voidedCharge || isInvoiceVoid(chargeInvoice[row]!);
      case 'Invoices':
        return isInvoiceVoid(row);
      case 'Claim Lines':
      case 'Adjustments':
        return false;
    }
  };
  return (kind, id) => {
    const rows = digests.rows(kind, id);
    return rows.length > 0 && rows.every((row) => isRowVoid(kind, row));
  };
}
