/** The sheet Unearned: what is not earned yet, by type and provider (U1, U2, U7). */
import { at } from '../../core/assert';
import { NONE } from '../../core/brand';
import { byCodeUnit } from '../../core/order';
import type { Steps } from '../../core/steps';
import type { AllocatedLedger } from '../../engine/allocateLedger';
import {
  hiddenFlows,
  unearnedAt,
  type UnearnedFlow,
  unearnedFlows,
} from '../../engine/allocation/unearnedFlows';
import { places } from '../../engine/places';
import { isProviderShown, type ReportRequest } from '../request';
import { cents, type Check, text, type SheetTable, type Value } from '../sheet';

export function* unearnedTables(
  allocated: AllocatedLedger,
  request: ReportRequest,
): Steps<{ readonly tables: SheetTable[]; readonly checks: Check[] }> {
  const { ledger } = allocated;
  const { period, locations } = request;
  const where = places(allocated);
  const isInside = (row: number, charge: number): boolean =>
    locations === undefined || locations.has(where.ofPayment(row, charge === NONE ? NONE : charge));
  const flows = yield* unearnedFlows(allocated, period, isInside);
  const closing = flows.reduce((sum, flow) => sum + closingOf(flow), 0);
  const other = locations === undefined ? unearnedAt(ledger, period.to) : closing;
  return {
    tables: [unearnedTable(flows, allocated, request), ...hiddenTable(allocated, request)],
    checks: [
      {
        id: 'allocation.unearned',
        label:
          'Unearned: opening + receipts − transfers out − refunds = closing, as the rows themselves add up',
        differenceCents: closing - other,
      },
    ],
  };
}

function closingOf({ opening, receipts, out, refunds }: UnearnedFlow): number {
  return opening + receipts - out - refunds;
}

function unearnedTable(
  flows: readonly UnearnedFlow[],
  { ledger }: AllocatedLedger,
  request: ReportRequest,
): SheetTable {
  const { names } = ledger.providers;
  const values = (flow: UnearnedFlow): number[] => [
    flow.opening,
    flow.receipts,
    flow.out,
    flow.refunds,
    closingOf(flow),
  ];
  const filled = flows
    .filter((flow) => values(flow).some((value) => value !== 0))
    .sort((a, b) => byCodeUnit(a.type, b.type) || a.provider - b.provider);
  const shown = filled.filter(({ provider }) => isProviderShown(request, at(names, provider)));
  const sums = [0, 1, 2, 3, 4].map((column) =>
    filled.reduce((sum, flow) => sum + at(values(flow), column), 0),
  );
  return {
    title: 'Unearned',
    columns: [
      text('Type'),
      text('Provider'),
      cents('Opening'),
      cents('Receipts'),
      cents('Transfers Out'),
      cents('Refunds'),
      cents('Closing'),
    ],
    rows: shown.map((flow): Value[] => [flow.type, at(names, flow.provider), ...values(flow)]),
    total: ['Total', null, ...sums],
  };
}

/** Prepayments for planned work: in no figure of income, and not in the total above (P11, U1). */
function hiddenTable(
  { ledger }: AllocatedLedger,
  { period, locations }: ReportRequest,
): SheetTable[] {
  const hidden = [...hiddenFlows(ledger, period)].sort(([a], [b]) => byCodeUnit(a, b));
  if (hidden.length === 0 || locations !== undefined) return [];
  return [
    {
      title: 'Hidden prepayments, in no figure of income',
      columns: [text('Type'), cents('Opening'), cents('Change'), cents('Closing')],
      rows: hidden.map(([type, [opening, closing]]): Value[] => [
        type,
        opening,
        closing - opening,
        closing,
      ]),
    },
  ];
}
