/** What became of a run, in words; it is loaded with the reports. */
import { counted } from '../core/counted';
import { centsText } from '../core/cents';
import { periodFromText, periodToText } from '../core/period';
import { reportSpecs } from '../reports/catalogue';
import { foundTable } from './inspection';
import { optionEffectTexts } from './optionEffectTexts';
import type { RefreshOutcome } from './pane';
import type { RunOutcome } from './runReports';

/** `busy` is what there is to tell besides. */
export function refreshOutcome(outcome: RunOutcome, busy: string): RefreshOutcome {
  const { problems } = outcome;
  if (outcome.kind === 'refused') return { kind: 'refused', reasons: outcome.reasons, problems };
  const { allocated, period, heldRows, checks, sources, written, sheets, effects } = outcome;
  const { ledger } = allocated;
  const titles = new Map<string, string>(reportSpecs.map(({ name, title }) => [name, title]));
  const reportOf = new Map(sheets.map(({ name, report }) => [name, titles.get(report)]));
  const from = periodFromText(period);
  const to = periodToText(period);
  return {
    kind: 'done',
    period: `${from} to ${to}`,
    sheets: written.map(({ sheet, writtenAs }) => ({
      sheet,
      writtenAs,
      report: reportOf.get(sheet) ?? 'About this run',
    })),
    tieOuts: checks.map(({ label, differenceCents }) => ({
      label,
      difference: centsText(differenceCents),
      isOk: differenceCents === 0,
    })),
    effects: optionEffectTexts(effects),
    problems,
    tables: sources.map((source, place) => foundTable(ledger, source, place)),
    held: heldText(heldRows),
    note: [hasRows(outcome) ? '' : 'No row of the ledger lies in this period.', busy]
      .join(' ')
      .trim(),
  };
}

function heldText(rows: number): string {
  if (rows === 0) return '';
  return rows === 1 ? '1 row was held back' : `${counted(rows)} rows were held back`;
}

/** Whether anything was collected or invoiced in the period: an empty report is worth a word. */
function hasRows({ allocated, period }: Extract<RunOutcome, { kind: 'done' }>): boolean {
  const { charges, invoices, payments } = allocated.ledger;
  return [charges.service, invoices.closed, payments.date].some((column) =>
    column.some((moment) => moment >= period.from && moment <= period.to),
  );
}
