/** The story of a quarter at Cedar Grove Animal Hospital, as rows of the ledger tables. */
import { civilOfSerial } from '../src/core/day';
import { percentOfCents } from '../src/core/rate';
import { random, type Random } from './random';
import { emptyTable, type SampleBook, type SampleTable } from './sampleTable';
import { clients, pets, products, providers, rescueAccount, type Product } from './veterinaryStock';

const PRACTICE = 'Cedar Grove Animal Hospital';

interface SampleLedger {
  readonly charges: SampleTable;
  readonly invoices: SampleTable;
  readonly payments: SampleTable;
  readonly providers: SampleTable;
}

/** Serial days of 2024-01-02 and 2024-03-30. */
const FIRST_DAY = 45293;
const LAST_DAY = 45381;
const TAX_PERCENT = '8.25';

/** An invoice while the story goes on; money in whole cents. */
interface Visit {
  readonly number: number;
  readonly client: (typeof clients)[number];
  /** Serial moment at which it was closed; 0 while it is open. */
  readonly closed: number;
  readonly total: number;
}

interface Story {
  readonly source: Random;
  readonly ledger: SampleLedger;
  nextInvoice: number;
  nextCharge: number;
  nextPayment: number;
}

/** The workbook of the quarter; its invoices are a plain range, as the export prints them. */
export function veterinaryBook(seed: number): SampleBook {
  const ledger = veterinaryQuarter(seed);
  const above = [`${PRACTICE} – invoice export`, '2024-01-01 to 2024-03-31'];
  return {
    practice: PRACTICE,
    about:
      'First quarter of 2024. Charges, Invoices and Payments are pasted from the practice system.',
    sheets: [
      { name: 'Charges', table: ledger.charges },
      { name: 'Invoices', table: ledger.invoices, above },
      { name: 'Payments', table: ledger.payments },
      { name: 'Providers', table: ledger.providers },
    ],
  };
}

/** Rows of charges, invoices, payments and providers; the same seed, the same rows. */
function veterinaryQuarter(seed: number): SampleLedger {
  const story: Story = {
    source: random(seed),
    ledger: emptyLedger(),
    nextInvoice: 5001,
    nextCharge: 90001,
    nextPayment: 70001,
  };
  for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
    if (isSunday(day)) continue;
    const visits = story.source.whole(7, 11);
    for (let visit = 0; visit < visits; visit++) ordinaryVisit(story, day);
  }
  tellIncidents(story);
  return story.ledger;
}

function emptyLedger(): SampleLedger {
  const people = emptyTable('Provider|Last Name|First Name|Aliases|Hidden');
  for (const one of providers) people.rows.push([one.name, one.last, one.first, one.aliases, '']);
  return {
    charges: emptyTable(
      'Charge ID|Service Date|Invoice Number|Provider|Code|Description|Invoice Tag|Amount|Discount|' +
        'Tax|Discount Class|Tax Class|Commissionable|Status|Account ID|Account Type|Client Last Name|' +
        'Client First Name|Patient ID|Patient Name',
    ),
    invoices: emptyTable(
      'Invoice Number|Closed Date|Status|Tax|Account ID|Account Type|Tax Exempt',
    ),
    payments: emptyTable(
      'Payment ID|Payment Date|Type|Method|Amount|Invoice Number|Account ID|Voided|Refund Of|Note',
    ),
    providers: people,
  };
}

function isSunday(day: number): boolean {
  return day % 7 === 1;
}

/** A serial moment on a day, between opening and closing time, on a whole minute. */
function momentOn(source: Random, day: number): number {
  return day + source.whole(8 * 60, 18 * 60) / 1440;
}

interface LineOf {
  readonly product: Product;
  readonly provider: string;
  readonly amount: number;
  readonly discount: number;
  readonly tags: string;
}

