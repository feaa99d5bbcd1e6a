/**
 * What a block of a scenario expects and what a report says, as the same kind of text.
 *
 *     nothing                                                no state at all
 *     state    5001 tax 6.60 L1 65.00 unallocated 1.00       cents collected; unmentioned ones are 0.00
 *     practice Adams 65.00 exempt 5.00 share 45.33           Practice Summary, eligible is the rest
 *     total    143.40 exempt 5.00                            its total row
 *     tag      Adams "Dental, Surgery" 140.00                Provider Invoice Tag Summary
 *     gross    Adams 65.00 exempt 5.00                       Gross Invoicing Summary
 *     rows     L1 L2                                         Provider Details by Product ID, or: none
 *     detail   L1 "Tax Exempt" Yes                           cells of one of its rows
 *     problem  TAX_DIFFERS                                   is found; no-problem: is not
 *     count    Payments skipped 2 held 0
 *
 * `practice`, `tag`, `gross` and `rows` say a whole sheet in its order, its statements together; a
 * sheet that a block does not mention is not compared.
 */
import type { Block } from './ledgerText';
import { type Cell, type PlainLedger, centsOfMoney, moneyOfCents } from './plainLedger';

interface Summary {
  readonly provider: string;
  readonly total: number;
  readonly exempt: number;
  readonly eligible: number;
}

/** What a run has to give to be compared; the last two only where it can. */
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

/** One kind of statement: how it reads as expected, and how the run's figures read instead. */
interface Statement {
  /** Statements of this kind say one sheet between them. */
  readonly isSheet?: boolean;
  /** Whether a run can answer it. */
  readonly isJudged?: (figures: Figures) => boolean;
  readonly expected?: (words: readonly string[]) => string;
  readonly actual: (figures: Figures, words: readonly string[], block: Block) => string[];
}

const statements = new Map<string, Statement>([
  [
    'practice',
    {
      isSheet: true,
      expected: ([provider = '', total = '', ...rest]) => {
        const share = new Map(pairsOf(rest)).get('share');
        return `${provider} ${summaryOf(total, rest)}${share === undefined ? '' : ` share ${share}`}`;
      },
      actual: ({ practice }, _words, block) =>
        practice.map((row) => {
          const isAsked = block.statements.some(
            ([verb, name, ...rest]) =>
              verb === 'practice' && name === row.provider && rest.includes('share'),
          );
          const share = row.share === null ? 'n/a' : (row.share * 100).toFixed(2);
          return `${row.provider} ${summaryText(row)}${isAsked ? ` share ${share}` : ''}`;
        }),
    },
  ],
  [
    'gross',
    {
      isSheet: true,
      expected: ([provider = '', total = '', ...rest]) => `${provider} ${summaryOf(total, rest)}`,
      actual: ({ gross }) => gross.map((row) => `${row.provider} ${summaryText(row)}`),
    },
  ],
  [
    'tag',
    {
      isSheet: true,
      actual: ({ tags }) =>
        tags.map(({ provider, tag, cents }) => `${provider} ${tag} ${moneyOfCents(cents)}`),
    },
  ],
  [
    'total',
    {
      expected: ([total = '', ...rest]) => summaryOf(total, rest),
      actual: ({ practiceTotal }) => [summaryText(practiceTotal)],
    },
  ],
  [
    'rows',
    {
      actual: ({ details }) => {
        const codes = details.map((row) => String(row['Product ID']));
        return [codes.length === 0 ? 'none' : codes.join(' ')];
      },
    },
  ],
  ['detail', { actual: ({ details }, words) => [detailText(details, words)] }],
  [
    'problem',
    {
      isJudged: ({ problems }) => problems !== undefined,
      actual: (figures, [code = '']) => [hasProblem(figures, code) ? code : `no ${code}`],
    },
  ],
  [
    'no-problem',
    {
      isJudged: ({ problems }) => problems !== undefined,
      actual: (figures, [code = '']) => [hasProblem(figures, code) ? `but ${code}` : code],
    },
  ],
  [
    'count',
    {
      isJudged: ({ rows }) => rows !== undefined,
      actual: ({ rows }, [kind = '']) => {
        const row = rows?.find((other) => other.kind === kind);
        return [`${kind} skipped ${row?.skipped ?? 0} held ${row?.held ?? 0}`];
      },
    },
  ],
]);

function statementOf(verb: string): Statement {
  const statement = statements.get(verb);
  if (statement === undefined) throw new Error(`a report has no '${verb}'`);
  return statement;
}

type Amounts = Map<string, Map<string, number>>;

function setAmount(amounts: Amounts, invoice: string, [name, cents]: [string, number]): void {
  const ofInvoice = amounts.get(invoice) ?? new Map<string, number>();
  amounts.set(invoice, ofInvoice.set(name, cents));
}

