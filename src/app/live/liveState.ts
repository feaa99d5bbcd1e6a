/** Whether cells show the ledger as it is, and what brings them up to date: on request, or by itself. */
import { readSetting, writeSetting } from '../../excel/documentSettings';
import { HostFailure } from '../../excel/hostFailure';
import { recalculate } from '../../excel/recalculate';
import { inExcel } from '../../excel/session';
import { startWithWorkbook } from '../../excel/startWithWorkbook';
import { inTurn } from '../inTurn';
import { editsSoFar, onLedgerEdit, watchLedger } from '../ledgerEdits';
import { liveEdits, NoFigures, replaceLive, wasAsked } from '../liveLedger';
import type { LiveState } from './types';

const KEY = 'practiceLedger.functions';
const AUTOMATIC = 'automatic';

/** A person who types goes on typing: the ledger is read when nothing was edited for so long. */
const QUIET_MS = 600;
/** Excel does not answer while a cell is being typed into. */
const RETRY_MS = 3000;

/** Edits that are in what the cells show. */
let shownEdits = 0;
let isAutomatic = false;
let isUpdating = false;
let trouble = '';
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<(state: LiveState) => void>();

export function liveState(): LiveState {
  const figures = isUpdating ? 'updating' : editsSoFar() > shownEdits ? 'old' : 'current';
  return { figures, isAutomatic, trouble };
}

/** Calls the listener now and after every change. Returns how to stop. */
export function onLiveState(listener: (state: LiveState) => void): () => void {
  listeners.add(listener);
  listener(liveState());
  return () => {
    listeners.delete(listener);
  };
}

function tell(): void {
  for (const listener of listeners) listener(liveState());
}

/** Has all cells calculated with the ledger that was read last. */
export async function showLive(): Promise<void> {
  // Before the first figure is asked for there is no reading: the cells bring it about.
  const edits = liveEdits() ?? editsSoFar();
  await inExcel(recalculate);
  shownEdits = Math.max(shownEdits, edits);
  tell();
}

/** Reads the ledger again, then has the cells calculated: first the index, then who looks it up. */
export async function updateLive(): Promise<void> {
  cancelPlan();
  isUpdating = true;
  trouble = '';
  tell();
  try {
    await inTurn(replaceLive).catch(tellNoFigures);
    await showLive();
  } catch (error) {
    trouble = error instanceof Error ? error.message : String(error);
    // Nothing but Excel being busy passes by itself.
    if (error instanceof HostFailure) plan(RETRY_MS);
  } finally {
    isUpdating = false;
    tell();
  }
  // The ledger was edited while it was read.
  if (trouble === '' && editsSoFar() > shownEdits) plan(QUIET_MS);
}

/** A ledger that cannot be read has no figures, and every cell says so. */
function tellNoFigures(error: unknown): void {
  if (!(error instanceof NoFigures)) throw error;
}

/** In automatic mode what is about to change is read when it has settled. */
function plan(after: number): void {
  if (!isAutomatic || !wasAsked()) return;
  cancelPlan();
  timer = setTimeout(() => void updateLive(), after);
}

function cancelPlan(): void {
  clearTimeout(timer);
  timer = undefined;
}

/** The period or an option was chosen anew: functions follow in automatic mode, else with the next Refresh. */
export function settingsKept(): void {
  plan(QUIET_MS);
}

/** Turns the automatic mode on or off, for this workbook. */
export async function setAutomatic(isOn: boolean): Promise<void> {
  await inExcel((context) => writeSetting(context, KEY, isOn ? AUTOMATIC : ''));
  isAutomatic = isOn;
  tell();
  // Where Excel cannot start it, opening the pane does.
  await startWithWorkbook(isOn).catch(() => undefined);
  if (!isOn) cancelPlan();
  else if (editsSoFar() > shownEdits) await updateLive();
  else if (!wasAsked()) await showLive();
}

/**
 * As the add-in is loaded: with the automatic mode the cells are calculated, because others may have edited
 * the workbook without it, and the ledger is watched from now on.
 */
export async function startLive(): Promise<void> {
  isAutomatic = (await inExcel((context) => readSetting(context, KEY))) === AUTOMATIC;
  tell();
  if (!isAutomatic) return;
  await watchLedger();
  await showLive();
}

onLedgerEdit(() => {
  tell();
  plan(QUIET_MS);
});
