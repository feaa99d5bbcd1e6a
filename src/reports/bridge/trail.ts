/** The bridge of an Audit Trail: gross and net of production and of collections, and what lies between. */
import {
  classifyTrail,
  trailChoices,
  trailFigures,
  trailPiles,
  type TrailPile,
} from '../../engine/auditTrail';
import type { TrailPart } from '../../engine/trailRules';
import type { Ledger } from '../../ledger/ledger';
import type { ReportRequest } from '../request';
import { cents, count, type Check, type SheetTable, text, type Value } from '../sheet';

export function trailBridge(
  ledger: Ledger,
  { period, options }: ReportRequest,
): { readonly table: SheetTable; readonly checks: readonly Check[] } {
  const piles = trailPiles(ledger, classifyTrail(ledger), period);
  const figures = trailFigures(piles, trailChoices(options));
  const rowsOf = (...parts: readonly TrailPart[]): number =>
    piles.filter(({ class: { part } }) => parts.includes(part)).reduce(countRows, 0);
  const production: TrailPart[] = ['gross-production', 'discount', 'write-off', 'other-adjustment'];
  const collection: TrailPart[] = ['gross-collection', 'collection-adjustment'];
  const between = figures.grossCollection - figures.netProduction;
  const rows: Value[][] = [
    ['Gross Production', figures.grossProduction, rowsOf('gross-production')],
    ['Discounts', figures.discounts, rowsOf('discount')],
    ['Write-offs', figures.writeOffs, rowsOf('write-off')],
    ['Other Adjustments', figures.otherAdjustments, rowsOf('other-adjustment')],
    ['Net Production', figures.netProduction, rowsOf(...production)],
    ['Net production not collected in the range, less collections of other production', between, 0],
    ['Gross Collection', figures.grossCollection, rowsOf('gross-collection')],
    ['Collection Adjustments', figures.collectionAdjustments, rowsOf('collection-adjustment')],
    ['Net Collection', figures.netCollection, rowsOf(...collection)],
  ];
  const { discounts, writeOffs, otherAdjustments } = figures;
  const residual =
    figures.grossProduction +
    (discounts + writeOffs + otherAdjustments) +
    between +
    figures.collectionAdjustments -
    figures.netCollection;
  return {
    table: {
      title: 'Gross to net of the Audit Trail',
      columns: [text('Line'), cents('Amount'), count('Rows')],
      rows: [...rows, ['Residual', residual, 0]],
      anchors: [0, 4, 6, 8],
    },
    checks: [
      {
        id: 'bridge.trail',
        label: 'Gross Production with every step = Net Collection',
        differenceCents: residual,
      },
    ],
  };
}

function countRows(sum: number, { rows }: TrailPile): number {
  return sum + rows;
}
