/** Changes of a mapping while a person makes it: each returns a new one and leaves the rest as it is. */
import { refName } from './fingerprint';
import { foldWord } from '../cellMarks';
import type { ColumnSpec } from '../columnSpec';
import { controlColumn, readKinds } from '../kinds';
import {
  type ColumnRules,
  type FieldSource,
  type HeaderRef,
  type MappedView,
  refOf,
  type TableMapping,
} from './tableMapping';

/** A mapping with one view changed by `change`. */
function withView(
  mapping: TableMapping,
  at: number,
  change: (view: MappedView) => MappedView,
): TableMapping {
  return {
    ...mapping,
    views: mapping.views.map((view, place) => (place === at ? change(view) : view)),
  };
}

/** A mapping whose view stands for another one, such as that of another kind. */
export function replaceView(mapping: TableMapping, at: number, view: MappedView): TableMapping {
  return withView(mapping, at, () => keptToItsMoney(view, at));
}

/** Money that stands in the same rows as the first view: a row is one of the view where it has some. */
export function addView(mapping: TableMapping, view: MappedView): TableMapping {
  return { ...mapping, views: [...mapping.views, keptToItsMoney(view, mapping.views.length)] };
}

export function removeView(mapping: TableMapping, at: number): TableMapping {
  return { ...mapping, views: mapping.views.filter((_, place) => place !== at) };
}

/** Says where a field of a view comes from; undefined: it is not there. */
export function setSource(
  mapping: TableMapping,
  { at, header }: { readonly at: number; readonly header: string },
  source: FieldSource | undefined,
): TableMapping {
  return withView(mapping, at, (view) => {
    const others = Object.entries(view.fields).filter(([name]) => name !== header);
    const order = Object.values<ColumnSpec>(readKinds[view.kind]).map((spec) => spec.header);
    const all = source === undefined ? others : [...others, [header, source] as const];
    const sorted = all.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
    return keptToItsMoney({ ...view, fields: Object.fromEntries(sorted) }, at);
  });
}

/** Says how the columns of a field are written; a rule that is undefined is found out when it is read. */
export function setRules(
  mapping: TableMapping,
  { at, header }: { readonly at: number; readonly header: string },
  rules: { readonly [Rule in keyof ColumnRules]: ColumnRules[Rule] | undefined },
): TableMapping {
  const view = mapping.views[at];
  const source = view === undefined ? undefined : view.fields[header];
  if (source === undefined || !('columns' in source)) return mapping;
  const all = Object.entries({ ...source, ...rules }).filter(([, value]) => value !== undefined);
  return setSource(mapping, { at, header }, Object.fromEntries(all) as unknown as FieldSource);
}

/** Says what a text of a field means; '' as the meaning takes it back. */
export function setMeaning(
  mapping: TableMapping,
  field: { readonly at: number; readonly header: string },
  word: { readonly text: string; readonly means: string },
): TableMapping {
  const source = mapping.views[field.at]?.fields[field.header];
  if (source === undefined || !('columns' in source)) return mapping;
  const folded = foldWord(word.text);
  const others = Object.entries(source.values ?? {}).filter(([text]) => foldWord(text) !== folded);
  const all = word.means === '' ? others : [...others, [word.text, word.means] as const];
  const values = all.length === 0 ? undefined : Object.fromEntries(all);
  return setRules(mapping, field, { values });
}

/** The field whose amounts make a row one of a further view. */
export function moneyField(kind: MappedView['kind']): string | undefined {
  const specs: Readonly<Record<string, ColumnSpec>> = readKinds[kind];
  const control = controlColumn[kind];
  return control === undefined ? undefined : specs[control]?.header;
}

/**
 * Rows of a further view are those that have its money, unless it was said otherwise by other conditions;
 * the column of the money stands behind their ids, so that they are told from those of the first view.
 * A first view that asks for its money follows it to another column.
 */
function keptToItsMoney(view: MappedView, at: number): MappedView {
  const rows = view.rows ?? [];
  if (rows.some((row) => !('money' in row)) || (at === 0 && rows.length === 0)) return view;
  const header = moneyField(view.kind);
  const money = header === undefined ? undefined : view.fields[header];
  if (money === undefined || !('columns' in money)) return view;
  // While the money stays in its column, ids stay as they are: other rows may name them.
  const isSame = rows.some(
    (row) => 'money' in row && row.money.map(refName).join() === money.columns.map(refName).join(),
  );
  const [first] = money.columns;
  const isFurther = at > 0 && first !== undefined;
  const fields = isFurther ? idsWith(view, refText(first), isSame) : view.fields;
  return { ...view, fields, rows: [{ money: money.columns }] };
}

/** The second of two columns with the same header has its number. */
function refText(ref: HeaderRef): string {
  const { header, nth } = refOf(ref);
  return nth === 1 ? header : `${header} ${String(nth)}`;
}

function idsWith({ kind, fields }: MappedView, and: string, isSame: boolean): MappedView['fields'] {
  const specs: Readonly<Record<string, ColumnSpec>> = readKinds[kind];
  const header = specs['id']?.header ?? '';
  const id = fields[header];
  const isMade = id !== undefined && ('columns' in id || 'address' in id);
  if (!isMade || (isSame && id.and !== undefined)) return fields;
  return { ...fields, [header]: { ...id, and } };
}
