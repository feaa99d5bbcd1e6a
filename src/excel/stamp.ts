/** The text by which a sheet of ours is known besides its marker, and the cell in which it stands. */

export const STAMP_CELL = { row: 1, column: 0 } as const;

export const STAMP_START = 'Practice Ledger · ';
