/** Gross to Net: production and collections of the audit trail, down to their net (G-1 to G-10). */
import { contains } from '../core/period';
import type { Steps } from '../core/steps';
import type { AllocatedLedger } from '../engine/allocateLedger';
import {
  type ClassifiedTrail,
  classifyTrail,
  counted,
  type TrailChoices,
  trailChoices,
  trailEntries,
  type TrailFigures,
  trailFigures,
  type TrailPile,
  trailPiles,
} from '../engine/auditTrail';
import { trailParts } from '../engine/trailRules';
import type { Ledger } from '../ledger/ledger';
import { trailTabs, type TrailTab } from '../ledger/trailKinds';
import { controlMemos, voidedMemo } from './grossToNetMemos';
import { trailProblems } from './grossToNetProblems';
import { infoBlock } from './infoBlock';
import type { ReportRequest } from './request';
import { cents, text, type Check, type Report, type SheetTable, type Value } from './sheet';

/** What the tables and checks are made of. */
interface Counted {
  readonly ledger: Ledger;
  readonly trail: ClassifiedTrail;
  readonly piles: readonly TrailPile[];
  readonly choices: TrailChoices;
  readonly figures: TrailFigures;
}

/** Both sheets, their memo tables and tie-outs. */
export function* grossToNet({ ledger }: AllocatedLedger, request: ReportRequest): Steps<Report> {
  const choices = trailChoices(request.options);
  const trail = classifyTrail(ledger);
  yield;
  const piles = trailPiles(ledger, trail, request.period);
  yield;
  const of = { ledger, trail, piles, choices, figures: trailFigures(piles, choices) };
  const tabs = trailTabs.map((tab) => tabTotals(piles, tab, choices));
  const lines = linesTable(of.figures);
  const totals = totalsTable(tabs);
  const checks = [
    ...windowChecks(of, request, tabs),
    ...entryChecks(of, request, tabs),
    partsCheck(of.figures, piles, choices),
  ];
  yield;
  const kind = { report: 'gross-to-net' } as const;
  return {
    sheets: [
      {
        ...kind,
        name: 'Gross to Net',
        info: info(request, 'How do gross production and gross collection become net?'),
        tables: [lines, voidedMemo(piles, choices)],
      },
      {
        ...kind,
        name: 'Control Totals',
        info: [
          ...info(request, 'Where did the rows of each tab of the audit trail go?'),
          [
            'Window Summary',
            "Window holds voided rows; topsOrtho's own Window Summary leaves them out, so that it compares with Window less Voided",
          ],
        ],
        tables: [totals, ...controlMemos(piles, choices)],
      },
    ],
    checks,
    problems: trailProblems(of, request.period),
  };
}

/** The trail has rows of the practice only: a filter can hide nothing and changes no figure. */
function info(request: ReportRequest, question: string): [string, string][] {
  const { providers, locations } = request;
  const unfiltered = { ...request, providers: undefined, locations: undefined };
  const basis =
    'Rows of the Audit Trail by their Date, in absolute amounts; the tab, the type and the Type Map say what each is';
  const block = infoBlock('gross-to-net', unfiltered, { question, basis });
  if (locations !== undefined) {
    const names = [...locations].join(', ');
    block.push(['Locations', `${names} asked for; the Audit Trail has none, so all rows are read`]);
  }
  if (providers !== undefined) {
    const names = [...providers].join(', ');
    const why = 'this report has no rows by provider, and its figures are of the whole practice';
    block.push(['Providers shown', `${names} asked for; ${why}`]);
  }
  return block;
}

function linesTable(figures: TrailFigures): SheetTable {
  const rows: [string, number][] = [
    ['Gross Production', figures.grossProduction],
    ['Production Adjustments', figures.productionAdjustments],
    ['Net Production', figures.netProduction],
    ['Discounts', figures.discounts],
    ['Discounts Count', figures.discountsCount],
    ['Write-offs', figures.writeOffs],
    ['Other Adjustments', figures.otherAdjustments],
    ['Gross Collection', figures.grossCollection],
    ['Collection Adjustments', figures.collectionAdjustments],
    ['Net Collection', figures.netCollection],
  ];
  return {
    title: 'Gross to Net',
    columns: [text('Line'), cents('Amount')],
    rows,
    countRows: rows.flatMap(([line], row) => (line === 'Discounts Count' ? [row] : [])),
  };
}

/** A tab's amounts: production and collection signed, the rest absolute. */
interface TabTotals {
  readonly tab: TrailTab;
  window: number;
  production: number;
  collection: number;
  excluded: number;
  voided: number;
  unclassified: number;
  /** What is in production and collection, without signs. */
  used: number;
}

