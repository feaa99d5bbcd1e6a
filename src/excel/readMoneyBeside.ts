/** Reads the money in columns beside charges and payments, where it is sure what it is. */
import { moneyText } from '../core/cents';
import { creditSignOf } from '../ledger/columnReader';
import { addSign, noSigns, signOf, type Signs, withSign } from '../ledger/mapping/besideSigns';
import { notReadProblem } from '../ledger/mapping/decideHeader';
import { mappingOf } from '../ledger/mapping/mappingOfMatch';
import { type BesideColumn, mainView } from '../ledger/mapping/moneyBeside';
import { resolveMapping } from '../ledger/mapping/resolveMapping';
import { signProblem } from '../ledger/mapping/signProblem';
import type { MappedView } from '../ledger/mapping/tableMapping';
import { cellAt } from '../ledger/sortRow';
import { cellAddress } from '../ledger/tables';
import type { MoneyToRead, OpenedTable, Reading } from './reading';
import { readBlocks } from './readBlocks';
import { readRegion } from './readRegion';

/** Reads all money that waits; the tables of the workbook are known by now. */
export async function readMoneyBeside(reading: Reading): Promise<void> {
  for (const money of reading.moneyBeside) await readBeside(reading, money);
}

async function readBeside(reading: Reading, money: MoneyToRead): Promise<void> {
  const { beside, sheet, cells, place, table, firstRow, endRow, isMasked } = money;
  const tell: Tell = (column, doubt) => {
    const { header, index } = column;
    const of = { kind: beside.main.kind, place };
    reading.problems.push(notReadProblem({ header, index, doubt }, of));
  };
  const free = beside.columns.filter((column) => {
    const other = sameMoney(column, beside.main.kind, reading.opened);
    if (other !== '') tell(column, `the table ${other} may hold the same money`);
    return other === '';
  });
  const signs = await signsOf(reading, money, free);
  const views = free.flatMap((column, at) => {
    const { found, problem } = settled(column, signs[at] ?? noSigns(), money);
    if (problem !== '') tell(column, problem);
    return found;
  });
  const stopped = free.flatMap((column, at) => stops(column, signs[at] ?? noSigns(), money));
  reading.problems.push(...stopped);
  noteRead(reading, money, [
    ...views,
    ...free.flatMap((column, at) => askedOf(column, signs[at], money)),
  ]);
  if (views.length === 0) return;
  const mapping = mappingOf(cells, '', [mainView(beside), ...views]);
  const tables = resolveMapping(mapping, cells, place).slice(1);
  const region = { tables, table, headerRow: place.row + 1, firstRow, endRow };
  await readRegion(reading, sheet, region, isMasked);
}

/** The views of a column whose sign must be said first, or that has no amounts yet: the next export may. */
function askedOf(
  column: BesideColumn,
  signs: Signs | undefined,
  money: MoneyToRead,
): readonly MappedView[] {
  const of = signs ?? noSigns();
  const isEmpty = signOf(column.sense, of) === 'nothing';
  return isEmpty || stops(column, of, money).length > 0 ? column.views : [];
}

/** The header row knows which money beside it counts: a mapping of it begins with that. */
function noteRead(
  { headers }: Reading,
  { cells }: MoneyToRead,
  views: readonly MappedView[],
): void {
  headers.find((header) => header.cells === cells)?.besideRead.push(...views);
}

type Tell = (column: BesideColumn, doubt: string) => void;

/** A table of the workbook that may hold the money of a column too; empty where there is none. */
function sameMoney(
  { role, views }: BesideColumn,
  main: string,
  opened: readonly OpenedTable[],
): string {
  const others = opened.filter(({ kind, isWide }) => !(isWide && kind === main));
  const kinds = new Set<string>(views.map(({ kind }) => kind));
  if (main === 'Payments') kinds.delete('Payments');
  const same = others.find(({ kind }) => kinds.has(kind));
  if (same !== undefined) return same.kind;
  const isOfClaim = role === 'insurance payment' || kinds.has('Claim Adjustments');
  return isOfClaim && others.some(({ kind }) => kind === 'Claim Lines') ? 'Claim Lines' : '';
}

/** How many amounts of each column have which sign. */
async function signsOf(
  reading: Reading,
  { sheet, place, firstRow, endRow, isMasked }: MoneyToRead,
  columns: readonly BesideColumn[],
): Promise<Signs[]> {
  const signs = columns.map(noSigns);
  if (columns.length === 0) return signs;
  const places = columns.map(({ index }) => place.column + index);
  const span = { firstRow, endRow, columns: places, isMasked };
  await readBlocks(reading, sheet, span, ({ rows, cellsOf }) => {
    for (const [at, one] of signs.entries()) {
      const cells = cellsOf(places[at] ?? 0);
      const creditSign = creditSignOf(columns[at]?.views[0]?.kind ?? '');
      for (let row = 0; row < rows; row++) addSign(one, cellAt(cells, row), creditSign);
    }
    return -1;
  });
  return signs;
}

/** The views of a column with their sign, or why they are not read. */
function settled(
  { sense, views }: BesideColumn,
  signs: Signs,
  { beside }: MoneyToRead,
): { found: MappedView[]; problem: string } {
  const sign = signOf(sense, signs);
  if (sign === 'nothing') return { found: [], problem: '' };
  if (sign !== 'unclear') {
    return { found: views.map((view) => withSign(view, sense, sign)), problem: '' };
  }
  const isTold = sense !== 'received' && beside.main.kind === 'Charges';
  const total = `its amounts total ${moneyText(signs.cents)}`;
  return {
    found: [],
    problem: isTold ? `${total}, and it does not say which raise what is owed` : '',
  };
}

/** Money that cannot be left out of the figures without making them wrong stops the run. */
function stops(
  { header, index, sense }: BesideColumn,
  signs: Signs,
  { beside, place }: MoneyToRead,
): ReturnType<typeof signProblem>[] {
  if (signOf(sense, signs) !== 'unclear') return [];
  if (sense !== 'received' && beside.main.kind === 'Charges') return [];
  const cell = cellAddress(place.column + index, place.row + 1);
  const what = sense === 'received' ? 'payments' : 'amounts';
  const { cents, positive, negative } = signs;
  const of = { what, cents, count: positive + negative } as const;
  return [signProblem({ sheet: place.sheet, cell, column: header }, of)];
}
