/** The Type Map: which bucket a type of the Audit Trail or of Adjustments is counted in (R12). */
import { at } from '../core/assert';
import { textAt } from '../core/column';
import { foldWord } from './cellMarks';
import { auditTrailColumns, typeBuckets, type TypeBucket } from './trailKinds';
import type { TableOf } from './tables';

export interface MappedType {
  readonly bucket: TypeBucket;
  /** 1 or -1 where the map says so; undefined leaves the sign of the tab. */
  readonly sign: 1 | -1 | undefined;
}

/** What the map says of a type of a source (a tab of the trail, or `Adjustments`). */
export type TypeMap = (source: string, type: string) => MappedType | undefined;

interface Rule extends MappedType {
  readonly source: string;
  readonly pattern: RegExp;
  /** Letters and digits of the pattern: the closest rule goes first. */
  readonly closeness: number;
}

/** Types are compared without case, blanks and punctuation; `*` stands for anything. */
export function typeKey(type: string): string {
  return type
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}*]/gu, '');
}

/** True where a type fits a pattern such as `refund*`. */
export function fitsPattern(type: string, pattern: string): boolean {
  return patternOf(pattern).test(typeKey(type).replaceAll('*', ''));
}

/** What a pattern means for the `typeKey` of a type. */
export function patternOf(pattern: string): RegExp {
  return new RegExp(`^${typeKey(pattern).replace(/\*+/g, '.*')}$`, 'u');
}

/** A map may write a tab as an export of the trail does. */
const tabNames = new Map(
  Object.entries(auditTrailColumns.tab.valueSynonyms).map(([name, tab]) => [
    foldWord(name),
    foldWord(tab),
  ]),
);

function sourceKey(source: string): string {
  const folded = foldWord(source);
  return tabNames.get(folded) ?? folded;
}

/** The closest pattern wins; of equally close ones the first row. */
export function typeMap(table: TableOf<'Type Map'>): TypeMap {
  const rules: Rule[] = [];
  for (let row = 0; row < table.length; row++) {
    const sign = textAt(table.sign, row);
    const pattern = textAt(table.pattern, row);
    rules.push({
      source: sourceKey(textAt(table.tab, row)),
      pattern: patternOf(pattern),
      closeness: typeKey(pattern).replaceAll('*', '').length,
      bucket: at(typeBuckets, table.bucket[row]!),
      sign: /^(?:-|−|minus)/i.test(sign) ? -1 : /^(?:\+|1|plus)/i.test(sign) ? 1 : undefined,
    });
  }
  rules.sort((a, b) => b.closeness - a.closeness);
  const find: TypeMap = (source, type) => {
    const tab = foldWord(source);
    const key = typeKey(type).replaceAll('*', '');
    const fits = (rule: Rule): boolean => rule.source === tab || rule.source === '*';
    return rules.find((rule) => fits(rule) && rule.pattern.test(key));
  };
  // By the words as they are written: folding them for every row took longer than all else.
  const known = new Map<string, Map<string, MappedType | undefined>>();
  return (source, type) => {
    const ofSource = known.get(source) ?? new Map<string, MappedType | undefined>();
    known.set(source, ofSource);
    if (!ofSource.has(type)) ofSource.set(type, find(source, type));
    return ofSource.get(type);
  };
}
