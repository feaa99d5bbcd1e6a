/** A small month of visits, from which each system's export is written in its own columns. */
import { calendarOf, isWeekend } from './sampleTable';
import { random } from './random';

export interface Service {
  readonly code: string;
  readonly modifier?: string;
  readonly name: string;
  readonly cents: number;
}

/** One line of work, with what came of it: the parts of the fee that are not here are still owed. */
export interface Visit {
  readonly number: number;
  readonly day: number;
  readonly patient: string;
  readonly patientNumber: number;
  readonly provider: string;
  readonly service: Service;
  readonly units: number;
  readonly feeCents: number;
  readonly isInsured: boolean;
  /** The day on which the insurers answered; undefined where they have not. */
  readonly answered: number | undefined;
  readonly firstCents: number;
  readonly secondCents: number;
  readonly contractCents: number;
  readonly patientCents: number;
}

export interface Practice {
  readonly seed: number;
  readonly visits: number;
  readonly providers: readonly string[];
  readonly services: readonly Service[];
}

const patients = [
  'Abbot, Ida',
  'Brill, Otto',
  'Carrow, Nell',
  'Dunmore, Gus',
  'Estep, Faye',
  'Fallow, Rex',
  'Garrick, June',
  'Hollis, Wade',
  'Ivers, Mina',
];

export const march = (day: number): number => calendarOf(2024)(3, day);

/** Insurers answer ten days later; what was done after the 20th is not answered in March. */
const ANSWER_DAYS = 10;

/** The visits of March 2024, in the order of their days. */
export function visitsOf({ seed, visits, providers, services }: Practice): Visit[] {
  const draw = random(seed);
  const days = Array.from({ length: 29 }, (_, at) => march(at + 1)).filter(
    (day) => !isWeekend(day),
  );
  return Array.from({ length: visits }, (_, at) => {
    const day = days[Math.floor((at * days.length) / visits)] ?? march(1);
    const patientNumber = draw.whole(0, patients.length - 1);
    const service = draw.pick(services);
    const units = draw.chance(0.2) ? 2 : 1;
    const feeCents = service.cents * units;
    const isInsured = patientNumber % 4 !== 3;
    const answered = isInsured && day + ANSWER_DAYS <= march(31) ? day + ANSWER_DAYS : undefined;
    const contractCents = Math.floor(feeCents / 5);
    const copayCents = Math.min(2000, feeCents - contractCents);
    const insuredCents = feeCents - contractCents - copayCents;
    const secondCents = draw.chance(0.2) ? Math.floor(insuredCents / 5) : 0;
    const paid = { firstCents: insuredCents - secondCents, secondCents, contractCents };
    return {
      number: at + 1,
      day,
      patient: patients[patientNumber] ?? '',
      patientNumber: 700 + patientNumber,
      provider: draw.pick(providers),
      service,
      units,
      feeCents,
      isInsured,
      answered,
      ...(answered === undefined ? { firstCents: 0, secondCents: 0, contractCents: 0 } : paid),
      patientCents: isInsured ? copayCents : draw.chance(0.8) ? feeCents : 0,
    };
  });
}

export const office: readonly Service[] = [
  { code: '99213', modifier: '25', name: 'Office visit', cents: 15_000 },
  { code: '99203', name: 'New patient visit', cents: 22_000 },
  { code: '81002', name: 'Urinalysis', cents: 1_500 },
  { code: '36415', name: 'Blood draw', cents: 2_450 },
  { code: '93000', name: 'Electrocardiogram', cents: 8_575 },
];
export const manual: readonly Service[] = [
  { code: '98941', name: 'Manipulation, 3-4 regions', cents: 6_500 },
  { code: '97140', modifier: '59', name: 'Manual therapy', cents: 4_825 },
  { code: '97110', name: 'Exercise', cents: 4_550 },
];
export const talk: readonly Service[] = [
  { code: '90837', name: 'Psychotherapy, 60 minutes', cents: 18_000 },
  { code: '90834', name: 'Psychotherapy, 45 minutes', cents: 14_050 },
  { code: '90791', name: 'First interview', cents: 22_500 },
];
export const teeth: readonly Service[] = [
  { code: 'D0120', name: 'Periodic exam', cents: 6_500 },
  { code: 'D1110', name: 'Prophylaxis', cents: 11_025 },
  { code: 'D2391', name: 'Filling, one surface', cents: 18_600 },
];
export const animals: readonly Service[] = [
  { code: 'EX-1', name: 'Exam', cents: 6_500 },
  { code: 'FD-2', name: 'Diet food', cents: 4_225 },
  { code: 'SX-9', name: 'Dental surgery', cents: 25_050 },
];
