/** Formulas with the add-in's functions: written from picked arguments, and known again. */
import { type FunctionSpec, functionSpecs } from '../functionSpecs';
import { dateFormula } from './liveReport';
import type { PickedArguments } from './types';

const days: readonly string[] = ['from', 'to', 'asOf'];

/** Arguments that are left out at the end are not written. */
export function formulaOf({ name, parameters }: FunctionSpec, picked: PickedArguments): string {
  const written = parameters.map((parameter) => {
    const value = picked[parameter.name] ?? '';
    if (value === '') return '';
    return days.includes(parameter.name) ? dateFormula(value).slice(1) : quoted(value);
  });
  while (written.length > 0 && written[written.length - 1] === '') written.pop();
  return `=${name}(${written.join(',')})`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Excel may write a prefix before the name while the add-in is not there. */
const call = new RegExp(
  `(?:^|[^\\w.])(?:_xldudf_|_xlfn\\.)*(?:${functionSpecs.map(({ name }) => name).join('|')})\\s*\\(`,
  'i',
);

/** Whether a formula calls a function of the add-in; what stands in texts is none. */
export function isOurFormula(formula: string): boolean {
  return call.test(formula.replaceAll(/"[^"]*"/g, '""'));
}
