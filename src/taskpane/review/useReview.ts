/** The state of the review, and what it can do: it proposes when it is opened, and forgets when it is left. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Settings } from '../../app/pane';
import type {
  ChangeOutcome,
  EffectOutcome,
  Proposal,
  ReviewOutcome,
  ReviewServices,
} from '../../app/review/types';
import { counted } from '../counted';
import type { Busy } from '../components/Footer';
import { sentence } from '../../app/sentence';
import { type Tell, useWork } from '../useWork';
import { neededBy, withAccepted, withoutAccepted } from './listRows';

/** How long a choice has to stand before its effect is worked out. */
const EFFECT_AFTER_MS = 300;

/** What accepting or undoing came to, besides the review that follows. */
export interface Said {
  readonly intent: 'success' | 'warning' | 'error' | 'info';
  readonly words: string;
  readonly fix: string;
}

export interface ReviewState {
  readonly outcome: ReviewOutcome | undefined;
  readonly work: Busy | undefined;
  readonly said: Said | undefined;
  readonly accepted: ReadonlySet<string>;
  /** Undefined while it is being worked out, or where nothing is accepted. */
  readonly effect: EffectOutcome | undefined;
  readonly announcement: string;
}

export interface ReviewActions {
  readonly accept: (proposals: readonly Proposal[]) => void;
  readonly reject: (proposals: readonly Proposal[]) => void;
  readonly propose: () => void;
  /** Writes what is accepted. */
  readonly write: () => void;
  readonly undo: () => void;
  readonly cancel: () => void;
}

export function useReview(
  services: ReviewServices,
  asked: Settings,
): { readonly state: ReviewState; readonly actions: ReviewActions } {
  // What is reviewed is what was asked for when the review was opened.
  const [settings] = useState(asked);
  const [outcome, setOutcome] = useState<ReviewOutcome>();
  const [said, setSaid] = useState<Said>();
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const { work, run, cancel } = useWork();
  const take = useCallback((next: ReviewOutcome): void => {
    setOutcome(next);
    setAccepted(new Set());
  }, []);
  const change = useCallback(
    (asking: (tell: Tell, signal: AbortSignal) => Promise<ChangeOutcome>): void => {
      setSaid(undefined);
      void run(asking).then((changed) => {
        setSaid(saidOf(changed));
        if (changed.kind === 'done' || changed.kind === 'changed') take(changed.next);
      });
    },
    [run, take],
  );
  const propose = useCallback((): void => {
    setSaid(undefined);
    void run((tell, signal) => services.propose(settings, tell, signal)).then(take);
  }, [run, services, settings, take]);
  useEffect(() => {
    propose();
    return () => {
      services.close();
    };
  }, [propose, services]);
  const proposals = outcome?.kind === 'done' ? outcome.review.proposals : NONE;
  const links = useMemo(
    () => ({
      byKey: new Map(proposals.map((one) => [one.key, one])),
      needed: neededBy(proposals),
    }),
    [proposals],
  );
  const effect = useEffectOf(services, accepted, work !== undefined);
  return {
    state: { outcome, work, said, accepted, effect, announcement: spoken(work, said, outcome) },
    actions: {
      accept: (added) => {
        setAccepted(withAccepted(accepted, added, links.byKey));
      },
      reject: (taken) => {
        setAccepted(withoutAccepted(accepted, taken, links.needed));
      },
      propose,
      write: () => {
        change((tell, signal) => services.accept([...accepted], tell, signal));
      },
      undo: () => {
        change((tell, signal) => services.undo(tell, signal));
      },
      cancel,
    },
  };
}

const NONE: readonly Proposal[] = [];

/** What the accepted suggestions would do, once they have stood for a moment. */
function useEffectOf(
  services: ReviewServices,
  accepted: ReadonlySet<string>,
  isBusy: boolean,
): EffectOutcome | undefined {
  const [known, setKnown] = useState<{
    readonly of: ReadonlySet<string>;
    readonly effect: EffectOutcome;
  }>();
  useEffect(() => {
    if (accepted.size === 0 || isBusy) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      void services.effect([...accepted], abort.signal).then((effect) => {
        if (!abort.signal.aborted) setKnown({ of: accepted, effect });
      });
    }, EFFECT_AFTER_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [services, accepted, isBusy]);
  return known?.of === accepted ? known.effect : undefined;
}

function saidOf(outcome: ChangeOutcome): Said {
  switch (outcome.kind) {
    case 'done':
      return { intent: 'success', words: outcome.said, fix: '' };
    case 'changed':
      return { intent: 'warning', words: outcome.said, fix: '' };
    case 'cancelled':
      return { intent: 'info', words: 'Cancelled. Nothing was written.', fix: '' };
    case 'failed':
      return { intent: 'error', words: outcome.message, fix: outcome.fix };
  }
}

function spoken(
  work: Busy | undefined,
  said: Said | undefined,
  outcome: ReviewOutcome | undefined,
): string {
  if (work !== undefined) {
    return work.isCancelling ? 'Cancelling' : (work.progress?.text ?? 'Looking at the workbook');
  }
  const found =
    outcome?.kind === 'done' ? `${counted(outcome.review.proposals.length, 'suggestion')}.` : '';
  return `${said === undefined ? '' : sentence(said.words)} ${found}`.trim();
}
