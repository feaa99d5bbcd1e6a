/** Starts the real runner as a process, as `npm run report` does, in a folder of its own. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HostWorkbook, saveWorkbook } from '../../host/index';

const project = join(__dirname, '../..');
const tsx = join(project, 'node_modules/tsx/dist/cli.mjs');
const report = join(project, 'host/runner/report.ts');

export interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder for the files of a test. */
export interface Folder {
  readonly path: string;
  /** Path of a file in it. */
  file(name: string): string;
  /** Saves a workbook in it and returns its path. */
  save(name: string, workbook: HostWorkbook): string;
  write(name: string, contents: string | Uint8Array): string;
  /** Names of the files in it, in order. */
  names(): string[];
  json(name: string): ResultJson;
  /** Runs the runner in it; words that name files are relative to it. */
  run(...words: readonly string[]): Promise<Run>;
  remove(): void;
}

export function newFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'practice-ledger-runner-'));
  const file = (name: string): string => join(path, name);
  const write = (name: string, contents: string | Uint8Array): string => {
    writeFileSync(file(name), contents);
    return file(name);
  };
  return {
    path,
    file,
    write,
    save: (name, workbook) => write(name, saveWorkbook(workbook)),
    names: () => readdirSync(path).sort(),
    json: (name) => JSON.parse(readFileSync(file(name), 'utf8')) as ResultJson,
    run: (...words) => runIn(path, words),
    remove() {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** Two at a time: more would only wait for each other. */
const AT_A_TIME = 2;
const queue: Promise<unknown>[] = Array.from({ length: AT_A_TIME }, () => Promise.resolve());
let started = 0;

function runIn(folder: string, words: readonly string[]): Promise<Run> {
  const lane = started++ % AT_A_TIME;
  const before = queue[lane] ?? Promise.resolve();
  const run = before.then(() => start(folder, words));
  queue[lane] = run;
  return run;
}

function start(folder: string, words: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    const env = { ...process.env, TZ: 'America/Denver' };
    const options = { cwd: folder, env, timeout: 90_000, maxBuffer: 64 << 20 };
    const child = execFile(
      process.execPath,
      [tsx, report, ...words],
      options,
      (_, stdout, stderr) => {
        resolve({ status: child.exitCode ?? -1, stdout, stderr });
      },
    );
  });
}

export type JsonCell = string | number | null;

export interface TableJson {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly JsonCell[])[];
  readonly total?: readonly JsonCell[];
}

export interface SheetJson {
  readonly name: string;
  readonly report: string;
  readonly info: readonly (readonly [string, string])[];
  readonly tables: readonly TableJson[];
}

/** What `--json` writes, as the contract has it. */
export interface ResultJson {
  readonly period: { readonly from: string; readonly to: string };
  readonly sheets: readonly SheetJson[];
  readonly checks: readonly {
    readonly id: string;
    readonly label: string;
    readonly difference: string;
    readonly ok: boolean;
  }[];
  readonly rows: readonly Readonly<Record<string, string | number>>[];
  readonly problems: readonly Readonly<Record<string, string | number>>[];
}

export function sheetOf(result: ResultJson, name: string): SheetJson {
  const found = result.sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`the result has no sheet ${name}`);
  return found;
}

export function firstTable(result: ResultJson, name: string): TableJson {
  const [table] = sheetOf(result, name).tables;
  if (table === undefined) throw new Error(`the sheet ${name} has no table`);
  return table;
}
