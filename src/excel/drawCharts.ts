/** Draws the charts of a sheet: new ones are put in their place, those that are there keep theirs and draw anew. */
import type { Block, PlacedChart } from './placeCharts';

/** By which our charts are known among those that the user may have put on the sheet. */
const OURS = 'Practice Ledger: ';

const types = { bars: 'ColumnClustered', lines: 'LineMarkers' } as const;

/**
 * Charts of ours that the report does not have any more are taken away. One that is there keeps where it
 * stands, how large it is and how it looks: the user may have changed that.
 */
export async function drawCharts(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  charts: readonly PlacedChart[],
): Promise<void> {
  const all = worksheet.charts;
  all.load('items/name');
  await context.sync();
  const there = all.items.filter(({ name }) => name.startsWith(OURS));
  const drawn = charts.map((chart) => {
    const known = there.find(({ name }) => name === OURS + chart.name);
    draw(worksheet, chart, known);
    return known;
  });
  for (const old of there) if (!drawn.includes(old)) old.delete();
  await context.sync();
}

function draw(
  worksheet: Excel.Worksheet,
  placed: PlacedChart,
  known: Excel.Chart | undefined,
): void {
  const figures = blockRange(worksheet, placed.draws);
  known?.setData(figures, 'Columns');
  const chart = known ?? newChart(worksheet, placed, figures);
  // Said for each: what Excel takes for labels by itself depends on what the cells look like.
  const labels = blockRange(worksheet, placed.labels);
  for (let place = 0; place < placed.columns; place++) {
    chart.series.getItemAt(place).setXAxisValues(labels);
  }
}

function newChart(
  worksheet: Excel.Worksheet,
  { name, kind, title, covers }: PlacedChart,
  figures: Excel.Range,
): Excel.Chart {
  const chart = worksheet.charts.add(types[kind], figures, 'Columns');
  chart.name = OURS + name;
  chart.title.text = title;
  const end = { ...covers, rows: 1, columns: 1 };
  const [row, column] = [covers.row + covers.rows - 1, covers.column + covers.columns - 1];
  chart.setPosition(blockRange(worksheet, end), blockRange(worksheet, { ...end, row, column }));
  chart.legend.position = 'Bottom';
  chart.axes.valueAxis.numberFormat = '#,##0';
  return chart;
}

function blockRange(
  worksheet: Excel.Worksheet,
  { row, column, rows, columns }: Block,
): Excel.Range {
  return worksheet.getRangeByIndexes(row, column, rows, columns);
}
