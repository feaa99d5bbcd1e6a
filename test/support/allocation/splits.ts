/** New money: what of it is left to be split, and the split that is suggested for it (A1, A20 to A31). */
import { type Facts, inOrder, type Money, type Place, placeText, total } from './facts';
import { type Group, openOf } from './groups';

type Options = Readonly<Record<string, string>>;

export interface SuggestedSplit extends Place {
  /** Payment ID, or Claim Line ID of an as-total line. */
  paymentId: string;
  date: string;
  /** Place in its table. */
  row: number;
  family: string;
  chargeId: string;
  adjustmentId: string;
  unearnedType: string;
  cents: number;
  /** It stands under the providers of a claim's lines (Z-17), not under nobody. */
  isOfLines?: boolean;
  rule: 'A1' | 'A22' | 'A23' | 'A24' | 'A25' | 'A41';
}

/** A row of new money, and what of it is still to be split. */
export interface Fresh {
  money: Money;
  left: number;
}

/**
 * Money without a provider that is on the account for the same patient and location with the other sign
 * uses the oldest rows up; what is left of it stays on the account.
 */
export function newMoney(family: readonly Money[], unallocated: { left: number } & Place): Fresh[] {
  const rows = family.filter((money) => money.isNew && placeText(money) === placeText(unallocated));
  return rows
    .map((money) => ({ money, left: money.cents }))
    .map((fresh) => {
      const isAgainst = fresh.left < 0 === unallocated.left > 0;
      const used = isAgainst ? Math.min(Math.abs(fresh.left), Math.abs(unallocated.left)) : 0;
      const cents = fresh.left < 0 ? 0 - used : used;
      unallocated.left += cents;
      return { ...fresh, left: fresh.left - cents };
    });
}

function base({ money }: Fresh): Omit<SuggestedSplit, keyof Place | 'cents' | 'rule'> {
  const { paymentId, date, order, family } = money;
  const nowhere = { chargeId: '', adjustmentId: '', unearnedType: '' };
  return { paymentId, date, row: order.row, family, ...nowhere };
}

/** What is used up already is told as it stands. */
function stays(fresh: Fresh): SuggestedSplit[] {
  const { patient, provider, location, cents } = fresh.money;
  const used = cents - fresh.left;
  const of = { ...base(fresh), patient, provider, location };
  return used === 0 ? [] : [{ ...of, cents: used, rule: 'A25' }];
}

/** A23, A24: one unearned split, without a provider, for the patient and location of the payment. */
function unearned(
  fresh: Fresh,
  of: { type: string; cents: number; rule: 'A23' | 'A24' },
): SuggestedSplit {
  const { patient, location } = fresh.money;
  const { type: unearnedType, cents, rule } = of;
  return { ...base(fresh), patient, provider: '', location, unearnedType, cents, rule };
}

/** A20: charges and adjustments that are open; money of a wrong provider is none of them. */
function openCharges(groups: readonly Group[]): Group[] {
  return inOrder(
    groups.filter((group) => (group.isOwn || group.production !== 0) && openOf(group) > 0),
  );
}

/** A21 to A23: the oldest first; the split is wholly the charge's. */
export function suggestPayment(
  fresh: Fresh,
  groups: readonly Group[],
  of: { options: Options; type: string },
): SuggestedSplit[] {
  const open = openCharges(groups);
  const isFirst = ({ patient }: Place): boolean =>
    of.options['prefer-current-patient'] === 'yes' && patient === fresh.money.patient;
  const splits: SuggestedSplit[] = [];
  let { left } = fresh;
  for (const group of [...open.filter(isFirst), ...open.filter((one) => !isFirst(one))]) {
    const cents = Math.min(left, openOf(group));
    if (cents === 0) continue;
    left -= cents;
    group.paid += cents;
    const { patient, provider, location, charge, adjustment } = group;
    splits.push({
      ...base(fresh),
      ...{ patient, provider, location },
      chargeId: charge?.id ?? '',
      adjustmentId: adjustment?.id ?? '',
      ...{ cents, rule: 'A22' },
    });
  }
  const rest = { type: of.type, cents: left, rule: 'A23' } as const;
  return [...splits, ...(left === 0 ? [] : [unearned(fresh, rest)]), ...stays(fresh)];
}

/** A24: never spread over charges; while one is open nothing is suggested. */
export function suggestRefund(
  fresh: Fresh,
  groups: readonly Group[],
  type: string,
): SuggestedSplit[] {
  if (openCharges(groups).length > 0) return [];
  return [unearned(fresh, { type, cents: fresh.left, rule: 'A24' }), ...stays(fresh)];
}

/** Don't enforce: whose charges are the most, the patient's or else the family's, by their fees (A1). */
export function suggestUnallocated(facts: Facts, fresh: Fresh): SuggestedSplit[] {
  const { patient, location, family } = fresh.money;
  const done = facts.charges.filter((charge) => charge.isComplete && charge.family === family);
  const own = done.filter((charge) => charge.patient === patient && charge.provider !== '');
  const asked = own.length > 0 ? own : done.filter(({ provider }) => provider !== '');
  const worth = (name: string): number =>
    total(
      asked.filter(({ provider }) => provider === name),
      ({ net }) => net,
    );
  const names = [...new Set(asked.map(({ provider }) => provider))].sort();
  const [provider = ''] = names.sort((a, b) => worth(b) - worth(a));
  if (provider === '') return [];
  const of = { ...base(fresh), patient, provider, location };
  return [{ ...of, cents: fresh.left, rule: 'A1' }, ...stays(fresh)];
}
