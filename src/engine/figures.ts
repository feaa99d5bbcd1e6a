/** The figures that custom functions look up: indexed once per ledger version. */
import type { Period } from '../core/period';
import type { Steps } from '../core/steps';
import type { AllocatedLedger } from './allocateLedger';
import { byProviderRefusal, netCollection } from './netCollection';
import { type MomentRows, momentRows, type SumIndex, sumIndex } from './sumIndex';
import type { ProviderNames } from '../ledger/providerNames';
import { tagCombinations } from './tags';
import type { NegativeLines } from './waterfall';

export interface Figures {
  /** Providers that can be asked for, by name; places in the ledger's names. */
  readonly providers: ReadonlyMap<string, number>;
  /** Places of those hidden on reports: they cannot be asked for (P25). */
  readonly hidden: ReadonlySet<number>;
  /** Tag combinations by name, as the Provider Invoice Tag Summary writes them. */
  readonly tags: ReadonlyMap<string, number>;
  /** Cents collected on lines; with a tag the commissionable ones, as in the tag summary (I-23). */
  collectedInvoicing(of: FigureKey, period: Period): number;
  netCollection(of: Omit<FigureKey, 'tag'>, period: Period): number;
  /** Why there is no net collection by provider; empty where there is. */
  readonly netByProviderRefusal: string;
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
  const lines = yield* lineIndexes(allocated, tags.ofCharge, tags.names.length);
  yield;
  const pieces = yield* netCollection(allocated, negativeLines);
  yield;
  const money = momentRows(pieces.moment, pieces.cents);
  yield;
  const net = providerIndex(pieces.provider, providers.names.length, money);
  return {
    providers: placesByName(providers),
    hidden: new Set(
      providers.names.flatMap((name, place) => (providers.hidden.has(name) ? [place] : [])),
    ),
    netByProviderRefusal: byProviderRefusal(allocated.ledger),
    tags: new Map(tags.names.map((name, place) => [name, place])),
    collectedInvoicing: ({ provider, tag }, period) =>
      tag === undefined ? lines.total(provider, period) : lines.eligible(provider, tag, period),
    netCollection: ({ provider }, period) => net(provider, period),
  };
}

/** Every name by which a provider may be asked for: as shown, and as aliases of the Providers table. */
function placesByName({ names, aliases }: ProviderNames): Map<string, number> {
  const places = new Map(names.map((name, place) => [name, place]));
  for (const [alias, shown] of aliases) {
    const place = places.get(shown);
    if (place !== undefined && !places.has(alias)) places.set(alias, place);
  }
  return places;
}

type ProviderIndex = (provider: number | undefined, period: Period) => number;

/** Sums by provider, and over all of them. */
function providerIndex(provider: Int32Array, providers: number, of: MomentRows): ProviderIndex {
  const one = sumIndex(provider, providers, of);
  const all = sumIndex(new Int32Array(provider.length), 1, of);
  return (place, period) => (place === undefined ? all(0, period) : one(place, period));
}

interface LineIndexes {
  readonly total: ProviderIndex;
  readonly eligible: (provider: number | undefined, tag: number, period: Period) => number;
}

function* lineIndexes(
  { ledger, allocation }: AllocatedLedger,
  tagOfCharge: Int32Array,
  tags: number,
): Steps<LineIndexes> {
  const { providers, charges } = ledger;
  const lines = rowsOfLines(allocation.charge);
  const charge = lines.map((row) => allocation.charge[row]!);
  yield;
  const money = momentRows(pick(allocation.effective, lines), pick(allocation.cents, lines));
  yield;
  const provider = charge.map((one) => providers.ofCharge[one]!);
  const total = providerIndex(provider, providers.names.length, money);
  yield;
  // An exempt line is in no sum by tag.
  const tag = charge.map((one) => (charges.commissionable[one]! === 1 ? tagOfCharge[one]! : -1));
  const byTag: SumIndex = sumIndex(tag, tags, money);
  yield;
  const both = tag.map((one, row) => (one < 0 ? -1 : provider[row]! * tags + one));
  const byBoth: SumIndex = sumIndex(both, providers.names.length * tags, money);
  return {
    total,
    eligible: (place, one, period) =>
      place === undefined ? byTag(one, period) : byBoth(place * tags + one, period),
  };
}

function rowsOfLines(charge: Int32Array): Int32Array {
  const rows = new Int32Array(charge.length);
  let count = 0;
  for (let row = 0; row < charge.length; row++) if (charge[row]! >= 0) rows[count++] = row;
  return rows.subarray(0, count);
}

function pick(column: Float64Array, rows: Int32Array): Float64Array {
  const picked = new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place++) picked[place] = column[rows[place]!]!;
  return picked;
}
