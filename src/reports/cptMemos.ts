/** What stands behind the CPT sheets: from billed to earned, from collections to deposits, what is left out. */
import { at } from '../core/assert';
import { NO_MOMENT } from '../core/brand';
import { contains } from '../core/period';
import type { AllocatedLedger } from '../engine/allocateLedger';
import { type Fate, unappliedFates } from '../engine/cptPieces';
import type { EarnedIncome } from '../engine/earnedIncome';
import type { Unplaced } from '../engine/lineReductions';
import { chargesColumns } from '../ledger/kinds';
import { type BilledFigures, isPerformed } from './cptBilled';
import { type CollectedFigures, type MoneyPile, pileCents } from './cptCollected';
import type { CptScope } from './cptScope';
import { cents, count, text, type SheetTable, type Value } from './sheet';

const lineColumns = [text('Line'), count('Rows'), cents('Amount')];

function memo(title: string, rows: readonly (readonly Value[])[]): SheetTable {
  return { title, columns: lineColumns, rows };
}

/** Which of the two reports answers a question (Z-12). */
export const guidanceTable: SheetTable = {
  title: 'Which report answers which question',
  columns: [text('Question'), text('Use This Report')],
  rows: [
    ['What services were performed?', 'CPT Billed Services'],
    ['What was billed vs. earned?', 'CPT Billed Services'],
    ['What money did we actually receive?', 'CPT Collections (Gross)'],
    ['Associate production', 'CPT Billed Services'],
    ['Associate pay / bonuses', 'CPT Collections (Gross)'],
    ['Cash flow tracking', 'CPT Collections (Gross)'],
  ],
};

/** Production, Income and Collections are three things (Z-14). */
export const wordsTable: SheetTable = {
  title: 'Three words, kept apart',
  columns: [text('Meaning')],
  rows: [
    ['Production is what was done: Total Value, the full charge billed.'],
    ['Income is what was earned: Total Income, less what insurers take off.'],
    ['Collections is what was paid: Collected Amount, by date of payment.'],
  ],
};

/** Total Value less each kind of reduction is Total Income (Z-5). */
export function earnedTable(
  earned: EarnedIncome,
  { charges, rests, total }: BilledFigures,
): SheetTable {
  const off = (column: Float64Array, part?: string): Value[] => {
    const lines = charges.filter((charge) => column[charge]! !== 0);
    const ofClaims = rests.filter((rest) => rest.part === part);
    const sum =
      lines.reduce((all, charge) => all + column[charge]!, 0) +
      ofClaims.reduce((all, rest) => all + rest.cents, 0);
    return [lines.length + ofClaims.length, 0 - sum || 0];
  };
  const left = charges.filter((charge) => earned.overadjusted[charge]! !== 0);
  const added = left.reduce((all, charge) => all + earned.overadjusted[charge]!, 0);
  return memo('From billed to earned', [
    ['Total Value', charges.length, total.first],
    ['Contractual adjustments and allowed-amount reductions', ...off(earned.contractual)],
    ['Claim-level adjustments', ...off(earned.claimLevel, 'claimLevel')],
    ['Write-off adjustments', ...off(earned.writeOffAdjustments, 'writeOffAdjustments')],
    ...(earned.deductsDiscounts
      ? [['Discounts and bad debt deducted', ...off(earned.discounts, 'discounts')]]
      : []),
    ['Left on: taken off beyond what was billed (W-OVERADJ)', left.length, added],
    ['Total Income', null, total.second],
  ]);
}

/** Services of the period that were not performed and billed (Z-A9). */
export interface LeftOut {
  readonly line: string;
  readonly rows: number;
  readonly cents: number;
}

export function leftOutServices(
  { ledger, lookup }: AllocatedLedger,
  scope: CptScope,
): readonly LeftOut[] {
  const { choices } = chargesColumns.status;
  const names = ['Unbilled', 'Voided', 'Scheduled', 'Planned'] as const;
  const found = new Map(names.map((line) => [line as string, { line, rows: 0, cents: 0 }]));
  for (let charge = 0; charge < ledger.charges.length; charge++) {
    if (!isPerformed(ledger, scope, charge)) continue;
    const stands = lookup.stands[charge]! === 1;
    const pile = found.get(stands ? at(choices, ledger.charges.status[charge]!) : 'Voided');
    if (pile === undefined) continue;
    pile.rows += 1;
    pile.cents += ledger.charges.amount[charge]!;
  }
  return [...found.values()];
}

export function leftOutTable(leftOut: readonly LeftOut[]): SheetTable {
  const rows = leftOut.map(({ line, rows: n, cents: c }): Value[] => [`${line} services`, n, c]);
  return memo('Left out: not performed and billed', rows);
}

