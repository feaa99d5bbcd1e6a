/** Runs a law over random cases; a failure prints the seed and the smallest ledger that breaks it. */
import * as fc from 'fast-check';

/** LAW_RUNS lengthens or shortens a run. */
export const lawRuns = Number(process.env['LAW_RUNS'] ?? 1000);
/**
 * The same cases every time, so that what fails is of the change under test; LAW_SEED asks for others. One
 * seed for all laws of a file: laws about the same kind of case meet the same cases.
 */
export const runs = { numRuns: lawRuns, seed: Number(process.env['LAW_SEED'] ?? 20240331) };

/** A case that breaks a law is kept as an example of its own, beside the law. */
export function holds<Case>(cases: fc.Arbitrary<Case>, check: (one: Case) => void): void {
  fc.assert(fc.property(cases, check), runs);
}
