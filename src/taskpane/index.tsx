/** Where the task pane starts. */
import { excelPaneServices } from '../app/paneServices';
import { isDarkTheme } from './isDarkTheme';
import { startPane } from './startPane';

void Office.onReady().then(() => {
  whenShown(() => {
    startPane(excelPaneServices(), isDarkTheme);
  });
});

/** The page also runs for the ribbon and for cells: a pane that nobody sees reads no workbook. */
function whenShown(start: () => void): void {
  if (document.visibilityState === 'visible') start();
  else document.addEventListener('visibilitychange', start, { once: true });
}
