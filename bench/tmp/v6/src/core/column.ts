/** Typed columns that grow row by row while blocks of cells come in, and interned texts. */
import { at, byteAt, intAt } from './assert';

/** A column under construction. `finish` returns exactly the rows pushed. */
export interface GrowingColumn<Column extends Float64Array | Int32Array | Uint8Array> {
  readonly length: number;
  push(value: number): void;
  set(row: number, value: number): void;
  get(row: number): number;
  /** The rows for which `keep` is 1, or all where it is undefined. */
  finish(keep?: Uint8Array): Column;
}

const FIRST_CAPACITY = 1024;

function growing<Column extends Float64Array | Int32Array | Uint8Array>(
  make: (length: number) => Column,
  capacity: number,
): GrowingColumn<Column> {
  let column = make(capacity);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === column.length) {
        const wider = make(column.length * 2);
        wider.set(column);
        column = wider;
      }
      column[length++] = value;
    },
    set(row, value) {
      column[row] = value;
    },
    get(row) {
      return at(column, row);
    },
    finish(keep) {
      if (keep === undefined) return column.subarray(0, length) as Column;
      return compact(column, make(countKept(keep, length)), length, keep);
    },
  };
}

function countKept(keep: Uint8Array, length: number): number {
  let kept = 0;
  for (let row = 0; row < length; row++) kept += byteAt(keep, row);
  return kept;
}

function compact<Column extends Float64Array | Int32Array | Uint8Array>(
  from: Column,
  into: Column,
  length: number,
  keep: Uint8Array,
): Column {
  let next = 0;
  for (let row = 0; row < length; row++) {
    if (byteAt(keep, row) === 1) into[next++] = at(from, row);
  }
  return into;
}

export function growingFloats(capacity = FIRST_CAPACITY): GrowingColumn<Float64Array> {
  return growing((length) => new Float64Array(length), capacity);
}

export function growingInts(capacity = FIRST_CAPACITY): GrowingColumn<Int32Array> {
  return growing((length) => new Int32Array(length), capacity);
}

export function growingBytes(capacity = FIRST_CAPACITY): GrowingColumn<Uint8Array> {
  return growing((length) => new Uint8Array(length), capacity);
}

/** One text per row, each distinct text once. Code 0 is the blank text. */
export interface TextColumn {
  /** For each row, the place of its text in `texts`. */
  readonly codes: Int32Array;
  readonly texts: readonly string[];
}

/** The text of `row`. */
export function textAt(column: TextColumn, row: number): string {
  return at(column.texts, intAt(column.codes, row));
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
