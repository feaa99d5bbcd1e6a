/**
 * The bridge walks from anchor to anchor with residual 0.00, and its anchors are the totals of the reports:
 * gross production, earned income and cash. Collections has no sheet of its own: both walks meet there.
 */
import type { ResultJson, TableJson } from '../../spawnRunner';
import { hundredths, type Sheets, sheetsOf, type Ticks, ticks } from './figures';
import { byProvider } from './income';

/** Sentences of what does not hold; empty where all does, or where there is no bridge. */
export function bridgeOff(result: ResultJson): readonly string[] {
  const sheets = sheetsOf(result);
  const found = ticks();
  const [table, ...others] =
    result.sheets.find(({ name }) => name === 'Reconciliation Bridge')?.tables ?? [];
  if (table === undefined) return found.off;
  const isTrail = table.rows[0]?.[0] === 'Gross Production';
  walk(table, isTrail ? trailAnchors : anchors, found);
  for (const anchor of isTrail ? trailAnchors : anchors)
    compareAnchor(table, anchor, sheets, found);
  for (const one of others) {
    if (one.title.includes('Audit Trail')) {
      walk(one, trailAnchors, found);
      for (const anchor of trailAnchors) compareAnchor(one, anchor, sheets, found);
    } else compareEnds(one, sheets, found);
  }
  return found.off;
}

/** A line of the bridge and where a report has the same figure: the total of a column, or one of its lines. */
interface Anchor {
  readonly line: string;
  readonly total?: readonly [sheet: string, head: string];
  readonly row?: readonly [sheet: string, line: string];
}

const anchors: readonly Anchor[] = [
  { line: 'Production', total: [byProvider, 'Production'] },
  { line: 'Income', total: ['CPT Billed Services', 'Total Income'] },
  { line: 'Collections' },
  { line: 'Cash', total: ['Cash Summary', 'Amount'] },
];

const trailAnchors: readonly Anchor[] = [
  'Gross Production',
  'Net Production',
  'Gross Collection',
  'Net Collection',
].map((line) => ({ line, row: ['Gross to Net', line] }));

/** Each anchor with every step behind it makes the next one; the residual is the last line. */
function walk({ title, rows }: TableJson, of: readonly Anchor[], { off, same }: Ticks): void {
  const places = of.map(({ line }) => rows.findIndex(([name]) => name === line));
  if (places[0] !== 0 || places.at(-1) !== rows.length - 2) off.push(`${title}: anchors are lost`);
  for (const [step, { line }] of of.slice(1).entries()) {
    const [from = 0, to = 0] = places.slice(step, step + 2);
    const walked = rows.slice(from, to).reduce((sum, [, amount]) => sum + hundredths(amount), 0);
    same(`${title}: the steps to ${line}`, walked, hundredths(rows[to]?.[1]));
  }
  residualIsZero(rows, title, off);
}

function residualIsZero(rows: TableJson['rows'], title: string, off: string[]): void {
  const [line, amount] = rows.at(-1) ?? [];
  if (line !== 'Residual' || amount !== '0.00')
    off.push(`${title}: ${String(line)} ${String(amount)}`);
}

function compareAnchor({ rows }: TableJson, anchor: Anchor, sheets: Sheets, found: Ticks): void {
  const [, amount] = rows.find(([line]) => line === anchor.line) ?? [];
  const what = `the anchor ${anchor.line}`;
  const { total: [sheet = '', head = ''] = [], row: [lines = '', line = ''] = [] } = anchor;
  const total = sheets(sheet)?.total(head);
  if (total !== undefined) found.same(what, hundredths(amount), total);
  const ofLine = sheets(lines)?.sum('Amount', { Line: line });
  if (ofLine !== undefined) found.same(what, hundredths(amount), ofLine);
}

/** The ends of the pairs below the bridge, and the columns whose totals they are. */
const ends: Readonly<Record<string, readonly [sheet: string, head: string]>> = {
  'Total Value of CPT Billed Services': ['CPT Billed Services', 'Total Value'],
  'Collected Amount of CPT Collections (Gross)': ['CPT Collections (Gross)', 'Collected Amount'],
  'Total of Cash Summary': ['Cash Summary', 'Amount'],
  'Total of Provider Summary': ['Provider Summary', 'Amount'],
  'Total Invoiced of Gross Invoicing Summary': ['Gross Invoicing Summary', 'Total Invoiced'],
  'Total Invoicing Collected of Practice Summary': [
    'Practice Summary',
    'Total Invoicing Collected',
  ],
};

/** A pair: from the first figure by every step to the one before the Residual. */
function compareEnds({ title, rows }: TableJson, sheets: Sheets, { off, same }: Ticks): void {
  const last = rows.at(-2) ?? [];
  const walked = rows.slice(0, -2).reduce((sum, [, amount]) => sum + hundredths(amount), 0);
  same(`${title}: the steps`, walked, hundredths(last[1]));
  residualIsZero(rows, title, off);
  for (const [line, amount] of [rows[0] ?? [], last]) {
    const end = ends[String(line)];
    if (end === undefined) off.push(`${title}: no report has ${String(line)}`);
    const [sheet = '', head = ''] = end ?? [];
    const total = sheets(sheet)?.total(head);
    if (total !== undefined) same(String(line), hundredths(amount), total);
  }
}
