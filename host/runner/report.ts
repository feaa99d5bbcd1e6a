/** The headless runner: the add-in's own code on the stand-in for Excel, from the command line. */
import { existsSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { RunOutcome, RunResult } from '../../src/app/runReports';
import { failureSentences } from '../../src/app/say';
import { resultJson } from '../../src/reports/resultJson';
import { version } from '../../package.json';
import {
  ExcelHost,
  openWorkbook,
  saveWorkbook,
  WorkbookRefused,
  type HostWorkbook,
} from '../index';
import { startOffice } from '../node';
import { readArguments, type RunnerArguments, usage } from './arguments';
import { problemLines, resultLines } from './printResult';
import { stopwatch, type Stopwatch } from './stopwatch';

const SAMPLE = join(__dirname, '../../samples/veterinary-quarter.xlsx');

/** 0 done, 1 done with rows held back, 2 refused. */
type ExitStatus = 0 | 1 | 2;

function refuse(reasons: readonly string[]): ExitStatus {
  for (const reason of reasons) process.stderr.write(`refused: ${reason}\n`);
  return 2;
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Runs the reports of a command line. Nothing is written unless the run is done. */
async function main(words: readonly string[]): Promise<ExitStatus> {
  let args: RunnerArguments;
  try {
    args = readArguments(words);
  } catch (error) {
    return refuse([messageOf(error), `the usage is ${usage}`]);
  }
  const path = resolve(args.workbook ?? SAMPLE);
  const reasons = fileReasons(args, path);
  if (reasons.length > 0) return refuse(reasons);
  const watch = stopwatch();
  watch.start('open');
  let workbook: HostWorkbook;
  try {
    workbook = openWorkbook(readFileSync(path));
  } catch (error) {
    if (error instanceof WorkbookRefused) return refuse([`${basename(path)}: ${error.message}`]);
    throw error;
  }
  const outcome = await run(workbook, { args, path, watch });
  if (outcome.kind === 'refused') {
    print(problemLines(outcome.problems));
    return refuse(outcome.reasons);
  }
  print(resultLines(outcome));
  writeFiles(outcome, workbook, { args, watch });
  print(['', watch.line()]);
  if (outcome.heldRows > 0)
    print([`NOT TIED OUT: ${outcome.heldRows} row(s) held back, see above`]);
  return outcome.heldRows > 0 ? 1 : 0;
}

function fileReasons({ out }: RunnerArguments, path: string): string[] {
  if (!existsSync(path)) return [`there is no file ${path}`];
  const isSame = out !== undefined && existsSync(out) && realpathSync(out) === realpathSync(path);
  return isSame ? ['--out names the workbook itself; choose another file'] : [];
}

async function run(
  workbook: HostWorkbook,
  of: { readonly args: RunnerArguments; readonly path: string; readonly watch: Stopwatch },
): Promise<RunOutcome> {
  of.watch.start('office.js');
  await startOffice(new ExcelHost(workbook, { name: basename(of.path) }));
  // The add-in's code expects office.js to be there when it is loaded, as in Excel.
  const { runReports } = await import('../../src/app/runReports');
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return runReports(
    {
      ...of.args.request,
      write: of.args.out !== undefined,
      stamp: { created: createdText(new Date()), timeZone: zone, version },
    },
    (stage) => {
      of.watch.start(stage);
    },
  );
}

function createdText(now: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day} ${two(now.getHours())}:${two(now.getMinutes())}`;
}

function writeFiles(
  result: RunResult,
  workbook: HostWorkbook,
  of: { readonly args: RunnerArguments; readonly watch: Stopwatch },
): void {
  const { out, json } = of.args;
  of.watch.start('save');
  if (out !== undefined) {
    writeWhole(out, saveWorkbook(workbook));
    print(['', `Workbook with the report sheets: ${resolve(out)}`]);
  }
  if (json !== undefined) {
    writeWhole(json, JSON.stringify(resultJson(result), null, 1));
    print([`Result as JSON: ${resolve(json)}`]);
  }
  of.watch.stop();
}

/** Writes beside the file and renames, so that a file is never half written (I8). */
function writeWhole(path: string, contents: string | Uint8Array): void {
  const unfinished = `${path}.unfinished`;
  writeFileSync(unfinished, contents);
  renameSync(unfinished, path);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.exitCode = refuse(failureSentences(error));
  },
);
