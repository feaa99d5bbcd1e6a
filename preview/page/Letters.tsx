/** The row with the letters of the columns. */
import type { ReactElement } from 'react';
import { columnName } from '../../host/index';
import type { GridContext } from './Row';
import type { ColumnAt } from './rowCells';
import type { Selection } from './selection';
import { HEAD } from './useGridLayout';

interface LettersProps {
  readonly grid: GridContext;
  readonly span: readonly ColumnAt[];
  readonly selection: Selection;
}

export function Letters({ grid, span, selection }: LettersProps): ReactElement {
  const { column: from, columns } = selection.area;
  const letter = ({ column, left, width }: ColumnAt): ReactElement => {
    const isMarked = column >= from && column < from + columns;
    return (
      <div
        key={column}
        role="columnheader"
        aria-colindex={column + 1}
        className={isMarked ? 'heading marked' : 'heading'}
        style={{ left, width }}
      >
        {columnName(column)}
      </div>
    );
  };
  return (
    <div role="row" className="row letters" style={{ height: HEAD }}>
      <div role="presentation" className="stuck" style={{ width: grid.headerWidth }}>
        <div role="columnheader" className="heading corner" style={{ width: grid.numberWidth }}>
          <span className="unseen">Select all</span>
        </div>
        {grid.frozen.map(letter)}
      </div>
      {span.map(letter)}
    </div>
  );
}
