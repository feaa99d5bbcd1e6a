/** The story of a quarter at Larkspur Lane Chiropractic: claims, remittances and what patients owe. */
import { percentOfCents } from '../src/core/rate';
import { random, type Random } from './random';
import {
  addRow,
  calendarOf,
  dollars,
  emptyTable,
  isWeekend,
  type SampleBook,
  workday,
} from './sampleTable';

const PRACTICE = 'Larkspur Lane Chiropractic';
const day = calendarOf(2024);
const LAST_DAY = day(6, 28);

const providers = [
  { name: 'Dana Whitlock DC', last: 'Whitlock', first: 'Dana' },
  { name: 'Felix Amaro DC', last: 'Amaro', first: 'Felix' },
  { name: 'Jo Brandt DPT', last: 'Brandt', first: 'Jo' },
] as const;
type Name = (typeof providers)[number]['name'];

/** Code, modifier, what it is, fee of one unit in whole cents. */
type Service = readonly [code: string, modifier: string, text: string, fee: number];
const manipulations: readonly Service[] = [
  ['98940', '', 'Manipulation, 1-2 regions', 4500],
  ['98941', '', 'Manipulation, 3-4 regions', 5500],
  ['98941', '', 'Manipulation, 3-4 regions', 5500],
  ['98942', '', 'Manipulation, 5 regions', 7200],
];
const therapies: readonly Service[] = [
  ['97110', '', 'Therapeutic exercise', 4000],
  ['97140-59', '', 'Manual therapy', 4500],
  ['97140', '59', 'Manual therapy', 4500],
  ['97012', '', 'Mechanical traction', 2800],
  ['G0283', '', 'Electrical stimulation', 2400],
];
const exam: Service = ['99213', '25', 'Office visit, established', 9800];
const newExam: Service = ['99203', '', 'Office visit, new patient', 14_500];

interface Plan {
  readonly payer: string;
  /** Percent of the fee that the insurer allows. */
  readonly allows: string;
  /** Percent of the allowed fee that the patient owes; a deductible takes all of it. */
  readonly share: string;
}
const plans: readonly Plan[] = [
  { payer: 'Meridian Mutual', allows: '82', share: '20' },
  { payer: 'Blue Heron Health', allows: '76', share: '15' },
  { payer: 'State Workers Fund', allows: '88', share: '0' },
];

const patients = (
  'Alder,June Banks,Theo Corliss,Maya Denning,Rolf Eads,Bea Fenn,Luis Gantry,Opal Hobbs,Cyrus Iven,Tess ' +
  'Jarvis,Wade Kemp,Ines Lomax,Gus Marlow,Pia Nance,Eli Odell,Fern Pruitt,Sam Quarles,Nell Rusk,Ira ' +
  'Sayer,Dot Tolan,Max Upton,Liv Voss,Ned Weld,Ana York,Hal'
)
  .split(' ')
  .map((pair, place) => ({
    id: String(3001 + place),
    name: pair.replace(',', ', '),
    // Each fourth patient pays without an insurer.
    plan: place % 4 === 3 ? undefined : plans[place % plans.length],
  }));
type Patient = (typeof patients)[number];

interface Story {
  readonly source: Random;
  readonly charges: ReturnType<typeof emptyTable>;
  readonly claims: ReturnType<typeof emptyTable>;
  readonly payments: ReturnType<typeof emptyTable>;
  readonly adjustments: ReturnType<typeof emptyTable>;
  nextClaim: number;
}

/** A line of a visit; money in whole cents. */
interface Line {
  readonly charge: string;
  readonly amount: number;
}

interface Visit {
  readonly patient: Patient;
  readonly date: number;
  /** Empty where no insurer is asked. */
  readonly claim: string;
  readonly lines: readonly Line[];
}

export function chiropracticClaims(seed: number): SampleBook {
  const story: Story = {
    source: random(seed),
    charges: emptyTable(
      'Charge ID|Service Date|Provider|Code|Modifiers|Description|Units|Amount|Claim Number|' +
        'Status|Patient ID|Patient Name',
    ),
    claims: emptyTable('Claim Number|Charge ID|Group|Reason|Amount|Date'),
    payments: emptyTable(
      'Payment ID|Payment Date|Type|Payer|Method|Amount|Claim Number|Charge ID|Patient ID|' +
        'Refund Of|Note',
    ),
    adjustments: emptyTable('Adjustment ID|Date|Type|Amount|Charge ID|Provider|Patient ID'),
    nextClaim: 4001,
  };
  for (let date = day(4, 1); date <= LAST_DAY; date++) {
    if (isWeekend(date)) continue;
    const visits = story.source.whole(4, 5);
    for (let visit = 0; visit < visits; visit++) ordinaryVisit(story, date);
  }
  tellIncidents(story);
  return bookOf(story);
}

