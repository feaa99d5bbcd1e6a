/** Small families whose money stands in all the wrong places: few amounts, few days, so that ties happen. */
import * as fc from 'fast-check';
import type { PlainLedger, PlainRow } from './plainLedger';

/** Everything is inside or before the period, apart from what is dated 15 April. */
export const familyPeriod = { from: '2024-03-01', to: '2024-03-31' } as const;

const days = [
  '2024-02-01',
  '2024-02-15',
  '2024-03-01',
  '2024-03-01',
  '2024-03-10',
  '2024-03-31',
] as const;
const day = fc.oneof(
  { weight: 15, arbitrary: fc.constantFrom(...days) },
  { weight: 1, arbitrary: fc.constant('2024-04-15') },
);

const small = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(10, 20, 30, 50, 50, 100, 100) },
  { weight: 1, arbitrary: fc.constantFrom(0.01, 0.03, 33.33, 46.99) },
);
const one = (weight: number): fc.Arbitrary<boolean> => fc.nat(weight).map((roll) => roll === 0);

/** Places in the lists of a family; what is not there is taken round. */
const who = fc.record({ patient: fc.nat(3), provider: fc.nat(3), location: fc.nat(1) });

const charge = fc.record({
  who,
  day,
  amount: fc.oneof(
    { weight: 3, arbitrary: small },
    { weight: 1, arbitrary: fc.constantFrom(150, 200) },
  ),
  status: fc.constantFrom('', '', '', '', 'Complete', 'Complete', 'Scheduled', 'Planned', 'Voided'),
  isNegative: one(24),
  isNobodys: one(15),
  discount: fc.constantFrom(0, 0, 0, 0, 0, 10),
  claim: fc.constantFrom('', 'C1', 'C2'),
});

const adjustment = fc.record({
  who,
  day,
  amount: small,
  isNegative: fc.boolean(),
  /** Negative ones are mostly on a charge: by themselves they are negative production. */
  charge: fc.oneof({ weight: 1, arbitrary: fc.constant(-1) }, { weight: 3, arbitrary: fc.nat(7) }),
  /** Of the charge's own place, blank, or of another one. */
  place: fc.constantFrom('same', 'blank', 'other'),
});

const payment = fc.record({
  who,
  day,
  amount: small,
  type: fc.constantFrom(
    'Payment',
    'Payment',
    'Payment',
    'Payment',
    'Payment',
    'Payment',
    'Refund',
    'Refund',
    'Redeposit',
    'Returned Check',
    'Payment',
    'Payment',
    'Payment',
    'Payment',
    'Deposit',
    'Credit Applied',
    'Unapplied',
  ),
  on: fc.oneof(
    { weight: 6, arbitrary: fc.constant('charge') },
    { weight: 1, arbitrary: fc.constant('adjustment') },
    { weight: 6, arbitrary: fc.constant('nothing') },
    { weight: 4, arbitrary: fc.constant('unearned') },
  ),
  charge: fc.nat(7),
  place: fc.constantFrom('same', 'same', 'blank', 'other', 'other'),
  /** On a charge: the whole of it. */
  isWhole: fc.boolean(),
  unearned: fc.constantFrom('Prepayment', 'Prepayment', 'Unearned', 'Hidden TP'),
  /** Hidden money most of the time, other unearned money seldom. */
  isUnearnedOnCharge: fc.nat(4),
  isNobodys: one(1),
  isSplit: one(5),
  voided: fc.constantFrom('', '', '', '', '', '', '', '', 'Yes'),
});

const transfer = fc.record({
  day,
  amount: small,
  from: fc.record({ who, charge: fc.nat(7), on: fc.constantFrom('charge', 'unearned', 'nothing') }),
  to: fc.record({ who, charge: fc.nat(7), on: fc.constantFrom('charge', 'charge', 'unearned') }),
});

const claimLine = fc.record({
  charge: fc.nat(7),
  claim: fc.constantFrom('C1', 'C1', 'C2'),
  status: fc.constantFrom(
    'Received',
    'Received',
    'Not Received',
    'Not Received',
    'Not Received',
    'Not Received',
    'Supplemental',
    'Estimate',
  ),
  provider: fc.constantFrom('', '', 'other'),
  estimate: fc.oneof(small, fc.constant(0)),
  writeOff: fc.constantFrom(0, 0, 0, 5, 10),
  paid: small,
  day,
});

