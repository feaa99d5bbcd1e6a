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
 * mentioned: an unmentioned leftover fails. `practice`, `tag`, `gross` and `rows` stand for a whole
 * sheet in its order and are compared where the block has at least one of them.
 */
import {
  type Cell,
  type PlainLedger,
  type PlainRow,
  centsOfMoney,
  moneyOfCents,
} from './plainLedger';

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

/** Reads a scenario; throws on a word it does not know. */
export function parseScenario(text: string): Scenario {
  const ledger: Required<PlainLedger> = { Charges: [], Invoices: [], Payments: [], Providers: [] };
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

function addRow(ledger: Required<PlainLedger>, verb: string, words: readonly string[]): void {
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
  const end = rest[0] === 'to' ? rest.splice(0, 2)[1]! : start;
  const period = {
    title: `in ${words.join(' ')}`,
    from: isMonth ? `${start}-01` : start,
    to: isMonth ? `${start}-${lastDay(start)}` : end,
    options: {} as Record<string, string>,
    providers: [] as string[],
    locations: [] as string[],
  };
  while (rest.length > 0) {
    const [word, value = '', setting = ''] = rest;
    if (word === 'with') period.options[value] = setting;
    else if (word === 'only') period.providers.push(value);
    else if (word === 'at') period.locations.push(value);
    else throw new Error(`a period has no '${word ?? ''}'`);
    rest.splice(0, word === 'with' ? 3 : 2);
  }
  return period;
}

function lastDay(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return String(new Date(Date.UTC(year!, number!, 0)).getUTCDate());
}

/* ---- what the block expects and what a report says, both as text ---- */

interface Summary {
  readonly provider: string;
  readonly total: number;
  readonly exempt: number;
  readonly eligible: number;
}

/** What a run has to give to be compared; the last two only where a block asks for them. */
export interface Figures {
  readonly lines: ReadonlyMap<string, number>;
  readonly tax: ReadonlyMap<string, number>;
  readonly unallocated: ReadonlyMap<string, number>;
  readonly practice: readonly (Summary & { readonly share: number | null })[];
  readonly practiceTotal: Omit<Summary, 'provider'>;
  readonly tags: readonly {
    readonly provider: string;
    readonly tag: string;
    readonly cents: number;
  }[];
  readonly details: readonly Readonly<Record<string, Cell>>[];
  readonly gross: readonly Summary[];
  readonly rows?: readonly {
    readonly kind: string;
    readonly skipped: number;
    readonly held: number;
  }[];
  readonly problems?: readonly { readonly code: string }[];
}

/** What the block expects, line by line; `judged` leaves out what a run without problems cannot say. */
export function expectedText(block: Block, ledger: PlainLedger, figures: Figures): string[] {
  const states = block.statements.filter(([verb]) => verb === 'state');
  const collected = new Map<string, Map<string, number>>();
  for (const [, invoice = '', ...pairs] of states) {
    const amounts = collected.get(invoice) ?? new Map<string, number>();
    for (const [name, money] of pairsOf(pairs)) amounts.set(name, centsOfMoney(money));
    collected.set(invoice, amounts);
  }
  const others = block.statements.filter(([verb]) => verb !== 'state' && verb !== 'nothing');
  return [
    ...stateLines(collected, ledger),
    ...others.filter(([verb]) => isJudged(verb!, figures)).map(expectedLine),
  ];
}

/** The same lines from what the run gave. */
export function actualText(block: Block, ledger: PlainLedger, figures: Figures): string[] {
  const collected = new Map<string, Map<string, number>>();
  const add = (invoice: string, name: string, cents: number): void => {
    collected.set(invoice, (collected.get(invoice) ?? new Map<string, number>()).set(name, cents));
  };
  figures.tax.forEach((cents, invoice) => {
    add(invoice, 'tax', cents);
  });
  figures.unallocated.forEach((cents, invoice) => {
    add(invoice, 'unallocated', cents);
  });
  figures.lines.forEach((cents, line) => {
    const charge = ledger.Charges.find((row) => row['Charge ID'] === line);
    add(String(charge?.['Invoice Number'] ?? 'no invoice'), line, cents);
  });
  const written = stateLines(collected, ledger);
  const done = new Set<string>();
  for (const statement of block.statements) {
    const verb = statement[0]!;
    if (verb === 'state' || verb === 'nothing' || !isJudged(verb, figures)) continue;
    const isSheet = ['practice', 'tag', 'gross'].includes(verb);
    if (isSheet && done.has(verb)) continue;
    done.add(verb);
    written.push(...actualLines(statement, block, figures));
  }
  return written;
}

function isJudged(verb: string, figures: Figures): boolean {
  if (verb === 'problem' || verb === 'no-problem') return figures.problems !== undefined;
  return verb !== 'count' || figures.rows !== undefined;
}

function pairsOf(words: readonly string[]): [string, string][] {
  if (words.length % 2 !== 0) throw new Error(`names and figures do not pair: ${words.join(' ')}`);
  return words.flatMap((word, place) => (place % 2 === 0 ? [[word, words[place + 1]!]] : []));
}

/** `state 5001 tax 6.60 L1 65.00`, invoices and lines in the order of the ledger, zeros left out. */
function stateLines(collected: Map<string, Map<string, number>>, ledger: PlainLedger): string[] {
  const known = ledger.Invoices.map((row) => String(row['Invoice Number']));
  const charges = ledger.Charges.map((row) => String(row['Charge ID']));
  const place = (list: readonly string[], word: string): number =>
    list.includes(word) ? list.indexOf(word) : list.length;
  return [...collected]
    .sort(([a], [b]) => place(known, a) - place(known, b))
    .map(([invoice, amounts]) => {
      const order = ['tax', ...charges, 'unallocated'];
      const figures = [...amounts]
        .filter(([, cents]) => cents !== 0)
        .sort(([a], [b]) => place(order, a) - place(order, b))
        .map(([name, cents]) => ` ${name} ${moneyOfCents(cents)}`);
      return figures.length === 0 ? '' : `state ${invoice}${figures.join('')}`;
    })
    .filter((line) => line !== '');
}

function summaryText(summary: Omit<Summary, 'provider'>): string {
  const { total, exempt, eligible } = summary;
  return `${moneyOfCents(total)} exempt ${moneyOfCents(exempt)} eligible ${moneyOfCents(eligible)}`;
}

/** `practice A 50.00 exempt 30.00`: exempt is 0.00 and eligible the rest where they are not said. */
function expectedSummary(words: readonly string[]): string {
  const [total = '', ...rest] = words;
  const pairs = new Map(pairsOf(rest));
  const exempt = centsOfMoney(pairs.get('exempt') ?? '0.00');
  const eligible = pairs.get('eligible');
  return summaryText({
    total: centsOfMoney(total),
    exempt,
    eligible: eligible === undefined ? centsOfMoney(total) - exempt : centsOfMoney(eligible),
  });
}

function expectedLine(statement: readonly string[]): string {
  const [verb = '', name = '', ...rest] = statement;
  switch (verb) {
    case 'practice': {
      const share = new Map(pairsOf(rest.slice(1))).get('share');
      const shown = share === undefined ? '' : ` share ${share}`;
      return `practice ${name} ${expectedSummary(rest)}${shown}`;
    }
    case 'gross':
      return `gross ${name} ${expectedSummary(rest)}`;
    case 'total':
      return `total ${expectedSummary([name, ...rest])}`;
    case 'tag':
    case 'rows':
    case 'detail':
    case 'problem':
    case 'no-problem':
    case 'count':
      return statement.join(' ');
    default:
      throw new Error(`a report has no '${verb}'`);
  }
}

function actualLines(statement: readonly string[], block: Block, figures: Figures): string[] {
  const [verb, name = '', ...rest] = statement;
  switch (verb) {
    case 'practice': {
      const asked = block.statements.filter(
        (other) => other[0] === 'practice' && other.includes('share'),
      );
      return figures.practice.map((row) => {
        const isAsked = asked.some((other) => other[1] === row.provider);
        const share = row.share === null ? 'n/a' : (row.share * 100).toFixed(2);
        return `practice ${row.provider} ${summaryText(row)}${isAsked ? ` share ${share}` : ''}`;
      });
    }
    case 'gross':
      return figures.gross.map((row) => `gross ${row.provider} ${summaryText(row)}`);
    case 'total':
      return [`total ${summaryText(figures.practiceTotal)}`];
    case 'tag':
      return figures.tags.map((row) => `tag ${row.provider} ${row.tag} ${moneyOfCents(row.cents)}`);
    case 'rows': {
      const codes = figures.details.map((row) => String(row['Product ID']));
      return [`rows ${codes.length === 0 ? 'none' : codes.join(' ')}`];
    }
    case 'detail':
      return [`detail ${name} ${detailText(figures, name, rest)}`];
    case 'problem':
    case 'no-problem': {
      const isThere = figures.problems?.some((problem) => problem.code === name) === true;
      return [`${isThere ? 'problem' : 'no-problem'} ${name}`];
    }
    case 'count': {
      const row = figures.rows?.find((other) => other.kind === name);
      return [`count ${name} skipped ${row?.skipped ?? 0} held ${row?.held ?? 0}`];
    }
    default:
      throw new Error(`a report has no '${verb ?? ''}'`);
  }
}

/** The columns a `detail` statement names, read off the row of that charge; money as dollars. */
function detailText(figures: Figures, code: string, words: readonly string[]): string {
  const row = figures.details.find((other) => String(other['Product ID']) === code);
  if (row === undefined) return 'has no row';
  return pairsOf(words)
    .map(([header]) => {
      const cell = row[header] ?? null;
      const shown = header.startsWith('Total ') ? moneyOfCents(Number(cell)) : String(cell ?? '-');
      return `${header} ${shown}`;
    })
    .join(' ');
}
