/** The story of two months at Ember & Willow Aesthetics: deposits, gift cards, credit and retail. */
import { percentOfCents } from '../src/core/rate';
import { random, type Random } from './random';
import {
  addRow,
  calendarOf,
  dollars,
  emptyTable,
  isWeekend,
  planTable,
  type SampleBook,
  type SampleTable,
} from './sampleTable';

const PRACTICE = 'Ember & Willow Aesthetics';
const day = calendarOf(2024);
const LAST_DAY = day(6, 28);

const providers = [
  { name: 'Nora Castell NP', last: 'Castell', first: 'Nora' },
  { name: 'Iris Okonjo RN', last: 'Okonjo', first: 'Iris' },
  { name: 'Tess Hollander LE', last: 'Hollander', first: 'Tess' },
] as const;

interface Item {
  readonly code: string;
  readonly name: string;
  readonly category: 'Injectables' | 'Laser' | 'Facials' | 'Retail';
  readonly tag: string;
  /** Whole cents of one unit. */
  readonly price: number;
}

function item(code: string, name: string, category: Item['category'], price: number): Item {
  const tag = category === 'Injectables' ? `Injectables; ${code.slice(0, 3)}` : category;
  return { code, name, category, tag, price };
}

const items: readonly Item[] = [
  item('TOX-U', 'Neuromodulator, one unit', 'Injectables', 1300),
  item('FIL-1', 'Filler, one syringe', 'Injectables', 74_500),
  item('LHR-S', 'Laser hair removal, small area', 'Laser', 12_000),
  item('IPL-F', 'Photofacial', 'Laser', 32_500),
  item('HYD-1', 'Hydrating facial', 'Facials', 17_500),
  item('PEEL', 'Chemical peel', 'Facials', 14_000),
  item('SUN-50', 'Mineral sunscreen', 'Retail', 3800),
  item('SER-C', 'Vitamin C serum', 'Retail', 9600),
];

const guests = (
  'Ashby,Lou Birch,Nina Cole,Ravi Dane,Sky Esposito,Mia Foss,Jun Gable,Ana Hart,Remy Isley,Kai Jett,Zara ' +
  'Knox,Eve Lowe,Dita Moss,Rae North,Ilse Orr,Bo Pike,Tia Reeve,Sol Snow,Uma Teller,Jo Vale,Lux'
)
  .split(' ')
  .map((pair, place) => {
    const [last = '', first = ''] = pair.split(',');
    return { account: String(60_001 + place), last, first };
  });
type Guest = (typeof guests)[number];

interface Story {
  readonly source: Random;
  readonly charges: SampleTable;
  readonly invoices: SampleTable;
  readonly payments: SampleTable;
}

interface Line {
  readonly item: Item;
  readonly provider: string;
  readonly units?: number;
  /** Percent. */
  readonly discount?: string;
  /** -1 for what is brought back. */
  readonly sign?: 1 | -1;
}

interface Sale {
  readonly number: number;
  readonly guest: Guest;
  readonly date: number;
  /** With tax, in whole cents. */
  readonly total: number;
}

export function aestheticMonth(seed: number): SampleBook {
  const story: Story = {
    source: random(seed),
    charges: emptyTable(
      'Charge ID|Service Date|Invoice Number|Provider|Code|Description|Category|Invoice Tag|' +
        'Units|Amount|Discount|Tax|Commissionable|Account ID|Client Last Name|Client First Name',
    ),
    invoices: emptyTable('Invoice Number|Closed Date|Status|Account ID'),
    payments: emptyTable(
      'Payment ID|Payment Date|Type|Method|Amount|Invoice Number|Account ID|Refund Of|Note',
    ),
  };
  for (let date = day(5, 1); date <= LAST_DAY; date++) {
    if (isWeekend(date)) continue;
    for (let sale = story.source.whole(3, 6); sale > 0; sale--) ordinarySale(story, date);
  }
  tellCredit(story);
  tellOthers(story);
  const people = emptyTable('Provider|Last Name|First Name|Aliases');
  for (const { name, last, first } of providers) people.rows.push([name, last, first, '']);
  return {
    practice: PRACTICE,
    about: 'May and June 2024. Sales, invoices and money as the booking system exports them.',
    sheets: [
      { name: 'Charges', table: story.charges },
      { name: 'Invoices', table: story.invoices },
      { name: 'Payments', table: story.payments },
      { name: 'Providers', table: people },
      { name: 'Commission Plans', table: commissionPlans() },
    ],
  };
}

