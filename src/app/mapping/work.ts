/** How the tables of the workbook are read: looked at, tried with another mapping, and kept. */
import { counted } from '../../core/counted';
import { moneyText } from '../../core/cents';
import { surveySheets } from '../../excel/ownership';
import {
  guessHeaderCells,
  type HeaderCells,
  headerCellsAt,
  readUnderHeader,
} from '../../excel/readUnderHeader';
import { readLedger } from '../../excel/readLedger';
import type { DecidedHeader, Watch } from '../../excel/reading';
import { type Context, inExcel } from '../../excel/session';
import { ledgerSteps } from '../../ledger/buildLedger';
import { checkMapping } from '../../ledger/mapping/checkMapping';
import { moneyField } from '../../ledger/mapping/editMapping';
import { refName } from '../../ledger/mapping/fingerprint';
import type { HeaderRef } from '../../ledger/mapping/tableMapping';
import type { Problem } from '../../ledger/problem';
import type { SourceTable, Tables } from '../../ledger/tables';
import { inSlices } from '../inSlices';
import { inTurn } from '../inTurn';
import { noteMappingChange } from '../ledgerEdits';
import {
  exportMappings,
  forgetMapping,
  importMappings,
  keepMapping,
  loadMappings,
} from '../mappings';
import { settledMapping } from './draft';
import { isOf, listedMapping, listedTable, listedUnread } from './listed';
import { previewOf } from './preview';
import { draftOf } from './proposal';
import type {
  Checked,
  CheckedTable,
  Draft,
  HeaderPlace,
  ListedMapping,
  ListedTable,
  MappingList,
  MappingTold,
  SignQuestion,
} from './types';

interface Watching {
  readonly watch: Watch;
  readonly pause: () => void;
}

/** Header rows of the last look: what is known of a row when it is opened. */
let headers: readonly DecidedHeader[] = [];

export async function look({ watch, pause }: Watching): Promise<MappingList> {
  return asked(async (context) => {
    const kept = await loadMappings(context);
    const { ledgers } = await surveySheets(context);
    const { mappings } = kept;
    const read = await readLedger(context, ledgers, { watch, mappings });
    const ledger = await inSlices(ledgerSteps(read.tables), pause);
    headers = read.headers;
    const named = new Set(headers.map(({ place }) => place.sheet));
    const tables = headers.map((header) => {
      const own = { ...header.place, columns: header.cells.length };
      return listedTable(
        header,
        ledger.problems.filter((one) => isOf(one, own, endOf(own))),
      );
    });
    const unread: ListedTable[] = [];
    for (const worksheet of ledgers.filter(({ name }) => !named.has(name))) {
      unread.push(...(await guessHeaderCells(context, worksheet)).map(listedUnread));
    }
    return {
      tables: [...tables, ...unread],
      kept: mappings.map(listedMapping),
      sheets: ledgers.map(({ name }) => name),
      trouble: kept.problems.map(({ found }) => found).join('; '),
    };
  });
}

/** Undefined where the sheet is gone. */
export async function open(place: HeaderPlace): Promise<Draft | undefined> {
  return asked((context) => draftAt(context, place));
}

/** Undefined where the row has no headers. */
export async function openAt(sheet: string, row: number): Promise<Draft | undefined> {
  return asked(async (context) => {
    const places = await headerCellsAt(context, { sheet, row: row - 1 });
    // Of tables beside each other the one that is not known yet is meant.
    const place = places.find((one) => !isReadAt(one)) ?? places[0];
    return place === undefined ? undefined : draftAt(context, place);
  });
}

async function draftAt(context: Context, place: HeaderCells): Promise<Draft | undefined> {
  const read = await readUnderHeader(context, place);
  if (read === undefined) return undefined;
  return draftOf(place, read, knownAt(place));
}

function knownAt({ sheet, row, column }: HeaderPlace): DecidedHeader | undefined {
  return headers.find(
    ({ place, cells }) =>
      place.sheet === sheet &&
      place.row === row &&
      column >= place.column &&
      column < place.column + cells.length,
  );
}

/** Whether a table is read from columns of the place. */
function isReadAt(place: HeaderPlace): boolean {
  const fields = knownAt(place)?.decision.tables.flatMap((one) => [...one.fields.values()]) ?? [];
  return fields.some(
    ({ sheetColumn }) => sheetColumn >= place.column && sheetColumn < place.column + place.columns,
  );
}

/** The row (from 0) of the next header in the columns of a table; its problems are not those of this one. */
function endOf({ sheet, row, column, columns }: HeaderPlace): number {
  const below = headers.filter(
    ({ place, cells }) =>
      place.sheet === sheet &&
      place.row > row &&
      place.column < column + columns &&
      place.column + cells.length > column,
  );
  return Math.min(Infinity, ...below.map(({ place }) => place.row));
}