function ordinaryVisit(story: Story, day: number): void {
  const { source } = story;
  const client = source.pick(clients);
  const provider = source.pick(providers).name;
  const count = source.whole(1, 5);
  const lines = Array.from({ length: count }, () => ordinaryLine(source, provider));
  const stays = source.chance(0.04);
  const closedDay = source.chance(0.06) ? Math.min(day + source.whole(1, 6), LAST_DAY) : day;
  const closed = stays ? 0 : closedDay + source.whole(18 * 60 + 5, 19 * 60) / 1440;
  const visit = addInvoice(story, { client, day, lines, closed });
  if (visit.total > 0) ordinaryPayments(story, visit, day);
}

function ordinaryLine(source: Random, provider: string): LineOf {
  const product = source.pick(products);
  const units = product.taxed ? source.whole(1, 2) : 1;
  const amount = product.price * units;
  const discount = source.chance(0.08) ? percentOfCents(amount, '10', 'half-up') : 0;
  // Retail is sometimes rung up at the desk, without a provider.
  const who = product.taxed && source.chance(0.05) ? '' : provider;
  return { product, provider: who, amount, discount, tags: writtenTags(source, product.tags) };
}

/** People write tags in their own way. */
function writtenTags(source: Random, tags: string): string {
  if (tags === 'Dental; Surgery' && source.chance(0.3)) return 'Surgery, Dental';
  if (tags === 'Dental' && source.chance(0.1)) return ' dental ';
  return tags;
}

function addInvoice(
  story: Story,
  of: {
    readonly client: (typeof clients)[number];
    readonly day: number;
    readonly lines: readonly LineOf[];
    readonly closed: number;
    readonly headerTaxOff?: number;
  },
): Visit {
  const number = story.nextInvoice++;
  const isExempt = of.client.account === rescueAccount;
  const type = isExempt ? 'Rescue' : 'Client';
  let total = 0;
  let taxes = 0;
  const pet = story.source.pick(pets);
  for (const line of of.lines) {
    const net = line.amount - line.discount;
    const isTaxed = line.product.taxed && !isExempt;
    const tax = isTaxed ? percentOfCents(net, TAX_PERCENT, 'half-up') : 0;
    taxes += tax;
    total += net + tax;
    story.ledger.charges.rows.push([
      `L${story.nextCharge++}`,
      momentOn(story.source, of.day),
      number,
      line.provider,
      line.product.code,
      line.product.name,
      line.tags,
      line.amount / 100,
      line.discount / 100,
      tax / 100,
      line.discount === 0 ? '' : 'Loyalty 10 %',
      line.product.taxed ? 'Retail' : 'Exempt service',
      line.product.commissionable ? 'Yes' : 'No',
      'Complete',
      of.client.account,
      type,
      of.client.last,
      of.client.first,
      `P${of.client.account}${pet.length}`,
      pet,
    ]);
  }
  const off = of.headerTaxOff ?? 0;
  story.ledger.invoices.rows.push([
    number,
    of.closed === 0 ? '' : of.closed,
    of.closed === 0 ? 'Open' : 'Closed',
    (taxes + off) / 100,
    of.client.account,
    type,
    isExempt ? 'Yes' : 'No',
  ]);
  return { number, client: of.client, closed: of.closed, total: total + off };
}

interface PaymentOf {
  readonly visit?: Visit;
  readonly account?: string;
  readonly day: number;
  readonly type: string;
  readonly amount: number;
  readonly method?: string;
  readonly invoices?: string;
  readonly voided?: string;
  readonly refundOf?: string;
  readonly note?: string;
}

/** Adds a payments row and returns its id. */
function addPayment(story: Story, of: PaymentOf): string {
  const id = `T${story.nextPayment++}`;
  const methods = ['Visa', 'Visa', 'Mastercard', 'Cash', 'Check', 'CareCredit'];
  story.ledger.payments.rows.push([
    id,
    momentOn(story.source, of.day),
    of.type,
    of.method ?? story.source.pick(methods),
    of.amount / 100,
    of.invoices ?? of.visit?.number ?? '',
    of.account ?? of.visit?.client.account ?? '',
    of.voided ?? '',
    of.refundOf ?? '',
    of.note ?? '',
  ]);
  return id;
}

