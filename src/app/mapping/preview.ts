/** The first rows of a table as they are understood, in words: what a mapping comes to before it is kept. */
import { moneyText } from '../../core/cents';
import { NO_MOMENT } from '../../core/brand';
import { textAt, type TextColumn } from '../../core/column';
import { momentText, dayOfMoment, dayText, startOfDay } from '../../core/day';
import type { ColumnSpec } from '../../ledger/columnSpec';
import { readKinds } from '../../ledger/kinds';
import { rateText } from '../../ledger/parseRate';
import type { OptionalCents, OptionalRates, SourceTable, Tables } from '../../ledger/tables';

/** As many as stand beside each other in a narrow pane. */
const ROWS = 2;

export interface Preview {
  /** Canonical headers of the fields that are read. */
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The first rows that a source gives, field by field. */
export function previewOf(tables: Tables, source: SourceTable): Preview {
  const place = tables.sources.indexOf(source);
  const { kind } = source;
  const specs = Object.entries<ColumnSpec>(readKinds[kind]).filter(([field]) =>
    source.fields.has(field),
  );
  const table = tables[kind];
  const rows: number[] = [];
  for (let row = 0; row < table.length && rows.length < ROWS; row++) {
    if (table.source[row] === place) rows.push(row);
  }
  const columns = table as unknown as Readonly<Record<string, AnyColumn>>;
  return {
    headers: specs.map(([, { header }]) => header),
    rows: rows.map((row) => specs.map(([field, spec]) => cellText(spec, columns[field], row))),
  };
}

type AnyColumn = TextColumn | OptionalCents | OptionalRates | Float64Array | Uint8Array;

function cellText(spec: ColumnSpec, column: AnyColumn | undefined, row: number): string {
  if (column === undefined) return '';
  if ('texts' in column) return textAt(column, row);
  if ('cents' in column) return column.given[row] === 1 ? moneyText(column.cents[row] ?? 0) : '';
  if ('parts' in column)
    return column.given[row] === 1 ? `${rateText(column.parts[row] ?? 0)} %` : '';
  return numberText(spec, column[row] ?? 0);
}

function numberText({ type, choices = [] }: ColumnSpec, value: number): string {
  switch (type) {
    case 'moment':
      return momentWords(value);
    case 'cents':
    case 'quantity':
      return moneyText(value);
    case 'choice':
      return choices[value] ?? '';
    case 'flag':
    case 'voided':
      return value === 1 ? 'Yes' : 'No';
    case 'text':
    case 'optionalCents':
    case 'rate':
      return '';
  }
}

/** A day without its midnight. */
function momentWords(moment: number): string {
  if (moment === NO_MOMENT) return '';
  const day = dayOfMoment(moment);
  return startOfDay(day) === moment ? dayText(day) : momentText(moment);
}
