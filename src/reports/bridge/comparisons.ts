/** Two reports of one range side by side, with the reason for every difference. */
import { contains } from '../../core/period';
import type { Steps } from '../../core/steps';
import { accountAdjustments, adjustmentNames } from '../../engine/accountAdjustments';
import { collected } from '../../engine/collected';
import type { AllocatedLedger } from '../../engine/allocateLedger';
import { cptCollections } from '../../engine/cptCollections';
import { fateOf } from '../../engine/cptPieces';
import type { EarnedIncome } from '../../engine/earnedIncome';
import { sales } from '../../engine/sales';
import { type BilledFigures, isPerformed } from '../cptBilled';
import { collectedFigures } from '../cptCollected';
import { cptScope } from '../cptScope';
import { invoicesInLocations, isOnInvoiceOf, standingLines } from '../lineFigures';
import type { ReportRequest } from '../request';
import { salesChoices } from '../sales';
import { componentWords } from '../salesDays';
import { salesSums } from '../salesSums';
import { cents, type Check, type SheetTable, text, type Value } from '../sheet';

export interface Comparisons {
  readonly tables: readonly SheetTable[];
  readonly checks: readonly Check[];
}

/** What the services of the ledger earn, and what those of the range were billed. */
export interface Services {
  readonly earned: EarnedIncome;
  readonly billed: BilledFigures;
}

type Step = readonly [line: string, cents: number];

/** From the first figure by the steps to the last; what is left is the residual. */
function compare(
  id: string,
  title: string,
  [from, ...rest]: readonly [Step, ...Step[]],
): { readonly table: SheetTable; readonly check: Check } {
  const steps = rest.slice(0, -1);
  const to = rest[rest.length - 1] ?? from;
  const walked = steps.reduce((sum, [, amount]) => sum + amount, from[1]);
  const residual = walked - to[1];
  const shown = steps.filter(([, amount]) => amount !== 0);
  const rows: Value[][] = [from, ...shown, to, ['Residual', residual]].map((step) => [...step]);
  return {
    table: { title, columns: [text('Line'), cents('Amount')], rows, anchors: [0, rows.length - 2] },
    check: { id: `bridge.${id}`, label: `${title}: residual`, differenceCents: residual },
  };
}

/** The pairs that users compare, where the tables of both are there. */
export function* comparisons(
  allocated: AllocatedLedger,
  request: ReportRequest,
  services: Services,
): Steps<Comparisons> {
  const pairs = [yield* billedAndCollected(allocated, request, services)];
  yield;
  pairs.push(yield* cashAndProviders(allocated, request));
  yield;
  if (allocated.ledger.sources.some(({ kind }) => kind === 'Invoices')) {
    pairs.push(invoicedAndCollected(allocated, request));
  }
  return { tables: pairs.map(({ table }) => table), checks: pairs.map(({ check }) => check) };
}

type Pair = ReturnType<typeof compare>;

/** CPT Billed Services by service date, CPT Collections (Gross) by payment date (Z-11). */
function* billedAndCollected(
  allocated: AllocatedLedger,
  request: ReportRequest,
  { earned, billed }: Services,
): Steps<Pair> {
  const { ledger } = allocated;
  const scope = cptScope(allocated, request);
  const takesOut = request.options['cpt-refunds'] === 'exclude-refunded';
  const pieces = yield* cptCollections(allocated, earned, takesOut);
  yield;
  const { total } = yield* collectedFigures(allocated, pieces, scope);
  const reached = { own: 0, earlier: 0, later: 0, claims: 0 };
  for (let piece = 0; piece < pieces.length; piece++) {
    if (pieces.fate[piece]! !== fateOf('collected') || !scope.isPieceIn(pieces, piece)) continue;
    if (!contains(request.period, pieces.moment[piece]!)) continue;
    const charge = pieces.charge[piece]!;
    const isOwn = earned.isEarned[charge]! === 1 && isPerformed(ledger, scope, charge);
    const isEarlier = ledger.charges.service[charge]! < request.period.from;
    const into =
      pieces.isClaim[piece]! === 1 ? 'claims' : isOwn ? 'own' : isEarlier ? 'earlier' : 'later';
    reached[into] += pieces.cents[piece]!;
  }
  const { first: value, second: income } = billed.total;
  return compare('billed-collected', 'Billed against collected', [
    ['Total Value of CPT Billed Services', value],
    [
      'Reductions of these services: contractual, allowed amount, claim level, write-offs',
      income - value,
    ],
    ['Earned by these services and not collected in the period', reached.own - income],
    ['Collected in the period for earlier services', reached.earlier],
    ['Collected in the period for later, or not yet billed, services', reached.later],
    ['Collected on claims without a line for it', reached.claims],
    ['Collected Amount of CPT Collections (Gross)', total.first],
  ]);
}

/** Cash Summary and Provider Summary: the components of Account Adjustments (S-9). */
function* cashAndProviders(allocated: AllocatedLedger, request: ReportRequest): Steps<Pair> {
  const made = yield* sales(allocated, salesChoices(request));
  yield;
  const parts = yield* accountAdjustments(made, request.period);
  const sums = salesSums(made, parts, request.period);
  return compare('cash-providers', 'Cash against Provider Summary', [
    ['Total of Cash Summary', sums.cash],
    ...adjustmentNames.map((name): Step => [componentWords[name], 0 - parts[name].cents]),
    ['Sales tax of the services', 0 - sums.tax],
    ['Total of Provider Summary', sums.services],
  ]);
}

/** What was invoiced in the range, and what was collected in it on closed invoices (I-28). */
function invoicedAndCollected(allocated: AllocatedLedger, request: ReportRequest): Pair {
  const { ledger, book } = allocated;
  const { period } = request;
  const isInside = isOnInvoiceOf(allocated, invoicesInLocations(allocated, request.locations));
  const isLine = standingLines(allocated);
  const size = { charges: ledger.charges.length, invoices: ledger.invoices.length };
  const sums = collected(allocated.allocation, period, size);
  const reached = { invoiced: 0, own: 0, earlier: 0 };
  for (let charge = 0; charge < size.charges; charge++) {
    if (isLine[charge]! === 0 || !isInside(charge)) continue;
    const isOwn = contains(period, book.closed[ledger.chargeInvoice[charge]!]!);
    if (isOwn) reached.invoiced += book.netCents[charge]!;
    reached[isOwn ? 'own' : 'earlier'] += sums.lineCents[charge]!;
  }
  return compare('invoiced-collected', 'Gross Invoicing against Collected Invoicing', [
    ['Total Invoiced of Gross Invoicing Summary', reached.invoiced],
    ['Invoiced in the period and not collected in it', reached.own - reached.invoiced],
    ['Collected in the period on invoices closed before', reached.earlier],
    ['Total Invoicing Collected of Practice Summary', reached.own + reached.earlier],
  ]);
}
