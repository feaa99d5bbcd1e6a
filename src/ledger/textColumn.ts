/** Columns of text: ids, codes and names, each distinct text once. */
import { at } from '../core/assert';
import { growingInts, textPool, type TextColumn } from '../core/column';
import {
  foundText,
  holdsIds,
  mustBeFilled,
  type CellFault,
  type ColumnReader,
} from './columnReader';
import { parseText, type CellFault as TextFault } from './parseCell';
import type { ReadField } from './sortRow';

/** The texts of a field, from every table of its kind. */
export interface TextStore {
  readonly length: number;
  /** The code of a text, the same for every row that holds it. */
  code(text: string): number;
  push(code: number): void;
  pushBlank(): void;
  textAt(row: number): string;
  /** The kept rows; a text that no kept row holds is gone. */
  finish(keep: Uint8Array): TextColumn;
}

export function textStore(): TextStore {
  const codes = growingInts();
  const pool = textPool();
  return {
    get length() {
      return codes.length;
    },
    code: (text) => pool.code(text),
    push(code) {
      codes.push(code);
    },
    pushBlank() {
      codes.push(0);
    },
    textAt: (row) => at(pool.texts, codes.get(row)),
    finish(keep) {
      return withoutUnused(codes.finish(keep), pool.texts);
    },
  };
}

/** Codes anew in the order of the rows, so that held and skipped rows leave no trace. */
function withoutUnused(codes: Int32Array, texts: readonly string[]): TextColumn {
  const renamed = new Int32Array(texts.length).fill(-1);
  renamed[0] = 0;
  const used = [''];
  const anew = codes.map((before) => {
    const known = renamed[before] ?? -1;
    if (known >= 0) return known;
    renamed[before] = used.length;
    return used.push(at(texts, before)) - 1;
  });
  return { codes: anew, texts: used };
}

/** Reads a column of texts; blank is the blank text unless the field must be filled. */
export function readTexts(field: ReadField, store: TextStore): ColumnReader {
  const isId = holdsIds(field);
  const isRequired = mustBeFilled(field.spec);
  const faults: CellFault[] = [];
  /** Cells as they stand there and the code of the text they mean: each is looked at once. */
  const known = new Map<unknown, number>();

  const fault = (cell: unknown, code: TextFault | 'CELL_BLANK'): void => {
    faults.push({ row: store.length, code, found: foundText(cell, field) });
    store.pushBlank();
  };
  const readNew = (cell: unknown): void => {
    const read = parseText(cell, isId);
    if (read.outcome === 'fault') {
      fault(cell, read.code);
    } else if (read.outcome === 'text') {
      const code = store.code(read.text);
      known.set(cell, code);
      store.push(code);
    } else if (isRequired) {
      fault(cell, 'CELL_BLANK');
    } else {
      store.pushBlank();
    }
  };
  return {
    faults,
    read({ values, column }, rows) {
      for (const row of rows) {
        const cell = values[row]?.[column];
        const code = known.get(cell);
        if (code === undefined) readNew(cell);
        else store.push(code);
      }
    },
    close: () => undefined,
    notes: () => [],
  };
}
