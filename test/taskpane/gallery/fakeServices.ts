/** Services that show a state of the pane: they read and write nothing, and keep what was asked. */
import type { ChangeOutcome, EffectOutcome, ReviewOutcome } from '../../../src/app/review/types';
import type { PayOutcome, PayServices, PayTold } from '../../../src/app/pay/types';
import type {
  InspectOutcome,
  PaneServices,
  Progress,
  RefreshOutcome,
  Settings,
} from '../../../src/app/pane';
import type {
  Checked,
  Draft,
  MappingList,
  MappingServices,
  MappingTold,
} from '../../../src/app/mapping/types';
import type { FunctionServices, LiveServices, LiveState, Told } from '../../../src/app/live/types';
import type {
  PlanChangeOutcome,
  PlanEffectOutcome,
  PlanServices,
  PlansOutcome,
} from '../../../src/app/plans/types';
import { argumentLists, functionHelp } from './sampleFunctions';

/** What the pane asked for, one after the other. */
export type Call = readonly [name: string, ...args: unknown[]];

export interface FakeScript {
  readonly review?: ReviewOutcome;
  readonly reviewProgress?: Progress;
  readonly effect?: EffectOutcome;
  /** What accepting, and undoing, comes to. */
  readonly change?: ChangeOutcome;
  /** Undefined never ends. */
  readonly look: InspectOutcome | undefined;
  readonly lookProgress?: Progress;
  readonly refresh?: RefreshOutcome | undefined;
  readonly refreshProgress?: Progress;
  readonly settings?: Settings;
  readonly plans?: PlansOutcome;
  readonly plansProgress?: Progress;
  /** What other plans would pay. */
  readonly plansEffect?: PlanEffectOutcome;
  /** What writing plans, and undoing, comes to. */
  readonly plansChange?: PlanChangeOutcome;
  /** Closed pay periods; none where it is left out. */
  readonly pay?: PayOutcome;
  /** What closing, and opening again, comes to. */
  readonly payTold?: PayTold;
  /** How the tables are read; nothing is found where it is left out. */
  readonly mapping?: MappingList;
  readonly draft?: Draft;
  readonly checked?: Checked;
  /** How the functions in cells stand; current where it is left out. */
  readonly live?: LiveState;
  /** Places that are gone. */
  readonly isGone?: boolean;
}

export interface Fake {
  readonly services: PaneServices;
  readonly calls: Call[];
  /** Tells the pane that the ledger was edited. */
  readonly change: () => void;
}

export function fakeServices(script: FakeScript): Fake {
  const calls: Call[] = [];
  let change = (): void => undefined;
  const services: PaneServices = {
    review: fakeReview(script, calls),
    pay: fakePay(script, calls),
    mapping: fakeMapping(script, calls),
    plans: fakePlans(script, calls),
    inspect: (tell, signal) => {
      calls.push(['inspect']);
      if (script.lookProgress !== undefined) tell(script.lookProgress);
      return endOf<InspectOutcome>(script.look, signal);
    },
    refresh: (settings, tell, signal) => {
      calls.push(['refresh', settings]);
      if (script.refreshProgress !== undefined) tell(script.refreshProgress);
      return endOf<RefreshOutcome>(script.refresh, signal);
    },
    loadSettings: () => Promise.resolve(script.settings),
    saveSettings: (settings) => {
      calls.push(['saveSettings', settings]);
      return Promise.resolve();
    },
    openSheet: (name) => {
      calls.push(['openSheet', name]);
      return Promise.resolve(script.isGone !== true);
    },
    selectCell: (sheet, cell) => {
      calls.push(['selectCell', sheet, cell]);
      return Promise.resolve(script.isGone !== true);
    },
    onLedgerChanged: (changed) => {
      change = changed;
      return Promise.resolve(() => undefined);
    },
    live: fakeLive(script, calls),
  };
  return {
    services,
    calls,
    change: () => {
      change();
    },
  };
}

function fakeMapping(script: FakeScript, calls: Call[]): MappingServices {
  const none: MappingList = { tables: [], kept: [], sheets: ['Sheet1'], trouble: '' };
  const answer = <Answer>(found: Answer | undefined) =>
    Promise.resolve(
      found === undefined
        ? ({ kind: 'failed', message: 'Excel is busy.', fix: 'Try again.' } as const)
        : ({ kind: 'done', answer: found } as const),
    );
  const told = (name: string, of: unknown): Promise<MappingTold> => {
    calls.push([name, of]);
    return Promise.resolve({ isDone: true, words: `Done: ${name}.` });
  };
  return {
    look: () => answer(script.mapping ?? none),
    open: () => answer(script.draft),
    openAt: () => answer(script.draft),
    check: (draft) => {
      calls.push(['check', draft.mapping]);
      return answer(script.checked);
    },
    keep: ({ mapping }) => told('keep', mapping),
    forget: (mapping) => told('forget', mapping.name),
    exportText: () => answer('{ "practiceLedgerMappings": 1, "mappings": [] }'),
    importText: (text) => told('importText', text),
  };
}

