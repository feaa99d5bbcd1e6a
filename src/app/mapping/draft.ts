/** A mapping as a form: what each field can be, what was chosen, and what a choice makes of the mapping. */
import { foldWord } from '../../ledger/cellMarks';
import { holdsIds, mustBeFilled } from '../../ledger/columnReader';
import type { ColumnSpec } from '../../ledger/columnSpec';
import { readKinds, type ReadKind } from '../../ledger/kinds';
import type { ColumnFacts } from '../../ledger/mapping/columnFacts';
import { checkMapping } from '../../ledger/mapping/checkMapping';
import {
  addView,
  moneyField,
  removeView,
  replaceView,
  setMeaning,
  setRules,
  setSource,
} from '../../ledger/mapping/editMapping';
import { refName } from '../../ledger/mapping/fingerprint';
import {
  type ColumnRules,
  type ColumnSource,
  type FieldSource,
  type HeaderRef,
  type MappedView,
  refOf,
  type TableMapping,
} from '../../ledger/mapping/tableMapping';
import { proposeView } from '../../ledger/mapping/proposeView';
import { headerKey } from '../../ledger/recognise';
import { columnLetters } from '../../ledger/tables';
import { freeColumns, ofKind } from './proposal';
import type { Draft } from './types';

/** Names of the kinds, in the order of the ledger format. */
export const kindNames = Object.keys(readKinds) as readonly ReadKind[];

export interface Choice {
  readonly key: string;
  readonly label: string;
}

/** A field of a view by its canonical header. */
export interface FieldOf {
  /** Place of the view in the mapping. */
  readonly at: number;
  readonly header: string;
}

/** Where a field comes from, as it is shown. */
export interface FieldRow extends FieldOf {
  readonly isNeeded: boolean;
  /** Key of what was chosen; empty for `not there`. */
  readonly choice: string;
  readonly choices: readonly Choice[];
  /** Examples from its column; empty where it has none. */
  readonly samples: string;
  /** Why it was proposed, where its header does not say so. */
  readonly note: string;
  /** What stands in every row, where that was chosen. */
  readonly constant: string | undefined;
  /** Words that a constant can be; none where it can be any. */
  readonly words: readonly string[];
}

const NOT_THERE = '';
const SAME = 'same';
const ADDRESS = 'address';
const SHEET = 'sheet';
const SEVERAL = 'several';

/** The fields of a view: needed ones first, then those that are there, then the others. */
export function fieldRows(draft: Draft, at: number): FieldRow[] {
  const view = draft.mapping.views[at];
  if (view === undefined) return [];
  const rows = specsOf(view.kind).map(([field, spec]) =>
    fieldRow(draft, { at, view, field, spec }),
  );
  const rank = ({ isNeeded, choice }: FieldRow): number =>
    isNeeded ? 0 : choice === NOT_THERE ? 2 : 1;
  return rows.sort((a, b) => rank(a) - rank(b));
}

function specsOf(kind: ReadKind): [string, ColumnSpec][] {
  return Object.entries<ColumnSpec>(readKinds[kind]);
}

interface OfField {
  readonly at: number;
  readonly view: MappedView;
  readonly field: string;
  readonly spec: ColumnSpec;
}

function fieldRow(draft: Draft, of: OfField): FieldRow {
  const { at, view, spec } = of;
  const { header } = spec;
  const source = view.fields[header];
  const by = draft.proposed[at]?.get(header);
  const column = source === undefined ? undefined : columnOf(draft, source);
  const isConstant = source !== undefined && 'constant' in source;
  return {
    at,
    header,
    isNeeded: mustBeFilled(spec),
    choice: choiceOf(draft, source),
    choices: choicesOf(draft, of, source),
    samples: column?.samples.join(' · ') ?? '',
    note: column === undefined || by === undefined ? '' : notes[by],
    constant: isConstant ? source.constant : undefined,
    words: spec.type === 'flag' || spec.type === 'voided' ? ['Yes', 'No'] : (spec.choices ?? []),
  };
}

const notes = {
  header: '',
  like: 'Proposed, because the words are alike.',
  contents: 'Proposed, because of what stands in it.',
} as const;

/** The first column that a source reads. */
function columnOf(draft: Draft, source: FieldSource): ColumnFacts | undefined {
  if (!('columns' in source)) return undefined;
  const names = source.columns.map(refName);
  return draft.columns.find(({ ref }) => refName(ref) === names[0]);
}

function choiceOf(draft: Draft, source: FieldSource | undefined): string {
  if (source === undefined) return NOT_THERE;
  if ('constant' in source) return SAME;
  if ('address' in source) return ADDRESS;
  if ('sheet' in source) return SHEET;
  if (source.columns.length > 1) return SEVERAL;
  const column = columnOf(draft, source);
  return column === undefined ? NOT_THERE : `column ${String(column.index)}`;
}

