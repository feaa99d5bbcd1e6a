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

/** Blank is no text, nor is what a blank unit or flag means; of a choice it is the first one. */
function cellText(spec: ColumnSpec, column: unknown, row: number): string {
  const numbers = column as Readonly<Record<number, number>>;
  const given = (column as Partial<OptionalCents>).given?.[row] === 1;
  const texts: Readonly<Record<ColumnSpec['type'], () => string>> = {
    text: () => textAt(column as TextColumn, row),
    cents: () => centsText(numbers[row]!),
    optionalCents: () => (given ? centsText((column as OptionalCents).cents[row]!) : ''),
    rate: () => (given ? String((column as OptionalRates).parts[row]! / 1e6) : ''),
    quantity: () => (numbers[row] === 100 ? '' : String(numbers[row]! / 100)),
    moment: () => (numbers[row] === NO_MOMENT ? '' : momentText(numbers[row]!)),
    flag: () => otherThan(spec.blank, numbers[row] === 1 ? 'Yes' : 'No'),
    voided: () => (numbers[row] === 1 ? 'Yes' : ''),
    choice: () => spec.choices?.[numbers[row]!] ?? '',
  };
  return texts[spec.type]();
}

function otherThan(blank: string | undefined, word: string): string {
  return word === blank ? '' : word;
}
