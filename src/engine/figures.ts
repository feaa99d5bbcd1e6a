/** The figures that custom functions look up: indexed once per ledger version. */
import type { Period } from '../core/period';
import type { Steps } from '../core/steps';
import type { AllocatedLedger } from './allocateLedger';
import { netCollection } from './netCollection';
import { type SumIndex, sumIndex } from './sumIndex';
import { tagCombinations } from './tags';
import type { NegativeLines } from './waterfall';

export interface Figures {
  /** Providers that can be asked for, by name; places in the ledger's names. */
  readonly providers: ReadonlyMap<string, number>;
  /** Hidden on reports: they cannot be asked for (P25). */
  readonly hidden: ReadonlySet<string>;
  /** Tag combinations by name, as the Provider Invoice Tag Summary writes them. */
  readonly tags: ReadonlyMap<string, number>;
  /** Cents collected on lines; with a tag the commissionable ones, as in the tag summary (I-23). */
  collectedInvoicing(of: FigureKey, period: Period): number;
  netCollection(of: Omit<FigureKey, 'tag'>, period: Period): number;
}

/** Undefined: all of them. */
export interface FigureKey {
  readonly provider: number | undefined;
  readonly tag: number | undefined;
}

/** Indexes an allocated ledger. */
export function* figuresOf(
  allocated: AllocatedLedger,
  negativeLines: NegativeLines,
): Steps<Figures> {
  const { providers } = allocated.ledger;
  const tags = tagCombinations(allocated.ledger.charges.invoiceTag);
  yield;
  const lines = lineIndexes(allocated, tags.ofCharge, tags.names.length);
  yield;
  const pieces = yield* netCollection(allocated, negativeLines);
  const net = providerIndex(pieces.provider, providers.names.length, pieces);
  return {
    providers: new Map(providers.names.map((name, place) => [name, place])),
    hidden: providers.hidden,
    tags: new Map(tags.names.map((name, place) => [name, place])),
    collectedInvoicing: ({ provider, tag }, period) =>
      tag === undefined ? lines.total(provider, period) : lines.eligible(provider, tag, period),
    netCollection: ({ provider }, period) => net(provider, period),
  };
}

type ProviderIndex = (provider: number | undefined, period: Period) => number;

/** Sums by provider, and over all of them. */
function providerIndex(
  provider: Int32Array,
  providers: number,
  of: { readonly moment: Float64Array; readonly cents: Float64Array },
): ProviderIndex {
  const one = sumIndex(provider, providers, of);
  const all = sumIndex(new Int32Array(provider.length), 1, of);
  return (place, period) => (place === undefined ? all(0, period) : one(place, period));
}

function lineIndexes(
  { ledger, allocation }: AllocatedLedger,
  tagOfCharge: Int32Array,
  tags: number,
): {
  readonly total: ProviderIndex;
  readonly eligible: (provider: number | undefined, tag: number, period: Period) => number;
} {
  const { providers, charges } = ledger;
  const lines = rowsOfLines(allocation.charge);
  const moment = pick(allocation.effective, lines);
  const cents = pick(allocation.cents, lines);
  const provider = lines.map((row) => providers.ofCharge[allocation.charge[row]!]!);
  const tag = lines.map((row) => tagOfCharge[allocation.charge[row]!]!);
  const isEligible = lines.map((row) => charges.commissionable[allocation.charge[row]!]!);
  const byTag: SumIndex = sumIndex(
    tag.map((one, row) => (isEligible[row]! === 1 ? one : -1)),
    tags,
    { moment, cents },
  );
  const byBoth: SumIndex = sumIndex(
    tag.map((one, row) => (isEligible[row]! === 1 ? provider[row]! * tags + one : -1)),
    providers.names.length * tags,
    { moment, cents },
  );
  return {
    total: providerIndex(provider, providers.names.length, { moment, cents }),
    eligible: (place, one, period) =>
      place === undefined ? byTag(one, period) : byBoth(place * tags + one, period),
  };
}

function rowsOfLines(charge: Int32Array): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < charge.length; row++) if (charge[row]! >= 0) rows.push(row);
  return Int32Array.from(rows);
}

function pick(column: Float64Array, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, (row) => column[row]!);
}