/** What the block expects, line by line, as far as the run can answer it. */
export function expectedText(block: Block, ledger: PlainLedger, figures: Figures): string[] {
  const collected: Amounts = new Map();
  const others: string[] = [];
  for (const [verb = '', ...words] of block.statements) {
    if (verb === 'nothing') continue;
    if (verb === 'state') {
      const [invoice = '', ...pairs] = words;
      for (const [name, money] of pairsOf(pairs)) {
        setAmount(collected, invoice, [name, centsOfMoney(money)]);
      }
      continue;
    }
    const { expected, isJudged } = statementOf(verb);
    if (isJudged?.(figures) === false) continue;
    others.push(`${verb} ${expected === undefined ? words.join(' ') : expected(words)}`);
  }
  return [...stateLines(collected, ledger), ...others];
}

/** The same lines from what the run gave. */
export function actualText(block: Block, ledger: PlainLedger, figures: Figures): string[] {
  const collected: Amounts = new Map();
  for (const name of ['tax', 'unallocated'] as const) {
    for (const [invoice, cents] of figures[name]) setAmount(collected, invoice, [name, cents]);
  }
  for (const [line, cents] of figures.lines) {
    const charge = ledger.Charges.find((row) => row['Charge ID'] === line);
    setAmount(collected, String(charge?.['Invoice Number'] ?? 'no invoice'), [line, cents]);
  }
  const written = stateLines(collected, ledger);
  const sheetsDone = new Set<string>();
  for (const [verb = '', ...words] of block.statements) {
    if (verb === 'nothing' || verb === 'state') continue;
    const { actual, isJudged, isSheet } = statementOf(verb);
    if (isJudged?.(figures) === false || sheetsDone.has(verb)) continue;
    if (isSheet === true) sheetsDone.add(verb);
    written.push(...actual(figures, words, block).map((line) => `${verb} ${line}`));
  }
  return written;
}

/** `state 5001 tax 6.60 L1 65.00`, invoices and lines in the order of the ledger, zeros left out. */
function stateLines(collected: Amounts, ledger: PlainLedger): string[] {
  const known = ledger.Invoices.map((row) => String(row['Invoice Number']));
  const charges = ledger.Charges.map((row) => String(row['Charge ID']));
  const order = ['tax', ...charges, 'unallocated'];
  const place = (list: readonly string[], word: string): number =>
    list.includes(word) ? list.indexOf(word) : list.length;
  return [...collected]
    .sort(([a], [b]) => place(known, a) - place(known, b))
    .map(([invoice, amounts]) => {
      const figures = [...amounts]
        .filter(([, cents]) => cents !== 0)
        .sort(([a], [b]) => place(order, a) - place(order, b))
        .map(([name, cents]) => ` ${name} ${moneyOfCents(cents)}`);
      return figures.length === 0 ? '' : `state ${invoice}${figures.join('')}`;
    })
    .filter((line) => line !== '');
}

function pairsOf(words: readonly string[]): [string, string][] {
  if (words.length % 2 !== 0) throw new Error(`names and figures do not pair: ${words.join(' ')}`);
  return words.flatMap((word, place) => (place % 2 === 0 ? [[word, words[place + 1]!]] : []));
}

function summaryText(summary: Omit<Summary, 'provider'>): string {
  const { total, exempt, eligible } = summary;
  return `${moneyOfCents(total)} exempt ${moneyOfCents(exempt)} eligible ${moneyOfCents(eligible)}`;
}

/** `50.00 exempt 30.00`: exempt is 0.00 and eligible the rest where they are not said. */
function summaryOf(money: string, rest: readonly string[]): string {
  const pairs = new Map(pairsOf(rest));
  const total = centsOfMoney(money);
  const exempt = centsOfMoney(pairs.get('exempt') ?? '0.00');
  const eligible = pairs.get('eligible');
  return summaryText({
    total,
    exempt,
    eligible: eligible === undefined ? total - exempt : centsOfMoney(eligible),
  });
}

/** The columns a `detail` statement names, read off the row of that charge; money as dollars. */
function detailText(details: Figures['details'], [code = '', ...words]: readonly string[]): string {
  const row = details.find((other) => String(other['Product ID']) === code);
  if (row === undefined) return `${code} has no row`;
  const cells = pairsOf(words).map(([header]) => {
    const cell = row[header] ?? null;
    const shown = header.startsWith('Total ') ? moneyOfCents(Number(cell)) : String(cell ?? '-');
    return ` ${header} ${shown}`;
  });
  return `${code}${cells.join('')}`;
}

function hasProblem(figures: Figures, code: string): boolean {
  return figures.problems?.some((problem) => problem.code === code) === true;
}
