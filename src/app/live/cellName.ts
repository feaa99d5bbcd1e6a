/** Names of cells in formulas. */

/** Which parts are fixed when a formula is copied: column first, `$` for fixed. */
export type Fixed = '$$' | '$.' | '.$';

/** Row and column from 0. */
export function cellName(row: number, column: number, fixed: Fixed): string {
  const [ofColumn, ofRow] = fixed === '$$' ? ['$', '$'] : fixed === '$.' ? ['$', ''] : ['', '$'];
  return `${ofColumn}${lettersOf(column)}${ofRow}${String(row + 1)}`;
}

function lettersOf(column: number): string {
  const before = column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : '';
  return before + String.fromCharCode(65 + (column % 26));
}
