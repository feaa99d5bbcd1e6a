/** The borders of a range. */
import { type Area } from '../model/area';
import { restyle } from '../model/edits';
import { Refusal } from '../model/refusal';
import type { HostSheet } from '../model/sheet';
import type { Border, BorderLine, BorderSide } from '../model/style';
import { HostCollection, HostObject } from '../protocol/hostObject';
import { choice, color, integer } from './args';
import type { ApiScope } from './scope';

const SIDES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
] as const;

type SideIndex = (typeof SIDES)[number];

const STYLES = [
  'None',
  'Continuous',
  'Dash',
  'DashDot',
  'DashDotDot',
  'Dot',
  'Double',
  'SlantDashDot',
] as const;

const WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'] as const;

type LineStyle = (typeof STYLES)[number];
type Weight = (typeof WEIGHTS)[number];

/** The API's pairs of style and weight, and the file's names for them [unverified: the weight of dotted and double lines]. */
const LINES: readonly (readonly [LineStyle, Weight, BorderLine])[] = [
  ['Continuous', 'Thin', 'thin'],
  ['Continuous', 'Hairline', 'hair'],
  ['Continuous', 'Medium', 'medium'],
  ['Continuous', 'Thick', 'thick'],
  ['Dash', 'Thin', 'dashed'],
  ['Dash', 'Medium', 'mediumDashed'],
  ['DashDot', 'Thin', 'dashDot'],
  ['DashDot', 'Medium', 'mediumDashDot'],
  ['DashDotDot', 'Thin', 'dashDotDot'],
  ['DashDotDot', 'Medium', 'mediumDashDotDot'],
  ['Dot', 'Thin', 'dotted'],
  ['Double', 'Thick', 'double'],
  ['SlantDashDot', 'Medium', 'slantDashDot'],
];

/** The cells whose line a side of a range is, and which of their lines. */
function placesOf(side: SideIndex, at: Area): (readonly [Area, BorderSide])[] {
  const { row, column, rows, columns } = at;
  switch (side) {
    case 'EdgeTop':
      return [[{ ...at, rows: 1 }, 'top']];
    case 'EdgeBottom':
      return [[{ ...at, row: row + rows - 1, rows: 1 }, 'bottom']];
    case 'EdgeLeft':
      return [[{ ...at, columns: 1 }, 'left']];
    case 'EdgeRight':
      return [[{ ...at, column: column + columns - 1, columns: 1 }, 'right']];
    case 'InsideVertical':
      return columns < 2 ? [] : [[{ ...at, columns: columns - 1 }, 'right']];
    case 'InsideHorizontal':
      return rows < 2 ? [] : [[{ ...at, rows: rows - 1 }, 'bottom']];
    case 'DiagonalDown':
    case 'DiagonalUp':
      return [[at, 'diagonal']];
  }
}

class RangeBorderObject extends HostObject {
  readonly className = 'RangeBorder';

  constructor(
    private readonly scope: ApiScope,
    private readonly sheet: HostSheet,
    private readonly area: Area,
    private readonly side: SideIndex,
  ) {
    super();
  }

  override identity(): { readonly [key: string]: string } {
    return { _Id: this.side };
  }

  get SideIndex(): string {
    return this.side;
  }

  get Style(): string | null {
    return this.parts()[0];
  }

  set Style(value: unknown) {
    const style = choice(value, STYLES);
    if (style === 'None') this.put(null);
    else this.put({ ...this.drawn(), line: lineOf(style, this.parts()[1]) });
  }

  get Weight(): string | null {
    return this.parts()[1];
  }

  set Weight(value: unknown) {
    const weight = choice(value, WEIGHTS);
    const [style] = this.parts();
    const drawn = style === 'None' ? 'Continuous' : style;
    this.put({ ...this.drawn(), line: lineOf(drawn, weight) });
  }

  get Color(): string {
    return this.border()?.color ?? '#000000';
  }

  set Color(value: unknown) {
    this.put({ ...this.drawn(), color: color(value) });
  }

  private drawn(): Border {
    return this.border() ?? { line: 'thin', color: '#000000' };
  }

  private border(): Border | undefined {
    const [place] = placesOf(this.side, this.area);
    if (place === undefined) return undefined;
    const [{ row, column }, side] = place;
    return this.scope.workbook.styles.entry(this.sheet.styleAt(row, column)).style.borders[side];
  }

  private parts(): readonly [LineStyle, Weight] {
    const line = this.border()?.line;
    const found = LINES.find(([, , name]) => name === line);
    return found === undefined ? ['None', 'Thin'] : [found[0], found[1]];
  }

  private put(border: Border | null): void {
    for (const [cells, side] of placesOf(this.side, this.area)) {
      restyle(this.scope.workbook, this.sheet, cells, { borders: { [side]: border } });
    }
  }
}

function lineOf(style: LineStyle, weight: Weight): BorderLine {
  const exact = LINES.find(([name, thick]) => name === style && thick === weight);
  const near = exact ?? LINES.find(([name]) => name === style);
  if (near === undefined) throw new Refusal('InvalidArgument');
  return near[2];
}

export class RangeBordersObject extends HostCollection {
  readonly className = 'RangeBorderCollection';

  constructor(
    private readonly scope: ApiScope,
    private readonly sheet: HostSheet,
    private readonly area: Area,
  ) {
    super();
  }

  get Count(): number {
    return SIDES.length;
  }

  items(): readonly RangeBorderObject[] {
    return SIDES.map((side) => new RangeBorderObject(this.scope, this.sheet, this.area, side));
  }

  getItem(key: unknown): RangeBorderObject {
    return new RangeBorderObject(this.scope, this.sheet, this.area, choice(key, SIDES));
  }

  GetItemAt(index: unknown): RangeBorderObject {
    const side = SIDES[integer(index)];
    if (side === undefined) throw new Refusal('InvalidArgument');
    return this.getItem(side);
  }
}
