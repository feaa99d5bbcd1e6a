/**
 * Collected Invoicing a second time, from the rules alone and as plainly as they read: every row an
 * object, every list sorted afresh, every invoice walked again after every movement of money.
 * It is slow on purpose and shares no code with the engine.
 */
import { type PlainLedger, type PlainRow, centsOf, textOf } from './plainLedger';

export interface OracleRun {
  readonly from: string;
  readonly to: string;
  readonly options?: Record<string, string>;
  readonly providers?: readonly string[];
  readonly locations?: readonly string[];
}

export interface ProviderFigures {
  provider: string;
  total: number;
  exempt: number;
  eligible: number;
}

/** The columns of Provider Details that the rules fix beyond doubt; money in cents. */
export type OracleDetail = Record<string, string | number>;

export interface OracleResult {
  lines: Map<string, number>;
  tax: Map<string, number>;
  unallocated: Map<string, number>;
  practice: (ProviderFigures & { share: number | null })[];
  practiceTotal: { total: number; exempt: number; eligible: number };
  tags: { provider: string; tag: string; cents: number }[];
  details: OracleDetail[];
  gross: ProviderFigures[];
}

export interface Line {
  readonly id: string;
  readonly sheetRow: number;
  readonly moment: string;
  readonly provider: string;
  readonly code: string;
  readonly net: number;
  readonly tax: number;
  readonly discount: number;
  readonly isEligible: boolean;
  readonly tags: readonly string[];
}

export interface Invoice {
  readonly number: string;
  readonly state: 'open' | 'closed' | 'voided';
  readonly closedAt: string;
  readonly isTaxExempt: boolean;
  readonly location: string;
  /** In the order of the walk: date and time, then Charge ID, then sheet row (I-A2). */
  readonly lines: readonly Line[];
  readonly tax: number;
  /** What the invoice asks for: its tax and its lines. */
  readonly total: number;
}

export interface Movement {
  readonly id: string;
  readonly sheetRow: number;
  readonly moment: string;
  readonly amount: number;
  readonly invoices: readonly Invoice[];
}

/** The part of one movement that stands on one invoice. */
interface Part {
  readonly movement: Movement;
  readonly cents: number;
}

/** How much of an invoice's tax and of each of its lines is covered, and what no line has taken. */
interface Standing {
  readonly tax: number;
  readonly lines: readonly number[];
  readonly unallocated: number;
}

/** What the period did to one line. */
interface LineRow {
  readonly invoice: Invoice;
  readonly line: Line;
  readonly collected: number;
}

type Order = (text: string, other: string) => number;

/* ---- reading ---- */

/** `2024-03-05` is the first minute of that day; texts of one shape sort by time. */
export function momentOf(date: string): string {
  return date.length === 10 ? `${date}T00:00` : date;
}

/** The end of a range without a time is the last millisecond of its day (I-6). */
export function endOf(date: string): string {
  return date.length === 10 ? `${date}T23:59:59.999` : date;
}

const byCodeUnit: Order = (text, other) => (text === other ? 0 : text < other ? -1 : 1);

/** Whole numbers by value and before text, text by code unit. */
const byIdValue: Order = (id, other) => {
  const isNumber = /^\d+$/.test(id);
  const isOtherNumber = /^\d+$/.test(other);
  if (isNumber && isOtherNumber && BigInt(id) !== BigInt(other)) {
    return BigInt(id) < BigInt(other) ? -1 : 1;
  }
  if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
  return byCodeUnit(id, other);
};

interface Dated {
  readonly moment: string;
  readonly id: string;
  readonly sheetRow: number;
}

function byMomentIdRow(row: Dated, other: Dated): number {
  return (
    byCodeUnit(row.moment, other.moment) ||
    byIdValue(row.id, other.id) ||
    row.sheetRow - other.sheetRow
  );
}

export function shownProvider(ledger: PlainLedger, written: string): string {
  if (written === '') return 'No provider';
  for (const row of ledger.Providers ?? []) {
    const names = [textOf(row, 'Provider'), ...textOf(row, 'Aliases').split(';')];
    if (names.some((name) => name.trim() === written)) return textOf(row, 'Provider');
  }
  return written;
}

