/** The figures that custom functions look up: indexed once per ledger version. */
import { assert } from '../core/assert';
import type { Period } from '../core/period';
import type { Steps } from '../core/steps';
import type { AllocatedLedger } from './allocateLedger';
import { trailChoices, trailEntries } from './auditTrail';
import { type CodeIndexes, codeIndexes } from './codeIndexes';
import type { CommissionIndex, MakeCommissionIndex } from './commission/commissionIndex';
import { type FigureRows, type IncomeFigure, postedRows, trailRows } from './incomeFigures';
import type { Options } from './options';
import type { Postings } from './postings';
import { receivables } from './receivables';
import { clientCredits, saleBalances } from './saleBalances';
import { sales } from './sales';
import { type MomentRows, momentRows, type SumIndex, sumIndex } from './sumIndex';
import type { ProviderNames } from '../ledger/providerNames';
import { tagCombinations } from './tags';

export interface Figures {
  /** Providers that can be asked for, by name; places in the ledger's names. */
  readonly providers: ReadonlyMap<string, number>;
  /** Names of those that reports show, in their order. */
  readonly shown: readonly string[];
  /** Place of No provider. */
  readonly none: number;
  /** Places of those hidden on reports: they cannot be asked for (P25). */
  readonly hidden: ReadonlySet<number>;
  /** Tag combinations by name, as the Provider Invoice Tag Summary writes them. */
  readonly tags: ReadonlyMap<string, number>;
  /** Cents collected on lines; with a tag the commissionable ones, as in the tag summary (I-23). */
  collectedInvoicing(of: FigureKey, period: Period): number;
  /** Cents of a figure of production or collections. */
  income(figure: IncomeFigure, of: Pick<FigureKey, 'provider'>, period: Period): number;
  /** What takes a while to be indexed, and is made before the first cell that asks for it. */
  readonly late: LateIndexes;
}

/** Undefined: all of them. */
export interface FigureKey {
  readonly provider: number | undefined;
  readonly tag: number | undefined;
}

/** Balances are sums from the ledger's first row on. */
export type Balance = 'receivable' | 'unapplied';
export const lateIndexNames = ['receivable', 'unapplied', 'codes', 'commission'] as const;
export type LateIndex = (typeof lateIndexNames)[number];

export interface LateIndexes {
  isMade(index: LateIndex): boolean;
  /** Those that are made. */
  made(): readonly LateIndex[];
  /** `commission` is made by code that is handed over: most workbooks never load it. */
  make(index: LateIndex, makeCommission?: MakeCommissionIndex): Steps<void>;
  /** The CPT figures; once `codes` is made. */
  codes(): CodeIndexes;
  /** What is payable; once `commission` is made. */
  commission(): CommissionIndex;
  /** Cents at a moment, its second included; once it is made. */
  balance(of: Balance, provider: number | undefined, asOf: number): number;
}

/** Indexes an allocated ledger. */
export function* figuresOf(allocated: AllocatedLedger, options: Options): Steps<Figures> {
  const { providers } = allocated.ledger;
  const tags = tagCombinations(allocated.ledger.charges.invoiceTag);
  yield;
  const lines = yield* lineIndexes(allocated, tags.ofCharge, tags.names.length);
  yield;
  const rowsOf = incomeRows(allocated, yield* allocated.posted(), options);
  const income = incomeIndexes(providers.names.length, rowsOf);
  return {
    providers: placesByName(providers),
    none: providers.noProvider,
    shown: providers.names.filter((name) => !providers.hidden.has(name)),
    hidden: new Set(
      providers.names.flatMap((name, place) => (providers.hidden.has(name) ? [place] : [])),
    ),
    tags: new Map(tags.names.map((name, place) => [name, place])),
    collectedInvoicing: ({ provider, tag }, period) =>
      tag === undefined ? lines.total(provider, period) : lines.eligible(provider, tag, period),
    income: (figure, { provider }, period) => income(figure)(provider, period),
    late: lateIndexes(allocated, options),
  };
}

function lateIndexes(allocated: AllocatedLedger, options: Options): LateIndexes {
  const places = allocated.ledger.providers.names.length;
  const balances = new Map<Balance, ProviderIndex>();
  let codes: CodeIndexes | undefined;
  let commission: CommissionIndex | undefined;
  const isMade = (index: LateIndex): boolean => {
    if (index === 'codes') return codes !== undefined;
    return index === 'commission' ? commission !== undefined : balances.has(index);
  };
  function* makeBalance(of: Balance): Steps<void> {
    const { moment, cents, provider } = yield* of === 'receivable'
      ? receivables(allocated, options)
      : creditsOf(allocated);
    yield;
    balances.set(of, providerIndex(provider, places, momentRows(moment, cents)));
  }
  return {
    isMade,
    made: () => lateIndexNames.filter(isMade),
    *make(index, makeCommission) {
      if (index === 'codes') codes = yield* codeIndexes(allocated, options);
      else if (index === 'commission') {
        assert(makeCommission !== undefined, 'the code of commission comes before its index');
        commission = yield* makeCommission(allocated, options);
      } else yield* makeBalance(index);
    },
    codes() {
      assert(codes !== undefined, 'the codes are indexed before they are asked for');
      return codes;
    },
    commission() {
      assert(commission !== undefined, 'commission is settled before it is asked for');
      return commission;
    },
    balance(of, provider, asOf) {
      const index = balances.get(of);
      assert(index !== undefined, 'a balance is indexed before it is asked for');
      return index(provider, { from: -Infinity, to: asOf });
    },
  };
}

function* creditsOf(allocated: AllocatedLedger): Steps<FigureRows> {
  const made = yield* sales(allocated);
  yield;
  return clientCredits(made, yield* saleBalances(made));
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

/** An index for each figure, made when the first cell asks for it. */
function incomeIndexes(
  providers: number,
  rowsOf: (figure: IncomeFigure) => FigureRows,
): (figure: IncomeFigure) => ProviderIndex {
  const made = new Map<IncomeFigure, ProviderIndex>();
  return (figure) => {
    const known = made.get(figure);
    if (known !== undefined) return known;
    const { moment, cents, provider } = rowsOf(figure);
    const index = providerIndex(provider, providers, momentRows(moment, cents));
    made.set(figure, index);
    return index;
  };
}

/** With an Audit Trail its rows are the production and the collections (Gross to Net). */
function incomeRows(
  { ledger }: AllocatedLedger,
  postings: Postings,
  options: Options,
): (figure: IncomeFigure) => FigureRows {
  const hasTrail = ledger.sources.some(({ kind }) => kind === 'Audit Trail');
  const trail = hasTrail ? trailEntries(ledger, trailChoices(options)) : undefined;
  return (figure) => (trail && trailRows(trail, figure)) ?? postedRows(postings, figure, options);
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
