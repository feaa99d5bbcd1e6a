/** What a service of a view of the pane came to: nothing of it throws. */
import { Cancelled, failed } from './paneRun';

export async function asOutcome<Outcome>(
  work: () => Promise<Outcome>,
): Promise<Outcome | { readonly kind: 'cancelled' } | ReturnType<typeof failed>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Cancelled) return { kind: 'cancelled' };
    const { fix, ...failure } = failed(error);
    // Here it is another button than Refresh that is pressed again.
    return {
      ...failure,
      fix: fix
        .replace('press Refresh again', 'try again')
        .replace('Press Refresh again', 'Try again'),
    };
  }
}
