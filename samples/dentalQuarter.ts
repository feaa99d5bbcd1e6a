/** The story of a quarter at Maple Hollow Dental: claims, prepayments and money on the wrong name. */
import { percentOfCents } from '../src/core/rate';
import {
  addAdjustment,
  addCharge,
  addLine,
  addMoney,
  procedureOf,
  TODAY,
  type Done,
  type Money,
  type Story,
} from './dentalRows';
import { dentists, families, hygienist, procedures, type DentalPatient } from './dentalStock';
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
  workday,
} from './sampleTable';

const PRACTICE = 'Maple Hollow Dental';
const day = calendarOf(2024);
export function dentalQuarter(seed: number): SampleBook {
  const story: Story = {
    source: random(seed),
    charges: emptyTable(
      'Charge ID|Service Date|Completed Date|Status|Provider|Code|Description|Amount|Discount|' +
        'Lab Cost|Patient ID|Patient Name|Guarantor ID',
    ),
    lines: emptyTable(
      'Claim Line ID|Claim Number|Charge ID|Provider|Status|Procedure Date|Estimate Date|' +
        'Insurance Estimate|Write-off Estimate|Write-off|Insurance Paid|Payment Date|Check Date|' +
        'Received Date|As Total',
    ),
    payments: emptyTable(
      'Payment ID|Payment Date|Entered Date|Type|Payer|Method|Amount|Charge ID|Adjustment ID|' +
        'Provider|Patient ID|Guarantor ID|Unearned Type|Check Date|Refund Of|Note',
    ),
    adjustments: emptyTable(
      'Adjustment ID|Date|Entered Date|Type|Amount|Charge ID|Provider|Patient ID|Guarantor ID',
    ),
    nextClaim: 701,
    checks: new Map(),
  };
  for (let date = day(7, 1); date <= day(9, 30); date++) {
    if (isWeekend(date)) continue;
    for (let visit = story.source.whole(2, 4); visit > 0; visit--) ordinaryVisit(story, date);
  }
  tellClaims(story);
  tellMoney(story);
  tellAdjustments(story);
  addChecks(story);
  return bookOf(story);
}

function bookOf(story: Story): SampleBook {
  const map = emptyTable('Tab|Pattern|Bucket|Sign');
  map.rows.push(['Adjustments', 'Bad debt*', 'bad-debt', '']);
  map.rows.push(['Adjustments', 'Small balance write-off', 'write-off', '']);
  const people = emptyTable('Provider|Last Name|First Name|Aliases');
  people.rows.push([dentists[0], 'Solberg', 'Ingrid', 'IS'], [dentists[1], 'Haddad', 'Omar', 'OH']);
  people.rows.push([hygienist, 'Ruiz', 'Kelly', 'HYG1']);
  return {
    practice: PRACTICE,
    about: 'Third quarter of 2024, exported on the evening of 24 September.',
    sheets: [
      { name: 'Charges', table: story.charges },
      { name: 'Claim Lines', table: story.lines },
      { name: 'Payments', table: story.payments },
      { name: 'Adjustments', table: story.adjustments },
      { name: 'Type Map', table: map },
      { name: 'Providers', table: people },
      { name: 'Commission Plans', table: commissionPlans() },
    ],
  };
}

/** Two dentists on what comes in, with the laboratory before or after the rate; the hygienist on what is done. */
function commissionPlans(): SampleTable {
  const plans = planTable();
  const [solberg, haddad] = dentists;
  const income = { Basis: 'net-income' };
  const afterLab = { 'Lab Method': 'after-lab', 'Lab Share': '100 %' };
  addRow(plans, { Provider: solberg, ...income, Rate: '32 %', ...afterLab });
  const half = { 'Lab Method': 'share-of-lab', 'Lab Share': '50 %' };
  const floor = { Guarantee: 2500, 'Guarantee Period': 'month' };
  addRow(plans, { Provider: haddad, ...income, Rate: '30 %', ...half, ...floor });
  const hygiene = { Provider: hygienist, Basis: 'net-production' };
  addRow(plans, { ...hygiene, Rate: '33 %' });
  // A quarter of the scaling is credited to the dentist who checks it.
  const credit = { 'Credit To': solberg, 'Credit Share': '25 %' };
  addRow(plans, { ...hygiene, Rate: '33 %', 'Applies To': 'D4341', ...credit });
  return plans;
}

function ordinaryVisit(story: Story, date: number): void {
  const { source } = story;
  const patient = source.pick(families);
  const done: Done[] = [];
  const codes = new Set<string>();
  for (let more = source.whole(1, 3); more > 0; more--) {
    const procedure = source.pick(procedures);
    if (codes.has(procedure.code)) continue;
    codes.add(procedure.code);
    done.push(addCharge(story, { patient, procedure, date }));
  }
  if (date > TODAY) return;
  const owed = patient.insurer === '' ? ownShare(done) : claim(story, done);
  payShare(story, done, owed);
}

