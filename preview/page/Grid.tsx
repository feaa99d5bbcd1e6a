/** The cells of a sheet: only what is in view is in the page, and the model is read where it is drawn. */
import type { ReactElement, ReactNode, RefObject } from 'react';
import { Charts } from './Charts';
import { Letters } from './Letters';
import { cellId, Row, spanText } from './Row';
import type { RowContext } from './rowCells';
import type { Selection } from './selection';
import { useGridKeys, type GridActions } from './useGridKeys';
import { useGridLayout } from './useGridLayout';
import { useGridPointer } from './useGridPointer';

interface GridProps {
  readonly context: RowContext;
  readonly selection: Selection;
  readonly actions: GridActions;
  /** What is shown in the active cell while it is edited. */
  readonly editor: ReactNode;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

export function Grid({ context, selection, actions, editor, scroller }: GridProps): ReactElement {
  const { view } = context;
  const { grid, rows, columns, span } = useGridLayout(context, selection, scroller);
  const keys = useGridKeys({ view, selection, actions, isEditing: editor !== undefined, scroller });
  const pointer = useGridPointer(selection, actions);

  const drawRow = (row: number, top: number | undefined): ReactElement => {
    const { area } = selection;
    const isIn = row >= area.row && row < area.row + area.rows;
    const selected = isIn
      ? {
          from: area.column,
          to: area.column + area.columns - 1,
          isTop: row === area.row,
          isBottom: row === area.row + area.rows - 1,
        }
      : undefined;
    const isActive = row === selection.anchor.row;
    return (
      <Row
        key={row}
        context={grid}
        row={row}
        top={top}
        height={view.rows.size(row)}
        span={span}
        selected={spanText(selected)}
        active={isActive ? selection.anchor.column : -1}
        editor={isActive ? editor : undefined}
      />
    );
  };

  return (
    <div
      ref={scroller}
      className={view.sheet.showGridlines ? 'grid lines' : 'grid'}
      role="grid"
      tabIndex={0}
      aria-label={view.sheet.name}
      aria-describedby="grid-keys"
      aria-multiselectable="true"
      aria-rowcount={view.rows.count}
      aria-colcount={view.columns.count}
      aria-activedescendant={cellId(selection.anchor.row, selection.anchor.column)}
      {...keys}
      {...pointer}
    >
      <div
        role="presentation"
        className="canvas"
        style={{ width: columns.total, height: rows.total }}
      >
        <p id="grid-keys" hidden>
          Arrow keys move, F2 edits, F6 leaves the cells.
        </p>
        <div role="presentation" className={view.rows.frozenSize > 0 ? 'head frozen' : 'head'}>
          <Letters grid={grid} span={span} selection={selection} />
          {view.rows.frozen.map((row) => drawRow(row, undefined))}
        </div>
        {rows.items.map((item) => drawRow(view.rows.lineAt(item.index), item.start))}
        <Charts
          workbook={context.workbook}
          view={view}
          topOf={rows.startOf}
          leftOf={columns.startOf}
        />
      </div>
    </div>
  );
}
