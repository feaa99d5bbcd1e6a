/** Every choice that moves money, with its values; the first one is the default. */
import type { NegativeLines } from './waterfall';

export interface OptionSpec {
  readonly values: readonly [string, ...string[]];
  /** The rule that leaves the choice open. */
  readonly rule: string;
  /** The reports whose figures it can move. */
  readonly reports: readonly string[];
}

function option(
  rule: string,
  reports: readonly string[],
  values: readonly [string, ...string[]],
): OptionSpec {
  return { rule, reports, values };
}

const income = ['production-income'];
const cpt = ['cpt', 'bridge'];
/** Options of the figures that a commission can be a share of. */
const withCommission = (reports: readonly string[]): string[] => [...reports, 'commission'];
const allocation = ['allocation'];
/** Where money that names an invoice stands on its lines, and so whose it is. */
const moneyOnInvoices = ['collected-invoicing', 'production-income', 'bridge', 'allocation'];

/** The options of the ledger format, section 3. */
export const optionSpecs = {
  'negative-lines': option('I-A1', withCommission(moneyOnInvoices), ['chronological', 'first']),
  'detail-rows': option('I-A4', ['collected-invoicing'], ['touched', 'all']),
  'cpt-used': option('Z-A1', ['cpt'], ['units', 'lines']),
  'cpt-spread': option('Z-16', withCommission(cpt), ['charge', 'remaining', 'equal', 'none']),
  'cpt-refunds': option('Z-A3', withCommission(cpt), ['exclude-refunded', 'ignore-refund-rows']),
  'cpt-modifiers': option('Z-A7', ['cpt'], ['merge', 'keep']),
  'cpt-discounts': option('Z-A6', cpt, ['keep', 'deduct']),
  'write-off-date': option('W1–W3', withCommission(income), [
    'insurance-payment',
    'procedure',
    'claim',
  ]),
  'include-unearned': option('U3', income, ['yes', 'no']),
  'scheduled-less-write-off': option('P9', income, ['no', 'yes']),
  'sales-tax': option('S-A1', ['sales', 'bridge'], ['separate', 'included']),
  'collection-adjustment-sign': option('G-A1', ['gross-to-net', 'bridge'], ['ledger', 'literal']),
  'voided-rows': option('G-A3', ['gross-to-net', 'bridge'], ['exclude', 'include']),
  'lab-date': option('C5', ['commission'], ['collection', 'service']),
  'paysplit-enforcement': option('A1', allocation, ['fully', 'auto', 'none']),
  'claim-pay-total': option('A4, A41, A42', allocation, ['auto', 'off']),
  'prefer-current-patient': option('A21', allocation, ['no', 'yes']),
  'prepay-to-providers': option('A4, T9', allocation, ['no', 'yes']),
  'negative-production-as-income': option('T8', allocation, ['yes', 'no']),
  transfer: option('T12', allocation, ['layers', 'fifo']),
  'round-commission': option('E20', ['commission'], ['half-up', 'half-even']),
  'round-commission-at': option('E20', ['commission'], ['total', 'line']),
} as const satisfies Record<string, OptionSpec>;

export type OptionName = keyof typeof optionSpecs;
/** A value for every option. */
export type Options = Readonly<Record<OptionName, string>>;

export const optionNames = Object.keys(optionSpecs) as OptionName[];

function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(optionSpecs, name);
}

/** Every option at its default, but for those given; an unknown name or value is a sentence. */
export function chooseOptions(
  given: readonly (readonly [name: string, value: string])[],
): { readonly options: Options } | { readonly refusal: string } {
  const chosen = new Map<OptionName, string>();
  for (const name of optionNames) chosen.set(name, optionSpecs[name].values[0]);
  for (const [place, [name, value]] of given.entries()) {
    const other = given.findIndex(([known, chose]) => known === name && chose !== value);
    if (other > place) return { refusal: `option ${name} is given with two values` };
    if (!isOptionName(name)) {
      return { refusal: `there is no option ${name}; the options are ${optionNames.join(', ')}` };
    }
    const values: readonly string[] = optionSpecs[name].values;
    if (!values.includes(value)) {
      return { refusal: `option ${name} is ${values.join(' or ')}, not "${value}"` };
    }
    chosen.set(name, value);
  }
  return { options: Object.fromEntries(chosen) as Options };
}

/** The options that can move the figures of a report, with their values: for its info block. */
export function optionsOf(report: string, options: Options): [OptionName, string][] {
  const named = optionNames.filter((name) => optionSpecs[name].reports.includes(report));
  return named.map((name) => [name, options[name]]);
}

/** How the option negative-lines has the ledger allocated (I-A1). */
export function negativeLinesOf(options: Options): NegativeLines {
  return options['negative-lines'] === 'first' ? 'first' : 'chronological';
}
