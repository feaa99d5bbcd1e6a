/** The custom functions: what Excel is told of each, and the figure it looks up. */
import { type Argument, askFigure, type Measure, NoFigure } from '../app/askFigure';
import { shareOf } from '../core/rate';
import type { IncomeFigure } from '../engine/incomeFigures';

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

/** Tables of which one must be there: with an Audit Trail it is the source of both. */
const production: Measure['neededKinds'] = [['Audit Trail'], ['Charges'], ['Adjustments']];
const collection: Measure['neededKinds'] = [['Audit Trail'], ['Payments'], ['Claim Lines']];
const received: Measure['neededKinds'] = [['Payments'], ['Claim Lines']];
const rate: Measure['neededKinds'] = [
  ['Audit Trail'],
  ['Charges', 'Payments'],
  ['Charges', 'Claim Lines'],
];

/** A figure of production, collections or income by provider and period. */
function income(
  name: string,
  figure: IncomeFigure,
  neededKinds: Measure['neededKinds'],
  description: string,
): FunctionSpec {
  const look: Measure['look'] = (figures, key, period) => figures.income(figure, key, period);
  return { name, description, parameters: [provider, from, to], measure: { neededKinds, look } };
}

/** Net collection ÷ net production of the same selection (P23). */
function collectionRate(...[figures, key, period]: Parameters<Measure['look']>): number {
  const produced = figures.income('netProduction', key, period);
  const share =
    produced > 0 ? shareOf(figures.income('netCollection', key, period), produced) : undefined;
  if (share !== undefined) return share;
  throw new NoFigure('unknown', 'There is no rate: net production is not above 0.00.');
}

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
  income(
    'GROSSPRODUCTION',
    'grossProduction',
    production,
    'Work done at its full fee, on its service date.',
  ),
  income(
    'PRODUCTIONADJUSTMENTS',
    'productionAdjustments',
    production,
    'Discounts and other adjustments of production, signed.',
  ),
  income(
    'WRITEOFFS',
    'writeOffs',
    production,
    'Insurance write-offs, negative, on the date chosen in Practice Ledger.',
  ),
  income(
    'NETPRODUCTION',
    'netProduction',
    production,
    'Gross production with its adjustments and write-offs.',
  ),
  income(
    'GROSSCOLLECTION',
    'grossCollection',
    collection,
    'Money received on its payment date, before anything given back.',
  ),
  income(
    'COLLECTIONADJUSTMENTS',
    'collectionAdjustments',
    collection,
    'Refunds, returned checks and reversals, negative, with redeposits.',
  ),
  income(
    'NETCOLLECTION',
    'netCollection',
    collection,
    'Money received less money given back on its payment date, on closed invoices or not.',
  ),
  income(
    'PATIENTINCOME',
    'patientIncome',
    received,
    'Money of patients on work, on its payment date.',
  ),
  income('INSURANCEINCOME', 'insuranceIncome', received, 'Money of insurers, on its check date.'),
  income(
    'UNEARNEDINCOME',
    'unearnedIncome',
    received,
    'Prepayments received less those used or refunded.',
  ),
  income(
    'TOTALINCOME',
    'totalIncome',
    received,
    'Patient and insurance income, with unearned money where the option says so.',
  ),
  {
    name: 'COLLECTIONRATE',
    description: 'Net collection divided by net production; #N/A where production is not above 0.',
    parameters: [provider, from, to],
    measure: {
      neededKinds: rate,
      look: collectionRate,
      isRatio: true,
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
