/** Exports of medical systems: what each payer paid stands in columns beside the charge. */
import { manual, march, office, talk, type Visit, visitsOf } from './exportMonth';
import { dayAsText, exportSheet, type ExportSheet, moneyAsText } from './exportSheet';
import { dollars, type SampleRow } from './sampleTable';

const sum = (visits: readonly Visit[], of: (visit: Visit) => number): number =>
  visits.reduce((cents, visit) => cents + of(visit), 0);

/** The insurers' columns are blank until they have answered. */
const whenAnswered = (visit: Visit, cents: number): number | '' =>
  visit.answered === undefined ? '' : dollars(cents);

export function kareo(): readonly ExportSheet[] {
  const providers = ['Amaro, Felix MD', 'Castell, Nora NP'];
  const rows = visitsOf({ seed: 1, visits: 24, providers, services: office }).map((visit) => {
    const paidCents = visit.firstCents + visit.secondCents + visit.patientCents;
    const owedCents = visit.feeCents - visit.contractCents - paidCents;
    return {
      ID: 90_000 + visit.number,
      EncounterID: 500 + visit.number,
      PostingDate: dayAsText(visit.day + 1),
      ServiceStartDate: dayAsText(visit.day),
      ServiceEndDate: dayAsText(visit.day),
      PatientID: visit.patientNumber,
      PatientFullName: visit.patient,
      RenderingProviderName: visit.provider,
      SchedulingProviderName: 'Front Desk',
      PracticeName: 'Elm Street Family Care',
      ServiceLocationName: visit.patientNumber % 2 === 0 ? 'Elm East' : 'Elm West',
      ProcedureCode: visit.service.code,
      ProcedureModifier1: visit.service.modifier ?? '',
      ProcedureName: visit.service.name,
      ProcedureCodeCategory: 'Office',
      Units: visit.units,
      UnitCharge: moneyAsText(visit.service.cents),
      TotalCharges: moneyAsText(visit.feeCents),
      AdjustedCharges: moneyAsText(visit.feeCents - visit.contractCents),
      Receipts: moneyAsText(paidCents),
      PatientBalance: moneyAsText(visit.isInsured ? 0 : owedCents),
      InsuranceBalance: moneyAsText(visit.isInsured ? owedCents : 0),
      TotalBalance: moneyAsText(owedCents),
      PrimaryInsuranceInsurancePayment: moneyAsText(visit.firstCents),
      PrimaryInsuranceInsuranceContractAdjustment: moneyAsText(visit.contractCents),
      SecondaryInsuranceInsurancePayment: moneyAsText(visit.secondCents),
      PatientPaymentAmount: moneyAsText(visit.patientCents),
      PatientPaymentPostingDate: visit.patientCents === 0 ? '' : dayAsText(visit.day),
      OtherAdjustment: moneyAsText(0),
      ...(visit.answered === undefined
        ? {}
        : {
            PrimaryInsuranceInsuranceAllowed: moneyAsText(visit.feeCents - visit.contractCents),
            PrimaryInsuranceInsuranceContractAdjustmentReason: '45',
            PrimaryInsurancePaymentPostingDate: dayAsText(visit.answered),
          }),
    };
  });
  return [
    exportSheet(
      {
        name: 'Charges Export',
        above: ['Elm Street Family Care', 'Charges, service dates 03/01/2024 - 03/31/2024'],
      },
      'ID|EncounterID|PostingDate|ServiceStartDate|ServiceEndDate|PatientID|PatientFullName|' +
        'RenderingProviderName|SchedulingProviderName|SupervisingProviderName|PracticeName|ServiceLocationName|' +
        'ProcedureCode|ProcedureModifier1|ProcedureModifier2|ProcedureModifier3|ProcedureModifier4|ProcedureName|' +
        'ProcedureCodeCategory|Units|UnitCharge|TotalCharges|AdjustedCharges|Receipts|PatientBalance|' +
        'InsuranceBalance|TotalBalance|PrimaryInsuranceInsuranceAllowed|PrimaryInsuranceInsurancePayment|' +
        'PrimaryInsuranceInsuranceContractAdjustment|PrimaryInsuranceInsuranceContractAdjustmentReason|' +
        'PrimaryInsurancePaymentPostingDate|SecondaryInsuranceInsurancePayment|PatientPaymentAmount|' +
        'PatientPaymentPostingDate|OtherAdjustment',
      rows,
    ),
  ];
}

