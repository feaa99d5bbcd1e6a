/**
 * The figures of report sheets as they stand in the JSON, and ticks for what is compared: laws between the sheets
 * are read from the sheets alone, as an accountant would, and never from the checks of a run.
 */
import type { JsonCell, ResultJson, TableJson } from '../../spawnRunner';

/** A first table with its figures by head: money and uses in hundredths. */
export interface Figures {
  readonly table: TableJson;
  readonly total: (head: string) => number;
  /** Over the rows, or over those of which a cell has this text. */
  readonly sum: (head: string, only?: Readonly<Record<string, string>>) => number;
  /** Sums by what stands in some columns; without those that are 0. */
  readonly by: (keys: readonly string[], head: string) => Map<string, number>;
}

export type Sheets = (name: string) => Figures | undefined;

export function sheetsOf(result: ResultJson): Sheets {
  const byName = new Map(result.sheets.map(({ name, tables: [table] }) => [name, table]));
  return (name) => {
    const table = byName.get(name);
    return table === undefined ? undefined : figuresOf(name, table);
  };
}

function figuresOf(name: string, table: TableJson): Figures {
  const { columns, rows, total = [] } = table;
  const column = (head: string): number => {
    const place = columns.indexOf(head);
    if (place < 0) throw new Error(`${name} has no column ${head}`);
    return place;
  };
  return {
    table,
    total: (head) => hundredths(total[column(head)]),
    sum(head, only = {}) {
      const wanted = Object.entries(only).map(([key, word]) => [column(key), word] as const);
      return rows
        .filter((row) => wanted.every(([place, word]) => row[place] === word))
        .reduce((sum, row) => sum + hundredths(row[column(head)]), 0);
    },
    by(keys, head) {
      const sums = new Map<string, number>();
      for (const row of rows) {
        const key = keys.map((one) => String(row[column(one)])).join(' | ');
        sums.set(key, (sums.get(key) ?? 0) + hundredths(row[column(head)]));
      }
      for (const [key, sum] of sums) if (sum === 0) sums.delete(key);
      return sums;
    },
  };
}

export function hundredths(cell: JsonCell | undefined): number {
  return Math.round(Number(cell ?? 0) * 100);
}

/** Collects what does not hold. */
export interface Ticks {
  readonly off: string[];
  readonly same: (what: string, one: number, other: number) => void;
  readonly sameSums: (what: string, one: Map<string, number>, other: Map<string, number>) => void;
}

export function ticks(): Ticks {
  const off: string[] = [];
  const same = (what: string, one: number, other: number): void => {
    if (one !== other) off.push(`${what}: ${one / 100} is not ${other / 100}`);
  };
  return {
    off,
    same,
    sameSums(what, one, other) {
      for (const key of new Set([...one.keys(), ...other.keys()])) {
        same(`${what} of ${key}`, one.get(key) ?? 0, other.get(key) ?? 0);
      }
    },
  };
}

/** Heads of the columns of money of a table. */
export function moneyHeads({ table }: Figures): string[] {
  const form = /^-?\d+\.\d\d$/;
  return table.columns.filter((_, place) => form.test(String((table.total ?? [])[place])));
}

/** What each key adds up to over several sums. */
export function added(maps: readonly Map<string, number>[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [key, cents] of maps.flatMap((map) => [...map])) {
    sums.set(key, (sums.get(key) ?? 0) + cents);
  }
  return sums;
}
