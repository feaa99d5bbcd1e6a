/** A chart on a sheet: what it draws, and where it stands. */
import { fixedAddress, sheetPrefix, type Area } from './area';
import type { HostSheet } from './sheet';

/** The types of Office.js that the host can make. */
export const CHART_TYPES = ['ColumnClustered', 'LineMarkers'] as const;
export type ChartType = (typeof CHART_TYPES)[number];

export const LEGEND_POSITIONS = ['Top', 'Bottom', 'Left', 'Right', 'Corner'] as const;
export type LegendPosition = (typeof LEGEND_POSITIONS)[number];

/** Cells of a sheet. */
export interface SheetArea {
  readonly sheet: HostSheet;
  readonly area: Area;
}

export interface ChartSeries {
  /** The cell of its name; undefined for "Series1". */
  readonly name: SheetArea | undefined;
  readonly values: SheetArea;
  labels: SheetArea | undefined;
}

/** A corner: a cell counted from 0, and how far in it, in English metric units. */
export interface ChartCorner {
  readonly column: number;
  readonly columnOffset: number;
  readonly row: number;
  readonly rowOffset: number;
}

/** The corners of a chart that moves and sizes with its cells. */
export interface ChartAnchor {
  readonly from: ChartCorner;
  readonly to: ChartCorner;
}

/** A chart; what of it came from a file and is of no type above is held only by its part. */
export class HostChart {
  title = '';
  legend: LegendPosition = 'Right';
  /** The number format of the value axis; '' is that of the cells. */
  valueFormat = '';
  series: ChartSeries[] = [];

  name: string;
  /** Undefined where it does not stand by cells. */
  anchor: ChartAnchor | undefined;

  constructor(
    /** Unique in the workbook, for ever. */
    readonly id: string,
    readonly sheet: HostSheet,
    /** Undefined for a chart of a file that the host cannot draw anew. */
    readonly type: ChartType | undefined,
    { name, anchor }: { readonly name: string; readonly anchor: ChartAnchor | undefined },
  ) {
    this.name = name;
    this.anchor = anchor;
  }
}

/** The corners of a chart that covers cells. */
export function anchorOn({ row, column, rows, columns }: Area): ChartAnchor {
  const corner = (atRow: number, atColumn: number): ChartCorner => {
    return { row: atRow, rowOffset: 0, column: atColumn, columnOffset: 0 };
  };
  return { from: corner(row, column), to: corner(row + rows, column + columns) };
}

/** Such as `'Practice Charts'!$B$4:$B$9`. */
export function referenceOf({ sheet, area }: SheetArea): string {
  return `${sheetPrefix(sheet.name)}${fixedAddress(area)}`;
}

/** A text that changes when what the chart draws or how does; where it stands is another. */
export function chartContent({ title, legend, valueFormat, series }: HostChart): string {
  const drawn = series.map(({ name, values, labels }) =>
    [name, values, labels].map((of) => (of === undefined ? '' : [of.sheet.id, of.area])),
  );
  return JSON.stringify([title, legend, valueFormat, drawn]);
}
