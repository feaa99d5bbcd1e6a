/** What the words of a header row say, as a mapping: the same table, ready to be corrected and kept. */
import type { ColumnSpec } from '../columnSpec';
import { readKinds, type ReadKind } from '../kinds';
import type { HeaderField } from '../recognise';
import { headerNames } from './fingerprint';
import type { FieldSource, HeaderRef, MappedView, TableMapping } from './tableMapping';

/** The reference to the column at a place of a header row, from 0. */
export function refAt(cells: readonly unknown[], index: number): HeaderRef | undefined {
  const found = headerNames(cells).find((one) => one.index === index);
  if (found === undefined) return undefined;
  return found.nth === 1 ? found.header : { header: found.header, nth: found.nth };
}

/** The view of a kind by the columns that were recognised. */
export function viewOfMatch(
  cells: readonly unknown[],
  kind: ReadKind,
  fields: ReadonlyMap<string, HeaderField>,
): MappedView {
  const specs = Object.entries<ColumnSpec>(readKinds[kind]);
  const sources = specs.flatMap(([field, { header }]): [string, FieldSource][] => {
    const found = fields.get(field);
    const ref = found && refAt(cells, found.index);
    if (found === undefined || ref === undefined) return [];
    const source = { columns: [ref] };
    return [[header, found.reversed ? { ...source, reversed: true } : source]];
  });
  return { kind, fields: Object.fromEntries(sources) };
}

/** A mapping of a header row, with its headers as they stand there. */
export function mappingOf(
  cells: readonly unknown[],
  name: string,
  views: readonly MappedView[],
): TableMapping {
  return { name, headers: headerNames(cells).map(({ header }) => header), views };
}
