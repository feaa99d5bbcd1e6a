/** Reads the charts of a sheet: where they stand, and what they draw where the host can draw it anew. */
import { type Area, parseAddress } from '../model/area';
import {
  type ChartAnchor,
  chartContent,
  type ChartCorner,
  type ChartSeries,
  type ChartType,
  type HostChart,
  type SheetArea,
} from '../model/chart';
import type { HostSheet } from '../model/sheet';
import type { HostWorkbook } from '../model/workbook';
import { LEGEND_LETTERS } from './chartXml';
import type { Package } from './package';
import { child, childrenNamed, isOn, prefixed, xmlTree, type XmlNode } from './xml';

/** Where a chart lies in the file, and how it was when it was opened. */
export interface ChartOrigin {
  /** The drawing, and the chart's relationship from it. */
  readonly drawing: string;
  readonly relationship: string;
  readonly part: string;
  readonly content: string;
  readonly place: string;
}

/** A text that changes when a chart's name or place does. */
export function chartPlace({ name, anchor }: HostChart): string {
  return JSON.stringify([name, anchor]);
}

/** Puts the charts of a sheet's drawing on it; other things on the drawing stay in the file. */
export function readCharts(
  pack: Package,
  { workbook, sheet, part }: { workbook: HostWorkbook; sheet: HostSheet; part: string },
): Map<HostChart, ChartOrigin> {
  const found = new Map<HostChart, ChartOrigin>();
  const drawing = pack.relationships(part).find(({ type }) => type === 'drawing')?.target;
  if (drawing === undefined || !pack.has(drawing)) return found;
  const charts = pack.relationships(drawing).filter(({ type }) => type === 'chart');
  for (const node of treeOf(pack, drawing)?.children ?? []) {
    const relationship = chartIn(node);
    const target = charts.find(({ id }) => id === relationship)?.target;
    if (relationship === undefined || target === undefined || !pack.has(target)) continue;
    const chart = readChart(pack, target, { workbook, sheet, node });
    const of = { drawing, relationship, part: target };
    found.set(chart, { ...of, content: chartContent(chart), place: chartPlace(chart) });
  }
  return found;
}

/** The relationship of the chart that an anchor holds; undefined for a picture, a shape or a group. */
export function chartIn(anchor: XmlNode): string | undefined {
  const data = child(child(child(anchor, 'graphicFrame'), 'graphic'), 'graphicData');
  const chart = child(data, 'chart');
  return chart === undefined ? undefined : prefixed(chart.attributes, 'id');
}

function readChart(
  pack: Package,
  part: string,
  { workbook, sheet, node }: { workbook: HostWorkbook; sheet: HostSheet; node: XmlNode },
): HostChart {
  const frame = child(child(node, 'graphicFrame'), 'nvGraphicFramePr');
  const name = attribute(child(frame, 'cNvPr'), 'name') ?? '';
  const space = child(treeOf(pack, part), 'chart');
  const area = child(space, 'plotArea');
  const { type, series } = drawnIn(workbook, area);
  const chart = workbook.addChart(sheet, name, type, anchorOf(node));
  chart.series = series;
  chart.title = texts(child(child(space, 'title'), 'tx'));
  const letters = attribute(child(child(space, 'legend'), 'legendPos'), 'val');
  chart.legend = LEGEND_LETTERS.find(([known]) => known === letters)?.[1] ?? 'Right';
  const format = child(child(area, 'valAx'), 'numFmt');
  if (!isOn(attribute(format, 'sourceLinked'))) {
    chart.valueFormat = attribute(format, 'formatCode') ?? '';
  }
  return chart;
}

function attribute(node: XmlNode | undefined, name: string): string | undefined {
  return node?.attributes[name];
}

/** Nothing where the host could not draw the same. */
function drawnIn(
  workbook: HostWorkbook,
  area: XmlNode | undefined,
): { readonly type: ChartType | undefined; readonly series: ChartSeries[] } {
  const [plot, ...others] = (area?.children ?? []).filter(({ name }) => name.endsWith('Chart'));
  const type = others.length > 0 ? undefined : typeOf(plot);
  const series = type && plot && readSeries(workbook, plot);
  return series === undefined ? { type: undefined, series: [] } : { type, series };
}

function typeOf(plot: XmlNode | undefined): ChartType | undefined {
  const value = (name: string): string | undefined => child(plot, name)?.attributes['val'];
  if (plot?.name === 'lineChart' && value('grouping') === 'standard') return 'LineMarkers';
  const isColumns = plot?.name === 'barChart' && value('barDir') === 'col';
  return isColumns && value('grouping') === 'clustered' ? 'ColumnClustered' : undefined;
}

/** Undefined where a series draws something other than cells of this workbook. */
function readSeries(workbook: HostWorkbook, plot: XmlNode): ChartSeries[] | undefined {
  const all: ChartSeries[] = [];
  for (const node of childrenNamed(plot, 'ser')) {
    const values = referenced(workbook, child(node, 'val'));
    if (values === undefined) return undefined;
    const [name, labels] = [child(node, 'tx'), child(node, 'cat')].map((of) =>
      referenced(workbook, of),
    );
    all.push({ name, values, labels });
  }
  return all;
}

function referenced(workbook: HostWorkbook, of: XmlNode | undefined): SheetArea | undefined {
  const formula = child(child(of, 'numRef') ?? child(of, 'strRef'), 'f')?.text ?? '';
  const found = parseAddress(formula);
  const sheet = workbook.sheetNamed(found?.sheet ?? '');
  const area: Area | undefined = found?.area;
  return sheet === undefined || area === undefined ? undefined : { sheet, area };
}

function anchorOf(node: XmlNode): ChartAnchor | undefined {
  const [from, to] = [child(node, 'from'), child(node, 'to')];
  if (node.name !== 'twoCellAnchor' || from === undefined || to === undefined) return undefined;
  return { from: cornerOf(from), to: cornerOf(to) };
}

function cornerOf(node: XmlNode): ChartCorner {
  const number = (name: string): number => Number(child(node, name)?.text ?? 0);
  return {
    column: number('col'),
    columnOffset: number('colOff'),
    row: number('row'),
    rowOffset: number('rowOff'),
  };
}

function texts(node: XmlNode | undefined): string {
  if (node === undefined) return '';
  return node.name === 't' ? node.text : node.children.map(texts).join('');
}

/** What is drawn is no part of the ledger: a drawing that cannot be read stays in the file as it is. */
function treeOf(pack: Package, part: string): XmlNode | undefined {
  try {
    return xmlTree(part, pack.text(part));
  } catch {
    return undefined;
  }
}
