/** Write-offs by a negative invoice: they penalise a provider who was never paid (I-16, I-A12). */
import { NO_MOMENT } from '../../core/brand';
import { centsText } from '../../core/cents';
import { textAt } from '../../core/column';
import { byId } from '../../core/order';
import { contains, type Period } from '../../core/period';
import type { Problem } from '../../ledger/problem';
import { rowPlace } from '../../ledger/tables';
import type { AllocatedLedger } from '../allocateLedger';

/**
 * Warns of invoices closed in the period that have only negative lines and no money given back,
 * where the same account, provider and amount has an unpaid closed invoice.
 */
export function writeOffInvoices(allocated: AllocatedLedger, period: Period): Problem[] {
  const { ledger, book } = allocated;
  const suspects: number[] = [];
  const unpaid = new Map<string, number>();
  for (let invoice = 0; invoice < ledger.invoices.length; invoice++) {
    const closed = book.closed[invoice]!;
    if (closed === NO_MOMENT || closed > period.to) continue;
    const { paid, givenBack } = moneyOn(allocated, invoice, period);
    if (isNegativeOnly(allocated, invoice)) {
      if (!givenBack && contains(period, closed)) suspects.push(invoice);
    } else if (paid <= 0 && book.totalCents[invoice]! > 0) {
      for (const key of keys(allocated, invoice, 1)) {
        const rival = unpaid.get(key);
        const isFirst = rival === undefined || closedBefore(allocated, invoice, rival);
        if (isFirst) unpaid.set(key, invoice);
      }
    }
  }
  return suspects.flatMap((invoice) => {
    const twin = keys(allocated, invoice, -1).map((key) => unpaid.get(key));
    const found = twin.find((one) => one !== undefined);
    return found === undefined ? [] : [problem(allocated, invoice, found)];
  });
}

/** The twin that is named: the one closed first, then by invoice number. */
function closedBefore({ ledger, book }: AllocatedLedger, a: number, b: number): boolean {
  const { number } = ledger.invoices;
  const order = book.closed[a]! - book.closed[b]! || byId(textAt(number, a), textAt(number, b));
  return order < 0;
}

function moneyOn(
  { events }: AllocatedLedger,
  invoice: number,
  period: Period,
): { paid: number; givenBack: boolean } {
  const { starts, rows } = events.ofInvoice;
  let paid = 0;
  let givenBack = false;
  for (let place = starts[invoice]!; place < starts[invoice + 1]!; place++) {
    const event = rows[place]!;
    if (events.effective[event]! > period.to) continue;
    paid += events.cents[event]!;
    if (events.cents[event]! < 0) givenBack = true;
  }
  return { paid, givenBack };
}

function linesOf({ book }: AllocatedLedger, invoice: number): Int32Array {
  const { starts, rows } = book.lines;
  return rows.subarray(starts[invoice], starts[invoice + 1]);
}

function isNegativeOnly(allocated: AllocatedLedger, invoice: number): boolean {
  const lines = linesOf(allocated, invoice);
  return lines.length > 0 && lines.every((charge) => allocated.book.netCents[charge]! < 0);
}

/** Account, provider and net amount of each provider on the invoice, times `sign`. */
function keys(allocated: AllocatedLedger, invoice: number, sign: 1 | -1): string[] {
  const { ledger, book } = allocated;
  const nets = new Map<number, number>();
  for (const charge of linesOf(allocated, invoice)) {
    const provider = ledger.providers.ofCharge[charge]!;
    nets.set(provider, (nets.get(provider) ?? 0) + book.netCents[charge]!);
  }
  const account = accountOf(allocated, invoice);
  return [...nets].map(([provider, net]) => JSON.stringify([account, provider, sign * net]));
}

function accountOf(allocated: AllocatedLedger, invoice: number): string {
  const { ledger } = allocated;
  const own = textAt(ledger.invoices.accountId, invoice);
  const [first] = linesOf(allocated, invoice);
  return own !== '' || first === undefined ? own : textAt(ledger.charges.accountId, first);
}

function problem({ ledger, book }: AllocatedLedger, row: number, twin: number): Problem {
  const { invoices } = ledger;
  const net = book.totalCents[row]! - book.taxCents[row]!;
  return {
    code: 'WRITE_OFF_INVOICE',
    severity: 'warned',
    ...rowPlace(ledger.tables, 'Invoices', { row, field: 'number' }),
    found: `invoice ${textAt(invoices.number, row)} of ${centsText(net)} looks like a write-off of unpaid invoice ${textAt(invoices.number, twin)}`,
    done: 'used: the provider is debited although nothing was collected',
    fix: 'if it is a return or write-off, refund it as Other on this invoice and pay the original with the same amount',
    count: 1,
    cents: net,
  };
}
