/** Families as a person knows them: by the name of the guarantor or patient, where charges have names. */
import { at } from '../../core/assert';
import { textAt } from '../../core/column';
import type { Steps } from '../../core/steps';
import type { Allocated } from '../../engine/allocation/allocateAccounts';

/** Of a family, and of a patient where his rows name neither guarantor nor account. */
export function* familyNames({
  accounts,
}: Allocated): Steps<(family: number, patient: number) => string> {
  const { allocated, entries, families } = accounts;
  const { charges } = allocated.ledger;
  const names = new Map<string, string>();
  if (charges.patientName.texts.length > 1) {
    for (let charge = 0; charge < charges.length; charge++) {
      if (charge % 10_000 === 9_999) yield;
      const id = textAt(charges.patientId, charge);
      const name = textAt(charges.patientName, charge);
      if (id !== '' && name !== '' && !names.has(id)) names.set(id, name);
    }
  }
  const called = (kind: string, id: string): string =>
    `${kind} ${id} ${names.get(id) ?? ''}`.trim();
  return (family, patient) => {
    if (families.isWhole) return 'The whole ledger';
    const { guarantor, account } = families.named[family] ?? { guarantor: '', account: '' };
    if (guarantor !== '') return called('Family', guarantor);
    if (account !== '') return called('Account', account);
    return called('Patient', at(entries.patients.texts, patient));
  };
}
