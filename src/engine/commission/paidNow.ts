/** What a period pays line by line, each known again by its row: what a close keeps, and is held against later. */
import { at } from '../../core/assert';
import { NONE } from '../../core/brand';
import { textAt } from '../../core/column';
import type { Period } from '../../core/period';
import type { Steps } from '../../core/steps';
import type { PaidFor } from '../../ledger/closedPeriod';
import type { Ledger } from '../../ledger/ledger';
import { bases } from '../../ledger/planKinds';
import { type SourceKind, sourceKinds } from './baseLines';
import type { Commission } from './commission';
import { type LineSort, lineSorts } from './commissionLines';
import { rowId } from './rowDigests';
import type { Settlement } from './settlement';

/** A line as it is paid now; its cents are those of the rounded commission. */
export interface PaidNow {
  /** Place in the ledger's provider names. */
  readonly provider: number;
  /** Place in `bases`. */
  readonly basis: number;
  readonly moment: number;
  /** Empty for a guarantee, draw or deficit. */
  readonly kind: SourceKind | '';
  readonly id: string;
  readonly charge: string;
  readonly paidFor: PaidFor;
  readonly base: number;
  readonly cents: number;
  /** Its commission line; NONE for a guarantee, draw or deficit. */
  readonly line: number;
}

const paidForSort: Readonly<Record<LineSort, PaidFor>> = {
  base: 'work',
  lab: 'laboratory',
  uplift: 'tier',
};

export interface PaidFrom {
  readonly ledger: Ledger;
  readonly commission: Commission;
  readonly settled: Pick<Settlement, 'providers' | 'figures' | 'lines' | 'events'>;
}

/** Every line of a period by provider and basis; they add up to what is payable. */
export function* paidNow(
  { ledger, commission, settled }: PaidFrom,
  period: Period,
): Steps<PaidNow[]> {
  const { lines } = commission;
  const made = new Map(commission.bases.map((one) => [one.basis, one.lines]));
  const found: PaidNow[] = [];
  for (const provider of settled.providers(period)) {
    yield;
    for (const { basis } of settled.figures(provider, period)) {
      const own = made.get(at(bases, basis));
      if (own === undefined) continue;
      for (const { line, cents } of settled.lines(provider, basis, period)) {
        const place = lines.line[line]!;
        const kind = at(sourceKinds, own.kind[place]!);
        const charge = own.charge[place]!;
        found.push({
          provider,
          basis,
          moment: lines.moment[line]!,
          kind,
          id: rowId(ledger, kind, own.row[place]!),
          charge: charge === NONE ? '' : textAt(ledger.charges.id, charge),
          paidFor: paidForSort[at(lineSorts, lines.sort[line]!)],
          base: lines.base[line]!,
          cents,
          line,
        });
        if (found.length % 5_000 === 4_999) yield;
      }
    }
    for (const { kind, basis, moment, cents } of settled.events(provider, period)) {
      const of = { provider, basis, moment, kind: '', id: '', charge: '' } as const;
      found.push({ ...of, paidFor: kind, base: 0, cents, line: NONE });
    }
  }
  return found;
}

/** One row of the ledger, one charge, one sort of pay and one payee: what is compared. */
export function paidKey(of: {
  readonly provider: string;
  readonly basis: string;
  readonly table: string;
  readonly id: string;
  readonly charge: string;
  readonly paidFor: PaidFor;
}): string {
  return JSON.stringify([of.provider, of.basis, of.table, of.id, of.charge, of.paidFor]);
}
