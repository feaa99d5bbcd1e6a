/** Reads rows written in a test by a mapping, as a workbook would hand them over. */
import { NO_MOMENT } from '../../src/core/brand';
import { centsText } from '../../src/core/cents';
import { textAt, type TextColumn } from '../../src/core/column';
import { momentText } from '../../src/core/day';
import type { ColumnSpec } from '../../src/ledger/columnSpec';
import { readKinds, type ReadKind } from '../../src/ledger/kinds';
import { resolveMapping } from '../../src/ledger/mapping/resolveMapping';
import type { TableMapping } from '../../src/ledger/mapping/tableMapping';
import { ledgerReader } from '../../src/ledger/tableReader';
import type { OptionalCents, OptionalRates, Tables } from '../../src/ledger/tables';
import type { Row } from './readSheet';

export interface MappedOptions {
  readonly sheet?: string;
  readonly date1904?: boolean;
  readonly blockRows?: number;
}

/** Reads a header in row 1 and `rows` below it: one view after the other, in blocks of `blockRows`. */
export function readMapped(
  mapping: TableMapping,
  rows: readonly Row[],
  options: MappedOptions = {},
): Tables {
  const { sheet = 'Export', date1904 = false, blockRows = 1000 } = options;
  const reader = ledgerReader({ date1904 });
  for (const found of resolveMapping(mapping, mapping.headers, { sheet, column: 0 })) {
    const table = reader.open({ ...found, sheet, table: '', headerRow: 1 });
    let end = -1;
    for (let start = 0; start < rows.length && end < 0; start += blockRows) {
      const values = rows.slice(start, start + blockRows);
      const cellsOf = ({ sheetColumn }: { sheetColumn: number }) => ({
        values,
        column: sheetColumn,
      });
      const columns = new Map([...found.fields].map(([field, source]) => [field, cellsOf(source)]));
      end = table.add({ firstSheetRow: 2 + start, rowCount: values.length, columns, cellsOf });
    }
    table.close();
  }
  return reader.finish();
}

/** The used rows of a kind as a person reads them: filled cells only, by canonical header. */
export function recordsOf(tables: Tables, kind: ReadKind): Record<string, string>[] {
  const table = tables[kind] as unknown as Readonly<Record<string, unknown>> & { length: number };
  return Array.from({ length: table.length }, (_, row) => {
    const cells = Object.entries<ColumnSpec>(readKinds[kind]).map(([field, spec]) => [
      spec.header,
      cellText(spec, table[field], row),
    ]);
    return Object.fromEntries(cells.filter(([, text]) => text !== '')) as Record<string, string>;
  });
}

/** Blank, and what a blank cell means, are no text: 0.00, 1 unit, the first choice. */
function cellText(spec: ColumnSpec, column: unknown, row: number): string {
  switch (spec.type) {
    case 'text':
      return textAt(column as TextColumn, row);
    case 'cents':
      return centsText((column as Float64Array)[row]!);
    case 'optionalCents': {
      const { cents, given } = column as OptionalCents;
      return given[row]! === 1 ? centsText(cents[row]!) : '';
    }
    case 'quantity':
      return (column as Float64Array)[row]! === 100
        ? ''
        : String((column as Float64Array)[row]! / 100);
    case 'rate': {
      const { parts, given } = column as OptionalRates;
      return given[row]! === 1 ? String(parts[row]! / 1e6) : '';
    }
    case 'moment': {
      const moment = (column as Float64Array)[row]!;
      return moment === NO_MOMENT ? '' : momentText(moment);
    }
    case 'flag': {
      const word = (column as Uint8Array)[row]! === 1 ? 'Yes' : 'No';
      return word === spec.blank ? '' : word;
    }
    case 'voided':
      return (column as Uint8Array)[row]! === 1 ? 'Yes' : '';
    case 'choice': {
      const place = (column as Uint8Array)[row]!;
      return place === 0 && spec.bold !== true ? '' : (spec.choices?.[place] ?? '');
    }
  }
}
