/** A row of Commission Plans as a rule: of whom, on what, at which rate, from when to when. */
import type {
  Basis,
  CarryWord,
  GuaranteePeriod,
  LabMethod,
  TierMethod,
  TierPeriod,
} from './planKinds';

/** In place of a provider: `*`, everyone who has no row of his own. */
export const EVERYONE = -1;

/** No end: later than any moment of a ledger. */
export const NO_END = Number.MAX_SAFE_INTEGER;

/** One row of Commission Plans. */
export interface PlanRule {
  /** Row of the table. */
  readonly row: number;
  /** Row on the sheet, as people see it. */
  readonly sheetRow: number;
  /** Place in the ledger's provider names, or EVERYONE. */
  readonly provider: number;
  readonly basis: Basis;
  /** Millionths of a per cent. */
  readonly rate: number;
  /** As written, and word by word as codes, tags and categories are compared; no word means all. */
  readonly appliesTo: string;
  readonly words: readonly string[];
  /** A provider's place; undefined where the row credits nobody else. */
  readonly creditTo: number | undefined;
  readonly creditShare: number;
  readonly tierFrom: number;
  readonly tierMethod: TierMethod;
  readonly tierPeriod: TierPeriod;
  /** First and last moment at which it is in force. */
  readonly from: number;
  readonly to: number;
  readonly labMethod: LabMethod;
  readonly labShare: number;
  readonly guarantee: number | undefined;
  readonly guaranteePeriod: GuaranteePeriod;
  readonly draw: number | undefined;
  readonly carry: CarryWord;
}

export interface CommissionPlans {
  /** In the order of the table; rows that are held are not among them. */
  readonly rules: readonly PlanRule[];
  /** Providers, or EVERYONE, with a row that cannot be used, and why: nobody is paid by half a plan. */
  readonly refused: ReadonlyMap<number, string>;
}
