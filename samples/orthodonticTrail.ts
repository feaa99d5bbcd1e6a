/** The story of a quarter at Juniper Bend Orthodontics, as rows of its Transaction Audit Trail. */
import { random, type Random } from './random';
import {
  addRow,
  calendarOf,
  dollars,
  emptyTable,
  isWeekend,
  type SampleBook,
  type SampleTable,
} from './sampleTable';

const PRACTICE = 'Juniper Bend Orthodontics';
const day = calendarOf(2025);
const doctors = ['Dr. Wren Halloran', 'Dr. Teo Marchetti'] as const;

/** Invented, as everybody in the samples. */
const patients = (
  'Abbott,Lena Brook,Sylvie Castor,Hugo Dorsey,Mika Ember,Noa Farrow,Jules Grange,Tilda Hale,Ivo ' +
  'Ingram,Rhea Joyner,Cleo Kestrel,Otto Lark,Vera Mabry,Finn Nettle,Orla Osgood,Piers Penrose,Elsa ' +
  'Quill,Amos Rudd,Greta Sable,Dov Thorne,Ida Umber,Kit Vance,Lio Wexler,Anya Yarrow,Bram Zeller,Mina'
)
  .split(' ')
  .map((pair) => pair.replace(',', ', '));

interface Trail {
  readonly source: Random;
  readonly table: SampleTable;
}

/** A row of the trail; the amount in whole cents, absolute as the trail has it. */
interface Entry {
  readonly tab: string;
  readonly day: number;
  readonly type: string;
  readonly amount: number;
  readonly note?: string;
  readonly patient?: string;
  readonly doctor?: string;
  /** The day on which it was voided. */
  readonly voided?: number;
}

export function orthodonticTrail(seed: number): SampleBook {
  const trail: Trail = {
    source: random(seed),
    table: emptyTable(
      'Tab|Date|Type|Amount|Description|Patient Name|Provider|Voided|Voiding Staff',
    ),
  };
  for (let date = day(1, 2); date <= day(3, 31); date++) {
    if (!isWeekend(date)) ordinaryDay(trail, date);
  }
  tellContracts(trail);
  tellMoney(trail);
  tellAdjustments(trail);
  const map = emptyTable('Tab|Pattern|Bucket|Sign');
  map.rows.push(['[-] Adjustments', 'Brace Face Reward*', 'discount', '']);
  map.rows.push(['[+] Adjustments', 'Bank Fee Passed On', 'production', '+']);
  return {
    practice: PRACTICE,
    about: 'First quarter of 2025. The six tabs of the Transaction Audit Trail, one below another.',
    sheets: [
      { name: 'Audit Trail', table: sortedByTab(trail.table) },
      { name: 'Type Map', table: map },
    ],
  };
}

function add({ source, table }: Trail, of: Entry): void {
  addRow(table, {
    Tab: of.tab,
    Date: of.day,
    Type: of.type,
    Amount: dollars(of.amount),
    Description: of.note ?? '',
    'Patient Name': of.patient ?? source.pick(patients),
    Provider: of.doctor ?? source.pick(doctors),
    Voided: of.voided ?? '',
    'Voiding Staff': of.voided === undefined ? '' : 'Front desk',
  });
}

/** The export prints tab after tab, each by date. */
function sortedByTab(table: SampleTable): SampleTable {
  const tabs = [...new Set(['Production', 'Payments', ...table.rows.map(([tab]) => String(tab))])];
  const rows = table.rows
    .map((row, place) => ({ row, tab: tabs.indexOf(String(row[0])), date: Number(row[1]), place }))
    .sort((a, b) => a.tab - b.tab || a.date - b.date || a.place - b.place)
    .map(({ row }) => row);
  return { headers: table.headers, rows };
}

/** Contracts start, monthly fees fall due, and money comes in. */
function ordinaryDay(trail: Trail, date: number): void {
  const { source } = trail;
  if (source.chance(0.35)) {
    const amount = source.pick([98_500, 120_000, 145_000]);
    add(trail, { tab: 'Production', day: date, type: 'Contract Initial Fee', amount });
  }
  for (let fee = source.whole(1, 3); fee > 0; fee--) {
    const amount = source.pick([18_281, 19_950, 21_500, 24_375]);
    add(trail, { tab: 'Production', day: date, type: 'Contract Charge', amount });
  }
  if (source.chance(0.3)) {
    const type = source.pick(['Retainer Replacement', 'Records', 'Emergency Visit']);
    const amount = source.pick([6500, 14_500, 22_500]);
    add(trail, { tab: 'Production', day: date, type, amount });
  }
  for (let payment = source.whole(1, 4); payment > 0; payment--) {
    const type = source.pick(['Check', 'Visa', 'Mastercard', 'Cash', 'Insurance Check']);
    const amount = source.pick([18_281, 19_950, 21_500, 24_375, 50_000]);
    add(trail, { tab: 'Payments', day: date, type, amount });
  }
}