function tagsOf(cell: string): string[] {
  return cell
    .split(/[,;|\r\n]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}

function readLines(ledger: PlainLedger): { invoice: string; line: Line }[] {
  return ledger.Charges.map((row, sheetRow) => {
    const discount = centsOf(row, 'Discount') ?? 0;
    const line: Line = {
      id: textOf(row, 'Charge ID'),
      sheetRow,
      moment: momentOf(textOf(row, 'Service Date')),
      provider: shownProvider(ledger, textOf(row, 'Provider')),
      code: textOf(row, 'Code'),
      net: (centsOf(row, 'Amount') ?? 0) - discount,
      tax: centsOf(row, 'Tax') ?? 0,
      discount,
      isEligible: textOf(row, 'Commissionable') !== 'No',
      tags: tagsOf(textOf(row, 'Invoice Tag')),
    };
    return { invoice: textOf(row, 'Invoice Number'), line };
  }).filter(({ line }) => textOf(ledger.Charges[line.sheetRow]!, 'Status') !== 'Voided');
}

function stateOf(row: PlainRow): Invoice['state'] {
  const status = textOf(row, 'Status');
  if (status === 'Voided') return 'voided';
  if (status === 'Open' || textOf(row, 'Closed Date') === '') return 'open';
  return 'closed';
}

export function readInvoices(ledger: PlainLedger): Invoice[] {
  const everyLine = readLines(ledger);
  return ledger.Invoices.map((row) => {
    const number = textOf(row, 'Invoice Number');
    const state = stateOf(row);
    const lines =
      state === 'voided'
        ? []
        : everyLine
            .filter((charge) => charge.invoice === number)
            .map((charge) => charge.line)
            .sort(byMomentIdRow);
    const tax = centsOf(row, 'Tax') ?? sum(lines.map((line) => line.tax));
    return {
      number,
      state,
      closedAt: momentOf(textOf(row, 'Closed Date')),
      isTaxExempt: textOf(row, 'Tax Exempt') === 'Yes',
      location: textOf(row, 'Location'),
      lines,
      tax,
      total: state === 'voided' ? 0 : tax + sum(lines.map((line) => line.net)),
    };
  });
}

/* ---- money: which rows count, with which sign, on which invoice ---- */

const pays = ['Payment', 'Redeposit', 'Credit Applied'];
const takesBack = ['Refund', 'Returned Check', 'Reversal', 'Unapplied'];
const ownSign = ['Transfer'];

/** The invoices a payment names, else the one of the charge it names (I-9). */
function namedInvoices(ledger: PlainLedger, row: PlainRow): string[] {
  const named = textOf(row, 'Invoice Number')
    .split(/[;,]/)
    .map((number) => number.trim())
    .filter((number) => number !== '');
  if (named.length > 0) return [...new Set(named)];
  const chargeId = textOf(row, 'Charge ID');
  if (chargeId === '') return [];
  const charge = ledger.Charges.find((line) => textOf(line, 'Charge ID') === chargeId);
  return charge === undefined ? [] : [textOf(charge, 'Invoice Number')];
}

/** Closed invoices from the oldest close, then the others; equal ones by number. */
function byClose(invoice: Invoice, other: Invoice): number {
  const isClosed = invoice.state === 'closed';
  if (isClosed !== (other.state === 'closed')) return isClosed ? -1 : 1;
  return (
    (isClosed ? byCodeUnit(invoice.closedAt, other.closedAt) : 0) ||
    byIdValue(invoice.number, other.number)
  );
}

/** A voided invoice owes nothing: it takes money only where no other one is named. */
function owing(named: readonly Invoice[]): readonly Invoice[] {
  const standing = named.filter(({ state }) => state !== 'voided');
  return standing.length > 0 ? standing : named;
}

export function readMovements(ledger: PlainLedger, invoices: readonly Invoice[]): Movement[] {
  const cancelled = new Set<string>();
  const voids = ledger.Payments.filter(
    (row) => textOf(row, 'Type') === 'Void' && textOf(row, 'Voided') === '',
  );
  // A Void that was itself voided, by its column or by another Void that stands, cancels nothing.
  const stands = (row: PlainRow, asked: readonly PlainRow[]): boolean =>
    !voids.some(
      (other) =>
        other !== row &&
        !asked.includes(other) &&
        textOf(row, 'Payment ID') !== '' &&
        textOf(other, 'Refund Of') === textOf(row, 'Payment ID') &&
        stands(other, [...asked, row]),
    );
  for (const row of voids) if (stands(row, [])) cancelled.add(textOf(row, 'Refund Of'));
  const movements: Movement[] = [];
  ledger.Payments.forEach((row, sheetRow) => {
    const type = textOf(row, 'Type');
    const id = textOf(row, 'Payment ID');
    if (![...pays, ...takesBack, ...ownSign].includes(type)) return;
    if (textOf(row, 'Voided') !== '' || cancelled.has(id)) return;
    const sameType = ledger.Payments.filter((other) => textOf(other, 'Type') === type);
    const isAbsolute =
      takesBack.includes(type) && sameType.every((other) => (centsOf(other, 'Amount') ?? 0) > 0);
    const amount = centsOf(row, 'Amount') ?? 0;
    const named = namedInvoices(ledger, row);
    movements.push({
      id,
      sheetRow,
      moment: momentOf(textOf(row, 'Payment Date')),
      amount: isAbsolute ? -amount : amount,
      invoices: owing(invoices.filter((invoice) => named.includes(invoice.number)).sort(byClose)),
    });
  });
  return movements.sort(byMomentIdRow);
}

/**
 * Money per invoice, in the order it moved. Over several invoices a payment fills what is due from
 * the oldest close on, a refund takes the money off from the newest close on, and what is left over
 * stands on the last one reached (E17).
 */
export function spread(movements: readonly Movement[]): Map<Invoice, Part[]> {
  const parts = new Map<Invoice, Part[]>();
  const paidOn = (invoice: Invoice): number =>
    sum((parts.get(invoice) ?? []).map((part) => part.cents));
  for (const movement of movements) {
    if (movement.invoices.length === 0) continue;
    const isGivenBack = movement.amount < 0;
    const order = isGivenBack ? [...movement.invoices].reverse() : movement.invoices;
    let left = Math.abs(movement.amount);
    const shares = order.map((invoice) => {
      const room = isGivenBack ? paidOn(invoice) : invoice.total - paidOn(invoice);
      const share = Math.min(left, Math.max(room, 0));
      left -= share;
      return { invoice, share };
    });
    shares.at(-1)!.share += left;
    for (const { invoice, share } of shares) {
      const cents = isGivenBack ? 0 - share : share;
      parts.set(invoice, [...(parts.get(invoice) ?? []), { movement, cents }]);
    }
  }
  return parts;
}

/* ---- the walk (I-7 to I-10) ---- */

/** How an invoice stands with `paid` cents on it: I-9 word for word, or the other option of I-A1. */
export function standing(
  invoice: { tax: number; lines: readonly { net: number }[] },
  paid: number,
  negativeLines: string,
): Standing {
  const items = [invoice.tax, ...invoice.lines.map((line) => line.net)];
  const total = sum(items);
  let covered = items.map(() => 0);
  let unallocated = 0;
  if (total <= 0 || paid >= total) {
    covered = items;
    unallocated = paid - total;
  } else if (paid <= 0) {
    unallocated = paid;
  } else if (negativeLines === 'first') {
    let pool = paid - sum(items.filter((item) => item < 0));
    covered = items.map((item) => {
      const share = item < 0 ? item : Math.min(pool, item);
      if (item > 0) pool -= share;
      return share;
    });
  } else {
    let pool = paid;
    for (const [place, item] of items.entries()) {
      const share = item < 0 ? item : Math.min(pool, item);
      covered[place] = share;
      pool -= share;
      if (share !== item) break;
    }
  }
  return { tax: covered[0]!, lines: covered.slice(1), unallocated };
}

/** What the period did to one closed invoice, movement by movement. */
interface Collected {
  tax: number;
  unallocated: number;
  lines: number[];
  touched: boolean[];
  /** How it stands when the period ends. */
  end: Standing;
}

function collect(invoice: Invoice, parts: readonly Part[], run: OracleRun): Collected {
  const negativeLines = run.options?.['negative-lines'] ?? 'chronological';
  // Before its close an invoice recognises nothing; money from before the close moves then (I-5).
  let now: Standing = { tax: 0, lines: invoice.lines.map(() => 0), unallocated: 0 };
  const moved: Collected = {
    tax: 0,
    unallocated: 0,
    lines: invoice.lines.map(() => 0),
    touched: invoice.lines.map(() => false),
    end: now,
  };
  const money = parts
    .map(({ movement, cents }) => ({
      at: movement.moment > invoice.closedAt ? movement.moment : invoice.closedAt,
      movement,
      cents,
    }))
    .sort((a, b) => byCodeUnit(a.at, b.at) || byMomentIdRow(a.movement, b.movement));
  let paid = 0;
  for (const { at, cents } of [{ at: invoice.closedAt, cents: 0 }, ...money]) {
    if (at > endOf(run.to)) break;
    paid += cents;
    const next = standing(invoice, paid, negativeLines);
    if (at >= momentOf(run.from)) {
      moved.tax += next.tax - now.tax;
      moved.unallocated += next.unallocated - now.unallocated;
      for (const line of invoice.lines.keys()) {
        const change = next.lines[line]! - now.lines[line]!;
        moved.lines[line]! += change;
        if (change !== 0) moved.touched[line] = true;
      }
    }
    now = next;
  }
  return { ...moved, end: now };
}

/* ---- the sheets ---- */

const titles = /^(dr|dvm|vmd|dds|dmd|md|dc|phd|jr|sr|ii|iii|iv)$/;

/** The name a provider is sorted by: the Providers table's, else `Last, First`, else the last word (I-A16). */
export function lastName(ledger: PlainLedger, provider: string): string {
  const row = (ledger.Providers ?? []).find((other) => textOf(other, 'Provider') === provider);
  const given = row === undefined ? '' : textOf(row, 'Last Name');
  if (given !== '') return given.toLowerCase();
  const words = provider.toLowerCase().replaceAll(',', ' , ').split(/\s+/);
  const kept = words.filter((word) => !titles.test(word.replaceAll('.', '')));
  const names = kept
    .join(' ')
    .split(' , ')
    .map((name) => name.replaceAll(',', '').trim())
    .filter((name) => name !== '');
  if (names.length === 0) return provider.toLowerCase();
  return names.length > 1 ? names[0]! : names[0]!.split(' ').at(-1)!;
}

function providersInOrder(ledger: PlainLedger, providers: readonly string[]): string[] {
  return [...new Set(providers)].sort((a, b) => {
    if (a === b) return 0;
    if (a === 'No provider' || b === 'No provider') return a === 'No provider' ? 1 : -1;
    return byCodeUnit(lastName(ledger, a), lastName(ledger, b)) || byCodeUnit(a, b);
  });
}

/** Total, exempt and eligible of some rows; Total = Exempt + Eligible (I-21). */
function figures(
  rows: readonly { line: Line; cents: number }[],
): Omit<ProviderFigures, 'provider'> {
  const exempt = sum(rows.filter((row) => !row.line.isEligible).map((row) => row.cents));
  const eligible = sum(rows.filter((row) => row.line.isEligible).map((row) => row.cents));
  return { total: exempt + eligible, exempt, eligible };
}

/** Each tag in its most frequent casing in the ledger, ties by code unit (I-A15). */
function casing(ledger: PlainLedger, tag: string): string {
  const spellings = ledger.Charges.flatMap((row) => tagsOf(textOf(row, 'Invoice Tag'))).filter(
    (other) => other.toLowerCase() === tag.toLowerCase(),
  );
  const times = (spelling: string): number =>
    spellings.filter((other) => other === spelling).length;
  return [...new Set(spellings)].sort((a, b) => times(b) - times(a) || byCodeUnit(a, b))[0]!;
}

function tagSet(ledger: PlainLedger, line: Line): string {
  const different = new Map(line.tags.map((tag) => [tag.toLowerCase(), casing(ledger, tag)]));
  const sorted = [...different].sort(([a], [b]) => byCodeUnit(a, b)).map(([, tag]) => tag);
  return sorted.length === 0 ? 'No Invoice Tag' : sorted.join(', ');
}

function byTagSet(tag: string, other: string): number {
  if (tag === other) return 0;
  if (tag === 'No Invoice Tag' || other === 'No Invoice Tag')
    return tag === 'No Invoice Tag' ? 1 : -1;
  return byCodeUnit(tag.toLowerCase(), other.toLowerCase());
}

function tagSummary(
  ledger: PlainLedger,
  provider: string,
  rows: readonly LineRow[],
): OracleResult['tags'] {
  const tagged = rows
    .filter(({ line }) => line.provider === provider && line.isEligible)
    .map(({ line, collected }) => ({ tag: tagSet(ledger, line), cents: collected }));
  return [...new Set(tagged.map((row) => row.tag))].sort(byTagSet).map((tag) => ({
    provider,
    tag,
    cents: sum(tagged.filter((row) => row.tag === tag).map((row) => row.cents)),
  }));
}

function detail({ invoice, line, collected }: LineRow): OracleDetail {
  return {
    'Invoice Line Item Date / Time': line.moment.replace('T00:00', ''),
    Provider: line.provider,
    'Product ID': line.code,
    'Tax Exempt': invoice.isTaxExempt ? 'Yes' : 'No',
    'Invoice Number': invoice.number,
    'Total Tax Amount': invoice.isTaxExempt ? 0 : line.tax,
    'Total Discount Amount': line.discount,
    'Eligible for Commissions': line.isEligible ? 'Yes' : 'No',
    'Total Invoicing Collected': collected,
  };
}

/** Lines with a row: what an event of the period moved, or with `all` what is still to collect too (I-A4). */
function isShown(invoice: Invoice, line: number, collected: Collected, run: OracleRun): boolean {
  if (collected.touched[line]!) return true;
  if (run.options?.['detail-rows'] !== 'all') return false;
  const isClosedInPeriod = invoice.closedAt >= momentOf(run.from);
  return isClosedInPeriod || collected.end.lines[line] !== invoice.lines[line]!.net;
}

interface Walked {
  rows: LineRow[];
  tax: Map<string, number>;
  unallocated: Map<string, number>;
}

function walkInvoices(ledger: PlainLedger, invoices: readonly Invoice[], run: OracleRun): Walked {
  const walked: Walked = { rows: [], tax: new Map(), unallocated: new Map() };
  const parts = spread(readMovements(ledger, invoices));
  for (const invoice of invoices) {
    if (invoice.state !== 'closed' || invoice.closedAt > endOf(run.to)) continue;
    if (run.locations !== undefined && !run.locations.includes(invoice.location)) continue;
    const collected = collect(invoice, parts.get(invoice) ?? [], run);
    if (collected.tax !== 0) walked.tax.set(invoice.number, collected.tax);
    if (collected.unallocated !== 0) walked.unallocated.set(invoice.number, collected.unallocated);
    for (const [place, line] of invoice.lines.entries()) {
      if (!isShown(invoice, place, collected, run)) continue;
      walked.rows.push({ invoice, line, collected: collected.lines[place]! });
    }
  }
  return walked;
}

/** Every line of the invoices closed in the range, collected or not (I-28). */
function grossSummary(
  ledger: PlainLedger,
  invoices: readonly Invoice[],
  run: OracleRun,
): ProviderFigures[] {
  const closed = invoices.filter(
    (invoice) =>
      invoice.state === 'closed' &&
      invoice.closedAt >= momentOf(run.from) &&
      invoice.closedAt <= endOf(run.to) &&
      (run.locations === undefined || run.locations.includes(invoice.location)),
  );
  const lines = closed.flatMap((invoice) => invoice.lines);
  const providers = lines.map((line) => line.provider);
  return providersInOrder(ledger, providers).map((provider) => ({
    provider,
    ...figures(
      lines.filter((line) => line.provider === provider).map((line) => ({ line, cents: line.net })),
    ),
  }));
}

/** Collected Invoicing and Gross Invoicing of one period, in cents. */
export function oracle(ledger: PlainLedger, run: OracleRun): OracleResult {
  const invoices = readInvoices(ledger);
  const { rows, tax, unallocated } = walkInvoices(ledger, invoices, run);
  const isAsked = ({ provider }: { provider: string }): boolean =>
    run.providers === undefined || run.providers.includes(provider);
  const figuresOf = (some: readonly LineRow[]): Omit<ProviderFigures, 'provider'> =>
    figures(some.map(({ line, collected }) => ({ line, cents: collected })));
  const practiceTotal = figuresOf(rows);
  const providers = providersInOrder(
    ledger,
    rows.map(({ line }) => line.provider),
  ).filter((provider) => isAsked({ provider }));
  const shown = providers.flatMap((provider) =>
    rows
      .filter(({ line }) => line.provider === provider)
      .sort((a, b) => byMomentIdRow(a.line, b.line)),
  );
  return {
    lines: new Map(shown.map(({ line, collected }) => [line.id, collected])),
    tax,
    unallocated,
    practice: providers.map((provider) => {
      const mine = figuresOf(rows.filter(({ line }) => line.provider === provider));
      const share = practiceTotal.total === 0 ? null : mine.total / practiceTotal.total;
      return { provider, share, ...mine };
    }),
    practiceTotal,
    tags: providers.flatMap((provider) => tagSummary(ledger, provider, rows)),
    details: shown.map(detail),
    gross: grossSummary(ledger, invoices, run).filter(isAsked),
  };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
