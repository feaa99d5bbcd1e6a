/** Every state that the review of suggestions can be in. */
import type { Inspection, Progress } from '../../../src/app/pane';
import type { ReviewOutcome } from '../../../src/app/review/types';
import type { FakeScript } from './fakeServices';
import * as review from './reviewSample';
import * as sample from './sample';
import type { GalleryState } from './states';

const inspection: Inspection = {
  ...sample.inspection,
  reports: [
    ...sample.inspection.reports,
    {
      name: 'allocation',
      title: 'Allocation and Income Transfer',
      question: 'What is each payment for, and which money stands in the wrong place?',
      missing: '',
    },
  ],
};

function reviews(outcome: ReviewOutcome | undefined, more: Partial<FakeScript> = {}): FakeScript {
  return {
    look: { kind: 'done', inspection },
    effect: review.effect,
    ...(outcome === undefined ? {} : { review: outcome }),
    ...more,
  };
}

const reading: Progress = {
  stage: 'read',
  text: 'Reading Payments, 12,000 rows',
  share: 0.4,
  isCancellable: true,
};

const open = ['Review suggestions'];
const write = [...open, 'Accept all', 'Write 4 accepted'];

export const reviewStates = {
  'review-button': { script: reviews(review.found) },
  review: { script: reviews(review.found), press: open },
  'review-effect': { script: reviews(review.found), press: [...open, 'Accept all'] },
  'review-thousands': { script: reviews(review.thousands), press: open },
  'review-gone': {
    script: reviews(review.found, { isGone: true }),
    press: [...open, 'Charges H12'],
  },
  'review-reading': { script: reviews(undefined, { reviewProgress: reading }), press: open },
  'review-empty': { script: reviews(review.nothingFound), press: open },
  'review-refused': { script: reviews(review.refused), press: open },
  'review-cancelled': {
    script: reviews(undefined, { reviewProgress: reading }),
    press: [...open, 'Cancel'],
  },
  'review-accepted': { script: reviews(review.found, { change: review.accepted }), press: write },
  'review-changed': { script: reviews(review.found, { change: review.changed }), press: write },
  'review-failed': { script: reviews(review.found, { change: review.failed }), press: write },
} as const satisfies Record<string, GalleryState>;
