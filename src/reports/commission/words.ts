/** The words of a statement: bases, rules and reasons as people say them. */
import { at } from '../../core/assert';
import { NONE } from '../../core/brand';
import { moneyText } from '../../core/cents';
import { dayOfMoment, dayText } from '../../core/day';
import type { Commission } from '../../engine/commission/commission';
import { lineSorts } from '../../engine/commission/commissionLines';
import type { LeftOutReason } from '../../engine/commission/leftOut';
import type { Picked, Unpaid } from '../../engine/commission/rules';
import type { Ledger } from '../../ledger/ledger';
import { rateText, WHOLE_RATE } from '../../ledger/parseRate';
import { bases, type Basis } from '../../ledger/planKinds';
import { EVERYONE, type PlanRule } from '../../ledger/planRule';

/** What each basis is, with the figure of the report that shows it. */
export const basisWords: Readonly<Record<Basis, string>> = {
  'collected-invoicing':
    'What was collected on closed invoices, before tax and after discount (Collected Invoicing, eligible amount)',
  'cpt-collections':
    'Money applied to codes on its payment date, refunds not deducted (CPT Collections (Gross), Collected Amount)',
  'gross-production':
    'Completed work at its full fee on its service date (Production & Income, Production)',
  'net-production':
    'Completed work with its adjustments and write-offs (Production & Income, Tot Prod without Sched)',
  'payroll-net-production':
    'Completed work with estimated and changed write-offs, by dates that cannot be set back (Provider Payroll, Net Prod)',
  'net-income':
    'Money on charges and final insurance money, by dates that cannot be set back (Provider Payroll, Net Income)',
};

export const unpaidWords: Readonly<Record<Unpaid, string>> = {
  'no provider': 'Names no provider',
  'no plan': 'The provider has no commission plan',
  'plan refused': 'The plan cannot be computed',
  'no rule': 'No row of the plan is in force for it',
  'not commissionable': 'Excluded from commissions',
};

export const leftOutWords: Readonly<Record<LeftOutReason, string>> = {
  'on an open invoice': 'On invoices that are open: counts when they are closed',
  'on no invoice': 'On work that stands on no invoice: counts when it is put on one that is closed',
  'on no line': 'Unallocated: on no line of a closed invoice, not yet payable',
  prepayment: 'Deposits and prepayments: not earned yet',
  'not final': 'Insurance money without a final check: not payable yet',
  'not attached': 'Unallocated: attached to no charge, not yet payable',
  'refund not deducted': 'Refunds in part: the basis does not deduct them',
  'refunded in full': 'Payments that were refunded in full, and their refunds',
  'on no code': 'Money that names no charge or claim that is known',
  scheduled: 'Scheduled, not done yet',
};

/** `30 %`. */
export function percent(rate: number): string {
  return `${rateText(rate)} %`;
}

/** Tells of a commission line by which rule it earns what, and why this rule holds. */
export function ruleReader({
  ledger,
  commission,
}: {
  readonly ledger: Ledger;
  readonly commission: Commission;
}): (line: number) => string {
  const { lines, picked } = commission;
  const { names } = ledger.providers;
  const byBasis = new Map(commission.bases.map((one) => [one.basis, one.lines]));
  return (line) => {
    const of = at(picked, lines.rule[line]!);
    const own = byBasis.get(at(bases, lines.basis[line]!));
    const sort = at(lineSorts, lines.sort[line]!);
    const words = [sortWords(sort, of, lines.tier[line])];
    const { first } = of.version;
    const owner = own === undefined ? NONE : own.provider[lines.line[line]!]!;
    const payee = lines.payee[line]!;
    if (first.creditTo !== undefined && payee === owner) {
      words.push(`${percent(first.creditShare)} of it credited to ${at(names, first.creditTo)}`);
    } else if (payee !== owner) {
      words.push(`${percent(first.creditShare)} of work of ${at(names, owner)}`);
    }
    const origin = lines.origin[line]!;
    if (origin !== NONE && own !== undefined) {
      const day = dayText(dayOfMoment(own.moment[origin]!));
      if (day !== dayText(dayOfMoment(lines.moment[line]!)))
        words.push(`as on ${day}, which it takes back`);
    }
    return words.join('; ');
  };
}

function sortWords(
  sort: (typeof lineSorts)[number],
  picked: Picked,
  tier: PlanRule | undefined,
): string {
  const { first } = picked.version;
  if (sort === 'uplift')
    return `tier reached: what it changes on the lines before, ${ruleWords(picked, tier)}`;
  if (sort === 'base') return ruleWords(picked, tier);
  const share =
    first.labShare === WHOLE_RATE
      ? 'laboratory cost'
      : `${percent(first.labShare)} of the laboratory cost`;
  const isAfter = picked.version.labMethod === 'after-lab';
  return isAfter
    ? `${share}, off the base: ${ruleWords(picked, tier)}`
    : `${share}, off the commission (row ${first.sheetRow})`;
}

/** `40 % for code D2740 (row 5)`, `35 % above 50,000.00 a month (row 4)`. */
export function ruleWords({ rule, version, match }: Picked, tier: PlanRule | undefined): string {
  const work = match === 'all work' ? 'all work' : `${match} ${rule.appliesTo}`;
  const whose = rule.owner === EVERYONE ? ' of everyone else' : '';
  const row = `row ${(tier ?? version.first).sheetRow}`;
  if (version.method === '') return `${percent(tier?.rate ?? 0)} for ${work}${whose} (${row})`;
  return `${tierWords({ version }, tier)}, for ${work}${whose} (${row})`;
}

/** `35 % above 50,000.00 a month, marginal`. */
export function tierWords(
  { version }: Pick<Picked, 'version'>,
  tier: PlanRule | undefined,
): string {
  const { tiers, method, period } = version;
  const unit = `a ${period}, ${method}`;
  if (tier === undefined) return `nothing up to ${moneyText(tiers[0]?.tierFrom ?? 0)} ${unit}`;
  const next = tiers[tiers.indexOf(tier) + 1];
  if (tier.tierFrom <= 0 && next !== undefined) {
    return `${percent(tier.rate)} up to ${moneyText(next.tierFrom)} ${unit}`;
  }
  return `${percent(tier.rate)} above ${moneyText(tier.tierFrom)} ${unit}`;
}
