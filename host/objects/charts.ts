/** Chart and what belongs to it: the members that a report sheet needs; any other is refused. */
import { area, bounds } from '../model/area';
import {
  anchorOn,
  CHART_TYPES,
  type ChartSeries,
  type HostChart,
  LEGEND_POSITIONS,
  type LegendPosition,
  type SheetArea,
} from '../model/chart';
import { Refusal } from '../model/refusal';
import type { HostSheet } from '../model/sheet';
import { HostCollection, HostObject } from '../protocol/hostObject';
import { addressOf } from './addressOf';
import { choice, integer, text } from './args';
import { RangeShape } from './rangeShape';
import type { ApiScope } from './scope';

export class ChartsObject extends HostCollection {
  readonly className = 'ChartCollection';

  constructor(
    private readonly scope: ApiScope,
    private readonly sheet: HostSheet,
  ) {
    super();
  }

  private get charts(): readonly HostChart[] {
    return this.scope.workbook.chartsOn(this.sheet);
  }

  get Count(): number {
    return this.charts.length;
  }

  items(): readonly HostObject[] {
    return this.charts.map((chart) => this.object(chart));
  }

  getItem(key: unknown): HostObject {
    const found = this.charts.find(({ id }) => id === key);
    if (found === undefined) throw new Refusal('ItemNotFound');
    return this.object(found);
  }

  /** Of several charts of one name the first one [doc: ChartCollection.getItem]. */
  GetItem(name: unknown): HostObject {
    const found = this.GetItemOrNullObject(name);
    if (found === null) throw new Refusal('ItemNotFound');
    return found;
  }

  GetItemAt(index: unknown): HostObject {
    const found = this.items()[integer(index)];
    if (found === undefined) throw new Refusal('InvalidArgument');
    return found;
  }

  GetItemOrNullObject(name: unknown): HostObject | null {
    const wanted = text(name).toLowerCase();
    const found = this.charts.find((chart) => chart.name.toLowerCase() === wanted);
    return found === undefined ? null : this.object(found);
  }

  /** A new chart is called "Chart 1", with the next number that is free on its sheet [unverified: which]. */
  Add(type: unknown, sourceData: unknown, seriesBy: unknown): HostObject {
    requireOpen(this.sheet);
    const kind = choice(type, CHART_TYPES);
    const series = seriesOf(sourceData, seriesBy);
    const place = anchorOn(area(1, 3, 15, 8));
    const chart = this.scope.workbook.addChart(this.sheet, this.freeName(), kind, place);
    chart.series = series;
    return this.object(chart);
  }

  private freeName(): string {
    const taken = new Set(this.charts.map(({ name }) => name));
    let number = 1;
    while (taken.has(`Chart ${number}`)) number += 1;
    return `Chart ${number}`;
  }

  private object(chart: HostChart): HostObject {
    return new ChartObject(this.scope, this.sheet, chart);
  }
}

/** What charts are on a protected sheet cannot be changed [doc: WorksheetProtectionOptions.allowEditObjects]. */
function requireOpen(sheet: HostSheet): void {
  const { protection } = sheet;
  if (protection.protected && protection.options['allowEditObjects'] !== true) {
    throw new Refusal('AccessDenied');
  }
}

/** Where every cell of the first row is text, they are names; where every one of the first column is, labels [unverified: beyond these]. */
function seriesOf(sourceData: unknown, seriesBy: unknown): ChartSeries[] {
  choice(seriesBy, ['Columns']);
  if (!(sourceData instanceof RangeShape)) throw new Refusal('InvalidArgument');
  const { sheet, area: source } = sourceData;
  const isText = (row: number, column: number): boolean =>
    typeof sheet.cells.value(row, column) === 'string';
  const across = Array.from({ length: source.columns }, (_, place) => source.column + place);
  const hasNames = source.rows > 1 && across.every((column) => isText(source.row, column));
  const first = source.row + Number(hasNames);
  const rows = source.rows - Number(hasNames);
  const down = Array.from({ length: rows }, (_, place) => first + place);
  const hasLabels = source.columns > 1 && down.every((row) => isText(row, source.column));
  const of = (row: number, column: number, high: number): SheetArea => {
    return { sheet, area: area(row, column, high, 1) };
  };
  return across.slice(Number(hasLabels)).map((column) => ({
    name: hasNames ? of(source.row, column, 1) : undefined,
    values: of(first, column, rows),
    labels: hasLabels ? of(first, source.column, rows) : undefined,
  }));
}

class ChartObject extends HostObject {
  readonly className = 'Chart';

  constructor(
    private readonly scope: ApiScope,
    private readonly sheet: HostSheet,
    private readonly own: HostChart,
  ) {
    super();
  }

  get chart(): HostChart {
    if (!this.scope.workbook.chartsOn(this.sheet).includes(this.own))
      throw new Refusal('ItemNotFound');
    return this.own;
  }

