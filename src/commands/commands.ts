/** The ribbon buttons: they do what the workbook keeps of period, options and live report. */
import { refreshAsKept } from '../app/refreshAsKept';
import { cutText } from '../core/order';
import type * as Live from '../app/live/functionServices';
import { startLive } from '../app/live/liveState';
import type { Told } from '../app/live/types';
import { withFunctions } from '../app/live/withFunctions';
import { failureSentences, outcomeSentences } from '../app/say';
import { OPEN_THE_PANE, showPay } from './showPay';

/** Reads, computes and writes; what keeps it from it is shown in a dialog. */
async function refreshReports(event: Office.AddinCommands.Event): Promise<void> {
  try {
    const notice = await refresh();
    if (notice.length > 0) await showNotice(notice);
  } finally {
    event.completed();
  }
}

/** What the user should know: nothing where every row was used. */
async function refresh(): Promise<string[]> {
  try {
    return outcomeSentences(await refreshAsKept());
  } catch (error) {
    return failureSentences(error);
  }
}

/** Characters of an address that every browser takes. */
const NOTICE_MAX = 1500;

/** Resolves when the dialog is open, or could not be: a blocked one must not block the button. */
async function showNotice(sentences: readonly string[]): Promise<void> {
  const page = new URL('notice.html', location.href);
  page.hash = encodeURIComponent(cutText(sentences.join('\n'), NOTICE_MAX));
  await new Promise<void>((resolve) => {
    Office.context.ui.displayDialogAsync(page.href, { height: 50, width: 40 }, () => {
      resolve();
    });
  });
}

/** Opens the pane where the period is closed; where it cannot be opened, a dialog says how. */
async function closePeriod(event: Office.AddinCommands.Event): Promise<void> {
  try {
    if (!(await showPay())) await showNotice([OPEN_THE_PANE]);
  } finally {
    event.completed();
  }
}

/** Works on the selection; what keeps it from it is shown in a dialog, what it did is in sight. */
async function ofSelection(
  event: Office.AddinCommands.Event,
  work: (of: typeof Live) => Promise<Told>,
): Promise<void> {
  try {
    const { isDone, words } = await work(await withFunctions()).catch((error: unknown) => ({
      isDone: false,
      words: failureSentences(error).join('. '),
    }));
    if (!isDone) await showNotice([words]);
  } finally {
    event.completed();
  }
}

Office.actions.associate('refreshReports', (event: Office.AddinCommands.Event) => {
  void refreshReports(event);
});
Office.actions.associate('closePeriod', (event: Office.AddinCommands.Event) => {
  void closePeriod(event);
});
Office.actions.associate('insertLiveReport', (event: Office.AddinCommands.Event) => {
  void ofSelection(event, ({ insertReportAsKept }) => insertReportAsKept());
});
Office.actions.associate('turnIntoValues', (event: Office.AddinCommands.Event) => {
  void ofSelection(event, ({ valuesOfSelection }) => valuesOfSelection());
});

// The page is loaded for cells, ribbon and pane alike: here for all of them, once.
void Office.onReady().then(() => startLive().catch(() => undefined));
