/** Copying cells as Excel does: relative references move along, and targets are tiled. */
import { movedFormula } from '../calc/parse';
import { area, intersection, onSheet, type Area } from './area';
import type { CellValue } from './cell';
import { requireUnlocked } from './edits';
import { Refusal } from './refusal';
import type { HostSheet } from './sheet';
import type { HostWorkbook } from './workbook';

/** Cells on a sheet. */
interface Place {
  readonly sheet: HostSheet;
  readonly area: Area;
}

interface CopyOptions {
  readonly what: CopyWhat;
  readonly skipBlanks: boolean;
  readonly transpose: boolean;
}

/** Which parts Range.copyFrom brings over. */
export type CopyWhat = 'All' | 'Formulas' | 'Values' | 'Formats';

interface CopiedCell {
  readonly value: CellValue | undefined;
  readonly formula: string | undefined;
  readonly style: number;
}

/**
 * Copies cells. A target that is an exact multiple of the source gets it several times over [issue #2674];
 * any other target takes the whole source from its first cell on [doc: Range.copyFrom].
 */
export function copyCells(book: HostWorkbook, from: Place, to: Place, options: CopyOptions): Area {
  book.settle();
  const source = cropped(from);
  const [tall, wide] = options.transpose
    ? [from.area.columns, from.area.rows]
    : [from.area.rows, from.area.columns];
  const down = to.area.rows % tall === 0 ? to.area.rows / tall : 1;
  const across = to.area.columns % wide === 0 ? to.area.columns / wide : 1;
  const target = area(to.area.row, to.area.column, tall * down, wide * across);
  if (!onSheet(target)) throw new Refusal('InvalidArgument');
  requireUnlocked(to.sheet, target);
  const copied = source === undefined ? [] : readCopied(from.sheet, source);
  for (let tileRow = 0; tileRow < down; tileRow += 1) {
    for (let tileColumn = 0; tileColumn < across; tileColumn += 1) {
      const corner = area(target.row + tileRow * tall, target.column + tileColumn * wide);
      pasteTile(to.sheet, corner, { copied, source, from, options });
    }
  }
  book.changed({ kind: 'cells', sheet: to.sheet, area: target });
  return target;
}

/** A whole-column source is copied as far as it is filled. */
function cropped(from: Place): Area | undefined {
  if (from.area.rows * from.area.columns <= 5_000_000) return from.area;
  const used = from.sheet.cells.used(false);
  return used && intersection(used, from.area);
}

function readCopied(sheet: HostSheet, at: Area): CopiedCell[][] {
  return Array.from({ length: at.rows }, (_, down) =>
    Array.from({ length: at.columns }, (__, across) => {
      const [row, column] = [at.row + down, at.column + across];
      return {
        value: sheet.cells.value(row, column),
        formula: sheet.cells.formula(row, column),
        style: sheet.styleAt(row, column),
      };
    }),
  );
}

function pasteTile(
  sheet: HostSheet,
  corner: Area,
  paste: {
    copied: readonly (readonly CopiedCell[])[];
    source: Area | undefined;
    from: Place;
    options: CopyOptions;
  },
): void {
  const { copied, source, from, options } = paste;
  if (source === undefined) return;
  for (const [down, cells] of copied.entries()) {
    for (const [across, cell] of cells.entries()) {
      const fromRow = source.row + down;
      const fromColumn = source.column + across;
      const [rowStep, columnStep] = [fromRow - from.area.row, fromColumn - from.area.column];
      const row = corner.row + (options.transpose ? columnStep : rowStep);
      const column = corner.column + (options.transpose ? rowStep : columnStep);
      const blank = cell.value === undefined && cell.formula === undefined;
      if (options.skipBlanks && blank) continue;
      if (options.what !== 'Formats') {
        const formula =
          cell.formula === undefined || options.what === 'Values'
            ? undefined
            : movedFormula(cell.formula, [fromRow, fromColumn], [row, column]);
        sheet.put(row, column, cell.value, formula);
      }
      if (options.what === 'All' || options.what === 'Formats') {
        sheet.putStyle(row, column, cell.style);
      }
    }
  }
}
