/** Row of a table → what it is: data, blank, a header again, another table's header, a total, a page line. */
import { at } from '../core/assert';
import { hasDigit, isBlank, isNothingMark, trimText } from './cellMarks';
import type { ColumnSpec } from './columnSpec';
import { controlColumn, readKinds } from './kinds';
import { headerKey, headerMeanings } from './recognise';
import type { SourceField, SourceTable } from './tables';

export type RowSort = 'data' | 'blank' | 'header' | 'otherHeader' | 'total' | 'page';

/** One field's cells in a block: `values[row][column]`. */
export interface BlockColumn {
  readonly values: readonly (readonly unknown[])[];
  readonly column: number;
}

/** A field that is read, with what its kind says about it. */
export interface ReadField extends SourceField {
  readonly field: string;
  readonly spec: ColumnSpec;
}

/** The fields of a found table in the order of the ledger format, whatever their order on the sheet. */
export function readFields({ kind, fields }: Pick<SourceTable, 'kind' | 'fields'>): ReadField[] {
  const read: ReadField[] = [];
  for (const [field, spec] of Object.entries<ColumnSpec>(readKinds[kind])) {
    const source = fields.get(field);
    if (source !== undefined) read.push({ field, ...source, spec });
  }
  return read;
}

/** The fields by whose cells the rows of a table are told apart: those that have cells. */
export function fieldsWithCells(found: Pick<SourceTable, 'kind' | 'fields'>): ReadField[] {
  return readFields(found).filter(({ how }) => how?.made === undefined);
}

/** The cell of a field in a row of its block; undefined where the row is short. */
export function cellAt(cells: BlockColumn, row: number): unknown {
  return cells.values[row]?.[cells.column];
}

/** Sorts one row; `cells` holds a column for each of the `fieldsWithCells` of its table. */
export type RowSorter = (cells: readonly BlockColumn[], row: number) => RowSort;

/**
 * Makes the sorter of a found table. A row with a readable date is data without further ado, unless its
 * id, or a name where it has none, is the word for a total: that would double what it adds up.
 */
export function rowSorter(
  found: Pick<SourceTable, 'kind' | 'fields'>,
  isHeaderWord: (text: string) => boolean,
): RowSorter {
  const fields = fieldsWithCells(found);
  const ownKeys = fields.map(({ header }) => headerKey(header));
  const idPlace = fields.findIndex(({ spec }) => spec.bold === true);
  const datePlace = fields.findIndex(({ spec }) => spec.type === 'moment');
  const hasControl = controlColumn[found.kind] !== undefined;
  const layout: Layout = { fields, ownKeys, idPlace, datePlace, hasControl, isHeaderWord };
  const isWithoutIds = hasControl && readFields(found)[0]?.how?.made !== undefined;
  const dateHeader = fields[datePlace]?.header;
  return (cells, row) => {
    const id = idPlace < 0 ? undefined : cellAt(at(cells, idPlace), row);
    if (typeof id === 'string' && isTotalText(trimText(id))) return sortUndated(layout, cells, row);
    const date = datePlace < 0 ? undefined : cellAt(at(cells, datePlace), row);
    const isDated =
      typeof date === 'number' ||
      (typeof date === 'string' && date !== dateHeader && hasDigit(date));
    if (!isDated) return sortUndated(layout, cells, row);
    return isWithoutIds && isDatedTotal(layout, cells, row) ? 'total' : 'data';
  };
}

interface Layout {
  readonly fields: readonly ReadField[];
  /** The table's own headers, as they are compared. */
  readonly ownKeys: readonly string[];
  /** Place of the first bold field. */
  readonly idPlace: number;
  readonly datePlace: number;
  /** The kind has an amount against which a total can be confirmed. */
  readonly hasControl: boolean;
  /** Headers that no kind has and a mapping knows. */
  readonly isHeaderWord: (text: string) => boolean;
}

/** A filled text of the row and the place of its field. */
interface FilledText {
  readonly place: number;
  readonly text: string;
}

