/** The audit trail counted: what every row is, with its sign (G-1 to G-10). */
import { at } from '../core/assert';
import type { CentsColumn, MomentColumn } from '../core/brand';
import { growingBytes, growingFloats, growingInts, textAt } from '../core/column';
import { byCodeUnit } from '../core/order';
import { contains, type Period } from '../core/period';
import type { Ledger } from '../ledger/ledger';
import { trailTabs, type TrailTab } from '../ledger/trailKinds';
import { typeMap } from '../ledger/typeMap';
import type { Options } from './options';
import {
  classifyType,
  type CollectionSign,
  isRedeposit,
  type TrailClass,
  trailParts,
  type TrailPart,
} from './trailRules';

/** The two options that move figures of the trail. */
export interface TrailChoices {
  readonly collectionAdjustmentSign: CollectionSign;
  readonly voidedRows: 'exclude' | 'include';
}

export function trailChoices(options: Options): TrailChoices {
  return {
    collectionAdjustmentSign:
      options['collection-adjustment-sign'] === 'literal' ? 'literal' : 'ledger',
    voidedRows: options['voided-rows'] === 'include' ? 'include' : 'exclude',
  };
}

/** A type of a tab, as the rows write it, and what it is counted as. */
export interface TrailType {
  readonly tab: TrailTab;
  readonly type: string;
  readonly class: TrailClass;
}

export interface ClassifiedTrail {
  readonly types: readonly TrailType[];
  /** For each row of the trail, its place in `types`. */
  readonly typeOfRow: Int32Array;
  /** Absolute cents (G-4). */
  readonly cents: CentsColumn;
  /** 1 where Voided says so, or a Voiding Staff is named (G-10). */
  readonly isVoided: Uint8Array;
}

/** Every row of the trail with its type; the options change nothing here. */
export function classifyTrail({ tables }: Ledger): ClassifiedTrail {
  const trail = tables['Audit Trail'];
  const map = typeMap(tables['Type Map']);
  const types: TrailType[] = [];
  const placeOf = new Map<string, number>();
  const describes = trail.description.texts.map(isRedeposit);
  const minus = trailTabs.indexOf('[-] Adjustments');
  const typeOfRow = new Int32Array(trail.length);
  const isVoided = new Uint8Array(trail.length);
  for (let row = 0; row < trail.length; row++) {
    const tab = trail.tab[row]!;
    const isTold = tab === minus && at(describes, trail.description.codes[row]!);
    // A Type Map may name the very text of the description.
    const description = isTold ? trail.description.codes[row]! : 0;
    const key = `${tab} ${trail.type.codes[row]!} ${description}`;
    let place = placeOf.get(key);
    if (place === undefined) {
      place = types.length;
      placeOf.set(key, place);
      const one = { tab: at(trailTabs, tab), type: textAt(trail.type, row) };
      const text = at(trail.description.texts, description);
      types.push({ ...one, class: classifyType(map, { ...one, description: text }) });
    }
    typeOfRow[row] = place;
    isVoided[row] = trail.voided[row]! === 1 || trail.voidingStaff.codes[row]! !== 0 ? 1 : 0;
  }
  return { types, typeOfRow, cents: trail.amount.map(Math.abs), isVoided };
}

/** The rows of one type in a period. */
export interface TrailPile extends TrailType {
  rows: number;
  cents: number;
  voidedRows: number;
  voidedCents: number;
  /** The first of the rows in the period, voided or not. */
  readonly firstRow: number;
}

/** The piles of a period, by tab, then type; types that are written and counted alike are one pile. */
export function trailPiles(ledger: Ledger, of: ClassifiedTrail, period: Period): TrailPile[] {
  const { date, length } = ledger.tables['Audit Trail'];
  const piles = new Map<string, TrailPile>();
  const pileOfType: (TrailPile | undefined)[] = of.types.map(() => undefined);
  for (let row = 0; row < length; row++) {
    if (!contains(period, date[row]!)) continue;
    const place = of.typeOfRow[row]!;
    const pile = pileOfType[place] ?? pileOf(piles, at(of.types, place), row);
    pileOfType[place] = pile;
    const isVoided = of.isVoided[row]! === 1;
    pile[isVoided ? 'voidedRows' : 'rows'] += 1;
    pile[isVoided ? 'voidedCents' : 'cents'] += of.cents[row]!;
  }
  return [...piles.values()].sort(byTabAndType);
}

