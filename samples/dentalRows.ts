/** Rows of Maple Hollow Dental's tables: procedures, claim lines, money and adjustments. */
import { hygienist, procedures, type DentalPatient, type Procedure } from './dentalStock';
import type { Random } from './random';
import { addRow, calendarOf, dollars, type SampleTable } from './sampleTable';

const day = calendarOf(2024);
/** The day of the export: what comes after it is scheduled. */
export const TODAY = day(9, 24);

export interface Story {
  readonly source: Random;
  readonly charges: SampleTable;
  readonly lines: SampleTable;
  readonly payments: SampleTable;
  readonly adjustments: SampleTable;
  nextClaim: number;
  /** Whole cents of the final claim lines by check date and insurer. */
  readonly checks: Map<string, number>;
}

/** A completed procedure; money in whole cents. */
export interface Done {
  readonly charge: string;
  readonly provider: string;
  readonly patient: DentalPatient;
  readonly procedure: Procedure;
  readonly date: number;
}

interface ChargeOf {
  readonly patient: DentalPatient;
  readonly procedure: Procedure;
  readonly date: number;
  readonly status?: 'Complete' | 'Scheduled' | 'Planned';
  /** Where it is not the day of the service. */
  readonly completed?: number;
  readonly discount?: number;
}

export function addCharge({ charges }: Story, of: ChargeOf): Done {
  const { patient, procedure, date } = of;
  const status = of.status ?? (date > TODAY ? 'Scheduled' : 'Complete');
  const charge = `D${charges.rows.length + 5001}`;
  const provider = procedure.hygiene ? hygienist : patient.dentist;
  addRow(charges, {
    'Charge ID': charge,
    'Service Date': date,
    'Completed Date': status === 'Complete' ? (of.completed ?? date) : '',
    Status: status,
    Provider: provider,
    Code: procedure.code,
    Description: procedure.name,
    Amount: dollars(procedure.fee),
    Discount: dollars(of.discount ?? 0),
    'Lab Cost': dollars(procedure.lab),
    'Patient ID': patient.id,
    'Patient Name': patient.name,
    'Guarantor ID': patient.guarantor,
  });
  return { charge, provider, patient, procedure, date };
}

interface LineOf {
  readonly claim: string;
  readonly done: Done;
  readonly estimate: number;
  readonly writeOffEstimate: number;
  readonly status?: string;
  readonly writeOff?: number;
  readonly paid?: number;
  readonly received?: number;
  /** 0 where the payment is keyed but the check is not made out. */
  readonly check?: number;
  readonly asTotal?: boolean;
}

export function addLine(story: Story, of: LineOf): void {
  const { done, received, paid = 0, writeOff = of.writeOffEstimate } = of;
  const answer = received ?? '';
  const check = of.check ?? received ?? 0;
  addRow(story.lines, {
    'Claim Line ID': `CP${story.lines.rows.length + 1001}`,
    'Claim Number': of.claim,
    'Charge ID': of.asTotal === true ? '' : done.charge,
    Provider: done.provider,
    Status: of.status ?? (answer === '' ? 'Not Received' : 'Received'),
    'Procedure Date': done.date,
    'Estimate Date': done.date,
    'Insurance Estimate': dollars(of.estimate),
    'Write-off Estimate': dollars(of.writeOffEstimate),
    'Write-off': dollars(writeOff),
    'Insurance Paid': dollars(paid),
    'Payment Date': answer,
    'Check Date': check === 0 ? '' : check,
    'Received Date': answer,
    'As Total': of.asTotal === true ? 'Yes' : '',
  });
  if (check === 0) return;
  const key = `${check} ${done.patient.insurer}`;
  story.checks.set(key, (story.checks.get(key) ?? 0) + paid);
}

export interface Money {
  readonly id?: string;
  readonly date: number;
  readonly entered?: number;
  readonly type?: string;
  readonly method?: string;
  readonly amount: number;
  readonly charge?: string;
  readonly provider?: string;
  readonly unearned?: string;
  readonly refundOf?: string;
  readonly adjustment?: string;
  readonly note?: string;
}

/** Adds a split of patient money and returns the id of its payment. */
export function addMoney({ payments }: Story, patient: DentalPatient, of: Money): string {
  const id = of.id ?? `M${payments.rows.length + 8001}`;
  addRow(payments, {
    'Payment ID': id,
    'Payment Date': of.date,
    'Entered Date': of.entered ?? of.date,
    Type: of.type ?? 'Payment',
    Payer: 'Patient',
    Method: of.method ?? 'Visa',
    Amount: dollars(of.amount),
    'Charge ID': of.charge ?? '',
    'Adjustment ID': of.adjustment ?? '',
    Provider: of.provider ?? '',
    'Patient ID': patient.id,
    'Guarantor ID': patient.guarantor,
    'Unearned Type': of.unearned ?? '',
    'Refund Of': of.refundOf ?? '',
    Note: of.note ?? '',
  });
  return id;
}

export function addAdjustment(
  { adjustments }: Story,
  done: Done,
  of: {
    readonly type: string;
    readonly date: number;
    readonly amount: number;
    readonly entered?: number;
    readonly id?: string;
  },
): void {
  addRow(adjustments, {
    'Adjustment ID': of.id ?? `ADJ${adjustments.rows.length + 1}`,
    Date: of.date,
    'Entered Date': of.entered ?? of.date,
    Type: of.type,
    Amount: dollars(of.amount),
    'Charge ID': of.amount > 0 ? '' : done.charge,
    Provider: done.provider,
    'Patient ID': done.patient.id,
    'Guarantor ID': done.patient.guarantor,
  });
}

export function procedureOf(code: string): Procedure {
  const found = procedures.find((one) => one.code === code);
  if (found === undefined) throw new Error(`no procedure ${code}`);
  return found;
}
