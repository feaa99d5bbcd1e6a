/** The value of a formula's tree. */
import {
  isArrayNode,
  isBinaryNode,
  isCallNode,
  isErrorNode,
  isLiteralNode,
  isReferenceNode,
  isUnaryNode,
  parseStructRef,
  type AstExpression,
  type CallExpression,
  type ReferenceIdentifier,
  type ReferenceStruct,
} from '@borgar/fx';
import { bounds, parseAddress, type Area } from '../model/area';
import { CellError, type CellValue } from '../model/cell';
import {
  CellRange,
  type CalcBook,
  type CalcSheet,
  type CalcTable,
  type Operand,
  type Scalar,
} from './book';
import { FUNCTIONS, type CalcFunction, type CellReader } from './functions';
import { asCondition, binary, unary } from './operators';
import { parseFormula } from './parse';
import type { ScalarRows } from './remote';

/** Where a formula stands and what it may use. */
export interface Scope {
  readonly book: CalcBook;
  readonly sheet: CalcSheet;
  readonly row: number;
  readonly column: number;
  readonly reader: CellReader;
  /** Functions added to those of Excel. */
  readonly added: ReadonlyMap<string, CalcFunction>;
  /** How many names deep, so that a name that refers to itself ends. */
  readonly depth: number;
}

const NAME = CellError.of('#NAME?');
const REF = CellError.of('#REF!');

/** What a whole formula comes to: the value of one cell or an array; blank is 0. */
export function formulaResult(
  tree: AstExpression,
  scope: Scope,
): CellValue | readonly (readonly CellValue[])[] {
  const result = evaluate(tree, scope);
  if (!Array.isArray(result)) return shown(single(result, scope));
  const rows = result as ScalarRows;
  if (rows.length === 1 && rows[0]?.length === 1) return shown(rows[0][0]);
  return rows.map((row) => row.map(shown));
}

/** As a cell holds it: blank is 0, and there is no negative 0. */
function shown(value: Scalar | undefined): CellValue {
  return Object.is(value, -0) ? 0 : (value ?? 0);
}

/** One value of an operand; a formula that takes each of several apart is not supported: #VALUE!. */
function single(operand: Operand, scope: Scope): Scalar {
  if (operand instanceof CellRange) {
    const cells = scope.reader.list(operand);
    return cells.length === 1 ? cells[0] : CellError.of('#VALUE!');
  }
  if (!Array.isArray(operand)) return operand as Scalar;
  const rows = operand as readonly (readonly Scalar[])[];
  return rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : CellError.of('#VALUE!');
}

function evaluate(tree: AstExpression | null | undefined, scope: Scope): Operand {
  if (tree === null || tree === undefined) return undefined;
  if (isLiteralNode(tree)) return tree.value;
  if (isErrorNode(tree)) return CellError.named(tree.value) ?? NAME;
  if (isReferenceNode(tree)) return reference(tree, scope);
  if (isCallNode(tree)) return call(tree, scope);
  if (isUnaryNode(tree)) {
    const [argument] = tree.arguments;
    return unary(tree.operator, single(evaluate(argument, scope), scope));
  }
  if (isBinaryNode(tree)) {
    const [one, two] = tree.arguments;
    const [left, right] = [evaluate(one, scope), evaluate(two, scope)];
    if (tree.operator === ':') return spanned(left, right);
    return binary(tree.operator, single(left, scope), single(right, scope));
  }
  if (isArrayNode(tree)) {
    return tree.elements.map((row) => row.map((cell) => single(evaluate(cell, scope), scope)));
  }
  return NAME;
}

function spanned(one: Operand, two: Operand): Operand {
  if (!(one instanceof CellRange) || !(two instanceof CellRange)) return REF;
  return one.sheet === two.sheet ? new CellRange(one.sheet, bounds(one.area, two.area)) : REF;
}

