/** Every state that the pane can be in: what the services say, and what is pressed to get there. */
import type { Inspection, Progress } from '../../../src/app/pane';
import type { FakeScript } from './fakeServices';
import { mappingStates } from './mappingStates';
import { payStates } from './payStates';
import { planStates } from './planStates';
import { reviewStates } from './reviewStates';
import * as sample from './sample';

export interface GalleryState {
  readonly script: FakeScript;
  /** Names of buttons that are pressed, one after the other. */
  readonly press?: readonly string[];
  /** What is typed then, by the labels of the fields. */
  readonly type?: Readonly<Record<string, string>>;
  /** Pressed after it. */
  readonly then?: readonly string[];
  /** The ledger is edited when everything else has been done. */
  readonly isEdited?: boolean;
}

function looks(inspection: Inspection): FakeScript {
  return { look: { kind: 'done', inspection } };
}

const ready = looks(sample.inspection);
const problems = looks({ ...sample.inspection, problems: sample.heldProblems });

const reading: Progress = {
  stage: 'read',
  text: 'Reading Payments, 12,000 rows',
  share: 0.4,
  isCancellable: true,
};

const writing: Progress = {
  stage: 'write',
  text: 'Writing Provider Details',
  share: undefined,
  isCancellable: false,
};

const period = (from: string, to: string): FakeScript => ({
  ...ready,
  settings: {
    period: { kind: 'custom', from, to },
    reports: ['collected-invoicing'],
    options: { 'negative-lines': 'first' },
  },
});

/** By the name in the address, such as `#ready`. */
export const states = {
  loading: { script: { look: undefined, lookProgress: { ...reading, share: undefined } } },
  empty: { script: looks(sample.emptyInspection) },
  help: {
    script: looks(sample.emptyInspection),
    press: ['Help: tables and their columns'],
  },
  'look-failed': {
    script: {
      look: {
        kind: 'failed',
        message: 'The workbook or a sheet is protected',
        fix: 'Unprotect it, or run the report in a copy of the workbook.',
      },
    },
  },
  'look-cancelled': { script: { look: { kind: 'cancelled' } } },
  ready: { script: ready },
  poor: {
    script: {
      ...looks(sample.poorInspection),
      settings: { period: { kind: 'ledger' }, reports: [], options: {} },
    },
  },
  options: { script: period('2024-03-01', '2024-03-15'), press: ['Options'] },
  'custom-invalid': { script: period('2024-03-15', '2024-03-01') },
  problems: { script: problems, press: ['Tax differs', 'Amount currencies'] },
  'many-problems': { script: looks({ ...sample.inspection, problems: sample.manyProblems }) },
  running: { script: { ...ready, refreshProgress: reading }, press: ['Refresh'] },
  'running-not-cancellable': {
    script: { ...ready, refreshProgress: writing },
    press: ['Refresh'],
  },
  done: { script: { ...ready, refresh: sample.done }, press: ['Refresh', 'tie-outs'] },
  'options-done': { script: { ...ready, refresh: sample.done }, press: ['Refresh', 'Options'] },
  'done-held': { script: { ...problems, refresh: sample.doneHeld }, press: ['Refresh'] },
  'done-nothing': { script: { ...ready, refresh: sample.doneNothing }, press: ['Refresh'] },
  refused: { script: { ...ready, refresh: sample.refused }, press: ['Refresh'] },
  failed: { script: { ...ready, refresh: sample.failed }, press: ['Refresh'] },
  cancelled: { script: { ...ready, refreshProgress: reading }, press: ['Refresh', 'Cancel'] },
  'out-of-date': { script: { ...ready, refresh: sample.done }, press: ['Refresh'], isEdited: true },
  gone: { script: { ...ready, isGone: true }, press: ['Invoices on'] },
  'functions-old': {
    script: { ...ready, live: { figures: 'old', isAutomatic: false, trouble: '' } },
  },
  'functions-busy': {
    script: {
      ...ready,
      live: {
        figures: 'old',
        isAutomatic: true,
        trouble: 'Excel is waiting for you to finish a cell',
      },
    },
  },
  functions: { script: ready, press: ['Insert functions', 'NETCOLLECTION'] },
  'functions-inserted': {
    script: ready,
    press: ['Insert functions', 'CPTCOLLECTED', 'Insert live report'],
  },
  ...payStates,
  ...mappingStates,
  ...planStates,
  ...reviewStates,
} as const satisfies Record<string, GalleryState>;

export type StateName = keyof typeof states;

export const stateNames = Object.keys(states) as StateName[];
