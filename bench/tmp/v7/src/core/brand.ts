/** Types that keep cents, days, moments and row numbers apart although all are numbers. */

declare const meaning: unique symbol;

/** A `T` that may not stand where another meaning is wanted. */
export type Brand<T, Meaning extends string> = T & { readonly [meaning]?: Meaning };

/** One amount per row, whole cents. An element read out of it is a plain number. */
export type CentsColumn = Brand<Float64Array, 'Cents'>;

/** One moment per row: whole seconds since 1899-12-30, `NO_MOMENT` where there is none. */
export type MomentColumn = Brand<Float64Array, 'Moment'>;

/** For each row, the row of `Table` it refers to; `NONE` where it refers to none. */
export type RowColumn<Table extends string> = Brand<Int32Array, `row of ${Table}`>;

/** No row: a reference to nothing. */
export const NONE = -1;

/** No moment: an open invoice has none at which it was closed. */
export const NO_MOMENT = -1;
