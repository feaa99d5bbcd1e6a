/** The sheet of a closed period: what was paid, line by line, as values that no later run rewrites (C20). */
import { assert, at } from '../../core/assert';
import { NONE } from '../../core/brand';
import { moneyText } from '../../core/cents';
import { periodText } from '../../core/period';
import type { Steps } from '../../core/steps';
import type { SourceKind } from '../../engine/commission/baseLines';
import { paidNow } from '../../engine/commission/paidNow';
import { rowDigests } from '../../engine/commission/rowDigests';
import { computedBy } from '../../engine/commission/settle';
import type { ComputedBy, PaidLine } from '../../ledger/closedPeriod';
import { bases } from '../../ledger/planKinds';
import type { RunSheet } from '../sheet';
import { linesTable } from './closeCells';
import { changeWords } from './closedWords';
import type { CommissionFigures } from './figures';
import { summaryTable } from './summary';
import { ruleReader } from './words';

/** What a close keeps: on its sheet, and of what it was computed. */
export interface Closing {
  readonly sheet: RunSheet;
  readonly by: ComputedBy;
  readonly payable: number;
}

export interface CloseWords {
  /** Such as `Close 2024-01`. */
  readonly name: string;
  readonly created: string;
  /** Digest of the close before; empty for the first one. */
  readonly previous: string;
}

/** The sheet of the period of the figures; they are those of all providers and locations. */
export function* closeSheet(of: CommissionFigures, words: CloseWords): Steps<Closing> {
  const { allocated, request, figures } = of;
  const by = computedBy(allocated.ledger, request.options, request.stamp.version);
  const lines = yield* paidLines(of);
  yield;
  const payable = figures.reduce((sum, one) => sum + one.payable, 0);
  const paid = lines.reduce((sum, one) => sum + one.cents, 0);
  const { total, ...summary } = summaryTable(of);
  // Values only: a total of Excel's own would be a formula.
  const totals = total === undefined ? [] : [total];
  const info: [string, string][] = [
    ['Question', 'What was paid for this period when it was closed?'],
    ['Period', periodText(request.period)],
    ['Closed', `${words.created}, Practice Ledger ${by.version}`],
    ['Payable', moneyText(payable)],
    ['Options', by.options],
    ['Close before', words.previous === '' ? 'none' : words.previous],
    [
      'Kept',
      'This sheet is never written again. A cell that is changed here is found by its digest; changes in the ledger are carried into the open period',
    ],
  ];
  const sheet: RunSheet = {
    name: words.name,
    report: 'run',
    info,
    tables: [{ ...summary, title: 'Paid', rows: [...summary.rows, ...totals] }, linesTable(lines)],
  };
  assert(payable === paid, 'the lines of a close add up to what it pays');
  return { sheet, by, payable };
}

/** What the period pays itself, and what it pays of the closed periods before it. */
function* paidLines(of: CommissionFigures): Steps<PaidLine[]> {
  const { allocated, commission, request, settled } = of;
  const { ledger } = allocated;
  const { names } = ledger.providers;
  const digests = yield* rowDigests(ledger);
  const now = yield* paidNow({ ledger, commission, settled: settled.restated }, request.period);
  const ruleOf = ruleReader({ ledger, commission });
  const lines: PaidLine[] = [];
  for (const [place, line] of now.entries()) {
    if (place % 500 === 499) yield;
    const { kind, id, charge } = line;
    lines.push({
      provider: at(names, line.provider),
      basis: at(bases, line.basis),
      moment: line.moment,
      about: '',
      table: kind,
      id,
      charge,
      paidFor: line.paidFor,
      base: line.base,
      cents: line.cents,
      rowDigest: digestOf(digests, kind, id),
      chargeDigest: digestOf(digests, 'Charges', charge),
      why: line.line === NONE ? '' : ruleOf(line.line),
    });
  }
  for (const change of settled.changes) {
    const { provider, basis, about, kind, id, charge } = change;
    lines.push({
      provider,
      basis,
      moment: request.period.from,
      about,
      table: kind,
      id,
      charge,
      paidFor: change.paidFor,
      base: change.base,
      cents: change.after - change.before,
      rowDigest: change.rowDigest,
      chargeDigest: change.chargeDigest,
      why: changeWords(ledger, change),
    });
  }
  return lines;
}

function digestOf(
  digests: { of(kind: SourceKind, id: string): string },
  kind: SourceKind | '',
  id: string,
): string {
  return kind === '' || id === '' ? '' : digests.of(kind, id);
}
