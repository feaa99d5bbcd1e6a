/** What the workbook keeps of closed pay periods besides their sheets: digests and totals, no name. */
import { type Context } from '../excel/session';
import { readSetting, writeSetting } from '../excel/documentSettings';
import type { ComputedBy } from '../ledger/closedPeriod';

const KEY = 'practiceLedger.closes';

/** That a period was closed; a re-opened one stays, with the reason. */
export interface KeptClose {
  readonly name: string;
  /** First and last moment. */
  readonly from: number;
  readonly to: number;
  readonly created: string;
  /** Of the cells of its sheet, and of those of the close before; empty for the first one. */
  readonly digest: string;
  readonly previous: string;
  readonly by: ComputedBy;
  readonly payable: number;
  readonly reopened: { readonly created: string; readonly reason: string } | undefined;
}

export interface KeptCloses {
  readonly salt: string;
  readonly closes: readonly KeptClose[];
}

/** The records of a workbook; undefined where there is a text that cannot be read. */
export async function loadCloseRecords(context: Context): Promise<KeptCloses | undefined> {
  const text = await readSetting(context, KEY);
  if (text === undefined || text === '') return { salt: newSalt(), closes: [] };
  return readRecords(text);
}

export async function saveCloseRecords(context: Context, kept: KeptCloses): Promise<void> {
  await writeSetting(context, KEY, JSON.stringify(kept));
}

/** Those that were not re-opened, in the order of their periods. */
export function standing({ closes }: KeptCloses): KeptClose[] {
  return closes.filter(({ reopened }) => reopened === undefined).sort((a, b) => a.from - b.from);
}

function newSalt(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function readRecords(text: string): KeptCloses | undefined {
  const read = asRecord(parsed(text));
  const [salt, closes] = [read?.['salt'], read?.['closes']];
  if (typeof salt !== 'string' || !Array.isArray(closes)) return undefined;
  const all = closes.map((one): KeptClose | undefined => recordOf(asRecord(one)));
  const known = all.filter((one): one is KeptClose => one !== undefined);
  return known.length === all.length ? { salt, closes: known } : undefined;
}

type Fields = Readonly<Record<string, unknown>> | undefined;

function recordOf(fields: Fields): KeptClose | undefined {
  const by = asRecord(fields?.['by']);
  const reopened = asRecord(fields?.['reopened']);
  const words = ['name', 'created', 'digest', 'previous'].map((key) => fields?.[key]);
  const numbers = ['from', 'to', 'payable'].map((key) => fields?.[key]);
  const of = ['plans', 'options', 'version'].map((key) => by?.[key]);
  const isWhole =
    [...words, ...of].every((one) => typeof one === 'string') &&
    numbers.every((one) => typeof one === 'number');
  if (!isWhole) return undefined;
  const [name, created, digest, previous] = words as [string, string, string, string];
  const [from, to, payable] = numbers as [number, number, number];
  const [plans, options, version] = of as [string, string, string];
  return {
    ...{ name, from, to, created, digest, previous, payable },
    by: { plans, options, version },
    reopened:
      reopened === undefined
        ? undefined
        : { created: String(reopened['created']), reason: String(reopened['reason']) },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function asRecord(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}
