/**
 * The ledger that custom functions read: the one of the last run, or, where there was none since the
 * workbook was opened, the workbook's as it is now. One for the whole add-in.
 */
import type { Period } from '../core/period';
import type { AllocatedLedger } from '../engine/allocateLedger';
import type { Figures, LateIndex } from '../engine/figures';
import type { Options } from '../engine/options';
import type { NearTable } from '../excel/reading';
import { inExcel } from '../excel/session';
import type { ReadKind } from '../ledger/kinds';
import { checkRequest, choosePeriod } from './checkRequest';
import { coveredMonths } from './coveredDays';
import { inSlices } from './inSlices';
import { editsSoFar, watchLedger } from './ledgerEdits';
import { isStopped, readWorkbook } from './readWorkbook';
import { requestOf } from './requestOf';
import { loadSettings } from './settings';
import { withCommission } from './withCommission';
import { withFigures } from './withFigures';

/** Figures with the period that a function means where it names none. */
export interface LiveFigures {
  readonly figures: Figures;
  readonly period: Period;
  /** The workbook counts its days from 1904. */
  readonly date1904: boolean;
  /** Kinds of table that were read. */
  readonly kinds: readonly ReadKind[];
  /** Tables that lack a column to be read. */
  readonly nearly: readonly NearTable[];
  /** Edits of the ledger before it was read: this many are in the figures. */
  readonly edits: number;
  /** Whole months that the rows cover; undefined where none has a date. */
  readonly covered: Period | undefined;
}

interface Allocated {
  readonly allocated: AllocatedLedger;
  readonly period: Period;
  readonly options: Options;
  readonly date1904: boolean;
  readonly nearly: readonly NearTable[];
  readonly edits: number;
}

/** Why there are no figures, said so that a person knows what to do. */
export class NoFigures extends Error {}

let live: LiveFigures | undefined;
let coming: Promise<LiveFigures> | undefined;
let waiting: Allocated | undefined;
let isAsked = false;
/** Counts what replaced the figures: those that were begun before are older. */
let generation = 0;

/** A run has read and allocated the ledger: its figures are looked up from now on. */
export function setLive(allocated: Allocated): void {
  // Indexed when a function asks: a workbook without functions never pays for it.
  waiting = allocated;
  live = undefined;
  coming = undefined;
  generation += 1;
}

/** The figures at once where they are there; else one promise that all who ask share. */
export function liveFigures(): LiveFigures | Promise<LiveFigures> {
  isAsked = true;
  if (live !== undefined) return live;
  const mine = (coming ??= makeFigures());
  const over = (): void => {
    if (coming === mine) coming = undefined;
  };
  mine.then(over, over);
  return mine;
}

/** Whether a cell has asked for a figure since the add-in was loaded. */
export function wasAsked(): boolean {
  return isAsked;
}

/** Edits that are in the figures; undefined where there are none yet. */
export function liveEdits(): number | undefined {
  return (live ?? waiting)?.edits;
}

/**
 * Reads the ledger again. What functions look up is replaced at once, and only when all of it is there,
 * with every index that was in use: none of them meets half of it.
 */
export async function replaceLive(): Promise<void> {
  const before = live;
  try {
    const figures = await indexFigures(await readNow());
    if (before !== undefined) {
      for (const index of before.figures.late.made()) await indexed(figures.figures, index);
    }
    setFigures(figures);
  } catch (error) {
    // What the ledger was before is not shown for what it is now: cells that ask are told why.
    if (error instanceof NoFigures) setFigures(undefined);
    throw error;
  }
}

/** Indexes that are being made: cells that ask for the same one share it. */
const making = new WeakMap<Figures, Map<LateIndex, Promise<void>>>();

/** Undefined where the index is there; else one promise that all who ask share. */
export function indexed(figures: Figures, index: LateIndex): Promise<void> | undefined {
  if (figures.late.isMade(index)) return undefined;
  const ofThese = making.get(figures) ?? new Map<LateIndex, Promise<void>>();
  making.set(figures, ofThese);
  const known = ofThese.get(index) ?? makeIndex(figures, index);
  ofThese.set(index, known);
  // One that could not be made is tried again by the next cell that asks.
  known.catch(() => ofThese.delete(index));
  return known;
}

function setFigures(figures: LiveFigures | undefined): void {
  [live, waiting, coming] = [figures, undefined, undefined];
  generation += 1;
}

async function makeIndex({ late }: Figures, index: LateIndex): Promise<void> {
  const makeCommission = index === 'commission' ? await withCommission() : undefined;
  await inSlices(late.make(index, makeCommission));
}

async function makeFigures(): Promise<LiveFigures> {
  const begun = generation;
  const made = await indexFigures(waiting ?? (await readNow()));
  // A run that ended in the meantime has newer figures, which are made when asked for.
  if (generation === begun) live = made;
  return made;
}

async function indexFigures(of: Allocated): Promise<LiveFigures> {
  const { figuresOf } = await withFigures();
  const figures = await inSlices(figuresOf(of.allocated, of.options));
  const { period, date1904, nearly, edits, allocated } = of;
  const kinds = allocated.ledger.sources.map(({ kind }) => kind);
  const covered = coveredMonths(allocated.ledger);
  return { figures, period, date1904, nearly, edits, kinds, covered };
}

/** The workbook as it is, with the options and the period that it keeps. */
async function readNow(): Promise<Allocated> {
  // Without a watch nobody could say when the figures are old; where Excel is busy they are read all the same.
  await watchLedger().catch(() => undefined);
  const { allocateLedger } = await withFigures();
  return inExcel(async (context) => {
    const edits = editsSoFar();
    const settings = await loadSettings(context);
    // Which reports are made says nothing of a function's figure.
    const asked = checkRequest({ ...requestOf(settings, { write: false }), reports: ['all'] });
    if ('reasons' in asked) throw new NoFigures(`${asked.reasons.join('; ')}.`);
    const nothing = (): void => undefined;
    const { ledger, date1904, nearly } = await readWorkbook(context, nothing, nothing);
    if (isStopped(ledger)) {
      throw new NoFigures('The ledger has problems: open Practice Ledger to see them.');
    }
    if (ledger.sources.length === 0) {
      throw new NoFigures('No ledger tables were found in this workbook.');
    }
    const { options, negativeLines } = asked;
    const allocated = await inSlices(allocateLedger(ledger, negativeLines));
    return {
      allocated,
      options,
      date1904,
      nearly,
      edits,
      period: choosePeriod(asked, ledger),
    };
  });
}
