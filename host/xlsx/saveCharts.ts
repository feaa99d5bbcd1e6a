/** Writes the charts of a sheet into its drawing; what else is on the drawing, and charts that nobody changed, stay as they were. */
import { chartContent, type HostChart } from '../model/chart';
import { anchorXml, chartXml, EMPTY_DRAWING } from './chartXml';
import { type Package, withChild } from './package';
import { chartIn, type ChartOrigin, chartPlace } from './readCharts';
import { spliced, xmlTree, type Splice, type XmlNode } from './xml';

const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

interface Charts {
  /** Those of the sheet now. */
  readonly now: readonly HostChart[];
  /** Those of the file. */
  readonly known: ReadonlyMap<HostChart, ChartOrigin>;
}

/** The relationship of the sheet's drawing, '' where it needs none. */
export function saveCharts(pack: Package, part: string, charts: Charts): string {
  const { now, known } = charts;
  const present = pack.relationships(part).find(({ type }) => type === 'drawing');
  if (present === undefined && now.length === 0) return '';
  const drawing = present?.target ?? newDrawing(pack);
  const before = pack.text(drawing);
  const root = xmlTree(drawing, before);
  const splices = root.children.flatMap((node) => changes(pack, { drawing, node }, charts));
  let text = spliced(before, splices);
  let id = Math.max(1, ...idsIn(root));
  for (const chart of now) {
    if (known.has(chart) || chart.anchor === undefined) continue;
    id += 1;
    const relationship = newChart(pack, drawing, chart);
    text = withChild(drawing, text, anchorXml(chart.name, chart.anchor, { id, relationship }));
  }
  if (text !== before) pack.put(drawing, text);
  return present?.id ?? pack.relate(part, 'drawing', drawing);
}

/** What changes of an anchor of the file: nothing where it holds no chart, or one as it was. */
function changes(
  pack: Package,
  { drawing, node }: { readonly drawing: string; readonly node: XmlNode },
  { now, known }: Charts,
): Splice[] {
  const relationship = chartIn(node);
  const found = [...known].find(
    ([, one]) => one.drawing === drawing && one.relationship === relationship,
  );
  if (found === undefined) return [];
  const [chart, origin] = found;
  const { start, end } = node;
  if (!now.includes(chart)) {
    pack.unrelate(drawing, origin.relationship);
    removeChart(pack, origin.part);
    return [{ start, end, text: '' }];
  }
  if (chartContent(chart) !== origin.content) pack.put(origin.part, chartXml(chart));
  if (chartPlace(chart) === origin.place || chart.anchor === undefined) return [];
  const own = { id: idsIn(node)[0] ?? 2, relationship: origin.relationship };
  return [{ start, end, text: anchorXml(chart.name, chart.anchor, own) }];
}

function newDrawing(pack: Package): string {
  const drawing = pack.freePart('xl/drawings/drawing', '.xml');
  pack.put(drawing, EMPTY_DRAWING);
  pack.declare(drawing, DRAWING_TYPE);
  return drawing;
}

function newChart(pack: Package, drawing: string, chart: HostChart): string {
  const part = pack.freePart('xl/charts/chart', '.xml');
  pack.put(part, chartXml(chart));
  pack.declare(part, CHART_TYPE);
  return pack.relate(drawing, 'chart', part);
}

/** With its colours and styles, which are parts of their own. */
function removeChart(pack: Package, part: string): void {
  for (const { target, external } of pack.relationships(part)) {
    if (external || !/\/(?:colors|style)\d*\.xml$/.test(target)) continue;
    pack.remove(target);
    pack.undeclare(target);
  }
  pack.remove(part);
  pack.undeclare(part);
}

/** The ids of everything drawn. */
function idsIn(node: XmlNode): number[] {
  const own = node.name === 'cNvPr' ? [Number(node.attributes['id'] ?? 0)] : [];
  return [...own, ...node.children.flatMap(idsIn)];
}
