/**
 * Proposals as rows of Payments: each split is one Transfer, which the reader reads like any other. Rows of
 * one Transfer ID add up to 0, and the ledger's own rows stay as they are (T0, T1, T2, T14).
 */
import { at } from '../../core/assert';
import { NONE } from '../../core/brand';
import { textAt } from '../../core/column';
import { dayOfMoment, dayText } from '../../core/day';
import type { Ledger } from '../../ledger/ledger';
import type { Allocated } from './allocateAccounts';
import { UNALLOCATED_TYPE } from './entries';
import type { PairOf, SuggestedSplit } from './proposals';

/** A row of Type Transfer; empty texts are blank cells. */
export interface TransferRow {
  /** Payment ID. */
  readonly id: string;
  /** Payment Date: the last second of the period, so that it comes after every payment of the day. */
  readonly moment: number;
  readonly cents: number;
  readonly payer: 'Patient' | 'Insurance';
  readonly chargeId: string;
  /** Only where the Charge ID stands on several invoices. */
  readonly invoiceNumber: string;
  readonly adjustmentId: string;
  readonly claimNumber: string;
  readonly unearnedType: string;
  /**
   * `No provider` is written out: a Transfer that names nothing could be taken for half of a credit (E4).
   * Empty only for the total of a claim that names none: it stands under those of its lines (Z-17).
   */
  readonly provider: string;
  readonly patientId: string;
  readonly guarantorId: string;
  readonly accountId: string;
  readonly location: string;
  /** The payment that a split is of. */
  readonly refundOf: string;
}

/** Splits that add up to 0; two of them, but for the total of a claim, which goes to many procedures. */
export interface ProposedPair {
  readonly transfer: string;
  /** From 1, within its transfer. */
  readonly number: number;
  readonly family: number;
  readonly rule: PairOf['rule'];
  readonly layer: number;
  /** The pair by which its money left a charge; NONE where it stood in a pool. */
  readonly origin: number;
  readonly splits: readonly ProposedSplit[];
}

export interface ProposedSplit {
  readonly entry: number;
  readonly cents: number;
}

/** All pairs, a transfer for each family (T1). */
export function proposedPairs({ accounts, pairs }: Allocated): ProposedPair[] {
  const id = transferIds(accounts.allocated.ledger, 'TR', accounts.asOf);
  const found: (ProposedPair & { splits: ProposedSplit[]; from: number })[] = [];
  for (let place = 0; place < pairs.length(); place++) {
    const { family, from, to, cents, rule, layer, origin } = pairs.get(place);
    const last = found[found.length - 1];
    const isOfFamily = last?.family === family;
    if (isOfFamily && rule === 'claim total' && last.rule === rule && last.from === from) {
      const [offset, ...others] = last.splits;
      const taken = (offset?.cents ?? 0) - cents;
      last.splits.splice(0, Infinity, { entry: from, cents: taken }, ...others, {
        entry: to,
        cents,
      });
      continue;
    }
    found.push({
      transfer: isOfFamily ? last.transfer : id(),
      number: isOfFamily ? last.number + 1 : 1,
      family,
      rule,
      layer,
      origin,
      from,
      splits: [
        { entry: from, cents: -cents },
        { entry: to, cents },
      ],
    });
  }
  return found;
}

/** The rows of the pairs. */
export function transferRows(of: Allocated, pairs: readonly ProposedPair[]): TransferRow[] {
  return pairs.flatMap(({ transfer, family, rule, splits }) =>
    splits.map(({ entry, cents }) => {
      const isInsurance = rule === 'claim total';
      return rowOf(of, { id: transfer, family, entry, cents, isInsurance, refundOf: '' });
    }),
  );
}

/** The rows by which the splits of a payment are accepted: off where the money is, and to each target. */
export function splitRows(of: Allocated, splits: readonly SuggestedSplit[]): TransferRow[] {
  const { ledger } = of.accounts.allocated;
  const id = transferIds(ledger, 'TS', of.accounts.asOf);
  const moved = splits.filter(({ rule }) => rule !== 'stays');
  const byRow = new Map<string, SuggestedSplit[]>();
  for (const split of moved) {
    const key = `${split.kind} ${split.row}`;
    const known = byRow.get(key);
    if (known === undefined) byRow.set(key, [split]);
    else known.push(split);
  }
  return [...byRow.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { family, kind, row, from } = first;
    const isInsurance = first.rule === 'claim total';
    const refundOf = kind === 'Payments' ? textAt(ledger.payments.id, row) : '';
    const each = { id: id(), family, isInsurance, refundOf };
    const all = group.reduce((sum, { cents }) => sum + cents, 0);
    return [
      rowOf(of, { ...each, entry: from, cents: -all }),
      ...group.map(({ to, cents }) => rowOf(of, { ...each, entry: to, cents })),
    ];
  });
}

/** Ids that no payment of the ledger bears. */
function transferIds({ payments }: Ledger, kind: 'TR' | 'TS', asOf: number): () => string {
  const stem = `${kind}-${dayText(dayOfMoment(asOf)).replaceAll('-', '')}-`;
  const taken = new Set(payments.id.texts.filter((text) => text.startsWith(stem)));
  let next = 1;
  return () => {
    while (taken.has(`${stem}${next}`)) next++;
    return `${stem}${next++}`;
  };
}

interface RowOf {
  readonly id: string;
  readonly family: number;
  readonly entry: number;
  readonly cents: number;
  readonly isInsurance: boolean;
  readonly refundOf: string;
}

function rowOf(made: Allocated, of: RowOf): TransferRow {
  const { allocated, entries, families, asOf } = made.accounts;
  const { names } = allocated.ledger.providers;
  const { provider, patient, location, type } = entries.keyOf(of.entry);
  const named = families.named[of.family] ?? { guarantor: '', account: '' };
  return {
    id: of.id,
    moment: asOf,
    cents: of.cents,
    payer: of.isInsurance ? 'Insurance' : 'Patient',
    ...documentOf(made, of.entry),
    unearnedType: type === UNALLOCATED_TYPE ? '' : at(entries.types.texts, type),
    provider: provider === NONE ? '' : at(names, provider),
    patientId: at(entries.patients.texts, patient),
    guarantorId: named.guarantor,
    accountId: named.account,
    location: at(entries.locations.texts, location),
    refundOf: of.refundOf,
  };
}

/** What a split names: one charge, adjustment or claim, or nothing. */
function documentOf(
  { accounts: { allocated, entries, totals } }: Allocated,
  entry: number,
): Pick<TransferRow, 'chargeId' | 'invoiceNumber' | 'adjustmentId' | 'claimNumber'> {
  const { charges, invoices, chargeInvoice, tables } = allocated.ledger;
  const { kind, row } = entries.keyOf(entry);
  const none = { chargeId: '', invoiceNumber: '', adjustmentId: '', claimNumber: '' };
  switch (kind) {
    case 'charge': {
      const chargeId = textAt(charges.id, row);
      const isTwice = allocated.lookup.ofId(chargeId).length > 1;
      const invoiceNumber = isTwice ? textAt(invoices.number, chargeInvoice[row]!) : '';
      return { ...none, chargeId, invoiceNumber };
    }
    case 'adjustment':
      return { ...none, adjustmentId: textAt(tables.Adjustments.id, row) };
    case 'claim':
      return { ...none, claimNumber: at(totals, row).claim };
    case 'pool':
      return none;
  }
}