export function drChrono(): readonly ExportSheet[] {
  const providers = ['Lee', 'Okonjo'];
  const rows = visitsOf({ seed: 2, visits: 20, providers, services: office }).map((visit) => {
    const insuredCents = visit.firstCents + visit.secondCents;
    const paidCents = insuredCents + visit.patientCents;
    const owedCents = visit.feeCents - visit.contractCents - paidCents;
    return {
      id: 4000 + visit.number,
      service_date: visit.day,
      posted_date: visit.answered ?? visit.day + 1,
      doctor: visit.provider,
      patient: visit.patientNumber,
      code: visit.service.code,
      modifiers: visit.service.modifier ?? '',
      description: visit.service.name,
      quantity: visit.units,
      price: dollars(visit.service.cents),
      billed: dollars(visit.feeCents),
      allowed: whenAnswered(visit, visit.feeCents - visit.contractCents),
      adjustment: dollars(visit.contractCents),
      ins1_paid: dollars(visit.firstCents),
      ins2_paid: dollars(visit.secondCents),
      ins3_paid: 0,
      ins_total: dollars(insuredCents),
      pt_paid: dollars(visit.patientCents),
      paid_total: dollars(paidCents),
      balance_ins: visit.isInsured ? dollars(owedCents) : 0,
      balance_pt: visit.isInsured ? 0 : dollars(owedCents),
      balance_total: dollars(owedCents),
    };
  });
  return [
    exportSheet(
      { name: 'line_items', days: 'service_date|posted_date' },
      'id|service_date|posted_date|doctor|patient|code|modifiers|description|quantity|price|billed|allowed|' +
        'adjustment|ins1_paid|ins2_paid|ins3_paid|ins_total|pt_paid|paid_total|balance_ins|balance_pt|balance_total',
      rows,
    ),
  ];
}

export function nuin(): readonly ExportSheet[] {
  const providers = ['Haddad', 'Solberg'];
  const visits = visitsOf({ seed: 3, visits: 22, providers, services: manual });
  const rows = visits.map((visit): SampleRow => ({
    'Patient AC#': `A${visit.patientNumber}`,
    'Patient Name': visit.patient,
    'Claim No': `K${100 + visit.number}`,
    'DOS From': visit.day,
    'DOS To': visit.day,
    CPT: visit.service.code,
    Mod1: visit.service.modifier ?? '',
    'Billed Units': visit.units,
    'Billed Charge': dollars(visit.feeCents),
    'Claim Total': dollars(visit.feeCents),
    'Rendering Provider': visit.provider,
    'Billing Provider': 'Larch Road Group',
    'Facility Name': 'Larch Road',
    'Claim Entry Date': visit.day + 1,
    'Collection Date': visit.answered ?? '',
    'Cheque Date': visit.answered === undefined ? '' : visit.answered - 2,
    'Cheque No': visit.answered === undefined ? '' : 88_000 + visit.number,
    'Pri Ins Payment': dollars(visit.firstCents),
    'Sec Ins Payment': visit.secondCents === 0 ? '-' : dollars(visit.secondCents),
    'Patient Payments': dollars(visit.patientCents),
    'Contractual Adjustments': dollars(visit.contractCents),
    'WriteOff Adjustments': 0,
    'Amt Due': dollars(
      visit.feeCents -
        visit.contractCents -
        visit.firstCents -
        visit.secondCents -
        visit.patientCents,
    ),
  }));
  const total = {
    'Patient AC#': 'Grand Total',
    'Billed Charge': dollars(sum(visits, ({ feeCents }) => feeCents)),
    'Pri Ins Payment': dollars(sum(visits, ({ firstCents }) => firstCents)),
    'Sec Ins Payment': dollars(sum(visits, ({ secondCents }) => secondCents)),
    'Patient Payments': dollars(sum(visits, ({ patientCents }) => patientCents)),
    'Contractual Adjustments': dollars(sum(visits, ({ contractCents }) => contractCents)),
  };
  return [
    exportSheet(
      {
        name: 'Claim Lines',
        above: ['Larch Road Group', 'Charge and collection report', 'Mar 1, 2024 to Mar 31, 2024'],
        days: 'DOS From|DOS To|Claim Entry Date|Collection Date|Cheque Date',
      },
      'Patient AC#|Patient Name|Claim No|DOS From|DOS To|CPT|Mod1|Billed Units|Billed Charge|Claim Total|' +
        'Rendering Provider|Billing Provider|Facility Name|Claim Entry Date|Collection Date|Cheque Date|Cheque No|' +
        'Pri Ins Payment|Sec Ins Payment|Oth Ins Payment|Patient Payments|Contractual Adjustments|' +
        'WriteOff Adjustments|Amt Due',
      [...rows, total],
    ),
  ];
}

