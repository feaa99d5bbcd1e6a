/** What each base line earns, for whom and by which rule: the lines of the statements, of all time. */
import type { MomentColumn, RowColumn } from '../../core/brand';
import { growingBytes, growingFloats, growingInts } from '../../core/column';
import type { Exact } from '../../core/exact';
import { bases, type Basis } from '../../ledger/planKinds';
import type { PlanRule } from '../../ledger/planRule';
import type { BaseLines } from './baseLines';
import type { Picked } from './rules';

/**
 * `base` has its share of the base. `lab` is a laboratory cost, `uplift` what the tier that is reached
 * changes on lines before it: both have no base of their own.
 */
export const lineSorts = ['base', 'lab', 'uplift'] as const;
export type LineSort = (typeof lineSorts)[number];

/** One element per line, in the order of the base lines of each basis. */
export interface CommissionLines {
  readonly length: number;
  /** Who is paid: the provider of the base line, or who is credited with it. */
  readonly payee: Int32Array;
  /** Place in `bases`. */
  readonly basis: Uint8Array;
  readonly moment: MomentColumn;
  /** Place in `lineSorts`. */
  readonly sort: Uint8Array;
  /** 0 unless the sort is `base`. */
  readonly base: Float64Array;
  /** Millionths of a per cent. */
  readonly rate: Float64Array;
  readonly exact: readonly Exact[];
  /** Its line among the base lines of its basis, and the one it takes back; NONE for none. */
  readonly line: RowColumn<'base lines'>;
  readonly origin: RowColumn<'base lines'>;
  /** Place in `picked`: the rule, its version and why it holds. */
  readonly rule: Int32Array;
  /** The row of the plan whose rate it is; undefined where nothing is paid. */
  readonly tier: readonly (PlanRule | undefined)[];
}

export interface NewCommissionLine {
  readonly payee: number;
  readonly sort: LineSort;
  readonly base: number;
  readonly rate: number;
  readonly exact: Exact;
  readonly origin: number;
  readonly tier: PlanRule | undefined;
}

export interface CommissionMaker {
  /** Adds a line of a base line that falls under a rule. */
  push(
    of: { readonly lines: BaseLines; readonly line: number; readonly basis: Basis },
    picked: Picked,
    added: NewCommissionLine,
  ): void;
  finish(): { readonly lines: CommissionLines; readonly picked: readonly Picked[] };
}

export function commissionMaker(): CommissionMaker {
  const payee = growingInts();
  const basis = growingBytes();
  const moment = growingFloats();
  const sort = growingBytes();
  const base = growingFloats();
  const rate = growingFloats();
  const exact: Exact[] = [];
  const line = growingInts();
  const origin = growingInts();
  const rule = growingInts();
  const tier: (PlanRule | undefined)[] = [];
  const picks: Picked[] = [];
  const places = new Map<string, number>();
  const placeOf = (picked: Picked): number => {
    const { rule: of, version, match } = picked;
    const key = `${of.place} ${version.from} ${match}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, picks.length);
    return picks.push(picked) - 1;
  };
  return {
    push(of, picked, added) {
      payee.push(added.payee);
      basis.push(bases.indexOf(of.basis));
      moment.push(of.lines.moment[of.line]!);
      sort.push(lineSorts.indexOf(added.sort));
      base.push(added.base);
      rate.push(added.rate);
      exact.push(added.exact);
      line.push(of.line);
      origin.push(added.origin);
      rule.push(placeOf(picked));
      tier.push(added.tier);
    },
    finish: () => ({
      lines: {
        length: payee.length,
        payee: payee.finish(),
        basis: basis.finish(),
        moment: moment.finish(),
        sort: sort.finish(),
        base: base.finish(),
        rate: rate.finish(),
        exact,
        line: line.finish(),
        origin: origin.finish(),
        rule: rule.finish(),
        tier,
      },
      picked: picks,
    }),
  };
}
