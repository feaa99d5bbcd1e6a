/** Shows the pane at its pay periods: nothing is closed by a button that does not say what. */
import { askForPay } from '../app/askedView';

/** Excel may take a moment to bring the pane up. */
const SHOWN_WITHIN_MS = 2000;

/** False where Excel does not let a button open the pane, as with add-ins of the Marketplace. */
export async function showPay(): Promise<boolean> {
  askForPay();
  await Office.addin.showAsTaskpane().catch(() => undefined);
  return isShown();
}

async function isShown(): Promise<boolean> {
  if (document.visibilityState === 'visible') return true;
  return new Promise((resolve) => {
    const end = setTimeout(done, SHOWN_WITHIN_MS);
    document.addEventListener('visibilitychange', done, { once: true });
    function done(): void {
      clearTimeout(end);
      document.removeEventListener('visibilitychange', done);
      resolve(document.visibilityState === 'visible');
    }
  });
}

/** What to do then. */
export const OPEN_THE_PANE =
  'Press Open Practice Ledger: the pane opens at Pay periods and shows what would be closed.';
