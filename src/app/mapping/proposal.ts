/** A header row → the mapping that it is shown with: as it is read now, and what it could mean besides. */
import type { DecidedHeader } from '../../excel/reading';
import { type ColumnFacts, columnFacts, type RowsUnder } from '../../ledger/mapping/columnFacts';
import { columnKey, fingerprint, headerNames, refName } from '../../ledger/mapping/fingerprint';
import { moneyField } from '../../ledger/mapping/editMapping';
import { mappingOf } from '../../ledger/mapping/mappingOfMatch';
import { mainView } from '../../ledger/mapping/moneyBeside';
import { likeliestKind, type ProposedBy, proposeView } from '../../ledger/mapping/proposeView';
import {
  type FieldSource,
  type MappedView,
  refOf,
  refsOfConditions,
  type TableMapping,
} from '../../ledger/mapping/tableMapping';
import type { Draft, HeaderPlace } from './types';

/** What is read of a header row; `header` is undefined where its words are of no kind. */
export function draftOf(
  place: HeaderPlace,
  { cells, under }: { readonly cells: readonly unknown[]; readonly under: RowsUnder },
  header: DecidedHeader | undefined,
): Draft {
  const columns = columnFacts(cells, under);
  const isSame = header !== undefined && fingerprint(header.cells) === fingerprint(cells);
  const read = isSame ? viewsRead(header).map((view) => withColumnsThere(view, cells)) : [];
  const views = read.map((view) => withoutTwice(view, header));
  const known = isSame ? header.decision : undefined;
  const [first] = views;
  if (first === undefined) {
    const kind = known?.near?.kind ?? likeliestKind(cells, columns);
    const { view, by } = proposeView(kind, cells, columns);
    const mapping = mappingOf(cells, nameOf(kind, place), [view]);
    return { place, cells, columns, mapping, proposed: [by] };
  }
  const name = known?.mapping?.name ?? nameOf(first.kind, place);
  const leftOut = known?.mapping?.leftOut;
  const base = mappingOf(cells, name, views);
  const mapping = leftOut === undefined ? base : { ...base, leftOut };
  return { place, cells, columns, mapping, proposed: views.map(asRead) };
}

function nameOf(kind: MappedView['kind'], { sheet }: HeaderPlace): string {
  return `${kind} of ${sheet}`;
}

/** The views by which the rows are read as it is; a mapping whose columns are gone says what they were. */
function viewsRead({ decision, besideRead }: DecidedHeader): readonly MappedView[] {
  const { by, mapping, beside, view } = decision;
  if (by !== 'kept' && beside !== undefined) return [mainView(beside), ...besideRead];
  if (mapping !== undefined) return mapping.views;
  return view === undefined ? [] : [view];
}

/** Which of two columns with the same header is meant is for a person to say. */
function withoutTwice(view: MappedView, header: DecidedHeader | undefined): MappedView {
  const problems = header?.decision.problems.filter(({ code }) => code === 'HEADER_TWICE') ?? [];
  const twice = new Set(problems.map(({ column }) => columnKey(column)));
  const fields = Object.entries(view.fields).filter(
    ([, source]) =>
      !('columns' in source) ||
      !source.columns.some((ref) => twice.has(columnKey(refOf(ref).header))),
  );
  return { ...view, fields: Object.fromEntries(fields) };
}

/** The view without columns that the header row does not have any more. */
function withColumnsThere(view: MappedView, cells: readonly unknown[]): MappedView {
  const there = new Set(headerNames(cells).map(({ name }) => name));
  const fields = Object.entries(view.fields).flatMap(
    ([header, source]): [string, FieldSource][] => {
      if (!('columns' in source)) return [[header, source]];
      const columns = source.columns.filter((ref) => there.has(refName(ref)));
      return columns.length === 0 ? [] : [[header, { ...source, columns }]];
    },
  );
  const { rows } = view;
  const kept = rows?.filter((row) =>
    refsOfConditions([row]).every((ref) => there.has(refName(ref))),
  );
  return {
    ...view,
    fields: Object.fromEntries(fields),
    ...(kept === undefined ? {} : { rows: kept }),
  };
}

function asRead({ fields }: MappedView): ReadonlyMap<string, ProposedBy> {
  return new Map(Object.keys(fields).map((header) => [header, 'header']));
}

/** The draft with another kind for its first view: its columns are proposed anew. */
export function ofKind(draft: Draft, kind: MappedView['kind']): Draft {
  const { mapping, place } = draft;
  // Money that a further view has is not read a second time.
  const others = moneyRefs(mapping.views.slice(1));
  const columns = draft.columns.filter(({ ref }) => !others.has(refName(ref)));
  const { view, by } = proposeView(kind, draft.cells, columns);
  const before = mapping.views[0]?.kind;
  const isNamedByKind = before !== undefined && mapping.name === nameOf(before, place);
  const changed: TableMapping = {
    ...mapping,
    name: isNamedByKind ? nameOf(kind, place) : mapping.name,
    views: [view, ...mapping.views.slice(1)],
  };
  return { ...draft, mapping: changed, proposed: [by, ...draft.proposed.slice(1)] };
}

function moneyRefs(views: readonly MappedView[]): ReadonlySet<string> {
  const money = views.flatMap(({ kind, fields }) => fields[moneyField(kind) ?? ''] ?? []);
  return new Set(
    money.flatMap((source) => ('columns' in source ? source.columns.map(refName) : [])),
  );
}

/** Columns of a draft that serve no field yet. */
export function freeColumns({ columns, mapping }: Draft): ColumnFacts[] {
  const used = new Set(
    mapping.views.flatMap(({ fields }) =>
      Object.values(fields).flatMap((source) =>
        'columns' in source ? source.columns.map(refName) : [],
      ),
    ),
  );
  return columns.filter(({ ref }) => !used.has(refName(ref)));
}
