/** How wide a text is in a font. */
import type { Font } from '../../host/model/style';

/** Widths in files count digits of Calibri, which are this part of the font's size. */
const CALIBRI_DIGIT = 0.507;

const FALLBACK =
  "Calibri, Carlito, 'Segoe UI', 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif";

const context = document.createElement('canvas').getContext('2d');
const widths = new Map<string, number>();
const scales = new Map<string, number>();

/** Texts whose width is kept; beyond them the keeping starts anew. */
const KEPT_MAX = 20_000;

/** The families to try for a font of a workbook. */
export function familyOf(name: string): string {
  const quoted = `'${name.replaceAll(/['\\]/g, '')}'`;
  return name === 'Calibri' || name === '' ? FALLBACK : `${quoted}, ${FALLBACK}`;
}

/**
 * The pixels of a font. Where Calibri is missing, what stands in for it is wider: it is made smaller, so that columns
 * hold what they hold in Excel.
 */
export function pixelsOf(font: Font): number {
  const family = familyOf(font.name);
  const scale = scales.get(family) ?? scaleOf(family);
  scales.set(family, scale);
  return Math.round(((font.size * 4) / 3) * scale * 10) / 10;
}

function scaleOf(family: string): number {
  const digit = measured('0', `100px ${family}`) / 100;
  return digit > CALIBRI_DIGIT ? CALIBRI_DIGIT / digit : 1;
}

/** The pixels that a text takes in one line. */
export function textWidth(text: string, font: Font): number {
  const style = `${font.italic ? 'italic ' : ''}${font.bold ? 'bold ' : ''}`;
  return measured(text, `${style}${pixelsOf(font)}px ${familyOf(font.name)}`);
}

function measured(text: string, font: string): number {
  const key = `${font}|${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (context === null) return 0;
  if (widths.size > KEPT_MAX) widths.clear();
  context.font = font;
  const { width } = context.measureText(text);
  widths.set(key, width);
  return width;
}
