/** Closed pay periods for the pane: what there is, and closing and opening in words. */
import { moneyText } from '../../core/cents';
import { periodText } from '../../core/period';
import { surveySheets } from '../../excel/ownership';
import { inExcel } from '../../excel/session';
import { uses1904 } from '../../excel/readLedger';
import { stampNow, today } from '../clock';
import { closePeriod, reopenPeriod } from '../closePeriod';
import { inTurn } from '../inTurn';
import type { Settings } from '../paneBasics';
import { readCloses } from '../readCloses';
import { requestOf } from '../requestOf';
import { sentence } from '../sentence';
import type { PayState, PayTold } from './types';

export async function look(): Promise<PayState> {
  const { history, broken } = await inTurn(() =>
    inExcel(async (context) => {
      const sheets = await surveySheets(context);
      return readCloses(context, { sheets, date1904: await uses1904(context) });
    }),
  );
  const closes = history.map(({ name, period, created, payable, reopened }) => ({
    name,
    days: periodText(period),
    payable: moneyText(payable),
    state:
      reopened === undefined
        ? `Closed ${created}`
        : `Re-opened ${reopened.created}, because: ${reopened.reason}`,
    isClosed: reopened === undefined,
  }));
  return { closes: closes.reverse(), trouble: broken };
}

export async function close(settings: Settings): Promise<PayTold> {
  const { from, to, options, stamp } = requestOf(settings, { write: true });
  const outcome = await inTurn(() =>
    closePeriod({ from, to, options, stamp, today: today() }, () => undefined),
  );
  if (outcome.kind === 'refused') return refused(outcome.reasons);
  const { period, payable, writtenAs } = outcome;
  return {
    isDone: true,
    words: `${periodText(period)} is closed, ${moneyText(payable)} in all.`,
    fix: `The sheet ‘${writtenAs}’ keeps what was paid. Later changes are carried into the next period.`,
  };
}

export async function reopen(reason: string): Promise<PayTold> {
  const outcome = await inTurn(() => reopenPeriod({ reason, created: stampNow().created }));
  if (outcome.kind === 'refused') return refused(outcome.reasons);
  return {
    isDone: true,
    words: `‘${outcome.sheet}’ is open again.`,
    fix: 'Its sheet and the reason stay in the workbook. Refresh brings the reports up to date.',
  };
}

function refused(reasons: readonly string[]): PayTold {
  return { isDone: false, words: sentence(reasons.join('; ')), fix: '' };
}
