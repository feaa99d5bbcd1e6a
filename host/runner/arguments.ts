/** The words of the command line, as the public contract has them. */
import { parseArgs } from 'node:util';
import type { RunRequest } from '../../src/app/runRequest';

export interface RunnerArguments {
  /** Undefined: the sample workbook. */
  readonly workbook: string | undefined;
  readonly out: string | undefined;
  readonly json: string | undefined;
  /** Closes the pay period before the reports are made. */
  readonly close: boolean;
  /** Opens the last closed period again, for this reason, before anything else. */
  readonly reopen: string | undefined;
  readonly request: Omit<RunRequest, 'stamp' | 'write'>;
}

export const usage = `npm run report -- [WORKBOOK.xlsx] [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--reports LIST]
  [--option NAME=VALUE …] [--provider NAME …] [--location NAME …] [--control NAME=AMOUNT …]
  [--close] [--reopen REASON] [--out FILE.xlsx] [--json FILE.json]`;

/** Reads the command line; throws with a sentence where a switch does not exist or wants a value. */
export function readArguments(words: readonly string[]): RunnerArguments {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      from: { type: 'string', multiple: true },
      to: { type: 'string', multiple: true },
      reports: { type: 'string', multiple: true },
      option: { type: 'string', multiple: true },
      provider: { type: 'string', multiple: true },
      location: { type: 'string', multiple: true },
      control: { type: 'string', multiple: true },
      close: { type: 'boolean' },
      reopen: { type: 'string', multiple: true },
      out: { type: 'string', multiple: true },
      json: { type: 'string', multiple: true },
    },
  });
  const once = (
    name: 'from' | 'to' | 'reports' | 'reopen' | 'out' | 'json',
  ): string | undefined => {
    const [given, ...others] = values[name] ?? [];
    if (others.length > 0) throw new Error(`--${name} stands there more than once`);
    return given;
  };
  const [workbook, ...more] = positionals;
  if (more.length > 0) throw new Error(`one workbook at a time, not also ${more.join(', ')}`);
  return {
    workbook,
    out: once('out'),
    json: once('json'),
    close: values.close === true,
    reopen: once('reopen'),
    request: {
      reports: (once('reports') ?? 'all').split(',').map((name) => name.trim()),
      from: once('from'),
      to: once('to'),
      options: (values.option ?? []).map((word) => pair('--option', word)),
      providers: values.provider ?? [],
      locations: values.location ?? [],
      controls: (values.control ?? []).map((word) => pair('--control', word)),
    },
  };
}

function pair(name: string, word: string): [string, string] {
  const equals = word.indexOf('=');
  if (equals <= 0) throw new Error(`${name} wants NAME=VALUE, not "${word}"`);
  return [word.slice(0, equals), word.slice(equals + 1)];
}
