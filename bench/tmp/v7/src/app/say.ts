/** What a person should know after a run, as sentences: empty where every row was used. */
import { HostFailure } from '../excel/hostFailure';
import { problemText } from '../ledger/problem';
import type { RunOutcome } from './runReports';

/** Why a run was refused, and every problem that is more than a note. */
export function outcomeSentences(outcome: RunOutcome): string[] {
  const grave = outcome.problems.filter(({ severity }) => severity !== 'noted');
  const sentences = grave.map(problemText);
  return outcome.kind === 'refused' ? [...outcome.reasons, ...sentences] : sentences;
}

/** An error of a run: what Excel reported and what to do, else the bug's own words. */
export function failureSentences(error: unknown): string[] {
  if (error instanceof HostFailure) return [error.message, error.fix];
  return [error instanceof Error ? error.message : String(error)];
}
