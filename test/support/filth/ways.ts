/** The ways in which exports are dirty and still say the same: each makes a clean page dirty. */
import type { Cell } from '../plainLedger';
import {
  cellsOfType,
  dataRows,
  type Dice,
  isDataRow,
  mayBeTurned,
  type Page,
  rowWith,
  typeOf,
  withRowsAt,
} from './page';

export type Way = (page: Page, dice: Dice) => Page;

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Numbers of days since 1899-12-30 as `2024`, `2`, `29` and `09:00`; the time is '' at midnight. */
function partsOf(serial: number): { year: number; month: number; day: number; time: string } {
  const date = new Date(Math.round(serial * 86_400) * 1000 + Date.UTC(1899, 11, 30));
  const time = date.toISOString().slice(11, 16);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth(),
    day: date.getUTCDate(),
    time: time === '00:00' ? '' : time,
  };
}

function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1,234.50` of a number without its sign. */
function plain(amount: number): string {
  const [whole = '', part = ''] = Math.abs(amount).toFixed(2).split('.');
  return `${grouped(whole)}.${part}`;
}

function asAmounts(write: (amount: number) => Cell): Way {
  return (page) =>
    cellsOfType(page, ['cents'], (cell) => (typeof cell === 'number' ? write(cell) : cell));
}

function asDates(write: (parts: ReturnType<typeof partsOf>, serial: number) => Cell): Way {
  return (page) =>
    cellsOfType(page, ['moment'], (cell) =>
      typeof cell === 'number' ? write(partsOf(cell), cell) : cell,
    );
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}

function heads(write: (head: string) => string): Way {
  return (page) => ({ ...page, heads: page.heads.map((head) => write(String(head))) });
}

/** A place among the rows of the body, and where it must not be the end, before the last of them. */
function somewhere(page: Page, dice: Dice): number {
  return dice(page.rows.length + 1);
}

function shuffled(length: number, dice: Dice): number[] {
  const order = Array.from({ length }, (_, place) => place);
  for (let last = length - 1; last > 0; last--) {
    const other = dice(last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

const otherHeads: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Charges: {
    'Service Date': 'Date of Service',
    Provider: 'Rendering Provider',
    Code: 'CPT Code',
    Units: 'Qty',
    Description: 'Procedure Name',
  },
  Payments: { Provider: 'Practitioner', 'Invoice Number': 'Invoice #' },
  Invoices: { 'Closed Date': 'Invoice Closed Date', 'Invoice Number': 'Invoice #' },
};

/** Sums of the columns of money as the table itself has them, for a line under or among its rows. */
function totalRow(page: Page, rows: Page['rows'], label: string): Cell[] | undefined {
  const amount = page.headers.indexOf('Amount');
  const labelled = page.headers.findIndex((header) => typeOf(page.kind, header) === 'text');
  const cells = rows.filter((row) => isDataRow(page, row)).map((row) => row[amount] ?? 0);
  if (amount < 0 || labelled < 0 || cells.some((cell) => typeof cell !== 'number'))
    return undefined;
  const cents = cells.reduce<number>((sum, cell) => sum + Math.round(Number(cell) * 100), 0);
  return page.headers.map((_, column) =>
    column === labelled ? label : column === amount ? cents / 100 : null,
  );
}

/** The bold column of ids, by which rows of one kind are told apart. */
const idHeaders: Readonly<Record<string, string>> = {
  Charges: 'Charge ID',
  Invoices: 'Invoice Number',
  Payments: 'Payment ID',
  Adjustments: 'Adjustment ID',
  'Claim Lines': 'Claim Line ID',
};

/** Rows in another order; rows of one id keep theirs, because the sheet row is their last tie. */
function turned(page: Page, dice: Dice): Page {
  const id = page.headers.indexOf(idHeaders[page.kind] ?? '');
  if (id < 0 || !mayBeTurned(page)) return page;
  const rows = dataRows(page);
  const waiting = new Map<Cell, (readonly Cell[])[]>();
  for (const row of rows) waiting.set(row[id]!, [...(waiting.get(row[id]!) ?? []), row]);
  const order = shuffled(rows.length, dice).map((place) => rows[place]![id]!);
  return { ...page, rows: order.map((key) => waiting.get(key)!.shift()!) };
}

/** A line behind every few rows that adds up those since the last one. */
function withGroupTotals(page: Page, dice: Dice): Page {
  const every = 2 + dice(3);
  if (page.rows.some((row) => row.length > 0 && !isDataRow(page, row))) return page;
  const rows: (readonly Cell[])[] = [];
  let group: (readonly Cell[])[] = [];
  for (const row of page.rows) {
    rows.push(row);
    if (isDataRow(page, row)) group.push(row);
    if (group.length < every) continue;
    const total = totalRow(page, group, 'Total for the group');
    if (total === undefined) return page;
    rows.push(total);
    group = [];
  }
  return { ...page, rows };
}

/** Money in Amount stands with the other sign throughout, and the mapping says so (INV-19). */
function signsTurned(page: Page): Page {
  const amount = page.headers.indexOf('Amount');
  const rows = dataRows(page);
  const hasNumbers = rows.every((row) => row[amount] === null || typeof row[amount] === 'number');
  if (amount < 0 || !hasNumbers || rows.length < page.rows.length) return page;
  const turnedRows = page.rows.map((row) =>
    row.map((cell, column) => (column === amount && typeof cell === 'number' ? 0 - cell : cell)),
  );
  const mapped = new Map(page.mapped).set('Amount', { sign: 'negated' });
  return { ...page, rows: turnedRows, mapped };
}

/** A name stands once for each block of rows that bear it, as merged cells leave it. */
function namesOnce(page: Page): Page {
  const header = page.kind === 'Payments' ? 'Method' : 'Provider';
  const column = page.headers.indexOf(header);
  const names = dataRows(page).map((row) => row[column]);
  if (column < 0 || names.some((name) => typeof name !== 'string' || name.trim() === '')) {
    return page;
  }
  let above: Cell = null;
  const rows = page.rows.map((row) => {
    if (!isDataRow(page, row)) return row;
    const isAgain = row[column] === above;
    above = row[column]!;
    return isAgain ? row.map((cell, place) => (place === column ? null : cell)) : row;
  });
  const mapped = new Map(page.mapped).set(header, { fillDown: true });
  return { ...page, rows, mapped };
}

/**
 * CR and DR behind amounts: CR is money received in Payments, and lowers what is billed elsewhere, as a
 * positive amount of Claim Adjustments does.
 */
function withCreditMarks(page: Page): Page {
  if (page.mapped?.has('Amount') === true) return page;
  const amount = page.headers.indexOf('Amount');
  const rows = page.rows.map((row) =>
    row.map((cell, column) => {
      if (column !== amount || typeof cell !== 'number') return cell;
      const isPositive = page.kind === 'Payments' || page.kind === 'Claim Adjustments';
      const isCredit = isPositive ? cell >= 0 : cell < 0;
      return `${plain(cell)} ${isCredit ? 'CR' : 'DR'}`;
    }),
  );
  return { ...page, rows };
}

/** The last rows stand there once more, as where two exports overlap. */
function overlapping(page: Page, dice: Dice): Page {
  const rows = dataRows(page);
  if (idHeaders[page.kind] === undefined || rows.length < LEAST_BLOCK) return page;
  const again = rows.slice(dice(rows.length - LEAST_BLOCK + 1));
  return { ...page, rows: [...page.rows, ...again], isPastedTwice: true };
}

/** Rows that make a block. */
const LEAST_BLOCK = 3;

export const ways = {
  'rows in another order': turned,
  'totals of groups': withGroupTotals,
  'signs turned round': signsTurned,
  'names once for each block': namesOnce,
  'CR and DR': withCreditMarks,
  'exports that overlap': overlapping,
  'hidden rows': (page, dice) => ({ ...page, hidesEvery: 2 + dice(3) }),
  'a filter that is on': (page, dice) => ({ ...page, hidesEvery: 2 + dice(3), isFiltered: true }),
  'a banner above the header': (page, dice) => ({
    ...page,
    above: [['Report – what was entered'], ['Printed 2024-04-02 09:00'], []].slice(dice(3)),
  }),
  'empty rows in between': (page, dice) => withRowsAt(page, somewhere(page, dice), [[], []]),
  'the header again in the middle': (page, dice) =>
    withRowsAt(page, somewhere(page, dice), [page.heads]),
  'page furniture': (page, dice) =>
    withRowsAt(page, somewhere(page, dice), [rowWith(page, 0, 'Page 1 of 3')]),
  'a grand total below': (page) => {
    const total = totalRow(page, page.rows, 'Grand Total');
    return total === undefined ? page : withRowsAt(page, page.rows.length, [total]);
  },
  'amounts as text': asAmounts((amount) => `${amount < 0 ? '-' : ''}$${plain(amount)}`),
  'amounts in brackets': asAmounts((amount) => (amount < 0 ? `(${plain(amount)})` : plain(amount))),
  'a minus behind': asAmounts((amount) => `${plain(amount)}${amount < 0 ? '-' : ''}`),
  'a typeset minus': asAmounts((amount) => `${amount < 0 ? '−' : ''}${plain(amount)}`),
  'spaces that do not break': asAmounts(
    (amount) => `${amount < 0 ? '-' : ''}\u00a0${plain(amount)}\u202f`,
  ),
  'a dash for nothing': asAmounts((amount) => (amount === 0 ? '-' : amount)),
  'dates as text': asDates(
    ({ year, month, day, time }) =>
      `${year}-${two(month + 1)}-${two(day)}${time === '' ? '' : ` ${time}`}`,
  ),
  'dates with names of months': asDates(
    ({ year, month, day, time }) =>
      `${months[month]} ${day}, ${year}${time === '' ? '' : ` ${time}`}`,
  ),
  'dates as they are said': asDates(
    ({ year, month, day, time }) =>
      `${day}-${months[month]}-${year}${time === '' ? '' : ` ${time}`}`,
  ),
  'headers in capitals': heads((head) => head.toUpperCase()),
  'headers with spaces': heads((head) => ` ${head.replace(' ', '\u00a0 ')} `),
  'headers of another system': (page) => ({
    ...page,
    heads: page.heads.map((head) => otherHeads[page.kind]?.[String(head)] ?? head),
  }),
  'columns in another order': (page, dice) => {
    const order = shuffled(page.headers.length, dice);
    const turned = <Item>(items: readonly Item[]): Item[] =>
      items.length === 0 ? [] : order.map((column) => items[column]!);
    return {
      ...page,
      headers: turned(page.headers),
      heads: turned(page.heads),
      rows: page.rows.map((row) => turned(row)),
    };
  },
  'columns of no use': (page) => ({
    ...page,
    headers: [...page.headers, 'Room', 'Remark of the desk'],
    heads: [...page.heads, 'Room', 'Remark of the desk'],
    rows: page.rows.map((row) => (row.length === 0 ? [] : [...row, 'B2', 'called back'])),
  }),
  'somewhere on the sheet': (page, dice) => ({ ...page, left: dice(4), top: dice(5) }),
  'spaces around words': (page) =>
    cellsOfType(page, ['text'], (cell) => (typeof cell === 'string' ? ` ${cell}\u00a0` : cell)),
  'numbers as text': (page) =>
    cellsOfType(page, ['text'], (cell) => (typeof cell === 'number' ? String(cell) : cell)),
} satisfies Readonly<Record<string, Way>>;

export type WayName = keyof typeof ways;

export const wayNames = Object.keys(ways) as WayName[];
