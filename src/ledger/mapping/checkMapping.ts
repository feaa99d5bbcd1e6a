/** Unknown data → mapping: what is kept in a workbook or comes from a file is checked, never trusted. */
import { foldWord } from '../cellMarks';
import type { ColumnSpec, ColumnType } from '../columnSpec';
import { holdsIds } from '../columnReader';
import { readKinds, type ReadKind } from '../kinds';
import { parseMoment } from '../parseMoment';
import { headerNames, refName } from './fingerprint';
import {
  refsOfConditions,
  refsOfView,
  type HeaderRef,
  type MappedView,
  type RowCondition,
  type TableMapping,
} from './tableMapping';

export type CheckedMapping =
  | { readonly mapping: TableMapping }
  /** What is wrong, one sentence each. */
  | { readonly reasons: readonly string[] };

const HEADERS_MAX = 1000;
const VIEWS_MAX = 50;
const WORDS_MAX = 1000;
const TEXT_MAX = 256;

/** Checks every part of a mapping and copies only what is known. */
export function checkMapping(value: unknown): CheckedMapping {
  const record = recordOf(value);
  if (record === undefined) {
    return { reasons: ['a mapping is an object with name, headers and views'] };
  }
  const reasons: string[] = [];
  const name = textOf(record['name']) ?? '';
  if (name === '') reasons.push('the mapping has no name');
  const tellOf =
    (where: string): Tell =>
    (what) => {
      reasons.push(`the mapping '${name}'${where} ${what}`);
    };
  const headers = textsOf(record['headers'], HEADERS_MAX) ?? [];
  if (headers.length === 0) tellOf('')('does not list the headers of its table');
  const views = listOf(record['views'], VIEWS_MAX) ?? [];
  if (views.length === 0) tellOf('')('has no view of the rows');
  const known = new Set(headerNames(headers).map((one) => one.name));
  const checked = views.map((view, place) =>
    checkView(view, known, tellOf(`, view ${place + 1}:`)),
  );
  const leftOut = checkLeftOut(record['leftOut'], known, tellOf(':'));
  if (reasons.length > 0) return { reasons };
  const mapping = { name, headers, views: checked.filter((view) => view !== undefined) };
  return { mapping: leftOut.length === 0 ? mapping : { ...mapping, leftOut } };
}

type Tell = (what: string) => void;

/** A list without a condition would leave out every row. */
function checkLeftOut(value: unknown, known: ReadonlySet<string>, tell: Tell): RowCondition[][] {
  const lists = listOf(value ?? [], VIEWS_MAX)?.map((one) => listOf(one, VIEWS_MAX));
  if (lists?.every((list) => list !== undefined && list.length > 0) !== true) {
    tell('leftOut is not a list of lists of conditions');
    return [];
  }
  const checked = lists.map((list) => (list ?? []).flatMap((one) => checkCondition(one, tell)));
  tellUnknown(checked.flatMap(refsOfConditions), known, tell);
  return checked;
}

function tellUnknown(refs: readonly HeaderRef[], known: ReadonlySet<string>, tell: Tell): void {
  for (const ref of refs) {
    if (!known.has(refName(ref))) tell(`there is no header ${refText(ref)} in its list of headers`);
  }
}

function checkView(value: unknown, known: ReadonlySet<string>, tell: Tell): MappedView | undefined {
  const record = recordOf(value);
  const kind = record?.['kind'];
  const fields = recordOf(record?.['fields']);
  if (record === undefined || !isReadKind(kind) || fields === undefined) {
    tell(`it wants a kind (one of ${Object.keys(readKinds).join(', ')}) and fields`);
    return undefined;
  }
  const rows = listOf(record['rows'] ?? [], VIEWS_MAX);
  if (rows === undefined) tell('rows is not a list of conditions');
  const view = {
    kind,
    rows: (rows ?? []).flatMap((one) => checkCondition(one, tell)),
    fields: checkFields(kind, fields, tell),
  } as MappedView;
  tellUnknown(refsOfView(view), known, tell);
  return view;
}

function refText(ref: HeaderRef): string {
  return typeof ref === 'string' ? `'${ref}'` : `'${ref.header}' (number ${ref.nth})`;
}

