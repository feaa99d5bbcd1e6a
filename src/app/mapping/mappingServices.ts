/** The services of the pane on mappings; what they need is loaded when it is asked for. */
import { Cancelled, failed, watchFor } from '../paneRun';
import { notLoaded } from '../withReports';
import type { MappingOutcome, MappingServices, MappingTold } from './types';
import type * as Work from './work';

export const mappingServices: MappingServices = {
  look: (tell, signal) => outcomeOf(({ look }) => look(watchFor(tell, signal))),
  open: (place) => outcomeOf(async ({ open }) => there(await open(place))),
  openAt: (sheet, row) => outcomeOf(async ({ openAt }) => there(await openAt(sheet, row))),
  check: (draft, tell, signal) => outcomeOf(({ check }) => check(draft, watchFor(tell, signal))),
  keep: (draft) => toldOf(({ keep }) => keep(draft)),
  forget: (mapping) => toldOf(({ forget }) => forget(mapping)),
  exportText: () => outcomeOf(({ exportText }) => exportText()),
  importText: (text) => toldOf(({ importText }) => importText(text)),
};

/** Thrown where a row has no headers any more. */
class NoHeaders extends Error {}

function there<Found>(found: Found | undefined): Found {
  if (found === undefined) throw new NoHeaders();
  return found;
}

async function outcomeOf<Answer>(
  ask: (work: typeof Work) => Promise<Answer>,
): Promise<MappingOutcome<Answer>> {
  try {
    return { kind: 'done', answer: await ask(await withWork()) };
  } catch (error) {
    if (error instanceof Cancelled) return { kind: 'cancelled' };
    if (error instanceof NoHeaders) {
      const fix = 'Give the number of the row in which its headers stand, beside each other.';
      return { kind: 'failed', message: 'There are no headers in this row.', fix };
    }
    const { fix, ...failure } = failed(error);
    // Here it is another button than Refresh that is pressed again.
    return { ...failure, fix: fix.replace(/[Pp]ress Refresh again/, 'Try again') };
  }
}

async function toldOf(ask: (work: typeof Work) => Promise<MappingTold>): Promise<MappingTold> {
  const outcome = await outcomeOf(ask);
  if (outcome.kind === 'done') return outcome.answer;
  const words = outcome.kind === 'failed' ? `${outcome.message} ${outcome.fix}` : 'Given up.';
  return { isDone: false, words };
}

async function withWork(): Promise<typeof Work> {
  try {
    return await import(/* webpackChunkName: "mapping-work" */ './work');
  } catch (error) {
    throw notLoaded(error);
  }
}
