/** The services of the view of plans on the open workbook; what they need is loaded with the reports. */
import { asOutcome } from '../asOutcome';
import { type Tell, watchFor } from '../paneRun';
import { withPart } from '../withReports';
import type * as Plans from './plans';
import type { PlanServices } from './types';

export const planServices: PlanServices = {
  look: (settings, tell, signal) =>
    asOutcome(async () => (await withPlans()).look(settings, watchFor(tell, signal))),
  effect: (draft, signal) =>
    asOutcome(async () => (await withPlans()).effect(draft, watchFor(nobody, signal).pause)),
  apply: (draft, tell, signal) =>
    asOutcome(async () => (await withPlans()).apply(draft, watchFor(tell, signal))),
  undo: (tell, signal) => asOutcome(async () => (await withPlans()).undo(watchFor(tell, signal))),
  close: () => {
    void withPlans()
      .then((plans) => {
        plans.close();
      })
      .catch(() => undefined);
  },
};

const nobody: Tell = () => undefined;

function withPlans(): Promise<typeof Plans> {
  return withPart(({ loadPlans }) => loadPlans());
}
