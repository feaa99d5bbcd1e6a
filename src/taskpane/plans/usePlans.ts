/** The state of the view of plans: what was read, what was made of it, and what that would pay. */
import { useCallback, useEffect, useState } from 'react';
import type { Progress, Settings } from '../../app/pane';
import type {
  PlanBook,
  PlanChangeOutcome,
  PlanEffectOutcome,
  PlanProblem,
  PlanServices,
  PlansOutcome,
} from '../../app/plans/types';
import { sentence } from '../../app/sentence';
import { counted } from '../counted';
import type { Busy } from '../components/Footer';
import { useWork } from '../useWork';
import { changesIn, type DraftRow, plansIn, rowsOf } from './draft';

/** How long an edit has to stand before its effect is worked out. */
const EFFECT_AFTER_MS = 300;

/** What writing or undoing came to. */
export interface Said {
  readonly intent: 'success' | 'warning' | 'error' | 'info';
  readonly words: string;
  readonly fix: string;
}

export interface PlansState {
  readonly outcome: PlansOutcome | undefined;
  readonly work: Busy | undefined;
  readonly said: Said | undefined;
  readonly rows: readonly DraftRow[];
  readonly changes: number;
  /** Undefined while it is being worked out. */
  readonly effect: PlanEffectOutcome | undefined;
  /** Of the effect that was worked out last. */
  readonly problems: readonly PlanProblem[];
  readonly announcement: string;
}

export interface PlansActions {
  readonly edit: (rows: readonly DraftRow[]) => void;
  readonly look: () => void;
  readonly discard: () => void;
  readonly apply: () => void;
  readonly undo: () => void;
  readonly cancel: () => void;
}

type Tell = (progress: Progress) => void;

export function usePlans(
  services: PlanServices,
  asked: Settings,
): { readonly state: PlansState; readonly actions: PlansActions } {
  // The plans are about the period that was set when they were opened.
  const [settings] = useState(asked);
  const [outcome, setOutcome] = useState<PlansOutcome>();
  const [said, setSaid] = useState<Said>();
  const [rows, setRows] = useState<readonly DraftRow[]>(NONE);
  const { work, run, cancel } = useWork();
  const take = useCallback((next: PlansOutcome): void => {
    setOutcome(next);
    setRows(next.kind === 'done' ? rowsOf(next.book) : NONE);
  }, []);
  const look = useCallback((): void => {
    setSaid(undefined);
    void run((tell, signal) => services.look(settings, tell, signal)).then(take);
  }, [run, services, settings, take]);
  useEffect(() => {
    look();
    return () => {
      services.close();
    };
  }, [look, services]);
  const change = (
    asking: (tell: Tell, signal: AbortSignal) => Promise<PlanChangeOutcome>,
  ): void => {
    setSaid(undefined);
    void run(asking).then((changed) => {
      setSaid(saidOf(changed));
      const next = 'next' in changed ? changed.next : undefined;
      if (next !== undefined) take(next);
    });
  };
  const book = outcome?.kind === 'done' ? outcome.book : undefined;
  const changes = changesIn(rows);
  const { effect, problems } = useEffectOf(services, {
    book,
    rows,
    changes,
    isBusy: work !== undefined,
  });
  return {
    state: {
      ...{ outcome, work, said, rows, changes, effect, problems },
      announcement: spoken({ work, said, effect, changes }),
    },
    actions: {
      edit: setRows,
      look,
      discard: () => {
        setSaid(undefined);
        setRows(book === undefined ? NONE : rowsOf(book));
      },
      apply: () => {
        change((tell, signal) => services.apply(plansIn(rows), tell, signal));
      },
      undo: () => {
        change((tell, signal) => services.undo(tell, signal));
      },
      cancel,
    },
  };
}

const NONE: readonly DraftRow[] = [];

/** What the draft would pay, once it has stood for a moment; without a change what the plans pay. */
function useEffectOf(
  services: PlanServices,
  of: {
    readonly book: PlanBook | undefined;
    readonly rows: readonly DraftRow[];
    readonly changes: number;
    readonly isBusy: boolean;
  },
): Pick<PlansState, 'effect' | 'problems'> {
  const { book, rows, changes, isBusy } = of;
  const [known, setKnown] = useState<{
    readonly of: readonly DraftRow[];
    readonly effect: PlanEffectOutcome;
  }>();
  const isAsked = changes > 0 && !isBusy;
  useEffect(() => {
    if (!isAsked) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      void services.effect(plansIn(rows), abort.signal).then((effect) => {
        if (!abort.signal.aborted) setKnown({ of: rows, effect });
      });
    }, EFFECT_AFTER_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [services, rows, isAsked]);
  const effect = known?.of === rows ? known.effect : undefined;
  if (book !== undefined && changes === 0) {
    return { effect: { kind: 'done', effect: book.effect }, problems: book.effect.problems };
  }
  const last = known?.effect;
  return { effect, problems: last?.kind === 'done' ? last.effect.problems : [] };
}

function saidOf(outcome: PlanChangeOutcome): Said {
  switch (outcome.kind) {
    case 'done':
      return { intent: 'success', words: outcome.said, fix: '' };
    case 'refused':
      return { intent: 'warning', words: outcome.said, fix: '' };
    case 'cancelled':
      return { intent: 'info', words: 'Cancelled. Nothing was written.', fix: '' };
    case 'failed':
      return { intent: 'error', words: outcome.message, fix: outcome.fix };
  }
}

function spoken({
  work,
  said,
  effect,
  changes,
}: Pick<PlansState, 'work' | 'said' | 'effect' | 'changes'>): string {
  if (work !== undefined) {
    return work.isCancelling ? 'Cancelling' : (work.progress?.text ?? 'Looking at the workbook');
  }
  if (said !== undefined) return sentence(said.words);
  if (changes === 0 || effect?.kind !== 'done') return '';
  const { pay, problems } = effect.effect;
  const { change } = pay.total.payable;
  const held = problems.filter(({ isHeld }) => isHeld).length;
  const words = change === '' ? 'Payable stays as it is.' : `Payable changes by ${change} in all.`;
  return held === 0 ? words : `${words} ${counted(held, 'problem')}.`;
}
