/** What plans would pay, and what a run would say of them, as texts. */
import { at } from '../../core/assert';
import { moneyText } from '../../core/cents';
import { type PlanDraft } from '../../ledger/planDraft';
import { type Problem, titleOfCode } from '../../ledger/problem';
import { cellAddress } from '../../ledger/tables';
import {
  type Pay,
  type PayChange,
  payChanges,
  type PlanPay,
} from '../../reports/commission/planPay';
import type { PayFigure, PayRow, PayTable, PlanProblem } from './types';

export function payTable(now: PlanPay, then: PlanPay, order: readonly string[]): PayTable {
  const all = payChanges(now, then, order);
  const isSame = ({ now: a, then: b }: PayChange): boolean =>
    a.base === b.base && a.payable === b.payable;
  return {
    changed: all.filter((one) => !isSame(one)).map(rowOf),
    unchanged: all.filter(isSame).map(rowOf),
    total: rowOf({ provider: 'Total', now: now.total, then: then.total }),
  };
}

function rowOf({ provider, now, then }: PayChange): PayRow {
  const figure = (of: (pay: Pay) => number): PayFigure => figureOf(of(now), of(then));
  return {
    name: provider,
    payable: figure(({ payable }) => payable),
    base: figure(({ base }) => base),
  };
}

function figureOf(now: number, then: number): PayFigure {
  const change = then - now;
  const sign = change > 0 ? '+' : '';
  return {
    now: moneyText(now),
    then: moneyText(then),
    change: change === 0 ? '' : `${sign}${moneyText(change)}`,
  };
}

/** Problems of plans with the row and the field that they are about. */
export function planProblemsOf(
  problems: readonly Problem[],
  { tables, rows }: PlanDraft,
  keys: readonly string[],
): PlanProblem[] {
  const places = new Map<string, { readonly key: string; readonly field: string }>();
  for (const [place, { source, sheetRow }] of rows.entries()) {
    const table = tables.find((one) => one.place === source);
    for (const [field, { sheetColumn }] of table?.fields ?? []) {
      const cell = `${table?.sheet ?? ''} ${cellAddress(sheetColumn, sheetRow)}`;
      places.set(cell, { key: at(keys, place), field });
    }
  }
  return problems.map(({ code, severity, sheet, cell, column, found, done, fix }) => ({
    ...(places.get(`${sheet} ${cell}`) ?? { key: '', field: '' }),
    place: `${sheet} ${cell}${column === '' ? '' : `, ${column}`}`.trim(),
    title: titleOfCode(code),
    found,
    done,
    fix,
    isHeld: severity === 'held',
  }));
}
