/** Columns of rates: millionths of a per cent, blank told from 0. */
import { growingBytes, growingFloats } from '../core/column';
import { foundText, mustBeFilled, type CellFault, type ColumnReader } from './columnReader';
import { parseRate } from './parseRate';
import type { ReadField } from './sortRow';
import type { OptionalRates } from './tables';

/** The rates of a field, from every table of its kind. */
export interface RateStore {
  readonly length: number;
  push(parts: number): void;
  pushBlank(): void;
  finish(keep: Uint8Array): OptionalRates;
}

export function rateStore(): RateStore {
  const parts = growingFloats();
  const given = growingBytes();
  return {
    get length() {
      return parts.length;
    },
    push(rate) {
      parts.push(rate);
      given.push(1);
    },
    pushBlank() {
      parts.push(0);
      given.push(0);
    },
    finish: (keep) => ({ parts: parts.finish(keep), given: given.finish(keep) }),
  };
}

/** Reads a column of rates; a cell that can mean two rates holds its row (A12). */
export function readRates(field: ReadField, store: RateStore): ColumnReader {
  const isRequired = mustBeFilled(field.spec);
  const faults: CellFault[] = [];
  const fault = (code: CellFault['code'], cell: unknown): void => {
    faults.push({ row: store.length, code, found: foundText(cell, field) });
  };
  return {
    faults,
    read({ values, column }, rows) {
      for (const row of rows) {
        const cell = values[row]?.[column];
        const read = parseRate(cell);
        if (read.outcome === 'rate') {
          store.push(read.parts);
          continue;
        }
        if (read.outcome === 'fault') fault(read.code, cell);
        else if (isRequired) fault('CELL_BLANK', cell);
        store.pushBlank();
      }
    },
    close: () => undefined,
    notes: () => [],
  };
}
