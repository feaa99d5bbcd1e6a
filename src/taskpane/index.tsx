/** Where the task pane starts. */
import { excelPaneServices } from '../app/paneServices';
import { isDarkTheme } from './isDarkTheme';
import { startPane } from './startPane';

void Office.onReady().then(() => {
  startPane(excelPaneServices(), isDarkTheme);
});
