/** Header rows by their headers alone: reordered columns are the same row, a new header is another one. */
import { trimText } from '../cellMarks';
import { headerKey } from '../recognise';
import { type HeaderRef, refOf } from './tableMapping';

/** Longest text that names a column. */
const NAME_MAX = 256;

/** A column of a header row. */
export interface HeaderName {
  /** As it is compared, and numbered from the second one that bears it: `amount`, `amount 2`. */
  readonly name: string;
  /** As written, trimmed. */
  readonly header: string;
  readonly nth: number;
  /** Place in the header row, from 0. */
  readonly index: number;
}

/** How a header is compared: without case, blanks and punctuation, unless it is nothing else. */
export function columnKey(header: string): string {
  const key = headerKey(header);
  return key === '' ? trimText(header).normalize('NFKC').toLowerCase().slice(0, NAME_MAX) : key;
}

/** The headers of a row: its cells that hold text. */
export function headerNames(cells: readonly unknown[]): HeaderName[] {
  const seen = new Map<string, number>();
  return cells.flatMap((cell, index): HeaderName[] => {
    if (typeof cell !== 'string' || trimText(cell) === '') return [];
    const key = columnKey(cell);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return [{ name: nameOf(key, nth), header: trimText(cell), nth, index }];
  });
}

function nameOf(key: string, nth: number): string {
  // A key has no blank unless it is all punctuation, so that `amount 2` is no header's key.
  return nth === 1 ? key : `${key} ${nth}`;
}

/** The name by which a reference is looked up among `headerNames`. */
export function refName(ref: HeaderRef): string {
  const { header, nth } = refOf(ref);
  return nameOf(columnKey(header), nth);
}

/** The same for the same headers in any order; the second of two alike counts as a header of its own. */
export function fingerprint(cells: readonly unknown[]): string {
  return headerNames(cells)
    .map(({ name }) => name)
    .sort()
    .join('\n');
}
