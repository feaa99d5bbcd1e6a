/** What the types of an audit trail are counted as (G-5, G-8, G-10), where no Type Map says otherwise. */
import type { TrailTab, TypeBucket } from '../ledger/trailKinds';
import { patternOf, typeKey, type MappedType, type TypeMap } from '../ledger/typeMap';

/** Where the money of a type goes; the first six are in the figures. */
export const trailParts = [
  'gross-production',
  'discount',
  'write-off',
  'other-adjustment',
  'gross-collection',
  'collection-adjustment',
  'excluded',
  'unclassified',
] as const;
export type TrailPart = (typeof trailParts)[number];

/** Why a type goes there. `assumed`: unknown on [-], where 99 % is production (G-A4). */
export type TrailReason = 'tab' | 'type' | 'description' | 'map' | 'assumed' | 'unknown';

export interface TrailClass {
  readonly part: TrailPart;
  readonly reason: TrailReason;
  /** The sign in the figures under either value of collection-adjustment-sign; 0 in none (G-A1). */
  readonly sign: Record<CollectionSign, -1 | 0 | 1>;
  /** The type reads both as a discount and as a write-off (G-A6). */
  readonly isBoth: boolean;
}

/** ledger: [+] gives money back and [-] brings it in again. literal: [+] adds, [-] subtracts. */
export type CollectionSign = 'ledger' | 'literal';

/** What a rule says of the types of a tab that fit its pattern. */
type RuleBucket = Extract<
  TypeBucket,
  'production' | 'collection' | 'excluded' | 'discount' | 'write-off'
>;

/** Patterns as in a Type Map: without case, blanks and punctuation. The first that fits counts. */
const patterns: Readonly<Record<TrailTab, readonly (readonly [string, RuleBucket])[]>> = {
  Production: [],
  Payments: [],
  '[+] Contract Adj': [
    ['increase', 'production'],
    ['increase*contract*', 'production'],
    ['reschedule', 'excluded'],
    ['reschedule*contract fee*', 'excluded'],
  ],
  '[-] Contract Adj': [
    ['decrease', 'production'],
    ['decrease*contract*', 'production'],
    ['reschedule', 'excluded'],
    ['reschedule*contract fee*', 'excluded'],
  ],
  '[+] Adjustments': [
    ['refund*', 'collection'],
    ['nsf*returned check*', 'collection'],
    // OB Payment Reversal is the same thing, of OrthoBanc (G-A2).
    ['*payment reversal*', 'collection'],
    ['topspay reversal*', 'collection'],
    ['declined cc*', 'collection'],
    ['declined card*', 'collection'],
    ['declined credit card*', 'collection'],
    ['transfer charge*', 'production'],
    ['transfer credit*', 'production'],
    ['data entry correction*', 'production'],
    ['account adjustment*', 'production'],
    ['*late fee*revers*', 'production'],
    ['*revers*late fee*', 'production'],
  ],
  '[-] Adjustments': [
    ['redeposit', 'collection'],
    ['redeposit*check*', 'collection'],
    ['*discount*', 'discount'],
    ['*write off*', 'write-off'],
    ['transfer charge*', 'production'],
    ['transfer credit*', 'production'],
    ['data entry correction*', 'production'],
    ['account adjustment*', 'production'],
    ['*late fee*revers*', 'production'],
    ['*revers*late fee*', 'production'],
  ],
};

const rules = new Map(
  Object.entries(patterns).map(([tab, list]) => [
    tab,
    list.map(([pattern, bucket]) => ({ fits: patternOf(pattern), bucket })),
  ]),
);

/** Without its stroke it would be in "two" and "network": read as it is written (G-A7). */
const slashed = /(?:^|[^\p{L}\p{N}])w\s*\/\s*o(?:$|[^\p{L}\p{N}])/iu;

/** A returned check that was put into the bank again, by its type or its description (G-A8). */
export function isRedeposit(text: string): boolean {
  return /deposit/i.test(text) && bucketOf('[-] Adjustments', text) === 'collection';
}

/** The Type Map goes before the rules. `description`: one that says ReDeposit Check, else empty. */
export function classifyType(
  map: TypeMap,
  of: { readonly tab: TrailTab; readonly type: string; readonly description: string },
): TrailClass {
  const { tab, type } = of;
  const mapped = map(tab, type);
  if (mapped !== undefined) return ofMap(tab, mapped);
  if (tab === 'Production' || tab === 'Payments') {
    return made(tab, tab === 'Production' ? 'gross-production' : 'gross-collection', 'tab');
  }
  const bucket = bucketOf(tab, type);
  if (of.description !== '' && bucket !== 'collection') {
    const ofText = map(tab, of.description);
    return ofText === undefined
      ? made(tab, 'collection-adjustment', 'description')
      : ofMap(tab, ofText);
  }
  if (bucket === undefined) {
    return tab === '[-] Adjustments'
      ? made(tab, 'other-adjustment', 'assumed')
      : made(tab, 'unclassified', 'unknown');
  }
  const isBoth = bucket === 'discount' && isWriteOff(type);
  return { ...made(tab, partOf(tab, bucket), 'type'), isBoth };
}

function bucketOf(tab: TrailTab, type: string): RuleBucket | undefined {
  const key = typeKey(type).replaceAll('*', '');
  const found = rules.get(tab)?.find(({ fits }) => fits.test(key))?.bucket;
  if (tab !== '[-] Adjustments' || found === 'collection' || found === 'discount') return found;
  return isWriteOff(type) ? 'write-off' : found;
}

function isWriteOff(type: string): boolean {
  return typeKey(type).includes('writeoff') || slashed.test(type);
}

/** A sign that the Type Map gives holds whatever the option says. */
function ofMap(tab: TrailTab, { bucket, sign }: MappedType): TrailClass {
  const counted = made(tab, partOf(tab, bucket), 'map');
  if (sign === undefined || counted.sign.ledger === 0) return counted;
  return { ...counted, sign: { ledger: sign, literal: sign } };
}

/** Only the Production tab has gross production, only Payments gross collection (G-2, G-8). */
function partOf(tab: TrailTab, bucket: TypeBucket): TrailPart {
  switch (bucket) {
    case 'production':
      return tab === 'Production' ? 'gross-production' : 'other-adjustment';
    case 'collection':
      return tab === 'Payments' ? 'gross-collection' : 'collection-adjustment';
    case 'excluded':
    case 'tax':
      return 'excluded';
    case 'discount':
      return 'discount';
    case 'write-off':
    case 'bad-debt':
      return 'write-off';
  }
}

function made(tab: TrailTab, part: TrailPart, reason: TrailReason): TrailClass {
  return { part, reason, sign: signOf(tab, part), isBoth: false };
}

/** [+] raises production and [-] lowers it (G-4); on collections [+] is money given back (G-A1). */
function signOf(tab: TrailTab, part: TrailPart): TrailClass['sign'] {
  if (part === 'excluded' || part === 'unclassified') return { ledger: 0, literal: 0 };
  const ofTab = tab.startsWith('[+]') ? 1 : tab.startsWith('[-]') ? -1 : undefined;
  if (ofTab === undefined) {
    const sign = part === 'discount' || part === 'write-off' ? -1 : 1;
    return { ledger: sign, literal: sign };
  }
  if (part !== 'collection-adjustment') return { ledger: ofTab, literal: ofTab };
  return { ledger: ofTab === 1 ? -1 : 1, literal: ofTab };
}
