/** A long computation in pieces: between two of them whoever runs it may pause or give up. */

/** Yields between its pieces and returns its result. A piece takes a hundredth of a second. */
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

/** `once` for each ledger and each choice: reports share what they make alike. It goes with the ledger. */
export function onceFor<Of extends object, Choice, Result>(
  keyOf: (choice: Choice) => string,
  make: (of: Of, choice: Choice) => Steps<Result>,
): (of: Of, choice: Choice) => Steps<Result> {
  const made = new WeakMap<Of, Map<string, () => Steps<Result>>>();
  return (of, choice) => {
    const byKey = made.get(of) ?? new Map<string, () => Steps<Result>>();
    made.set(of, byKey);
    const key = keyOf(choice);
    const known = byKey.get(key) ?? once(() => make(of, choice));
    byKey.set(key, known);
    return known();
  };
}
