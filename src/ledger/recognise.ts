/** Header row → kind of table: which kind a row of headers is, and which column is which field. */
import { trimText } from './cellMarks';
import { kinds, type KindSpec } from './allKinds';
import type { ColumnSpec } from './columnSpec';
import type { ReadKind } from './kinds';

/** Longest text that can be a header. */
const HEADER_MAX = 256;

/** The column of a header row that holds a field. */
export interface HeaderField {
  /** As written, trimmed. */
  readonly header: string;
  /** Place in the header row, from 0. */
  readonly index: number;
  /** The header says the opposite of the flag. */
  readonly reversed: boolean;
}

/** The same header in two columns of which a field needs one. */
export interface HeaderTwice {
  readonly field: string;
  readonly header: string;
  /** Places in the header row, from 0, in order. */
  readonly indexes: readonly number[];
}

/** The kind that a header row is. */
export interface HeaderMatch {
  readonly kind: ReadKind;
  readonly fields: ReadonlyMap<string, HeaderField>;
  readonly twice: readonly HeaderTwice[];
  /** How many columns of the kind are there. */
  readonly known: number;
}

/** A kind that a header row nearly is. */
export interface NearMiss {
  readonly kind: ReadKind;
  /** Canonical headers of the bold columns that are not there, or that only a vague word stands for. */
  readonly missing: readonly string[];
  readonly fields: ReadonlyMap<string, HeaderField>;
}

export interface Recognition {
  readonly found: HeaderMatch | undefined;
  /** The kind that lacks least; beside a kind that fits, only one of which as many bold columns are there. */
  readonly nearest: NearMiss | undefined;
  /** Another kind that has all its bold columns there too, in columns of their own. */
  readonly rival: Rival | undefined;
}

export interface Rival {
  readonly kind: ReadKind;
  /** Places of the columns that may be the amount of either kind, in order. */
  readonly amounts: readonly number[];
}

/** A meaning of a header: the field, and how good the word is for it (0 = canonical). */
export interface HeaderMeaning {
  readonly kind: KindSpec;
  readonly field: string;
  readonly spec: ColumnSpec;
  readonly rank: number;
  readonly reversed: boolean;
}

/** Words that mean a field only if the other columns say so; one of them is taken, two are not. */
const vagueWords: ReadonlySet<string> = new Set(
  ['ID', 'Date', 'Time', 'Amount', 'Type', 'Transaction'].map(headerKey),
);

/** Fields of which one must stand beside the bold columns for a table to say anything. */
const tellingFields: Partial<Record<ReadKind, readonly string[]>> = {
  Invoices: ['closed', 'status'],
  Providers: ['lastName', 'firstName', 'aliases', 'hidden'],
};

/** The form in which headers are compared: NFKC, lower case, only letters, digits, # and +. */
export function headerKey(text: string): string {
  if (text.length > HEADER_MAX) return '';
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#+]/gu, '');
}

const meanings = meaningsByKey();

function meaningsByKey(): ReadonlyMap<string, readonly HeaderMeaning[]> {
  const byKey = new Map<string, HeaderMeaning[]>();
  for (const kind of kinds) {
    for (const [field, spec] of Object.entries(kind.columns)) {
      const words = [spec.header, ...(spec.synonyms ?? []), ...(spec.reversed ?? [])];
      const firstReversed = words.length - (spec.reversed ?? []).length;
      words.forEach((word, rank) => {
        const meaning = { kind, field, spec, rank, reversed: rank >= firstReversed };
        byKey.set(headerKey(word), [...(byKey.get(headerKey(word)) ?? []), meaning]);
      });
    }
  }
  return byKey;
}

/** Every field, of every kind, that a text may be the header of; none where it is no text. */
export function headerMeanings(cell: unknown): readonly HeaderMeaning[] {
  if (typeof cell !== 'string') return [];
  return meanings.get(headerKey(cell)) ?? [];
}

/**
 * Tells which kind a header row is: all its bold columns are there; of several the one with more
 * bold columns, then with more known columns. Cells that are not text are no headers.
 */
export function recogniseHeader(cells: readonly unknown[]): Recognition {
  const keys = cells.map((cell) => (typeof cell === 'string' ? headerKey(cell) : ''));
  const trials = kinds.map((kind) => tryKind(kind, cells, keys));
  const fitting = trials.filter((trial) => trial.missing.length === 0);
  const best = fitting.sort(byFit)[0];
  const nearest = trials
    .filter((trial) => isNear(trial, best))
    .sort((a, b) => a.missing.length - b.missing.length || byFit(a, b))[0];
  return {
    found: best && matchOf(best),
    nearest: nearest && {
      kind: nearest.kind.name,
      missing: nearest.missing,
      fields: nearest.fields,
    },
    rival: best && rivalOf(best, fitting, keys),
  };
}

/**
 * Two lists beside each other without a blank column: ids, dates and amounts of both are there, and it cannot
 * be known whether the rows are of one list, of the other or of both.
 */
function rivalOf(
  best: Trial,
  fitting: readonly Trial[],
  keys: readonly string[],
): Rival | undefined {
  const taken = new Set(ownFields(best.kind).map((field) => best.fields.get(field)?.index));
  const isFree = (kind: KindSpec, field: string): boolean =>
    keys.some((key, index) => !taken.has(index) && bestMeaning(kind, key)?.field === field);
  for (const { kind } of taken.size === 0 ? [] : fitting) {
    const amounts = keys.flatMap((key, index) =>
      [best.kind, kind].some((one) => bestMeaning(one, key)?.field === 'amount') ? [index] : [],
    );
    const own = kind === best.kind ? [] : ownFields(kind);
    if (own.length > 0 && amounts.length > 1 && own.every((field) => isFree(kind, field))) {
      return { kind: kind.name, amounts };
    }
  }
  return undefined;
}

