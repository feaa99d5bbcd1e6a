/** The dates that cannot be set back: which tables lack theirs (P30). */
import type { Ledger } from '../ledger/ledger';

/** The date column that payroll needs of each kind. */
export const payrollDates = {
  Charges: { field: 'completed', header: 'Completed Date' },
  Adjustments: { field: 'entered', header: 'Entered Date' },
  Payments: { field: 'entered', header: 'Entered Date' },
  'Claim Lines': { field: 'received', header: 'Received Date' },
} as const;

export interface MissingDate {
  readonly sheet: string;
  readonly kind: string;
  readonly header: string;
}

/**
 * Tables without the date that selects their rows: with one of them payroll would be a guess. `isTold`
 * is false where no table has its date: that export was never meant for payroll.
 */
export function missingDates({ sources }: Ledger): {
  readonly missing: readonly MissingDate[];
  readonly isTold: boolean;
} {
  const wanted = Object.entries(payrollDates).flatMap(([kind, { field, header }]) =>
    sources
      .filter((source) => source.kind === kind)
      .map(({ sheet, fields }) => ({ sheet, kind, header, isThere: fields.has(field) })),
  );
  return {
    missing: wanted.filter(({ isThere }) => !isThere),
    isTold: wanted.some(({ isThere }) => isThere),
  };
}