function fakeLive({ live }: FakeScript, calls: Call[]): LiveServices {
  let tell: (state: LiveState) => void = () => undefined;
  const first: LiveState = live ?? { figures: 'current', isAutomatic: false, trouble: '' };
  return {
    watch: (told) => {
      tell = told;
      told(first);
      return () => undefined;
    },
    update: () => {
      calls.push(['update']);
      tell({ ...first, figures: 'current' });
      return Promise.resolve();
    },
    setAutomatic: (isOn) => {
      calls.push(['setAutomatic', isOn]);
      tell({ ...first, isAutomatic: isOn });
      return Promise.resolve();
    },
    functions: () => Promise.resolve(fakeFunctions(calls)),
  };
}

function fakeFunctions(calls: Call[]): FunctionServices {
  const does = (words: string): Promise<Told> => Promise.resolve({ isDone: true, words });
  return {
    functions: functionHelp,
    lists: () => Promise.resolve({ kind: 'done', lists: argumentLists }),
    formula: (name, picked) => `=${name}(${Object.values(picked).join(',')})`,
    insert: (formula) => {
      calls.push(['insert', formula]);
      return does('Inserted in Live!B3.');
    },
    insertReport: (of) => {
      calls.push(['insertReport', of]);
      return does(`The live report of ${of.name} is in Live!B3:E9.`);
    },
    toValues: (scope) => {
      calls.push(['toValues', scope]);
      return does('12 formulas were turned into their values.');
    },
  };
}

function fakeReview(script: FakeScript, calls: Call[]): PaneServices['review'] {
  const changed = (
    tell: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<ChangeOutcome> => {
    if (script.reviewProgress !== undefined) tell(script.reviewProgress);
    return endOf<ChangeOutcome>(script.change, signal);
  };
  return {
    propose: (settings, tell, signal) => {
      calls.push(['propose', settings]);
      if (script.reviewProgress !== undefined) tell(script.reviewProgress);
      return endOf<ReviewOutcome>(script.review, signal);
    },
    effect: (keys, signal) => {
      calls.push(['effect', ...keys]);
      return endOf<EffectOutcome>(script.effect, signal);
    },
    accept: (keys, tell, signal) => {
      calls.push(['accept', ...keys]);
      return changed(tell, signal);
    },
    undo: (tell, signal) => {
      calls.push(['undo']);
      return changed(tell, signal);
    },
    close: () => {
      calls.push(['close']);
    },
  };
}

/** The outcome; without one, it waits until it is cancelled. */
function endOf<Outcome>(
  outcome: Outcome | undefined,
  signal: AbortSignal,
): Promise<Outcome | { readonly kind: 'cancelled' }> {
  if (outcome !== undefined) return Promise.resolve(outcome);
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve({ kind: 'cancelled' });
    });
  });
}

function fakePay(script: FakeScript, calls: Call[]): PayServices {
  const told = script.payTold ?? { isDone: true, words: 'Done.', fix: '' };
  return {
    look: () => Promise.resolve(script.pay ?? { kind: 'done', state: { closes: [], trouble: '' } }),
    close: (settings) => {
      calls.push(['close', settings]);
      return Promise.resolve(told);
    },
    reopen: (reason) => {
      calls.push(['reopen', reason]);
      return Promise.resolve(told);
    },
  };
}

function fakePlans(script: FakeScript, calls: Call[]): PlanServices {
  const tellTo = (tell: (progress: Progress) => void): void => {
    if (script.plansProgress !== undefined) tell(script.plansProgress);
  };
  const changed = (
    tell: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<PlanChangeOutcome> => {
    tellTo(tell);
    return endOf<PlanChangeOutcome>(script.plansChange, signal);
  };
  return {
    look: (settings, tell, signal) => {
      calls.push(['look', settings]);
      tellTo(tell);
      return endOf<PlansOutcome>(script.plans, signal);
    },
    effect: (draft, signal) => {
      calls.push(['planEffect', draft]);
      return endOf<PlanEffectOutcome>(script.plansEffect, signal);
    },
    apply: (draft, tell, signal) => {
      calls.push(['apply', draft]);
      return changed(tell, signal);
    },
    undo: (tell, signal) => {
      calls.push(['undoPlans']);
      return changed(tell, signal);
    },
    close: () => {
      calls.push(['closePlans']);
    },
  };
}
