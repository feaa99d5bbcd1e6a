/** Adds the cell formats that are new to styles.xml; those of the file keep their numbers. */
import type { Border, BorderSide, CellStyle, Font, StylePatch, StyleTable } from '../model/style';
import { BUILT_IN_IDS } from './numberFormats';
import { plainTags, prefixedTags, tagPrefix, withAttributes } from './edit';
import { child, escapeXml, spliced, xmlTree, type Splice, type XmlNode } from './xml';

/** A list of styles.xml that grows at its end. */
class Growing {
  readonly added: string[] = [];

  constructor(
    readonly name: string,
    private readonly present: number,
  ) {}

  /** The number of an element in the list, added if it is new. */
  add(xml: string): number {
    const known = this.added.indexOf(xml);
    return this.present + (known >= 0 ? known : this.added.push(xml) - 1);
  }
}

/** The order of the lists in the part [doc: ECMA-376 CT_Stylesheet]. */
const LISTS = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs'] as const;

/** The children of a font in the order in which Excel writes them [unverified: whether it needs them so]. */
const FONT_ORDER = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];

/** Turns styles of the model into cell formats of the file. */
export class StyleWriter {
  private readonly tree: XmlNode;
  private readonly fonts: Growing;
  private readonly fills: Growing;
  private readonly borders: Growing;
  private readonly formats: Growing;
  private readonly numberFormats: Growing;
  private readonly numberFormatIds = new Map<string, number>();
  private nextNumberFormat = 164;
  private readonly known = new Map<number, number>();

  constructor(
    part: string,
    private readonly text: string,
    private readonly styles: StyleTable,
    private readonly inFile: number,
  ) {
    this.tree = xmlTree(part, text);
    const list = (name: string): Growing => new Growing(name, this.listed(name).length);
    this.fonts = list('fonts');
    this.fills = list('fills');
    this.borders = list('borders');
    this.formats = list('cellXfs');
    this.numberFormats = list('numFmts');
    for (const { attributes } of this.listed('numFmts')) {
      const id = Number(attributes['numFmtId']);
      this.numberFormatIds.set(attributes['formatCode'] ?? '', id);
      this.nextNumberFormat = Math.max(this.nextNumberFormat, id + 1);
    }
  }

  /** The cell format of a style. */
  formatOf(style: number): number {
    if (style < this.inFile) return style;
    const known = this.known.get(style);
    if (known !== undefined) return known;
    const made = this.formats.add(this.formatXml(style));
    this.known.set(style, made);
    return made;
  }

  /** The part with the new formats; the same text where there are none. */
  result(): string {
    const splices: Splice[] = [];
    for (const list of [this.numberFormats, this.fonts, this.fills, this.borders, this.formats]) {
      if (list.added.length > 0) splices.push(...this.listSplices(list));
    }
    return spliced(this.text, splices);
  }

  private listed(name: string): readonly XmlNode[] {
    return child(this.tree, name)?.children ?? [];
  }

  private source(node: XmlNode): string {
    return this.text.slice(node.start, node.end);
  }

  private formatXml(style: number): string {
    const { base, patch, style: look } = this.styles.entry(style);
    const from = this.listed('cellXfs')[base];
    const attributes: Record<string, string> = {
      numFmtId: '0',
      fontId: '0',
      fillId: '0',
      borderId: '0',
      xfId: '0',
    };
    Object.assign(attributes, from?.attributes);
    const changes = patch ?? {};
    if (changes.numberFormat !== undefined) {
      attributes['numFmtId'] = String(this.numberFormatId(changes.numberFormat));
      attributes['applyNumberFormat'] = '1';
      // The apostrophe before text is kept by the format; a cell that is written anew has none.
      delete attributes['quotePrefix'];
    }
    if (changes.font !== undefined) {
      attributes['fontId'] = String(this.fontId(Number(attributes['fontId']), changes.font));
      attributes['applyFont'] = '1';
    }
    if (changes.fill !== undefined) {
      attributes['fillId'] = String(this.fillId(changes.fill));
      attributes['applyFill'] = '1';
    }
    if (changes.borders !== undefined) {
      const border = Number(attributes['borderId']);
      attributes['borderId'] = String(this.borderId(border, changes.borders));
      attributes['applyBorder'] = '1';
    }
    const children = this.formatChildren(from, changes, look, attributes);
    const written = Object.entries(attributes).map(
      ([key, value]) => ` ${key}="${escapeXml(value)}"`,
    );
    return `<xf${written.join('')}>${children}</xf>`;
  }

