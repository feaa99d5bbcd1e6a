/** What a run is asked for, in the words of the user. */
import type { RunStamp } from '../reports/request';

export interface RunRequest {
  /** `all`, or names of reports. */
  readonly reports: readonly string[];
  /** `YYYY-MM-DD`, or with a time `YYYY-MM-DDTHH:mm`; undefined: the months the rows cover. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Today as a serial day, where the workbook keeps no period: the suggested one is taken. */
  readonly suggestAsOf?: number;
  readonly options: readonly (readonly [name: string, value: string])[];
  readonly providers: readonly string[];
  readonly locations: readonly string[];
  readonly controls: readonly (readonly [name: string, amount: string])[];
  /** Whether the sheets are written into the workbook. */
  readonly write: boolean;
  readonly stamp: Omit<RunStamp, 'practice'>;
}
