/** The Reconciliation Bridge: why production, income, collections and cash of one range differ, to the cent. */
import type { Steps } from '../../core/steps';
import type { AllocatedLedger } from '../../engine/allocateLedger';
import { type Bridge, ledgerBridge } from '../../engine/bridge';
import { cashCents } from '../../engine/cash';
import { earnedIncome, type EarnedIncome } from '../../engine/earnedIncome';
import { postedRows } from '../../engine/incomeFigures';
import { contains } from '../../core/period';
import type { Ledger } from '../../ledger/ledger';
import { billedFigures } from '../cptBilled';
import { cptScope } from '../cptScope';
import { infoBlock } from '../infoBlock';
import type { ReportRequest } from '../request';
import { cents, type Check, type Report, type SheetTable, text, type Value } from '../sheet';
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
    const bridge = yield* ledgerBridge(allocated, earned, request);
    tables.push(bridgeTable(bridge));
    checks.push(...(yield* anchorChecks(allocated, request, { bridge, earned })));
    yield;
    const compared = yield* comparisons(allocated, request, earned);
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
    columns: [text('Line'), cents('Amount'), { head: 'Rows', type: 'count' }],
    rows: [...rows, ['Residual', residual, 0]],
    anchors: lines.flatMap(({ isAnchor }, place) => (isAnchor ? [place] : [])),
  };
}

/** The anchors against the reports' own totals; with a filter of locations cash is the bridge's own. */
function* anchorChecks(
  allocated: AllocatedLedger,
  request: ReportRequest,
  { bridge, earned }: { readonly bridge: Bridge; readonly earned: EarnedIncome },
): Steps<Check[]> {
  const { anchors, residual } = bridge;
  const { period, locations, options } = request;
  const billed = yield* billedFigures(allocated, earned, cptScope(allocated, request));
  const production = postedRows(yield* allocated.posted(), 'grossProduction', options);
  let gross = 0;
  production.cents.forEach((amount, row) => {
    if (contains(period, production.moment[row]!)) gross += amount;
  });
  const isAll = locations === undefined;
  const check = (id: string, label: string, differenceCents: number): Check => ({
    id: `bridge.${id}`,
    label,
    differenceCents,
  });
  return [
    check(
      'production',
      'Production = gross production of Production & Income',
      isAll ? anchors.Production - gross : 0,
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
    check(
      'cash',
      'Cash = the total of Cash Summary',
      isAll ? anchors.Cash - cashCents(allocated.ledger, period) : 0,
    ),
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
