/**
 * How long the pane stands still: every computation of a run on a large ledger, in pieces between which
 * it may pause. `--runs=3`, `--only=cpt` and `--location=Main` change what is run.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { MeasuredStage } from './slicesProcess';

/** As src/app/inSlices.ts: pieces are run until so many milliseconds are over. */
const SLICE = 12;

const RUNS = 5;

/** A computation at its best: each piece as the fastest of the processes ran it. */
interface Best extends MeasuredStage {
  readonly slices: readonly number[];
}

/** One file, as the add-in is: what tsx makes of each file names every function anew when it runs. */
function bundle(folder: string): string {
  const outfile = join(folder, 'slices.cjs');
  const entryPoints = [join(__dirname, 'slicesProcess.ts')];
  buildSync({ entryPoints, outfile, bundle: true, platform: 'node', target: 'es2022' });
  return outfile;
}

function runProcess(script: string, words: readonly string[]): MeasuredStage[] {
  const { status, stdout } = spawnSync(process.execPath, [script, ...words], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`a process ended with status ${status}`);
  return JSON.parse(stdout) as MeasuredStage[];
}

/** Every process runs the same pieces: what one of them was held up by is no cost of the piece. */
function bestOf(runs: readonly (readonly MeasuredStage[])[], places: MeasuredStage[]): Best[] {
  return places.map((stage, which) => {
    const same = runs.map((run) => run[which]!);
    for (const { name, digest, pieces } of same) {
      const isSame = digest === stage.digest && pieces.length === stage.pieces.length;
      if (!isSame) throw new Error(`two runs of ${name} differ`);
    }
    const pieces = stage.pieces.map((_, piece) =>
      Math.min(...same.map((run) => run.pieces[piece]!)),
    );
    return { ...stage, pieces, slices: slicesOf(pieces) };
  });
}

function slicesOf(pieces: readonly number[]): number[] {
  const slices = [0];
  for (const piece of pieces) {
    if (slices[slices.length - 1]! >= SLICE) slices.push(0);
    slices[slices.length - 1]! += piece;
  }
  return slices;
}

function printStage({ name, pieces, slices, places, digest }: Best, worst: number): void {
  const total = pieces.reduce((sum, one) => sum + one, 0);
  const longest = pieces.map((one, piece) => ({ one, piece })).sort((a, b) => b.one - a.one);
  const [first] = longest;
  const line = [
    name.padEnd(26),
    total.toFixed(0).padStart(7),
    String(pieces.length).padStart(7),
    String(slices.length).padStart(7),
    Math.max(...slices)
      .toFixed(1)
      .padStart(9),
    (first?.one ?? 0).toFixed(1).padStart(9),
    `  ${places[first?.piece ?? 0] ?? ''}`,
  ];
  process.stdout.write(`${line.join('')}${worst > 1 ? `  ${digest}` : ''}\n`);
  for (const { one, piece } of longest.slice(1, worst)) {
    const place = `piece ${piece}: ${places[piece] ?? ''}`;
    process.stdout.write(`${one.toFixed(1).padStart(65)}  ${place}\n`);
  }
}

function main(words: readonly string[]): void {
  const numberOf = (name: string, otherwise: number): number => {
    const word = words.find((one) => one.startsWith(`--${name}=`));
    return word === undefined ? otherwise : Number(word.slice(name.length + 3));
  };
  const passed = words.filter((word) => /^--(only|location)=/.test(word));
  const folder = mkdtempSync(join(tmpdir(), 'practice-ledger-'));
  const script = bundle(folder);
  const places = runProcess(script, [...passed, '--places']);
  const runs = Array.from({ length: numberOf('runs', RUNS) }, () => runProcess(script, passed));
  rmSync(folder, { recursive: true });
  process.stdout.write(
    `${'milliseconds'.padEnd(26)}  total pieces slices  longest  longest\n${' '.repeat(47)}    slice    piece  its place\n`,
  );
  for (const stage of bestOf(runs, places)) printStage(stage, numberOf('worst', 1));
}

main(process.argv.slice(2));
