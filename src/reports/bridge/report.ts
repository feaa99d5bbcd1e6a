/** The Reconciliation Bridge: why production, income, collections and cash of one range differ, to the cent. */
import type { Steps } from '../../core/steps';
import type { AllocatedLedger } from '../../engine/allocateLedger';
import { type Bridge, ledgerBridge } from '../../engine/bridge';
import { cashCents } from '../../engine/cash';
import { earnedIncome } from '../../engine/earnedIncome';
import { measures } from '../../engine/posting';
import { sales } from '../../engine/sales';
import { contains } from '../../core/period';
import type { Ledger } from '../../ledger/ledger';
import { type BilledFigures, billedFigures } from '../cptBilled';
import { selectedPostings } from '../income/selection';
import { salesChoices } from '../sales';
import { cptScope } from '../cptScope';
import { infoBlock } from '../infoBlock';
import type { ReportRequest } from '../request';
import { cents, count, type Check, type Report, type SheetTable, text, type Value } from '../sheet';
import { comparisons } from './comparisons';
import { trailBridge } from './trail';

const question = 'Why are production, income, collections and cash of the same range not the same?';
const basis =
  'Production by service date, earned income of the same services, money on lines by payment date, cash by payment date';
const trailBasis = 'The rows of the Audit Trail by their date';

function has(ledger: Ledger, ...kinds: readonly string[]): boolean {
  return kinds.every((kind) => ledger.sources.some((source) => source.kind === kind));
}

/** With an Audit Trail alone its own walk; with both the ledger's, and the trail's as a second table. */
export function* bridgeReport(allocated: AllocatedLedger, request: ReportRequest): Steps<Report> {
  const { ledger } = allocated;
  const trail = has(ledger, 'Audit Trail') ? [trailBridge(ledger, request)] : [];
  const tables: SheetTable[] = [];
  const checks: Check[] = [];
  const isLedger = has(ledger, 'Charges', 'Payments');
  if (isLedger) {
    const earned = yield* earnedIncome(allocated, request.options);
    yield;
    const billed = yield* billedFigures(allocated, earned, cptScope(allocated, request));
    const cashSummary = yield* cashSummaryOf(allocated, request);
    const bridge = yield* ledgerBridge(allocated, earned, { ...request, cashSummary });
    tables.push(bridgeTable(bridge));
    checks.push(...(yield* anchorChecks(allocated, request, { bridge, billed, cashSummary })));
    yield;
    const compared = yield* comparisons(allocated, request, { earned, billed });
    tables.push(...compared.tables);
    checks.push(...compared.checks);
  }
  tables.push(...trail.map(({ table }) => table));
  checks.push(...trail.flatMap((one) => one.checks));
  const sheet = {
    name: 'Reconciliation Bridge',
    report: 'bridge' as const,
    info: infoBlock('bridge', request, { question, basis: isLedger ? basis : trailBasis }),
    tables,
  };
  return { sheets: [sheet], checks, problems: [] };
}

function bridgeTable({ lines, residual }: Bridge): SheetTable {
  const rows = lines.map(({ line, cents: amount, rows: count }): Value[] => [line, amount, count]);
  return {
    title: 'Production to cash',
    columns: [text('Line'), cents('Amount'), count('Rows')],
    rows: [...rows, ['Residual', residual, 0]],
    anchors: lines.flatMap(({ isAnchor }, place) => (isAnchor ? [place] : [])),
  };
}

/** The total of Cash Summary. */
function* cashSummaryOf(allocated: AllocatedLedger, request: ReportRequest): Steps<number> {
  const { period, locations } = request;
  if (locations === undefined) return cashCents(allocated.ledger, period);
  const { money } = yield* sales(allocated, salesChoices(request));
  let cash = 0;
  for (let row = 0; row < money.payment.length; row++) {
    const isIn = money.isCash[row]! === 1 && contains(period, money.moment[row]!);
    if (isIn) cash += money.cents[row]!;
  }
  return cash;
}

/** The anchors against the reports' own totals. */
function* anchorChecks(
  allocated: AllocatedLedger,
  request: ReportRequest,
  of: { readonly bridge: Bridge; readonly billed: BilledFigures; readonly cashSummary: number },
): Steps<Check[]> {
  const { bridge, billed, cashSummary } = of;
  const { anchors, residual } = bridge;
  const postings = yield* allocated.posted();
  const ofMeasure = measures.indexOf('production');
  let gross = 0;
  for (const posting of yield* selectedPostings(allocated, postings, request)) {
    if (postings.measure[posting]! === ofMeasure) gross += postings.cents[posting]!;
  }
  const check = (id: string, label: string, differenceCents: number): Check => ({
    id: `bridge.${id}`,
    label,
    differenceCents,
  });
  return [
    check(
      'production',
      'Production = gross production of Production & Income',
      anchors.Production - gross,
    ),
    check(
      'income',
      'Income = Total Income of CPT Billed Services',
      anchors.Income - billed.total.second,
    ),
    check(
      'collections',
      'Collections = the steps from Income, and the steps to Cash',
      collectionsApart(bridge),
    ),
    check('cash', 'Cash = the total of Cash Summary', anchors.Cash - cashSummary),
    check('residual', 'Production with every step = Cash', residual),
  ];
}

/** What the steps up to Collections leave between them and the anchor. */
function collectionsApart({ lines, anchors }: Bridge): number {
  const from = lines.findIndex(({ line, isAnchor }) => isAnchor && line === 'Income');
  const to = lines.findIndex(({ line, isAnchor }) => isAnchor && line === 'Collections');
  const steps = lines.slice(from + 1, to).reduce((sum, one) => sum + one.cents, 0);
  return anchors.Income + steps - anchors.Collections;
}
