/** Typed columns that grow row by row while blocks of cells come in, and interned texts. */
import { at } from './assert';

/** A column under construction. `finish` returns exactly the rows pushed. */
export interface GrowingColumn<Column extends Float64Array | Int32Array | Uint8Array> {
  readonly length: number;
  push(value: number): void;
  set(row: number, value: number): void;
  get(row: number): number;
  /** The rows for which `keep` is 1, or all where it is undefined. */
  finish(keep?: Uint8Array): Column;
}

const FIRST_CAPACITY = 16;

function growing<Column extends Float64Array | Int32Array | Uint8Array>(
  make: (length: number) => Column,
): GrowingColumn<Column> {
  // Most kinds of table are not in a workbook: their columns take no memory.
  let column = make(0);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === column.length) {
        const wider = make(Math.max(column.length * 2, FIRST_CAPACITY));
        wider.set(column);
        column = wider;
      }
      column[length++] = value;
    },
    set(row, value) {
      column[row] = value;
    },
    get(row) {
      return column[row]!;
    },
    finish(keep) {
      return compact(column, make(keep ? countKept(keep, length) : length), length, keep);
    },
  };
}

function countKept(keep: Uint8Array, length: number): number {
  let kept = 0;
  for (let row = 0; row < length; row++) kept += keep[row]!;
  return kept;
}

function compact<Column extends Float64Array | Int32Array | Uint8Array>(
  from: Column,
  into: Column,
  length: number,
  keep: Uint8Array | undefined,
): Column {
  if (keep === undefined || into.length === length) {
    into.set(from.subarray(0, length));
    return into;
  }
  let next = 0;
  for (let row = 0; row < length; row++) {
    if (keep[row]! === 1) into[next++] = from[row]!;
  }
  return into;
}

export function growingFloats(): GrowingColumn<Float64Array> {
  return growing((length) => new Float64Array(length));
}

export function growingInts(): GrowingColumn<Int32Array> {
  return growing((length) => new Int32Array(length));
}

export function growingBytes(): GrowingColumn<Uint8Array> {
  return growing((length) => new Uint8Array(length));
}

/** One text per row, each distinct text once. Code 0 is the blank text. */
export interface TextColumn {
  /** For each row, the place of its text in `texts`. */
  readonly codes: Int32Array;
  readonly texts: readonly string[];
}

/** The text of `row`. */
export function textAt(column: TextColumn, row: number): string {
  return at(column.texts, column.codes[row]!);
}

/** For each text of a column, the number of rows that bear it. */
export function rowsOfText({ codes, texts }: TextColumn): Int32Array {
  const rows = new Int32Array(texts.length);
  for (const code of codes) rows[code] = rows[code]! + 1;
  return rows;
}

/** Distinct texts, each with a code; `__proto__` is a text like any other. */
export interface TextPool {
  readonly texts: readonly string[];
  code(text: string): number;
}

export function textPool(): TextPool {
  const texts = [''];
  const codes = new Map([['', 0]]);
  return {
    texts,
    code(text) {
      const known = codes.get(text);
      if (known !== undefined) return known;
      codes.set(text, texts.length);
      texts.push(text);
      return texts.length - 1;
    },
  };
}
