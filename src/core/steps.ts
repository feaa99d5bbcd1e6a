/** A long computation in pieces: between two of them whoever runs it may pause or give up. */

/** Yields between its pieces and returns its result. A piece takes a few hundredths of a second. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Runs all pieces without a pause. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The result of a computation that is run at most once, by whoever asks first. */
export function once<Result>(make: () => Steps<Result>): () => Steps<Result> {
  let made: { readonly result: Result } | undefined;
  return function* () {
    made ??= { result: yield* make() };
    return made.result;
  };
}
