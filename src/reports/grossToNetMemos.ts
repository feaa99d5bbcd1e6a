/** Memo tables of Gross to Net: voided rows, what each type was counted as, reschedules, unclassified types. */
import { counted, type TrailChoices, trailFigures, type TrailPile } from '../engine/auditTrail';
import type { TrailPart, TrailReason } from '../engine/trailRules';
import { cents, count, text, type SheetTable, type Value } from './sheet';

/** Figures without and with voided rows: a dashboard may hold them (G-3, G-A3). */
export function voidedMemo(piles: readonly TrailPile[], choices: TrailChoices): SheetTable {
  const without = trailFigures(piles, { ...choices, voidedRows: 'exclude' });
  const all = trailFigures(piles, { ...choices, voidedRows: 'include' });
  const line = (name: string, one: number, both: number): Value[] => [name, one, both - one, both];
  return {
    title: 'Without and with voided rows',
    columns: [text('Line'), ...['Without voided', 'Voided rows', 'With voided'].map(cents)],
    rows: [
      line('Gross Production', without.grossProduction, all.grossProduction),
      line('Net Production', without.netProduction, all.netProduction),
      line('Gross Collection', without.grossCollection, all.grossCollection),
      line('Net Collection', without.netCollection, all.netCollection),
    ],
  };
}

/** The memo tables of Control Totals; one without rows is left out. */
export function controlMemos(piles: readonly TrailPile[], choices: TrailChoices): SheetTable[] {
  const tables = [
    typesTable(piles, choices),
    unclassifiedTable(piles, choices),
    rescheduleTable(piles, choices),
    voidedTable(piles),
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

const partNames: Readonly<Record<TrailPart, string>> = {
  'gross-production': 'Gross production',
  discount: 'Discount',
  'write-off': 'Write-off',
  'other-adjustment': 'Other production adjustment',
  'gross-collection': 'Gross collection',
  'collection-adjustment': 'Collection adjustment',
  excluded: 'Excluded',
  unclassified: 'Unclassified',
};

const reasonNames: Readonly<Record<TrailReason, string>> = {
  tab: 'all rows of the tab',
  type: 'the type',
  description: 'the description',
  map: 'the Type Map',
  assumed: 'unknown types of this tab are production',
  unknown: 'unknown type',
};

/** The rows that count; Amount without sign, In net with it. */
function typesTable(piles: readonly TrailPile[], choices: TrailChoices): SheetTable {
  return {
    title: 'What each type was counted as',
    columns: [
      ...['Tab', 'Type', 'Counted as', 'Because of'].map(text),
      count('Rows'),
      ...['Amount', 'In net'].map(cents),
    ],
    rows: piles.flatMap((pile): Value[][] => {
      const { part, reason, sign } = pile.class;
      const { rows, cents: amount } = counted(pile, choices);
      if (rows === 0) return [];
      const signed = sign[choices.collectionAdjustmentSign] * amount || 0;
      const names = [pile.tab, pile.type, partNames[part], reasonNames[reason]];
      return [[...names, rows, amount, signed]];
    }),
  };
}

function unclassifiedTable(piles: readonly TrailPile[], choices: TrailChoices): SheetTable {
  const rows = piles.flatMap((pile): Value[][] => {
    const { rows: found, cents: amount } = counted(pile, choices);
    const isListed = pile.class.part === 'unclassified' && found > 0;
    return isListed ? [[pile.tab, pile.type, found, amount]] : [];
  });
  return {
    title: 'Unclassified types: in no net figure until the Type Map has them',
    columns: [text('Tab'), text('Type'), count('Rows'), cents('Amount')],
    rows,
  };
}

export interface Reschedules {
  readonly rows: number;
  readonly plus: number;
  readonly minus: number;
}

/** Rescheduled contract fees of both tabs, which mirror each other (G-5, G-A5). */
export function reschedules(piles: readonly TrailPile[], choices: TrailChoices): Reschedules {
  const sums = { rows: 0, plus: 0, minus: 0 };
  for (const pile of piles) {
    // Where the Type Map counts them otherwise they are no pair.
    if (pile.class.part !== 'excluded' || pile.class.reason !== 'type') continue;
    const { rows, cents: amount } = counted(pile, choices);
    sums.rows += rows;
    sums[pile.tab === '[+] Contract Adj' ? 'plus' : 'minus'] += amount;
  }
  return sums;
}

function rescheduleTable(piles: readonly TrailPile[], choices: TrailChoices): SheetTable {
  const { rows, plus, minus } = reschedules(piles, choices);
  const lines: Value[][] = [
    ['On [+] Contract Adj', plus],
    ['On [-] Contract Adj', minus],
    ['Difference', plus - minus],
  ];
  return {
    title: 'Rescheduled contract fees, which mirror each other',
    columns: [text('Line'), cents('Amount')],
    rows: rows === 0 ? [] : lines,
  };
}

/** Voided rows of each tab, whatever the option says of them. */
function voidedTable(piles: readonly TrailPile[]): SheetTable {
  const byTab = new Map<string, [number, number]>();
  for (const { tab, voidedRows, voidedCents } of piles) {
    if (voidedRows === 0) continue;
    const [rows, amount] = byTab.get(tab) ?? [0, 0];
    byTab.set(tab, [rows + voidedRows, amount + voidedCents]);
  }
  return {
    title: 'Voided rows',
    columns: [text('Tab'), count('Rows'), cents('Amount')],
    rows: [...byTab].map(([tab, [rows, amount]]) => [tab, rows, amount]),
  };
}
