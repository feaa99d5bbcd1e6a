/** Turns the style of a cell into CSS. Styles are few: each is turned once. */
import type { CSSProperties } from 'react';
import type { CellStyle } from '../../host/index';
import type { Border, BorderSide, Horizontal, Vertical } from '../../host/model/style';
import { familyOf, pixelsOf } from './measure';

const DEFAULT_FONT = { size: 11, name: 'Calibri' };

/** Pixels of one step of indent. */
export const INDENT = 9;

const LINES: Readonly<Record<string, string>> = {
  thin: '1px solid',
  medium: '2px solid',
  thick: '3px solid',
  double: '3px double',
  hair: '1px dotted',
  dotted: '1px dotted',
};

const known = new WeakMap<CellStyle, CSSProperties>();

/** The font, fill and borders of a style; what a plain cell has is left to the style sheet. */
export function cssOf(style: CellStyle): CSSProperties {
  const made = known.get(style) ?? make(style);
  known.set(style, made);
  return made;
}

function make({ font, fill, borders, indent, horizontal }: CellStyle): CSSProperties {
  const lines = [font.underline ? 'underline' : '', font.strikethrough ? 'line-through' : ''];
  return {
    ...(font.name === DEFAULT_FONT.name ? {} : { fontFamily: familyOf(font.name) }),
    ...(font.size === DEFAULT_FONT.size && font.name === DEFAULT_FONT.name
      ? {}
      : { fontSize: pixelsOf(font) }),
    ...(font.bold ? { fontWeight: 700 } : {}),
    ...(font.italic ? { fontStyle: 'italic' } : {}),
    ...(font.underline || font.strikethrough ? { textDecoration: lines.join(' ').trim() } : {}),
    ...(font.color === '#000000' ? {} : { color: font.color }),
    ...(fill === null ? {} : { backgroundColor: fill }),
    ...(indent === 0
      ? {}
      : { [horizontal === 'Right' ? 'paddingRight' : 'paddingLeft']: 3 + indent * INDENT }),
    ...borderCss(borders),
  };
}

/** Lines are drawn inside the cell, on the gridline that they replace. */
function borderCss(borders: CellStyle['borders']): CSSProperties {
  const css: Record<string, string> = {};
  const sides: readonly (readonly [BorderSide, string])[] = [
    ['top', 'borderTop'],
    ['bottom', 'borderBottom'],
    ['left', 'borderLeft'],
    ['right', 'borderRight'],
  ];
  for (const [side, property] of sides) {
    const border = borders[side];
    if (border !== undefined) css[property] = lineCss(border);
  }
  return css;
}

function lineCss({ line, color }: Border): string {
  return `${LINES[line] ?? (line.startsWith('medium') ? '2px dashed' : '1px dashed')} ${color}`;
}

/** Where the text stands, as a class. */
export function horizontalClass(horizontal: Horizontal, own: 'left' | 'right' | 'center'): string {
  switch (horizontal) {
    case 'General':
      return own;
    case 'Right':
      return 'right';
    case 'Center':
    case 'CenterAcrossSelection':
      return 'center';
    case 'Left':
    case 'Fill':
    case 'Justify':
    case 'Distributed':
      return 'left';
  }
}

/** Where the text stands in a high row, as a class; at the bottom there is none. */
export function verticalClass(vertical: Vertical): string {
  if (vertical === 'Bottom') return '';
  return vertical === 'Center' || vertical === 'Distributed' ? 'middle' : 'top';
}