/** The nurses by what their closed invoices brought in, in tiers of a month; facials a rate of their own. */
function commissionPlans(): SampleTable {
  const [nora, iris, tess] = [providers[0].name, providers[1].name, providers[2].name];
  const plans = planTable();
  const basis = { Basis: 'collected-invoicing' };
  const tiers = { 'Tier Method': 'marginal', 'Tier Period': 'month' };
  addRow(plans, { Provider: nora, ...basis, Rate: '12 %', ...tiers });
  addRow(plans, { Provider: nora, ...basis, Rate: '16 %', 'Tier From': 6000, ...tiers });
  addRow(plans, { Provider: iris, ...basis, Rate: '12 %', 'Effective To': day(5, 31) });
  addRow(plans, { Provider: iris, ...basis, Rate: '14 %', 'Effective From': day(6, 1) });
  addRow(plans, { Provider: iris, ...basis, Rate: '18 %', 'Applies To': 'Laser' });
  const floor = { Guarantee: 900, 'Guarantee Period': 'month' };
  addRow(plans, { Provider: tess, ...basis, Rate: '30 %', ...floor });
  return plans;
}

/** Injectables and laser are for the nurses, facials for the aesthetician, retail for all. */
function providerOf(source: Random, { category }: Item): string {
  if (category === 'Facials') return providers[2].name;
  if (category === 'Retail') return source.pick(providers).name;
  return source.pick(providers.slice(0, 2)).name;
}

function ordinarySale(story: Story, date: number): void {
  const { source } = story;
  const lines = Array.from({ length: source.whole(1, 3) }, (): Line => {
    const chosen = source.pick(items);
    const units = chosen.code === 'TOX-U' ? 4 * source.whole(5, 12) : 1;
    const discount = source.chance(0.15) ? '10' : '0';
    return { item: chosen, provider: providerOf(source, chosen), units, discount };
  });
  const sale = addSale(story, source.pick(guests), { date, lines, open: source.chance(0.03) });
  const way = source.next();
  if (way < 0.86) {
    pay(story, sale, { amount: sale.total });
  } else if (way < 0.95) {
    const part = percentOfCents(sale.total, '40', 'half-up');
    const later = Math.min(date + source.whole(5, 21), LAST_DAY);
    pay(story, sale, { amount: part });
    pay(story, sale, { date: later, amount: sale.total - part });
  }
}

interface SaleOf {
  readonly date: number;
  readonly lines: readonly Line[];
  readonly open?: boolean;
  /** The invoice that the lines belong to, if it is not a new one. */
  readonly onto?: Sale;
}

/** Retail is taxed at 8.25 %; it earns no commission. */
function addSale({ charges, invoices }: Story, guest: Guest, of: SaleOf): Sale {
  const number = of.onto?.number ?? 30_001 + invoices.rows.length;
  let total = 0;
  for (const { item: sold, provider, units = 1, discount = '0', sign = 1 } of of.lines) {
    const amount = sign * sold.price * units;
    const off = sign * percentOfCents(sold.price * units, discount, 'half-up');
    const isRetail = sold.category === 'Retail';
    const tax = isRetail ? sign * percentOfCents(sign * (amount - off), '8.25', 'half-up') : 0;
    addRow(charges, {
      'Charge ID': `S${charges.rows.length + 80_001}`,
      'Service Date': of.date,
      'Invoice Number': number,
      Provider: provider,
      Code: sold.code,
      Description: sold.name,
      Category: sold.category,
      'Invoice Tag': sold.tag,
      Units: units,
      Amount: dollars(amount),
      Discount: dollars(off),
      Tax: dollars(tax),
      Commissionable: isRetail ? 'No' : 'Yes',
      'Account ID': guest.account,
      'Client Last Name': guest.last,
      'Client First Name': guest.first,
    });
    total += amount - off + tax;
  }
  if (of.onto === undefined) {
    addRow(invoices, {
      'Invoice Number': number,
      'Closed Date': of.open === true ? '' : of.date,
      Status: of.open === true ? 'Open' : 'Closed',
      'Account ID': guest.account,
    });
  }
  return { number, guest, date: of.date, total };
}

interface Money {
  readonly amount: number;
  readonly date?: number;
  readonly type?: string;
  readonly method?: string;
  readonly refundOf?: string;
  readonly note?: string;
}

/** Money on an invoice; gives the id of the payment. */
function pay(story: Story, sale: Sale, of: Money): string {
  return addMoney(story, { ...of, guest: sale.guest, date: of.date ?? sale.date }, sale.number);
}

