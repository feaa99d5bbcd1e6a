/** The custom functions: what Excel is told of each, and the figure it looks up. */
import { type Argument, askFigure, type Measure, NoFigure } from '../app/askFigure';

/** A parameter as Excel's function wizard shows it; each takes a cell or a range. */
export interface ParameterSpec {
  readonly name: 'provider' | 'from' | 'to' | 'tag';
  readonly description: string;
}

export interface FunctionSpec {
  /** Id and name: they never change, because cells of users hold them. */
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly ParameterSpec[];
  readonly measure: Measure;
}

const provider: ParameterSpec = {
  name: 'provider',
  description: 'Provider as the reports show it, or No provider. Left out: the whole practice.',
};
const from: ParameterSpec = {
  name: 'from',
  description: 'First day. Left out: the period set in Practice Ledger.',
};
const to: ParameterSpec = {
  name: 'to',
  description: 'Last day, included. Left out: the period set in Practice Ledger.',
};
const tag: ParameterSpec = {
  name: 'tag',
  description:
    'Invoice tag as the tag summary shows it; gives what is commissionable. Left out: all lines.',
};

export const functionSpecs: readonly FunctionSpec[] = [
  {
    name: 'COLLECTEDINVOICING',
    description:
      'What was collected on closed invoices, pre-tax and post-discount, as on Practice Summary.',
    parameters: [provider, from, to, tag],
    measure: {
      neededKinds: [['Charges', 'Invoices', 'Payments']],
      look: (figures, key, period) => figures.collectedInvoicing(key, period),
    },
  },
  {
    name: 'NETCOLLECTION',
    description:
      'Money received less money given back on its payment date, on closed invoices or not.',
    parameters: [provider, from, to],
    measure: {
      neededKinds: [['Payments'], ['Claim Lines']],
      look: (figures, key, period) => figures.income('netCollection', key, period),
    },
  },
];

/** The function as Excel calls it, with a block of cells for each argument. */
export function implementation({
  parameters,
  measure,
}: FunctionSpec): (...blocks: Argument[]) => number[][] | Promise<number[][]> {
  return (...blocks) => {
    const block = (name: ParameterSpec['name']): Argument =>
      blocks[parameters.findIndex((parameter) => parameter.name === name)];
    const of = { provider: block('provider'), from: block('from'), to: block('to') };
    try {
      const asked = askFigure(measure, { ...of, tag: block('tag') });
      return asked instanceof Promise ? asked.catch(refuse) : asked;
    } catch (error) {
      return refuse(error);
    }
  };
}

/** Refusals become errors of Excel with their sentence: never a 0 for something unknown. */
function refuse(error: unknown): never {
  const { ErrorCode } = CustomFunctions;
  const isWrong = error instanceof NoFigure && error.kind === 'wrong';
  const message = error instanceof Error ? error.message : String(error);
  const sentence = error instanceof NoFigure ? message : `The ledger could not be read: ${message}`;
  throw new CustomFunctions.Error(
    isWrong ? ErrorCode.invalidValue : ErrorCode.notAvailable,
    sentence,
  );
}
