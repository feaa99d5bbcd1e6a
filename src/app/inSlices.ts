/** Runs a long computation in slices, so that the pane goes on answering between them. */
import type { Steps } from '../core/steps';

/** Milliseconds without a pause: a person notices 50. */
const SLICE = 12;

/** The result of the steps. `pause` is called before each pause; it may throw to give up. */
export async function inSlices<Result>(
  steps: Steps<Result>,
  pause: () => void = () => undefined,
): Promise<Result> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < SLICE) continue;
    pause();
    await breath();
    since = performance.now();
  }
}

/** Lets everything else that waits have its turn. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
