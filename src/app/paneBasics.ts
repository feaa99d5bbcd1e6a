/** What the pane and each of its views share: the settings of the workbook, and how far a run is. */
import type { OptionName } from '../engine/options';
import type { Stage } from '../excel/reading';

/** How a period was chosen: by name, or by its two days. */
export type PeriodChoice =
  | { readonly kind: PresetName }
  /** `YYYY-MM-DD`, with an optional time `THH:mm`. */
  | { readonly kind: 'custom'; readonly from: string; readonly to: string };

export type PresetName =
  'last-month' | 'this-month' | 'last-quarter' | 'year-to-date' | 'last-year' | 'ledger';

/** What the workbook keeps of the pane: no name of a patient, provider or client of one. */
export interface Settings {
  readonly period: PeriodChoice;
  /** Names of the reports to make; empty means every report whose tables are there. */
  readonly reports: readonly string[];
  /** Options that are not at their default. */
  readonly options: Readonly<Partial<Record<OptionName, string>>>;
}

/** Told while a run goes on; `isCancellable` ends when the first sheet is written. */
export interface Progress {
  readonly stage: Stage;
  /** Such as `Reading Payments, 12,000 rows`. */
  readonly text: string;
  /** 0 to 1; undefined where it cannot be told. */
  readonly share: number | undefined;
  readonly isCancellable: boolean;
}
