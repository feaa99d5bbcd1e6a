/** The sheet Policy: every option of the reports, what it decides, and what another value would move. */
import { periodText } from '../core/period';
import { optionSpecs } from '../engine/options';
import type { SourceTable } from '../ledger/tables';
import type { ComparedBy } from './compared';
import { changeCents, effectSentence, plurals } from './effectWords';
import { isLarge, type MadeReport, madeWith, type OptionEffect } from './optionEffects';
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
  const compared = comparedText(made.filter((one) => told.has(one)));
  const info: [string, string][] = [
    ['Question', 'Which choices move money, and what would another value of each do, for whom?'],
    ['Practice', stamp.practice],
    ['Period', periodText(period)],
    ['Basis', basis],
    ['Compared', isLarge(sources) ? 'nothing: the ledger is too large for every run' : compared],
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

/** `by provider: Practice Summary, Provider Summary; by month: Production & Income - Annual`. */
function comparedText(made: readonly MadeReport[]): string {
  if (made.length === 0) return 'nothing: the reports of this run have no options';
  const compared = made.flatMap(({ spec }) => spec.compared);
  const parts = (Object.keys(byWords) as ComparedBy[]).flatMap((by) => {
    const sheets = compared.filter((one) => one.by === by).map(({ sheet }) => sheet);
    return sheets.length === 0 ? [] : [`${byWords[by]}: ${sheets.join(', ')}`];
  });
  return `${parts.join('; ')}. A value that changes none of these figures moves no money`;
}

const byWords: Readonly<Record<ComparedBy, string>> = {
  Provider: 'by provider',
  Month: 'by month',
  'CPT Code': 'by code',
  Category: 'by category',
  Line: 'by line',
  Total: 'in total',
};

function optionTable(effects: readonly OptionEffect[]): SheetTable {
  const options = [...new Set(effects.map(({ option }) => option))];
  return {
    title: 'Policy',
    columns: [
      text('Option'),
      text('Now'),
      text('Rule'),
      prose('What It Decides', 36),
      prose('What Another Value Would Do', 58),
    ],
    rows: options.map((option): Value[] => {
      const others = effects.filter((effect) => effect.option === option);
      const now = others[0]?.now ?? '';
      const help = optionWords[option]?.help ?? '';
      return [
        option,
        now,
        optionSpecs[option].rule,
        help,
        [...new Set(others.map(effectSentence))].join('\n'),
      ];
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
      text('Provider or Row'),
      cents('Amount Now'),
      cents('Amount Instead'),
      cents('Change'),
    ],
    rows,
    groups,
    anchors,
  };
}
