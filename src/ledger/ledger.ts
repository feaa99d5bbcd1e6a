/** The ledger: the tables with every row set against the rows it refers to. */
import type { CentsColumn, RowColumn } from '../core/brand';
import type { Closes } from './closedPeriod';
import type { CommissionPlans } from './planRule';
import type { ProviderNames } from './providerNames';
import type { Problem } from './problem';
import type { SourceTable, TableOf, Tables } from './tables';

export interface Ledger {
  /** Where rows and cells stand. */
  readonly tables: Tables;
  readonly charges: TableOf<'Charges'>;
  readonly invoices: TableOf<'Invoices'>;
  readonly payments: TableOf<'Payments'>;
  readonly providers: ProviderNames;
  /** For each charge its invoice; NONE where the charge names none or an unknown one. */
  readonly chargeInvoice: RowColumn<'Invoices'>;
  /** 1 for each invoice; 0 for a row that says again what another one says. */
  readonly invoiceCounts: Uint8Array;
  readonly paid: PaymentLinks;
  readonly plans: CommissionPlans;
  readonly closes: Closes;
  readonly sources: readonly SourceTable[];
  readonly problems: readonly Problem[];
}

/** Payments as they count, one element per payments row. */
export interface PaymentLinks {
  /** 1 where the row counts; 0 where it is void, voided, held or a mirrored half. */
  readonly counts: Uint8Array;
  /** Signed cents, give-backs negative also where the sheet holds absolute values. */
  readonly cents: CentsColumn;
  /** The invoice paid; NONE where there is none, SEVERAL where `invoicesOf` lists them. */
  readonly invoice: RowColumn<'Invoices'>;
  /** The invoices of a row that names several, known ones only. */
  readonly invoicesOf: ReadonlyMap<number, readonly number[]>;
}

/** The payments row names several invoices. */
export const SEVERAL = -2;
