/** What the user chose: from and to the settings of the workbook, and why it cannot be run. */
import type { Inspection, OptionChoice, Preset, PresetName, Settings } from '../app/pane';

/** The state of the form. */
export interface Choice {
  readonly period: PresetName | 'custom';
  /** Own days as the form has them, `YYYY-MM-DD` or empty; kept while a named period is chosen. */
  readonly from: string;
  readonly to: string;
  /** Names of the ticked reports; undefined for every report whose tables are there, but those by name. */
  readonly ticked: readonly string[] | undefined;
  readonly options: Settings['options'];
  /** The user changed something, so that it is to be saved. */
  readonly isTouched: boolean;
}

export const initialChoice: Choice = {
  period: 'last-month',
  from: '',
  to: '',
  ticked: undefined,
  options: {},
  isTouched: false,
};

/** The form as the workbook keeps it. The form has days, no times. */
export function choiceOf({ period, reports, options }: Settings): Choice {
  const days =
    period.kind === 'custom'
      ? { from: period.from.slice(0, 10), to: period.to.slice(0, 10) }
      : { from: '', to: '' };
  const ticked = reports.length === 0 ? undefined : reports;
  return { ...days, period: period.kind, ticked, options, isTouched: false };
}

/** Names of the reports that will be made, in the order of the list. */
export function tickedReports(choice: Choice, inspection: Inspection): string[] {
  return inspection.reports
    .filter(({ missing }) => missing === '')
    .filter(({ name, isByName }) => choice.ticked?.includes(name) ?? isByName !== true)
    .map(({ name }) => name);
}

/** Ticks a report, or takes its tick away; ticks of reports that cannot be made now are kept. */
export function toggleReport(
  choice: Choice,
  report: string,
  inspection: Inspection | undefined,
): Choice {
  const possible = (inspection?.reports ?? []).filter(({ missing }) => missing === '');
  const all = possible.filter(({ isByName }) => isByName !== true).map(({ name }) => name);
  const before = choice.ticked ?? all;
  const after = before.includes(report)
    ? before.filter((name) => name !== report)
    : [...before, report];
  const isAll = possible.every(({ name }) => after.includes(name) === all.includes(name));
  return { ...choice, ticked: isAll ? undefined : after, isTouched: true };
}

/** The value of an option; a value that it does not have counts as the default. */
export function valueOf(choice: Choice, { name, values }: OptionChoice): string {
  const kept = choice.options[name];
  const found = values.find(({ value }) => value === kept) ?? values[0];
  return found?.value ?? '';
}

/** The options that are listed and not at their default. */
export function changedOptions(choice: Choice, inspection: Inspection): OptionChoice[] {
  return inspection.options.filter((option) => valueOf(choice, option) !== option.values[0]?.value);
}

/** What is wrong with own days, and in which field; undefined where they are a period. */
export function daysTrouble(
  from: string,
  to: string,
): { readonly end: 'from' | 'to'; readonly sentence: string } | undefined {
  if (from === '') return { end: 'from', sentence: 'Choose the first day of the period.' };
  if (!isDay(from)) return { end: 'from', sentence: 'Write the year with four digits.' };
  if (to === '') return { end: 'to', sentence: 'Choose the last day of the period.' };
  if (!isDay(to)) return { end: 'to', sentence: 'Write the year with four digits.' };
  // Texts of this form sort like their days.
  if (to < from) return { end: 'to', sentence: 'The last day lies before the first day.' };
  return undefined;
}

/** A half typed year reads 0020 or 12024; Excel begins with 1900. */
function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && text >= '1900-03-01';
}

/** The named period that is chosen; undefined for own days. */
export function presetOf(choice: Choice, inspection: Inspection): Preset | undefined {
  return inspection.presets.find(({ name }) => name === choice.period);
}

/** Why the reports cannot be made as chosen, as a sentence; empty where they can. */
export function refusalOf(choice: Choice, inspection: Inspection): string {
  const { reports } = inspection;
  if (reports.every(({ missing }) => missing !== '')) {
    return 'No report can be made from the tables of this workbook.';
  }
  if (choice.period === 'custom') {
    const trouble = daysTrouble(choice.from, choice.to);
    if (trouble !== undefined) return trouble.sentence;
  } else if (presetOf(choice, inspection)?.from === undefined) {
    return 'Choose another period: the ledger has no dates to tell this one.';
  }
  if (tickedReports(choice, inspection).length === 0) return 'Tick at least one report.';
  return '';
}

/** The settings to run with: only what this workbook has. */
export function settingsToRun(choice: Choice, inspection: Inspection): Settings {
  const changed = changedOptions(choice, inspection);
  const options = Object.fromEntries(
    changed.map((option) => [option.name, valueOf(choice, option)]),
  );
  const reports = choice.ticked === undefined ? [] : tickedReports(choice, inspection);
  return { period: periodOf(choice), reports, options };
}

/** The days of the period as they are shown, `2024-03-01 to 2024-03-31`. */
export function daysToRun(choice: Choice, inspection: Inspection): string {
  const { from, to } = presetOf(choice, inspection) ?? choice;
  return `${from ?? ''} to ${to ?? ''}`;
}

/** The settings to keep; undefined while the form is not complete. */
export function settingsToKeep(choice: Choice): Settings | undefined {
  if (choice.ticked?.length === 0) return undefined;
  const isPeriod = choice.period !== 'custom' || daysTrouble(choice.from, choice.to) === undefined;
  if (!isPeriod) return undefined;
  return { period: periodOf(choice), reports: choice.ticked ?? [], options: choice.options };
}

function periodOf({ period, from, to }: Choice): Settings['period'] {
  return period === 'custom' ? { kind: 'custom', from, to } : { kind: period };
}
