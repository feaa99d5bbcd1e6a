/** Charges by the ids that other rows name them with; voided work is found by nobody (E16). */
import { NONE } from '../core/brand';
import { textAt, type TextColumn } from '../core/column';
import { atOnce, type Steps } from '../core/steps';
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

/** Rows between two pauses, and claims. */
const ROWS_A_STEP = 5_000;
const CLAIMS_A_STEP = 1_000;

/** Looks charges up. What no other table names is indexed only if it is asked for after all. */
export function* chargeLookup(ledger: Ledger): Steps<ChargeLookup> {
  const stands = standing(ledger);
  yield;
  const isNamed = (field: 'chargeId' | 'claimNumber'): boolean =>
    others.some((kind) => ledger.tables[kind][field].texts.length > 1);
  const makeById = (): Steps<Map<string, number[]>> => rowsByText(ledger.charges.id, stands);
  let byId = isNamed('chargeId') ? yield* makeById() : undefined;
  const ofId = (id: string): readonly number[] => {
    if (id === '') return [];
    byId ??= atOnce(makeById());
    return byId.get(id) ?? [];
  };
  const makeByClaim = (): Steps<Claims> => chargesOfClaims(ledger, stands, ofId);
  let byClaim = isNamed('claimNumber') ? yield* makeByClaim() : undefined;
  return {
    stands,
    ofId,
    ofClaim(claim) {
      if (claim === '') return [];
      byClaim ??= atOnce(makeByClaim());
      return byClaim.get(claim) ?? [];
    },
  };
}

/** The kinds that name charges and claims. */
const others = ['Payments', 'Adjustments', 'Claim Lines', 'Claim Adjustments'] as const;

type Claims = ReadonlyMap<string, readonly number[]>;

function standing({ charges, chargeInvoice, invoices }: Ledger): Uint8Array {
  const voidedLine = chargesColumns.status.choices.indexOf('Voided');
  const voidedInvoice = invoiceStatus('Voided');
  const stands = new Uint8Array(charges.length);
  for (let row = 0; row < stands.length; row++) {
    const invoice = chargeInvoice[row]!;
    const onVoided = invoice !== NONE && invoices.status[invoice] === voidedInvoice;
    stands[row] = Number(charges.status[row]! !== voidedLine && !onVoided);
  }
  return stands;
}

function* rowsByText(column: TextColumn, stands: Uint8Array): Steps<Map<string, number[]>> {
  const rows = new Map<string, number[]>();
  for (let row = 0; row < stands.length; row++) {
    if (row % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    if (stands[row]! === 0 || column.codes[row]! === 0) continue;
    const known = rows.get(textAt(column, row));
    if (known === undefined) rows.set(textAt(column, row), [row]);
    else known.push(row);
  }
  return rows;
}

function* chargesOfClaims(
  ledger: Ledger,
  stands: Uint8Array,
  ofId: ChargeLookup['ofId'],
): Steps<Claims> {
  const rows = yield* rowsByText(ledger.charges.claimNumber, stands);
  const lines = ledger.tables['Claim Lines'];
  for (let line = 0; line < lines.length; line++) {
    if (line % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    const claim = textAt(lines.claimNumber, line);
    if (claim === '') continue;
    const known = rows.get(claim) ?? [];
    known.push(...ofId(textAt(lines.chargeId, line)));
    rows.set(claim, known);
  }
  const inLineOrder = byLineOrder(ledger);
  const claims = new Map<string, readonly number[]>();
  for (const [claim, of] of rows) {
    if (claims.size % CLAIMS_A_STEP === CLAIMS_A_STEP - 1) yield;
    claims.set(claim, [...new Set(of)].sort(inLineOrder));
  }
  return claims;
}