export function openEmr(): readonly ExportSheet[] {
  const providers = ['Ruiz, Kelly', 'Voss, Hal'];
  const rows = visitsOf({ seed: 4, visits: 16, providers, services: office }).flatMap(
    (visit): SampleRow[] => {
      const line = {
        Practitioner: visit.provider,
        Facility: 'Alder Clinic',
        Invoice: `${visit.patientNumber}.${visit.number}`,
        'Service Date': visit.day,
        Units: 1,
        'Paid Amt': 0,
        'Adjustment Amt': 0,
      };
      const billed = {
        ...line,
        'Procedure Code(s)': visit.service.code,
        Units: visit.units,
        'Amt Billed': dollars(visit.feeCents),
        'Paid Amt': dollars(visit.firstCents + visit.secondCents),
        'Adjustment Amt': dollars(visit.contractCents),
        'Payment Date': visit.answered ?? '',
        Method: visit.answered === undefined ? '' : 'check',
        Reference: visit.answered === undefined ? '' : 88_100 + visit.number,
      };
      const copay = {
        ...line,
        'Procedure Code(s)': 'COPAY',
        'Amt Billed': dollars(-visit.patientCents),
        Method: 'cash',
      };
      return visit.patientCents === 0 ? [billed] : [billed, copay];
    },
  );
  return [
    exportSheet(
      {
        name: 'Billing',
        above: ['Alder Clinic - Report - Billing Lines'],
        days: 'Service Date|Payment Date',
      },
      'Practitioner|Facility|Invoice|Service Date|Procedure Code(s)|Units|Amt Billed|Paid Amt|Adjustment Amt|' +
        'Payment Date|Method|Reference',
      rows,
    ),
  ];
}

export function chartTalk(): readonly ExportSheet[] {
  const providers = ['Dr. Amaro', 'Dr. Lind'];
  const rows = visitsOf({ seed: 5, visits: 14, providers, services: manual }).flatMap(
    (visit): SampleRow[] => {
      const line = {
        Date: dayAsText(visit.day),
        'Claim Number': `K${300 + visit.number}`,
        Patient: visit.patient,
        Provider: visit.provider,
      };
      const service = {
        ...line,
        'Service or Payment': 'Service',
        Code: visit.service.code,
        Units: visit.units,
        Charge: dollars(visit.feeCents),
      };
      const payment = { ...line, 'Service or Payment': 'Payment' };
      const patient = {
        ...payment,
        'Payment Date': dayAsText(visit.day),
        Payer: 'Patient',
        'Amount Paid': dollars(visit.patientCents),
      };
      const insurer = {
        ...payment,
        'Payment Date': dayAsText(visit.answered ?? visit.day),
        Payer: 'Insurance',
        'Amount Paid': dollars(visit.firstCents + visit.secondCents),
        'Provider Reductions': dollars(visit.contractCents),
        Reason: 'CO-45',
      };
      return [
        service,
        ...(visit.patientCents === 0 ? [] : [patient]),
        ...(visit.answered === undefined ? [] : [insurer]),
      ];
    },
  );
  return [
    exportSheet(
      { name: 'Ledger', above: ['Services and payments'] },
      'Service or Payment|Date|Claim Number|Patient|Provider|Code|Units|Charge|Payment Date|Payer|Amount Paid|' +
        'Provider Reductions|Reason',
      rows,
    ),
  ];
}

export function theraNest(): readonly ExportSheet[] {
  const providers = ['Kim Lee', 'Ana Ruiz'];
  const visits = visitsOf({ seed: 6, visits: 18, providers, services: talk });
  const rows = visits.map((visit): SampleRow => ({
    'Session ID': `S${visit.number}`,
    'Date of Service': visit.day,
    Client: visit.patient,
    'Staff Member': ` ${visit.provider} `,
    'CPT Code': visit.service.code,
    Charges: moneyAsText(visit.feeCents),
    'Claim #': visit.isInsured ? `K${400 + visit.number}` : '',
    'Posting Date': visit.answered ?? visit.day,
    'Client Payment': moneyAsText(visit.patientCents),
    'Insurance Payments': moneyAsText(visit.firstCents + visit.secondCents),
    'Client Refunds': moneyAsText(visit.number === 7 ? 500 : 0),
    'Insurance Refunds': '-',
    'Client Write-Off Amount': moneyAsText(0),
    'Insurance Write-Off Amount': moneyAsText(visit.contractCents),
  }));
  return [
    exportSheet(
      {
        name: 'Sessions',
        above: ['Sessions and money', `As of ${dayAsText(march(31))}`],
        days: 'Date of Service|Posting Date',
      },
      'Session ID|Date of Service|Client|Staff Member|CPT Code|Charges|Claim #|Posting Date|Client Payment|' +
        'Insurance Payments|Client Refunds|Insurance Refunds|Client Write-Off Amount|Insurance Write-Off Amount',
      rows,
    ),
  ];
}
