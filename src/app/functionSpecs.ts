/** The custom functions in one table: what a person is told of each, and the figure it looks up. */
import { type ArgumentName, type Measure, NoFigure, type Question } from './askFigure';
import type { CodeFigure } from '../engine/codeIndexes';
import type { Balance, Figures } from '../engine/figures';
import { shareOf } from '../core/rate';
import type { IncomeFigure } from '../engine/incomeFigures';

/** A parameter as Excel's function wizard shows it; each takes a cell or a range. */
export interface ParameterSpec {
  readonly name: ArgumentName;
  readonly isRequired?: true;
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

const code: ParameterSpec = {
  name: 'code',
  description:
    'Code as the CPT sheets show it, or No code, or Claim for what no line of a claim takes.',
  isRequired: true,
};
const payee: ParameterSpec = {
  name: 'provider',
  description: 'Provider as the reports show it.',
  isRequired: true,
};
const asOf: ParameterSpec = {
  name: 'asOf',
  description: 'Day at whose end the balance stands. Left out: the end of the period set.',
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
  const look: Measure['look'] = (figures, asked) => figures.income(figure, asked, asked.period);
  return { name, description, parameters: [provider, from, to], measure: { neededKinds, look } };
}

/** A figure of the CPT sheets by code. */
function ofCode(
  name: string,
  figure: CodeFigure,
  description: string,
  neededKinds: Measure['neededKinds'] = [['Charges']],
): FunctionSpec {
  const look: Measure['look'] = ({ late }, { code: place, provider: of, period }) =>
    place === undefined ? 0 : late.codes().sum(figure, { code: place, provider: of }, period);
  const measure: Measure = { neededKinds, index: 'codes', look };
  return { name, description, parameters: [code, provider, from, to], measure };
}

/** A balance at the end of a day. */
function balance(name: string, of: Balance, description: string): FunctionSpec {
  const neededKinds: Measure['neededKinds'] = [[of === 'receivable' ? 'Charges' : 'Payments']];
  const look: Measure['look'] = ({ late }, asked) =>
    late.balance(of, asked.provider, asked.period.to);
  const measure: Measure = { neededKinds, index: of, look };
  return { name, description, parameters: [provider, asOf], measure };
}

/** Net collection ÷ net production of the same selection (P23). */
function collectionRate(figures: Figures, asked: Question): number {
  const produced = figures.income('netProduction', asked, asked.period);
  const share =
    produced > 0
      ? shareOf(figures.income('netCollection', asked, asked.period), produced)
      : undefined;
  if (share !== undefined) return share;
  throw new NoFigure('unknown', 'There is no rate: net production is not above 0.00.');
}

/** Payable of Commission Summary; a plan that cannot be computed has no figure, and says why. */
function commission({ late }: Figures, { provider: of, period }: Question): number {
  if (of === undefined) throw new NoFigure('wrong', 'The provider is missing.');
  const payable = late.commission().payable(of, period);
  if (typeof payable === 'number') return payable;
  throw new NoFigure('unknown', `There is no commission: ${payable}.`);
}

export const functionSpecs: readonly FunctionSpec[] = [
  {
    name: 'COLLECTEDINVOICING',
    description:
      'What was collected on closed invoices, pre-tax and post-discount, as on Practice Summary.',
    parameters: [provider, from, to, tag],
    measure: {
      neededKinds: [['Charges', 'Invoices', 'Payments']],
      look: (figures, asked) => figures.collectedInvoicing(asked, asked.period),
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
  ofCode('CPTUSED', 'used', 'How often a code was performed, as on CPT Billed Services.'),
  ofCode('CPTVALUE', 'value', 'What was billed for a code: Total Value of CPT Billed Services.'),
  ofCode('CPTINCOME', 'income', 'What is earned of a code: Total Income of CPT Billed Services.'),
  ofCode(
    'CPTCOLLECTED',
    'collected',
    'Money that reached a code on its payment date, as on CPT Collections (Gross).',
    [
      ['Charges', 'Payments'],
      ['Charges', 'Claim Lines'],
    ],
  ),
  {
    name: 'COMMISSION',
    description: 'What is payable to a provider under his plan: Payable of Commission Summary.',
    parameters: [payee, from, to],
    measure: { neededKinds: [['Commission Plans']], index: 'commission', look: commission },
  },
  balance(
    'RECEIVABLE',
    'receivable',
    'What is owed on complete work at the end of a day, never below 0 for an invoice.',
  ),
  balance(
    'UNAPPLIED',
    'unapplied',
    'What belongs to clients at the end of a day: deposits and credits, as Client Credits.',
  ),
];