function choicesOf(draft: Draft, of: OfField, source: FieldSource | undefined): Choice[] {
  const { field, spec } = of;
  const isText = ['text', 'choice', 'flag', 'voided'].includes(spec.type);
  const isId = holdsIds({ field, spec });
  const isMade = isText && !isId;
  const several = source !== undefined && 'columns' in source && source.columns.length > 1;
  const columns = draft.columns.map(({ index, header }) => ({
    key: `column ${String(index)}`,
    label: `${columnLetters(draft.place.column + index)}: ${header}`,
  }));
  return [
    { key: NOT_THERE, label: mustBeFilled(spec) ? 'Choose one' : 'Not there' },
    ...(several ? [{ key: SEVERAL, label: `First of ${namesOf(source.columns)}` }] : []),
    ...columns,
    ...(field === 'id' && isId ? [{ key: ADDRESS, label: 'None: the place of the row' }] : []),
    ...(isMade || spec.type === 'moment' ? [{ key: SAME, label: 'The same in every row' }] : []),
    ...(isMade ? [{ key: SHEET, label: 'The name of the sheet' }] : []),
  ];
}

function namesOf(columns: readonly HeaderRef[]): string {
  return columns.map((ref) => refOf(ref).header).join(', ');
}

/** The draft with another choice for a field. */
export function choose(draft: Draft, field: FieldOf, key: string): Draft {
  const { at, header } = field;
  const before = draft.mapping.views[at]?.fields[header];
  const source = sourceOf(draft, key, { field, before });
  const mapping = setSource(draft.mapping, field, source);
  const proposed = draft.proposed.map((by, place) =>
    place === at ? new Map([...by].filter(([name]) => name !== header)) : by,
  );
  return { ...draft, mapping, proposed };
}

/** Rules are those of a column: they go with it. */
function sourceOf(
  draft: Draft,
  key: string,
  of: { readonly field: FieldOf; readonly before: FieldSource | undefined },
): FieldSource | undefined {
  if (key === SAME) return { constant: '' };
  if (key === ADDRESS) return { address: true };
  if (key === SHEET) return { sheet: true };
  if (key === SEVERAL) return of.before;
  const column = draft.columns.find(({ index }) => key === `column ${String(index)}`);
  if (column === undefined) return undefined;
  const isReversed = saysOpposite(draft, of.field, column);
  return { columns: [column.ref], ...(isReversed ? { reversed: true } : {}) };
}

/** `Excluded from Commissions` says the opposite of Commissionable. */
function saysOpposite(draft: Draft, { at, header }: FieldOf, column: ColumnFacts): boolean {
  const view = draft.mapping.views[at];
  const found = view && specsOf(view.kind).find(([, spec]) => spec.header === header);
  return found?.[1].reversed?.some((word) => headerKey(word) === headerKey(column.header)) === true;
}

export function setConstant(draft: Draft, field: FieldOf, constant: string): Draft {
  return { ...draft, mapping: setSource(draft.mapping, field, { constant }) };
}

export function rename(draft: Draft, name: string): Draft {
  return { ...draft, mapping: { ...draft.mapping, name } };
}

/** The draft with another kind for one of its views: columns are proposed anew. */
export function chooseKind(draft: Draft, at: number, kind: ReadKind): Draft {
  if (at === 0) return ofKind(draft, kind);
  const { view, by } = beside(draft, kind);
  const proposed = draft.proposed.map((one, place) => (place === at ? by : one));
  return { ...draft, mapping: replaceView(draft.mapping, at, view), proposed };
}

/** The draft with money that stands in the same rows, such as payments beside charges. */
export function addBeside(draft: Draft, kind: ReadKind): Draft {
  const { view, by } = beside(draft, kind);
  return {
    ...draft,
    mapping: addView(draft.mapping, view),
    proposed: [...draft.proposed, by],
  };
}

export function removeBeside(draft: Draft, at: number): Draft {
  const proposed = draft.proposed.filter((_, place) => place !== at);
  return { ...draft, mapping: removeView(draft.mapping, at), proposed };
}

/** Money of a further view is in a column that serves nothing yet; dates and names may serve both. */
function beside(draft: Draft, kind: ReadKind): ReturnType<typeof proposeView> {
  const money = moneyField(kind);
  const free = new Set(freeColumns(draft).map(({ index }) => index));
  const columns = draft.columns.filter(
    ({ index, looks }) => free.has(index) || looks !== 'amounts',
  );
  const proposed = proposeView(kind, draft.cells, columns);
  const { fields } = proposed.view;
  const source = money === undefined ? undefined : fields[money];
  const column = source === undefined ? undefined : columnOf(draft, source);
  if (column === undefined || free.has(column.index)) return proposed;
  const others = Object.entries(fields).filter(([header]) => header !== money);
  return { ...proposed, view: { ...proposed.view, fields: Object.fromEntries(others) } };
}

