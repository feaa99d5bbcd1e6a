/** Reads the cell formats of styles.xml. */
import {
  PLAIN_STYLE,
  type Border,
  type BorderLine,
  type BorderSide,
  type CellStyle,
  type Font,
  type Horizontal,
  type Vertical,
} from '../model/style';
import { BUILT_IN_FORMATS } from './numberFormats';
import { colorOf, type ThemeColors } from './colors';
import { child, childrenNamed, isOff, isOn, type XmlNode } from './xml';

/** The cell formats in their order, as the model shows them. */
export function readStyles(tree: XmlNode, theme: ThemeColors): CellStyle[] {
  const formats = new Map(
    childrenNamed(child(tree, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes['numFmtId']),
      attributes['formatCode'] ?? 'General',
    ]),
  );
  const fonts = childrenNamed(child(tree, 'fonts'), 'font').map((font) => readFont(font, theme));
  const fills = childrenNamed(child(tree, 'fills'), 'fill').map((fill) => readFill(fill, theme));
  const borders = childrenNamed(child(tree, 'borders'), 'border').map((border) =>
    readBorders(border, theme),
  );
  const styles = childrenNamed(child(tree, 'cellXfs'), 'xf').map((xf) => {
    const id = Number(xf.attributes['numFmtId'] ?? 0);
    return {
      numberFormat: formats.get(id) ?? BUILT_IN_FORMATS.get(id) ?? 'General',
      font: fonts[Number(xf.attributes['fontId'] ?? 0)] ?? PLAIN_STYLE.font,
      fill: fills[Number(xf.attributes['fillId'] ?? 0)] ?? null,
      borders: borders[Number(xf.attributes['borderId'] ?? 0)] ?? {},
      ...readAlignment(child(xf, 'alignment')),
      locked: !isOff(child(xf, 'protection')?.attributes['locked']),
    };
  });
  return styles.length === 0 ? [PLAIN_STYLE] : styles;
}

function readFont(font: XmlNode, theme: ThemeColors): Font {
  const on = (name: string): boolean => {
    const mark = child(font, name);
    return (
      mark !== undefined && (mark.attributes['val'] === undefined || isOn(mark.attributes['val']))
    );
  };
  const underline = child(font, 'u')?.attributes['val'] ?? 'single';
  return {
    name: child(font, 'name')?.attributes['val'] ?? PLAIN_STYLE.font.name,
    size: Number(child(font, 'sz')?.attributes['val'] ?? PLAIN_STYLE.font.size),
    bold: on('b'),
    italic: on('i'),
    strikethrough: on('strike'),
    underline: child(font, 'u') !== undefined && underline !== 'none',
    color: colorOf(child(font, 'color'), theme) ?? PLAIN_STYLE.font.color,
  };
}

/** Patterns and gradients show as their main colour. */
function readFill(fill: XmlNode, theme: ThemeColors): string | null {
  const pattern = child(fill, 'patternFill');
  if (pattern === undefined) {
    const stop = child(child(fill, 'gradientFill'), 'stop');
    return colorOf(child(stop, 'color'), theme) ?? null;
  }
  const kind = pattern.attributes['patternType'] ?? 'none';
  if (kind === 'none' || kind === 'gray125') return null;
  return colorOf(child(pattern, 'fgColor'), theme) ?? null;
}

const SIDES: readonly BorderSide[] = ['top', 'bottom', 'left', 'right', 'diagonal'];

function readBorders(border: XmlNode, theme: ThemeColors): CellStyle['borders'] {
  const borders: Partial<Record<BorderSide, Border>> = {};
  for (const side of SIDES) {
    const logical = side === 'left' ? 'start' : side === 'right' ? 'end' : side;
    const found = child(border, side) ?? child(border, logical);
    const line = found?.attributes['style'];
    if (line === undefined || line === 'none') continue;
    borders[side] = {
      line: line as BorderLine,
      color: colorOf(child(found, 'color'), theme) ?? '#000000',
    };
  }
  return borders;
}

function readAlignment(
  node: XmlNode | undefined,
): Pick<CellStyle, 'horizontal' | 'vertical' | 'wrapText' | 'indent'> {
  const { horizontal, vertical, wrapText, indent } = node?.attributes ?? {};
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  const across = horizontal === 'centerContinuous' ? 'centerAcrossSelection' : horizontal;
  return {
    horizontal: capital(across ?? 'general') as Horizontal,
    vertical: capital(vertical ?? 'bottom') as Vertical,
    wrapText: isOn(wrapText),
    indent: Number(indent ?? 0),
  };
}
