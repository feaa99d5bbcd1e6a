/** The options that the pane offers, with their words. */
import { optionNames, type OptionSpec, optionSpecs } from '../engine/options';
import { optionWords, valueLabel } from '../reports/optionWords';
import type { OptionChoice } from './pane';

/** The options that can move a figure of these reports. */
export function optionChoices(reports: readonly string[]): OptionChoice[] {
  return optionNames.flatMap((name): OptionChoice[] => {
    const said = optionWords[name];
    const spec: OptionSpec = optionSpecs[name];
    if (said === undefined || !spec.reports.some((report) => reports.includes(report))) return [];
    const values = spec.values.map((value) => ({ value, label: valueLabel(name, value) }));
    return [{ name, label: said.label, help: said.help, values }];
  });
}
