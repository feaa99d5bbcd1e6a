/** Reads the answers that the runtime of custom functions sends. */
import type { Scalar } from '../calc/book';
import type { RemoteAnswer } from '../calc/remote';
import { CellError, TEXT_MAX, type ErrorCode } from '../model/cell';

/** An answer and the call that it is for. */
export interface CallAnswer {
  readonly id: number;
  readonly answer: RemoteAnswer;
}

const VALUE = CellError.of('#VALUE!');

/**
 * The errors of the runtime by number [code: custom-functions-runtime _getCustomFunctionResultErrorCodeFromErrorCode].
 * 2, 3 and 4 are what a function threw, rejected with or left out: #VALUE!, as of a function that was never associated.
 * 9 and 10 are a function without metadata or without a usable mapping [unverified: what Excel shows].
 */
const ERRORS: ReadonlyMap<unknown, ErrorCode> = new Map<unknown, ErrorCode>([
  [1, '#N/A'],
  [5, '#DIV/0!'],
  [6, '#NUM!'],
  [7, '#VALUE!'],
  [8, '#NULL!'],
  [9, '#N/A'],
  [10, '#N/A'],
]);

/** Errors that a function can give; any other is #VALUE! [code: the default of the same function]. */
const GIVEN: readonly unknown[] = ['#N/A', '#DIV/0!', '#NUM!', '#VALUE!', '#NULL!'];

/** The answers of SetInvocationResults (objects) and of SetInvocationArrayResults (arrays). */
export function readAnswers(results: unknown, givesMatrix: (id: number) => boolean): CallAnswer[] {
  if (!Array.isArray(results)) return [];
  return results.map((result: unknown) => {
    const { id, failed, value, errorCode } = fieldsOf(result);
    const answer = failed ? failure(errorCode, value) : success(value, givesMatrix(id));
    return { id, answer };
  });
}

interface Fields {
  readonly id: number;
  readonly failed: boolean;
  readonly value: unknown;
  readonly errorCode: unknown;
}

/** Arrays are [id, well, value, the error's number if not well, …] [code: _convertCustomFunctionInvocationResultToArray]. */
function fieldsOf(result: unknown): Fields {
  if (Array.isArray(result)) {
    const [id, well, value, errorCode] = result as unknown[];
    return { id: Number(id), failed: well !== true, value, errorCode };
  }
  const { id, failed, value, errorCode } = result as Record<string, unknown>;
  return { id: Number(id), failed: failed === true, value, errorCode };
}

function failure(errorCode: unknown, value: unknown): RemoteAnswer {
  return told(CellError.of(ERRORS.get(errorCode) ?? '#VALUE!'), value);
}

/** Only #VALUE! and #N/A can say why [doc: CustomFunctions.Error]. */
function told(error: CellError, message: unknown): RemoteAnswer {
  const says = error.code === '#VALUE!' || error.code === '#N/A';
  return typeof message === 'string' && message !== '' && says
    ? { value: error, message }
    : { value: error };
}

function success(value: unknown, isMatrix: boolean): RemoteAnswer {
  if (!Array.isArray(value)) return single(value);
  const rows = value as unknown[];
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  const fits = rows.every((row) => Array.isArray(row) && row.length === width && width > 0);
  // An array where one value was announced, or rows of different lengths [unverified: the error].
  if (!isMatrix || !fits) return { value: VALUE };
  const cells = (rows as unknown[][]).map((row) => row.map((cell) => single(cell).value as Scalar));
  return { value: cells };
}

function single(value: unknown): RemoteAnswer {
  // Nothing is 0 [issue office-js#1503].
  if (value === null || value === undefined) return { value: 0 };
  if (typeof value === 'number' || typeof value === 'boolean') return { value };
  if (typeof value === 'string') return { value: value.length > TEXT_MAX ? VALUE : value };
  if (typeof value !== 'object') return { value: VALUE };
  const { type, basicType, basicValue, message } = value as Record<string, unknown>;
  if (type !== 'Error' && basicType !== 'Error') return single(basicValue ?? VALUE.code);
  const code = GIVEN.includes(basicValue) ? (basicValue as ErrorCode) : '#VALUE!';
  return told(CellError.of(code), message);
}
