/** What the live region says when work has ended. */
import type { InspectOutcome, RefreshOutcome } from '../app/pane';
import { counted } from './counted';
import { sentence } from '../app/sentence';

export const OUT_OF_DATE = 'Out of date: the ledger was changed after it was read.';
export const CANCELLED = 'Cancelled. Nothing was written.';

/** What looking at the workbook came to. */
export function lookWords(outcome: InspectOutcome): string {
  switch (outcome.kind) {
    case 'done':
      return `${counted(outcome.inspection.tables.length, 'ledger table')} found.`;
    case 'cancelled':
      return 'Stopped looking. Nothing was changed.';
    case 'failed':
      return failureWords(outcome);
  }
}

/** What a refresh came to. */
export function outcomeWords(outcome: RefreshOutcome): string {
  switch (outcome.kind) {
    case 'done': {
      const written = `${counted(outcome.sheets.length, 'sheet')} written.`;
      return [written, sentence(outcome.held), sentence(outcome.note)]
        .filter((words) => words !== '')
        .join(' ');
    }
    case 'refused':
      return ['Nothing was written.', ...outcome.reasons.map(sentence)].join(' ');
    case 'cancelled':
      return CANCELLED;
    case 'failed':
      return failureWords(outcome);
  }
}

function failureWords({
  message,
  fix,
}: {
  readonly message: string;
  readonly fix: string;
}): string {
  return `${sentence(message)} ${sentence(fix)}`;
}
