/** The eight layers in which money is matched to what is owed (A30, T5), oldest to oldest (T7). */
import type { Steps } from '../../core/steps';
import type { Entries } from './entries';

/** Money that can be moved. */
export interface Source {
  readonly entry: number;
  left: number;
  /** The claim of the charge it came from; empty where it came from none. */
  readonly claim: string;
  /** The pair by which its money left a charge; NONE where it stood in a pool before. */
  readonly origin: number;
}

/** What is owed. */
export interface Target {
  readonly entry: number;
  open: number;
  readonly claim: string;
}

/** Takes a match: cents of a source go to a target. */
export type Pair = (source: Source, target: Target, cents: number, layer: number) => void;

/** What has to be the same in a layer. */
const layers = [
  { provider: true, patient: true, location: true },
  { provider: true, patient: true, location: false },
  { provider: true, patient: false, location: true },
  { provider: false, patient: true, location: true },
  { provider: true, patient: false, location: false },
  { provider: false, patient: true, location: false },
  { provider: false, patient: false, location: true },
  { provider: false, patient: false, location: false },
] as const;

/** The last layer, in which nothing has to be the same: the only one of FIFO (T12). */
export const LAST_LAYER = layers.length;

/** What the two sides of a match have in common, in words: `the same provider and patient`. */
export function layerWords(layer: number): string {
  const of = layers[layer - 1] ?? layers[LAST_LAYER - 1];
  const same = (['provider', 'patient', 'location'] as const).filter((one) => of?.[one]);
  return same.length === 3 ? 'provider, patient and location' : same.join(' and ');
}

/** All buckets of a layer are done before the next one; sources and targets stand in their order. */
export function* throughLayers(
  {
    sources,
    targets,
  }: { readonly sources: readonly Source[]; readonly targets: readonly Target[] },
  { entries, isFifo }: { readonly entries: Entries; readonly isFifo: boolean },
  pair: Pair,
): Steps<undefined> {
  const width = {
    patient: entries.patients.texts.length,
    location: entries.locations.texts.length,
  };
  for (const [place, layer] of layers.entries()) {
    if (isFifo && place + 1 < LAST_LAYER) continue;
    const money = sources.filter(({ left }) => left > 0);
    const owed = targets.filter(({ open }) => open > 0);
    if (money.length === 0 || owed.length === 0) return undefined;
    const keyOf = ({ entry }: Source | Target): number => {
      const { provider, patient, location } = entries.keyOf(entry);
      const person = layer.patient ? patient : 0;
      const site = layer.location ? location : 0;
      return ((layer.provider ? provider : 0) * width.patient + person) * width.location + site;
    };
    yield* pour(money, owed, { keyOf, pair, layer: place + 1 });
  }
  return undefined;
}

/** Money of a claim goes to what is owed on the same claim (A45). */
export function* withinClaims(
  sources: readonly Source[],
  targets: readonly Target[],
  pair: Pair,
): Steps<undefined> {
  const hasClaim = ({ claim }: Source | Target): boolean => claim !== '';
  const keyOf = ({ claim }: Source | Target): string => claim;
  yield* pour(sources.filter(hasClaim), targets.filter(hasClaim), { keyOf, pair, layer: 0 });
  return undefined;
}

/** Entries between two pauses. */
const A_STEP = 2_000;

/** The bucket loop (T7): each target in order takes from each source of its bucket in order. */
function* pour(
  sources: readonly Source[],
  targets: readonly Target[],
  of: {
    readonly keyOf: (one: Source | Target) => string | number;
    readonly pair: Pair;
    readonly layer: number;
  },
): Steps<undefined> {
  const buckets = new Map<string | number, { readonly sources: Source[]; next: number }>();
  for (const [place, source] of sources.entries()) {
    if (place % A_STEP === A_STEP - 1) yield;
    const key = of.keyOf(source);
    const known = buckets.get(key);
    if (known === undefined) buckets.set(key, { sources: [source], next: 0 });
    else known.sources.push(source);
  }
  for (const [place, target] of targets.entries()) {
    if (place % A_STEP === A_STEP - 1) yield;
    const bucket = buckets.get(of.keyOf(target));
    while (bucket !== undefined && target.open > 0) {
      const source = bucket.sources[bucket.next];
      if (source === undefined) break;
      const cents = Math.min(source.left, target.open);
      if (cents > 0) of.pair(source, target, cents, of.layer);
      source.left -= cents;
      target.open -= cents;
      if (source.left <= 0) bucket.next++;
    }
  }
  return undefined;
}