/** The bold columns beside the amount, of a kind whose rows have an id and an amount. */
function ownFields({ columns }: KindSpec): string[] {
  const bold = Object.keys(columns).filter((field) => columns[field]?.bold === true);
  if (!bold.includes('id') || !bold.includes('amount')) return [];
  return bold.filter((field) => field !== 'amount');
}

/** The columns of a row of headers that one kind has fields for, whatever else it lacks. */
export function fieldsOfKind(
  name: ReadKind,
  cells: readonly unknown[],
): ReadonlyMap<string, HeaderField> {
  const keys = cells.map((cell) => (typeof cell === 'string' ? headerKey(cell) : ''));
  const kind = kinds.find((one) => one.name === name);
  return kind === undefined ? new Map() : tryKind(kind, cells, keys).fields;
}

/** How a row of headers suits one kind. */
interface Trial {
  readonly kind: KindSpec;
  readonly fields: ReadonlyMap<string, HeaderField>;
  readonly twice: readonly HeaderTwice[];
  readonly missing: readonly string[];
  readonly boldThere: number;
  readonly bold: number;
  readonly known: number;
}

function tryKind(kind: KindSpec, cells: readonly unknown[], keys: readonly string[]): Trial {
  const chosen = chooseColumns(kind, keys);
  const fields = new Map<string, HeaderField>();
  const twice: HeaderTwice[] = [];
  for (const field of Object.keys(kind.columns)) {
    const choice = chosen.get(field);
    if (choice === undefined) continue;
    const { indexes, meaning } = choice;
    const index = indexes[0] ?? 0;
    const header = trimText(String(cells[index]));
    fields.set(field, { header, index, reversed: meaning.reversed });
    if (indexes.length > 1) twice.push({ field, header, indexes });
  }
  const bold = Object.entries(kind.columns).filter(([, spec]) => spec.bold === true);
  const missing = missingHeaders(kind, chosen, keys);
  return {
    kind,
    fields,
    twice,
    missing,
    boldThere: bold.filter(([field]) => chosen.has(field)).length,
    bold: bold.length,
    known: fields.size,
  };
}

interface Choice {
  readonly meaning: HeaderMeaning;
  /** Places of the header, more than one where it stands there twice. */
  readonly indexes: number[];
}

/** For each field the best of its headers; a header that is canonical for a field serves no other. */
function chooseColumns(kind: KindSpec, keys: readonly string[]): Map<string, Choice> {
  const chosen = new Map<string, Choice>();
  keys.forEach((key, index) => {
    const meaning = bestMeaning(kind, key);
    if (meaning === undefined) return;
    const before = chosen.get(meaning.field);
    if (before === undefined || meaning.rank < before.meaning.rank) {
      chosen.set(meaning.field, { meaning, indexes: [index] });
    } else if (meaning.rank === before.meaning.rank) {
      before.indexes.push(index);
    }
  });
  return chosen;
}

function bestMeaning(kind: KindSpec, key: string): HeaderMeaning | undefined {
  if (key === '') return undefined;
  let best: HeaderMeaning | undefined;
  for (const meaning of meanings.get(key) ?? []) {
    if (meaning.kind !== kind) continue;
    if (best === undefined || meaning.rank < best.rank) best = meaning;
  }
  return best;
}

/** Canonical headers that keep the row from being of the kind. */
function missingHeaders(
  kind: KindSpec,
  chosen: ReadonlyMap<string, Choice>,
  keys: readonly string[],
): string[] {
  const missing: string[] = [];
  let vague = 0;
  for (const [field, spec] of Object.entries(kind.columns)) {
    if (spec.bold !== true) continue;
    const choice = chosen.get(field);
    const isVague = choice !== undefined && isVagueChoice(choice, keys);
    if (isVague) vague++;
    if (choice === undefined || (isVague && vague > 1)) missing.push(spec.header);
  }
  const telling = tellingFields[kind.name];
  const isAlone = keys.filter((key) => key !== '').length === 1;
  if (telling && !(isAlone && kind.name === 'Providers') && !telling.some((f) => chosen.has(f))) {
    missing.push(...telling.slice(0, 1).map((field) => kind.columns[field]?.header ?? field));
  }
  return missing;
}

function isVagueChoice({ meaning, indexes }: Choice, keys: readonly string[]): boolean {
  return meaning.rank > 0 && vagueWords.has(keys[indexes[0] ?? 0] ?? '');
}

function isNear(trial: Trial, best: Trial | undefined): boolean {
  if (trial.missing.length === 0) return false;
  if (best !== undefined && trial.boldThere < best.bold) return false;
  return trial.boldThere >= 2 && trial.boldThere * 2 >= trial.bold;
}

/** Better first; kinds of equal fit in the order of the ledger format. */
function byFit(a: Trial, b: Trial): number {
  return b.bold - a.bold || b.known - a.known || kinds.indexOf(a.kind) - kinds.indexOf(b.kind);
}

function matchOf({ kind, fields, twice, known }: Trial): HeaderMatch {
  return { kind: kind.name, fields, twice, known };
}
