/** Every kind of the ledger format with its headers. */
import type { ColumnSpec } from './columnSpec';
import { readKinds, type ReadKind } from './kinds';

export interface KindSpec {
  readonly name: ReadKind;
  readonly columns: Readonly<Record<string, ColumnSpec>>;
}

/** Every kind of the ledger format. */
export const kinds: readonly KindSpec[] = Object.entries(readKinds).map(([name, columns]) => ({
  name: name as ReadKind,
  columns,
}));
