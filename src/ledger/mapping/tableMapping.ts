/** How the rows of an export become rows of the ledger, as data: workbooks keep it, files carry it. */
import type { ReadKind } from '../kinds';

/** A column of the header row by its header; `nth` from 1 where several bear it. */
export type HeaderRef = string | { readonly header: string; readonly nth: number };

/** Order of the parts of a date such as 03/04/05. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** What is known of the way in which a column is written. */
export interface ColumnRules {
  /**
   * `negated`: what the ledger counts with a plus stands there with a minus, and the other way round.
   * `as-written` says that this was looked at: nobody is asked again (A14).
   */
  readonly sign?: 'as-written' | 'negated';
  readonly decimal?: '.' | ',';
  readonly dates?: DateOrder;
  /** Whether a paste exchanged day and month of the dates that Excel converted (B2). */
  readonly swapped?: boolean;
  /** The currency of the amounts, as it is written beside them: `$`, `C$`. */
  readonly currency?: string;
  /** A blank cell means the last filled one above it: a name that is printed once for each block. */
  readonly fillDown?: true;
  /** Texts of the export and what each means; '' stands for a blank cell. */
  readonly values?: Readonly<Record<string, string>>;
  /** What a filled cell means, whatever stands in it: an amount voided, a flag. 0 and No are not filled. */
  readonly filled?: string;
  /** The column says the opposite of the flag. */
  readonly reversed?: true;
}

/** The first of some columns that is filled in the row. */
export interface ColumnSource extends ColumnRules {
  readonly columns: readonly HeaderRef[];
  /** Put behind an id: the further rows of a wide row are told apart by the column of their money. */
  readonly and?: string;
}

/** The same text in every row; '' where the export says nothing of it. */
export interface ConstantSource {
  readonly constant: string;
}

/** The row's place in the workbook stands for its id. */
export interface AddressSource {
  readonly address: true;
  readonly and?: string;
}

/** The name of the sheet: one list of an export on each. */
export interface SheetNameSource {
  readonly sheet: true;
  readonly values?: Readonly<Record<string, string>>;
}

export type FieldSource = ColumnSource | ConstantSource | AddressSource | SheetNameSource;

/** What a row has to be like to be one of a view. */
export type RowCondition =
  /** One of these columns holds an amount, or something that should be one. 0 is no amount here. */
  | { readonly money: readonly HeaderRef[] }
  | { readonly filled: HeaderRef }
  | { readonly blank: HeaderRef }
  | { readonly column: HeaderRef; readonly is: readonly string[] }
  | { readonly column: HeaderRef; readonly isNot: readonly string[] };

/** The rows of one kind that stand in the rows of the export. */
export interface MappedView {
  readonly kind: ReadKind;
  /** All of them must hold; none: every row is one of the view. */
  readonly rows?: readonly RowCondition[];
  /** By the canonical header of the ledger format. */
  readonly fields: Readonly<Record<string, FieldSource>>;
}

export interface TableMapping {
  /** For people: `Kareo charges`. */
  readonly name: string;
  /** The header row that it was made for, as written and in its order; what is mapped is found by it. */
  readonly headers: readonly string[];
  /** A row that no view wants is a row of the first one, so that none is lost in silence. */
  readonly views: readonly MappedView[];
  /** Rows that are left out on purpose: those for which all conditions of one of the lists hold. */
  readonly leftOut?: readonly (readonly RowCondition[])[];
}

/** The header of a reference and which of several it is. */
export function refOf(ref: HeaderRef): { readonly header: string; readonly nth: number } {
  return typeof ref === 'string' ? { header: ref, nth: 1 } : ref;
}

/** Every column that some conditions look at. */
export function refsOfConditions(conditions: readonly RowCondition[]): HeaderRef[] {
  return conditions.flatMap((condition): readonly HeaderRef[] => {
    if ('money' in condition) return condition.money;
    if ('filled' in condition) return [condition.filled];
    return 'blank' in condition ? [condition.blank] : [condition.column];
  });
}

/** Every column that a mapping reads or looks at. */
export function refsOfMapping({ views, leftOut = [] }: TableMapping): HeaderRef[] {
  return [...views.flatMap(refsOfView), ...leftOut.flatMap(refsOfConditions)];
}

/** Every column that a view reads or looks at. */
export function refsOfView({ rows = [], fields }: MappedView): HeaderRef[] {
  const ofRows = refsOfConditions(rows);
  const ofFields = Object.values(fields).flatMap((source) =>
    'columns' in source ? source.columns : [],
  );
  return [...ofRows, ...ofFields];
}
