/** Charges by the ids that other rows name them with; voided work is found by nobody (E16). */
import { NONE } from '../core/brand';
import { textAt, type TextColumn } from '../core/column';
import { chargesColumns } from '../ledger/kinds';
import type { Ledger } from '../ledger/ledger';
import { invoiceStatus } from '../ledger/linkCharges';
import { byLineOrder } from './invoiceBook';

export interface ChargeLookup {
  /** 1 for a charge that is not Voided and not a line of a Voided invoice. */
  readonly stands: Uint8Array;
  /** Standing charges of an id; several where the id stands on several invoices. */
  ofId(id: string): readonly number[];
  /** Standing charges of a claim, in line order: by their Claim Number, or by a claim line. */
  ofClaim(claim: string): readonly number[];
}

/** Looks charges up; each map is made when it is first asked. */
export function chargeLookup(ledger: Ledger): ChargeLookup {
  const stands = standing(ledger);
  let byId: Map<string, number[]> | undefined;
  let byClaim: ReadonlyMap<string, readonly number[]> | undefined;
  const ofId = (id: string): readonly number[] => {
    byId ??= rowsByText(ledger.charges.id, stands);
    return byId.get(id) ?? [];
  };
  return {
    stands,
    ofId,
    ofClaim(claim) {
      byClaim ??= chargesOfClaims(ledger, stands, ofId);
      return byClaim.get(claim) ?? [];
    },
  };
}

function standing({ charges, chargeInvoice, invoices }: Ledger): Uint8Array {
  const voidedLine = chargesColumns.status.choices.indexOf('Voided');
  const voidedInvoice = invoiceStatus('Voided');
  return Uint8Array.from(charges.status, (status, row) => {
    const invoice = chargeInvoice[row]!;
    const onVoided = invoice !== NONE && invoices.status[invoice] === voidedInvoice;
    return Number(status !== voidedLine && !onVoided);
  });
}

function rowsByText(column: TextColumn, stands: Uint8Array): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (let row = 0; row < stands.length; row++) {
    if (stands[row]! === 0 || column.codes[row]! === 0) continue;
    const known = rows.get(textAt(column, row));
    if (known === undefined) rows.set(textAt(column, row), [row]);
    else known.push(row);
  }
  return rows;
}

function chargesOfClaims(
  ledger: Ledger,
  stands: Uint8Array,
  ofId: ChargeLookup['ofId'],
): ReadonlyMap<string, readonly number[]> {
  const rows = rowsByText(ledger.charges.claimNumber, stands);
  const lines = ledger.tables['Claim Lines'];
  for (let line = 0; line < lines.length; line++) {
    const claim = textAt(lines.claimNumber, line);
    if (claim === '') continue;
    const known = rows.get(claim) ?? [];
    rows.set(claim, [...known, ...ofId(textAt(lines.chargeId, line))]);
  }
  const inLineOrder = byLineOrder(ledger);
  return new Map([...rows].map(([claim, of]) => [claim, [...new Set(of)].sort(inLineOrder)]));
}
