/** What the workbook keeps of the pane: period, reports and options. Nothing about patients. */
import type { Context } from '../excel/session';
import { optionNames, type OptionName, optionSpecs } from '../engine/options';
import { readSetting, writeSetting } from '../excel/documentSettings';
import { reportSpecs } from '../reports/catalogue';
import type { PeriodChoice, Settings } from './pane';
import { presetNames } from './presets';

const KEY = 'practiceLedger.settings';

/** The workbook's settings; undefined where it has none that can be read. */
export async function loadSettings(context: Context): Promise<Settings | undefined> {
  const text = await readSetting(context, KEY);
  return text === undefined ? undefined : readSettings(text);
}

export async function saveSettings(
  context: Context,
  { period, reports, options }: Settings,
): Promise<void> {
  await writeSetting(context, KEY, JSON.stringify({ period, reports, options }));
}

/** Settings from their text; what this version does not know is left out, never trusted. */
export function readSettings(text: string): Settings | undefined {
  const read = asRecord(parsed(text));
  const period = periodOf(read?.['period']);
  if (read === undefined || period === undefined) return undefined;
  const reports = Array.isArray(read['reports']) ? read['reports'] : [];
  const chosen = asRecord(read['options']) ?? {};
  const options: Partial<Record<OptionName, string>> = {};
  for (const name of optionNames) {
    const values: readonly string[] = optionSpecs[name].values;
    const value = chosen[name];
    if (typeof value === 'string' && values.includes(value)) options[name] = value;
  }
  const known: readonly unknown[] = reports;
  const kept = reportSpecs.map(({ name }) => name).filter((name) => known.includes(name));
  return { period, reports: kept, options };
}

function periodOf(value: unknown): PeriodChoice | undefined {
  const read = asRecord(value);
  const kind = read?.['kind'];
  const preset = presetNames.find((name) => name === kind);
  if (preset !== undefined) return { kind: preset };
  const [from, to] = [read?.['from'], read?.['to']];
  if (kind !== 'custom' || typeof from !== 'string' || typeof to !== 'string') return undefined;
  return { kind, from, to };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}
