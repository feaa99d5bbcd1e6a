/** Asks of a plain ledger what other plans would pay, as the pane does: each cell is a text that a person edits. */
import { atOnce } from '../../../src/core/steps';
import { withPlans } from '../../../src/engine/commission/withPlans';
import { planCell, planFields, planSpec } from '../../../src/ledger/planCells';
import { plansAsTheyStand, readDraft } from '../../../src/ledger/planDraft';
import type { Problem } from '../../../src/ledger/problem';
import type { CommissionFigures } from '../../../src/reports/commission/figures';
import { payChanges, planPay } from '../../../src/reports/commission/planPay';
import type { PlainRow } from '../plainLedger';
import type { Plain } from './closing';

const heads = planFields.map((field) => planSpec(field).header);

/** Every column of the plans, so that both ledgers have their rows in the same cells. */
export function withAllColumns(plain: Plain, rows: readonly PlainRow[]): Plain {
  const blank = Object.fromEntries(heads.map((head) => [head, '']));
  return { ...plain, 'Commission Plans': rows.map((row) => ({ ...blank, ...row })) };
}

export interface WhatIf {
  readonly now: Record<string, string>;
  readonly then: Record<string, string>;
  readonly problems: readonly string[];
}

export function whatIf(
  { allocated, request }: CommissionFigures,
  rows: readonly PlainRow[],
): WhatIf {
  const { ledger } = allocated;
  const { tables } = plansAsTheyStand(ledger);
  const cellsOf = (row: PlainRow): [string, unknown][] =>
    planFields.map((field) => [
      field,
      planCell(field, String(row[planSpec(field).header] ?? ''), false),
    ]);
  const drafted = rows.map((row, place) => ({
    source: tables[0]!.place,
    sheetRow: place + 2,
    cells: new Map(cellsOf(row)),
  }));
  const read = atOnce(readDraft(ledger, { tables, rows: drafted }, { date1904: false }));
  const now = atOnce(planPay(allocated, request));
  const then = atOnce(planPay(withPlans(allocated, read.ledger), request));
  const changes = payChanges(now, then, ledger.providers.names);
  const shown = (of: typeof now, side: 'now' | 'then'): Record<string, string> => ({
    ...Object.fromEntries(
      changes
        .filter(({ provider }) => of.providers.has(provider))
        .map((one) => [one.provider, `${one[side].base} ${one[side].payable}`]),
    ),
    Total: `${of.total.base} ${of.total.payable}`,
  });
  return {
    now: shown(now, 'now'),
    then: shown(then, 'then'),
    problems: told([...read.problems, ...then.problems]),
  };
}

/** What is told of plans. */
export function told(problems: readonly Problem[]): string[] {
  return (
    problems
      .filter(({ sheet }) => sheet === 'Commission Plans')
      // A draft is kept as dates and amounts, the plain rows here are texts.
      .filter(({ code }) => !code.endsWith('_AS_TEXT'))
      .map(({ code, severity, cell, column, found, done, fix }) =>
        [code, severity, cell, column, found, done, fix].join(' | '),
      )
      .sort()
  );
}
