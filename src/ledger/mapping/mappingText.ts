/** Mappings ↔ text: what a workbook keeps and a file carries. */
import { checkMapping } from './checkMapping';
import { fingerprint } from './fingerprint';
import type { TableMapping } from './tableMapping';

/** Of the form of the text; a newer one is refused rather than half understood. */
const VERSION = 1;

/** A text longer than this is none of ours: it is not parsed. */
const LENGTH_MAX = 5_000_000;

export type ReadMappings =
  | { readonly mappings: readonly TableMapping[] }
  /** Why the text is not taken, one sentence each. */
  | { readonly reasons: readonly string[] };

/** The text of some mappings; the same mappings give the same text. */
export function mappingsText(mappings: readonly TableMapping[]): string {
  return JSON.stringify({ practiceLedgerMappings: VERSION, mappings }, null, 1);
}

/** The mappings of a text: all of them or none, so that no table is read by half of what was kept. */
export function readMappings(text: string): ReadMappings {
  const value = parsed(text);
  if (value === undefined) return { reasons: ['the text is not JSON'] };
  const { practiceLedgerMappings: version, mappings } = value;
  if (version !== VERSION) {
    const isNewer = typeof version === 'number' && version > VERSION;
    const newer = `the mappings were written by a newer version of Practice Ledger (form ${String(version)})`;
    return { reasons: [isNewer ? newer : 'the text holds no mappings of Practice Ledger'] };
  }
  if (!Array.isArray(mappings)) return { reasons: ['the text has no list of mappings'] };
  const checked = mappings.map(checkMapping);
  const reasons = checked.flatMap((one) => ('reasons' in one ? one.reasons : []));
  if (reasons.length > 0) return { reasons };
  return { mappings: checked.flatMap((one) => ('mapping' in one ? [one.mapping] : [])) };
}

/** The mappings with another one, which takes the place of the one for the same headers. */
export function withMapping(
  mappings: readonly TableMapping[],
  added: TableMapping,
): TableMapping[] {
  return [...withoutMapping(mappings, added.headers), added];
}

/** The mappings without the one for some headers. */
export function withoutMapping(
  mappings: readonly TableMapping[],
  headers: readonly string[],
): TableMapping[] {
  const gone = fingerprint(headers);
  return mappings.filter((one) => fingerprint(one.headers) !== gone);
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  if (text.length > LENGTH_MAX) return undefined;
  try {
    const value: unknown = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : {};
  } catch {
    return undefined;
  }
}