/** Reads the sheet of a draft by it, as the next Refresh would. */
export async function check(draft: Draft, { watch }: Watching): Promise<Checked> {
  return asked(async (context) => {
    const { mappings } = await loadMappings(context);
    const { ledgers } = await surveySheets(context);
    const sheets = ledgers.filter(({ name }) => name === draft.place.sheet);
    const of = { watch, mappings: [...mappings, settledMapping(draft)] };
    const { tables } = await readLedger(context, sheets, of);
    const problems = tables.problems.filter((problem) =>
      isOf(problem, draft.place, endOf(draft.place)),
    );
    const own = tables.sources.filter((source) => isUnder(source, draft.place));
    return {
      tables: own.map((source) => checkedTable(tables, source, { draft, problems })),
      problems,
    };
  });
}

function isUnder({ sheet, headerRow, fields }: SourceTable, place: HeaderPlace): boolean {
  const columns = [...fields.values()].map(({ sheetColumn }) => sheetColumn);
  const isBeside = columns.some((one) => one >= place.column && one < place.column + place.columns);
  return sheet === place.sheet && headerRow === place.row + 1 && isBeside;
}

function checkedTable(
  tables: Tables,
  source: SourceTable,
  of: { readonly draft: Draft; readonly problems: readonly Problem[] },
): CheckedTable {
  const { kind, rows } = source;
  const { headers: read, rows: preview } = previewOf(tables, source);
  const header = moneyField(kind);
  const told = [
    `${counted(rows.read)} ${rows.read === 1 ? 'row' : 'rows'} read`,
    ...(rows.held === 0 ? [] : [`${counted(rows.held)} held back`]),
    ...(rows.skipped === 0 ? [] : [`${counted(rows.skipped)} left out, such as totals`]),
  ];
  const sign = signQuestion(source, of);
  return {
    kind,
    rows: told.join(', '),
    total: header === undefined ? '' : `${header}: ${totalText(source)} in all`,
    ...(sign === undefined ? {} : { sign }),
    headers: read,
    preview,
  };
}

/** What its rows come to, those that are held too; totals lines are none of them. */
function totalText({ rows }: SourceTable): string {
  return moneyText(rows.readCents - rows.skippedCents);
}

/** Which sign money has can be said for every column of amounts that a row is counted by. */
function signQuestion(
  source: SourceTable,
  { draft, problems }: { readonly draft: Draft; readonly problems: readonly Problem[] },
): SignQuestion | undefined {
  const { kind, fields } = source;
  const header = moneyField(kind) ?? '';
  const read = [...fields.values()];
  const { column } = draft.place;
  const isRead = (ref: HeaderRef): boolean =>
    draft.columns.some(
      (one) =>
        refName(one.ref) === refName(ref) &&
        read.some(({ sheetColumn }) => sheetColumn === column + one.index),
    );
  const at = draft.mapping.views.findIndex(({ kind: of, fields: mapped }) => {
    const source = mapped[header];
    return (
      of === kind && source !== undefined && 'columns' in source && source.columns.some(isRead)
    );
  });
  if (at === -1) return undefined;
  const total = totalText(source);
  const words =
    kind === 'Payments'
      ? `Payments total ${total}: is money received negative here?`
      : `${kind} total ${total}: does a minus mean what a plus should?`;
  const asked = new Set(read.map((field) => field.header));
  const mustBeAnswered = problems.some(
    (one) => one.code === 'SIGN_UNCLEAR' && asked.has(one.column),
  );
  return { at, header, words, mustBeAnswered };
}

export async function keep(draft: Draft): Promise<MappingTold> {
  const { mapping } = draft;
  const checked = checkMapping(settledMapping(draft));
  if ('reasons' in checked)
    return { isDone: false, words: `Not kept: ${checked.reasons.join('; ')}.` };
  await asked((context) => keepMapping(context, checked.mapping));
  noteMappingChange();
  const words = `‘${mapping.name}’ is kept: every table with these headers is read by it, also the next one that is pasted.`;
  return { isDone: true, words };
}

export async function forget({ name, headers: of }: ListedMapping): Promise<MappingTold> {
  await asked((context) => forgetMapping(context, of));
  noteMappingChange();
  return {
    isDone: true,
    words: `‘${name}’ is forgotten: its tables are read by their headers again.`,
  };
}

export function exportText(): Promise<string> {
  return asked(exportMappings);
}

export async function importText(text: string): Promise<MappingTold> {
  const reasons = await asked((context) => importMappings(context, text));
  if (reasons.length > 0)
    return { isDone: false, words: `Nothing was taken: ${reasons.join('; ')}.` };
  noteMappingChange();
  return { isDone: true, words: 'The mappings of the text are kept in this workbook.' };
}

function asked<Answer>(work: (context: Context) => Promise<Answer>): Promise<Answer> {
  return inTurn(() => inExcel(work));
}
