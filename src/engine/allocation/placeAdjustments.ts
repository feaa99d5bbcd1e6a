/**
 * Adjustments: on the charge they name (A14), over the lines of the claim or invoice they name, else
 * entries of their own. What a Type Map counts as money is money with the opposite sign (R12).
 */
import { NONE } from '../../core/brand';
import { rowsOfText, textAt } from '../../core/column';
import type { Steps } from '../../core/steps';
import { adjustmentBuckets } from '../adjustmentPostings';
import type { AllocatedLedger } from '../allocateLedger';
import { chargeNamed } from '../chargeNamed';
import { claimWeights } from '../claimWeights';
import { spread } from '../spread';
import type { AccountParts } from './parts';
import { UNALLOCATED_TYPE } from './entries';

/** What a payments row finds that names an adjustment. */
export interface AdjustmentPlace {
  /** Row of Adjustments. */
  readonly row: number;
  /** The charge it is on; NONE where it is an entry of its own, or where it takes no part. */
  readonly charge: number;
  readonly takesPart: boolean;
}

/** By Adjustment ID; an id that stands twice names none that can be told. */
export type AdjustmentLookup = (id: string) => AdjustmentPlace | undefined;

export function* placeAdjustments(parts: AccountParts): Steps<AdjustmentLookup> {
  const { ledger } = parts.allocated;
  const { Adjustments: rows } = ledger.tables;
  const buckets = adjustmentBuckets(ledger);
  const target = targetReader(parts.allocated);
  const rowsOfId = rowsOfText(rows.id);
  const found = new Map<string, AdjustmentPlace>();
  for (let row = 0; row < rows.length; row++) {
    if (row % 5_000 === 4_999) yield;
    const { charges, isKnown } = target(row);
    const bucket = buckets.bucketOf(row);
    const counts = bucket !== 'excluded' && rows.date[row]! <= parts.asOf;
    const standing = charges.filter((charge) => parts.worth.takesPart[charge]! === 1);
    const isOwn = isKnown && charges.length === 0;
    // A split names one adjustment: an id that stands twice names none that can be told.
    const isOne = rowsOfId[rows.id.codes[row]!]! === 1;
    const isReached = isOwn
      ? isOne && parts.families.ofAdjustment[row]! !== NONE
      : standing.length > 0;
    const takesPart = counts && isReached;
    if (isOne) found.set(textAt(rows.id, row), { row, charge: standing[0] ?? NONE, takesPart });
    if (!takesPart) continue;
    const cents = buckets.centsOf(row);
    const isMoney = bucket === 'collection';
    if (isOwn) placeAlone(parts, row, { cents, isMoney });
    else placeOnCharges(parts, row, { cents, isMoney, standing, charges });
  }
  return (id) => found.get(id);
}

/** The charges an adjustment is on; none where it stands alone. Unknown: what it names is not there. */
function targetReader(
  allocated: AllocatedLedger,
): (row: number) => { readonly charges: readonly number[]; readonly isKnown: boolean } {
  const { ledger, lookup, book } = allocated;
  const { Adjustments: rows, Invoices: invoices } = ledger.tables;
  const named = chargeNamed(allocated);
  let invoiceOf: Map<string, number> | undefined;
  const ofNumber = (number: string): number => {
    invoiceOf ??= new Map(
      Array.from(invoices.sheetRow, (_, row) => [textAt(invoices.number, row), row] as const),
    );
    return invoiceOf.get(number) ?? NONE;
  };
  const of = (charges: readonly number[]): { charges: readonly number[]; isKnown: boolean } => ({
    charges,
    isKnown: charges.length > 0,
  });
  return (row) => {
    const id = textAt(rows.chargeId, row);
    const claim = textAt(rows.claimNumber, row);
    const number = textAt(rows.invoiceNumber, row);
    const invoice = number === '' ? NONE : ofNumber(number);
    if (id !== '') {
      const charge = named(id, { claim, invoice });
      return of(charge === NONE ? [] : [charge]);
    }
    if (claim !== '') return of(lookup.ofClaim(claim));
    if (number === '') return { charges: [], isKnown: true };
    const { starts, rows: lines } = book.lines;
    return of(invoice === NONE ? [] : [...lines.subarray(starts[invoice], starts[invoice + 1])]);
  };
}

interface Effect {
  readonly cents: number;
  readonly isMoney: boolean;
}

/** An entry of its own, or money that names nothing (R12). */
function placeAlone(
  { allocated, entries, families }: AccountParts,
  row: number,
  { cents, isMoney }: Effect,
): void {
  const { providers, tables } = allocated.ledger;
  const { Adjustments: rows } = tables;
  const entry = entries.of({
    kind: isMoney ? 'pool' : 'adjustment',
    row: isMoney ? NONE : row,
    family: families.ofAdjustment[row]!,
    provider: providers.ofAdjustment[row]!,
    patient: entries.patients.code(textAt(rows.patientId, row)),
    location: entries.locations.code(textAt(rows.location, row)),
    type: UNALLOCATED_TYPE,
  });
  if (isMoney) entries.add('money', entry, -cents);
  else entries.add('production', entry, cents);
}

/** Under its own provider, else that of the charge; over several charges by their fees. */
function placeOnCharges(
  { allocated, entries }: AccountParts,
  row: number,
  of: Effect & { readonly charges: readonly number[]; readonly standing: readonly number[] },
): void {
  const { providers, tables } = allocated.ledger;
  const hasProvider = tables.Adjustments.provider.codes[row]! !== 0;
  const { shares } = spread(of.cents, claimWeights(allocated.ledger)(of.charges));
  for (const [place, charge] of of.charges.entries()) {
    const cents = of.charges.length === 1 ? of.cents : shares[place]!;
    if (!of.standing.includes(charge) || cents === 0) continue;
    const main = entries.ofCharge(charge);
    const provider = hasProvider ? providers.ofAdjustment[row]! : entries.keyOf(main).provider;
    const entry = entries.of({ ...entries.keyOf(main), provider });
    if (of.isMoney) entries.add('money', entry, -cents);
    else entries.add('production', entry, cents);
  }
}