function addMoney(
  { source, payments }: Story,
  of: Money & { readonly guest: Guest; readonly date: number },
  invoice: number | '' = '',
): string {
  const id = `P${payments.rows.length + 40_001}`;
  addRow(payments, {
    'Payment ID': id,
    'Payment Date': of.date,
    Type: of.type ?? 'Payment',
    Method: of.method ?? source.pick(['Visa', 'Visa', 'Mastercard', 'Amex', 'Cash']),
    Amount: dollars(of.amount),
    'Invoice Number': invoice,
    'Account ID': of.guest.account,
    'Refund Of': of.refundOf ?? '',
    Note: of.note ?? '',
  });
  return id;
}

function one(code: string, provider: string, sign: 1 | -1 = 1): Line {
  const found = items.find((sold) => sold.code === code);
  if (found === undefined) throw new Error(`no item ${code}`);
  return { item: found, provider, sign };
}

/** Deposits, a gift card, and a return that stays on the account. */
function tellCredit(story: Story): void {
  const [nora, iris, tess] = [providers[0].name, providers[1].name, providers[2].name];
  const credit = { type: 'Credit Applied', method: 'Account Credit' };

  // 200.00 to hold the appointment, used on it; the rest is paid on the day.
  const filler = guests[2]!;
  addMoney(story, { guest: filler, date: day(5, 6), type: 'Deposit', amount: 20_000 });
  const held = addSale(story, filler, { date: day(5, 20), lines: [one('FIL-1', nora)] });
  pay(story, held, { ...credit, amount: 20_000 });
  pay(story, held, { amount: held.total - 20_000, method: 'Visa' });
  // Another deposit is given back.
  const shy = { guest: guests[4]!, method: 'Visa' };
  const kept = addMoney(story, { ...shy, date: day(5, 9), type: 'Deposit', amount: 10_000 });
  const back = { type: 'Deposit Refund', amount: -10_000, refundOf: kept };
  addMoney(story, { ...shy, ...back, date: day(5, 16) });

  // A gift card of 300.00: bought in May, 175.00 of it used in June.
  const gift = { guest: guests[6]!, type: 'Deposit', method: 'Visa', note: 'gift card 118' };
  addMoney(story, { ...gift, date: day(5, 10), amount: 30_000 });
  const facial = addSale(story, guests[7]!, { date: day(6, 5), lines: [one('HYD-1', tess)] });
  pay(story, facial, { ...credit, method: 'Gift Card', amount: 17_500, note: 'gift card 118' });

  // Serum brought back: the money stays on the account and pays a peel two weeks later.
  const guest = guests[9]!;
  const serum = addSale(story, guest, { date: day(5, 14), lines: [one('SER-C', iris)] });
  pay(story, serum, { amount: serum.total });
  const lines = [one('SER-C', iris, -1)];
  const returned = addSale(story, guest, { date: day(5, 22), lines, onto: serum });
  const peel = addSale(story, guest, { date: day(6, 4), lines: [one('PEEL', tess)] });
  const credited = -returned.total;
  const freed = { type: 'Unapplied', method: 'Account Credit', amount: -credited };
  pay(story, serum, { ...freed, date: day(6, 4) });
  pay(story, peel, { ...credit, amount: credited });
  pay(story, peel, { amount: peel.total - credited });
}

/** A clearing payment, a return with its refund, a refund in part and an overpayment. */
function tellOthers(story: Story): void {
  const [nora, iris, tess] = [providers[0].name, providers[1].name, providers[2].name];
  const model = { ...one('HYD-1', tess), discount: '100' };
  const gratis = addSale(story, guests[11]!, { date: day(5, 17), lines: [model] });
  pay(story, gratis, { amount: 0, method: 'Cash', note: 'clear invoice' });
  // Cleared with nothing although 325.00 are owed: the provider has the credit, the money is due.
  const owing = addSale(story, guests[12]!, { date: day(6, 11), lines: [one('IPL-F', iris)] });
  pay(story, owing, { amount: 0, method: 'Cash', note: 'clear invoice' });

  const sun = addSale(story, guests[13]!, { date: day(5, 28), lines: [one('SUN-50', nora)] });
  pay(story, sun, { amount: sun.total, method: 'Cash' });
  const lines = [one('SUN-50', nora, -1)];
  const brought = addSale(story, guests[13]!, { date: day(6, 3), lines });
  pay(story, brought, { type: 'Refund', method: 'Cash', amount: brought.total });

  const laser = addSale(story, guests[15]!, { date: day(6, 6), lines: [one('LHR-S', iris)] });
  const paid = pay(story, laser, { amount: laser.total + 1000, method: 'Visa', note: 'too much' });
  const refund = { type: 'Refund', method: 'Visa', amount: -1000, refundOf: paid };
  pay(story, laser, { ...refund, date: day(6, 12) });
}
