/** Turns the operands of a formula into the arguments of a custom function. */
import { CellRange, type Operand, type Scalar } from '../calc/book';
import type { CellReader } from '../calc/functions';
import { asCondition, asNumber, asText } from '../calc/operators';
import type { ScalarRows } from '../calc/remote';
import { CellError } from '../model/cell';
import type { Parameter, ParameterType } from './metadata';

/** A value as JSON has it. */
type Plain = string | number | boolean | null;

const VALUE = CellError.of('#VALUE!');

/** How arguments are read. */
export interface ArgumentContext {
  readonly reader: CellReader;
  /** What a blank cell is to a parameter of any type: 0 in Excel for Windows, null on the web [issue office-js#4702]. */
  readonly blank: 0 | null;
}

/** The arguments, or the error that the formula comes to without a call. */
export function callArguments(
  parameters: readonly Parameter[],
  operands: readonly Operand[],
  context: ArgumentContext,
): unknown[] | CellError {
  const args: unknown[] = [];
  for (const [at, parameter] of parameters.entries()) {
    const given = parameter.repeating ? operands.slice(at) : [operands[at]];
    const read = given.map((operand) => argument(parameter, operand, context));
    const error = read.find((value) => value instanceof CellError);
    if (error !== undefined) return error;
    args.push(parameter.repeating ? read : read[0]);
  }
  // Excel does not take such a formula in [doc: custom functions; unverified: what an old one shows].
  const tooMany = operands.length > parameters.length && parameters.at(-1)?.repeating !== true;
  return tooMany ? VALUE : args;
}

function argument(
  parameter: Parameter,
  operand: Operand,
  context: ArgumentContext,
): Plain | Plain[][] | CellError {
  // An optional argument that is left out is null [doc: custom functions optional parameters].
  if (operand === undefined) return parameter.optional || parameter.repeating ? null : VALUE;
  const rows = rowsOf(operand, context.reader);
  return parameter.isMatrix ? matrix(parameter, rows, context) : scalar(parameter, rows, context);
}

function rowsOf(operand: Operand, reader: CellReader): ScalarRows {
  if (operand instanceof CellRange) {
    const cells = reader.list(operand);
    const { columns } = operand.area;
    return Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) =>
      cells.slice(row * columns, (row + 1) * columns),
    );
  }
  return Array.isArray(operand) ? (operand as ScalarRows) : [[operand as Scalar]];
}

/** A range for one value would call once for each cell in Excel, which is not supported: #VALUE!. */
function scalar(
  { type }: Parameter,
  rows: ScalarRows,
  { blank }: ArgumentContext,
): Plain | CellError {
  if (rows.length !== 1 || rows[0]?.length !== 1) return VALUE;
  const value = rows[0][0];
  if (value instanceof CellError) return value;
  if (value === undefined) return blankOf(type, blank);
  switch (type) {
    case 'number':
      return asNumber(value);
    case 'string':
      return asText(value);
    case 'boolean':
      return asCondition(value);
    case 'any':
      return value;
  }
}

/** One error among the cells is the result: the function is not called [doc: custom functions errors]. */
function matrix(
  { type }: Parameter,
  rows: ScalarRows,
  { blank }: ArgumentContext,
): Plain[][] | CellError {
  const plain: Plain[][] = [];
  for (const row of rows) {
    const values: Plain[] = [];
    for (const value of row) {
      if (value instanceof CellError) return value;
      // A cell of another type does not fit [unverified].
      if (value !== undefined && type !== 'any' && typeof value !== type) return VALUE;
      values.push(value ?? blankOf(type, blank));
    }
    plain.push(values);
  }
  return plain;
}

/** A blank cell is 0 where a number is wanted [issue office-js#5262]; the other types are unverified. */
function blankOf(type: ParameterType, blank: 0 | null): Plain {
  if (type === 'string') return '';
  if (type === 'boolean') return false;
  return type === 'number' ? 0 : blank;
}
