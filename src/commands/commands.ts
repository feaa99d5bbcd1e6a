/** The ribbon button: runs every report on the months that the ledger covers. */
import { runReports } from '../app/runReports';
import { cutText } from '../core/order';
import { failureSentences, outcomeSentences } from '../app/say';
import { version } from '../../package.json';

/** Reads, computes and writes; what keeps it from it is shown in a dialog. */
async function refreshReports(event: Office.AddinCommands.Event): Promise<void> {
  try {
    const notice = await refresh(new Date());
    if (notice.length > 0) await showNotice(notice);
  } finally {
    event.completed();
  }
}

/** What the user should know: nothing where every row was used. */
async function refresh(now: Date): Promise<string[]> {
  try {
    const outcome = await runReports(
      {
        reports: ['all'],
        from: undefined,
        to: undefined,
        options: [],
        providers: [],
        locations: [],
        controls: [],
        write: true,
        stamp: {
          created: now.toLocaleString('sv-SE').slice(0, 16),
          timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          version,
        },
      },
      () => undefined,
    );
    return outcomeSentences(outcome);
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

Office.actions.associate('refreshReports', (event: Office.AddinCommands.Event) => {
  void refreshReports(event);
});
