/** What each other value of the options would change, from the cells of a ledger. */
import { chooseReports } from '../../src/app/chooseReports';
import { type Computed, computeReports } from '../../src/app/computeReports';
import { atOnce } from '../../src/core/steps';
import { effectSentence } from '../../src/reports/effectWords';
import { type OptionEffect, optionEffects } from '../../src/reports/optionEffects';
import { moneyOfCents, type PlainLedger } from './plainLedger';
import { askedFor, ledgerOf, type RunOptions, testStamp } from './run';

export interface EffectsRun {
  readonly computed: Computed;
  readonly effects: readonly OptionEffect[];
}

/** Undefined where a report cannot be made under these options. */
export function runEffects(
  plain: Partial<PlainLedger>,
  reports: readonly string[],
  options: RunOptions,
  what: 'all' | 'reports alone' = 'all',
): EffectsRun | undefined {
  const asked = askedFor(reports, options);
  const ledger = ledgerOf(plain as PlainLedger);
  const { specs, reasons } = chooseReports(asked, ledger.sources, []);
  if (reasons.length > 0) return undefined;
  const computed = atOnce(
    computeReports(ledger, { asked, specs, stamp: testStamp }, () => undefined),
  );
  if (what === 'reports alone') return { computed, effects: [] };
  const { allocated, request, made } = computed;
  return { computed, effects: atOnce(optionEffects(allocated, request, made)) };
}

/** The sentence of `option=value`, and its changes as `sheet | figure | row | now | instead | change`. */
export function effectOf(
  plain: Partial<PlainLedger>,
  of: RunOptions & { readonly reports: readonly string[]; readonly instead: string },
): { readonly sentence: string; readonly changes: readonly string[] } {
  const [option, value] = of.instead.split('=');
  const run = runEffects(plain, of.reports, of);
  const effect = run?.effects.find((one) => one.option === option && one.instead === value);
  if (effect === undefined) throw new Error(`${of.instead} is not among the effects`);
  const changes = effect.changes.map(({ sheet, figure, row, nowCents, insteadCents }) =>
    [
      sheet,
      figure,
      row ?? 'all',
      ...[nowCents, insteadCents, insteadCents - nowCents].map(moneyOfCents),
    ].join(' | '),
  );
  return { sentence: effectSentence(effect), changes };
}
