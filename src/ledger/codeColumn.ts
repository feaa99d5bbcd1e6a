/** Columns of small codes: Yes or No, voided, and one of a list. */
import { growingBytes } from '../core/column';
import {
  foundText,
  mustBeFilled,
  type CellFault,
  type ColumnReader,
  type ReadContext,
} from './columnReader';
import type { ColumnSpec } from './columnSpec';
import { choiceWords, parseChoice, parseFlag, parseVoided, type CodeCell } from './parseCell';
import type { ReadField } from './sortRow';

/** The codes of a field, from every table of its kind. */
export interface CodeStore {
  readonly length: number;
  push(code: number): void;
  pushBlank(): void;
  finish(keep: Uint8Array): Uint8Array;
}

/** The code of a blank cell. */
export function blankCode({ type, blank }: ColumnSpec): number {
  return type === 'flag' && blank === 'Yes' ? 1 : 0;
}

export function codeStore(spec: ColumnSpec): CodeStore {
  const codes = growingBytes();
  const ofBlank = blankCode(spec);
  return {
    get length() {
      return codes.length;
    },
    push: (code) => {
      codes.push(code);
    },
    pushBlank: () => {
      codes.push(ofBlank);
    },
    finish: (keep) => codes.finish(keep),
  };
}

/** Reads a column of Yes or No, voided or choices; what is not understood holds its row. */
export function readCodes(field: ReadField, store: CodeStore, context: ReadContext): ColumnReader {
  const parse = parserOf(field, context);
  const isRequired = mustBeFilled(field.spec);
  const faults: CellFault[] = [];
  const known = new Map<unknown, number>();

  const readNew = (cell: unknown): void => {
    const read = parse(cell);
    if (read.outcome === 'code') {
      known.set(cell, read.value);
      store.push(read.value);
      return;
    }
    if (read.outcome === 'fault' || isRequired) {
      const code = read.outcome === 'fault' ? read.code : 'CELL_BLANK';
      faults.push({ row: store.length, code, found: foundText(cell, field) });
    }
    store.pushBlank();
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

function parserOf(
  { field, spec, reversed }: ReadField,
  context: ReadContext,
): (cell: unknown) => CodeCell {
  if (spec.type === 'voided') return (cell) => parseVoided(cell, context.date1904);
  if (spec.type === 'choice') {
    const words = choiceWords(spec);
    return (cell) => parseChoice(cell, words, field === 'type');
  }
  return (cell) => {
    const read = parseFlag(cell);
    return read.outcome === 'code' && reversed ? { outcome: 'code', value: 1 - read.value } : read;
  };
}
