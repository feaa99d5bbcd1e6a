/** The columns of Commission Plans as they are edited: names, hints and lists in plain words. */
import type { Ledger } from '../../ledger/ledger';
import { planFields, planSpec } from '../../ledger/planCells';
import { type CommissionPlansField, refusedTerms } from '../../ledger/planKinds';
import type { PlanField } from './types';

const main: readonly CommissionPlansField[] = [
  'provider',
  'basis',
  'rate',
  'appliesTo',
  'from',
  'to',
];

const hints: Partial<Record<CommissionPlansField, string>> = {
  rate: 'Per cent, such as 30 %',
  appliesTo: 'Codes, tags or categories, such as D0120; D0140. Blank is all work',
  from: 'Such as 2024-03-01. Blank is always',
  to: 'The last day. Blank is open',
  tierFrom: 'The amount above which the rate of this row holds',
  creditShare: 'Per cent of each line that goes to the one credited',
  labShare: 'Per cent of the laboratory cost. Blank is all of it',
};

const words: Readonly<Record<string, string>> = {
  'collected-invoicing': 'Collected invoicing',
  'cpt-collections': 'CPT collections',
  'gross-production': 'Gross production',
  'net-production': 'Net production',
  'payroll-net-production': 'Payroll net production',
  'net-income': 'Net income',
  marginal: 'Each band at its rate (marginal)',
  cliff: 'All at the rate reached (cliff)',
  none: 'None',
  'share-of-lab': 'Off the commission (share-of-lab)',
  'after-lab': 'Off the base (after-lab)',
  day: 'Day',
  period: 'Period of the report',
  month: 'Month',
  quarter: 'Quarter',
  year: 'Year',
};

export function planForm({ providers }: Pick<Ledger, 'providers'>): PlanField[] {
  const names = providers.names.filter((_, place) => place !== providers.noProvider);
  return planFields.map((field): PlanField => {
    const spec = planSpec(field);
    const choices = (spec.choices ?? []).filter((value) => value !== '');
    const listed: Partial<Record<CommissionPlansField, readonly string[]>> = {
      provider: ['*', ...names],
      creditTo: names,
    };
    return {
      name: field,
      label: spec.header,
      hint: hints[field] ?? '',
      values: (listed[field] ?? choices).map((value) => ({
        value,
        label: value === '*' ? 'Everyone else' : (words[value] ?? value),
      })),
      group: groupOf(field),
    };
  });
}

function groupOf(field: CommissionPlansField): PlanField['group'] {
  if (refusedTerms.some((term) => term === field)) return 'uncomputed';
  return main.includes(field) ? 'main' : 'terms';
}
