/** Which rows and columns are in view, and where. */
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useMemo, useRef, type RefObject } from 'react';
import type { Axis } from './axis';
import type { GridContext } from './Row';
import type { ColumnAt, RowContext } from './rowCells';
import type { Selection } from './selection';
import type { SheetView } from './sheetView';

/** Pixels of the row with the column letters. */
export const HEAD = 22;

interface GridLayout {
  readonly grid: GridContext;
  readonly rows: AxisItems;
  readonly columns: AxisItems;
  /** The scrolling columns in view. */
  readonly span: readonly ColumnAt[];
}

export function useGridLayout(
  context: RowContext,
  selection: Selection,
  scroller: RefObject<HTMLDivElement | null>,
): GridLayout {
  const { view } = context;
  const numberWidth = Math.max(36, String(view.rows.count).length * 8 + 12);
  const headerWidth = numberWidth + view.columns.frozenSize;
  const headHeight = HEAD + view.rows.frozenSize;
  const rows = useAxis(view.rows, scroller, { before: headHeight, horizontal: false });
  const columns = useAxis(view.columns, scroller, { before: headerWidth, horizontal: true });
  const span = useSpan(view.columns, columns.items);
  const { startOf } = columns;
  const grid = useMemo<GridContext>(
    () => ({
      ...context,
      numberWidth,
      headerWidth,
      frozen: frozenColumns(view, numberWidth),
      columnAt: (column) => {
        const place = view.columns.placeOf(column);
        return { column, left: startOf(place), width: view.columns.size(column) };
      },
    }),
    [context, view, headerWidth, numberWidth, startOf],
  );
  useFollow(view, selection, { rows: rows.show, columns: columns.show });
  return { grid, rows, columns, span };
}

interface AxisItems {
  readonly items: readonly VirtualItem[];
  readonly total: number;
  readonly startOf: (place: number) => number;
  readonly show: (place: number) => void;
}

/** The part of an axis that is in view. */
function useAxis(
  axis: Axis,
  scroller: RefObject<HTMLDivElement | null>,
  { before, horizontal }: { before: number; horizontal: boolean },
): AxisItems {
  // A new key function for a new layout makes the virtualizer measure anew before it draws, not after.
  const getItemKey = useCallback((place: number) => place, [axis]);
  const virtualizer = useVirtualizer({
    count: axis.places,
    horizontal,
    overscan: horizontal ? 1 : 4,
    paddingStart: before,
    scrollPaddingStart: before,
    getItemKey,
    estimateSize: (place) => axis.size(axis.lineAt(place)),
    getScrollElement: () => scroller.current,
    useFlushSync: false,
  });
  const startOf = useCallback(
    (place: number) => virtualizer.measurementsCache[place]?.start ?? before,
    [virtualizer, before],
  );
  const show = useCallback(
    (place: number) => {
      if (place >= 0) virtualizer.scrollToIndex(place, { align: 'auto' });
    },
    [virtualizer],
  );
  return { items: virtualizer.getVirtualItems(), total: virtualizer.getTotalSize(), startOf, show };
}

/** The columns in view. The same list as long as it says the same, so that rows need not be drawn again. */
function useSpan(axis: Axis, items: readonly VirtualItem[]): readonly ColumnAt[] {
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  const drawn = useRef<{ key: string; axis: Axis; span: readonly ColumnAt[] }>(undefined);
  const key = `${first}-${last}`;
  if (drawn.current?.key === key && drawn.current.axis === axis) return drawn.current.span;
  const span = items.map(({ index, start, size }) => ({
    column: axis.lineAt(index),
    left: start,
    width: size,
  }));
  drawn.current = { key, axis, span };
  return span;
}

function frozenColumns({ columns }: SheetView, start: number): ColumnAt[] {
  let left = start;
  return columns.frozen.map((column) => {
    const width = columns.size(column);
    left += width;
    return { column, left: left - width, width };
  });
}

/** Keeps the end of the selection in view. */
function useFollow(
  view: SheetView,
  { head }: Selection,
  show: { rows: (place: number) => void; columns: (place: number) => void },
): void {
  const latest = useRef({ view, show });
  latest.current = { view, show };
  const { row, column } = head;
  useLayoutEffect(() => {
    const { view: now, show: to } = latest.current;
    to.rows(now.rows.placeOf(row));
    to.columns(now.columns.placeOf(column));
  }, [row, column]);
}