/** How a column is written, as a question with answers. */
export interface RuleRow extends FieldOf {
  readonly rule: 'sign' | 'decimal' | 'dates' | 'swapped' | 'currency' | 'reversed' | 'fillDown';
  readonly label: string;
  readonly value: string;
  /** None for a text that is typed. */
  readonly choices: readonly Choice[];
}

const found: Choice = { key: '', label: 'Found out when it is read' };

const signChoices: readonly Choice[] = [
  found,
  { key: 'as-written', label: 'As it is written' },
  { key: 'negated', label: 'The other way round' },
];

const ruleChoices = {
  sign: signChoices,
  decimal: [found, { key: '.', label: '1,234.50' }, { key: ',', label: '1.234,50' }],
  dates: [
    found,
    { key: 'mdy', label: 'Month first: 3/31/2024' },
    { key: 'dmy', label: 'Day first: 31/3/2024' },
    { key: 'ymd', label: 'Year first: 24/3/31' },
  ],
  swapped: [
    found,
    { key: 'true', label: 'Day and month were exchanged by the paste' },
    { key: 'false', label: 'The dates are right' },
  ],
  reversed: [
    { key: '', label: 'Yes' },
    { key: 'true', label: 'No: the column says the opposite' },
  ],
  fillDown: [
    { key: '', label: 'Nothing' },
    { key: 'true', label: 'The same as the cell above' },
  ],
  currency: [],
} as const;

const ruleLabels = {
  sign: 'Sign',
  decimal: 'Numbers',
  currency: 'Currency, if it has one',
  dates: 'Order of the date',
  swapped: 'Pasted dates',
  reversed: 'A Yes there counts as',
  fillDown: 'A blank cell means',
} as const;

const rulesOfType: Readonly<Record<ColumnSpec['type'], readonly RuleRow['rule'][]>> = {
  cents: ['sign', 'decimal', 'currency'],
  optionalCents: ['sign', 'decimal', 'currency'],
  quantity: ['decimal'],
  rate: [],
  moment: ['dates', 'swapped'],
  flag: ['reversed'],
  voided: [],
  choice: ['fillDown'],
  text: ['fillDown'],
};

/** The questions that can be asked of the columns of a field; none where it is not read from a column. */
export function ruleRows(draft: Draft, { at, header }: FieldOf): RuleRow[] {
  const view = draft.mapping.views[at];
  const source = view?.fields[header];
  const found = view && specsOf(view.kind).find(([, spec]) => spec.header === header);
  if (source === undefined || !('columns' in source) || found === undefined) return [];
  const [field, spec] = found;
  const rules = rulesOfType[spec.type].filter(
    (rule) => rule !== 'fillDown' || !holdsIds({ field, spec }),
  );
  return rules.map((rule) => ({
    at,
    header,
    rule,
    label: ruleLabels[rule],
    value: ruleValue(source, rule),
    choices: choicesOfRule(rule, columnOf(draft, source)),
  }));
}

/** What is found out is named where the column shows it: it is kept with the mapping. */
function choicesOfRule(rule: RuleRow['rule'], column: ColumnFacts | undefined): readonly Choice[] {
  const choices: readonly Choice[] = ruleChoices[rule];
  const shown = rule === 'dates' || rule === 'decimal' ? column?.style[rule] : undefined;
  const known = choices.find(({ key }) => key === shown);
  if (known === undefined) return choices;
  return choices.map((one) =>
    one.key === '' ? { key: '', label: `Found out: ${known.label}` } : one,
  );
}

function ruleValue(source: ColumnSource, rule: RuleRow['rule']): string {
  const value = source[rule];
  return value === undefined ? '' : String(value);
}

export function setRule(draft: Draft, { at, header, rule }: RuleRow, value: string): Draft {
  const rules = { [rule]: ruleOf(rule, value) } as {
    readonly [Rule in keyof ColumnRules]: ColumnRules[Rule] | undefined;
  };
  return { ...draft, mapping: setRules(draft.mapping, { at, header }, rules) };
}

function ruleOf(rule: RuleRow['rule'], value: string): string | boolean | undefined {
  if (value.trim() === '') return undefined;
  const isYesNo = rule === 'swapped' || rule === 'reversed' || rule === 'fillDown';
  return isYesNo ? value === 'true' : value.trim();
}

