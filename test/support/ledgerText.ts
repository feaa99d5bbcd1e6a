/**
 * A ledger, and what a report on it should say, as text that an accountant can read and add to.
 *
 *     line   5001 L1 Adams 2024-03-01 65.00 tax 6.60        invoice, charge, provider, date, amount
 *     close  5001 2024-03-05                                 or: open 5001
 *     pay    5001 2024-03-20 100.00                          or any other verb of `moneyTypes`
 *     void   P1 2024-03-21                                   a Void row that names payment P1
 *     provider "Jane Adams" last Zimmer aliases "JA; Dr Adams"
 *
 *     in 2024-03                                             or: in 2024-03-01 to 2024-03-15T18:00
 *     state  5001 tax 6.60 L1 65.00 L2 28.40                 what the period collected
 *
 * Words with blanks stand in double quotes, `-` is a blank cell, `#` starts a comment. Rows may end
 * in pairs and flags (`rowWords`, `rowFlags`). After `in`, every figure that is not 0.00 has to be
 * mentioned: an unmentioned leftover fails. What else can be said stands in reportText.ts.
 */
import { type Cell, type PlainLedger, type PlainRow, centsOfMoney } from './plainLedger';

export interface Block {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly options: Record<string, string>;
  readonly providers: string[];
  readonly locations: string[];
  /** The expectations, one statement each, in the order they are written. */
  readonly statements: readonly (readonly string[])[];
}

export interface Scenario {
  readonly ledger: PlainLedger;
  readonly blocks: readonly Block[];
}

const moneyTypes = new Map([
  ['pay', 'Payment'],
  ['refund', 'Refund'],
  ['returned-check', 'Returned Check'],
  ['reversal', 'Reversal'],
  ['redeposit', 'Redeposit'],
  ['deposit', 'Deposit'],
  ['deposit-refund', 'Deposit Refund'],
  ['credit', 'Credit Applied'],
  ['unapply', 'Unapplied'],
  ['transfer', 'Transfer'],
]);

const rowWords = new Map([
  ['account', 'Account ID'],
  ['account-type', 'Account Type'],
  ['aliases', 'Aliases'],
  ['charge', 'Charge ID'],
  ['code', 'Code'],
  ['discount', 'Discount'],
  ['first', 'First Name'],
  ['id', 'Payment ID'],
  ['last', 'Last Name'],
  ['location', 'Location'],
  ['of', 'Refund Of'],
  ['provider', 'Provider'],
  ['status', 'Status'],
  ['tag', 'Invoice Tag'],
  ['tax', 'Tax'],
  ['units', 'Units'],
  ['voided', 'Voided'],
]);

const rowFlags = new Map<string, readonly [string, Cell]>([
  ['excluded', ['Commissionable', 'No']],
  ['exempt', ['Tax Exempt', 'Yes']],
]);

const moneyHeaders = ['Amount', 'Discount', 'Tax'];

type Written = PlainLedger & Required<Pick<PlainLedger, 'Providers'>>;

/** Reads a scenario; throws on a word it does not know. */
export function parseScenario(text: string): Scenario {
  const ledger: Written = { Charges: [], Invoices: [], Payments: [], Providers: [] };
  const blocks: (Block & { statements: string[][] })[] = [];
  for (const words of text.split('\n').map(wordsOf)) {
    const [verb = '', ...rest] = words;
    if (verb === '') continue;
    const block = blocks.at(-1);
    if (verb === 'in') blocks.push({ ...parsePeriod(rest), statements: [] });
    else if (block !== undefined) block.statements.push(words);
    else addRow(ledger, verb, rest);
  }
  return { ledger, blocks };
}

/** A ledger alone, for tests that look at something else than its figures. */
export function parseLedger(text: string): PlainLedger {
  return parseScenario(text).ledger;
}

function wordsOf(line: string): string[] {
  const words = line.replace(/(^|\s)#.*$/, '').match(/"[^"]*"|\S+/g) ?? [];
  return words.map((word) => word.replaceAll('"', '').replaceAll('\\n', '\n'));
}

function addRow(ledger: Written, verb: string, words: readonly string[]): void {
  const add = (rows: PlainRow[], headers: readonly string[], fixed: PlainRow): void => {
    const start = Object.fromEntries(headers.map((header, place) => [header, words[place] ?? '']));
    rows.push(cells({ ...fixed, ...start }, words.slice(headers.length)));
  };
  const type = moneyTypes.get(verb);
  const paymentId = `P${ledger.Payments.length + 1}`;
  if (type !== undefined) {
    const headers = ['Invoice Number', 'Payment Date', 'Amount'];
    add(ledger.Payments, headers, { 'Payment ID': paymentId, Type: type });
  } else if (verb === 'void') {
    const fixed = { 'Payment ID': paymentId, Type: 'Void', Amount: '0.00' };
    add(ledger.Payments, ['Refund Of', 'Payment Date'], fixed);
  } else if (verb === 'line') {
    const headers = ['Invoice Number', 'Charge ID', 'Provider', 'Service Date', 'Amount'];
    add(ledger.Charges, headers, { Code: words[1] ?? '' });
  } else if (verb === 'close') add(ledger.Invoices, ['Invoice Number', 'Closed Date'], {});
  else if (verb === 'open') add(ledger.Invoices, ['Invoice Number'], {});
  else if (verb === 'provider') add(ledger.Providers, ['Provider'], {});
  else throw new Error(`a ledger has no '${verb}'`);
}

/** `-` is a blank cell; money is written as numbers, so that the two readings of money are both met. */
function cells(start: PlainRow, words: readonly string[]): PlainRow {
  const row: Record<string, Cell> = { ...start };
  for (let place = 0; place < words.length; place += 1) {
    const word = words[place]!;
    const flag = rowFlags.get(word);
    const header = rowWords.get(word);
    if (flag !== undefined) row[flag[0]] = flag[1];
    else if (header !== undefined && place + 1 < words.length) row[header] = words[(place += 1)]!;
    else throw new Error(`a row has no '${word}'`);
  }
  for (const [header, cell] of Object.entries(row)) {
    if (cell === '-') row[header] = null;
    else if (moneyHeaders.includes(header) && typeof cell === 'string') {
      row[header] = centsOfMoney(cell) / 100;
    }
  }
  return row;
}

function parsePeriod(words: readonly string[]): Omit<Block, 'statements'> {
  const [start = '', ...rest] = words;
  const isMonth = /^\d{4}-\d{2}$/.test(start);
  const end = rest[0] === 'to' ? (rest.splice(0, 2)[1] ?? start) : start;
  const options: Record<string, string> = {};
  const providers: string[] = [];
  const locations: string[] = [];
  while (rest.length > 0) {
    const [word, value = '', setting = ''] = rest;
    if (word === 'with') options[value] = setting;
    else if (word === 'only') providers.push(value);
    else if (word === 'at') locations.push(value);
    else throw new Error(`a period has no '${word ?? ''}'`);
    rest.splice(0, word === 'with' ? 3 : 2);
  }
  return {
    title: `in ${words.join(' ')}`,
    from: isMonth ? `${start}-01` : start,
    to: isMonth ? `${start}-${lastDay(start)}` : end,
    options,
    providers,
    locations,
  };
}

function lastDay(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return String(new Date(Date.UTC(year, number, 0)).getUTCDate());
}
