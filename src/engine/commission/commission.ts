/** The commission of a ledger: every base line with what it earns, or why it earns nothing. */
import { assert } from '../../core/assert';
import { NONE } from '../../core/brand';
import { exactShare } from '../../core/exact';
import type { Steps } from '../../core/steps';
import { WHOLE_RATE } from '../../ledger/parseRate';
import { bases, type Basis } from '../../ledger/planKinds';
import type { PlanRule } from '../../ledger/planRule';
import type { AllocatedLedger } from '../allocateLedger';
import type { Options } from '../options';
import { spread } from '../spread';
import { type BaseLines, type BaseScope, natures } from './baseLines';
import { basisLines } from './basisLines';
import {
  type CommissionLines,
  type CommissionMaker,
  commissionMaker,
  type LineSort,
} from './commissionLines';
import { labByBase, labCharges, labShare, type LabOfPart } from './lab';
import { type Part, partsOfLines } from './origins';
import { type Refusal, refusalsOf } from './refusals';
import { type Picked, type RulePicker, rulePicker, type Unpaid } from './rules';
import {
  type AddToBucket,
  type Earned,
  flatRate,
  rateOf,
  tierBucket,
  tierPeriodKey,
} from './tiers';

/** A line, or a part of one, that earns nothing. */
export interface NotPaid {
  readonly line: number;
  readonly provider: number;
  readonly cents: number;
  readonly why: Unpaid;
}

/** The lines of one basis, of all time and all providers. */
export interface BasisCommission {
  readonly basis: Basis;
  readonly lines: BaseLines;
  readonly notPaid: readonly NotPaid[];
}

export interface Commission {
  /** The bases that the plans name, in the order of the ledger format. */
  readonly bases: readonly BasisCommission[];
  readonly lines: CommissionLines;
  readonly picked: readonly Picked[];
  readonly picker: RulePicker;
  readonly refusals: readonly Refusal[];
}

/** Computes all commissions once; a statement, a figure or a what-if adds up lines of it. */
export function* commissionOf(
  allocated: AllocatedLedger,
  options: Options,
  scope?: BaseScope,
): Steps<Commission> {
  const { ledger } = allocated;
  const refusals = refusalsOf(ledger, options, { isPart: scope !== undefined });
  const picker = rulePicker(ledger, new Set(refusals.map(({ owner }) => owner)));
  const lacking = new Set(refusals.filter((one) => one.isLacking).map(({ rule }) => rule.basis));
  const named = new Set(ledger.plans.rules.map(({ basis }) => basis));
  const byService = options['lab-date'] === 'service';
  const maker = commissionMaker();
  const made: BasisCommission[] = [];
  for (const basis of bases.filter((one) => named.has(one) && !lacking.has(one))) {
    yield;
    const costs = byService ? labCharges(allocated) : [];
    const of = scope === undefined ? { basis, options } : { basis, options, scope };
    const lines = yield* basisLines(allocated, of, costs);
    yield;
    const notPaid = yield* payLines({ allocated, picker, maker, byService }, basis, lines);
    made.push({ basis, lines, notPaid });
  }
  return { bases: made, ...maker.finish(), picker, refusals };
}

interface Paying {
  readonly allocated: AllocatedLedger;
  readonly picker: RulePicker;
  readonly maker: CommissionMaker;
  /** Laboratory costs have lines of their own. */
  readonly byService: boolean;
}

function* payLines(of: Paying, basis: Basis, lines: BaseLines): Steps<NotPaid[]> {
  const { allocated, picker } = of;
  const { ledger } = allocated;
  const { charges } = ledger;
  const partsOf = partsOfLines(ledger, lines);
  const labOf = labByBase(ledger);
  const buckets = new Map<string, AddToBucket>();
  const notPaid: NotPaid[] = [];
  for (let line = 0; line < lines.length; line++) {
    if (line % 1_000 === 999) yield;
    const provider = lines.provider[line]!;
    const charge = lines.charge[line]!;
    const isLab = natures[lines.nature[line]!] === 'lab';
    if (lines.cents[line]! === 0) continue;
    const leave = (cents: number, why: Unpaid): void => {
      // A cost that is nobody's is no money that was left out.
      if (!isLab) notPaid.push({ line, provider, cents, why });
    };
    if (charge !== NONE && charges.commissionable[charge]! === 0) {
      leave(lines.cents[line]!, 'not commissionable');
      continue;
    }
    for (const part of partsOf(line)) {
      const named = natures[lines.nature[line]!] === 'claim' ? NONE : charge;
      const picked = picker.pick(basis, { provider, charge: named, moment: part.moment });
      if (typeof picked === 'string') leave(part.cents, picked);
      else payPart({ ...of, basis, lines, line, part, picked, buckets, labOf, leave }, isLab);
    }
  }
  return notPaid;
}