const asTotal = fc.record({
  claim: fc.constantFrom('C1', 'C1', 'C2', 'C3'),
  who,
  hasProvider: fc.boolean(),
  amount: fc.oneof(small, fc.constantFrom(150, 300)),
  isBack: one(7),
  day,
});

const family = fc.record({
  patients: fc.integer({ min: 1, max: 4 }),
  providers: fc.integer({ min: 1, max: 4 }),
  locations: fc.nat(2),
  charges: fc.array(charge, { minLength: 1, maxLength: 6, size: 'medium' }),
  adjustments: fc.array(adjustment, { maxLength: 3 }),
  payments: fc.array(payment, { maxLength: 7, size: 'medium' }),
  transfers: fc.array(transfer, { maxLength: 2 }),
  lines: fc.array(claimLine, { minLength: 1, maxLength: 4, size: 'medium' }),
  totals: fc.array(asTotal, { maxLength: 2 }),
});

/** Where a ledger keeps its insurance money. */
type InsuranceSource = 'none' | 'lines' | 'totals' | 'payments' | 'checks';
const insuranceSource = fc.constantFrom<InsuranceSource>(
  'none',
  'none',
  'lines',
  'totals',
  'totals',
  'payments',
  'checks',
);

type Family = typeof family extends fc.Arbitrary<infer Spec> ? Spec : never;
type Who = Family['charges'][number]['who'];
type PaymentSpec = Family['payments'][number];

const GIVES_BACK = ['Refund', 'Returned Check', 'Unapplied'];

interface Members {
  readonly spec: Family;
  /** Stands before all ids of the family. */
  readonly name: string;
  readonly Charges: readonly PlainRow[];
}

function placeOf({ spec, name }: Pick<Members, 'spec' | 'name'>, at: Who): PlainRow {
  return {
    'Patient ID': `${name}${(at.patient % spec.patients) + 1}`,
    'Guarantor ID': `${name}1`,
    Provider: ['Adams', 'Baker', 'Cole', 'Drew'][at.provider % spec.providers]!,
    Location: spec.locations === 0 ? '' : ['East', 'West'][at.location % spec.locations]!,
  };
}

/** Its charge, if the family has one. */
function named({ Charges }: Members, charge: number): PlainRow | undefined {
  return charge < 0 || Charges.length === 0 ? undefined : Charges[charge % Charges.length];
}

function placeOn(members: Members, at: Who, on: { charge: PlainRow; place: string }): PlainRow {
  const { charge, place } = on;
  if (place === 'blank') return {};
  const other = placeOf(members, at);
  if (place === 'other') return other;
  const keys = ['Patient ID', 'Guarantor ID', 'Provider', 'Location'];
  return Object.fromEntries(keys.map((key) => [key, charge[key] ?? '']));
}

function chargeRows({ spec, name }: Pick<Members, 'spec' | 'name'>): PlainRow[] {
  return spec.charges.map((row, place) => ({
    'Charge ID': `${name}c${place}`,
    'Service Date': row.day,
    ...placeOf({ spec, name }, row.who),
    ...(row.isNobodys ? { Provider: '' } : {}),
    Amount: row.isNegative ? 0 - row.amount : row.amount,
    Discount: row.isNegative || row.amount <= row.discount ? '' : row.discount || '',
    Status: row.status,
    'Claim Number': row.claim === '' ? '' : `${name}${row.claim}`,
  }));
}

function adjustmentRows(members: Members): PlainRow[] {
  return members.spec.adjustments.map((row, place) => {
    const charge = named(members, row.charge);
    return {
      'Adjustment ID': `${members.name}a${place}`,
      Date: row.day,
      Type: 'Correction',
      Amount: row.isNegative ? 0 - row.amount : row.amount,
      'Charge ID': charge?.['Charge ID'] ?? '',
      ...(charge === undefined
        ? placeOf(members, row.who)
        : placeOn(members, row.who, { charge, place: row.place })),
    };
  });
}

function ofNothing(members: Members, row: PaymentSpec): PlainRow {
  const own = placeOf(members, row.who);
  return row.isNobodys ? { ...own, Provider: '' } : own;
}

