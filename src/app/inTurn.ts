/** Pane, ribbon and functions share the workbook: one of them reads or writes at a time, the next one waits. */

let last: Promise<unknown> = Promise.resolve();

export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}
