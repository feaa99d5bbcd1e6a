/** What a report is asked for: the period, the choices, and the stamp of the run. */
import type { Period } from '../core/period';
import type { Options } from '../engine/options';

export interface ReportRequest {
  readonly period: Period;
  readonly options: Options;
  /** Names of the providers shown; undefined shows all. It hides rows and changes no figure. */
  readonly providers: ReadonlySet<string> | undefined;
  /** Names of the locations whose invoices are read; undefined reads all. */
  readonly locations: ReadonlySet<string> | undefined;
  readonly stamp: RunStamp;
}

/** What only the outside knows: where and when the report was made. */
export interface RunStamp {
  readonly practice: string;
  /** When the report was made, as text in `timeZone`. */
  readonly created: string;
  readonly timeZone: string;
  readonly version: string;
}

/** True where the rows of a provider are shown; a filter hides rows and changes no figure. */
export function isProviderShown({ providers }: ReportRequest, provider: string): boolean {
  return providers === undefined || providers.has(provider);
}
