/** Mapping + header row → tables: every column of the mapping is found on the sheet, or is told as gone. */
import { foldWord } from '../cellMarks';
import type { ColumnSpec } from '../columnSpec';
import { controlColumn, readKinds, type ReadKind } from '../kinds';
import { columnLetters, type SourceField, type SourceView } from '../tables';
import {
  type CellCondition,
  columnsOfConditions,
  type FieldReading,
  type SheetColumn,
} from './fieldReading';
import { headerNames, refName } from './fingerprint';
import {
  type ColumnSource,
  type FieldSource,
  type HeaderRef,
  type MappedView,
  refOf,
  refsOfMapping,
  refsOfView,
  type RowCondition,
  type TableMapping,
} from './tableMapping';

/** Where the header row stands. */
export interface HeaderPlace {
  readonly sheet: string;
  /** Column on the sheet of the row's first cell, from 0. */
  readonly column: number;
}

/** A table that a mapping makes of the rows below a header. */
export interface ResolvedView {
  readonly kind: ReadKind;
  readonly fields: ReadonlyMap<string, SourceField>;
  readonly view?: SourceView;
}

/** The columns of a mapping that a header row does not have, each once. */
export function goneColumns(mapping: TableMapping, cells: readonly unknown[]): string[] {
  const there = new Set(headerNames(cells).map(({ name }) => name));
  const refs = refsOfMapping(mapping).filter((ref) => !there.has(refName(ref)));
  return [...new Set(refs.map((ref) => refOf(ref).header))];
}

/** The tables of a mapping under a header row that has all of its columns. */
export function resolveMapping(
  mapping: TableMapping,
  cells: readonly unknown[],
  place: HeaderPlace,
): ResolvedView[] {
  const columns = new Map(headerNames(cells).map((one) => [one.name, one]));
  const columnOf: ColumnOf = (ref) => {
    const found = columns.get(refName(ref));
    return found && { header: found.header, sheetColumn: place.column + found.index };
  };
  const views = mapping.views.map((view) => resolveView(view, columnOf, place));
  const [first, ...others] = views;
  if (first === undefined) return [];
  const leftOut = (mapping.leftOut ?? []).map((rows) =>
    rows.flatMap((row) => resolveCondition(row, columnOf)),
  );
  const lead = { kind: first.kind, fields: first.fields };
  // A single table of columns as they stand is a table like any other.
  if (others.length + first.when.length + leftOut.length === 0) return [lead];
  const conditions = views.flatMap(({ when }) => when);
  const money = conditions.flatMap((one) => (one.test === 'money' ? one.columns : []));
  const looked = columnsOfConditions(conditions).map((one) => ({
    ...one,
    isMoney: money.some(({ sheetColumn }) => sheetColumn === one.sheetColumn),
  }));
  return views.map(({ kind, fields, when }, at) => {
    const further = at === 0 ? { others: others.map((one) => one.when) } : {};
    return { kind, fields, view: { lead, when, leftOut, columns: looked, ...further } };
  });
}

type ColumnOf = (ref: HeaderRef) => SheetColumn | undefined;

function resolveView(
  { kind, rows = [], fields }: MappedView,
  columnOf: ColumnOf,
  place: HeaderPlace,
): { kind: ReadKind; fields: Map<string, SourceField>; when: CellCondition[] } {
  const specs = Object.entries<ColumnSpec>(readKinds[kind]);
  const anchor = anchorOf({ kind, rows, fields }, columnOf) ?? {
    header: '',
    sheetColumn: place.column,
  };
  const resolved = new Map<string, SourceField>();
  for (const [field, { header }] of specs) {
    const source = Object.hasOwn(fields, header) ? fields[header] : undefined;
    if (source === undefined) continue;
    const found = resolveField(source, { columnOf, place, anchor });
    if (found !== undefined) resolved.set(field, found);
  }
  return { kind, fields: resolved, when: rows.flatMap((row) => resolveCondition(row, columnOf)) };
}

/** Where problems of fields without a cell are told: at the money of the view, else at its first column. */
function anchorOf(view: MappedView, columnOf: ColumnOf): SheetColumn | undefined {
  const control = controlColumn[view.kind];
  const specs: Readonly<Record<string, ColumnSpec>> = readKinds[view.kind];
  const money = control === undefined ? undefined : view.fields[specs[control]?.header ?? ''];
  const ofMoney = money !== undefined && 'columns' in money ? money.columns : [];
  const [first] = [...ofMoney, ...refsOfView(view)].flatMap((ref) => columnOf(ref) ?? []);
  return first;
}

function resolveField(
  source: FieldSource,
  of: { readonly columnOf: ColumnOf; readonly place: HeaderPlace; readonly anchor: SheetColumn },
): SourceField | undefined {
  const { anchor, place } = of;
  const made = (how: FieldReading): SourceField => ({ ...anchor, reversed: false, how });
  if ('constant' in source) return made({ made: { text: source.constant } });
  if ('address' in source) {
    return made({
      made: { address: addressBefore(place) },
      ...(source.and === undefined ? {} : { and: source.and }),
    });
  }
  if ('sheet' in source) return made({ made: { text: sheetText(place.sheet, source.values) } });
  const columns = source.columns.flatMap((ref) => of.columnOf(ref) ?? []);
  const [first, ...rest] = columns;
  if (first === undefined) return undefined;
  const { header, sheetColumn } = first;
  const field = { header, sheetColumn, reversed: source.reversed === true };
  const how = readingOf(source, rest);
  return Object.keys(how).length === 0 ? field : { ...field, how };
}

/** What stands before the row in an address: of lists beside each other also where each begins. */
function addressBefore({ sheet, column }: HeaderPlace): string {
  return column === 0 ? `${sheet}!` : `${sheet}!${columnLetters(column)}`;
}

function sheetText(sheet: string, values: Readonly<Record<string, string>> | undefined): string {
  return (values && valueMap(values).get(foldWord(sheet))) ?? sheet;
}

function valueMap(values: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(values).map(([from, to]) => [foldWord(from), to]));
}

function readingOf(source: ColumnSource, others: readonly SheetColumn[]): FieldReading {
  const { sign, decimal, dates, swapped, currency, fillDown, values, filled, and } = source;
  return {
    ...(others.length === 0 ? {} : { others }),
    ...(and === undefined ? {} : { and }),
    ...(sign === undefined ? {} : { negated: sign === 'negated' }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(dates === undefined ? {} : { dates }),
    ...(swapped === undefined ? {} : { swapped }),
    ...(currency === undefined ? {} : { currency }),
    ...(fillDown === undefined ? {} : { fillDown }),
    ...(values === undefined ? {} : { values: valueMap(values) }),
    ...(filled === undefined ? {} : { filled }),
  };
}

function resolveCondition(condition: RowCondition, columnOf: ColumnOf): CellCondition[] {
  const at = (ref: HeaderRef): SheetColumn[] => {
    const found = columnOf(ref);
    return found === undefined ? [] : [found];
  };
  if ('money' in condition) return [{ test: 'money', columns: condition.money.flatMap(at) }];
  if ('filled' in condition) {
    return at(condition.filled).map((column) => ({ test: 'filled', column }));
  }
  if ('blank' in condition) return at(condition.blank).map((column) => ({ test: 'blank', column }));
  const test = 'isNot' in condition ? 'isNot' : 'is';
  const words = new Set(('isNot' in condition ? condition.isNot : condition.is).map(foldWord));
  return at(condition.column).map((column) => ({ test, column, words }));
}
