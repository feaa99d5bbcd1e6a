/** The rows of one kind while its tables are read: a column for each field, and which rows stay. */
import { assert } from '../core/assert';
import { growingBytes, growingInts, type GrowingColumn } from '../core/column';
import { amountStore, ONE_UNIT, readAmounts, type AmountStore } from './amountColumn';
import { blankColumns } from './blankColumns';
import { codeStore, readCodes, type CodeStore } from './codeColumn';
import type { ColumnReader, ReadContext } from './columnReader';
import type { ColumnSpec } from './columnSpec';
import { controlColumn, readKinds, type ReadKind } from './kinds';
import { momentStore, readMoments, type MomentStore } from './momentColumn';
import { rateStore, readRates, type RateStore } from './rateColumn';
import type { ReadField } from './sortRow';
import type { TableOf } from './tables';
import { readTexts, textStore, type TextStore } from './textColumn';

type FieldStore =
  | { readonly holds: 'texts'; readonly store: TextStore }
  | { readonly holds: 'amounts'; readonly store: AmountStore; readonly isOptional: boolean }
  | { readonly holds: 'rates'; readonly store: RateStore }
  | { readonly holds: 'moments'; readonly store: MomentStore }
  | { readonly holds: 'codes'; readonly store: CodeStore };

export interface KindRows {
  readonly length: number;
  readonly source: GrowingColumn<Int32Array>;
  readonly sheetRow: GrowingColumn<Int32Array>;
  /** 1 for each row that is used. */
  readonly keep: GrowingColumn<Uint8Array>;
  /** The amounts by which totals and the row equation are checked, where the kind has them. */
  readonly control: AmountStore | undefined;
  reader(field: ReadField, context: ReadContext): ColumnReader;
  /** The text of a field in a row, also of one that is not kept; empty where no table has the field. */
  textOf(field: string, row: number): string;
  /** Brings the columns of fields that the last table lacked to the length of the others. */
  fillBlank(): void;
}

export interface GrowingKind extends KindRows {
  finish(): TableOf<ReadKind>;
}

function storeOf(spec: ColumnSpec): FieldStore {
  switch (spec.type) {
    case 'text':
      return { holds: 'texts', store: textStore() };
    case 'cents':
    case 'optionalCents':
      return { holds: 'amounts', store: amountStore(), isOptional: spec.type === 'optionalCents' };
    case 'quantity':
      return { holds: 'amounts', store: amountStore(ONE_UNIT), isOptional: false };
    case 'rate':
      return { holds: 'rates', store: rateStore() };
    case 'moment':
      return { holds: 'moments', store: momentStore() };
    case 'flag':
    case 'voided':
    case 'choice':
      return { holds: 'codes', store: codeStore(spec) };
  }
}

function readerOf(column: FieldStore, field: ReadField, context: ReadContext): ColumnReader {
  switch (column.holds) {
    case 'texts':
      return readTexts(field, column.store);
    case 'amounts':
      return readAmounts(field, column.store, context);
    case 'rates':
      return readRates(field, column.store);
    case 'moments':
      return readMoments(field, column.store, context);
    case 'codes':
      return readCodes(field, column.store, context);
  }
}

function finished(column: FieldStore, keep: Uint8Array): unknown {
  if (column.holds !== 'amounts') return column.store.finish(keep);
  return column.isOptional ? column.store.finishOptional(keep) : column.store.finish(keep);
}

/** Starts the rows of a kind. A column begins with the first table that has it. */
export function kindRows(kind: ReadKind): GrowingKind {
  const specs = new Map(Object.entries<ColumnSpec>(readKinds[kind]));
  const columns = new Map<string, FieldStore>();
  const source = growingInts();
  const sheetRow = growingInts();
  const keep = growingBytes();
  const fillUp = ({ store }: FieldStore): void => {
    while (store.length < sheetRow.length) store.pushBlank();
  };
  const begin = (field: ReadField): FieldStore => {
    assert(specs.has(field.field), `no column of ${kind} is called ${field.field}`);
    const column = storeOf(field.spec);
    fillUp(column);
    columns.set(field.field, column);
    return column;
  };
  return {
    get length() {
      return sheetRow.length;
    },
    source,
    sheetRow,
    keep,
    get control() {
      const column = columns.get(controlColumn[kind] ?? '');
      return column?.holds === 'amounts' ? column.store : undefined;
    },
    reader(field, context) {
      return readerOf(columns.get(field.field) ?? begin(field), field, context);
    },
    textOf(field, row) {
      const column = columns.get(field);
      return column?.holds === 'texts' && row < column.store.length ? column.store.textAt(row) : '';
    },
    fillBlank() {
      for (const column of columns.values()) fillUp(column);
    },
    finish() {
      const kept = keep.finish();
      const sources = source.finish(kept);
      const table: Record<string, unknown> = {
        length: sources.length,
        source: sources,
        sheetRow: sheetRow.finish(kept),
      };
      const blank = blankColumns(sources.length);
      for (const [field, spec] of specs) {
        const column = columns.get(field);
        table[field] = column === undefined ? blank(spec) : finished(column, kept);
      }
      // The columns were made from the same specs as the type.
      return table as unknown as TableOf<ReadKind>;
    },
  };
}