/** Most pay at once; some in parts, some later, some too much, some not at all. */
function ordinaryPayments(story: Story, visit: Visit, day: number): void {
  const { source } = story;
  const later = (least: number, most: number): number =>
    Math.min(day + source.whole(least, most), LAST_DAY);
  const way = source.next();
  if (way < 0.78) {
    addPayment(story, { visit, day, type: 'Payment', amount: visit.total });
    if (source.chance(0.03)) refundPart(story, visit, later(1, 20));
  } else if (way < 0.9) {
    const part = percentOfCents(visit.total, String(source.whole(20, 70)), 'half-up');
    addPayment(story, { visit, day, type: 'Payment', amount: part });
    if (source.chance(0.7)) {
      const rest = visit.total - part;
      addPayment(story, { visit, day: later(10, 45), type: 'Payment', amount: rest });
    }
  } else if (way < 0.93) {
    payByCredit(story, visit, day);
  } else if (way < 0.96) {
    addPayment(story, { visit, day: later(3, 30), type: 'Payment', amount: visit.total });
  }
}

function refundPart(story: Story, visit: Visit, day: number): void {
  const amount = -percentOfCents(visit.total, String(story.source.whole(10, 60)), 'half-up');
  addPayment(story, { visit, day, type: 'Refund', amount, note: 'goodwill' });
}

/** A deposit before the visit, then used on its invoice: the export writes two rows for the use. */
function payByCredit(story: Story, visit: Visit, day: number): void {
  const { account } = visit.client;
  const amount = visit.total;
  const before = Math.max(day - story.source.whole(1, 10), FIRST_DAY);
  addPayment(story, { account, day: before, type: 'Deposit', amount });
  const method = 'Account Credit';
  addPayment(story, { account, day, type: 'Transfer', amount: -amount, method });
  addPayment(story, { visit, day, type: 'Credit Applied', amount, method });
}

/** Serial day of the `day`-th of a month of the quarter. */
function dayOf(month: number, day: number): number {
  for (let serial = FIRST_DAY; serial <= LAST_DAY; serial++) {
    const civil = civilOfSerial(serial);
    if (civil.month === month && civil.day === day) return serial;
  }
  throw new Error(`no day ${day} of month ${month} in the quarter`);
}

