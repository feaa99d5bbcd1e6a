/** The block above every sheet: the question it answers, its period, basis and options. */
import { periodText } from '../core/period';
import { optionsOf } from '../engine/options';
import type { ReportRequest } from './request';
import type { ReportName } from './sheet';

/** Label and value pairs; filters are named because totals stay those of the whole practice. */
export function infoBlock(
  report: ReportName,
  request: ReportRequest,
  of: { readonly question: string; readonly basis: string },
): [string, string][] {
  const { period, options, providers, locations } = request;
  const block: [string, string][] = [
    ['Question', of.question],
    ['Period', periodText(period)],
    ['Basis', of.basis],
  ];
  const chosen = optionsOf(report, options).map(([name, value]) => `${name}: ${value}`);
  if (chosen.length > 0) block.push(['Options', chosen.join(', ')]);
  if (locations !== undefined) block.push(['Locations', [...locations].join(', ')]);
  if (providers !== undefined) {
    const names = [...providers].join(', ');
    block.push(['Providers shown', `${names}; totals and shares are of the whole practice`]);
  }
  return block;
}
