/**
 * Header row → what it could mean, to be looked at and confirmed: by the words of its headers, by words that
 * are like them, and by what stands in its columns. Nothing is read by a proposal before it was kept.
 */
import { kinds, type KindSpec } from '../allKinds';
import { holdsIds, mustBeFilled } from '../columnReader';
import type { ColumnSpec } from '../columnSpec';
import type { ReadKind } from '../kinds';
import { fieldsOfKind } from '../recognise';
import type { ColumnFacts, Looks } from './columnFacts';
import type { FieldSource, MappedView } from './tableMapping';
import { likeness } from './words';

/** Why a column was proposed for a field. */
export type ProposedBy = 'header' | 'like' | 'contents';

export interface ProposedView {
  readonly view: MappedView;
  /** By canonical header; none for a field that is not proposed. */
  readonly by: ReadonlyMap<string, ProposedBy>;
}

/** Words in common from which on a header may mean a field. */
const LIKE_ENOUGH = 0.6;

/** What stands in a column of a type; a column that looks otherwise is not proposed for it. */
const looksOfType: Partial<Record<ColumnSpec['type'], readonly Looks[]>> = {
  cents: ['amounts', 'numbers', 'ids', 'blank'],
  optionalCents: ['amounts', 'numbers', 'ids', 'blank'],
  moment: ['dates', 'blank'],
};

/** The columns that a kind's fields probably have; each column serves one field. */
export function proposeView(
  kind: ReadKind,
  cells: readonly unknown[],
  facts: readonly ColumnFacts[],
): ProposedView {
  const spec = kinds.find(({ name }) => name === kind);
  const taken = new Map<string, { readonly column: ColumnFacts; readonly by: ProposedBy }>();
  const used = new Set<number>();
  const take = (field: string, column: ColumnFacts, by: ProposedBy): void => {
    taken.set(field, { column, by });
    used.add(column.index);
  };
  const known = fieldsOfKind(kind, cells);
  for (const [field, { index }] of known) {
    const column = facts.find((one) => one.index === index);
    if (column !== undefined && !used.has(index)) take(field, column, 'header');
  }
  const open = (): [string, ColumnSpec][] =>
    Object.entries(spec?.columns ?? {}).filter(([field]) => !taken.has(field));
  const free = (): ColumnFacts[] => facts.filter(({ index }) => !used.has(index));
  for (const { field, column } of likeOnes(open(), free())) {
    if (!taken.has(field) && !used.has(column.index)) take(field, column, 'like');
  }
  for (const [field, { type }] of open().filter(([, one]) => mustBeFilled(one))) {
    const fits = free().filter(({ looks }) => looks === contentsOfType[type]);
    const [only] = fits;
    if (only !== undefined && fits.length === 1) take(field, only, 'contents');
  }
  const specs = Object.entries(spec?.columns ?? {});
  const fields = specs.flatMap(([field, one]): [string, FieldSource][] => {
    const source = sourceOf(field, one, {
      column: taken.get(field)?.column,
      isReversed: known.get(field)?.reversed === true,
    });
    return source === undefined ? [] : [[one.header, source]];
  });
  const by = specs.flatMap(([field, { header }]): [string, ProposedBy][] => {
    const one = taken.get(field);
    return one === undefined ? [] : [[header, one.by]];
  });
  return { view: { kind, fields: Object.fromEntries(fields) }, by: new Map(by) };
}

/** What the only column of its like is taken for, where nothing in its header says so. */
const contentsOfType: Partial<Record<ColumnSpec['type'], Looks>> = {
  cents: 'amounts',
  moment: 'dates',
};

/** An export without row ids: the row's address stands for the id. */
function sourceOf(
  field: string,
  spec: ColumnSpec,
  of: { readonly column: ColumnFacts | undefined; readonly isReversed: boolean },
): FieldSource | undefined {
  const { column, isReversed } = of;
  if (column !== undefined) {
    return { columns: [column.ref], ...(isReversed ? { reversed: true } : {}) };
  }
  const isRowId = field === 'id' && holdsIds({ field, spec });
  return isRowId && mustBeFilled(spec) ? { address: true } : undefined;
}

/** Fields and columns whose words are alike, the most alike first; each pair once. */
function likeOnes(
  fields: readonly [string, ColumnSpec][],
  columns: readonly ColumnFacts[],
): { readonly field: string; readonly column: ColumnFacts }[] {
  const pairs = fields.flatMap(([field, spec]) =>
    columns.map((column) => ({ field, column, like: likenessOf(spec, column) })),
  );
  return pairs
    .filter(({ like }) => like >= LIKE_ENOUGH)
    .sort((a, b) => b.like - a.like || a.column.index - b.column.index);
}

function likenessOf(
  { header, type, synonyms = [] }: ColumnSpec,
  { header: there, looks }: ColumnFacts,
): number {
  if (looksOfType[type]?.includes(looks) === false) return 0;
  return Math.max(...[header, ...synonyms].map((word) => likeness(word, there)));
}

/** The kind of which most of the columns that it needs are there; of equal ones the first of the format. */
export function likeliestKind(cells: readonly unknown[], facts: readonly ColumnFacts[]): ReadKind {
  const shares = kinds.map((kind) => ({ kind, share: shareThere(kind, cells, facts) }));
  const best = Math.max(...shares.map(({ share }) => share));
  return shares.find(({ share }) => share === best)?.kind.name ?? 'Charges';
}

function shareThere(
  { name, columns }: KindSpec,
  cells: readonly unknown[],
  facts: readonly ColumnFacts[],
): number {
  const { by } = proposeView(name, cells, facts);
  const needed = Object.values(columns).filter((spec) => spec.bold === true);
  // A column that is told by its contents alone says nothing of the kind.
  const there = needed.filter(({ header }) => (by.get(header) ?? 'contents') !== 'contents');
  return needed.length === 0 ? 0 : there.length / needed.length + by.size / 1000;
}
