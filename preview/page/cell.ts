/** A cell by its row and column, both from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}