/** Discounts that stay in income (Z-A6). */
export function discountTables(
  { ledger }: AllocatedLedger,
  earned: EarnedIncome,
  of: { readonly billed: BilledFigures; readonly scope: CptScope },
): SheetTable[] {
  const { billed, scope } = of;
  const own = billed.charges.filter((charge) => ledger.charges.discount[charge]! !== 0);
  const ofCharges = own.reduce((all, charge) => all + ledger.charges.discount[charge]!, 0);
  const all = billed.charges.reduce((sum, charge) => sum + earned.discounts[charge]!, 0);
  const ofClaims = earned.claimRests.filter(
    ({ part, charge }) => part === 'discounts' && isPerformed(ledger, scope, charge),
  );
  const rest = ofClaims.reduce((sum, { cents: c }) => sum + c, 0);
  const loose = unplacedPile(earned.unplaced.discounts, scope);
  const rows: Value[][] = [
    ['Discount of the charges', own.length, ofCharges],
    ['Adjustments: discounts, courtesy and bad debt', null, all - ofCharges + rest],
    ['Discounts of the period that name no charge', loose.rows, loose.cents],
  ];
  const shown = rows.filter(([, , amount]) => amount !== 0);
  if (shown.length === 0) return [];
  const title = earned.deductsDiscounts
    ? 'Discounts deducted from income'
    : 'Discounts not deducted from income';
  return [memo(title, shown)];
}

/** Reductions that reached no charge (Z-20): off no code. */
export function unplacedTables({ unplaced }: EarnedIncome, scope: CptScope): SheetTable[] {
  const rows = (['Claim Adjustments', 'Adjustments'] as const).flatMap((kind): Value[][] => {
    const some = unplaced.reductions.filter((one) => one.kind === kind);
    const pile = unplacedPile(some, scope);
    return pile.rows === 0 ? [] : [[kind, pile.rows, pile.cents]];
  });
  return rows.length === 0 ? [] : [memo('Reductions that name no charge of the ledger', rows)];
}

/** A row without a date belongs to any period. */
function unplacedPile(
  some: readonly Unplaced[],
  { period }: CptScope,
): { readonly rows: number; readonly cents: number } {
  const inside = some.filter(({ moment }) => moment === NO_MOMENT || contains(period, moment));
  return { rows: inside.length, cents: inside.reduce((sum, one) => sum + one.cents, 0) };
}

/** From the Collected Amount to what was received and to the cash of the period (Z-A8). */
export function depositsTable({ total, piles }: CollectedFigures): SheetTable {
  const received: Fate[] = ['collected', 'taken out', ...unappliedFates];
  const sum = (some: readonly Fate[], part: (pile: MoneyPile) => number): number =>
    some.reduce((all, fate) => all + part(piles[fate]), 0);
  const unapplied = sum(unappliedFates, pileCents);
  const moved = sum(received, (pile) => pile.moved);
  const onLines = sum(received, (pile) => pile.onLines);
  const checks = piles.check;
  const gross = sum(received, (pile) => pile.cash) + checks.cash;
  const back = sum(['not deducted', 'given back in full'], (pile) => pile.cash);
  const hasLines = onLines !== 0 || checks.rows > 0;
  return memo('From collections to deposits', [
    ['Collected Amount', piles.collected.rows, total.first],
    ['Unapplied / no code', sum(unappliedFates, ({ rows }) => rows), unapplied],
    ['Payments fully refunded, left out', piles['taken out'].rows, pileCents(piles['taken out'])],
    ['Credit applied, unapplied or transferred: not cash', null, 0 - moved || 0],
    ...(hasLines
      ? [
          ['Insurance paid on claim lines: not cash', null, 0 - onLines || 0],
          ['Checks of insurers', checks.rows, checks.cash],
        ]
      : []),
    ['Gross receipts of the period', null, gross],
    ['Given back in the period', null, back],
    ['Cash of the period', null, gross + back],
  ]);
}

const causes: Readonly<Partial<Record<Fate, string>>> = {
  deposit: 'Deposits',
  unearned: 'Unearned: prepayments',
  'names an unknown or voided charge or claim':
    'Names a charge or claim that is not there or voided',
  'names only an invoice': 'Names only an invoice',
  'names nothing': 'Names no charge, claim or invoice',
};

/** Money of the period that reached no code, by its cause (Z-A8). */
export function unappliedTable({ piles }: CollectedFigures): SheetTable {
  const rows = unappliedFates.map((fate): Value[] => [
    causes[fate] ?? fate,
    piles[fate].rows,
    pileCents(piles[fate]),
  ]);
  const total = (column: number): number => rows.reduce((sum, row) => sum + Number(row[column]), 0);
  return {
    ...memo(
      'Unapplied / no code',
      rows.filter(([, count]) => count !== 0),
    ),
    total: ['Unapplied / no code', total(1), total(2)],
  };
}

/** Money given back: never deducted, and what it took out of its payment's own date (Z-10, Z-A3). */
export function refundsTable({ piles }: CollectedFigures): SheetTable {
  const line = (label: string, fate: Fate, sign: 1 | -1): Value[] => [
    label,
    piles[fate].rows,
    sign * pileCents(piles[fate]) || 0,
  ];
  return memo('Refunds', [
    line('Refunds not deducted', 'not deducted', -1),
    line('Refunds in full, their payments left out', 'given back in full', -1),
    line('Payments fully refunded, left out', 'taken out', 1),
    ...(piles.waiting.rows === 0
      ? []
      : [line('Insurance without a final check, not counted yet', 'waiting', 1)]),
  ]);
}