/** Says what a minus means in a column of money. */
export function setSign(draft: Draft, field: FieldOf, sign: 'as-written' | 'negated'): Draft {
  return { ...draft, mapping: setRules(draft.mapping, field, { sign }) };
}

/** A word of the export and what it means in the ledger. */
export interface WordRow extends FieldOf {
  /** Empty for a blank cell. */
  readonly text: string;
  readonly count: number;
  /** What it was said to mean; empty where nothing was said. */
  readonly means: string;
  /** What it is understood as where nothing is said; empty where it is not. */
  readonly understood: string;
  /** None where it can be any text. */
  readonly choices: readonly string[];
}

/** The words of the columns whose meaning decides what a row does: types, flags. */
export function wordRows(draft: Draft, at: number): WordRow[] {
  const view = draft.mapping.views[at];
  if (view === undefined) return [];
  return specsOf(view.kind).flatMap(([field, spec]) => {
    const isWord =
      ['choice', 'flag'].includes(spec.type) || (spec.type === 'text' && field === 'type');
    const source = view.fields[spec.header];
    if (!isWord || source === undefined || !('columns' in source)) return [];
    const choices =
      spec.type === 'flag' ? ['Yes', 'No'] : (spec.choices ?? []).filter((one) => one !== '');
    const words = columnOf(draft, source)?.words ?? [];
    const isBlankFine = !mustBeFilled(spec);
    return words
      .filter(({ text }) => text !== '' || !isBlankFine)
      .map(({ text, count }) => ({
        at,
        header: spec.header,
        text,
        count,
        means: meaningOf(source, text),
        understood: understoodAs(text, spec),
        choices,
      }));
  });
}

function meaningOf({ values }: ColumnSource, text: string): string {
  const pair = Object.entries(values ?? {}).find(([from]) => foldWord(from) === foldWord(text));
  return pair?.[1] ?? '';
}

function understoodAs(
  text: string,
  { type, choices = [], valueSynonyms = {} }: ColumnSpec,
): string {
  const folded = foldWord(text);
  if (type === 'text') return text;
  if (type === 'flag')
    return ['yes', 'no', 'true', 'false', 'y', 'n', 'x', '1', '0'].includes(folded) ? text : '';
  const own = choices.find((choice) => choice !== '' && foldWord(choice) === folded);
  const other = Object.entries(valueSynonyms).find(([from]) => foldWord(from) === folded);
  return own ?? other?.[1] ?? '';
}

export function setWord(draft: Draft, { at, header, text }: WordRow, means: string): Draft {
  return { ...draft, mapping: setMeaning(draft.mapping, { at, header }, { text, means }) };
}

/**
 * The mapping as it is kept: with the order of dates and the decimal mark that its columns show now, so that
 * the next export is read in the same way where it does not show them.
 */
export function settledMapping(draft: Draft): TableMapping {
  return draft.mapping.views.reduce(
    (mapping, { fields }, at) =>
      Object.entries(fields).reduce((soFar, [header, source]) => {
        if (!('columns' in source) || source.columns.length !== 1) return soFar;
        const { dates, decimal } = columnOf(draft, source)?.style ?? {};
        const asked = ruleRows(draft, { at, header }).map(({ rule }) => rule);
        return setRules(
          soFar,
          { at, header },
          {
            ...(asked.includes('dates') ? { dates: source.dates ?? dates } : {}),
            ...(asked.includes('decimal') ? { decimal: source.decimal ?? decimal } : {}),
          },
        );
      }, mapping),
    draft.mapping,
  );
}

/** What keeps a mapping from being read: fields that come from nowhere, and what is wrong besides. */
export function whatIsMissing(draft: Draft): string[] {
  const lacking = draft.mapping.views.flatMap(({ kind, fields }, at) => {
    const needed = specsOf(kind).filter(([, spec]) => mustBeFilled(spec));
    const open = needed.flatMap(([, { header }]) => (isSaid(fields[header]) ? [] : [header]));
    const where = at === 0 ? '' : ` of the ${kind} beside it`;
    return open.length === 0 ? [] : [`Choose a column for ${open.join(' and ')}${where}.`];
  });
  if (lacking.length > 0) return lacking;
  const checked = checkMapping(draft.mapping);
  return 'reasons' in checked ? checked.reasons.map((reason) => `${reason}.`) : [];
}

/** The same in every row says nothing before the text is typed. */
function isSaid(source: FieldSource | undefined): boolean {
  return source !== undefined && !('constant' in source && source.constant.trim() === '');
}

/** Columns of amounts that nothing reads: what stands in them is in no figure. */
export function moneyLeftOut(draft: Draft): string[] {
  return freeColumns(draft)
    .filter(({ looks }) => looks === 'amounts')
    .map(({ header }) => header);
}
