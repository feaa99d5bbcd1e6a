/** Reviews allocation suggestions in a workbook on the Excel host, through Microsoft's office.js. */
import { ExcelHost, type HostWorkbook } from '../../host/index';
import { startOffice } from '../../host/node';
import type { Settings } from '../../src/app/pane';
import type {
  ChangeOutcome,
  EffectOutcome,
  Review,
  ReviewOutcome,
} from '../../src/app/review/types';

/** The review of a workbook: every outcome must be the expected one. */
export interface ReviewRun {
  readonly host: ExcelHost;
  propose(settings: Settings): Promise<Review>;
  effect(keys: readonly string[]): Promise<Extract<EffectOutcome, { kind: 'done' }>>;
  accept(keys: readonly string[]): Promise<ChangeOutcome>;
  undo(): Promise<ChangeOutcome>;
}

const never = new AbortController().signal;
const nothing = (): void => undefined;

export async function reviewOf(workbook: HostWorkbook): Promise<ReviewRun> {
  const host = new ExcelHost(workbook, { name: 'ledger.xlsx' });
  await startOffice(host);
  const { reviewServices } = await import('../../src/app/review/reviewServices');
  return {
    host,
    propose: async (settings) => reviewed(await reviewServices.propose(settings, nothing, never)),
    effect: async (keys) => {
      const outcome = await reviewServices.effect(keys, never);
      if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
      return outcome;
    },
    accept: (keys) => reviewServices.accept(keys, nothing, never),
    undo: () => reviewServices.undo(nothing, never),
  };
}

/** The review of an outcome that must have one. */
export function reviewed(outcome: ReviewOutcome): Review {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.review;
}

/** What was said, and the review that follows; other outcomes are failures of the test. */
export function doneOf(outcome: ChangeOutcome): { readonly said: string; readonly next: Review } {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return { said: outcome.said, next: reviewed(outcome.next) };
}
