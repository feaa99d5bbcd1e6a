/** Invoice tags as combinations: `Surgery, Dental` and `Dental;Surgery` are one (I-23, I-A15). */
import { at } from '../core/assert';
import type { TextColumn } from '../core/column';
import { byCodeUnit } from '../core/order';

/** Lines without a tag stand under this name. */
export const NO_TAG = 'No Invoice Tag';

export interface TagCombinations {
  /** For each charge, the place of its combination in `names`. */
  readonly ofCharge: Int32Array;
  /** Combinations from A to Z, the one without a tag last. */
  readonly names: readonly string[];
}

/** Combinations of all charges; each tag bears its most frequent casing in the whole ledger. */
export function tagCombinations(column: TextColumn): TagCombinations {
  const tagsOfCode = column.texts.map(tagsOf);
  const casing = frequentCasing(column, tagsOfCode);
  const nameOfCode = tagsOfCode.map((tags) => combinationName(tags, casing));
  const names = [...new Set(Array.from(column.codes, (code) => at(nameOfCode, code)))];
  names.sort((a, b) => Number(a === NO_TAG) - Number(b === NO_TAG) || byTag(a, b));
  const places = new Map(names.map((name, place) => [name, place]));
  const ofCharge = Int32Array.from(column.codes, (code) => places.get(at(nameOfCode, code)) ?? 0);
  return { ofCharge, names };
}

function tagsOf(text: string): string[] {
  const tags = text.split(/[,;|\r\n]/).map((tag) => tag.trim());
  return tags.filter((tag) => tag !== '');
}

function byTag(a: string, b: string): number {
  return byCodeUnit(a.toLowerCase(), b.toLowerCase()) || byCodeUnit(a, b);
}

/** For each tag without case, the casing that most lines write; ties: first by code unit. */
function frequentCasing(
  column: TextColumn,
  tagsOfCode: readonly (readonly string[])[],
): ReadonlyMap<string, string> {
  const linesOfCode = new Float64Array(column.texts.length);
  for (const code of column.codes) linesOfCode[code] = linesOfCode[code]! + 1;
  const lines = new Map<string, number>();
  for (const [code, tags] of tagsOfCode.entries()) {
    for (const tag of tags) lines.set(tag, (lines.get(tag) ?? 0) + linesOfCode[code]!);
  }
  const best = new Map<string, string>();
  for (const [tag, count] of lines) {
    const rival = best.get(tag.toLowerCase());
    const rivalCount = rival === undefined ? -1 : (lines.get(rival) ?? 0);
    const wins = count > rivalCount || (count === rivalCount && byCodeUnit(tag, rival ?? '') < 0);
    if (wins) best.set(tag.toLowerCase(), tag);
  }
  return best;
}

function combinationName(tags: readonly string[], casing: ReadonlyMap<string, string>): string {
  const distinct = new Set(tags.map((tag) => casing.get(tag.toLowerCase()) ?? tag));
  return distinct.size === 0 ? NO_TAG : [...distinct].sort(byTag).join(', ');
}
