/** Figures of invoice lines by provider: total, exempt from commissions, eligible (I-21). */
import { at } from '../core/assert';
import { NONE, type CentsColumn } from '../core/brand';
import { textAt } from '../core/column';
import { shareOf } from '../core/rate';
import type { AllocatedLedger } from '../engine/allocateLedger';
import { byLineOrder } from '../engine/invoiceBook';
import type { ReportRequest } from './request';

/** The lines of a report, in order: by provider, then line date and time, id, row (I-24). */
export interface LineFigures {
  readonly charges: Int32Array;
  /** For each charge of the ledger, its cents in this report. */
  readonly cents: CentsColumn;
  /** One for each provider that has a line, in the order of the reports. */
  readonly providers: readonly ProviderFigures[];
  readonly practice: Omit<ProviderFigures, 'provider'>;
}

export interface ProviderFigures {
  readonly provider: string;
  readonly total: number;
  /** Lines excluded from commissions (I-17). */
  readonly exempt: number;
  readonly eligible: number;
  /** Share of the practice's total; null where that is 0 (I-A9). */
  readonly share: number | null;
}

/** Figures of the charges for which `isIn` holds, of all providers: filters only hide rows. */
export function lineFigures(
  { ledger }: AllocatedLedger,
  cents: CentsColumn,
  isIn: (charge: number) => boolean,
): LineFigures {
  const { charges, providers } = ledger;
  const rows: number[] = [];
  for (let charge = 0; charge < charges.length; charge++) if (isIn(charge)) rows.push(charge);
  const inLineOrder = byLineOrder(ledger);
  const order = Int32Array.from(rows).sort(
    (a, b) => providers.ofCharge[a]! - providers.ofCharge[b]! || inLineOrder(a, b),
  );
  const sums = new Map<number, { total: number; exempt: number }>();
  for (const charge of order) {
    const provider = providers.ofCharge[charge]!;
    const sum = sums.get(provider) ?? { total: 0, exempt: 0 };
    sum.total += cents[charge]!;
    if (charges.commissionable[charge]! === 0) sum.exempt += cents[charge]!;
    sums.set(provider, sum);
  }
  const total = [...sums.values()].reduce((all, one) => all + one.total, 0);
  const exempt = [...sums.values()].reduce((all, one) => all + one.exempt, 0);
  return {
    charges: order,
    cents,
    providers: [...sums].map(([provider, sum]) => ({
      provider: at(providers.names, provider),
      ...figures(sum, total),
    })),
    practice: figures({ total, exempt }, total),
  };
}

function figures(
  { total, exempt }: { readonly total: number; readonly exempt: number },
  practice: number,
): Omit<ProviderFigures, 'provider'> {
  return { total, exempt, eligible: total - exempt, share: shareOf(total, practice) ?? null };
}

/** For each invoice, 1 where its location is among those asked for (I-29). */
export function invoicesInLocations(
  { ledger, book }: AllocatedLedger,
  locations: ReportRequest['locations'],
): Uint8Array {
  const { invoices, charges } = ledger;
  const inside = new Uint8Array(invoices.length).fill(1);
  if (locations === undefined) return inside;
  for (let invoice = 0; invoice < invoices.length; invoice++) {
    const first = book.lines.rows[book.lines.starts[invoice]!];
    const hasLine = book.lines.starts[invoice]! < book.lines.starts[invoice + 1]!;
    const own = textAt(invoices.location, invoice);
    const ofLine = hasLine && first !== undefined ? textAt(charges.location, first) : '';
    inside[invoice] = Number(locations.has(own === '' ? ofLine : own));
  }
  return inside;
}

/** True for a charge that stands on an invoice of `inside`. */
export function isOnInvoiceOf(
  { ledger }: AllocatedLedger,
  inside: Uint8Array,
): (charge: number) => boolean {
  return (charge) => {
    const invoice = ledger.chargeInvoice[charge]!;
    return invoice !== NONE && inside[invoice]! === 1;
  };
}

/** 1 for each charge that is a line of an invoice and not Voided. */
export function standingLines({ ledger, book }: AllocatedLedger): Uint8Array {
  const standing = new Uint8Array(ledger.charges.length);
  for (const charge of book.lines.rows) {
    if (ledger.chargeInvoice[charge]! !== NONE) standing[charge] = 1;
  }
  return standing;
}
