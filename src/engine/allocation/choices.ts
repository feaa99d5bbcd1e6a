/** The choices of allocation and income transfer (A1, A4, A21, T8, T9, T12), read off the options. */
import type { Options } from '../options';

export interface AllocationChoices {
  /** How payments are split: every dollar, as a suggestion, or not at all (A1). */
  readonly enforcement: 'fully' | 'auto' | 'none';
  /** Totals of claims are split over their procedures (A4). */
  readonly splitsClaimTotals: boolean;
  readonly prefersCurrentPatient: boolean;
  readonly prepaysProviders: boolean;
  readonly negativeIsIncome: boolean;
  /** Oldest money to oldest charge, whoever's it is (T12). */
  readonly isFifo: boolean;
}

export function allocationChoices(options: Options): AllocationChoices {
  const enforcement = options['paysplit-enforcement'];
  return {
    enforcement: enforcement === 'auto' || enforcement === 'none' ? enforcement : 'fully',
    splitsClaimTotals: options['claim-pay-total'] === 'auto',
    prefersCurrentPatient: options['prefer-current-patient'] === 'yes',
    prepaysProviders: options['prepay-to-providers'] === 'yes',
    negativeIsIncome: options['negative-production-as-income'] === 'yes',
    isFifo: options['transfer'] === 'fifo',
  };
}
