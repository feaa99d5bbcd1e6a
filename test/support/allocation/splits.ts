/** The split that is suggested for each payment nobody has split (A20-A31). */
import { DEFAULT_UNEARNED, type Facts, inOrder, isHidden, type Money, type Place } from './facts';
import { type Group, groupsOf, negativeProduction, openOf, overpaidByPatient } from './groups';
import type { Insurance } from './insurance';
import { type Item, LAYERS, link } from './link';

export interface SuggestedSplit extends Place {
  /** Payment ID, or Claim Line ID of an as-total line. */
  paymentId: string;
  date: string;
  /** Place in its table. */
  row: number;
  chargeId: string;
  adjustmentId: string;
  unearnedType: string;
  cents: number;
  rule: 'A1' | 'A22' | 'A23' | 'A24' | 'A41' | 'A42';
}

interface Credit extends Item {
  kind: 'insurance' | 'split' | 'adjustment' | 'other';
}

interface Debit extends Item {
  kind: 'charge' | 'split';
  group: Group | undefined;
}

function itemOf(place: Place & { order: Item['order'] }, left: number): Item {
  const { patient, provider, location, order } = place;
  return { patient, provider, location, order, left };
}

/** Charges with an open amount, and money that was given back without saying of what (A20, A30). */
function debitsOf(groups: readonly Group[], onAccount: readonly Money[]): Debit[] {
  const open = groups
    .filter((group) => openOf(group) > 0)
    .map((group): Debit => {
      const item = itemOf(group, openOf(group));
      return { ...item, kind: group.hasProduction ? 'charge' : 'split', group };
    });
  const back = onAccount
    .filter(({ cents }) => cents < 0)
    .map((money): Debit => ({
      ...itemOf(money, 0 - money.cents),
      kind: 'split',
      group: undefined,
    }));
  return [...open, ...back];
}

function creditsOf(
  groups: readonly Group[],
  onAccount: readonly Money[],
  lumps: Insurance['lumps'],
): Credit[] {
  const insurance = lumps.map((lump): Credit => ({
    ...itemOf(lump, lump.cents),
    kind: 'insurance',
  }));
  const money = onAccount
    .filter(({ cents }) => cents > 0)
    .map((one): Credit => ({ ...itemOf(one, one.cents), kind: 'split' }));
  const overpaid = groups
    .filter((group) => openOf(group) < 0)
    .flatMap((group): Credit[] => {
      const over = 0 - openOf(group);
      const byPatient = overpaidByPatient(group);
      const negative = Math.min(over - byPatient, negativeProduction(group));
      return [
        { ...itemOf({ ...group, order: group.last }, byPatient), kind: 'split' },
        { ...itemOf(group, negative), kind: 'adjustment' },
        { ...itemOf(group, over - byPatient - negative), kind: 'other' },
      ];
    });
  return [...insurance, ...money, ...overpaid].filter(({ left }) => left > 0);
}

/** A30: what is on the account already covers charges, in memory alone. */
function linkImplicitly(credits: readonly Credit[], debits: readonly Debit[]): void {
  const nothing = (): void => undefined;
  const steps: readonly (readonly [Credit['kind'], Debit['kind']])[] = [
    ['insurance', 'charge'],
    ['split', 'split'],
    ['split', 'charge'],
    ['adjustment', 'split'],
    ['adjustment', 'charge'],
  ];
  for (const layer of LAYERS) {
    for (const [from, to] of steps) {
      link(
        credits.filter(({ kind }) => kind === from),
        debits.filter(({ kind }) => kind === to),
        layer,
        nothing,
      );
    }
  }
  link(credits, debits, [], nothing);
}

function base({
  paymentId,
  date,
  order,
}: Money): Pick<SuggestedSplit, 'paymentId' | 'date' | 'row'> {
  return { paymentId, date, row: order.row };
}

/** A23, A24: one unearned split, without a provider, for the patient and location of the payment. */
function unearned(money: Money, cents: number, rule: 'A23' | 'A24'): SuggestedSplit {
  const { patient, location } = money;
  return {
    ...base(money),
    ...{ patient, provider: '', location },
    chargeId: '',
    adjustmentId: '',
    unearnedType: DEFAULT_UNEARNED,
    cents,
    rule,
  };
}

/** A22: the split is wholly the charge's. */
function onCharge(money: Money, group: Group, cents: number): SuggestedSplit {
  const { patient, provider, location, charge, adjustment } = group;
  return {
    ...base(money),
    ...{ patient, provider, location },
    chargeId: charge?.id ?? '',
    adjustmentId: adjustment?.id ?? '',
    unearnedType: '',
    cents,
    rule: 'A22',
  };
}

function suggest(
  money: Money,
  charges: readonly Debit[],
  options: Readonly<Record<string, string>>,
): SuggestedSplit[] {
  const open = inOrder(charges).filter(({ left }) => left > 0);
  if (money.cents < 0) return open.length > 0 ? [] : [unearned(money, money.cents, 'A24')];
  const isFirst = ({ patient }: Place): boolean =>
    options['prefer-current-patient'] === 'yes' && patient === money.patient;
  const order = [...open.filter(isFirst), ...open.filter((charge) => !isFirst(charge))];
  let left = money.cents;
  const splits: SuggestedSplit[] = [];
  for (const charge of order) {
    const cents = Math.min(left, charge.left);
    if (cents === 0) continue;
    left -= cents;
    charge.left -= cents;
    splits.push(onCharge(money, charge.group!, cents));
  }
  return left === 0 ? splits : [...splits, unearned(money, left, 'A23')];
}

/** Don't enforce: the provider of the row, else the one with most complete charges of the patient (A1). */
function unallocated(facts: Facts, money: Money): SuggestedSplit {
  const { patient, location, cents } = money;
  const done = facts.charges.filter((charge) => charge.isComplete && charge.patient === patient);
  const named = [...new Set(done.map(({ provider }) => provider))].filter((name) => name !== '');
  const count = (name: string): number => done.filter(({ provider }) => provider === name).length;
  const most = named.sort((a, b) => count(b) - count(a))[0];
  return {
    ...base(money),
    ...{ patient, provider: money.provider || (most ?? ''), location },
    chargeId: '',
    adjustmentId: '',
    unearnedType: '',
    cents,
    rule: 'A1',
  };
}

export function suggestFamily(
  facts: Facts,
  family: string,
  has: { insurance: Insurance; options: Readonly<Record<string, string>> },
): SuggestedSplit[] {
  const { insurance, options } = has;
  const ofFamily = facts.money.filter((money) => money.family === family);
  const subjects = ofFamily.filter(({ isNew }) => isNew);
  if (options['paysplit-enforcement'] === 'none') {
    return subjects.map((money) => unallocated(facts, money));
  }
  const groups = groupsOf(facts, family, {
    insuranceOn: (charge) => insurance.on(charge, false),
    extras: [],
  });
  const onAccount = ofFamily.filter(
    (money) =>
      !money.isNew &&
      !money.isReserved &&
      !isHidden(money.type) &&
      (money.type !== '' || (money.charge === undefined && money.adjustment === undefined)),
  );
  const debits = debitsOf(groups, onAccount);
  const lumps = insurance.lumps.filter((lump) => lump.family === family);
  linkImplicitly(creditsOf(groups, onAccount, lumps), debits);
  const charges = debits.filter(({ kind }) => kind === 'charge');
  return subjects.flatMap((money) => suggest(money, charges, options));
}
