/** The sheet Policy: every option of the reports, what it decides, and what another value would move. */
import { periodFromText, periodToText } from '../core/period';
import { optionSpecs } from '../engine/options';
import type { SourceTable } from '../ledger/tables';
import { changeCents, effectSentence, plurals } from './effectWords';
import { type MadeReport, madeWith, type OptionEffect } from './optionEffects';
import { optionWords } from './optionWords';
import type { ReportRequest } from './request';
import { cents, prose, type RunSheet, type SheetTable, text, type Value } from './sheet';

/** The run as far as the sheet tells of it. */
export interface PolicyOf {
  readonly request: ReportRequest;
  readonly made: readonly MadeReport[];
  readonly effects: readonly OptionEffect[];
  readonly sources: readonly SourceTable[];
}

const basis =
  'Every report of the run was made again with each other value of each of its options, everything else as it is chosen';

/** One row an option with its alternatives in words; then every figure that would change. */
export function policySheet({ request, made, effects, sources }: PolicyOf): RunSheet {
  const { period, providers, locations, stamp } = request;
  const told = new Set(effects.flatMap(({ option }) => madeWith(made, option, sources)));
  const compared = [...told]
    .flatMap(({ spec }) => spec.compared)
    .map(({ sheet, by }) => (by === 'Total' ? `${sheet} in total` : `${sheet} by ${by}`));
  const info: [string, string][] = [
    ['Question', 'Which choices move money, and what would another value of each do, for whom?'],
    ['Practice', stamp.practice],
    ['Period', `${periodFromText(period)} to ${periodToText(period)}`],
    ['Basis', basis],
    ['Compared', compared.join('; ')],
  ];
  if (locations !== undefined) info.push(['Locations', [...locations].join(', ')]);
  if (providers !== undefined) {
    info.push([
      'Providers shown',
      `${[...providers].join(', ')}; totals are of the whole practice`,
    ]);
  }
  return {
    name: 'Policy',
    report: 'run',
    info,
    tables: [optionTable(effects), changeTable(effects)],
  };
}

function optionTable(effects: readonly OptionEffect[]): SheetTable {
  const options = [...new Set(effects.map(({ option }) => option))];
  return {
    title: 'Policy',
    columns: [
      text('Option'),
      text('Now'),
      text('Rule'),
      prose('What It Decides'),
      prose('What Another Value Would Do'),
    ],
    rows: options.map((option): Value[] => {
      const others = effects.filter((effect) => effect.option === option);
      const now = others[0]?.now ?? '';
      const help = optionWords[option]?.help ?? '';
      return [option, now, optionSpecs[option].rule, help, others.map(effectSentence).join('\n')];
    }),
  };
}

/** The figures of each alternative; those of all providers, months or codes stand out. */
function changeTable(effects: readonly OptionEffect[]): SheetTable {
  const rows: Value[][] = [];
  const groups: number[] = [];
  const anchors: number[] = [];
  for (const { option, now, instead, changes } of effects) {
    if (changes.length > 0) groups.push(rows.length);
    for (const change of changes) {
      const isOfRows = change.by !== 'Line' && change.by !== 'Total';
      if (isOfRows && change.row === undefined) anchors.push(rows.length);
      const row = change.row ?? (isOfRows ? `All ${plurals[change.by]}` : null);
      const { sheet, figure, nowCents, insteadCents } = change;
      const money = [nowCents, insteadCents, changeCents(change)];
      rows.push([option, now, instead, sheet, figure, row, ...money]);
    }
  }
  return {
    title: 'What would change, figure by figure',
    columns: [
      text('Option'),
      text('Now'),
      text('Instead'),
      text('Sheet'),
      text('Figure'),
      text('Provider, Month or Code'),
      cents('Amount Now'),
      cents('Amount Instead'),
      cents('Change'),
    ],
    rows,
    groups,
    anchors,
  };
}
