/** Plans that this ledger or this run cannot compute, by name and with the reason: never approximated. */
import type { ReadKind } from '../../ledger/kinds';
import type { Ledger } from '../../ledger/ledger';
import type { Basis } from '../../ledger/planKinds';
import type { PlanRule } from '../../ledger/planRule';
import { adjustmentBuckets } from '../adjustmentPostings';
import { lacksFirstEstimate } from '../firstEstimate';
import type { Options } from '../options';
import { missingDates } from '../payrollDates';

export interface Refusal {
  /** A provider's place, or EVERYONE. */
  readonly owner: number;
  readonly rule: PlanRule;
  readonly why: string;
  /** The ledger lacks a table or a column: the report cannot be asked for by name. */
  readonly isLacking: boolean;
}

/** Tables of each basis: all those of one of the lists. */
const basisNeeds: Readonly<Record<Basis, readonly (readonly ReadKind[])[]>> = {
  'collected-invoicing': [['Charges', 'Invoices', 'Payments']],
  'cpt-collections': [
    ['Charges', 'Payments'],
    ['Charges', 'Claim Lines'],
  ],
  'gross-production': [['Charges']],
  'net-production': [['Charges']],
  'payroll-net-production': [['Charges']],
  'net-income': [['Payments'], ['Claim Lines']],
};

/** One refusal a plan and reason; `isPart`: only some locations are read. */
export function refusalsOf(
  ledger: Ledger,
  options: Options,
  { isPart }: { readonly isPart: boolean },
): Refusal[] {
  const refusals: Refusal[] = [];
  const seen = new Set<string>();
  const refuse = (rule: PlanRule, why: string, isLacking: boolean): void => {
    const key = `${rule.provider} ${why}`;
    if (why === '' || seen.has(key)) return;
    seen.add(key);
    refusals.push({ owner: rule.provider, rule, why, isLacking });
  };
  for (const rule of ledger.plans.rules) {
    refuse(rule, ledger.closes.broken, true);
    refuse(rule, lackOf(ledger, rule.basis, options), true);
    if (isPart) refuse(rule, wholeTerm(rule) || wholeCloses(ledger), false);
  }
  return refusals;
}

/** What a basis lacks; empty where it can be computed. */
function lackOf(ledger: Ledger, basis: Basis, options: Options): string {
  const found = new Set(ledger.sources.map(({ kind }) => kind));
  const lists = basisNeeds[basis].map((kinds) => kinds.filter((kind) => !found.has(kind)));
  const [fewest = []] = lists.sort((a, b) => a.length - b.length);
  if (fewest.length > 0) return `${basis} needs the table ${fewest.join(' and ')}`;
  if (basis === 'net-production') return lacksFirstEstimate(ledger.sources, options);
  const dated = payrollKinds(ledger, basis);
  const missing = missingDates(ledger).missing.find(({ kind }) => dated.has(kind));
  return missing === undefined
    ? ''
    : `${basis} needs the column '${missing.header}' in ${missing.kind} on '${missing.sheet}'`;
}

/** The tables whose entry dates select the rows of a basis of payroll. */
function payrollKinds(ledger: Ledger, basis: Basis): ReadonlySet<string> {
  if (basis === 'payroll-net-production') return new Set(['Charges', 'Adjustments', 'Claim Lines']);
  if (basis !== 'net-income') return new Set();
  const buckets = adjustmentBuckets(ledger);
  const rows = [...ledger.tables.Adjustments.sheetRow.keys()];
  const isMoney = rows.some((row) => buckets.bucketOf(row) === 'collection');
  const adjustments = isMoney ? ['Adjustments'] : [];
  return new Set(['Payments', 'Claim Lines', ...adjustments]);
}

/** Terms that are about all of a provider's work, and not about that of one location. */
function wholeTerm({ tierFrom, guarantee, draw, carry }: PlanRule): string {
  if (tierFrom > 0) return 'its tiers are about all locations, and only some were asked for';
  const isPromised = guarantee !== undefined || draw !== undefined || carry === 'Yes';
  return isPromised
    ? 'its guarantee, draw or deficit is about all locations, and only some were asked for'
    : '';
}

/** What was paid in a closed period was paid for all locations. */
function wholeCloses({ closes }: Ledger): string {
  return closes.periods.length === 0
    ? ''
    : 'a closed period is about all locations, and only some were asked for';
}
