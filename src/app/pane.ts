/** What the task pane asks of the add-in, and what it is told: texts and states, ready to be shown. */
import type { Problem } from '../ledger/problem';
import type { OptionName } from '../engine/options';
import type { LiveServices } from './live/types';
import type { MappingServices } from './mapping/types';
import type { PresetName, Progress, Settings } from './paneBasics';
import type { PayServices } from './pay/types';
import type { PlanServices } from './plans/types';
import type { ReviewServices } from './review/types';

export { severities, titleOfCode } from '../ledger/problem';
export type { PeriodChoice, PresetName, Progress, Settings } from './paneBasics';

/** A named period as it is today in this workbook. */
export interface Preset {
  readonly name: PresetName;
  readonly label: string;
  /** Its days as `YYYY-MM-DD`; undefined where the ledger has no dates to tell them. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** A table that was found, in words. */
export interface FoundTable {
  readonly kind: string;
  readonly sheet: string;
  /** Name of the Excel table; empty for a plain range. */
  readonly table: string;
  /** Cell of its first header, such as `A4`. */
  readonly cell: string;
  /** Such as `2,021 rows read, 2 held back`. */
  readonly rows: string;
  /** Such as `2024-01-01 to 2024-03-31`; empty where no row has a date. */
  readonly dates: string;
  readonly isComplete: boolean;
}

/** A problem as it is listed; problems of one code come together. */
export type PaneProblem = Omit<Problem, 'code' | 'count'> & { readonly code: string };

/** A report, and whether its tables are there. */
export interface ReportChoice {
  readonly name: string;
  readonly title: string;
  readonly question: string;
  /** Why it cannot be made; empty where it can. */
  readonly missing: string;
  /** It is not among all reports: it is ticked by hand. */
  readonly isByName?: true;
}

/** An option with its values, the default first. */
export interface OptionChoice {
  readonly name: OptionName;
  readonly label: string;
  /** What the option decides, in a sentence. */
  readonly help: string;
  readonly values: readonly { readonly value: string; readonly label: string }[];
}

/** What was found in the workbook. */
export interface Inspection {
  readonly practice: string;
  readonly tables: readonly FoundTable[];
  readonly problems: readonly PaneProblem[];
  readonly presets: readonly Preset[];
  readonly reports: readonly ReportChoice[];
  /** Options of the reports that can be made. */
  readonly options: readonly OptionChoice[];
  /** The period to begin with where the workbook keeps none: last month, if it has rows. */
  readonly suggested: PresetName;
  /** The days that the rows cover, as `2024-01-01 to 2024-03-31`; empty without a date. */
  readonly covered: string;
}

/** A sheet that was written. */
export interface WrittenSheet {
  readonly sheet: string;
  /** Its name in the workbook; another one where a sheet of the user has the name. */
  readonly writtenAs: string;
  /** Title of its report. */
  readonly report: string;
}

/** What another choice of an option would have changed in the last run. */
export interface OptionEffects {
  readonly option: OptionName;
  /** Label of the choice that the run was made with. */
  readonly now: string;
  /** Such as `‘Alike’ would move 412.30 from Adams to Baker in Total Income (CPT Billed by Provider).` */
  readonly sentences: readonly string[];
}

/** A tie-out in words. */
export interface TieOut {
  readonly label: string;
  /** Such as `0.00`. */
  readonly difference: string;
  readonly isOk: boolean;
}

export type RefreshOutcome =
  | {
      readonly kind: 'done';
      /** Such as `2024-03-01 to 2024-03-31`. */
      readonly period: string;
      readonly sheets: readonly WrittenSheet[];
      readonly tieOuts: readonly TieOut[];
      readonly effects: readonly OptionEffects[];
      readonly problems: readonly PaneProblem[];
      readonly tables: readonly FoundTable[];
      /** Such as `3 rows were held back`; empty where every row was used. */
      readonly held: string;
      /** Such as `No row of the ledger lies in this period.`; empty where there are some. */
      readonly note: string;
    }
  | {
      readonly kind: 'refused';
      readonly reasons: readonly string[];
      readonly problems: readonly PaneProblem[];
    }
  | { readonly kind: 'cancelled' }
  /** Excel could not do it, or the program has a bug: what happened and what to do. */
  | { readonly kind: 'failed'; readonly message: string; readonly fix: string };

export type InspectOutcome =
  | { readonly kind: 'done'; readonly inspection: Inspection }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string; readonly fix: string };

/** Everything the pane can do. Nothing of it throws; nothing of it blocks the pane for long. */
export interface PaneServices {
  inspect(tell: (progress: Progress) => void, signal: AbortSignal): Promise<InspectOutcome>;
  refresh(
    settings: Settings,
    tell: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<RefreshOutcome>;
  /** Undefined where the workbook has none yet. */
  loadSettings(): Promise<Settings | undefined>;
  saveSettings(settings: Settings): Promise<void>;
  /** Brings a sheet to the front; false where it is gone. */
  openSheet(name: string): Promise<boolean>;
  /** Selects a cell and brings its sheet to the front; false where it is gone. */
  selectCell(sheet: string, cell: string): Promise<boolean>;
  /** Calls `changed` when a ledger sheet was edited after it was read. Returns how to stop. */
  onLedgerChanged(changed: () => void): Promise<() => void>;
  readonly live: LiveServices;
  readonly review: ReviewServices;
  readonly pay: PayServices;
  readonly mapping: MappingServices;
  readonly plans: PlanServices;
}
