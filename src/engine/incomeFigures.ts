/** Figures of production and collections by name: which postings each adds up, under the options. */
import type { Options } from './options';
import { type Measure, measures, type Postings } from './postings';

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

/** The postings of a figure. */
export function postingsOf(postings: Postings, figure: IncomeFigure, options: Options): Int32Array {
  const { of, isGiveBack } = selectionOf(figure, options);
  const isIn = measures.map((measure) => of.includes(measure));
  const rows = new Int32Array(postings.length);
  let count = 0;
  for (let row = 0; row < postings.length; row++) {
    if (isIn[postings.measure[row]!] !== true) continue;
    if (isGiveBack !== undefined && postings.isGiveBack[row]! !== isGiveBack) continue;
    rows[count++] = row;
  }
  return rows.subarray(0, count);
}
