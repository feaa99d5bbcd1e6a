/** Commission Plans: what each provider is paid on, from when, and in which way. */
import type { ColumnSpec } from './columnSpec';
import { provider } from './commonColumns';

/** What a commission is a share of; each is the figure of a report. */
export const bases = [
  'collected-invoicing',
  'cpt-collections',
  'gross-production',
  'net-production',
  'payroll-net-production',
  'net-income',
] as const;
export type Basis = (typeof bases)[number];

export const tierMethods = ['', 'marginal', 'cliff'] as const;
export type TierMethod = (typeof tierMethods)[number];
export const tierPeriods = ['', 'day', 'month', 'quarter', 'year'] as const;
export type TierPeriod = (typeof tierPeriods)[number];
export const labMethods = ['', 'none', 'share-of-lab', 'after-lab'] as const;
export type LabMethod = (typeof labMethods)[number];
export const guaranteePeriods = ['', 'day', 'period', 'month'] as const;
export type GuaranteePeriod = (typeof guaranteePeriods)[number];
export const carryWords = ['', 'Yes', 'No'] as const;
export type CarryWord = (typeof carryWords)[number];

/** One row for each rate: of whom, on what, from when. `*` stands for everyone else. */
export const commissionPlansColumns = {
  provider: { ...provider, bold: true },
  basis: {
    header: 'Basis',
    type: 'choice',
    bold: true,
    choices: bases,
    synonyms: ['Commission Basis'],
    valueSynonyms: {
      'Collected Invoicing': 'collected-invoicing',
      'CPT Collections': 'cpt-collections',
      'Gross Production': 'gross-production',
      'Net Production': 'net-production',
      'Tot Prod': 'net-production',
      'Payroll Net Production': 'payroll-net-production',
      'Net Prod': 'payroll-net-production',
      'Net Income': 'net-income',
    },
  },
  rate: {
    header: 'Rate',
    type: 'rate',
    bold: true,
    synonyms: ['Commission Rate', 'Percent'],
  },
  appliesTo: { header: 'Applies To', type: 'text' },
  creditTo: { header: 'Credit To', type: 'text' },
  creditShare: { header: 'Credit Share', type: 'rate' },
  tierFrom: { header: 'Tier From', type: 'cents' },
  tierMethod: { header: 'Tier Method', type: 'choice', choices: tierMethods },
  tierPeriod: { header: 'Tier Period', type: 'choice', choices: tierPeriods },
  from: {
    header: 'Effective From',
    type: 'moment',
    synonyms: ['Effective Date', 'Valid From'],
  },
  to: { header: 'Effective To', type: 'moment', synonyms: ['Valid To'] },
  labMethod: { header: 'Lab Method', type: 'choice', choices: labMethods },
  labShare: { header: 'Lab Share', type: 'rate' },
  guarantee: { header: 'Guarantee', type: 'optionalCents' },
  guaranteePeriod: { header: 'Guarantee Period', type: 'choice', choices: guaranteePeriods },
  draw: { header: 'Draw', type: 'optionalCents' },
  carryDeficit: {
    header: 'Carry Deficit',
    type: 'choice',
    choices: carryWords,
    valueSynonyms: { Y: 'Yes', TRUE: 'Yes', N: 'No', FALSE: 'No' },
  },
  // Terms that plans have and this version does not compute: a filled cell refuses the plan by name.
  retention: { header: 'Retention', type: 'text', synonyms: ['Holdback', 'Withheld', 'Clawback'] },
  basePay: {
    header: 'Base Pay',
    type: 'text',
    synonyms: ['Base Salary', 'Salary', 'Minimum', 'Minimum Pay'],
  },
  bonus: {
    header: 'Bonus',
    type: 'text',
    synonyms: ['Bonus Threshold', 'Flat Fee', 'Fee per Visit', 'Fee per Check'],
  },
  cap: { header: 'Cap', type: 'text', synonyms: ['Maximum', 'Maximum Pay', 'Max Pay'] },
} as const satisfies Record<string, ColumnSpec>;

export type CommissionPlansField = keyof typeof commissionPlansColumns;

/** The columns of terms that are not computed. */
export const refusedTerms = ['retention', 'basePay', 'bonus', 'cap'] as const;
