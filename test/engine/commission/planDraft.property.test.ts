/** What plans would pay (C1 to C14): the figures of a run now, and of one after the plans were really changed. */
import * as fc from 'fast-check';
import type { Closes } from '../../../src/ledger/closedPeriod';
import { planCell, planFields, planSpec, planText } from '../../../src/ledger/planCells';
import { planProblems } from '../../../src/reports/commission/report';
import { summaryTable } from '../../../src/reports/commission/summary';
import type { CommissionFigures } from '../../../src/reports/commission/figures';
import { closed, figuresOf, salted } from '../../support/commission/closing';
import { books, planRows } from '../../support/commission/randomBooks';
import { told, whatIf, withAllColumns } from '../../support/commission/whatIf';
import { holds } from '../../support/law';
import { mixedCases } from '../../support/mixedLedger';
import type { PlainLedger, PlainRow } from '../../support/plainLedger';
import { ledgerOf } from '../../support/run';

/** Rows of a draft, some of which a run refuses: two bases, a gap, an overlap, 0.30, unknown words and names. */
const draftRow = fc
  .record({
    row: planRows,
    rate: fc.oneof({ weight: 9, arbitrary: fc.constant('') }, fc.constantFrom('0.30', '130', 'x')),
    basis: fc.oneof({ weight: 9, arbitrary: fc.constant('') }, fc.constantFrom('production', ' ')),
    provider: fc.oneof(
      { weight: 9, arbitrary: fc.constant('') },
      fc.constantFrom('Nobody', 'Cole'),
    ),
    to: fc.constantFrom('', '', '', '2024-01-31', '2024-02-10'),
    retention: fc.oneof({ weight: 15, arbitrary: fc.constant('') }, fc.constant('5 %')),
    appliesTo: fc.oneof({ weight: 9, arbitrary: fc.constant('') }, fc.constant('EXAM')),
  })
  .map(({ row, rate, basis, provider, to, retention, appliesTo }): PlainRow => ({
    ...row,
    'Credit Share': row['Credit To'] === '' ? '' : row['Credit Share'],
    'Tier Method': row['Tier From'] === '' ? '' : row['Tier Method'],
    'Effective To': to,
    Retention: retention,
    'Applies To': appliesTo,
    ...(rate === '' ? {} : { Rate: rate }),
    ...(basis === '' ? {} : { Basis: basis }),
    ...(provider === '' ? {} : { Provider: provider }),
  }));
const drafts = fc.array(draftRow, { maxLength: 4 });

const mixed = mixedCases.map(({ tables, options }) => {
  const rows = tables['Commission Plans'] ?? [{ Provider: '*', Basis: 'net-income', Rate: '30 %' }];
  const has = tables.Charges === undefined ? { Charges: [] } : {};
  return { options, plain: { ...tables, ...has, 'Commission Plans': rows } };
});
const cases = fc.record({
  book: fc.oneof({ weight: 9, arbitrary: books }, mixed),
  draft: drafts,
  month: fc.constantFrom('2024-01', '2024-02', ['2024-01-01', '2024-03-31'] as const),
  isClosed: fc.nat(5).map((one) => one === 0),
});

/** Base and Payable by provider and in all, added up from the rows of the sheet. */
function payOf(of: CommissionFigures): Record<string, string> {
  const table = summaryTable(of);
  const sums = new Map<string, readonly [number, number]>();
  for (const row of [...table.rows, table.total!]) {
    const [base, payable] = sums.get(String(row[0])) ?? [0, 0];
    sums.set(String(row[0]), [base + Number(row[2]), payable + Number(row[6])]);
  }
  return Object.fromEntries([...sums].map(([name, [base, pay]]) => [name, `${base} ${pay}`]));
}

it('plans of a draft pay what a run pays once they are changed, and are refused in its words', () => {
  holds(cases, ({ book: { plain, options }, draft, month, isClosed }) => {
    const now = withAllColumns(plain, plain['Commission Plans']);
    const then = withAllColumns(plain, draft);
    const { problems } = ledgerOf(now as PlainLedger);
    if (problems.some(({ severity }) => severity === 'stopped')) return;
    const closes: Closes = isClosed ? closed(now, '2024-01', { options }) : salted;
    const before = figuresOf(now, month, { options, closes });
    const rows = draft.length === 0 ? now['Commission Plans']! : draft;
    const after = draft.length === 0 ? before : figuresOf(then, month, { options, closes });
    const changed = whatIf(before, rows);
    expect(changed.now).toEqual(payOf(before));
    expect(changed.then).toEqual(payOf(after));
    expect(changed.problems).toEqual(
      told([...after.allocated.ledger.problems, ...planProblems(after)]),
    );
  });
});

it('a cell is edited as a text, and kept as what it was', () => {
  holds(draftRow, (row) => {
    const cells = planFields.map((field) =>
      planCell(field, String(row[planSpec(field).header] ?? ''), false),
    );
    const shown = planFields.map((field, place) => planText(field, cells[place], false));
    expect(planFields.map((field, place) => planCell(field, shown[place]!, false))).toEqual(cells);
  });
});
