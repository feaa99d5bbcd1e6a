/** How a mapping has the cells of a field read, with its columns found on the sheet. */
import type { DateOrder } from './tableMapping';

/** A column of the sheet. */
export interface SheetColumn {
  readonly header: string;
  /** From 0. */
  readonly sheetColumn: number;
}

/** A field that is not one column as it stands. */
export interface FieldReading {
  /** No cell is read: the same text in every row, or the row's place in the workbook: its number behind `address`. */
  readonly made?: { readonly text: string } | { readonly address: string };
  /** Read where the field's own column is blank, in this order. */
  readonly others?: readonly SheetColumn[];
  /** Put behind an id. */
  readonly and?: string;
  readonly negated?: boolean;
  readonly decimal?: '.' | ',';
  readonly dates?: DateOrder;
  readonly swapped?: boolean;
  readonly currency?: string;
  readonly fillDown?: true;
  /** Folded texts of the export and what each means. */
  readonly values?: ReadonlyMap<string, string>;
  readonly filled?: string;
}

/** A condition of a row, on columns of the sheet. */
export type CellCondition =
  | { readonly test: 'money'; readonly columns: readonly SheetColumn[] }
  | { readonly test: 'filled' | 'blank'; readonly column: SheetColumn }
  | {
      readonly test: 'is' | 'isNot';
      readonly column: SheetColumn;
      /** Folded. */
      readonly words: ReadonlySet<string>;
    };

/** Every column that some conditions look at. */
export function columnsOfConditions(conditions: readonly CellCondition[]): SheetColumn[] {
  return conditions.flatMap((one) => (one.test === 'money' ? one.columns : [one.column]));
}
