/** What differs between the JSON of two runs, by provider: what the effects of an option have to say. */
import type { JsonCell, TableJson } from '../runner/spawnRunner';

/** An entry of `effects` in the JSON. */
export interface EffectJson {
  readonly option: string;
  readonly instead: string;
  readonly isComputed: boolean;
  readonly sentence: string;
  readonly changes: readonly {
    readonly sheet: string;
    readonly figure: string;
    readonly row: string | null;
    readonly change: string;
  }[];
}

interface RunJson {
  readonly sheets: readonly { readonly name: string; readonly tables: readonly TableJson[] }[];
}

/** The sheets by provider of each report, written out by hand. */
const sheetsByProvider: Readonly<Record<string, readonly string[]>> = {
  'collected-invoicing': ['Practice Summary'],
  'gross-invoicing': ['Gross Invoicing Summary'],
  cpt: ['CPT Billed by Provider', 'CPT Collections by Provider'],
  sales: ['Provider Summary'],
  'production-income': ['Production & Income - Provider', 'Provider Payroll'],
  allocation: ['Suggested Splits', 'Income Transfers'],
};

export const reportsByProvider = Object.keys(sheetsByProvider);

const isMoney = (cell: JsonCell | undefined): boolean =>
  typeof cell === 'string' && /^-?\d+\.\d\d$/.test(cell);
const centsOf = (cell: JsonCell | undefined): number => Math.round(Number(cell ?? 0) * 100);

/** Changes in cents by sheet, figure and provider, as an effect has them; null is all providers. */
export function toldOf({ changes }: EffectJson, reports: readonly string[]): Map<string, number> {
  const names = reports.flatMap((report) => sheetsByProvider[report] ?? []);
  const told = changes.map(
    ({ sheet, figure, row, change }) =>
      [`${sheet} | ${figure}`, JSON.stringify(row), centsOf(change), sheet] as const,
  );
  return new Map(
    told
      .filter(([, , change, sheet]) => change !== 0 && names.includes(sheet))
      .map(([column, row, change]) => [`${column} | ${row}`, change]),
  );
}

/** The same from the tables of two runs, in columns that both have. */
export function differencesOf(
  now: RunJson,
  instead: RunJson,
  reports: readonly string[],
): Map<string, number> {
  const names = reports.flatMap((report) => sheetsByProvider[report] ?? []);
  const [mine, theirs] = [sums(now, names), sums(instead, names)];
  const apart = new Map<string, number>();
  for (const [column, before] of mine) {
    const after = theirs.get(column);
    if (after === undefined) continue;
    for (const row of new Set([...before.keys(), ...after.keys()])) {
      const change = (after.get(row) ?? 0) - (before.get(row) ?? 0);
      if (change !== 0) apart.set(`${column} | ${row}`, change);
    }
  }
  return apart;
}

/** Cents by column of money, and in it by provider; `null` is the total. */
function sums({ sheets }: RunJson, names: readonly string[]): Map<string, Map<string, number>> {
  const found = new Map<string, Map<string, number>>();
  for (const { name, tables } of sheets) {
    const [table] = tables;
    if (table === undefined || !names.includes(name)) continue;
    for (const [column, head] of table.columns.entries()) {
      const cells = [...table.rows, ...(table.total === undefined ? [] : [table.total])];
      if (cells.length > 0 && !cells.some((row) => isMoney(row[column]))) continue;
      found.set(`${name} | ${head}`, sumsOfColumn(table, column));
    }
  }
  return found;
}

function sumsOfColumn({ columns, rows, total }: TableJson, column: number): Map<string, number> {
  const provider = columns.indexOf('Provider');
  const byProvider = new Map<string, number>();
  let all = 0;
  for (const row of rows) {
    const key = JSON.stringify(row[provider]);
    byProvider.set(key, (byProvider.get(key) ?? 0) + centsOf(row[column]));
    all += centsOf(row[column]);
  }
  return byProvider.set('null', total === undefined ? all : centsOf(total[column]));
}
