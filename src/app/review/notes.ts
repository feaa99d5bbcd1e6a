/** What allocation found and cannot propose, in sentences: what to look at by hand. */
import { moneyText } from '../../core/cents';
import { counted } from '../../core/counted';
import type { Allocated } from '../../engine/allocation/allocateAccounts';

export function notesOf({ accounts, overpaid, refused }: Allocated): string[] {
  const notes: string[] = [];
  const families = new Set(refused.map(({ family }) => family)).size;
  if (families > 0) {
    notes.push(
      `${counted(families)} ${families === 1 ? 'family has' : 'families have'} negative production that the options forbid to move: nothing is suggested for them.`,
    );
  }
  if (overpaid.length > 0) {
    const sum = overpaid.reduce((all, { cents }) => all + cents, 0);
    notes.push(
      `Insurers paid ${moneyText(sum)} too much on ${counted(overpaid.length)} ${overpaid.length === 1 ? 'charge' : 'charges'}: insurance money is never moved by a transfer, check the claims.`,
    );
  }
  if (accounts.nobodys.rows > 0) {
    const { rows, cents } = accounts.nobodys;
    notes.push(
      `${moneyText(cents)} in ${counted(rows)} ${rows === 1 ? 'payment' : 'payments'} is of nobody known: it names no patient, guarantor or account.`,
    );
  }
  return notes;
}