/** Contracts that were changed, moved and keyed twice. */
function tellContracts(trail: Trail): void {
  const more = '[+] Contract Adj';
  const less = '[-] Contract Adj';
  const reschedule = 'Reschedule Charged Contract Fees';
  add(trail, { tab: more, day: day(1, 14), type: 'Increase Existing Contract', amount: 50_000 });
  add(trail, { tab: more, day: day(2, 20), type: 'Increase Existing Contract', amount: 32_500 });
  add(trail, { tab: less, day: day(2, 5), type: 'Decrease Existing Contract', amount: 12_500 });
  add(trail, { tab: less, day: day(3, 11), type: 'Decrease Existing Contract', amount: 74_000 });
  const moves = [
    { date: day(1, 22), patient: 'Hale, Ivo', up: 36_562, down: 36_562 },
    { date: day(2, 13), patient: 'Joyner, Cleo', up: 54_843, down: 54_843 },
    // One fee of the three was moved into the next quarter: the pair is not equal.
    { date: day(3, 27), patient: 'Nettle, Orla', up: 43_000, down: 64_500 },
  ];
  for (const { date, patient, up, down } of moves) {
    add(trail, { tab: less, day: date, type: reschedule, amount: down, patient });
    add(trail, { tab: more, day: date, type: reschedule, amount: up, patient });
  }
  const twice = { tab: 'Production', type: 'Contract Initial Fee', note: 'keyed twice' };
  add(trail, { ...twice, day: day(1, 16), amount: 145_000, voided: day(1, 17) });
  add(trail, { ...twice, day: day(2, 24), amount: 5000, voided: day(2, 24) });
}

/** Checks that bounced, money that went back, and payments that were voided. */
function tellMoney(trail: Trail): void {
  const plus = '[+] Adjustments';
  const check = { patient: 'Thorne, Ida', doctor: doctors[0], amount: 24_375 };
  add(trail, { ...check, tab: 'Payments', day: day(2, 3), type: 'Check', note: '#1043' });
  add(trail, { ...check, tab: plus, day: day(2, 10), type: 'NSF-Returned Check', note: '#1043' });
  add(trail, { ...check, tab: '[-] Adjustments', day: day(2, 18), type: 'ReDeposit Check #1043' });
  // The second one says it in its description alone.
  const second = { patient: 'Quill, Amos', doctor: doctors[1], amount: 19_950 };
  add(trail, { ...second, tab: plus, day: day(3, 4), type: 'NSF-Returned Check', note: '#207' });
  add(trail, {
    ...second,
    tab: '[-] Adjustments',
    day: day(3, 12),
    type: 'Account Adjustment',
    note: 'ReDeposit Check #207',
  });
  add(trail, { tab: plus, day: day(1, 29), type: 'Refund to Patient', amount: 9500 });
  add(trail, { tab: plus, day: day(2, 27), type: 'Refund to Ins. Co.', amount: 50_000 });
  add(trail, { tab: plus, day: day(3, 19), type: 'OB Payment Reversal', amount: 18_000 });
  const wrong = { tab: 'Payments', note: 'wrong patient' };
  add(trail, { ...wrong, day: day(3, 6), type: 'Visa', amount: 21_500, voided: day(3, 7) });
}

/** Discounts, write-offs, transfers, and a type that nobody has seen before. */
function tellAdjustments(trail: Trail): void {
  const plus = '[+] Adjustments';
  const minus = '[-] Adjustments';
  const rows: readonly (readonly [string, number, string, number])[] = [
    [minus, day(1, 9), 'Courtesy Discount', 20_000],
    [minus, day(1, 27), 'Sibling Discount', 15_000],
    [minus, day(2, 11), 'Paid In Full Discount', 26_750],
    [minus, day(3, 20), 'Sibling Discount', 15_000],
    [minus, day(2, 28), 'Bad Debt Write-off', 40_000],
    [minus, day(3, 31), 'Small Balance W/O', 212],
    [minus, day(3, 14), 'Brace Face Reward, March', 2500],
    [plus, day(1, 21), 'Data Entry Correction', 1250],
    [minus, day(1, 21), 'Data Entry Correction', 500],
    [plus, day(2, 6), 'Transfer Charge Adjustment', 8000],
    [plus, day(3, 5), 'Account Adjustment', 2000],
    [plus, day(2, 12), 'Bank Fee Passed On', 3500],
    [plus, day(3, 25), 'Balance Forward Import', 4400],
  ];
  for (const [tab, date, type, amount] of rows) add(trail, { tab, day: date, type, amount });
  const moved = { day: day(3, 13), type: 'Transfer Credit Adjustment', amount: 25_000 };
  add(trail, { ...moved, tab: plus, patient: 'Umber, Kit' });
  add(trail, { ...moved, tab: minus, patient: 'Umber, Sol' });
}
