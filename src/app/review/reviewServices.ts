/** The review's services on the open workbook; what they need is loaded with the reports. */
import { asOutcome } from '../asOutcome';
import { type Tell, watchFor } from '../paneRun';
import { withPart } from '../withReports';
import type * as Review from './review';
import type { ReviewServices } from './types';

export const reviewServices: ReviewServices = {
  propose: (settings, tell, signal) =>
    asOutcome(async () => (await withReview()).propose(settings, watchFor(tell, signal))),
  effect: (keys, signal) =>
    asOutcome(async () => (await withReview()).effect(keys, watchFor(nobody, signal).pause)),
  accept: (keys, tell, signal) =>
    asOutcome(async () => (await withReview()).accept(keys, watchFor(tell, signal))),
  undo: (tell, signal) => asOutcome(async () => (await withReview()).undo(watchFor(tell, signal))),
  close: () => {
    void withReview()
      .then((review) => {
        review.close();
      })
      .catch(() => undefined);
  },
};

const nobody: Tell = () => undefined;

function withReview(): Promise<typeof Review> {
  return withPart(({ loadReview }) => loadReview());
}
