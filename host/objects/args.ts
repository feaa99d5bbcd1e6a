/** Reads the arguments of API calls; what has the wrong type is refused as Excel does, with InvalidArgument. */
import { Refusal } from '../model/refusal';

/** A text. */
export function text(value: unknown): string {
  if (typeof value !== 'string') throw new Refusal('InvalidArgument');
  return value;
}

/** A text, or '' where the add-in gave none. */
export function optionalText(value: unknown): string {
  return value === null || value === undefined ? '' : text(value);
}

/** A whole number, or the fallback where the add-in gave none. */
export function integer(value: unknown, fallback?: number): number {
  if ((value === null || value === undefined) && fallback !== undefined) return fallback;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw new Refusal('InvalidArgument');
  return value;
}

/** A number. */
export function number(value: unknown): number {
  if (typeof value !== 'number') throw new Refusal('InvalidArgument');
  return value;
}

/** A boolean, or the fallback where the add-in gave none. */
export function flag(value: unknown, fallback?: boolean): boolean {
  if ((value === null || value === undefined) && fallback !== undefined) return fallback;
  if (typeof value !== 'boolean') throw new Refusal('InvalidArgument');
  return value;
}

/** One of the given words. */
export function choice<T extends string>(value: unknown, words: readonly T[]): T {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new Refusal('InvalidArgument');
  return found;
}

/** A plain object. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal('InvalidArgument');
  }
  return value as Record<string, unknown>;
}

/** A colour as the API gives it back, "#RRGGBB", from "#RRGGBB" or one of the HTML names. */
export function color(value: unknown): string {
  const given = text(value).toLowerCase();
  const hex = HTML_COLORS.get(given) ?? given;
  if (!/^#[0-9a-f]{6}$/.test(hex)) throw new Refusal('InvalidArgument');
  return hex.toUpperCase();
}

/** The basic colour names of HTML; Excel takes them all [doc: RangeFill.color]. */
const HTML_COLORS: ReadonlyMap<string, string> = new Map([
  ['black', '#000000'],
  ['white', '#ffffff'],
  ['red', '#ff0000'],
  ['green', '#008000'],
  ['lime', '#00ff00'],
  ['blue', '#0000ff'],
  ['yellow', '#ffff00'],
  ['orange', '#ffa500'],
  ['purple', '#800080'],
  ['gray', '#808080'],
  ['grey', '#808080'],
  ['silver', '#c0c0c0'],
  ['navy', '#000080'],
  ['teal', '#008080'],
  ['maroon', '#800000'],
  ['olive', '#808000'],
  ['aqua', '#00ffff'],
  ['cyan', '#00ffff'],
  ['fuchsia', '#ff00ff'],
  ['magenta', '#ff00ff'],
  ['pink', '#ffc0cb'],
  ['brown', '#a52a2a'],
]);