function unearned(members: Members, row: PaymentSpec): PlainRow {
  const charge = named(members, row.charge);
  const isOn = row.isUnearnedOnCharge < (row.unearned === 'Hidden TP' ? 4 : 1);
  const on = isOn && charge !== undefined ? { 'Charge ID': charge['Charge ID'] ?? '' } : {};
  return { ...ofNothing(members, row), ...on, 'Unearned Type': row.unearned };
}

/** Where a payment stands: charge, adjustment, unearned type and whose it is. */
function standing(members: Members, row: PaymentSpec, adjustments: PlainRow[]): PlainRow {
  const charge = named(members, row.charge);
  if (row.type === 'Deposit') return ofNothing(members, row);
  const isCredit = ['Credit Applied', 'Unapplied'].includes(row.type);
  if (row.on === 'unearned' && !isCredit) return unearned(members, row);
  const adjustment = adjustments[row.charge % Math.max(adjustments.length, 1)];
  if (row.on === 'adjustment' && adjustment !== undefined) {
    const at = placeOn(members, row.who, { charge: adjustment, place: row.place });
    return { ...at, 'Adjustment ID': adjustment['Adjustment ID'] ?? '' };
  }
  if (row.on === 'charge' && charge !== undefined) {
    const at = placeOn(members, row.who, { charge, place: row.place });
    return { ...at, 'Charge ID': charge['Charge ID'] ?? '' };
  }
  return ofNothing(members, row);
}

function paymentRows(members: Members, adjustments: PlainRow[]): PlainRow[] {
  let id = '';
  return members.spec.payments.map((row, place) => {
    // Rows of one payment have one date and one fate.
    const before = members.spec.payments[place - 1];
    const isSplit = row.isSplit && before !== undefined;
    id = isSplit ? id : `${members.name}p${place}`;
    const first = members.spec.payments[Number(id.slice(members.name.length + 1))]!;
    const at = standing(members, row, adjustments);
    const charge = named(members, row.charge);
    const isOnCharge = at['Charge ID'] !== undefined && charge !== undefined;
    const whole = isOnCharge && row.isWhole ? Math.abs(Number(charge['Amount'])) : row.amount;
    return {
      'Payment ID': id,
      'Payment Date': first.day,
      Type: row.type,
      Amount: GIVES_BACK.includes(row.type) ? 0 - whole : whole,
      Voided: first.voided,
      ...at,
    };
  });
}

/** Two rows that are zero together; each names a provider, so that none is the mirror of a credit. */
function transferRows(members: Members): PlainRow[] {
  return members.spec.transfers.flatMap((row, place) => {
    const side = (at: typeof row.from | typeof row.to, amount: number): PlainRow => {
      const charge = named(members, at.charge);
      const isOn = at.on === 'charge' && charge !== undefined;
      return {
        'Payment ID': `${members.name}t${place}`,
        'Payment Date': row.day,
        Type: 'Transfer',
        Amount: amount,
        ...placeOf(members, at.who),
        'Charge ID': isOn ? (charge['Charge ID'] ?? '') : '',
        'Unearned Type': at.on === 'unearned' ? 'Prepayment' : '',
      };
    };
    return [side(row.from, 0 - row.amount), side(row.to, row.amount)];
  });
}

/** One line a claim and charge, besides supplementals. */
function lineRows(members: Members): PlainRow[] {
  const seen = new Set<string>();
  return members.spec.lines.flatMap((row, place): PlainRow[] => {
    const charge = named(members, row.charge);
    if (charge === undefined) return [];
    const key = `${row.claim} ${String(charge['Charge ID'])}`;
    const isSecond = seen.has(key);
    seen.add(key);
    const status = isSecond ? 'Supplemental' : row.status;
    const isDone = status === 'Received' || status === 'Supplemental';
    return [
      {
        'Claim Line ID': `${members.name}l${place}`,
        'Claim Number': `${members.name}${row.claim}`,
        'Charge ID': charge['Charge ID'] ?? '',
        Provider: row.provider === '' ? '' : 'Baker',
        Status: status,
        'Insurance Estimate': status === 'Supplemental' ? '' : row.estimate,
        'Write-off Estimate': status === 'Supplemental' ? '' : row.writeOff,
        'Write-off': isDone ? row.writeOff : '',
        'Insurance Paid': isDone ? row.paid : '',
        'Payment Date': isDone ? row.day : '',
        'Check Date': isDone ? row.day : '',
      },
    ];
  });
}

