/** Figures of production and collections by name: which postings each adds up, under the options. */
import type { CentsColumn, MomentColumn } from '../core/brand';
import type { TrailEntries } from './auditTrail';
import type { Options } from './options';
import { type Measure, measures } from './posting';
import type { Postings } from './postings';
import { type TrailPart, trailParts } from './trailRules';

export const incomeFigures = [
  'grossProduction',
  'productionAdjustments',
  'writeOffs',
  'netProduction',
  'grossCollection',
  'collectionAdjustments',
  'netCollection',
  'patientIncome',
  'insuranceIncome',
  'unearnedIncome',
  'totalIncome',
] as const;
export type IncomeFigure = (typeof incomeFigures)[number];

/** The write-off columns of the chosen date (W1 to W3): one, or estimate and change. */
export function writeOffMeasures(options: Options): readonly Measure[] {
  switch (options['write-off-date']) {
    case 'procedure':
      return ['writeOffWhenDone'];
    case 'claim':
      return ['writeOffEstimate', 'writeOffChange'];
    default:
      return ['writeOffWhenPaid'];
  }
}

const money: readonly Measure[] = ['patientIncome', 'unearned', 'insuranceIncome'];

/** The measures of a figure, and whether only what came in (0) or was given back (1) is in it. */
function selectionOf(
  figure: IncomeFigure,
  options: Options,
): { readonly of: readonly Measure[]; readonly isGiveBack?: 0 | 1 } {
  switch (figure) {
    case 'grossProduction':
      return { of: ['production'] };
    case 'productionAdjustments':
      return { of: ['adjustment'] };
    case 'writeOffs':
      return { of: writeOffMeasures(options) };
    case 'netProduction':
      return { of: ['production', 'adjustment', ...writeOffMeasures(options)] };
    case 'grossCollection':
      return { of: money, isGiveBack: 0 };
    case 'collectionAdjustments':
      return { of: money, isGiveBack: 1 };
    // Unearned in, whatever include-unearned says: money that came in is collected.
    case 'netCollection':
      return { of: money };
    case 'patientIncome':
      return { of: ['patientIncome'] };
    case 'insuranceIncome':
      return { of: ['insuranceIncome'] };
    case 'unearnedIncome':
      return { of: ['unearned'] };
    case 'totalIncome':
      return {
        of: options['include-unearned'] === 'yes' ? money : ['patientIncome', 'insuranceIncome'],
      };
  }
}

/** Amounts that a figure adds up: where the parts are read from makes no difference to who adds them. */
export interface FigureRows {
  readonly moment: MomentColumn;
  readonly cents: CentsColumn;
  /** Place in the ledger's provider names. */
  readonly provider: Int32Array;
}

/** The postings of a figure. */
export function postedRows(postings: Postings, figure: IncomeFigure, options: Options): FigureRows {
  const { of, isGiveBack } = selectionOf(figure, options);
  const isIn = measures.map((measure) => of.includes(measure));
  return pickRows(postings, (row) => {
    if (isIn[postings.measure[row]!] !== true) return false;
    return isGiveBack === undefined || postings.isGiveBack[row]! === isGiveBack;
  });
}

// Without the write-offs, which are a function of their own: net = gross + adjustments + write-offs.
const adjustments: readonly TrailPart[] = ['discount', 'other-adjustment'];

/** Parts of an audit trail that a figure adds up, as Gross to Net does; income it does not know. */
const partsOf: Partial<Record<IncomeFigure, readonly TrailPart[]>> = {
  grossProduction: ['gross-production'],
  productionAdjustments: adjustments,
  writeOffs: ['write-off'],
  netProduction: ['gross-production', ...adjustments, 'write-off'],
  grossCollection: ['gross-collection'],
  collectionAdjustments: ['collection-adjustment'],
  netCollection: ['gross-collection', 'collection-adjustment'],
};

/** The rows of an audit trail for a figure; undefined for one that is read from the tables alone. */
export function trailRows(entries: TrailEntries, figure: IncomeFigure): FigureRows | undefined {
  const parts = partsOf[figure];
  if (parts === undefined) return undefined;
  const isIn = trailParts.map((part) => parts.includes(part));
  return pickRows(entries, (row) => isIn[entries.part[row]!] === true);
}

function pickRows(from: FigureRows, isIn: (row: number) => boolean): FigureRows {
  const rows = from.moment.map((_, row) => row).filter(isIn);
  return {
    moment: rows.map((row) => from.moment[row]!),
    cents: rows.map((row) => from.cents[row]!),
    provider: Int32Array.from(rows, (row) => from.provider[row]!),
  };
}
