/** Whose row it is and what it was for: names and words for the lists of single items. */
import { at } from '../../core/assert';
import { NONE } from '../../core/brand';
import { textAt } from '../../core/column';
import type { Steps } from '../../core/steps';
import type { AllocatedLedger } from '../../engine/allocateLedger';
import { byLineOrder } from '../../engine/invoiceBook';
import { isInsuranceRow } from '../../engine/insuranceMoney';
import { type Measure, measures, type PostedKind } from '../../engine/posting';
import type { Postings } from '../../engine/postings';
import { typeOf } from '../../ledger/moneyTypes';
import { kindOf, POSTINGS_A_STEP } from './selection';

export interface ItemWords {
  /** Patient Name; empty where the ledger does not say. */
  nameOf(posting: number): string;
  descriptionOf(posting: number): string;
  payerOf(posting: number): 'Patient' | 'Insurance';
  methodOf(posting: number): string;
  typeOf(posting: number): string;
}

export function* itemWords(
  { ledger, lookup }: AllocatedLedger,
  postings: Postings,
): Steps<ItemWords> {
  const { charges, payments, tables } = ledger;
  const { Adjustments: adjustments, 'Claim Lines': lines } = tables;
  const byPatient = yield* patientNames(ledger);
  const nameOfCharge = (id: string): string => {
    const [charge] = lookup.ofId(id);
    return charge === undefined ? '' : textAt(charges.patientName, charge);
  };
  const named = (patient: string, charge: string): string =>
    byPatient.get(patient) ?? nameOfCharge(charge);
  const nameOfRow = (kind: PostedKind, row: number): string => {
    switch (kind) {
      case 'Charges':
        return textAt(charges.patientName, row);
      case 'Adjustments':
        return named(textAt(adjustments.patientId, row), textAt(adjustments.chargeId, row));
      case 'Claim Lines':
        return nameOfCharge(textAt(lines.chargeId, row));
      case 'Payments':
        return named(textAt(payments.patientId, row), textAt(payments.chargeId, row));
    }
  };
  const of = (posting: number): [PostedKind, number] => [
    kindOf(postings, posting),
    postings.row[posting]!,
  ];
  const typeWord = (posting: number): string => {
    const [kind, row] = of(posting);
    if (kind === 'Adjustments') return textAt(adjustments.type, row);
    return kind === 'Payments' ? typeOf(payments.type, row) : 'Payment';
  };
  const methodWord = (posting: number): string => {
    const [kind, row] = of(posting);
    const method = kind === 'Payments' ? textAt(payments.method, row) : '';
    if (method !== '') return method;
    const isInsurance =
      kind === 'Claim Lines' || (kind === 'Payments' && isInsuranceRow(ledger, row));
    return isInsurance ? 'Insurance' : 'No method';
  };
  return {
    nameOf: (posting) => nameOfRow(...of(posting)),
    typeOf: typeWord,
    methodOf: methodWord,
    payerOf(posting) {
      const [kind, row] = of(posting);
      if (kind === 'Claim Lines') return 'Insurance';
      return kind === 'Payments' && isInsuranceRow(ledger, row) ? 'Insurance' : 'Patient';
    },
    descriptionOf(posting) {
      const [kind, row] = of(posting);
      const measure = at(measures, postings.measure[posting]!);
      if (kind === 'Charges') {
        if (measure !== 'production') return 'Discount';
        return textAt(charges.description, row) || textAt(charges.code, row);
      }
      if (kind === 'Claim Lines') return claimWords[measure] ?? 'Write-off';
      if (kind === 'Adjustments') return typeWord(posting);
      const unearned = measure === 'unearned' ? ' (unearned)' : '';
      return `${typeWord(posting)}, ${methodWord(posting)}${unearned}`;
    },
  };
}

const claimWords: Partial<Record<Measure, string>> = {
  insuranceIncome: 'Insurance payment',
  production: 'Capitation write-off',
  writeOffEstimate: 'Write-off estimate',
  writeOffChange: 'Write-off change',
};

/** Names by Patient ID, as the oldest charge that has both writes them. */
function* patientNames(ledger: AllocatedLedger['ledger']): Steps<Map<string, string>> {
  const { patientId, patientName, length } = ledger.charges;
  const inLineOrder = byLineOrder(ledger);
  const oldest = new Int32Array(patientId.texts.length).fill(NONE);
  for (let row = 0; row < length; row++) {
    if (row % POSTINGS_A_STEP === POSTINGS_A_STEP - 1) yield;
    const id = patientId.codes[row]!;
    if (id === 0 || patientName.codes[row]! === 0) continue;
    const known = oldest[id]!;
    if (known === NONE || inLineOrder(row, known) < 0) oldest[id] = row;
  }
  const names = new Map<string, string>();
  for (const [id, row] of oldest.entries()) {
    if (id % POSTINGS_A_STEP === POSTINGS_A_STEP - 1) yield;
    if (row !== NONE) names.set(at(patientId.texts, id), textAt(patientName, row));
  }
  return names;
}
