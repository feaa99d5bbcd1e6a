/** The mappings that a workbook keeps: how exports are read that their headers alone do not explain. */
import type { Context } from '../excel/session';
import { readSetting, writeSetting } from '../excel/documentSettings';
import {
  mappingsText,
  readMappings,
  withMapping,
  withoutMapping,
} from '../ledger/mapping/mappingText';
import type { TableMapping } from '../ledger/mapping/tableMapping';
import type { Problem } from '../ledger/problem';

const KEY = 'practiceLedger.mappings';

export interface KeptInWorkbook {
  readonly mappings: readonly TableMapping[];
  /** That they cannot be read: no figure is made without them. */
  readonly problems: readonly Problem[];
}

/** The mappings of the workbook. */
export async function loadMappings(context: Context): Promise<KeptInWorkbook> {
  const text = await readSetting(context, KEY);
  if (text === undefined || text === '') return { mappings: [], problems: [] };
  const read = readMappings(text);
  if ('mappings' in read) return { mappings: read.mappings, problems: [] };
  return { mappings: [], problems: [notReadProblem(read.reasons)] };
}

/** Keeps a mapping in the workbook, in place of the one for the same headers. */
export async function keepMapping(context: Context, mapping: TableMapping): Promise<void> {
  const { mappings } = await loadMappings(context);
  await replaceMappings(context, withMapping(mappings, mapping));
}

/** Forgets the mapping for some headers: their table is read by its headers again. */
export async function forgetMapping(context: Context, headers: readonly string[]): Promise<void> {
  const { mappings } = await loadMappings(context);
  await replaceMappings(context, withoutMapping(mappings, headers));
}

/** Keeps these mappings and no others, also where the ones that were there cannot be read. */
export async function replaceMappings(
  context: Context,
  mappings: readonly TableMapping[],
): Promise<void> {
  await writeSetting(context, KEY, mappings.length === 0 ? '' : mappingsText(mappings));
}

/** The workbook's mappings as text, for another workbook or the runner. */
export async function exportMappings(context: Context): Promise<string> {
  return mappingsText((await loadMappings(context)).mappings);
}

/**
 * Adds the mappings of a text to those of the workbook. Returns why it is not taken, one sentence each;
 * none where all of them were kept.
 */
export async function importMappings(context: Context, text: string): Promise<readonly string[]> {
  const read = readMappings(text);
  if ('reasons' in read) return read.reasons;
  const { mappings } = await loadMappings(context);
  await replaceMappings(context, read.mappings.reduce(withMapping, [...mappings]));
  return [];
}

/** Without its mappings a table could be read the wrong way round: nothing is computed. */
function notReadProblem(reasons: readonly string[]): Problem {
  return {
    code: 'MAPPINGS_NOT_READ',
    severity: 'stopped',
    sheet: '',
    cell: '',
    column: '',
    found: `mappings of tables that cannot be read: ${reasons.join('; ')}`,
    done: 'nothing was computed, because tables could be read otherwise than they were mapped',
    fix: 'map the tables again under How tables are read, or take their mappings from another workbook',
    count: 1,
  };
}
