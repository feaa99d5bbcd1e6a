/** One row of the grid: its number, the columns that stay in view, and those that scroll. */
import { memo, type CSSProperties, type ReactElement, type ReactNode } from 'react';
import { cellAddress } from '../../host/model/area';
import { rowCells, spillOrigin, type ColumnAt, type RowContext, type ShownCell } from './rowCells';

/** What is the same for all rows at one moment. */
export interface GridContext extends RowContext {
  readonly columnAt: (column: number) => ColumnAt;
  /** Pixels of the row numbers, and of these with the columns that stay in view. */
  readonly numberWidth: number;
  readonly headerWidth: number;
  readonly frozen: readonly ColumnAt[];
}

/** The part of the selection that lies in a row. */
export interface SelectedSpan {
  readonly from: number;
  readonly to: number;
  readonly isTop: boolean;
  readonly isBottom: boolean;
}

interface RowProps {
  readonly context: GridContext;
  readonly row: number;
  /** Undefined for a row in the frozen head, which stands where it is put. */
  readonly top: number | undefined;
  readonly height: number;
  readonly span: readonly ColumnAt[];
  /** Texts, so that a row is drawn again only when its own part changes. */
  readonly selected: string;
  /** The active cell's column, or -1. */
  readonly active: number;
  /** What is shown in the active cell while it is edited. */
  readonly editor: ReactNode;
}

/** The id of a cell's element: where the keyboard is. */
export function cellId(row: number, column: number): string {
  return `cell-${cellAddress(row, column)}`;
}

/** The part of a selection in one row, as a text. */
export function spanText(span: SelectedSpan | undefined): string {
  if (span === undefined) return '';
  return `${span.from},${span.to},${Number(span.isTop)},${Number(span.isBottom)}`;
}

function spanOf(text: string): SelectedSpan | undefined {
  if (text === '') return undefined;
  const [from = 0, to = 0, isTop = 0, isBottom = 0] = text.split(',').map(Number);
  return { from, to, isTop: isTop === 1, isBottom: isBottom === 1 };
}

function RowOf(props: RowProps): ReactElement {
  const { context, row, top, height, span, active } = props;
  const selected = spanOf(props.selected);
  const { sheet } = context.view;
  const first = span[0];
  const origin = first && spillOrigin(sheet, row, first.column);
  const isFrozen = (column: number): boolean => column < sheet.frozen.columns;
  const scrolling =
    origin === undefined || isFrozen(origin)
      ? span
      : [...columnsBetween(context, origin, first?.column ?? 0), ...span];
  const draw = (cell: ShownCell): ReactElement => (
    <Cell
      key={cell.column}
      cell={cell}
      row={row}
      height={height}
      selected={selected}
      editor={cell.column === active ? props.editor : undefined}
      isActive={cell.column === active}
    />
  );
  const isMarked = selected !== undefined;
  return (
    <div
      role="row"
      aria-rowindex={row + 1}
      className="row"
      style={top === undefined ? { height } : { top, height, position: 'absolute' }}
    >
      <div role="presentation" className="stuck" style={{ width: context.headerWidth }}>
        <div
          role="rowheader"
          aria-rowindex={row + 1}
          className={isMarked ? 'heading marked' : 'heading'}
          style={{ width: context.numberWidth }}
        >
          {row + 1}
        </div>
        {rowCells(context, row, context.frozen).map(draw)}
      </div>
      {rowCells(context, row, scrolling).map(draw)}
    </div>
  );
}

/** Rows are drawn again only when what they show may have changed. */
export const Row = memo(RowOf);

function columnsBetween(context: GridContext, from: number, to: number): ColumnAt[] {
  const columns: ColumnAt[] = [];
  for (let column = from; column < to; column += 1) columns.push(context.columnAt(column));
  return columns.filter(({ width }) => width > 0);
}

interface CellProps {
  readonly cell: ShownCell;
  readonly row: number;
  readonly height: number;
  readonly selected: SelectedSpan | undefined;
  readonly isActive: boolean;
  readonly editor: ReactNode;
}

function Cell({ cell, row, height, selected, isActive, editor }: CellProps): ReactElement {
  const { column, left, width, merged, text, spill } = cell;
  const isSelected = selected !== undefined && column >= selected.from && column <= selected.to;
  const style: CSSProperties = {
    ...cell.css,
    left,
    width: merged?.width ?? width,
    height: merged?.height ?? height,
  };
  const marks = isSelected ? marksOf(selected, column, isActive) : '';
  const over = merged === undefined ? '' : ' merged';
  return (
    <div
      role="gridcell"
      id={cellId(row, column)}
      aria-colindex={column + 1}
      aria-label={cellAddress(row, column)}
      aria-description={text === '' ? undefined : text}
      aria-selected={isSelected}
      className={`cell ${cell.classes}${marks}${over}`}
      style={style}
    >
      {text !== '' && (
        <span className="text" style={spill > 0 ? { width: width + spill } : undefined}>
          {text}
        </span>
      )}
      {cell.hasFilterButton && <span className="filter" aria-hidden="true" />}
      {editor}
    </div>
  );
}

function marksOf(selected: SelectedSpan, column: number, isActive: boolean): string {
  const { from, to, isTop, isBottom } = selected;
  const sides = [
    isTop ? ' edge-top' : '',
    isBottom ? ' edge-bottom' : '',
    column === from ? ' edge-left' : '',
    column === to ? ' edge-right' : '',
  ];
  return ` selected${isActive ? ' active' : ''}${sides.join('')}`;
}
