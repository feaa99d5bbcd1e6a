/** A live report: a block of function formulas, providers down and months across, as data. */
import { at } from '../../core/assert';
import type { FunctionSpec } from '../functionSpecs';
import { cellName } from './cellName';
import type { Month } from './types';

/** What is asked for. */
export interface LiveReportRequest {
  readonly spec: FunctionSpec;
  readonly providers: readonly string[];
  readonly months: readonly Month[];
  /** For a function of codes. */
  readonly code: string;
}

/** Where the block begins; both from 0. */
export interface BlockPlace {
  readonly row: number;
  readonly column: number;
}

export interface LiveBlock {
  /** Formulas as Excel takes them, row by row; a text has an apostrophe before it. */
  readonly formulas: readonly (readonly string[])[];
  /** Number formats of the same cells. */
  readonly formats: readonly (readonly string[])[];
}

const DAY = 'yyyy-mm-dd';
const MONEY = '#,##0.00;[Red]-#,##0.00';
const RATIO = '0.0%';
const TEXT = '@';
const GENERAL = 'General';

/**
 * From and To stand above the figures and providers beside them, as cells: each formula says what it asks for,
 * and follows them. The last column is all months together, the last row the practice, both asked for and not
 * added up, so that a rate is right there too.
 */
export function liveReport(request: LiveReportRequest, place: BlockPlace): LiveBlock {
  const { spec, providers, months, code } = request;
  const has = new Set(spec.parameters.map(({ name }) => name));
  const isBalance = has.has('asOf');
  const spans = isBalance || months.length === 1 ? months : [...months, wholeOf(months)];
  const format = spec.measure.isRatio === true ? RATIO : MONEY;
  const width = spans.length + 1;
  const rows: { cells: string[]; formats: string[] }[] = [];
  const add = (head: string, cells: readonly string[], one: string): void => {
    const blank = Array.from({ length: width - 1 - cells.length }, () => '');
    const formats = [TEXT, ...cells.map(() => one), ...blank.map(() => GENERAL)];
    rows.push({ cells: [head === '' ? '' : `'${head}`, ...cells, ...blank], formats });
  };
  add(`${spec.name}: ${spec.description}`, [], GENERAL);
  if (has.has('code')) add('Code', [`'${code}`], TEXT);
  const codeCell = cellName(place.row + 1, place.column + 1, '$$');
  if (!isBalance)
    add(
      'From',
      spans.map(({ from }) => dateFormula(from)),
      DAY,
    );
  add(
    isBalance ? 'As of' : 'To',
    spans.map(({ to }) => dateFormula(to)),
    DAY,
  );
  const to = place.row + rows.length - 1;
  const arguments_ = (column: number, provider: string): string[] => {
    const span = isBalance
      ? [cellName(to, column, '.$')]
      : [cellName(to - 1, column, '.$'), cellName(to, column, '.$')];
    return [...(has.has('code') ? [codeCell] : []), provider, ...span];
  };
  const figures = (providerOf: string): string[] =>
    spans.map((_, span) => {
      const given = arguments_(place.column + 1 + span, providerOf);
      return `=${spec.name}(${given.join(',')})`;
    });
  for (const provider of providers) {
    add(provider, figures(cellName(place.row + rows.length, place.column, '$.')), format);
  }
  // Left out, the provider means the practice; commission is nobody's but a provider's.
  const isOwn = spec.parameters.some(({ name, isRequired }) => name === 'provider' && isRequired);
  if (!isOwn) add('Practice', figures(''), format);
  return { formulas: rows.map(({ cells }) => cells), formats: rows.map(({ formats }) => formats) };
}

function wholeOf(months: readonly Month[]): Month {
  const [first, last] = [at(months, 0), at(months, months.length - 1)];
  return { label: `${first.label} to ${last.label}`, from: first.from, to: last.to };
}

/** As a formula a day is the same in both date systems. */
export function dateFormula(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `=DATE(${String(year)},${String(month)},${String(date)})`;
}
