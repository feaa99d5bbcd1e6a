/** Where charts stand: the preview draws none, and says so. */
import type { ReactElement } from 'react';
import type { HostWorkbook } from '../../host/index';
import type { Axis } from './axis';
import type { SheetView } from './sheetView';

interface ChartsProps {
  readonly workbook: HostWorkbook;
  readonly view: SheetView;
  /** Pixels from the edge of the canvas to a scrolling place. */
  readonly topOf: (place: number) => number;
  readonly leftOf: (place: number) => number;
}

export function Charts({ workbook, view, topOf, leftOf }: ChartsProps): ReactElement {
  const start = (axis: Axis, line: number, of: (place: number) => number): number =>
    of(Math.max(0, axis.placeOf(line)));
  const boxes = workbook.chartsOn(view.sheet).flatMap(({ id, name, title, anchor }) => {
    if (anchor === undefined) return [];
    const { from, to } = anchor;
    const left = start(view.columns, from.column, leftOf);
    const top = start(view.rows, from.row, topOf);
    const width = start(view.columns, to.column, leftOf) - left;
    const height = start(view.rows, to.row, topOf) - top;
    return [{ id, words: title === '' ? name : title, place: { left, top, width, height } }];
  });
  return (
    <>
      {boxes.map(({ id, words, place }) => (
        <div key={id} className="chart" aria-hidden="true" style={place}>
          <strong>{words}</strong>
          <span>A chart: Excel draws it, the preview does not.</span>
        </div>
      ))}
    </>
  );
}
