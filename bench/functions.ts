/**
 * What a cell with =NETCOLLECTION(provider, from, to) costs over a million allocated rows: against a function that
 * does nothing, through the same protocol, against a scan, and against SUMIFS that LibreOffice calculates.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { buildSync } from 'esbuild';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { MeasuredFunctions } from './functionsProcess';

/** Beside the packages: office.js is found from there. */
const cache = join(__dirname, '../node_modules/.cache/bench');

function measured(workbook: string): MeasuredFunctions {
  mkdirSync(cache, { recursive: true });
  const outfile = join(cache, 'functions.cjs');
  const entryPoints = [join(__dirname, 'functionsProcess.ts')];
  const external = ['@microsoft/office-js'];
  buildSync({ entryPoints, outfile, bundle: true, platform: 'node', target: 'es2022', external });
  const { status, stdout } = run(process.execPath, [
    '--expose-gc',
    '--max-old-space-size=6000',
    outfile,
    workbook,
  ]);
  if (status !== 0) throw new Error(`the process ended with status ${status}`);
  return JSON.parse(stdout) as MeasuredFunctions;
}

function run(program: string, words: readonly string[]): { status: number | null; stdout: string } {
  const { status, stdout, error } = spawnSync(program, words, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (error !== undefined) throw error;
  return { status, stdout };
}

/** Processor seconds that LibreOffice takes to open a workbook, calculate it and print its first sheet, and the figures. */
function inLibreOffice(folder: string, workbook: string): { seconds: number; figures: number[] } {
  const out = join(folder, 'csv');
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const words = [profile, '--headless', '--convert-to', 'csv', '--outdir', out, workbook];
  // The shell knows what its children took, however busy the machine is.
  const { stdout } = run('bash', ['-c', '"$@" > /dev/null; times', 'bash', 'soffice', ...words]);
  const name = `${basename(workbook, '.xlsx')}.csv`;
  const text = readFileSync(join(out, name), 'utf8');
  const figures = text.split('\n').filter(Boolean).map(Number);
  return { seconds: childSeconds(stdout), figures };
}

/** The second line of `times`: minutes and seconds of the children, as a program and in the system. */
function childSeconds(printed: string): number {
  const [, children = ''] = printed.trim().split('\n').slice(-2);
  const parts = [...children.matchAll(/(\d+)m([\d.,]+)s/g)];
  return parts.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds?.replace(',', '.')),
    0,
  );
}

/** The same workbook without a formula: what is left is opening it. */
function withoutFormulas(from: string, to: string): void {
  const parts = unzipSync(readFileSync(from));
  const name = 'xl/worksheets/sheet1.xml';
  const text = strFromU8(parts[name]!).replace(/<sheetData>.*<\/sheetData>/s, '<sheetData/>');
  writeFileSync(to, zipSync({ ...parts, [name]: strToU8(text) }, { level: 1 }));
}

function least(times: readonly number[]): number {
  return Math.min(...times);
}

function row(title: string, micros: number, floor: number): string {
  const times = micros / floor;
  const shown = times < 100 ? times.toFixed(2) : Math.round(times).toLocaleString('en');
  const time = micros < 100 ? micros.toFixed(2) : Math.round(micros).toLocaleString('en');
  return `| ${title.padEnd(58)} | ${time.padStart(12)} | ${`${shown}×`.padStart(10)} |`;
}

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'practice-ledger-'));
  const book = join(folder, 'rows.xlsx');
  const bare = join(folder, 'bare.xlsx');
  const ours = measured(book);
  if (!ours.same) throw new Error('the scan comes to other figures');
  withoutFormulas(book, bare);
  // The first start of LibreOffice makes its profile.
  const opening = [1, 2].map(() => inLibreOffice(folder, bare).seconds);
  const runs = [1, 2].map(() => inLibreOffice(folder, book));
  for (const { figures } of runs) {
    const isSame = figures.every((one, place) => Math.abs(one - ours.figures[place]!) < 0.005);
    if (!isSame || figures.length !== ours.figures.length) throw new Error('SUMIFS differ');
  }
  const sumifs = least(runs.map(({ seconds }) => seconds)) - least(opening);
  const floor = least(ours.empty);
  console.log(
    `${ours.rows.toLocaleString('en')} allocated rows, indexed in ${Math.round(ours.indexMs)} ms; 10,000 cells, 7 rounds, best of each\n`,
  );
  console.log(`| ${'a call'.padEnd(58)} | microseconds | of a floor |`);
  console.log(`| ${'-'.repeat(58)} | -----------: | ---------: |`);
  console.log(row('floor: a function that does nothing, through the runtime', floor, floor));
  console.log(
    row('NETCOLLECTION(provider, from, to), through the runtime', least(ours.ours), floor),
  );
  console.log(row('NETCOLLECTION by itself', ours.alone, floor));
  console.log(row('a scan of all rows', ours.scan, floor));
  console.log(
    row('SUMIFS, LibreOffice (opening taken off)', (sumifs * 1e6) / runs[0]!.figures.length, floor),
  );
  console.log(
    '\nrounds, floor and ours:',
    ours.empty.map((one, at) => `${one.toFixed(1)}/${ours.ours[at]!.toFixed(1)}`).join(' '),
  );
  rmSync(folder, { recursive: true });
  if (least(ours.ours) > 2 * floor) process.exitCode = 1;
}

main();
