/** What is reached from some keys, step by step. */
export function reach(
  keys: Iterable<string>,
  next: (key: string) => readonly string[] | undefined,
): ReadonlySet<string> {
  const found = new Set(keys);
  // A set that grows while it is walked is walked to its end.
  for (const key of found) for (const other of next(key) ?? []) found.add(other);
  return found;
}
