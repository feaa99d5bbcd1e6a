/** What the page and the bridge inside the task pane share. */
import type { WindowConnection } from '../host/browser';
import type { ExcelHost } from '../host/index';
import type { PaneTheme } from './paneTheme';

/** Given to the bridge by the page around it. */
export interface PreviewLink {
  readonly host: ExcelHost;
  readonly theme: PaneTheme;
  /** Told before office.js loads. */
  connected(connection: WindowConnection): void;
  /** Told when Office is ready in the pane. */
  ready(): void;
  /** Shows a page of the add-in over the workbook. */
  openDialog(url: string): void;
}

declare global {
  interface Window {
    previewLink?: PreviewLink;
  }
}
