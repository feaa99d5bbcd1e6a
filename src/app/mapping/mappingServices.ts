/** The services of the pane on mappings; what they need is loaded when it is asked for. */
import { asOutcome } from '../asOutcome';
import { watchFor } from '../paneRun';
import { notLoaded } from '../withReports';
import type { Draft, MappingOutcome, MappingServices, MappingTold } from './types';
import type * as Work from './work';

export const mappingServices: MappingServices = {
  look: (tell, signal) => answerOf(({ look }) => look(watchFor(tell, signal))),
  open: (place) => draftOf(({ open }) => open(place)),
  openAt: (sheet, row) => draftOf(({ openAt }) => openAt(sheet, row)),
  check: (draft, tell, signal) => answerOf(({ check }) => check(draft, watchFor(tell, signal))),
  keep: (draft) => toldOf(({ keep }) => keep(draft)),
  forget: (mapping) => toldOf(({ forget }) => forget(mapping)),
  exportText: () => answerOf(({ exportText }) => exportText()),
  importText: (text) => toldOf(({ importText }) => importText(text)),
};

function answerOf<Answer>(
  ask: (work: typeof Work) => Promise<Answer>,
): Promise<MappingOutcome<Answer>> {
  return asOutcome(async () => ({ kind: 'done', answer: await ask(await withWork()) }) as const);
}

async function draftOf(
  ask: (work: typeof Work) => Promise<Draft | undefined>,
): Promise<MappingOutcome<Draft>> {
  const outcome = await answerOf(ask);
  if (outcome.kind !== 'done') return outcome;
  if (outcome.answer !== undefined) return { kind: 'done', answer: outcome.answer };
  const fix = 'Give the number of the row in which its headers stand, beside each other.';
  return { kind: 'failed', message: 'There are no headers in this row.', fix };
}

async function toldOf(ask: (work: typeof Work) => Promise<MappingTold>): Promise<MappingTold> {
  const outcome = await answerOf(ask);
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