  override identity(): { readonly [key: string]: string } {
    return { Id: this.own.id };
  }

  get Id(): string {
    return this.chart.id;
  }

  get Name(): string {
    return this.chart.name;
  }

  set Name(value: unknown) {
    requireOpen(this.sheet);
    this.chart.name = text(value);
  }

  get Title(): HostObject {
    return new ChartTitleObject(this.sheet, this.chart);
  }

  get Legend(): HostObject {
    return new ChartLegendObject(this.sheet, this.chart);
  }

  get Axes(): HostObject {
    return new ChartAxesObject(this.sheet, this.chart);
  }

  get Series(): HostObject {
    return new ChartSeriesCollectionObject(this.sheet, this.chart);
  }

  get Worksheet(): HostObject {
    return this.scope.make.worksheet(this.sheet);
  }

  SetData(sourceData: unknown, seriesBy: unknown): void {
    requireOpen(this.sheet);
    requireKnown(this.chart).series = seriesOf(sourceData, seriesBy);
  }

  /** Covers the cells from one to another; without the second it covers the first alone [doc: Chart.setPosition; unverified: the second]. */
  SetPosition(startCell: unknown, endCell: unknown): void {
    requireOpen(this.sheet);
    const start = addressOf(startCell, this.sheet);
    const end = endCell === null || endCell === undefined ? start : addressOf(endCell, this.sheet);
    this.chart.anchor = anchorOn(bounds(start, end));
  }

  Delete(): void {
    requireOpen(this.sheet);
    this.scope.workbook.deleteChart(this.chart);
  }
}

/** A chart of a file in a form that the host does not know is kept as it is, and not changed. */
function requireKnown(chart: HostChart): HostChart {
  if (chart.type === undefined) throw new Refusal('UnsupportedOperation');
  return chart;
}

class ChartTitleObject extends HostObject {
  readonly className = 'ChartTitle';

  constructor(
    private readonly sheet: HostSheet,
    private readonly chart: HostChart,
  ) {
    super();
  }

  get Text(): string {
    return this.chart.title;
  }

  set Text(value: unknown) {
    requireOpen(this.sheet);
    requireKnown(this.chart).title = text(value);
  }
}

class ChartLegendObject extends HostObject {
  readonly className = 'ChartLegend';

  constructor(
    private readonly sheet: HostSheet,
    private readonly chart: HostChart,
  ) {
    super();
  }

  get Position(): LegendPosition {
    return this.chart.legend;
  }

  set Position(value: unknown) {
    requireOpen(this.sheet);
    requireKnown(this.chart).legend = choice(value, LEGEND_POSITIONS);
  }
}

class ChartAxesObject extends HostObject {
  readonly className = 'ChartAxes';

  constructor(
    private readonly sheet: HostSheet,
    private readonly chart: HostChart,
  ) {
    super();
  }

  get ValueAxis(): HostObject {
    return new ChartValueAxisObject(this.sheet, this.chart);
  }
}

class ChartValueAxisObject extends HostObject {
  readonly className = 'ChartAxis';

  constructor(
    private readonly sheet: HostSheet,
    private readonly chart: HostChart,
  ) {
    super();
  }

  get NumberFormat(): string {
    return this.chart.valueFormat;
  }

  set NumberFormat(value: unknown) {
    requireOpen(this.sheet);
    requireKnown(this.chart).valueFormat = text(value);
  }
}

class ChartSeriesCollectionObject extends HostCollection {
  readonly className = 'ChartSeriesCollection';

  constructor(
    private readonly sheet: HostSheet,
    private readonly chart: HostChart,
  ) {
    super();
  }

  get Count(): number {
    return this.chart.series.length;
  }

  items(): readonly HostObject[] {
    return this.chart.series.map((one) => new ChartSeriesObject(this.sheet, one));
  }

  getItem(key: unknown): HostObject {
    return this.GetItemAt(key);
  }

  GetItemAt(index: unknown): HostObject {
    const found = this.items()[integer(index)];
    if (found === undefined) throw new Refusal('InvalidArgument');
    return found;
  }
}

class ChartSeriesObject extends HostObject {
  readonly className = 'ChartSeries';

  constructor(
    private readonly sheet: HostSheet,
    private readonly series: ChartSeries,
  ) {
    super();
  }

  /** The text of its cell. */
  get Name(): string {
    const { name } = this.series;
    if (name === undefined) return '';
    const value = name.sheet.cells.value(name.area.row, name.area.column);
    return typeof value === 'string' ? value : '';
  }

  SetXAxisValues(sourceData: unknown): void {
    requireOpen(this.sheet);
    if (!(sourceData instanceof RangeShape)) throw new Refusal('InvalidArgument');
    this.series.labels = { sheet: sourceData.sheet, area: sourceData.area };
  }
}