function tabTotals(piles: readonly TrailPile[], tab: TrailTab, choices: TrailChoices): TabTotals {
  const sums = { window: 0, production: 0, collection: 0, excluded: 0, voided: 0, unclassified: 0 };
  const totals: TabTotals = { tab, ...sums, used: 0 };
  for (const pile of piles) {
    if (pile.tab !== tab) continue;
    const { cents: amount } = counted(pile, choices);
    const signed = pile.class.sign[choices.collectionAdjustmentSign] * amount;
    totals.window += pile.cents + pile.voidedCents;
    totals.voided += pile.cents + pile.voidedCents - amount;
    switch (pile.class.part) {
      case 'gross-collection':
      case 'collection-adjustment':
        totals.collection += signed;
        totals.used += amount;
        break;
      case 'gross-production':
      case 'discount':
      case 'write-off':
      case 'other-adjustment':
        totals.production += signed;
        totals.used += amount;
        break;
      case 'excluded':
        totals.excluded += amount;
        break;
      case 'unclassified':
        totals.unclassified += amount;
        break;
    }
  }
  return totals;
}

/** One row a tab, also where the trail has no row of it (G-9). */
function totalsTable(tabs: readonly TabTotals[]): SheetTable {
  const rows = tabs.map((one): Value[] => [
    one.tab,
    one.window,
    one.production,
    one.collection,
    one.excluded,
    one.voided,
    one.unclassified,
  ]);
  const heads = ['Window', 'Production', 'Collection', 'Excluded', 'Voided', 'Unclassified'];
  const total = heads.map((_, column) =>
    rows.reduce((sum, row) => sum + Number(row[column + 1]), 0),
  );
  return {
    title: 'Control Totals',
    columns: [text('Tab'), ...heads.map(cents)],
    rows,
    total: ['Total', ...total],
  };
}

/** Window of each tab from its rows, against the sum of where they went. */
function windowChecks(
  { ledger, trail }: Counted,
  { period }: ReportRequest,
  tabs: readonly TabTotals[],
): Check[] {
  const { tab, date, length } = ledger.tables['Audit Trail'];
  const windows = trailTabs.map(() => 0);
  for (let row = 0; row < length; row++) {
    if (contains(period, date[row]!)) windows[tab[row]!]! += trail.cents[row]!;
  }
  return tabs.map((one, place) => ({
    id: `gross-to-net.window.${one.tab}`,
    label: `${one.tab}: Window = Production + Collection + Excluded + Voided + Unclassified, without signs`,
    differenceCents: windows[place]! - one.used - one.excluded - one.voided - one.unclassified,
  }));
}

/** The net figures from the rows that functions add up, and from the tabs. */
function entryChecks(
  { ledger, choices, figures }: Counted,
  { period }: ReportRequest,
  tabs: readonly TabTotals[],
): Check[] {
  const { moment, cents: amounts, part } = trailEntries(ledger, choices);
  const collection = [
    trailParts.indexOf('gross-collection'),
    trailParts.indexOf('collection-adjustment'),
  ];
  const net = { production: 0, collection: 0 };
  for (let row = 0; row < moment.length; row++) {
    if (!contains(period, moment[row]!)) continue;
    net[collection.includes(part[row]!) ? 'collection' : 'production'] += amounts[row]!;
  }
  const ofTabs = (column: 'production' | 'collection'): number =>
    tabs.reduce((sum, one) => sum + one[column], 0);
  const { grossProduction, productionAdjustments, grossCollection, collectionAdjustments } =
    figures;
  const check = (id: string, label: string, differenceCents: number): Check => ({
    id: `gross-to-net.${id}`,
    label,
    differenceCents,
  });
  return [
    check(
      'net-production',
      'Gross Production + Production Adjustments = the rows that count as production',
      grossProduction + productionAdjustments - net.production,
    ),
    check(
      'net-collection',
      'Gross Collection + Collection Adjustments = the rows that count as collection',
      grossCollection + collectionAdjustments - net.collection,
    ),
    check(
      'tabs.production',
      'Net Production = total of Production in Control Totals',
      figures.netProduction - ofTabs('production'),
    ),
    check(
      'tabs.collection',
      'Net Collection = total of Collection in Control Totals',
      figures.netCollection - ofTabs('collection'),
    ),
  ];
}

/** Other Adjustments is what is left (G-6); the same from its own types. */
function partsCheck(
  figures: TrailFigures,
  piles: readonly TrailPile[],
  choices: TrailChoices,
): Check {
  let others = 0;
  for (const pile of piles) {
    const { part, sign } = pile.class;
    if (part !== 'other-adjustment') continue;
    others += sign[choices.collectionAdjustmentSign] * counted(pile, choices).cents;
  }
  return {
    id: 'gross-to-net.other-adjustments',
    label: 'Production Adjustments less Discounts and Write-offs = the other types',
    differenceCents: figures.otherAdjustments - others,
  };
}
