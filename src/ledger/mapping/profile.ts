/** What is known of a system's export, as data: which headers tell it, and the mapping that fits them. */
import type { Sense } from './moneyBeside';
import type { FieldSource, MappedView, RowCondition } from './tableMapping';

/**
 * A view as in a mapping, with two liberties. A header may be several with `|` between them: the first
 * that the export has. A field may have several sources: the first of which the export has a column.
 * What the export lacks is left out, and with a bold column the view.
 */
export interface ProfileView extends Pick<MappedView, 'kind'> {
  readonly rows?: readonly RowCondition[];
  readonly fields: Readonly<Record<string, FieldSource | readonly FieldSource[]>>;
  /** What the amounts should be like, where exports differ in their sign; else the field says the sign. */
  readonly sense?: Sense;
}

export interface Profile {
  /** The system and its list: `Kareo charges`. */
  readonly name: string;
  /** All of them have to be there; together they stand in no other system's export. */
  readonly needs: readonly string[];
  /** None of them may be there. */
  readonly lacks?: readonly string[];
  /** Where given, the sheet bears one of these names. */
  readonly sheets?: readonly string[];
  /** Money that other columns hold as well, such as sums and balances. */
  readonly ignored?: readonly string[];
  readonly views: readonly ProfileView[];
  /** As in a mapping. */
  readonly leftOut?: readonly (readonly RowCondition[])[];
}

/** Columns, the first filled one of which is read. */
export function from(...columns: string[]): { readonly columns: readonly string[] } {
  return { columns };
}

/** An amount whose sign the system is known for. */
export function asWritten(...columns: string[]): FieldSource {
  return { columns, sign: 'as-written' };
}

/** An amount that the system writes with the opposite sign. */
export function negated(...columns: string[]): FieldSource {
  return { columns, sign: 'negated' };
}

/** The row's id, else its address, with the column of the money behind it. */
export function idWith(and: string, ...columns: string[]): FieldSource[] {
  return [
    { columns, and },
    { address: true, and },
  ];
}

export function constant(text: string): FieldSource {
  return { constant: text };
}