/** What an accountant of this practice remembers of the quarter; samples/README.md tells it. */
function tellIncidents(story: Story): void {
  const client = (place: number): (typeof clients)[number] => {
    const found = clients[place];
    if (found === undefined) throw new Error('no such client');
    return found;
  };
  const one = (code: string, provider: string, sign = 1): LineOf => {
    const product = products.find((item) => item.code === code);
    if (product === undefined) throw new Error(`no product ${code}`);
    return { product, provider, amount: sign * product.price, discount: 0, tags: product.tags };
  };
  const [adams, baker, chandra] = [providers[0].name, providers[1].name, providers[2].name];
  const open = (place: number, day: number, lines: LineOf[], headerTaxOff = 0): Visit =>
    addInvoice(story, { client: client(place), day, lines, closed: day + 0.79, headerTaxOff });

  // A mass removal was booked on Baker; Chandra did it. The correction was closed before it was paid.
  const booked = open(3, dayOf(1, 18), [one('SX-MASS', baker)]);
  open(3, dayOf(2, 9), [one('SX-MASS', baker, -1), one('SX-MASS', chandra)]);
  addPayment(story, { visit: booked, day: dayOf(3, 5), type: 'Payment', amount: booked.total });

  // A check bounced and was paid again.
  const bounced = open(7, dayOf(1, 23), [one('DENT-1', adams), one('ANES', adams)]);
  const check = { visit: bounced, method: 'Check' };
  addPayment(story, { ...check, day: dayOf(1, 23), type: 'Payment', amount: bounced.total });
  addPayment(story, { ...check, day: dayOf(2, 2), type: 'Returned Check', amount: -bounced.total });
  addPayment(story, { ...check, day: dayOf(2, 20), type: 'Redeposit', amount: bounced.total });

  // A payment keyed twice: one row was voided by a Void row, another by its flag.
  const keyed = open(11, dayOf(2, 6), [one('US-ABD', chandra), one('LAB-CHEM', chandra)]);
  const paid = { visit: keyed, day: dayOf(2, 6), type: 'Payment', amount: keyed.total };
  addPayment(story, paid);
  const twice = addPayment(story, paid);
  addPayment(story, {
    visit: keyed,
    day: dayOf(2, 7),
    type: 'Void',
    amount: -keyed.total,
    refundOf: twice,
  });
  addPayment(story, { ...paid, day: dayOf(2, 8), voided: 'Yes', note: 'wrong client' });

  // One payment for two invoices.
  const first = open(14, dayOf(2, 12), [one('EXAM-SICK', baker), one('FLUID', baker)]);
  const second = open(14, dayOf(2, 14), [one('HOSP', adams), one('LAB-CBC', adams)]);
  addPayment(story, {
    account: client(14).account,
    day: dayOf(2, 27),
    type: 'Payment',
    amount: first.total + second.total - 5000,
    invoices: `${first.number}; ${second.number}`,
    note: 'balance payoff',
  });

  // Paid too much, and a refund of more than was paid.
  const over = open(17, dayOf(2, 15), [one('EXAM', adams), one('RX-CARP', adams)]);
  addPayment(story, { visit: over, day: dayOf(2, 15), type: 'Payment', amount: over.total + 2000 });
  addPayment(story, {
    visit: over,
    day: dayOf(3, 1),
    type: 'Unapplied',
    amount: -2000,
    method: 'Account Credit',
  });
  addPayment(story, {
    account: over.client.account,
    day: dayOf(3, 1),
    type: 'Transfer',
    amount: 2000,
    method: 'Account Credit',
  });
  const little = open(19, dayOf(3, 4), [one('NAIL', baker)]);
  addPayment(story, { visit: little, day: dayOf(3, 4), type: 'Payment', amount: little.total });
  addPayment(story, {
    visit: little,
    day: dayOf(3, 6),
    type: 'Refund',
    amount: -little.total - 300,
  });

  // Food brought back, refunded; and an unpaid invoice written off the wrong way.
  const returned = open(21, dayOf(3, 8), [one('FOOD-GI', adams, -1)]);
  addPayment(story, { visit: returned, day: dayOf(3, 8), type: 'Refund', amount: returned.total });
  open(23, dayOf(1, 30), [one('EXAM', chandra), one('LAB-UA', chandra)]);
  open(23, dayOf(3, 12), [one('EXAM', chandra, -1), one('LAB-UA', chandra, -1)]);

  // The header tax of one invoice is a cent above that of its lines; one invoice was voided.
  const cent = open(25, dayOf(3, 14), [one('RX-HW', baker), one('SHAMP', baker)], 1);
  addPayment(story, { visit: cent, day: dayOf(3, 14), type: 'Payment', amount: cent.total });
  const voided = open(26, dayOf(3, 15), [one('EXAM', baker)]);
  const voidedRow = story.ledger.invoices.rows.find(([number]) => number === voided.number);
  if (voidedRow !== undefined) voidedRow[2] = 'Voided';
  addPayment(story, { visit: voided, day: dayOf(3, 15), type: 'Payment', amount: voided.total });
  messUp(story);
}

/** What pasting does to a sheet: an amount and a date that are text. */
function messUp({ ledger }: Story): void {
  const amount = ledger.payments.rows[400];
  if (amount !== undefined) amount[4] = `$ ${Number(amount[4]).toFixed(2)}`;
  const date = ledger.payments.rows[500];
  if (date !== undefined) {
    const { year, month, day } = civilOfSerial(Math.floor(Number(date[1])));
    date[1] = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  }
}