function call(tree: CallExpression, scope: Scope): Operand {
  const name = tree.callee.name.toUpperCase().replace(/^_XLFN\./, '');
  const parts = tree.arguments as readonly (AstExpression | null)[];
  const part = (at: number): Operand => evaluate(parts[at], scope);
  if (name === 'IF') {
    const condition = asCondition(single(part(0), scope));
    if (condition instanceof CellError) return condition;
    if (condition) return parts.length > 1 ? part(1) : true;
    return parts.length > 2 ? part(2) : false;
  }
  if (name === 'IFERROR' || name === 'IFNA') {
    const first = single(part(0), scope);
    // #BUSY! is no error to catch: the value is still to come.
    const caught =
      first instanceof CellError &&
      (first.code === '#N/A' || (name === 'IFERROR' && first.code !== '#BUSY!'));
    return caught ? part(1) : first;
  }
  const known = scope.added.get(name) ?? FUNCTIONS.get(name);
  return known === undefined
    ? NAME
    : known(
        parts.map((_, at) => part(at)),
        scope.reader,
      );
}

function reference(tree: ReferenceIdentifier, scope: Scope): Operand {
  if (tree.kind === 'table') return structured(tree.value, scope);
  if (tree.kind === 'name') return named(tree.value, scope);
  const address = parseAddress(tree.value);
  if (address === undefined) return REF;
  const sheet = address.sheet === undefined ? scope.sheet : scope.book.sheetNamed(address.sheet);
  return sheet === undefined ? REF : new CellRange(sheet, address.area);
}

function named(name: string, scope: Scope): Operand {
  const table = scope.book.tableNamed(name);
  if (table !== undefined) return new CellRange(table.sheet, table.bodyArea);
  const formula = scope.book.nameFormula(name, scope.sheet);
  const tree = formula === undefined ? undefined : parseFormula(formula);
  if (tree === undefined || scope.depth > 16) return NAME;
  return evaluate(tree, { ...scope, depth: scope.depth + 1 });
}

/** Such as Payments[Amount], Payments[[#Totals],[Amount]], [@Amount] [doc: structured references]. */
function structured(text: string, scope: Scope): Operand {
  const parts: ReferenceStruct | undefined = parseStructRef(text);
  if (parts === undefined) return REF;
  const table =
    parts.table === undefined
      ? scope.book.tableAt(scope.sheet, scope.row, scope.column)
      : scope.book.tableNamed(parts.table);
  if (table === undefined) return REF;
  const rows = sectionRows(table, parts.sections ?? [], scope);
  const columns = sectionColumns(table, parts.columns ?? []);
  return rows === undefined || columns === undefined
    ? REF
    : new CellRange(table.sheet, { ...rows, ...columns });
}

function sectionRows(
  table: CalcTable,
  sections: readonly string[],
  scope: Scope,
): Pick<Area, 'row' | 'rows'> | undefined {
  let whole: Area | undefined;
  for (const section of sections.length === 0 ? ['data'] : sections) {
    const part = sectionArea(table, section.replace('#', '').toLowerCase(), scope);
    if (part === undefined) return undefined;
    whole = whole === undefined ? part : bounds(whole, part);
  }
  return whole && { row: whole.row, rows: whole.rows };
}

function sectionArea(table: CalcTable, section: string, scope: Scope): Area | undefined {
  if (section === 'all') return table.area;
  if (section === 'headers') return table.headerArea;
  if (section === 'totals') return table.totalsArea;
  if (section === 'data') return table.bodyArea;
  const body = table.bodyArea;
  const inside = scope.row >= body.row && scope.row < body.row + body.rows;
  return inside ? { ...body, row: scope.row, rows: 1 } : undefined;
}

function sectionColumns(
  table: CalcTable,
  names: readonly string[],
): Pick<Area, 'column' | 'columns'> | undefined {
  if (names.length === 0) return { column: table.area.column, columns: table.area.columns };
  const numbers = names.map((name) => table.columnNumber(name));
  if (numbers.includes(-1)) return undefined;
  const first = Math.min(...numbers);
  return { column: table.area.column + first, columns: Math.max(...numbers) - first + 1 };
}
