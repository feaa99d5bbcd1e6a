/** Edits of the ledger since the add-in was loaded: one watch for pane, ribbon and functions. */
import type { NearTable } from '../excel/reading';
import { type Context, inExcel } from '../excel/session';
import { type KnownLedger, watchLedgerSheets } from '../excel/watchSheets';
import type { Ledger } from '../ledger/ledger';
import { keptMappings } from '../ledger/mapping/keptMappings';
import { isProfileWord } from '../ledger/mapping/matchProfile';
import { headerMeanings } from '../ledger/recognise';
import { loadMappings } from './mappings';

let edits = 0;
let sheets: ReadonlySet<string> | undefined;
let watching: Promise<unknown> | undefined;
const listeners = new Set<() => void>();

/** How many edits there were: a reading that began at this count knows them all. */
export function editsSoFar(): number {
  return edits;
}

/** Calls the listener after every edit. Returns how to stop. */
export function onLedgerEdit(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** What a reading found says where an edit matters: tables, what is nearly one, and what is wrong. */
export function noteRead({ sources, problems }: Ledger, nearly: readonly NearTable[]): void {
  const named = [...sources, ...nearly, ...problems].map(({ sheet }) => sheet);
  sheets = new Set(named.filter((name) => name !== ''));
}

/** Begins to watch, once; where Excel is busy the next one who asks tries again. */
export async function watchLedger(): Promise<void> {
  watching ??= inExcel((context) => watchLedgerSheets(context, known, changed));
  try {
    await watching;
  } catch (error) {
    watching = undefined;
    throw error;
  }
}

/** Tables are read otherwise from now on: the same as if their cells had been edited. */
export function noteMappingChange(): void {
  changed();
}

const known: KnownLedger = { sheets: () => sheets, hasHeader };

function changed(): void {
  edits += 1;
  for (const listener of listeners) listener();
}

/** Two known words in a row: what reading takes for worth a closer look. */
async function hasHeader(
  context: Context,
  rows: readonly (readonly unknown[])[],
): Promise<boolean> {
  const kept = keptMappings((await loadMappings(context)).mappings);
  const isWord = (cell: unknown): boolean =>
    headerMeanings(cell).length > 0 || kept.isWord(cell) || isProfileWord(cell);
  return rows.some((cells) => cells.filter(isWord).length >= 2);
}