function ownShare(done: readonly Done[]): number[] {
  return done.map(({ procedure }) => procedure.fee);
}

/** Sends the claim of a visit; answers take two to five weeks. Gives what the patient owes. */
function claim(story: Story, done: readonly Done[]): number[] {
  const { source } = story;
  const number = `K${story.nextClaim++}`;
  const answered = workday(done[0]!.date + source.whole(12, 36));
  const isAnswered = answered <= TODAY;
  return done.map((one) => {
    const { fee, covered } = one.procedure;
    const writeOffEstimate = percentOfCents(fee, '15', 'half-up');
    const estimate = percentOfCents(fee - writeOffEstimate, covered, 'half-up');
    const line = { claim: number, done: one, estimate, writeOffEstimate };
    // Now and then the insurer writes off more than the practice thought.
    const writeOff = percentOfCents(fee, source.chance(0.2) ? '18' : '15', 'half-up');
    const paid = percentOfCents(fee - writeOff, covered, 'half-up');
    addLine(story, isAnswered ? { ...line, writeOff, paid, received: answered } : line);
    return isAnswered ? fee - writeOff - paid : fee - writeOffEstimate - estimate;
  });
}

/** What the desk keys; part of it stands on the wrong name. */
function payShare(story: Story, done: readonly Done[], owed: readonly number[]): void {
  const { source } = story;
  const first = done[0]!;
  if (source.chance(0.15)) return;
  const date = source.chance(0.7) ? first.date : workday(first.date + source.whole(5, 30));
  if (date > TODAY) return;
  const method = source.pick(['Visa', 'Mastercard', 'Check', 'Cash', 'CareCredit']);
  let id: string | undefined;
  for (const [place, { charge, patient, ...one }] of done.entries()) {
    const amount = owed[place] ?? 0;
    if (amount === 0) continue;
    const provider = keyedProvider(source, one.provider, patient);
    const money = { date, method, amount, charge, provider };
    id = addMoney(story, patient, id === undefined ? money : { ...money, id });
  }
}

/** A third of the money for hygiene is keyed on the patient's dentist, and some on the other one. */
function keyedProvider(source: Random, provider: string, patient: DentalPatient): string {
  if (provider === hygienist) return source.chance(0.35) ? patient.dentist : provider;
  const other = provider === dentists[0] ? dentists[1] : dentists[0];
  return source.chance(0.06) ? other : provider;
}

/** The insurers' checks: one for each day and insurer, cash beside the claim lines. */
function addChecks(story: Story): void {
  const keys = [...story.checks].map(([key, amount]) => ({
    key,
    amount,
    day: Number.parseInt(key),
  }));
  for (const { key, amount, day: date } of keys.sort((a, b) => a.day - b.day)) {
    if (amount === 0) continue;
    addRow(story.payments, {
      'Payment ID': `M${story.payments.rows.length + 8001}`,
      'Payment Date': date,
      'Entered Date': date,
      Type: 'Payment',
      Payer: 'Insurance',
      Method: 'Insurance check',
      Amount: dollars(amount),
      'Check Date': date,
      Note: key.slice(key.indexOf(' ') + 1),
    });
  }
}

/** A claim paid as one total, one without its check, a second payment and a denial. */
function tellClaims(story: Story): void {
  const patient = families[0]!;
  const one = (code: string, date: number, completed = date): Done =>
    addCharge(story, { patient, procedure: procedureOf(code), date, completed });

  const core = one('D2950', day(7, 9));
  const crown = one('D2740', day(7, 9));
  const total = { claim: 'K601', received: day(8, 6) };
  addLine(story, { ...total, done: core, estimate: 12_325, writeOffEstimate: 4350, paid: 0 });
  addLine(story, { ...total, done: crown, estimate: 52_913, writeOffEstimate: 18_675, paid: 0 });
  const asTotal = { ...total, done: crown, estimate: 0, writeOffEstimate: 0, asTotal: true };
  addLine(story, { ...asTotal, paid: 64_000 });

  // Keyed on 17 September; the check is not made out yet.
  const root = one('D3330', day(8, 13));
  const line = { done: root, estimate: 50_150, writeOffEstimate: 17_700 };
  addLine(story, { ...line, claim: 'K602', paid: 50_150, received: day(9, 17), check: 0 });

  // The insurer pays 40.00 more three weeks later.
  const filling = one('D2393', day(7, 16));
  const first = { claim: 'K603', done: filling, estimate: 18_088, writeOffEstimate: 3990 };
  addLine(story, { ...first, paid: 14_088, received: day(8, 8) });
  const more = { ...first, estimate: 0, writeOffEstimate: 0, writeOff: 0 };
  addLine(story, { ...more, paid: 4000, received: day(8, 29), status: 'Supplemental' });

  // Denied: nothing is paid and nothing is written off.
  const denied = one('D4341', day(7, 23));
  const asked = { claim: 'K604', done: denied, estimate: 22_780, writeOffEstimate: 4020 };
  addLine(story, { ...asked, writeOff: 0, paid: 0, received: day(8, 20) });

  // Asked beforehand, for a crown that is only planned; and one made in July, finished in August.
  const crownOnly = { patient, procedure: procedureOf('D2740') };
  const planned = addCharge(story, { ...crownOnly, date: day(9, 10), status: 'Planned' });
  const preauth = { claim: 'K605', done: planned, estimate: 52_913, writeOffEstimate: 18_675 };
  addLine(story, { ...preauth, status: 'Preauth' });
  addCharge(story, {
    patient: families[11]!,
    procedure: procedureOf('D2740'),
    date: day(7, 30),
    completed: day(8, 14),
  });
  const kept = { patient: families[5]!, procedure: procedureOf('D7140') };
  addCharge(story, { ...kept, date: day(9, 12), status: 'Scheduled' });
}

