/** What the page and the bridge inside the task pane share. */
import type { ExcelHost } from '../host/index';

/** Given to the bridge by the page around it. */
export interface PreviewLink {
  readonly host: ExcelHost;
  isDark(): boolean;
  /** Told when Office is ready in the pane. */
  ready(): void;
}

declare global {
  interface Window {
    previewLink?: PreviewLink;
  }
}