interface PayingPart extends Paying {
  readonly basis: Basis;
  readonly lines: BaseLines;
  readonly line: number;
  readonly part: Part;
  readonly picked: Picked;
  readonly buckets: Map<string, AddToBucket>;
  readonly labOf: LabOfPart;
  readonly leave: (cents: number, why: Unpaid) => void;
}

function payPart(of: PayingPart, isLab: boolean): void {
  const { lines, line, part, picked } = of;
  const { labMethod, first } = picked.version;
  if (isLab) {
    if (labMethod !== 'none') takeLab(of, labShare(part.cents, first.labShare));
    return;
  }
  credit(of, 'base', earn(of, part.cents));
  if (labMethod === 'none' || of.byService || natures[lines.nature[line]!] === 'claim') return;
  const [charge, provider] = [lines.charge[line]!, lines.provider[line]!];
  takeLab(of, of.labOf({ charge, provider, cents: part.cents }, first.labShare));
}

/** Takes cents of laboratory cost off the commission, or off its base (C4). */
function takeLab(of: PayingPart, cents: number): void {
  if (cents === 0) return;
  const { labMethod, first } = of.picked.version;
  if (labMethod === 'after-lab') credit(of, 'lab', earn(of, 0 - cents));
  else pushShares(of, { sort: 'lab', cents: 0 - cents, tier: first, rate: WHOLE_RATE });
}

/** What some cents of the part earn in their tiers. */
function earn({ picked, part, buckets, lines, line }: PayingPart, cents: number): Earned {
  const { rule, version } = picked;
  if (version.period === '') return flatRate(version, cents);
  const period = tierPeriodKey(version.period, part.moment);
  const key = `${rule.place} ${lines.provider[line]!} ${period}`;
  const known = buckets.get(key);
  const add = known ?? tierBucket();
  if (known === undefined) buckets.set(key, add);
  return add(version, cents);
}

/** Writes the bands of a part for its provider and for who is credited with a share of them. */
function credit(of: PayingPart, sort: Exclude<LineSort, 'uplift'>, earned: Earned): void {
  const { maker, picked, part } = of;
  for (const { cents, tier } of earned.bands) {
    pushShares(of, { sort, cents, tier, rate: rateOf(tier) });
  }
  if (earned.uplift === 0n) return;
  const { first } = picked.version;
  const { creditTo, creditShare } = first;
  const provider = of.lines.provider[of.line]!;
  const other =
    creditTo === undefined ? 0n : (earned.uplift * BigInt(creditShare)) / BigInt(WHOLE_RATE);
  const line = { sort: 'uplift', base: 0, rate: 0, origin: part.origin, tier: first } as const;
  const own = earned.uplift - other;
  if (own !== 0n) maker.push(of, picked, { ...line, payee: provider, exact: own });
  const isPaid = creditTo !== undefined && of.picker.planOf(creditTo) !== 'plan refused';
  if (isPaid && other !== 0n) maker.push(of, picked, { ...line, payee: creditTo, exact: other });
}

/** Cents at one rate, or in full, for the provider and for who is credited. */
function pushShares(
  of: PayingPart,
  band: {
    readonly sort: LineSort;
    readonly cents: number;
    readonly tier: PlanRule | undefined;
    readonly rate: number;
  },
): void {
  const { sort, rate, tier } = band;
  for (const { payee, cents, isRefused } of sharesOf(of, band.cents)) {
    if (isRefused) {
      if (sort === 'base') of.leave(cents, 'plan refused');
      continue;
    }
    const base = sort === 'base' ? cents : 0;
    const exact = exactShare(cents, rate);
    of.maker.push(of, of.picked, { payee, sort, base, rate, exact, origin: of.part.origin, tier });
  }
}

interface Share {
  readonly payee: number;
  readonly cents: number;
  readonly isRefused: boolean;
}

/** Cents of the provider and of who is credited, to the cent: largest remainder (INV-20 to INV-23). */
function sharesOf(of: PayingPart, cents: number): Share[] {
  const { creditTo, creditShare } = of.picked.version.first;
  const provider = of.lines.provider[of.line]!;
  if (creditTo === undefined) return [{ payee: provider, cents, isRefused: false }];
  const weights = [WHOLE_RATE - creditShare, creditShare];
  const { shares, rest } = spread(cents, weights);
  assert(rest === 0, 'every cent of a line is the provider’s or credited');
  const isRefused = of.picker.planOf(creditTo) === 'plan refused';
  return [
    { payee: provider, cents: shares[0] ?? 0, isRefused: false },
    { payee: creditTo, cents: shares[1] ?? 0, isRefused },
  ].filter((share) => share.cents !== 0);
}