/** Prepayments, transfers, a bounced check and a refund. */
function tellMoney(story: Story): void {
  const patient = families.find(({ insurer }) => insurer === '')!;
  const pay = (of: Money): string => addMoney(story, patient, of);
  const crown = addCharge(story, { patient, procedure: procedureOf('D2740'), date: day(8, 21) });
  const dentist = crown.provider;

  // 800.00 before the crown; used on it on the day, 150.00 given back, 50.00 still there.
  const unearned = 'Prepayment';
  const before = pay({ date: day(8, 2), amount: 80_000, unearned });
  pay({ date: day(8, 21), type: 'Transfer', method: '', amount: -60_000, unearned });
  const used = { type: 'Transfer', method: '', charge: crown.charge, provider: dentist };
  pay({ ...used, date: day(8, 21), amount: 60_000 });
  pay({ date: day(9, 3), type: 'Refund', amount: -15_000, unearned, refundOf: before });
  // Money for a plan of treatment: it is not shown on the account until it is used.
  pay({ date: day(8, 9), amount: 40_000, unearned: 'Hidden: treatment plan', method: 'Check' });

  // A check bounced, a fee was charged and both were paid.
  const visit = addCharge(story, { patient, procedure: procedureOf('D7140'), date: day(7, 11) });
  const check = { charge: visit.charge, provider: visit.provider, method: 'Check' };
  const bounced = pay({ ...check, date: day(7, 11), amount: 19_800 });
  const back = { type: 'Returned Check', refundOf: bounced, note: 'NSF' };
  pay({ ...check, ...back, date: day(7, 19), amount: -19_800 });
  addAdjustment(story, visit, { type: 'NSF fee', date: day(7, 19), amount: 3500, id: 'ADJ900' });
  pay({ ...check, date: day(7, 31), method: 'Cash', amount: 19_800 });
  pay({ date: day(7, 31), method: 'Cash', amount: 3500, adjustment: 'ADJ900', provider: dentist });

  // One mistake of the desk was put right by hand: 104.00 from the dentist to the hygienist.
  const cleaning = addCharge(story, { patient, procedure: procedureOf('D1110'), date: day(7, 17) });
  const { charge } = cleaning;
  pay({ date: day(7, 17), amount: 10_400, charge, provider: patient.dentist });
  const moved = { type: 'Transfer', method: '', charge, date: day(8, 1) };
  pay({ ...moved, amount: -10_400, provider: patient.dentist });
  pay({ ...moved, amount: 10_400, provider: hygienist });
}

/** Courtesy, a discount on the charge itself, bad debt, and one that was entered late. */
function tellAdjustments(story: Story): void {
  const one = (place: number, code: string, date: number, discount = 0): Done =>
    addCharge(story, { patient: families[place]!, procedure: procedureOf(code), date, discount });
  const courtesy = one(4, 'D2392', day(7, 25));
  addAdjustment(story, courtesy, { type: 'Courtesy', date: day(7, 25), amount: -2140 });
  const late = one(8, 'D2393', day(7, 26));
  const backDated = { date: day(7, 31), entered: day(8, 5) };
  addAdjustment(story, late, { ...backDated, type: 'Courtesy', amount: -5000 });
  const lost = one(10, 'D7140', day(7, 3));
  addAdjustment(story, lost, { type: 'Bad debt, moved away', date: day(9, 18), amount: -19_800 });
  const small = one(12, 'D0120', day(8, 7));
  const { patient, charge, provider } = small;
  addMoney(story, patient, { date: day(8, 7), amount: 5650, charge, provider });
  const rest = { type: 'Small balance write-off', date: day(9, 20), amount: -150 };
  addAdjustment(story, small, rest);
  const cash = one(14, 'D2740', day(8, 15), 12_450);
  const paid = { date: day(8, 15), amount: 112_050, charge: cash.charge, provider: cash.provider };
  addMoney(story, cash.patient, { ...paid, method: 'Check' });
}
