/** Writes a chart and its place on a sheet. */
import { CellError, type CellValue } from '../model/cell';
import {
  type ChartAnchor,
  type ChartCorner,
  type ChartSeries,
  type HostChart,
  type LegendPosition,
  referenceOf,
  type SheetArea,
} from '../model/chart';
import { escapeXml } from './xml';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A drawing without anything on it. */
export const EMPTY_DRAWING =
  `${HEAD}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main">` +
  '</xdr:wsDr>';

/** The letters of each position in a file, and the word of Office.js. */
export const LEGEND_LETTERS: readonly (readonly [string, LegendPosition])[] = [
  ['t', 'Top'],
  ['b', 'Bottom'],
  ['l', 'Left'],
  ['r', 'Right'],
  ['tr', 'Corner'],
];

/** The part of a chart, with the cells that it draws as they are now. */
export function chartXml(chart: HostChart): string {
  const legend = LEGEND_LETTERS.find(([, position]) => position === chart.legend)?.[0] ?? 'r';
  return [
    `${HEAD}<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main" xmlns:r="${RELATIONSHIPS}">`,
    '<c:roundedCorners val="0"/><c:chart>',
    titleXml(chart.title),
    '<c:plotArea><c:layout/>',
    plotXml(chart),
    '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling>',
    `<c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="${labelFormat(chart)}" sourceLinked="1"/>`,
    '<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>',
    '<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="1"/></c:catAx>',
    '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling>',
    '<c:delete val="0"/><c:axPos val="l"/>',
    '<c:majorGridlines><c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>',
    valueFormatXml(chart.valueFormat),
    '<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>',
    '<c:crossAx val="1"/><c:crosses val="autoZero"/></c:valAx></c:plotArea>',
    `<c:legend><c:legendPos val="${legend}"/><c:overlay val="0"/></c:legend>`,
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>',
  ].join('');
}

/** That of the cells, such as of months. */
function labelFormat({ series: [first] }: HostChart): string {
  const labels = first?.labels;
  return labels === undefined || holdsText(labels) ? 'General' : escapeXml(formatOf(labels));
}

function formatOf({ sheet, area }: SheetArea): string {
  return sheet.owner.styles.entry(sheet.styleAt(area.row, area.column)).style.numberFormat;
}

function titleXml(title: string): string {
  if (title === '') return '<c:autoTitleDeleted val="0"/>';
  return (
    '<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1400" b="0"/></a:pPr>' +
    `<a:r><a:rPr lang="en-US" sz="1400" b="0"/><a:t>${escapeXml(title)}</a:t></a:r></a:p></c:rich></c:tx>` +
    '<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>'
  );
}

function valueFormatXml(format: string): string {
  return format === ''
    ? '<c:numFmt formatCode="General" sourceLinked="1"/>'
    : `<c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/>`;
}

function plotXml({ type, series }: HostChart): string {
  const axes = '<c:axId val="1"/><c:axId val="2"/>';
  if (type === 'LineMarkers') {
    const all = series.map(lineXml).join('');
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${all}<c:marker val="1"/>${axes}</c:lineChart>`;
  }
  const all = series.map(barXml).join('');
  return `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${all}<c:gapWidth val="80"/>${axes}</c:barChart>`;
}

/** The colours of the Office theme, one series after the other; a second dozen is darker [doc: ECMA-376 theme; unverified: which shades]. */
const COLORS = [
  ...['4472C4', 'ED7D31', 'A5A5A5', 'FFC000', '5B9BD5', '70AD47'],
  ...['264478', '9E480E', '636363', '997300', '255E91', '43682B'],
];

function barXml(series: ChartSeries, place: number): string {
  const look = `<c:spPr>${fillXml(place)}</c:spPr><c:invertIfNegative val="0"/>`;
  return seriesXml(series, place, { look, end: '' });
}

function lineXml(series: ChartSeries, place: number): string {
  const fill = fillXml(place);
  const line = `<c:spPr><a:ln w="28575" cap="rnd">${fill}<a:round/></a:ln></c:spPr>`;
  const marker = `<c:marker><c:symbol val="circle"/><c:size val="5"/><c:spPr>${fill}<a:ln w="9525">${fill}</a:ln></c:spPr></c:marker>`;
  return seriesXml(series, place, { look: line + marker, end: '<c:smooth val="0"/>' });
}

function fillXml(place: number): string {
  return `<a:solidFill><a:srgbClr val="${COLORS[place % COLORS.length] ?? ''}"/></a:solidFill>`;
}

function seriesXml(
  { name, values, labels }: ChartSeries,
  place: number,
  { look, end }: { readonly look: string; readonly end: string },
): string {
  const called = name === undefined ? '' : `<c:tx>${referenceXml(name, 'str')}</c:tx>`;
  const at =
    labels === undefined
      ? ''
      : `<c:cat>${referenceXml(labels, holdsText(labels) ? 'str' : 'num')}</c:cat>`;
  const drawn = `<c:val>${referenceXml(values, 'num')}</c:val>`;
  return `<c:ser><c:idx val="${place}"/><c:order val="${place}"/>${called}${look}${at}${drawn}${end}</c:ser>`;
}

function holdsText({ sheet, area }: SheetArea): boolean {
  return typeof sheet.cells.value(area.row, area.column) === 'string';
}

/** Cells of a column, and what they hold: numbers with the format of the first one. */
function referenceXml(of: SheetArea, kind: 'str' | 'num'): string {
  const { sheet, area } = of;
  const values = Array.from({ length: area.rows }, (_, row) =>
    sheet.cells.value(area.row + row, area.column),
  );
  const points = values.flatMap((value, place) =>
    value === undefined || (kind === 'num' && typeof value !== 'number')
      ? []
      : [`<c:pt idx="${place}"><c:v>${escapeXml(shown(value))}</c:v></c:pt>`],
  );
  const format = kind === 'num' ? `<c:formatCode>${escapeXml(formatOf(of))}</c:formatCode>` : '';
  return (
    `<c:${kind}Ref><c:f>${escapeXml(referenceOf(of))}</c:f>` +
    `<c:${kind}Cache>${format}<c:ptCount val="${area.rows}"/>${points.join('')}</c:${kind}Cache></c:${kind}Ref>`
  );
}

function shown(value: CellValue): string {
  return value instanceof CellError ? value.code : String(value);
}

/** The place of a chart in a drawing; `id` is unique in it. */
export function anchorXml(
  name: string,
  anchor: ChartAnchor,
  { id, relationship }: { readonly id: number; readonly relationship: string },
): string {
  const frame =
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${id}" name="${escapeXml(name)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${RELATIONSHIPS}" r:id="${relationship}"/></a:graphicData></a:graphic></xdr:graphicFrame>`;
  return (
    `<xdr:twoCellAnchor xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main">` +
    `${cornerXml('from', anchor.from)}${cornerXml('to', anchor.to)}${frame}<xdr:clientData/></xdr:twoCellAnchor>`
  );
}

function cornerXml(
  corner: 'from' | 'to',
  { column, columnOffset, row, rowOffset }: ChartCorner,
): string {
  return (
    `<xdr:${corner}><xdr:col>${column}</xdr:col><xdr:colOff>${columnOffset}</xdr:colOff>` +
    `<xdr:row>${row}</xdr:row><xdr:rowOff>${rowOffset}</xdr:rowOff></xdr:${corner}>`
  );
}
