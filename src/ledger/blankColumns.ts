/** Columns that no sheet has: every row is blank, and columns of one type share their memory. */
import { NO_MOMENT } from '../core/brand';
import { ONE_UNIT } from './amountColumn';
import { blankCode } from './codeColumn';
import type { ColumnSpec } from './columnSpec';

/** The blank column of a spec for a kind of `length` rows. */
export function blankColumns(length: number): (spec: ColumnSpec) => unknown {
  const made = new Map<string, unknown>();
  return (spec) => {
    const key = `${spec.type} ${spec.blank ?? ''}`;
    const column = made.get(key) ?? blankColumn(spec, length);
    made.set(key, column);
    return column;
  };
}

function blankColumn(spec: ColumnSpec, length: number): unknown {
  switch (spec.type) {
    case 'text':
      return { codes: new Int32Array(length), texts: [''] };
    case 'cents':
      return new Float64Array(length);
    case 'quantity':
      return new Float64Array(length).fill(ONE_UNIT);
    case 'optionalCents':
      return { cents: new Float64Array(length), given: new Uint8Array(length) };
    case 'rate':
      return { parts: new Float64Array(length), given: new Uint8Array(length) };
    case 'moment':
      return new Float64Array(length).fill(NO_MOMENT);
    case 'flag':
    case 'voided':
    case 'choice':
      return new Uint8Array(length).fill(blankCode(spec));
  }
}
