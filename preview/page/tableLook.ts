/** How Excel's own table styles look, near enough to tell a table, its header and its totals. */
import type { CSSProperties } from 'react';
import type { HostSheet, HostTable, HostWorkbook } from '../../host/index';

/** The accents of the Office theme; the first style of each row of seven has none. */
const ACCENTS = ['#595959', '#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'];

/** What a table gives to a cell that has no look of its own. */
export interface TableCellLook {
  readonly css: CSSProperties;
  readonly hasFilterButton: boolean;
}

interface Palette {
  readonly head: CSSProperties;
  readonly band: CSSProperties;
  readonly plain: CSSProperties;
  readonly total: CSSProperties;
}

const palettes = new Map<string, Palette | undefined>();

/** The table styles of a sheet: asks for the look of one cell. */
export function tableLooks(
  workbook: HostWorkbook,
  sheet: HostSheet,
): (row: number, column: number) => TableCellLook | undefined {
  const tables = workbook.tablesOn(sheet);
  return (row, column) => {
    const table = tables.find(({ area: at }) => {
      const inRows = row >= at.row && row < at.row + at.rows;
      return inRows && column >= at.column && column < at.column + at.columns;
    });
    return table && lookIn(table, row, column);
  };
}

function lookIn(table: HostTable, row: number, column: number): TableCellLook | undefined {
  const palette = paletteOf(table.style);
  const isHead = table.showHeaders && row === table.area.row;
  const hasFilterButton = isHead && table.showFilterButton;
  if (palette === undefined) return { css: {}, hasFilterButton };
  const isTotal = table.showTotals && row === table.area.row + table.area.rows - 1;
  if (isHead) return { css: palette.head, hasFilterButton };
  if (isTotal) return { css: palette.total, hasFilterButton };
  const { row: first } = table.bodyArea;
  const isBand =
    (table.showBandedRows && (row - first) % 2 === 0) ||
    (table.showBandedColumns && (column - table.area.column) % 2 === 0);
  return { css: isBand ? palette.band : palette.plain, hasFilterButton };
}

function paletteOf(style: string): Palette | undefined {
  if (!palettes.has(style)) palettes.set(style, makePalette(style));
  return palettes.get(style);
}

/** Undefined for no style, and for one of the workbook's own, which is not read. */
function makePalette(style: string): Palette | undefined {
  const [, kind, number] = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(style) ?? [];
  if (kind === undefined) return undefined;
  const accent = ACCENTS[(Number(number) - 1) % ACCENTS.length] ?? '#4472C4';
  const tint = (share: number): string => `color-mix(in srgb, ${accent} ${share}%, white)`;
  const line = `1px solid ${tint(60)}`;
  if (kind === 'Light') {
    return {
      head: {
        fontWeight: 700,
        borderBottom: `1px solid ${accent}`,
        borderTop: `1px solid ${accent}`,
      },
      band: { backgroundColor: tint(20) },
      plain: {},
      total: { fontWeight: 700, borderTop: `1px solid ${accent}` },
    };
  }
  const bands = kind === 'Dark' ? [70, 50] : [20, 0];
  return {
    head: { backgroundColor: accent, color: '#FFFFFF', fontWeight: 700 },
    band: { backgroundColor: tint(bands[0] ?? 20), borderBottom: line },
    plain: {
      borderBottom: line,
      ...(bands[1] === 0 ? {} : { backgroundColor: tint(bands[1] ?? 0) }),
    },
    total: { fontWeight: 700, borderTop: `3px double ${accent}` },
  };
}
