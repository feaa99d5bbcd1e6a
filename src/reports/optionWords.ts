/** What each option decides, in words: for the pane and for the sheet Policy. */
import { optionSpecs, type OptionName } from '../engine/options';

export interface OptionWords {
  readonly label: string;
  /** The question that the option decides, as a sentence. */
  readonly help: string;
  /** A label for each value, in their order; the first is the default. */
  readonly values: readonly string[];
}

/** Options of the reports that this version makes. */
export const optionWords: Partial<Record<OptionName, OptionWords>> = {
  'negative-lines': {
    label: 'Negative lines',
    help: 'Whether a return or credit line is settled in its place among the lines or before them all.',
    values: ['In their place', 'Before all others'],
  },
  'detail-rows': {
    label: 'Lines in Provider Details',
    help: 'Whether lines that no money reached in the period are listed too.',
    values: ['Only lines that money moved', 'Unpaid lines too'],
  },
  'cpt-used': {
    label: 'Used in the CPT reports',
    help: 'Whether Used adds up units or counts lines.',
    values: ['Units', 'Lines'],
  },
  'cpt-spread': {
    label: 'Adjustments and payments of whole claims',
    help: 'How what names only a claim is spread over its lines.',
    values: ['By charge', 'By what adjustments leave of it', 'Alike', 'Not at all: a line Claim'],
  },
  'cpt-refunds': {
    label: 'Refunds in CPT Collections',
    help: 'Whether a payment that was refunded in full is left out as well.',
    values: ['Refunded payments left out', 'Only refunds left out'],
  },
  'cpt-modifiers': {
    label: 'Modifiers of codes',
    help: 'Whether 99213-25 stands under 99213 or in a row of its own.',
    values: ['Merged into the code', 'Kept apart'],
  },
  'cpt-discounts': {
    label: 'Discounts and bad debt',
    help: 'Whether discounts and bad debt are taken off Total Income; a memo always shows them.',
    values: ['Left in income', 'Taken off'],
  },
  'write-off-date': {
    label: 'Date of write-offs',
    help: 'When insurance write-offs lower production. By claim needs the first estimate and its date.',
    values: ['When the insurer pays', 'On the day of the work', 'By claim: estimate, then change'],
  },
  'include-unearned': {
    label: 'Prepayments in income',
    help: 'Whether money that is not earned yet is income when it is received.',
    values: ['When received', 'When moved to work'],
  },
  'scheduled-less-write-off': {
    label: 'Scheduled work',
    help: 'Whether scheduled work is shown less its estimated write-off.',
    values: ['At its full fee', 'Less the estimated write-off'],
  },
  'sales-tax': {
    label: 'Sales tax in the sales summaries',
    help: 'Whether sales tax has a row of its own or is a part of the services.',
    values: ['In a row of its own', 'Inside the services'],
  },
  'collection-adjustment-sign': {
    label: 'Sign of collection adjustments',
    help: 'Whether a refund on the [+] tab is money given back, or is added as the tab says.',
    values: ['[+] is given back', '[+] is added'],
  },
  'lab-date': {
    label: 'Laboratory costs in commissions',
    help: 'Whether a laboratory cost comes off with the first money or work of its case, or on the day of the work.',
    values: ['With the money of the case', 'On the day of the work'],
  },
  'round-commission': {
    label: 'Half a cent of commission',
    help: 'Whether half a cent of commission is rounded up or to the even cent.',
    values: ['Rounded up', 'To the even cent'],
  },
  'round-commission-at': {
    label: 'Rounding of commissions',
    help: 'Whether a commission is rounded once a month or on every line.',
    values: ['Once a month', 'On every line'],
  },
  'voided-rows': {
    label: 'Voided rows of the audit trail',
    help: 'Whether crossed-out rows are in the figures; a memo always shows both.',
    values: ['Left out', 'Counted'],
  },
  'paysplit-enforcement': {
    label: 'Splits of payments',
    help: 'Whether every dollar has to go to work or to unearned, may stay unallocated, or is not split.',
    values: ['Enforced', 'Suggested', 'Not split'],
  },
  'claim-pay-total': {
    label: 'Claims paid as one total',
    help: 'Whether such money is split over the procedures of the claim.',
    values: ['Split by procedure', 'Left as one total'],
  },
  'prefer-current-patient': {
    label: 'Whose charges a payment pays first',
    help: 'Whether the oldest charge of the family comes first, or those of the patient of the payment.',
    values: ['The oldest of the family', "The patient's own"],
  },
  'prepay-to-providers': {
    label: 'Unearned money of a provider',
    help: "Whether what nothing is owed for stays with its provider or is nobody's in particular.",
    values: ["Nobody's", "Its provider's"],
  },
  'negative-production-as-income': {
    label: 'Returns and lowered fees',
    help: 'Whether a charge or adjustment below 0 is money that pays something else.',
    values: ['Are money', 'Only what was paid moves'],
  },
  transfer: {
    label: 'Income transfers',
    help: 'Whether providers, patients and locations keep their own money first, or only its age counts.',
    values: ['Own money first', 'Oldest first (FIFO)'],
  },
};

/** The label of a value; the value itself where it has none. */
export function valueLabel(name: OptionName, value: string): string {
  const values: readonly string[] = optionSpecs[name].values;
  return optionWords[name]?.values[values.indexOf(value)] ?? value;
}
