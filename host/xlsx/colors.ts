/** The colours of a file: written out, from the theme, or from the old palette. */
import { child, type XmlNode } from './xml';

/** The twelve colours of a theme in the order in which cells number them, "#RRGGBB". */
export type ThemeColors = readonly string[];

/** The theme of Office 2013 to 2022, for a file that has none. */
export const OFFICE_THEME: ThemeColors = [
  '#FFFFFF',
  '#000000',
  '#E7E6E6',
  '#44546A',
  '#4472C4',
  '#ED7D31',
  '#A5A5A5',
  '#FFC000',
  '#5B9BD5',
  '#70AD47',
  '#0563C1',
  '#954F72',
];

/** Cells number light before dark [doc: ECMA-376 CT_Color theme]. */
const THEME_ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

/** The first eight colours of the old palette; the rest are hardly used and show as black [unverified]. */
const PALETTE = [
  '#000000',
  '#FFFFFF',
  '#FF0000',
  '#00FF00',
  '#0000FF',
  '#FFFF00',
  '#FF00FF',
  '#00FFFF',
];

/** The colours of a theme part. */
export function readTheme(tree: XmlNode): ThemeColors {
  const scheme = child(child(tree, 'themeElements'), 'clrScheme');
  return THEME_ORDER.map((name, at) => {
    const [color] = child(scheme, name)?.children ?? [];
    const hex = color?.attributes['lastClr'] ?? color?.attributes['val'] ?? '';
    return /^[0-9A-Fa-f]{6}$/.test(hex) ? `#${hex.toUpperCase()}` : (OFFICE_THEME[at] ?? '#000000');
  });
}

/** The colour of a color element, "#RRGGBB"; undefined where it names none. */
export function colorOf(node: XmlNode | undefined, theme: ThemeColors): string | undefined {
  if (node === undefined) return undefined;
  const { rgb, theme: number, indexed, tint } = node.attributes;
  if (rgb !== undefined) return `#${rgb.slice(-6).toUpperCase()}`;
  if (number !== undefined) return tinted(theme[Number(number)] ?? '#000000', Number(tint ?? 0));
  // 64 and 65 are the system's own text and background.
  if (indexed === '65') return '#FFFFFF';
  return indexed === undefined ? undefined : paletteColor(Number(indexed));
}

/** Lightens or darkens as a tint of -1 to 1 says; by channel, which comes close to the true way by luminance [doc: ECMA-376 CT_Color tint]. */
function tinted(color: string, tint: number): string {
  if (tint === 0) return color;
  const channels = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  const changed = channels.map((value) =>
    Math.round(tint < 0 ? value * (1 + tint) : value + (255 - value) * tint),
  );
  return `#${changed
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()}`;
}

/** The palette repeats its first eight colours once. */
function paletteColor(index: number): string {
  return (index < 16 ? PALETTE[index % 8] : undefined) ?? '#000000';
}
