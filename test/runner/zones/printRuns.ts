/** Runs ledgers with dates at the edges of days and years, in each zone that is named, and prints what came of it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbook, saveWorkbook, snapshot } from '../../../host/index';
import { resultJson } from '../../../src/reports/resultJson';
import { sampleBytes } from '../../../samples/books';
import { bytesOf } from '../../catalogue/bytesOf';
import { doneOf, runOn } from '../../support/hostRun';
import type { ResultJson } from '../spawnRunner';

/** Dates since 1904, around midnight, as text, of two digits, with zones. */
const codes = ['B3', 'B5', 'B6', 'B8', 'B13'];
/** What is written of them: every day of the month, invoices by their day, payments by theirs. */
const reports = ['collected-invoicing', 'sales'];
const sample = 'aesthetic-month.xlsx';

function digest(of: string | Uint8Array): string {
  return createHash('sha256').update(of).digest('hex');
}

async function printed(bytes: Uint8Array): Promise<Record<string, unknown>> {
  const workbook = openWorkbook(bytes);
  const { outcome } = await runOn(workbook, {
    reports,
    from: '2024-03-01',
    to: '2024-03-31',
  });
  const json = resultJson(doneOf(outcome)) as ResultJson;
  const summary = json.sheets.find(({ name }) => name === 'Practice Summary');
  return {
    collected: summary?.tables[0]?.rows.map(([provider, , dollars]) => [provider, dollars]),
    json: digest(JSON.stringify(json)),
    cells: digest(JSON.stringify(snapshot(workbook))),
    file: digest(saveWorkbook(workbook)),
  };
}

async function inZone(zone: string): Promise<unknown> {
  process.env['TZ'] = zone;
  const runs: Record<string, unknown> = {};
  for (const code of codes) {
    const bytes = readFileSync(join(__dirname, '../../catalogue', code, 'input.xlsx'));
    const isAsKept = Buffer.compare(bytes, Buffer.from(bytesOf(code))) === 0;
    runs[code] = { ...(await printed(bytes)), isAsKept };
  }
  const made = sampleBytes(sample);
  const kept = readFileSync(join(__dirname, '../../../samples', sample));
  runs[sample] = { ...(await printed(made)), isAsKept: Buffer.compare(made, kept) === 0 };
  // What is asked here shows that the zone and the language of the machine are others.
  const noon = new Date('2024-03-31T12:00:00Z').getHours();
  return { zone, noon, number: (1234.5).toLocaleString(), runs };
}

async function main(): Promise<void> {
  const zones: unknown[] = [];
  for (const zone of process.argv.slice(2)) zones.push(await inZone(zone));
  process.stdout.write(JSON.stringify(zones));
}

void main();
