/** What the services of the pane share: how far a run is, that it was given up, and why it failed. */
import { HostFailure } from '../excel/hostFailure';
import type { Stage, StagePart, Watch } from '../excel/reading';
import { counted } from '../core/counted';
import type { Progress } from './paneBasics';

/** Thrown to give a run up; nothing was written then. */
export class Cancelled extends Error {}

export type Tell = (progress: Progress) => void;

/** Watches a run for the pane: tells what goes on, and gives up when that is asked for. */
export function watchFor(tell: Tell, signal: AbortSignal): { watch: Watch; pause: () => void } {
  const pause = (): void => {
    if (signal.aborted) throw new Cancelled();
  };
  const watch: Watch = (stage, part) => {
    // From the first sheet on a run goes to its end: half a set of reports helps nobody.
    const isCancellable = stage !== 'write';
    if (isCancellable) pause();
    else if (part?.done === 0) pause();
    tell({ stage, text: stageText(stage, part), share: shareOfStage(stage, part), isCancellable });
  };
  return { watch, pause };
}

function stageText(stage: Stage, part: StagePart | undefined): string {
  switch (stage) {
    case 'read':
    case 'ingest':
      return part === undefined
        ? 'Looking through the workbook'
        : `Reading ${part.sheet}, ${counted(part.all)} rows`;
    case 'allocate':
      return 'Allocating the money';
    case 'report':
      return 'Making the reports';
    case 'compare':
      return part === undefined ? 'Comparing the options' : `Comparing the option ${part.sheet}`;
    case 'write':
      return part === undefined ? 'Writing' : `Writing ${part.sheet}`;
  }
}

/** Where each stage begins and ends in the whole run: reading and writing are most of it. */
const stretches: Readonly<Record<Stage, readonly [from: number, to: number]>> = {
  read: [0, 0.4],
  ingest: [0, 0.4],
  allocate: [0.4, 0.45],
  report: [0.45, 0.48],
  compare: [0.48, 0.55],
  write: [0.55, 1],
};

function shareOfStage(stage: Stage, part: StagePart | undefined): number | undefined {
  if (stage === 'ingest' || (stage === 'read' && part === undefined)) return undefined;
  const [from, to] = stretches[stage];
  const done = part === undefined || part.all === 0 ? 0 : part.done / part.all;
  return from + (to - from) * done;
}

/** A failure as the pane shows it. */
export function failed(error: unknown): { kind: 'failed'; message: string; fix: string } {
  if (error instanceof HostFailure) {
    return { kind: 'failed', message: error.message, fix: error.fix };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    kind: 'failed',
    message,
    fix: 'Press Refresh again; if it stays, save the workbook, reopen it and tell us this sentence.',
  };
}
