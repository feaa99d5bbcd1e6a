/**
 * Tiers: what a rule pays on all its base of a day, month, quarter or year, and what one more line adds to
 * it. A line that takes back another one lowers the period of that one, so that both are as if neither had
 * been (C10, C22, INV-24).
 */
import { at } from '../../core/assert';
import { civilOfSerial, dayOfMoment } from '../../core/day';
import { type Exact, exactShare } from '../../core/exact';
import type { TierPeriod } from '../../ledger/planKinds';
import type { PlanRule } from '../../ledger/planRule';
import type { Version } from './rules';

/** Base at one rate; `tier` is undefined below the lowest tier, where nothing is paid. */
export interface Band {
  readonly cents: number;
  readonly tier: PlanRule | undefined;
}

/** What a line earns: its bands, and what it changes for the lines before it. */
export interface Earned {
  readonly bands: readonly Band[];
  readonly uplift: Exact;
}

/** The first day of the tier period that a moment lies in, with its kind: `2024 month 3`. */
export function tierPeriodKey(period: TierPeriod, moment: number): string {
  const serial = dayOfMoment(moment);
  const { year, month } = civilOfSerial(serial);
  switch (period) {
    case '':
      return '';
    case 'day':
      return `day ${serial}`;
    case 'month':
      return `month ${year}-${month}`;
    case 'quarter':
      return `quarter ${year}-${Math.ceil(month / 3)}`;
    case 'year':
      return `year ${year}`;
  }
}

/** Adds a line to its bucket, under a version of the rule. */
export type AddToBucket = (version: Version, cents: number) => Earned;

/** A bucket of a tier period; versions in the order of time. */
export function tierBucket(): AddToBucket {
  const parts: { readonly version: Version; cents: number }[] = [];
  const place = (version: Version): number => {
    const found = parts.findIndex((part) => part.version === version);
    if (found >= 0) return found;
    parts.push({ version, cents: 0 });
    parts.sort((a, b) => a.version.from - b.version.from);
    return parts.findIndex((part) => part.version === version);
  };
  const total = (): Exact => {
    let base = 0;
    let sum = 0n;
    for (const { version, cents } of parts) {
      sum +=
        version.method === 'cliff'
          ? exactShare(cents, rateOf(tierAt(version, base + cents)))
          : sumOf(bandsBetween(version, base, base + cents));
      base += cents;
    }
    return sum;
  };
  return (version, cents) => {
    const own = place(version);
    const before = total();
    const base = parts.slice(0, own + 1).reduce((sum, part) => sum + part.cents, 0);
    const part = at(parts, own);
    part.cents += cents;
    const bands =
      version.method === 'cliff'
        ? [{ cents, tier: tierAt(version, base + cents) }]
        : bandsBetween(version, base, base + cents);
    return { bands, uplift: total() - before - sumOf(bands) };
  };
}

/** One rate for everything, and no tiers at any time. */
export function flatRate({ first }: Version, cents: number): Earned {
  return { bands: [{ cents, tier: first }], uplift: 0n };
}

export function rateOf(tier: PlanRule | undefined): number {
  return tier?.rate ?? 0;
}

function sumOf(bands: readonly Band[]): Exact {
  return bands.reduce((sum, { cents, tier }) => sum + exactShare(cents, rateOf(tier)), 0n);
}

/** Where each rate begins; below the lowest tier, and below 0.00, is what the lowest one begins with. */
function floorsOf({ tiers, first }: Version): { begin: number; tier: PlanRule | undefined }[] {
  const paid = first.tierFrom <= 0 ? tiers.slice(1) : tiers;
  const lowest = { begin: -Infinity, tier: first.tierFrom <= 0 ? first : undefined };
  return [lowest, ...paid.map((tier) => ({ begin: tier.tierFrom, tier }))];
}

/** The tier that a base has reached: the highest one whose beginning it is above. */
function tierAt(version: Version, base: number): PlanRule | undefined {
  const reached = floorsOf(version).filter(({ begin }) => base > begin);
  return reached[reached.length - 1]?.tier;
}

/** The base between two sums, cut where tiers begin, in the order of the walk from one to the other. */
function bandsBetween(version: Version, from: number, to: number): Band[] {
  const [low, high] = from < to ? [from, to] : [to, from];
  const floors = floorsOf(version);
  const bands = floors.flatMap(({ begin, tier }, place): Band[] => {
    const end = floors[place + 1]?.begin ?? Infinity;
    const cents = Math.min(high, end) - Math.max(low, begin);
    return cents > 0 ? [{ cents: from < to ? cents : 0 - cents, tier }] : [];
  });
  return from < to ? bands : bands.reverse();
}