function pileOf(piles: Map<string, TrailPile>, one: TrailType, row: number): TrailPile {
  const { part, reason, sign } = one.class;
  const key = [one.tab, part, reason, sign.ledger, one.type].join('\n');
  const empty = { rows: 0, cents: 0, voidedRows: 0, voidedCents: 0 };
  const pile = piles.get(key) ?? { ...one, ...empty, firstRow: row };
  piles.set(key, pile);
  return pile;
}

function byTabAndType(a: TrailPile, b: TrailPile): number {
  return (
    trailTabs.indexOf(a.tab) - trailTabs.indexOf(b.tab) ||
    trailParts.indexOf(a.class.part) - trailParts.indexOf(b.class.part) ||
    byCodeUnit(a.type, b.type) ||
    byCodeUnit(a.class.reason, b.class.reason) ||
    a.class.sign.ledger - b.class.sign.ledger
  );
}

/** What of a pile counts: voided rows only where the option includes them (G-A3). */
export function counted(
  pile: TrailPile,
  { voidedRows }: Pick<TrailChoices, 'voidedRows'>,
): { readonly rows: number; readonly cents: number } {
  const { rows, cents } = pile;
  if (voidedRows === 'exclude') return { rows, cents };
  return { rows: rows + pile.voidedRows, cents: cents + pile.voidedCents };
}

/** The figures of Gross to Net, signed cents; the count is one of rows. */
export interface TrailFigures {
  readonly grossProduction: number;
  readonly productionAdjustments: number;
  readonly netProduction: number;
  readonly discounts: number;
  readonly discountsCount: number;
  readonly writeOffs: number;
  readonly otherAdjustments: number;
  readonly grossCollection: number;
  readonly collectionAdjustments: number;
  readonly netCollection: number;
}

export function trailFigures(piles: readonly TrailPile[], choices: TrailChoices): TrailFigures {
  const sums = new Map<TrailPart, number>();
  let discountsCount = 0;
  for (const pile of piles) {
    const { part, sign } = pile.class;
    const { rows, cents } = counted(pile, choices);
    const before = sums.get(part) ?? 0;
    sums.set(part, before + sign[choices.collectionAdjustmentSign] * cents);
    if (part === 'discount') discountsCount += rows;
  }
  const of = (part: TrailPart): number => sums.get(part) ?? 0;
  const grossProduction = of('gross-production');
  const grossCollection = of('gross-collection');
  const discounts = of('discount');
  const writeOffs = of('write-off');
  const productionAdjustments = discounts + writeOffs + of('other-adjustment');
  const collectionAdjustments = of('collection-adjustment');
  return {
    grossProduction,
    productionAdjustments,
    netProduction: grossProduction + productionAdjustments,
    discounts,
    discountsCount,
    writeOffs,
    // Signed arithmetic (G-6, G-A9).
    otherAdjustments: productionAdjustments - (discounts + writeOffs),
    grossCollection,
    collectionAdjustments,
    netCollection: grossCollection + collectionAdjustments,
  };
}

/** Rows of the trail that are in its figures, one element each. */
export interface TrailEntries {
  /** Place in the ledger's provider names. */
  readonly provider: Int32Array;
  readonly moment: MomentColumn;
  readonly cents: CentsColumn;
  /** Place in `trailParts`. */
  readonly part: Uint8Array;
}

/** What can be summed by provider and period; the sum of a part is its figure in the report. */
export function trailEntries(ledger: Ledger, choices: TrailChoices): TrailEntries {
  const { types, typeOfRow, cents, isVoided } = classifyTrail(ledger);
  const { date, length } = ledger.tables['Audit Trail'];
  const provider = growingInts();
  const moment = growingFloats();
  const signed = growingFloats();
  const part = growingBytes();
  for (let row = 0; row < length; row++) {
    if (isVoided[row]! === 1 && choices.voidedRows === 'exclude') continue;
    const one = at(types, typeOfRow[row]!).class;
    const sign = one.sign[choices.collectionAdjustmentSign];
    if (sign === 0) continue;
    provider.push(ledger.providers.ofTrail[row]!);
    moment.push(date[row]!);
    // Nothing times -1 is -0, which no cell may hold.
    signed.push(sign * cents[row]! || 0);
    part.push(trailParts.indexOf(one.part));
  }
  return {
    provider: provider.finish(),
    moment: moment.finish(),
    cents: signed.finish(),
    part: part.finish(),
  };
}