function checkFields(
  kind: ReadKind,
  fields: Readonly<Record<string, unknown>>,
  tell: Tell,
): MappedView['fields'] {
  const specs = Object.entries<ColumnSpec>(readKinds[kind]);
  const checked: [string, unknown][] = [];
  for (const [header, source] of Object.entries(fields)) {
    const found = specs.find(([, spec]) => spec.header === header);
    if (found === undefined) {
      tell(`'${header}' is no column of ${kind}`);
      continue;
    }
    const [field, spec] = found;
    const taken = checkSource(source, {
      field,
      spec,
      tell: (what) => {
        tell(`'${header}' ${what}`);
      },
    });
    if (taken !== undefined) checked.push([header, taken]);
  }
  for (const [, { header, bold, cellMayBeBlank }] of specs) {
    const isNeeded = bold === true && cellMayBeBlank !== true;
    if (isNeeded && !Object.hasOwn(fields, header))
      tell(`nothing says where '${header}' comes from`);
  }
  return Object.fromEntries(checked) as MappedView['fields'];
}

interface OfField {
  readonly field: string;
  readonly spec: ColumnSpec;
  readonly tell: Tell;
}

function checkSource(value: unknown, of: OfField): unknown {
  const record = recordOf(value);
  if (record === undefined) {
    of.tell('has no source');
    return undefined;
  }
  if (record['columns'] !== undefined) return columnSource(record, of);
  if (record['constant'] !== undefined) return constantSource(record['constant'], of);
  if (record['address'] === true) return { address: true, ...suffixOf(record, of) };
  if (record['sheet'] === true) return { sheet: true, ...valuesOf(record, of) };
  of.tell('wants one of columns, constant, address and sheet');
  return undefined;
}

function columnSource(record: Readonly<Record<string, unknown>>, of: OfField): unknown {
  const columns = refsOf(record['columns']);
  if (columns === undefined || columns.length === 0) {
    of.tell('wants a list of headers as its columns');
    return undefined;
  }
  return {
    columns,
    ...suffixOf(record, of),
    ...ruleOf(record, 'sign', { of, choices: ['as-written', 'negated'], types: moneyTypes }),
    ...ruleOf(record, 'decimal', { of, choices: ['.', ','], types: numberTypes }),
    ...ruleOf(record, 'dates', { of, choices: ['dmy', 'mdy', 'ymd'], types: ['moment'] }),
    ...ruleOf(record, 'swapped', { of, choices: [true, false], types: ['moment'] }),
    ...ruleOf(record, 'reversed', { of, choices: [true], types: ['flag'] }),
    ...currencyOf(record, of),
    ...fillDownOf(record, of),
    ...valuesOf(record, of),
    ...filledOf(record, of),
  };
}

const moneyTypes: readonly ColumnType[] = ['cents', 'optionalCents'];
const numberTypes: readonly ColumnType[] = [...moneyTypes, 'quantity'];
const wordTypes: readonly ColumnType[] = ['text', 'choice', 'flag', 'voided'];

function ruleOf(
  record: Readonly<Record<string, unknown>>,
  rule: string,
  is: {
    readonly of: OfField;
    readonly choices: readonly unknown[];
    readonly types: readonly ColumnType[];
  },
): Record<string, unknown> {
  const value = record[rule];
  if (value === undefined) return {};
  const { tell, spec } = is.of;
  if (!is.types.includes(spec.type)) tell(`is of a type that has no rule ${rule}`);
  else if (is.choices.includes(value)) return { [rule]: value };
  else tell(`has a rule ${rule} that is none of ${is.choices.join(', ')}`);
  return {};
}

function currencyOf(record: Readonly<Record<string, unknown>>, of: OfField): object {
  const currency = record['currency'];
  if (currency === undefined) return {};
  const text = textOf(currency);
  if (text === undefined || text === '' || text.length > 8)
    of.tell('has a currency that is no sign');
  else if (moneyTypes.includes(of.spec.type)) return { currency: text };
  else of.tell('is no amount and has no currency');
  return {};
}

/** Amounts, dates and ids are never filled down (D7). */
function fillDownOf(record: Readonly<Record<string, unknown>>, of: OfField): object {
  if (record['fillDown'] === undefined) return {};
  if (record['fillDown'] !== true) of.tell('has a rule fillDown that is not true');
  else if (wordTypes.includes(of.spec.type) && !holdsIds(of)) return { fillDown: true };
  else of.tell('is an amount, a date or an id, which are never filled down');
  return {};
}

/** `and` belongs to the id of the row itself: other ids name rows of other tables. */
function suffixOf(record: Readonly<Record<string, unknown>>, of: OfField): object {
  const and = record['and'];
  if (and === undefined) return {};
  const text = textOf(and);
  if (text === undefined || text === '') of.tell('has an addition to its id that is no text');
  else if (of.field === 'id' && of.spec.type === 'text') return { and: text };
  else of.tell('is not the id of the row: nothing can be put behind it');
  return {};
}

