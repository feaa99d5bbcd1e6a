/** What a cell can hold. */

/** The error values of Excel, as they are written in a cell. */
const ERROR_CODES = [
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** An error held by a cell. The text "#N/A" in a cell is a string, never one of these. */
export class CellError {
  private constructor(readonly code: ErrorCode) {}

  private static readonly known = new Map<string, CellError>(
    ERROR_CODES.map((code) => [code, new CellError(code)]),
  );

  /** The one error object of a code, or undefined for any other text. */
  static named(code: string): CellError | undefined {
    return CellError.known.get(code);
  }

  /** The one error object of a code. */
  static of(code: ErrorCode): CellError {
    const error = CellError.known.get(code);
    if (error === undefined) throw new Error(`No error is called ${code}.`);
    return error;
  }
}

/** The value of a filled cell; an empty cell is undefined. Dates are serial numbers. */
export type CellValue = string | number | boolean | CellError;

/** A cell as a test or a sample writes it: null and undefined leave it, '' empties it. */
export type CellInput = CellValue | null | undefined;

/** The longest text that a cell can hold, in UTF-16 units [doc: Excel specifications and limits]. */
export const TEXT_MAX = 32_767;
