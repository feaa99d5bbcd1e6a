/** Invoices that only the charges name: without an Invoices table they are known by their number alone. */
import { blankColumns } from './blankColumns';
import type { ColumnSpec } from './columnSpec';
import { readKinds } from './kinds';
import { NO_SOURCE, type TableOf, type Tables } from './tables';

/**
 * The tables, with an open invoice for every number that a charge names where no Invoices table was
 * found. Reports that need the table look at what was found, so that none is made up for them.
 */
export function withImpliedInvoices(tables: Tables): Tables {
  const { texts } = tables.Charges.invoiceNumber;
  const isFound = tables.sources.some(({ kind }) => kind === 'Invoices');
  if (isFound || texts.length === 1) return tables;
  const length = texts.length - 1;
  const blank = blankColumns(length);
  const columns = Object.entries<ColumnSpec>(readKinds.Invoices).map(([field, spec]) => [
    field,
    field === 'number'
      ? { codes: new Int32Array(length).map((_, row) => row + 1), texts }
      : blank(spec),
  ]);
  const invoices: unknown = {
    ...Object.fromEntries(columns),
    length,
    source: new Int32Array(length).fill(NO_SOURCE),
    sheetRow: new Int32Array(length),
  };
  // The columns are made from the same specs as the type.
  return { ...tables, Invoices: invoices as TableOf<'Invoices'> };
}
