/** Formulas as trees, and the names of sheets inside formulas. */
import {
  isFunction,
  isRange,
  parse,
  parseA1Ref,
  stringifyTokens,
  tokenize,
  translateFormulaToA1,
  translateFormulaToR1C1,
  type AstExpression,
  type Token,
} from '@borgar/fx';
import { cellAddress, sheetPrefix } from '../model/area';

/** Formulas are read once; a report repeats few of them. */
const read = new Map<string, AstExpression | undefined>();

/** The tree of a formula, or undefined where Excel would refuse the text. */
export function parseFormula(formula: string): AstExpression | undefined {
  if (read.has(formula)) return read.get(formula);
  let tree: AstExpression | undefined;
  try {
    tree = parse(tokenize(formula));
  } catch {
    // The parser tells of a fault only by throwing; a fault here is an answer.
    tree = undefined;
  }
  if (read.size > 10_000) read.clear();
  read.set(formula, tree);
  return tree;
}

/** Whether a reference names this sheet; Excel does not mind the case. */
function naming(token: Token, sheet: string): boolean {
  if (!isRange(token)) return false;
  const context = parseA1Ref(token.value)?.context;
  return context?.at(-1)?.toLowerCase() === sheet.toLowerCase();
}

function mapped(formula: string, sheet: string, change: (reference: string) => string): string {
  if (!formula.toLowerCase().includes(sheet.toLowerCase().replaceAll("'", "''"))) return formula;
  const tokens = tokenize(formula).map((token) =>
    naming(token, sheet) ? { ...token, value: change(token.value) } : token,
  );
  return stringifyTokens(tokens);
}

/** The formula after a sheet got another name. */
export function withSheetRenamed(formula: string, from: string, to: string): string {
  return mapped(formula, from, (reference) => {
    const mark = reference.lastIndexOf('!');
    return `${sheetPrefix(to)}${reference.slice(mark + 1)}`;
  });
}

/** The formula after a sheet was deleted: what it said of that sheet is #REF! [doc: #REF! error]. */
export function withSheetDeleted(formula: string, sheet: string): string {
  return mapped(formula, sheet, () => '#REF!');
}

/** The formula of one cell as another cell would hold it: relative references move along, those that leave the sheet are #REF!. */
export function movedFormula(
  formula: string,
  from: readonly [row: number, column: number],
  to: readonly [row: number, column: number],
): string {
  const relative = translateFormulaToR1C1(formula, cellAddress(...from));
  return translateFormulaToA1(relative, cellAddress(...to), { wrapEdges: false });
}

/** The formula with other names for some of its functions; undefined where it calls none of them. Names are looked up in capitals. */
export function withFunctionNames(
  formula: string,
  names: ReadonlyMap<string, string>,
): string | undefined {
  const upper = formula.toUpperCase();
  if (![...names.keys()].some((name) => upper.includes(name))) return undefined;
  const tokens = tokenize(formula);
  const renamed = tokens.map((token) => {
    const name = isFunction(token) ? names.get(token.value.toUpperCase()) : undefined;
    return name === undefined ? token : { ...token, value: name };
  });
  const isSame = renamed.every((token, at) => token === tokens[at]);
  return isSame ? undefined : stringifyTokens(renamed);
}