function bookOf(story: Story): SampleBook {
  const people = emptyTable('Provider|Last Name|First Name|Aliases');
  for (const { name, last, first } of providers) people.rows.push([name, last, first, '']);
  return {
    practice: PRACTICE,
    about: 'Second quarter of 2024. Charges and remittances as the billing office exports them.',
    sheets: [
      { name: 'Charges', table: story.charges },
      { name: 'Claim Adjustments', table: story.claims },
      { name: 'Payments', table: story.payments },
      { name: 'Adjustments', table: story.adjustments },
      { name: 'Providers', table: people },
    ],
  };
}

function ordinaryVisit(story: Story, date: number): void {
  const { source } = story;
  const services = [source.pick(manipulations)];
  for (let more = source.whole(0, 2); more > 0; more--) services.push(source.pick(therapies));
  if (source.chance(0.08)) services.push(source.chance(0.4) ? newExam : exam);
  const unique = services.filter(
    ([code], place) => services.findIndex((one) => one[0] === code) === place,
  );
  const provider = source.pick(providers.slice(0, 2)).name;
  const visit = addVisit(story, { patient: source.pick(patients), date, provider }, unique);
  if (visit.claim === '') payCash(story, visit);
  else remit(story, visit);
}

/** Therapy is the therapist's on two days of three. */
function addVisit(
  story: Story,
  of: { readonly patient: Patient; readonly date: number; readonly provider: Name },
  services: readonly Service[],
): Visit {
  const { source, charges } = story;
  const claim = of.patient.plan === undefined ? '' : `CL${story.nextClaim++}`;
  const lines = services.map(([code, modifier, text, fee]): Line => {
    const units = code === '97110' ? source.whole(1, 3) : 1;
    const charge = `C${10_001 + charges.rows.length}`;
    const isTherapy = code === '97110' || code.startsWith('97140');
    addRow(charges, {
      'Charge ID': charge,
      'Service Date': of.date,
      Provider: isTherapy && source.chance(0.66) ? providers[2].name : of.provider,
      Code: code,
      Modifiers: modifier,
      Description: text,
      Units: units,
      Amount: dollars(fee * units),
      'Claim Number': claim,
      Status: 'Complete',
      'Patient ID': of.patient.id,
      'Patient Name': of.patient.name,
    });
    return { charge, amount: fee * units };
  });
  return { patient: of.patient, date: of.date, claim, lines };
}

interface Money {
  readonly id?: string;
  readonly date: number;
  readonly type?: string;
  readonly payer: 'Insurance' | 'Patient';
  readonly method: string;
  readonly amount: number;
  readonly claim?: string;
  readonly charge?: string;
  readonly refundOf?: string;
  readonly note?: string;
}

/** Adds a row of money and returns its id. */
function addMoney({ payments }: Story, patient: Patient, of: Money): string {
  const id = of.id ?? `R${20_001 + payments.rows.length}`;
  addRow(payments, {
    'Payment ID': id,
    'Payment Date': of.date,
    Type: of.type ?? 'Payment',
    Payer: of.payer,
    Method: of.method,
    Amount: dollars(of.amount),
    'Claim Number': of.claim ?? '',
    'Charge ID': of.charge ?? '',
    'Patient ID': patient.id,
    'Refund Of': of.refundOf ?? '',
    Note: of.note ?? '',
  });
  return id;
}

/** A cash patient pays when leaving, a few of them two weeks later or not at all. */
function payCash(story: Story, visit: Visit): void {
  const { source } = story;
  if (source.chance(0.06)) return;
  const date = source.chance(0.9) ? visit.date : Math.min(workday(visit.date + 14), LAST_DAY);
  const method = source.pick(['Visa', 'Cash', 'Check']);
  let id: string | undefined;
  for (const { charge, amount } of visit.lines) {
    const money = { date, payer: 'Patient', method, amount, charge } as const;
    id = addMoney(story, visit.patient, id === undefined ? money : { ...money, id });
  }
}

