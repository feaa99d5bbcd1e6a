/** Runs a law over random cases; a failure prints the seed and the smallest ledger that breaks it. */
import * as fc from 'fast-check';

/** LAW_RUNS and LAW_SEED lengthen a run or repeat a failed one. */
const numRuns = Number(process.env['LAW_RUNS'] ?? 1000);
const seed = process.env['LAW_SEED'];

/** Tries the `kept` cases first: those that broke the law once. */
export function holds<Case>(
  cases: fc.Arbitrary<Case>,
  check: (one: Case) => void,
  kept: readonly Case[] = [],
): void {
  fc.assert(fc.property(cases, check), {
    numRuns: numRuns + kept.length,
    examples: kept.map((one): [Case] => [one]),
    ...(seed === undefined ? {} : { seed: Number(seed) }),
  });
}
