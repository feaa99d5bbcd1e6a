/** Rows at the top of a sheet → the one that is probably its header row, where no header is known. */
import { isBlank } from '../cellMarks';

/** Headers that a row has at the least. */
const LEAST_HEADERS = 2;

/**
 * Place of the first row (from 0) that is all different texts, fills most columns of the rows below it,
 * and has a number or a date under one of its headers; -1 where there is none.
 */
export function guessHeader(rows: readonly (readonly unknown[])[]): number {
  const widest = Math.max(0, ...rows.map(filledCells));
  return rows.findIndex((row, place) => {
    const filled = row.filter((cell) => !isBlank(cell));
    const isTexts = filled.every((cell) => typeof cell === 'string');
    const isWide = filled.length >= LEAST_HEADERS && filled.length * 2 > widest;
    if (!isTexts || !isWide || new Set(filled).size < filled.length) return false;
    const below = rows.slice(place + 1).filter((one) => filledCells(one) > 0);
    return below.some((one) => one.some((cell) => typeof cell === 'number' || isFigure(cell)));
  });
}

function filledCells(row: readonly unknown[]): number {
  return row.filter((cell) => !isBlank(cell)).length;
}

function isFigure(cell: unknown): boolean {
  return typeof cell === 'string' && /^\D{0,3}\d[\d.,/: -]*\D{0,3}$/.test(cell.slice(0, 40));
}