function totalRows({ spec, name }: Members): PlainRow[] {
  return spec.totals.map((row, place) => ({
    'Claim Line ID': `${name}z${place}`,
    'Claim Number': `${name}${row.claim}`,
    'Charge ID': '',
    Provider: row.hasProvider ? placeOf({ spec, name }, row.who)['Provider']! : '',
    Status: 'Received',
    'As Total': 'Yes',
    'Insurance Paid': row.isBack ? 0 - row.amount : row.amount,
    'Payment Date': row.day,
    'Check Date': row.day,
  }));
}

/** Insurance money as Payments: on a charge, for a claim, or for nothing that is told. */
function insuranceRows(members: Members): PlainRow[] {
  return members.spec.lines.map((row, place) => {
    const charge = row.status === 'Received' ? named(members, row.charge) : undefined;
    return {
      'Payment ID': `${members.name}i${place}`,
      'Payment Date': row.day,
      Type: 'Payment',
      Payer: 'Insurance',
      Amount: row.paid,
      'Charge ID': charge?.['Charge ID'] ?? '',
      'Claim Number': row.status === 'Estimate' ? '' : `${members.name}${row.claim}`,
      'Patient ID': `${members.name}1`,
      'Guarantor ID': `${members.name}1`,
      Provider: row.provider === '' ? '' : 'Baker',
    };
  });
}

/** Claim lines that say nothing of money: Payments by Insurance bring it, mostly for a claim as a whole. */
function unpaidLines(members: Members): PlainRow[] {
  return lineRows(members).map((row) => ({ ...row, 'Insurance Paid': '' }));
}

function claimChecks({ spec, name }: Members): PlainRow[] {
  return spec.totals.map((row, place) => ({
    'Payment ID': `${name}y${place}`,
    'Payment Date': row.day,
    Type: row.isBack ? 'Reversal' : 'Payment',
    Payer: 'Insurance',
    Amount: row.isBack ? 0 - row.amount : row.amount,
    'Claim Number': `${name}${row.claim}`,
    'Guarantor ID': `${name}1`,
    Provider: row.hasProvider ? placeOf({ spec, name }, row.who)['Provider']! : '',
  }));
}

function ledgerOf(specs: readonly Family[], source: InsuranceSource): Partial<PlainLedger> {
  const parts = specs.map((spec, place) => {
    const name = ['K', 'M'][place]!;
    const Charges = chargeRows({ spec, name });
    const members = { spec, name, Charges };
    const Adjustments = adjustmentRows(members);
    return {
      Charges,
      Adjustments,
      Payments: [
        ...paymentRows(members, Adjustments),
        ...transferRows(members),
        ...(source === 'payments' ? insuranceRows(members) : []),
        ...(source === 'checks' ? claimChecks(members) : []),
      ],
      'Claim Lines': [
        ...(source === 'lines' || source === 'totals' ? lineRows(members) : []),
        ...(source === 'totals' ? totalRows(members) : []),
        ...(source === 'checks' ? unpaidLines(members) : []),
      ],
    };
  });
  return {
    Charges: parts.flatMap((part) => part.Charges),
    Adjustments: parts.flatMap((part) => part.Adjustments),
    Payments: parts.flatMap((part) => part.Payments),
    'Claim Lines': parts.flatMap((part) => part['Claim Lines']),
  };
}

/** Ledgers of one family, sometimes of two. */
export const families: fc.Arbitrary<Partial<PlainLedger>> = fc
  .tuple(family, family, fc.nat(3), insuranceSource)
  .map(([first, second, roll, source]) => ledgerOf(roll === 0 ? [first, second] : [first], source));

export const allocationOptions = fc.record({
  'paysplit-enforcement': fc.constantFrom('fully', 'fully', 'auto', 'auto', 'none'),
  'claim-pay-total': fc.constantFrom('auto', 'off'),
  'prefer-current-patient': fc.constantFrom('no', 'yes'),
  'prepay-to-providers': fc.constantFrom('no', 'yes'),
  'negative-production-as-income': fc.constantFrom('yes', 'yes', 'no'),
  transfer: fc.constantFrom('layers', 'fifo'),
});

export interface FamilyCase {
  readonly ledger: Partial<PlainLedger>;
  readonly options: Record<string, string>;
}

export const familyCases: fc.Arbitrary<FamilyCase> = fc.record({
  ledger: families,
  options: allocationOptions,
});
