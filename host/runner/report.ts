/** The headless runner: the add-in's own code on the stand-in for Excel, from the command line. */
import {
  existsSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { CloseRequest } from '../../src/app/closePeriod';
import type { Watch } from '../../src/excel/reading';
import type { RunOutcome, RunResult } from '../../src/app/runReports';
import { failureSentences } from '../../src/app/say';
import { resultJson } from '../../src/reports/resultJson';
import { version } from '../../src/app/version';
import { functionsMetadata } from '../../src/functions/metadata';
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
  const files = writeFiles(outcome, workbook, { args, watch });
  print([...resultLines(outcome), '', ...files, watch.line()]);
  if (outcome.heldRows > 0)
    print([`NOT TIED OUT: ${outcome.heldRows} row(s) held back, see above`]);
  return outcome.heldRows > 0 ? 1 : 0;
}

/** What is wrong with the files of a command line, before anything is opened. */
function fileReasons({ out, json }: RunnerArguments, path: string): string[] {
  if (!existsSync(path)) return [`there is no file ${path}`];
  if (statSync(path).isDirectory()) return [`${path} is a folder, not a workbook`];
  const outputs = [
    ['--out', out],
    ['--json', json],
  ] as const;
  const reasons = outputs.flatMap(([name, file]) => {
    if (file === undefined) return [];
    if (existsSync(file) && statSync(file).isDirectory()) return [`${name} ${file} is a folder`];
    if (!existsSync(dirname(resolve(file)))) return [`${name}: there is no folder for ${file}`];
    return isSameFile(file, path) ? [`${name} names the workbook itself; choose another file`] : [];
  });
  const areSame = out !== undefined && json !== undefined && isSameFile(out, json);
  return areSame ? [...reasons, '--out and --json name the same file'] : reasons;
}

function isSameFile(one: string, other: string): boolean {
  if (resolve(one) === resolve(other)) return true;
  const exist = existsSync(one) && existsSync(other);
  return exist && realpathSync.native(one) === realpathSync.native(other);
}

async function run(
  workbook: HostWorkbook,
  of: { readonly args: RunnerArguments; readonly path: string; readonly watch: Stopwatch },
): Promise<RunOutcome> {
  of.watch.start('office.js');
  const host = new ExcelHost(workbook, { name: basename(of.path) });
  await startOffice(host);
  // The add-in's code expects office.js to be there when it is loaded, as in Excel.
  const { runReports } = await import('../../src/app/runReports');
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const stamp = { created: createdText(new Date()), timeZone: zone, version };
  const watch: Watch = (stage) => {
    of.watch.start(stage);
  };
  const reasons = await closeOrOpen(of.args, stamp, watch);
  if (reasons.length > 0) return { kind: 'refused', reasons, problems: [] };
  const outcome = await runReports(
    { ...of.args.request, write: of.args.out !== undefined, stamp },
    watch,
  );
  if (outcome.kind === 'done' && of.args.out !== undefined) {
    of.watch.start('functions');
    await calculateFunctions(host);
  }
  return outcome;
}

/** Why a period cannot be closed or opened; none where it is done, or was not asked for. */
async function closeOrOpen(
  { close, reopen, request, out }: RunnerArguments,
  stamp: CloseRequest['stamp'],
  watch: Watch,
): Promise<readonly string[]> {
  if (!close && reopen === undefined) return [];
  if (out === undefined) return ['--close and --reopen want --out: the workbook keeps them'];
  const { closePeriod, reopenPeriod } = await import('../../src/app/closePeriod');
  if (reopen !== undefined) {
    const opened = await reopenPeriod({ reason: reopen, created: stamp.created });
    if (opened.kind === 'refused') return opened.reasons;
  }
  if (!close) return [];
  if (request.from === undefined || request.to === undefined) {
    return ['--close wants --from and --to'];
  }
  const { from, to, options } = request;
  const closed = await closePeriod({ from, to, options, stamp, today: undefined }, watch);
  return closed.kind === 'refused' ? closed.reasons : [];
}

/** Cells of the workbook that call the add-in's functions get the figures of this run. */
async function calculateFunctions(host: ExcelHost): Promise<void> {
  await import('../../src/functions/index');
  host.registerFunctions(functionsMetadata());
  await host.settleFunctions();
}

function createdText(now: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day} ${two(now.getHours())}:${two(now.getMinutes())}`;
}

/** Writes all files beside their places and then renames them: none is ever half written (I8). */
function writeFiles(
  result: RunResult,
  workbook: HostWorkbook,
  of: { readonly args: RunnerArguments; readonly watch: Stopwatch },
): string[] {
  const { out, json } = of.args;
  of.watch.start('save');
  const files: { name: string; path: string; contents: string | Uint8Array }[] = [];
  if (out !== undefined) {
    const name = 'Workbook with the report sheets';
    files.push({ name, path: resolve(out), contents: saveWorkbook(workbook) });
  }
  if (json !== undefined) {
    const contents = JSON.stringify(resultJson(result), null, 1);
    files.push({ name: 'Result as JSON', path: resolve(json), contents });
  }
  const unfinished = (path: string): string => `${path}.unfinished`;
  try {
    for (const { path, contents } of files) writeFileSync(unfinished(path), contents);
    for (const { path } of files) renameSync(unfinished(path), path);
  } finally {
    for (const { path } of files) rmSync(unfinished(path), { force: true });
  }
  of.watch.stop();
  return files.map(({ name, path }) => `${name}: ${path}`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

// A reader that goes away, such as `head`, has read enough: the files are written by then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.exitCode = refuse(failureSentences(error));
  },
);
