/** The ways in which exports are dirty and still say the same: each makes a clean page dirty. */
import type { Cell } from '../plainLedger';
import { cellsOfType, type Dice, type Page, rowWith, typeOf, withRowsAt } from './page';

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
  const cells = rows.map((row) => row[amount] ?? 0);
  if (amount < 0 || labelled < 0 || cells.some((cell) => typeof cell !== 'number'))
    return undefined;
  const cents = cells.reduce<number>((sum, cell) => sum + Math.round(Number(cell) * 100), 0);
  return page.headers.map((_, column) =>
    column === labelled ? label : column === amount ? cents / 100 : null,
  );
}

export const ways = {
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