function addReduction(
  story: Story,
  of: {
    readonly visit: Visit;
    readonly charge?: string;
    readonly date: number;
    readonly code: string;
    readonly amount: number;
  },
): void {
  if (of.amount === 0) return;
  const [group = '', reason = ''] = of.code.split('-');
  addRow(story.claims, {
    'Claim Number': of.visit.claim,
    'Charge ID': of.charge ?? '',
    Group: group,
    Reason: reason,
    Amount: dollars(of.amount),
    Date: of.date,
  });
}

/** What the insurer answers, three to five weeks later; the last claims wait for it. */
function remit(story: Story, visit: Visit): void {
  const { source } = story;
  const plan = visit.patient.plan ?? plans[0]!;
  const date = workday(visit.date + source.whole(19, 36));
  if (date > LAST_DAY) return;
  const isDeductible = source.chance(0.07);
  const isTotal = source.chance(0.08);
  const bundled = source.chance(0.05) ? visit.lines.length - 1 : -1;
  const owed: Line[] = [];
  let paid = 0;
  const check: Money = { date, payer: 'Insurance', method: 'EFT', amount: 0, claim: visit.claim };
  let id: string | undefined;
  for (const [place, { charge, amount }] of visit.lines.entries()) {
    if (place === bundled && place > 0) {
      addReduction(story, { visit, charge, date, code: 'CO-97', amount });
      continue;
    }
    const share = reduceLine(story, visit, { charge, amount, date, plan, isDeductible });
    if (share.owed > 0) owed.push({ charge, amount: share.owed });
    paid += share.paid;
    if (isTotal) continue;
    const money = { ...check, charge, amount: share.paid };
    id = addMoney(story, visit.patient, id === undefined ? money : { ...money, id });
  }
  if (isTotal) id = addMoney(story, visit.patient, { ...check, amount: paid, note: 'as total' });
  // A reduction of the whole claim: the check is smaller than its lines say.
  if (source.chance(0.08) && paid > 0 && id !== undefined) {
    const amount = percentOfCents(paid, '2', 'half-up');
    addReduction(story, { visit, date, code: 'CO-253', amount });
    addMoney(story, visit.patient, { ...check, id, amount: -amount, note: 'claim level CO-253' });
  }
  payShare(story, visit, { date, owed });
}

/** Takes a line to its allowed fee and says who owes that. */
function reduceLine(
  story: Story,
  visit: Visit,
  of: Line & { readonly date: number; readonly plan: Plan; readonly isDeductible: boolean },
): { readonly owed: number; readonly paid: number } {
  const { charge, amount, date, plan, isDeductible } = of;
  const allowed = percentOfCents(amount, plan.allows, 'half-up');
  const owed = isDeductible ? allowed : percentOfCents(allowed, plan.share, 'half-up');
  const code = isDeductible ? 'PR-1' : 'PR-2';
  addReduction(story, { visit, charge, date, code: 'CO-45', amount: amount - allowed });
  addReduction(story, { visit, charge, date, code, amount: owed });
  return { owed, paid: allowed - owed };
}

/** Most patients pay their share within three weeks of the insurer's answer. */
function payShare(
  story: Story,
  visit: Visit,
  { date, owed }: { readonly date: number; readonly owed: readonly Line[] },
): void {
  const { source } = story;
  const later = workday(date + source.whole(3, 21));
  if (later > LAST_DAY || source.chance(0.15)) return;
  const method = source.pick(['Visa', 'Mastercard', 'Check', 'Cash']);
  let id: string | undefined;
  for (const { charge, amount } of owed) {
    const money = { date: later, payer: 'Patient', method, amount, charge } as const;
    id = addMoney(story, visit.patient, id === undefined ? money : { ...money, id });
  }
}

