/** Runs a law over random cases; a failure prints the seed and the smallest ledger that breaks it. */
import * as fc from 'fast-check';

/** LAW_RUNS and LAW_SEED lengthen or shorten a run, or repeat a failed one. */
export const lawRuns = Number(process.env['LAW_RUNS'] ?? 1000);
/** One seed for all laws of a file: laws about the same kind of case meet the same cases. */
const seed = Number(process.env['LAW_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** A case that breaks a law is kept as an example of its own, beside the law. */
export function holds<Case>(cases: fc.Arbitrary<Case>, check: (one: Case) => void): void {
  fc.assert(fc.property(cases, check), { numRuns: lawRuns, seed });
}