  private formatChildren(
    from: XmlNode | undefined,
    changes: StylePatch,
    look: CellStyle,
    attributes: Record<string, string>,
  ): string {
    const aligned = ['horizontal', 'vertical', 'wrapText', 'indent'].some((key) => key in changes);
    let alignment = this.childSource(from, 'alignment');
    if (aligned) {
      attributes['applyAlignment'] = '1';
      alignment = withAttributes(alignment === '' ? '<alignment/>' : alignment, {
        horizontal:
          look.horizontal === 'General' ? undefined : lowerFirst(horizontalWord(look.horizontal)),
        vertical: look.vertical === 'Bottom' ? undefined : lowerFirst(look.vertical),
        wrapText: look.wrapText ? '1' : undefined,
        indent: look.indent === 0 ? undefined : String(look.indent),
      });
    }
    let protection = this.childSource(from, 'protection');
    if (changes.locked !== undefined) {
      attributes['applyProtection'] = '1';
      protection = withAttributes(protection === '' ? '<protection/>' : protection, {
        locked: look.locked ? '1' : '0',
      });
    }
    return alignment + protection + this.childSource(from, 'extLst');
  }

  private childSource(node: XmlNode | undefined, name: string): string {
    const found = child(node, name);
    return found === undefined ? '' : this.plain(this.source(found));
  }

  /** The lists are put together without prefix; it is added when they are written. */
  private plain(xml: string): string {
    return plainTags(xml, tagPrefix(this.text, this.tree));
  }

  private numberFormatId(format: string): number {
    const known = BUILT_IN_IDS.get(format) ?? this.numberFormatIds.get(format);
    if (known !== undefined) return known;
    const id = this.nextNumberFormat;
    this.nextNumberFormat += 1;
    this.numberFormatIds.set(format, id);
    this.numberFormats.add(`<numFmt numFmtId="${id}" formatCode="${escapeXml(format)}"/>`);
    return id;
  }

  private fontId(base: number, changes: Partial<Font>): number {
    const parts = new Map<string, string>();
    for (const node of this.listed('fonts')[base]?.children ?? []) {
      parts.set(node.name, this.plain(this.source(node)));
    }
    const mark = (name: string, on: boolean | undefined): void => {
      if (on === true) parts.set(name, `<${name}/>`);
      else if (on === false) parts.delete(name);
    };
    mark('b', changes.bold);
    mark('i', changes.italic);
    mark('strike', changes.strikethrough);
    mark('u', changes.underline);
    if (changes.size !== undefined) parts.set('sz', `<sz val="${changes.size}"/>`);
    if (changes.color !== undefined) parts.set('color', colorXml('color', changes.color));
    if (changes.name !== undefined) {
      parts.set('name', `<name val="${escapeXml(changes.name)}"/>`);
      // A font of the theme would win over the name.
      parts.delete('scheme');
    }
    const ordered = FONT_ORDER.map((name) => parts.get(name) ?? '').join('');
    return this.fonts.add(`<font>${ordered}</font>`);
  }

  private fillId(fill: string | null): number {
    if (fill === null) return 0;
    const color = colorXml('fgColor', fill);
    return this.fills.add(
      `<fill><patternFill patternType="solid">${color}<bgColor indexed="64"/></patternFill></fill>`,
    );
  }

  private borderId(
    base: number,
    changes: Readonly<Partial<Record<BorderSide, Border | null>>>,
  ): number {
    const from = this.listed('borders')[base];
    const sides = ['left', 'right', 'top', 'bottom', 'diagonal'] as const;
    const lines = sides.map((side) => {
      const changed = changes[side];
      if (changed === undefined) return this.childSource(from, side) || `<${side}/>`;
      if (changed === null) return `<${side}/>`;
      return `<${side} style="${changed.line}">${colorXml('color', changed.color)}</${side}>`;
    });
    return this.borders.add(`<border>${lines.join('')}</border>`);
  }

  private listSplices(list: Growing): Splice[] {
    const prefix = tagPrefix(this.text, this.tree);
    const added = prefixedTags(list.added.join(''), prefix);
    const node = child(this.tree, list.name);
    if (node === undefined) {
      const name = `${prefix}${list.name}`;
      const at = this.placeFor(list.name);
      const whole = `<${name} count="${list.added.length}">${added}</${name}>`;
      return [{ start: at, end: at, text: whole }];
    }
    const count = String(node.children.length + list.added.length);
    const open = withAttributes(this.text.slice(node.start, node.openEnd), { count });
    if (node.closeStart === node.start) {
      const name = `${prefix}${list.name}`;
      const whole = `${open.replace(/\/>$/, '>')}${added}</${name}>`;
      return [{ start: node.start, end: node.end, text: whole }];
    }
    return [
      { start: node.start, end: node.openEnd, text: open },
      { start: node.closeStart, end: node.closeStart, text: added },
    ];
  }

  private placeFor(name: string): number {
    const order = LISTS.indexOf(name as (typeof LISTS)[number]);
    const after = this.tree.children.find(
      (node) => LISTS.indexOf(node.name as (typeof LISTS)[number]) > order,
    );
    return after?.start ?? this.tree.closeStart;
  }
}

function colorXml(name: string, color: string): string {
  return `<${name} rgb="FF${color.slice(1)}"/>`;
}

function horizontalWord(word: CellStyle['horizontal']): string {
  return word === 'CenterAcrossSelection' ? 'centerContinuous' : word;
}

function lowerFirst(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}
