/** What a golden case of an option is: a ledger an accountant can read, and the figures of each value by hand. */
import type { Cell, PlainLedger, PlainRow } from '../../support/plainLedger';

export interface OptionCase {
  /** The rule that leaves the choice open. */
  readonly rule: string;
  readonly tables: Partial<PlainLedger>;
  readonly from: string;
  readonly to: string;
  /** Options without which a value of it is refused. */
  readonly beside?: Readonly<Record<string, string>>;
  /** For each value the rows of the tables it moves. */
  readonly values: Readonly<Record<string, Readonly<Record<string, Shown>>>>;
}

/**
 * The rows of a table, in all or by their first word: heads first, then `Adams | 30.00`. A dash is an empty cell.
 * The table is the first one of a sheet, or `Sheet / title` of one below it.
 */
export type Shown = readonly string[];

/** Rows in few words: heads, then one text a row; a dash is a blank cell. */
export function rows(heads: string, ...lines: readonly string[]): PlainRow[] {
  const names = wordsOf(heads);
  return lines.map((line) => {
    const words = wordsOf(line);
    return Object.fromEntries(
      names.map((name, place): [string, Cell] => {
        const word = words[place] ?? '-';
        return [name, word === '-' ? null : word];
      }),
    );
  });
}

export function wordsOf(line: string): string[] {
  return line.split('|').map((word) => word.trim());
}