/** What the billing office remembers of the quarter; samples/README.md tells it. */
function tellIncidents(story: Story): void {
  const [whitlock, amaro] = [providers[0].name, providers[1].name];
  const [, adjust, , wide] = manipulations as readonly [Service, Service, Service, Service];
  const cash = patients[3]!;
  const open = (patient: Patient, date: number, services: readonly Service[]): Visit =>
    addVisit(story, { patient, date, provider: whitlock }, services);
  const pay = (visit: Visit, of: Partial<Money> & { readonly amount: number }): string =>
    addMoney(story, visit.patient, {
      date: visit.date,
      payer: 'Patient',
      method: 'Visa',
      charge: visit.lines[0]!.charge,
      ...of,
    });

  // Refunded in full two weeks later: the payment leaves April.
  const full = open(cash, day(4, 10), [adjust]);
  const paidFull = pay(full, { amount: 5500 });
  const back = { type: 'Refund', note: 'refund' };
  pay(full, { ...back, date: day(4, 24), amount: -5500, refundOf: paidFull });
  // Refunded in part: the payment stays gross.
  const part = open(cash, day(5, 8), [wide]);
  const paidPart = pay(part, { amount: 7200 });
  pay(part, { ...back, date: day(5, 15), amount: -1700, refundOf: paidPart });

  // The insurer takes 30.00 back in June that it paid in May.
  const taken = open(patients[0]!, day(4, 17), [adjust]);
  const insurer = { payer: 'Insurance', method: 'EFT', claim: taken.claim } as const;
  const first = { visit: taken, charge: taken.lines[0]!.charge, date: day(5, 14) };
  addReduction(story, { ...first, code: 'CO-45', amount: 1000 });
  addReduction(story, { ...first, code: 'PR-3', amount: 1500 });
  const eft = pay(taken, { ...insurer, date: day(5, 14), amount: 3000 });
  pay(taken, { date: day(4, 17), amount: 1500, note: 'copay' });
  const recoupment = { date: day(6, 18), amount: -3000, refundOf: eft, note: 'recoupment' };
  pay(taken, { ...insurer, ...recoupment, type: 'Reversal' });

  // Two insurers: what the first one paid is OA-23 to the second, and OA-94 reduces.
  const two = open(patients[4]!, day(4, 22), [wide]);
  const second = { visit: two, charge: two.lines[0]!.charge, date: day(5, 29) };
  addReduction(story, { ...second, code: 'CO-45', amount: 1200 });
  addReduction(story, { ...second, code: 'OA-23', amount: 4800 });
  addReduction(story, { ...second, code: 'OA-94', amount: 200 });
  const twoChecks = { ...insurer, claim: two.claim };
  pay(two, { ...twoChecks, date: day(5, 13), amount: 4800 });
  pay(two, { ...twoChecks, date: day(5, 29), amount: 1000 });

  // A package paid before: 240.00 in, and three visits of 55.00 from it.
  const package_ = { date: day(4, 3), payer: 'Patient', method: 'Check', amount: 24_000 } as const;
  addMoney(story, patients[7]!, { ...package_, type: 'Deposit', note: 'package' });
  for (const date of [day(4, 4), day(4, 18), day(5, 2)]) {
    const visit = open(patients[7]!, date, [adjust]);
    pay(visit, { type: 'Credit Applied', method: 'Package', amount: 5500 });
  }
  tellAdjustments(story, amaro);
}

/** Courtesy, hardship and bad debt: never an insurer's reduction. */
function tellAdjustments(story: Story, provider: Name): void {
  const rows: readonly (readonly [number, string, number])[] = [
    [day(4, 19), 'Courtesy, staff family', -1500],
    [day(5, 23), 'Hardship', -2000],
    [day(6, 20), 'Bad debt', -5500],
    [day(6, 21), 'Missed appointment fee', 2500],
  ];
  for (const [place, [date, type, amount]] of rows.entries()) {
    const service = manipulations[1]!;
    const patient = patients[11 + 4 * (place % 3)]!;
    const visit = addVisit(story, { patient, date: day(4, 12 + 3 * (place % 2)), provider }, [
      service,
    ]);
    addRow(story.adjustments, {
      'Adjustment ID': `A${place + 1}`,
      Date: date,
      Type: type,
      Amount: dollars(amount),
      'Charge ID': amount < 0 ? visit.lines[0]!.charge : '',
      Provider: provider,
      'Patient ID': patient.id,
    });
    if (type !== 'Bad debt') {
      const charge = visit.lines[0]!.charge;
      const due = 5500 + Math.min(amount, 0);
      const money = { date: visit.date, payer: 'Patient', method: 'Cash', charge } as const;
      addMoney(story, patient, { ...money, amount: due });
    }
  }
}
