/** The whole run, as a user starts it: a workbook of many rows through the headless runner. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CellValue, HostWorkbook, saveWorkbook } from '../host/index';
import { providerName } from './tables';
import { OPEN, workload, type Workload, YEAR } from './workload';

/** This many lines come with 100,000 payments. */
const LINES = 132_000;

/** A ledger of twelve columns of charges, five of invoices and eight of payments. */
function ledgerWorkbook({ lines, invoices, payments }: Workload): HostWorkbook {
  const workbook = new HostWorkbook();
  const add = (name: string, headers: readonly string[], rows: readonly CellValue[][]): void => {
    workbook.addTable(name, workbook.addSheet(name), 'A1', [headers, ...rows]);
  };
  add(
    'Charges',
    'Charge ID,Service Date,Provider,Code,Description,Invoice Tag,Quantity,Amount,Discount,Location,Patient ID,Invoice Number'.split(
      ',',
    ),
    Array.from(lines.day, (day, row) => [
      `C-${1_000_001 + row}`,
      day,
      providerName(lines.provider[row]!),
      `P${lines.product[row]!}`,
      `Treatment ${lines.product[row]!}`,
      `Tag ${lines.tag[row]!}`,
      1,
      lines.cents[row]! / 100,
      0,
      'Main',
      `PT-${lines.invoice[row]! % 5000}`,
      500_001 + lines.invoice[row]!,
    ]),
  );
  add(
    'Invoices',
    'Invoice Number,Closed Date,Tax,Status,Account ID'.split(','),
    Array.from(invoices.closedDay, (day, row) => [
      500_001 + row,
      day === OPEN ? '' : day,
      invoices.taxCents[row]! / 100,
      day === OPEN ? 'Open' : 'Closed',
      `A-${row % 5000}`,
    ]),
  );
  add(
    'Payments',
    'Payment ID,Payment Date,Type,Amount,Method,Invoice Number,Account ID,Voided'.split(','),
    Array.from(payments.day, (day, row) => [
      `R-${1_000_001 + row}`,
      day,
      payments.cents[row]! < 0 ? 'Refund' : 'Payment',
      payments.cents[row]! / 100,
      'Card',
      500_001 + payments.invoice[row]!,
      `A-${payments.invoice[row]! % 5000}`,
      'No',
    ]),
  );
  return workbook;
}

const folder = mkdtempSync(join(tmpdir(), 'practice-ledger-'));
const path = join(folder, 'ledger.xlsx');
const work = workload(LINES);
writeFileSync(path, saveWorkbook(ledgerWorkbook(work)));
process.stdout.write(
  `${LINES} charges, ${work.invoices.closedDay.length} invoices, ${work.payments.day.length} payments, ${statSync(path).size} bytes\n`,
);
const runner = join(__dirname, '..', 'host', 'runner', 'report.ts');
const month = [`--from=${YEAR}-03-01`, `--to=${YEAR}-03-31`].flatMap((text) => text.split('='));
const out = join(folder, 'report.xlsx');
const started = performance.now();
const { status } = spawnSync(
  process.execPath,
  [...process.execArgv, runner, path, ...month, '--out', out],
  { stdio: 'inherit' },
);
const seconds = (performance.now() - started) / 1000;
process.stdout.write(`exit status ${status}, ${seconds.toFixed(1)} s as a whole process\n`);
rmSync(folder, { recursive: true });
process.exitCode = status ?? 1;
