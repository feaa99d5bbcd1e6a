/** What the pane knows, and what each event makes of it: no clock, no Excel, no React. */
import type {
  Inspection,
  InspectOutcome,
  OptionChoice,
  PresetName,
  Progress,
  RefreshOutcome,
  Settings,
} from '../app/pane';
import { lookWords, outcomeWords, OUT_OF_DATE } from './announcements';
import { choiceOf, initialChoice, toggleReport, type Choice } from './choices';

/** What goes on. While it does, `progress` tells how far it is. */
export type Work =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'looking' | 'refreshing';
      readonly progress: Progress | undefined;
      /** Cancel was pressed; the service has not answered yet. */
      readonly isCancelling: boolean;
      /** The ledger was edited meanwhile: what is being read may be older. */
      readonly isEdited: boolean;
    };

/** Why there is no inspection, or no newer one. */
export type LookTrouble = Exclude<InspectOutcome, { readonly kind: 'done' }>;

export interface PaneState {
  readonly inspection: Inspection | undefined;
  readonly work: Work;
  readonly trouble: LookTrouble | undefined;
  readonly outcome: RefreshOutcome | undefined;
  /** How many refreshes have ended: the result's heading is focused after each. */
  readonly refreshCount: number;
  /** How many looks have ended. */
  readonly lookCount: number;
  readonly choice: Choice;
  /** The workbook keeps settings, so that no period is suggested. */
  readonly hasSettings: boolean;
  /** The ledger was edited after it was last read. */
  readonly isOutOfDate: boolean;
  /** Key of the sheet or cell that was asked for and is not there any more; empty for none. */
  readonly goneTarget: string;
  /** The sentence for the live region. */
  readonly announcement: string;
}

export type PaneEvent =
  | { readonly kind: 'settings-loaded'; readonly settings: Settings }
  | { readonly kind: 'look-started' }
  | { readonly kind: 'refresh-started' }
  | { readonly kind: 'progressed'; readonly progress: Progress }
  | { readonly kind: 'cancel-asked' }
  | { readonly kind: 'looked'; readonly outcome: InspectOutcome }
  | { readonly kind: 'refreshed'; readonly outcome: RefreshOutcome }
  | { readonly kind: 'ledger-changed' }
  | { readonly kind: 'period-chosen'; readonly period: PresetName | 'custom' }
  | { readonly kind: 'day-set'; readonly end: 'from' | 'to'; readonly day: string }
  | { readonly kind: 'report-toggled'; readonly report: string }
  | { readonly kind: 'option-set'; readonly option: OptionChoice['name']; readonly value: string }
  | { readonly kind: 'options-reset' }
  | { readonly kind: 'opened'; readonly target: string; readonly isThere: boolean };

export const initialState: PaneState = {
  inspection: undefined,
  work: begun('looking'),
  trouble: undefined,
  outcome: undefined,
  refreshCount: 0,
  lookCount: 0,
  choice: initialChoice,
  hasSettings: false,
  isOutOfDate: false,
  goneTarget: '',
  announcement: '',
};

/** The state after an event. */
export function reduce(state: PaneState, event: PaneEvent): PaneState {
  if (isChoice(event)) {
    const hasSettings = state.hasSettings || event.kind === 'settings-loaded';
    return { ...state, choice: chosen(state, event), hasSettings };
  }
  switch (event.kind) {
    case 'look-started':
      return { ...state, work: begun('looking'), goneTarget: '' };
    case 'refresh-started':
      return { ...state, work: begun('refreshing'), goneTarget: '' };
    case 'progressed':
      return progressed(state, event.progress);
    case 'cancel-asked':
      if (state.work.kind === 'idle') return state;
      return { ...state, work: { ...state.work, isCancelling: true }, announcement: 'Cancelling' };
    case 'looked':
      return looked(state, event.outcome);
    case 'refreshed':
      return refreshed(state, event.outcome);
    case 'ledger-changed':
      return edited(state);
    case 'opened':
      return { ...state, goneTarget: event.isThere ? '' : event.target };
  }
}

const choiceKinds: readonly string[] = [
  'settings-loaded',
  'period-chosen',
  'day-set',
  'report-toggled',
  'option-set',
  'options-reset',
] satisfies readonly ChoiceEvent['kind'][];