function sortUndated(layout: Layout, cells: readonly BlockColumn[], row: number): RowSort {
  const { filled, texts } = filledCells(cells, row);
  if (filled === 0) return 'blank';
  if (texts.length === filled) {
    if (isOwnHeader(layout, texts)) return 'header';
    if (mayBeHeader(layout, texts) && isOtherHeader(layout, texts)) return 'otherHeader';
  }
  const id = layout.idPlace < 0 ? undefined : cellAt(at(cells, layout.idPlace), row);
  if (layout.hasControl && isTotal(id, texts)) return 'total';
  return filled === 1 && texts.some(({ text }) => isPageLine(text)) ? 'page' : 'data';
}

function filledCells(
  cells: readonly BlockColumn[],
  row: number,
): { filled: number; texts: FilledText[] } {
  const texts: FilledText[] = [];
  let filled = 0;
  for (let place = 0; place < cells.length; place++) {
    const cell = cellAt(at(cells, place), row);
    if (isBlank(cell)) continue;
    filled++;
    if (typeof cell === 'string') texts.push({ place, text: trimText(cell) });
  }
  return { filled, texts };
}

/** No id with a digit and no amount or date: everything that stands there may be a header. */
function mayBeHeader(layout: Layout, texts: readonly FilledText[]): boolean {
  return texts.every(({ place, text }) => {
    const mustBeWord = place === layout.idPlace || isFigure(layout, place);
    return !mustBeWord || (!hasDigit(text) && !isNothingMark(text));
  });
}

function isFigure(layout: Layout, place: number): boolean {
  const type = layout.fields[place]?.spec.type;
  return type === 'moment' || type === 'cents' || type === 'optionalCents';
}

/** The header of this table again: every filled cell is its own header (D2). */
function isOwnHeader(layout: Layout, texts: readonly FilledText[]): boolean {
  if (texts.length < Math.min(2, layout.fields.length)) return false;
  return texts.every(({ place, text }) => headerKey(text) === layout.ownKeys[place]);
}

/**
 * The header of another table: two columns of one kind are named, one of them bold unless a word
 * stands where this table has its dates or amounts.
 */
function isOtherHeader(layout: Layout, texts: readonly FilledText[]): boolean {
  const namedByKind = new Map<string, Set<string>>();
  const boldKinds = new Set<string>();
  for (const { text } of texts) {
    for (const { kind, field, spec } of headerMeanings(text)) {
      const named = namedByKind.get(kind.name) ?? new Set();
      namedByKind.set(kind.name, named.add(field));
      if (spec.bold === true) boldKinds.add(kind.name);
    }
  }
  const wordForFigure = texts.some(({ place }) => isFigure(layout, place));
  if (wordForFigure && texts.filter(({ text }) => layout.isHeaderWord(text)).length >= 2)
    return true;
  return [...namedByKind].some(
    ([kind, named]) => named.size >= 2 && (wordForFigure || boldKinds.has(kind)),
  );
}

/**
 * A dated line of an export without ids that bears the word for a total in place of a name, or nothing else
 * in words: "Total knee replacement" with a code beside it is work (D1).
 */
function isDatedTotal(layout: Layout, cells: readonly BlockColumn[], row: number): boolean {
  const words = filledCells(cells, row).texts.filter(({ place }) => !isFigure(layout, place));
  return words.some(
    ({ place, text }) =>
      isTotalText(text) && (words.length === 1 || layout.fields[place]?.field === 'provider'),
  );
}

/** Words of a totals line (imports, "totals in the middle"). */
const totalWords = /^(?:sub|grand)?[\s-]{0,3}totals?\b|summary$|balance:?$/i;
const TOTAL_TEXT_MAX = 256;

function isTotalText(text: string): boolean {
  return text.length <= TOTAL_TEXT_MAX && totalWords.test(text);
}

/** A line without an id, or with the word itself as its id. */
function isTotal(id: unknown, texts: readonly FilledText[]): boolean {
  if (isBlank(id)) return texts.some(({ text }) => isTotalText(text));
  return typeof id === 'string' && isTotalText(trimText(id));
}

function isPageLine(text: string): boolean {
  return text.length <= 32 && /^page \d{1,5}(?: ?(?:of|\/) ?\d{1,5})?$/i.test(text);
}
