/** Closes periods of plain ledgers as the workbook does: through the cells of the sheet and back. */
import { dayOfMoment, dayText } from '../../../src/core/day';
import { atOnce } from '../../../src/core/steps';
import { allocateLedger } from '../../../src/engine/allocateLedger';
import { chooseOptions, negativeLinesOf } from '../../../src/engine/options';
import { layOut } from '../../../src/excel/layOut';
import { buildLedger } from '../../../src/ledger/buildLedger';
import { type ClosedPeriod, type Closes, noCloses } from '../../../src/ledger/closedPeriod';
import type { Ledger } from '../../../src/ledger/ledger';
import { endOfText, startOfText } from '../../../src/core/period';
import { closeReader } from '../../../src/reports/commission/closeCells';
import { closeSheet } from '../../../src/reports/commission/closeSheet';
import { type CommissionFigures, commissionFigures } from '../../../src/reports/commission/figures';
import type { PlainLedger } from '../plainLedger';
import { ledgerOf, testStamp } from '../run';
import { type Days, daysOf } from './run';

export type Plain = Partial<PlainLedger>;

export const salted: Closes = { ...noCloses, salt: 'salt' };

/** The figures of a period of a ledger with closed periods. */
export function figuresOf(
  plain: Plain,
  days: Days,
  { closes = salted, options = {} }: { closes?: Closes; options?: Record<string, string> } = {},
): CommissionFigures {
  const chosen = chooseOptions(Object.entries(options));
  if ('refusal' in chosen) throw new Error(chosen.refusal);
  const allocated = atOnce(
    allocateLedger(withCloses(plain, closes), negativeLinesOf(chosen.options)),
  );
  const { from, to } = daysOf(days);
  const period = { from: startOfText(from)!, to: endOfText(to)! };
  return atOnce(
    commissionFigures(allocated, {
      period,
      options: chosen.options,
      providers: undefined,
      locations: undefined,
      stamp: testStamp,
    }),
  );
}

export function withCloses(plain: Plain, closes: Closes): Ledger {
  return buildLedger(ledgerOf(plain as PlainLedger).tables, closes);
}

/** Closes a period: what the sheet keeps is read back from its cells. */
export function closed(
  plain: Plain,
  days: Days,
  of: { closes?: Closes; options?: Record<string, string> } = {},
): Closes {
  const { closes = salted } = of;
  const figures = figuresOf(plain, days, of);
  const { period } = figures.request;
  const name = `Close ${dayText(dayOfMoment(period.from)).slice(0, 7)}`;
  const { sheet, by } = atOnce(closeSheet(figures, { name, created: '', previous: '' }));
  const layout = layOut(sheet);
  expect(layout.sums).toEqual([]);
  const reader = closeReader({ date1904: false });
  // A cell keeps a text without the apostrophe that goes before it.
  reader.add(
    layout.rows.map((row) =>
      row.map((cell) => (typeof cell === 'string' && cell.startsWith("'") ? cell.slice(1) : cell)),
    ),
  );
  const lines = reader.finish();
  if (lines === undefined) throw new Error('the sheet of the close is not read back');
  const one: ClosedPeriod = { name, period, by, lines };
  return { ...closes, periods: [...closes.periods, one] };
}

/** Payable cents of a period by provider and basis, `A net-income`; nothing that is 0. */
export function payableOf(figures: CommissionFigures): Record<string, number> {
  const { names } = figures.allocated.ledger.providers;
  return Object.fromEntries(
    figures.figures
      .filter(({ payable }) => payable !== 0)
      .map(({ provider, basis, payable }) => [`${names[provider]!} ${basis}`, payable]),
  );
}
