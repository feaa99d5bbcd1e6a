/** Which adjustments of an insurer reduce what a practice earns (Z-18). */
import { at } from '../core/assert';
import { claimAdjustmentsColumns } from '../ledger/claimKinds';

type Group = (typeof claimAdjustmentsColumns.group.choices)[number];

/**
 * The table to edit. A group that reduces does so with the sign of its rows, so that an incentive such
 * as CO-144, which is negative, and a reversal raise income; reasons listed here do not count.
 */
const groupCodes: Readonly<Record<Group, { reduces: boolean; except: readonly string[] }>> = {
  // Contractual obligation.
  CO: { reduces: true, except: [] },
  // Payer initiated.
  PI: { reduces: true, except: [] },
  // Other; 23 is what another payer paid or adjusted.
  OA: { reduces: true, except: ['23'] },
  // Correction or reversal.
  CR: { reduces: true, except: [] },
  // The patient owes it: deductible, coinsurance, copay. It stays earned.
  PR: { reduces: false, except: [] },
};

export interface GroupReason {
  readonly group: Group;
  readonly reason: string;
}

/** A reason may bring its group along: `CO-45`, `CO*45`, `PR 2`. */
export function groupReason(choice: number, written: string): GroupReason {
  const match = /^(CO|PR|OA|PI|CR)[-* ]?(\w+)$/.exec(written.toUpperCase());
  const group = at(claimAdjustmentsColumns.group.choices, choice);
  if (match === null) return { group, reason: written.toUpperCase() };
  // CO is also what a blank cell is read as; any other group was written there.
  return { group: choice === 0 ? (match[1] as Group) : group, reason: match[2] ?? '' };
}

export function reducesIncome({ group, reason }: GroupReason): boolean {
  const { reduces, except } = groupCodes[group];
  return reduces && !except.includes(reason);
}
