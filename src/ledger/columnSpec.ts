/** What the ledger format says of a column and of a kind of table. */

/**
 * What a cell of the column is read as.
 * `cents`: blank is 0. `optionalCents`: blank is told from 0. `moment`: blank is NO_MOMENT.
 * `quantity`: hundredths of a unit, blank is 1. `rate`: per cent, blank is told from 0. `flag`: Yes or No. `voided`: Yes, or the date of the void. `choice`: one of `choices`.
 */
export type ColumnType =
  | 'text'
  | 'cents'
  | 'optionalCents'
  | 'quantity'
  | 'rate'
  | 'moment'
  | 'flag'
  | 'voided'
  | 'choice';

export interface ColumnSpec {
  /** The canonical header, as in the ledger format. */
  readonly header: string;
  readonly type: ColumnType;
  /** The column must exist; its cells must be filled, unless `cellMayBeBlank`. */
  readonly bold?: true;
  readonly cellMayBeBlank?: true;
  /** Headers of real exports that mean this column, the likeliest first. */
  readonly synonyms?: readonly string[];
  /** Headers that mean the opposite of a flag ("Excluded from Commissions"). */
  readonly reversed?: readonly string[];
  /** What a blank flag means. */
  readonly blank?: 'Yes' | 'No';
  /** The values of a choice; the first is what a blank cell means where the column is not bold. */
  readonly choices?: readonly string[];
  /** Values of real exports and the choice each stands for. */
  readonly valueSynonyms?: Readonly<Record<string, string>>;
}
