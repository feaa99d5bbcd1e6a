/** How a cell looks. Styles are immutable values, shared by the cells that look alike. */

export interface Font {
  readonly name: string;
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough: boolean;
  /** "#RRGGBB". */
  readonly color: string;
}

export type BorderSide = 'top' | 'bottom' | 'left' | 'right' | 'diagonal';

/** The line styles of a workbook file [doc: ECMA-376 ST_BorderStyle]. */
export type BorderLine =
  | 'thin'
  | 'medium'
  | 'thick'
  | 'double'
  | 'hair'
  | 'dotted'
  | 'dashed'
  | 'dashDot'
  | 'dashDotDot'
  | 'mediumDashed'
  | 'mediumDashDot'
  | 'mediumDashDotDot'
  | 'slantDashDot';

export interface Border {
  readonly line: BorderLine;
  /** "#RRGGBB". */
  readonly color: string;
}

export type Horizontal =
  | 'General'
  | 'Left'
  | 'Center'
  | 'Right'
  | 'Fill'
  | 'Justify'
  | 'CenterAcrossSelection'
  | 'Distributed';

export type Vertical = 'Top' | 'Center' | 'Bottom' | 'Justify' | 'Distributed';

export interface CellStyle {
  /** A format code in the English (US) form, such as "#,##0.00". */
  readonly numberFormat: string;
  readonly font: Font;
  /** "#RRGGBB", or null for no fill. */
  readonly fill: string | null;
  readonly borders: Readonly<Partial<Record<BorderSide, Border>>>;
  readonly horizontal: Horizontal;
  readonly vertical: Vertical;
  readonly wrapText: boolean;
  readonly indent: number;
  /** Whether sheet protection keeps the cell from being edited. */
  readonly locked: boolean;
}

/** What to change of a style; a border of null removes the line. */
export interface StylePatch {
  readonly numberFormat?: string;
  readonly font?: Partial<Font>;
  readonly fill?: string | null;
  readonly borders?: Readonly<Partial<Record<BorderSide, Border | null>>>;
  readonly horizontal?: Horizontal;
  readonly vertical?: Vertical;
  readonly wrapText?: boolean;
  readonly indent?: number;
  readonly locked?: boolean;
}

/** The look of a cell that nobody formatted. */
export const PLAIN_STYLE: CellStyle = {
  numberFormat: 'General',
  font: {
    name: 'Calibri',
    size: 11,
    bold: false,
    italic: false,
    underline: false,
    strikethrough: false,
    color: '#000000',
  },
  fill: null,
  borders: {},
  horizontal: 'General',
  vertical: 'Bottom',
  wrapText: false,
  indent: 0,
  locked: true,
};

/** One style of a workbook: an entry of the opened file, changed by the patch. */
export interface StyleEntry {
  readonly style: CellStyle;
  /** The cell format of the file that it was made from, by its index there. */
  readonly base: number;
  /** What differs from that format; null where it is that format itself. */
  readonly patch: StylePatch | null;
}

function withPatch(style: CellStyle, patch: StylePatch): CellStyle {
  const lines = Object.entries({ ...style.borders, ...patch.borders });
  const borders = Object.fromEntries(lines.filter(([, border]) => border !== null));
  return { ...style, ...patch, font: { ...style.font, ...patch.font }, borders };
}

function merged(first: StylePatch | null, second: StylePatch): StylePatch {
  if (first === null) return second;
  const patch: StylePatch = { ...first, ...second };
  return {
    ...patch,
    ...(first.font || second.font ? { font: { ...first.font, ...second.font } } : {}),
    ...(first.borders || second.borders
      ? { borders: { ...first.borders, ...second.borders } }
      : {}),
  };
}

/** The same text for patches that say the same, whatever the order of their keys. */
function keyOf(patch: StylePatch): string {
  const sorted = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.entries(value)
          .sort(([one], [two]) => (one < two ? -1 : 1))
          .map(([key, part]) => [key, sorted(part)])
      : value;
  return JSON.stringify(sorted(patch));
}

/** The styles of a workbook. The formats of the opened file come first, under the same numbers. */
export class StyleTable {
  private readonly entries: StyleEntry[];
  private readonly byKey = new Map<string, number>();
  /** The same by the patch as it was given, before its keys are put in order. */
  private readonly asGiven = new Map<string, number>();

  constructor(fileStyles: readonly CellStyle[] = [PLAIN_STYLE]) {
    this.entries = fileStyles.map((style, base) => ({ style, base, patch: null }));
  }

  get count(): number {
    return this.entries.length;
  }

  /** The entry of a style number; throws for a number that was never given out. */
  entry(id: number): StyleEntry {
    const found = this.entries[id];
    if (found === undefined) throw new Error(`No style has the number ${id}.`);
    return found;
  }

  /** A function that gives the style that differs from another by the patch: cells are many and their styles few, so each is looked up once. */
  changer(patch: StylePatch): (id: number) => number {
    const known = new Map<number, number>();
    return (id) => {
      const made = known.get(id) ?? this.derive(id, patch);
      known.set(id, made);
      return made;
    };
  }

  /** The number of the style that differs from the given one by the patch. */
  derive(id: number, patch: StylePatch): number {
    const given = `${id} ${JSON.stringify(patch)}`;
    const made = this.asGiven.get(given) ?? this.merge(id, patch);
    this.asGiven.set(given, made);
    return made;
  }

  private merge(id: number, patch: StylePatch): number {
    const from = this.entry(id);
    const whole = merged(from.patch, patch);
    const key = `${from.base} ${keyOf(whole)}`;
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const made = this.entries.length;
    // Excel refuses more [doc: Excel specifications and limits, unique cell formats].
    if (made > 65_490) throw new Error('Too many different cell formats.');
    this.entries.push({ style: withPatch(from.style, patch), base: from.base, patch: whole });
    this.byKey.set(key, made);
    return made;
  }
}
