/** Where the time between two moments went: the function in which a sampling profiler found the process. */
import { readFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector/promises';
import { fileURLToPath } from 'node:url';

/** Microseconds of the monotonic clock. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface PlaceFinder {
  /** For each span of each list, the innermost function of ours that held most of it. */
  placesOf(lists: readonly (readonly Span[])[]): Promise<string[][]>;
}

/** Microseconds between two samples. */
const INTERVAL = 200;

/** A function is the place where so much of a span is in it or in what it calls. */
const MOST = 0.6;

/** Starts sampling; `placesOf` ends it. */
export async function placeFinder(): Promise<PlaceFinder> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
  await session.post('Profiler.start');
  return {
    async placesOf(lists) {
      const { profile } = await session.post('Profiler.stop');
      session.disconnect();
      const samples = samplesOf(profile);
      return lists.map((spans) => spans.map((span) => placeIn(samples, span)));
    },
  };
}

interface Samples {
  readonly moments: Float64Array;
  /** For each sample the functions of ours on its stack, the outermost first. */
  readonly stacks: readonly (readonly string[])[];
}

function samplesOf({ nodes, startTime, samples = [], timeDeltas = [] }: Profiler.Profile): Samples {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parentOf = new Map<number, number>();
  for (const { id, children = [] } of nodes) for (const child of children) parentOf.set(child, id);
  const stackOf = new Map<number, string[]>();
  const fileOf = fileFinder();
  const stack = (id: number): string[] => {
    const known = stackOf.get(id);
    if (known !== undefined) return known;
    const parent = parentOf.get(id);
    const above = parent === undefined ? [] : stack(parent);
    const own = byId.get(id)?.callFrame;
    const file = own && fileOf(own.url, own.lineNumber);
    const name = own?.functionName === '' ? 'a function' : own?.functionName;
    const made = file === undefined ? above : [...above, `${name} in ${file}`];
    stackOf.set(id, made);
    return made;
  };
  let moment = startTime;
  return {
    moments: Float64Array.from(timeDeltas, (delta) => (moment += delta)),
    stacks: samples.map(stack),
  };
}

/** A bundle says above each part which file of ours it was. */
function fileFinder(): (url: string, line: number) => string | undefined {
  const files = new Map<string, readonly (string | undefined)[]>();
  return (url, line) => {
    if (!url.startsWith('file:')) return undefined;
    const known = files.get(url);
    if (known !== undefined) return known[line];
    let file: string | undefined;
    const lines = readFileSync(fileURLToPath(url), 'utf8').split('\n');
    const made = lines.map((text) => {
      const named = /^\/\/ (\S+[.]\w+)$/.exec(text)?.[1];
      if (named !== undefined) file = /(?:^|\/)src\/(.*)$/.exec(named)?.[1];
      return file;
    });
    files.set(url, made);
    return made[line];
  };
}

/** Goes inwards as long as one function holds most of the samples. */
function placeIn({ moments, stacks }: Samples, { from, to }: Span): string {
  const inside = stacks.filter((_, sample) => moments[sample]! >= from && moments[sample]! <= to);
  let place = '';
  for (let depth = 0; ; depth++) {
    const counts = new Map<string, number>();
    for (const stack of inside) {
      const name = stack[depth];
      if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const [first] = [...counts].sort(([, a], [, b]) => b - a);
    if (first === undefined || first[1] < MOST * inside.length) return place;
    [place] = first;
  }
}
