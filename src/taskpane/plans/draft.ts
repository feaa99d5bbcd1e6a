/** The plans as a person has edited them: no React, no Excel. */
import type { DraftPlan, ListedPlan, PlanBook, PlanField, PlanTexts } from '../../app/plans/types';

/** A row of the draft: of a listed plan, or a new one. */
export interface DraftRow extends DraftPlan {
  readonly listed: ListedPlan | undefined;
  readonly isRemoved: boolean;
}

export type RowState = 'new' | 'changed' | 'removed' | 'same';

export function rowsOf({ plans }: PlanBook): DraftRow[] {
  return plans.map((plan) => ({
    key: plan.key,
    texts: plan.texts,
    listed: plan,
    isRemoved: false,
  }));
}

export function stateOf({ listed, texts, isRemoved }: DraftRow): RowState {
  if (isRemoved) return 'removed';
  if (listed === undefined) return 'new';
  return isSame(listed.texts, texts) ? 'same' : 'changed';
}

function isSame(one: PlanTexts, other: PlanTexts): boolean {
  return Object.keys({ ...one, ...other }).every(
    (field) => (one[field] ?? '').trim() === (other[field] ?? '').trim(),
  );
}

function isEmpty(texts: PlanTexts): boolean {
  return isSame(texts, {});
}

/** Rows that would be written. A new row is none before something stands in it. */
export function changesIn(rows: readonly DraftRow[]): number {
  return rows.filter((row) => {
    const state = stateOf(row);
    return state === 'new' ? !isEmpty(row.texts) : state !== 'same';
  }).length;
}

export function plansIn(rows: readonly DraftRow[]): DraftPlan[] {
  return rows.flatMap(({ key, texts, isRemoved }) => (isRemoved ? [] : [{ key, texts }]));
}

export function withText(
  rows: readonly DraftRow[],
  key: string,
  changed: { readonly field: string; readonly text: string },
): DraftRow[] {
  return rows.map((row) =>
    row.key === key ? { ...row, texts: { ...row.texts, [changed.field]: changed.text } } : row,
  );
}

/** Takes a new row out; a listed one is marked, so that it can be put back. */
export function withoutRow(rows: readonly DraftRow[], key: string): DraftRow[] {
  return rows.flatMap((row) => {
    if (row.key !== key) return [row];
    return row.listed === undefined ? [] : [{ ...row, isRemoved: true }];
  });
}

/** A listed row as it stands in the workbook. */
export function withRowBack(rows: readonly DraftRow[], key: string): DraftRow[] {
  return rows.map((row) =>
    row.key === key && row.listed !== undefined
      ? { ...row, texts: row.listed.texts, isRemoved: false }
      : row,
  );
}

/** `30 % of Gross production`, as a person says it. */
export function titleOf({ texts }: DraftPlan, fields: readonly PlanField[]): string {
  const rate = texts['rate'] ?? '';
  const basis = labelOf(texts, 'basis', fields);
  if (rate === '' && basis === '') return 'Nothing yet';
  return `${rate === '' ? 'No rate' : rate} of ${basis === '' ? 'no basis' : inSentence(basis)}`;
}

/** `Gross production` in the middle of a sentence; CPT stays as it is. */
function inSentence(words: string): string {
  return /^[A-Z][a-z]/.test(words) ? `${words.charAt(0).toLowerCase()}${words.slice(1)}` : words;
}

export function providerOf({ texts }: DraftPlan, fields: readonly PlanField[]): string {
  const name = labelOf(texts, 'provider', fields);
  return name === '' ? 'No provider' : name;
}

/** Every other filled column: `Applies To: D0120`. */
export function termsOf({ texts }: DraftPlan, fields: readonly PlanField[]): string[] {
  const inTitle = ['provider', 'basis', 'rate'];
  return fields
    .filter(({ name }) => !inTitle.includes(name) && (texts[name] ?? '') !== '')
    .map(({ name, label }) => `${label}: ${labelOf(texts, name, fields)}`);
}

function labelOf(texts: PlanTexts, field: string, fields: readonly PlanField[]): string {
  const text = texts[field] ?? '';
  const values = fields.find(({ name }) => name === field)?.values ?? [];
  return values.find(({ value }) => value === text)?.label ?? text;
}