function valuesOf(record: Readonly<Record<string, unknown>>, of: OfField): object {
  if (record['values'] === undefined) return {};
  const values = recordOf(record['values']);
  const pairs = Object.entries(values ?? {});
  if (values === undefined || pairs.length > WORDS_MAX || !pairs.every(([, to]) => isText(to))) {
    of.tell('has values that are not pairs of texts');
    return {};
  }
  if (!wordTypes.includes(of.spec.type)) {
    of.tell('is of a type that has no rule values');
    return {};
  }
  for (const [from, to] of pairs)
    if (!isMeaning(String(to), of.spec)) of.tell(notOne(from, String(to), of));
  return { values: Object.fromEntries(pairs) };
}

function notOne(from: string, to: string, { spec }: OfField): string {
  const words = (spec.choices ?? ['Yes', 'No']).filter((choice) => choice !== '').join(', ');
  return `takes '${from}' for '${to}', which is none of ${words}`;
}

function filledOf(record: Readonly<Record<string, unknown>>, of: OfField): object {
  const filled = record['filled'];
  if (filled === undefined) return {};
  const isWord = of.spec.type !== 'text' && wordTypes.includes(of.spec.type);
  if (isWord && isText(filled) && isMeaning(filled, of.spec)) return { filled };
  of.tell('has a meaning of filled cells that the column does not know');
  return {};
}

/** True where a text is a choice of the column, or Yes or No of a flag; any text is one of a text column. */
function isMeaning(text: string, { type, choices = [], valueSynonyms = {} }: ColumnSpec): boolean {
  if (type === 'text') return true;
  if (type === 'flag' || type === 'voided') return ['Yes', 'No', ''].includes(text);
  const words = [...choices, ...Object.keys(valueSynonyms), ''];
  return words.some((word) => foldWord(word) === foldWord(text));
}

function constantSource(constant: unknown, of: OfField): unknown {
  const { spec, tell } = of;
  if (!isText(constant)) tell('has a constant that is no text');
  else if (spec.type === 'moment') {
    const read = parseMoment(constant, { date1904: false, order: 'unknown', compact: 'no' });
    if (constant === '' || read.outcome === 'moment') return { constant };
    tell('has a constant that is no date such as 2024-03-31');
  } else if (!wordTypes.includes(spec.type))
    tell('is a number: it cannot be the same in every row');
  else if (isMeaning(constant, spec)) return { constant };
  else tell(`has the constant '${constant}', which the column does not know`);
  return undefined;
}

function checkCondition(value: unknown, tell: Tell): RowCondition[] {
  const record = recordOf(value) ?? {};
  const money = record['money'] === undefined ? undefined : refsOf(record['money']);
  if (money !== undefined && money.length > 0) return [{ money }];
  const [filled, blank, column] = ['filled', 'blank', 'column'].map((name) =>
    refOfValue(record[name]),
  );
  if (filled !== undefined) return [{ filled }];
  if (blank !== undefined) return [{ blank }];
  const is = textsOf(record['is'], WORDS_MAX);
  const isNot = textsOf(record['isNot'], WORDS_MAX);
  if (column !== undefined && is !== undefined) return [{ column, is }];
  if (column !== undefined && isNot !== undefined) return [{ column, isNot }];
  tell('a condition of its rows is none of money, filled, blank, is and isNot');
  return [];
}

function isReadKind(kind: unknown): kind is ReadKind {
  return typeof kind === 'string' && Object.hasOwn(readKinds, kind);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= TEXT_MAX;
}

function textOf(value: unknown): string | undefined {
  return isText(value) ? value : undefined;
}

function listOf(value: unknown, max: number): readonly unknown[] | undefined {
  return Array.isArray(value) && value.length <= max ? (value as readonly unknown[]) : undefined;
}

function textsOf(value: unknown, max: number): string[] | undefined {
  const list = listOf(value, max);
  return list?.every(isText) === true ? [...list] : undefined;
}

function refsOf(value: unknown): HeaderRef[] | undefined {
  const refs = listOf(value, HEADERS_MAX)?.map(refOfValue);
  return refs?.every((ref) => ref !== undefined) === true ? refs : undefined;
}

function refOfValue(value: unknown): HeaderRef | undefined {
  if (isText(value)) return value === '' ? undefined : value;
  const record = recordOf(value);
  const header = textOf(record?.['header']);
  const nth = record?.['nth'];
  if (header === undefined || header === '' || typeof nth !== 'number') return undefined;
  return Number.isInteger(nth) && nth >= 1 && nth <= HEADERS_MAX ? { header, nth } : undefined;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}
