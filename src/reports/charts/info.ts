/** What stands beside the charts: what each figure is, and what could not be drawn and why. */
import { momentText } from '../../core/day';
import { wholeMonths } from '../../core/period';
import type { AllocatedLedger } from '../../engine/allocateLedger';
import { optionsOf } from '../../engine/options';
import type { CommissionFigures } from '../commission/figures';
import { commissionOptions } from '../commission/info';
import { refusedNames } from '../commission/summary';
import { infoBlock } from '../infoBlock';
import type { ReportRequest } from '../request';
import { BARS_MOST, LINES_MOST, type MonthFigures } from './months';

const BASIS = 'Net Production is Tot Prod and Collections is Total Income of Production & Income';
const OF_COMMISSION =
  'Commission is that of Commission Summary, before guarantees, draws and what is carried forward';

export function chartsInfo(
  of: MonthFigures,
  {
    allocated,
    request,
    shown,
  }: {
    readonly allocated: AllocatedLedger;
    readonly request: ReportRequest;
    readonly shown: number;
  },
): [string, string][] {
  const { commission } = of;
  const block = infoBlock('charts', request, {
    question: 'What did the practice and each provider produce, collect and earn in each month?',
    basis: commission === undefined ? BASIS : `${BASIS}; ${OF_COMMISSION}`,
  });
  const income = optionsOf('production-income', request.options)
    .filter(([name]) => name !== 'scheduled-less-write-off')
    .map(([name, value]) => `${name}: ${value}`);
  const options = new Set([
    ...income,
    ...(commission === undefined ? [] : commissionOptions(commission)),
  ]);
  return [
    ...block,
    ['Options', [...options].join(', ')],
    ...partMonths(of),
    ...(commission === undefined
      ? [['Commission', 'left out: the workbook has no table Commission Plans'] as [string, string]]
      : commissionNotes(commission, allocated)),
    ...notDrawn(of, shown),
  ];
}

/** A month that the period cuts is not compared with whole ones unseen. */
function partMonths({ months }: MonthFigures): [string, string][] {
  const cut = months.filter(({ from, to }) => {
    const whole = wholeMonths(from, from);
    return whole.from !== from || whole.to !== to;
  });
  if (cut.length === 0) return [];
  const names = cut.map(({ from }) => momentText(from).slice(0, 'YYYY-MM'.length));
  return [['Months', `only a part of ${names.join(' and ')} lies in the period`]];
}

function commissionNotes(of: CommissionFigures, { ledger }: AllocatedLedger): [string, string][] {
  const notes: [string, string][] = [];
  const refused = refusedNames(of);
  if (refused.length > 0) {
    const names = refused.join(', ');
    notes.push(['Commission', `none for ${names}: Commission Summary says why`]);
  }
  const long = ledger.plans.rules.filter(
    ({ tierPeriod }) => tierPeriod === 'quarter' || tierPeriod === 'year',
  );
  if (long.length > 0) {
    const periods = [...new Set(long.map(({ tierPeriod }) => tierPeriod))].sort().join(' and ');
    notes.push([
      'Tiers',
      `some plans count their tiers by ${periods}: the month that reaches a tier has what it changes for the months before it`,
    ]);
  }
  return notes;
}

function notDrawn({ months }: MonthFigures, providers: number): [string, string][] {
  if (providers === 0) return [['Charts', 'none: nothing was produced, collected or earned']];
  const notes: string[] = [];
  if (providers > BARS_MOST) notes.push(`bars of ${providers} providers could not be seen`);
  if (months.length > 1 && providers > LINES_MOST) {
    notes.push(`lines of ${providers} providers could not be told apart`);
  }
  return notes.length === 0 ? [] : [['Charts', `${notes.join('; ')}: the tables have them`]];
}
