/** The money columns of the Production & Income sheets (P20 to P22, section 1.3). */
import { writeOffMeasures } from '../../engine/incomeFigures';
import type { Options } from '../../engine/options';
import type { Measure } from '../../engine/posting';
import { cents, type SheetColumn } from '../sheet';
import { type MeasureSums, sumOf } from './selection';

export interface MoneyColumn {
  readonly head: string;
  readonly of: readonly Measure[];
}

/** Writeoff, or with write-off-date=claim its two columns (W3). */
export function writeOffColumns(options: Options): MoneyColumn[] {
  const measures = writeOffMeasures(options);
  const heads = measures.length === 1 ? ['Writeoff'] : ['Writeoff Est', 'Writeoff Adj'];
  return measures.map((measure, place) => ({ head: heads[place] ?? '', of: [measure] }));
}

/** Scheduled work, less the estimated write-off where the option says so (P9). */
export function scheduledColumn(options: Options): MoneyColumn {
  const isLess = options['scheduled-less-write-off'] === 'yes';
  return { head: 'Sched', of: isLess ? ['scheduled', 'scheduledWriteOff'] : ['scheduled'] };
}

/** Unearned money counts where the option says so; left out it is 0.00 and in no total (P21, U3). */
export function unearnedMeasures(options: Options): readonly Measure[] {
  return options['include-unearned'] === 'yes' ? ['unearned'] : [];
}

function total(head: string, columns: readonly MoneyColumn[]): MoneyColumn {
  return { head, of: columns.flatMap(({ of }) => of) };
}

/** Columns of Annual and Provider; Monthly has Sched besides, and the discounts of scheduled work. */
export function summaryColumns(options: Options, isMonthly = false): MoneyColumn[] {
  const production: MoneyColumn = { head: 'Production', of: ['production'] };
  const adjustments: MoneyColumn = {
    head: 'Adjustments',
    of: isMonthly ? ['adjustment', 'scheduledDiscount'] : ['adjustment'],
  };
  const done = [
    production,
    ...(isMonthly ? [scheduledColumn(options)] : []),
    adjustments,
    ...writeOffColumns(options),
  ];
  const income: MoneyColumn[] = [
    { head: 'Pt Income', of: ['patientIncome'] },
    { head: 'Unearned Pt Income', of: unearnedMeasures(options) },
    { head: 'Ins Income', of: ['insuranceIncome'] },
  ];
  return [...done, total('Tot Prod', done), ...income, total('Total Income', income)];
}

export function sheetColumns(columns: readonly MoneyColumn[]): SheetColumn[] {
  return columns.map(({ head }) => cents(head));
}

/** The cells of a row of sums. */
export function moneyCells(columns: readonly MoneyColumn[], sums: MeasureSums): number[] {
  return columns.map(({ of }) => sumOf(sums, of));
}