function isChoice(event: PaneEvent): event is ChoiceEvent {
  return choiceKinds.includes(event.kind);
}

type ChoiceEvent = Extract<
  PaneEvent,
  {
    readonly kind:
      | 'settings-loaded'
      | 'period-chosen'
      | 'day-set'
      | 'report-toggled'
      | 'option-set'
      | 'options-reset';
  }
>;

function chosen({ choice, inspection }: PaneState, event: ChoiceEvent): Choice {
  switch (event.kind) {
    case 'settings-loaded':
      return choice.isTouched ? choice : choiceOf(event.settings);
    case 'period-chosen':
      return { ...withDays(choice, inspection), period: event.period, isTouched: true };
    case 'day-set':
      return { ...choice, [event.end]: event.day, isTouched: true };
    case 'report-toggled':
      return toggleReport(choice, event.report, inspection);
    case 'option-set':
      return {
        ...choice,
        options: { ...choice.options, [event.option]: event.value },
        isTouched: true,
      };
    case 'options-reset':
      return { ...choice, options: {}, isTouched: true };
  }
}

/** Own days start as those of the named period that was chosen before. */
function withDays(choice: Choice, inspection: Inspection | undefined): Choice {
  if (choice.from !== '' || choice.to !== '') return choice;
  const preset = inspection?.presets.find(({ name }) => name === choice.period);
  if (preset?.from === undefined || preset.to === undefined) return choice;
  return { ...choice, from: preset.from, to: preset.to };
}

function begun(kind: 'looking' | 'refreshing'): Work {
  return { kind, progress: undefined, isCancelling: false, isEdited: false };
}

function edited(state: PaneState): PaneState {
  const work: Work = state.work.kind === 'idle' ? state.work : { ...state.work, isEdited: true };
  if (state.inspection === undefined) return { ...state, work };
  return { ...state, work, isOutOfDate: true, announcement: OUT_OF_DATE };
}

/** Whether the ledger was edited while it was read. */
function isEditedMeanwhile({ work }: PaneState): boolean {
  return work.kind !== 'idle' && work.isEdited;
}

function progressed(state: PaneState, progress: Progress): PaneState {
  const { work } = state;
  if (work.kind === 'idle') return state;
  // Only a new stage is spoken: a sentence for each block of rows would never end.
  const isNewStage = work.progress?.stage !== progress.stage;
  const isSpoken = isNewStage && !work.isCancelling;
  return {
    ...state,
    work: { ...work, progress },
    announcement: isSpoken ? progress.text : state.announcement,
  };
}

function looked(state: PaneState, outcome: InspectOutcome): PaneState {
  const ended: PaneState = {
    ...state,
    work: { kind: 'idle' },
    lookCount: state.lookCount + 1,
    announcement: lookWords(outcome),
  };
  if (outcome.kind !== 'done') return { ...ended, trouble: outcome };
  const { inspection } = outcome;
  const isOpen = !state.hasSettings && !state.choice.isTouched;
  return {
    ...ended,
    inspection,
    choice: isOpen ? { ...state.choice, period: inspection.suggested } : state.choice,
    trouble: undefined,
    outcome: state.outcome?.kind === 'done' ? state.outcome : undefined,
    isOutOfDate: isEditedMeanwhile(state),
  };
}

function refreshed(state: PaneState, outcome: RefreshOutcome): PaneState {
  const { inspection } = state;
  const ended: PaneState = {
    ...state,
    work: { kind: 'idle' },
    trouble: undefined,
    outcome,
    refreshCount: state.refreshCount + 1,
    announcement: outcomeWords(outcome),
  };
  if (inspection === undefined) return ended;
  if (outcome.kind === 'done') {
    const { tables, problems } = outcome;
    return {
      ...ended,
      inspection: { ...inspection, tables, problems },
      isOutOfDate: isEditedMeanwhile(state),
    };
  }
  if (outcome.kind === 'refused') {
    const { problems } = outcome;
    return {
      ...ended,
      inspection: { ...inspection, problems },
      isOutOfDate: isEditedMeanwhile(state),
    };
  }
  return ended;
}
