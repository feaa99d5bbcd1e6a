/** What a ribbon button asks the pane to show: both are on one page, and the pane may not be there yet. */

let isAsked = false;
let take: (() => void) | undefined;

/** Asks for the page of pay periods. */
export function askForPay(): void {
  isAsked = true;
  take?.();
}

/** Calls `taken` when pay periods are asked for, or were before the pane was there. Returns how to stop. */
export function onPayAsked(taken: () => void): () => void {
  const own = (): void => {
    isAsked = false;
    taken();
  };
  take = own;
  if (isAsked) own();
  return () => {
    if (take === own) take = undefined;
  };
}
