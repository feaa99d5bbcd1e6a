/** INV-01 to INV-05: no cent is made or lost, and no line takes more than it is. */
import * as fc from 'fast-check';
import { sum } from '../support/comparable';
import { holds } from '../support/law';
import { type Group, groupsOf } from '../support/moneyOf';
import { type Invoice, endOf, momentOf } from '../support/oracle';
import type { PlainLedger } from '../support/plainLedger';
import { always, ledgers, options, ranges } from '../support/randomLedger';
import { type PlainResult, runPlain } from '../support/run';

const chosen = fc.record({ ledger: ledgers({}), range: ranges, options });
const oneInvoiceEach = fc.record({
  ledger: ledgers({ oneInvoiceEach: true }),
  range: ranges,
  options,
});

/** Lines, tax and unallocated money of some invoices. */
function collectedOn(result: PlainResult, invoices: readonly Invoice[]): number {
  return sum(
    invoices.map(
      ({ number, lines }) =>
        (result.tax.get(number) ?? 0) +
        (result.unallocated.get(number) ?? 0) +
        sum(lines.map(({ id }) => result.lines.get(id) ?? 0)),
    ),
  );
}

function isClosedBy(invoice: Invoice, to: string): boolean {
  return invoice.state === 'closed' && invoice.closedAt <= endOf(to);
}

/** Net money of a group up to the end of a range. */
function netMoney(group: Group, to: string): number {
  return sum(
    group.movements.filter(({ moment }) => moment <= endOf(to)).map(({ amount }) => amount),
  );
}

/** The state at the end of a range: everything collected since the first row. */
function stateAt(
  ledger: PlainLedger,
  to: string,
  chosenOptions: Record<string, string>,
): PlainResult {
  return runPlain(ledger, { from: always.from, to, options: chosenOptions });
}

/**
 * Where nothing on the invoice is negative: no line and no tax takes less than nothing or more than
 * it is (INV-02), and none is paid while the tax or an earlier line is open (INV-05).
 */
function expectFilledInOrder(result: PlainResult, invoice: Invoice): void {
  const full = [invoice.tax, ...invoice.lines.map(({ net }) => net)];
  if (full.some((cents) => cents < 0)) return;
  const taken = [
    result.tax.get(invoice.number) ?? 0,
    ...invoice.lines.map(({ id }) => result.lines.get(id) ?? 0),
  ];
  const isInBounds = taken.map((cents, place) => cents >= 0 && cents <= full[place]!);
  expect(isInBounds).not.toContain(false);
  const last = taken.reduce((found, cents, place) => (cents > 0 ? place : found), 0);
  expect(taken.slice(0, last)).toEqual(full.slice(0, last));
}

describe('conservation', () => {
  it('INV-01, INV-02 and INV-05 state: lines + tax + unallocated = money, in order, in bounds', () => {
    holds(chosen, ({ ledger, range, options: by }) => {
      const result = stateAt(ledger, range.to, by);
      const groups = groupsOf(ledger);
      const closed = groups.filter((group) =>
        group.invoices.every((invoice) => isClosedBy(invoice, range.to)),
      );
      for (const group of closed) {
        expect(collectedOn(result, group.invoices)).toBe(netMoney(group, range.to));
      }
      if (closed.length === groups.length) {
        const all = [result.tax, result.unallocated, result.lines].map((map) => sum(map.values()));
        expect(sum(all)).toBe(sum(groups.map((group) => netMoney(group, range.to))));
      }
      for (const invoice of groups.flatMap((group) => group.invoices)) {
        expectFilledInOrder(result, invoice);
      }
    });
  });

  it('INV-01 per invoice and period, the money that became effective in it', () => {
    holds(oneInvoiceEach, ({ ledger, range, options: by }) => {
      const result = runPlain(ledger, { ...range, options: by });
      let expected = 0;
      for (const { invoices, movements } of groupsOf(ledger)) {
        const invoice = invoices[0]!;
        const effective = movements.filter(({ moment }) => {
          const at = moment > invoice.closedAt ? moment : invoice.closedAt;
          return at >= momentOf(range.from) && at <= endOf(range.to);
        });
        const money = invoice.state === 'closed' ? sum(effective.map(({ amount }) => amount)) : 0;
        expect(collectedOn(result, invoices)).toBe(money);
        expected += money;
      }
      const all = [result.tax, result.unallocated, result.lines].map((map) => sum(map.values()));
      expect(sum(all)).toBe(expected);
    });
  });

  it('INV-03 what is open adds up to the receivable of the closed invoices', () => {
    holds(oneInvoiceEach, ({ ledger, range, options: by }) => {
      const result = stateAt(ledger, range.to, by);
      let open = 0;
      let receivable = 0;
      for (const group of groupsOf(ledger)) {
        const invoice = group.invoices[0]!;
        if (!isClosedBy(invoice, range.to)) continue;
        const taken = sum(invoice.lines.map(({ id }) => result.lines.get(id) ?? 0));
        open += invoice.total - (result.tax.get(invoice.number) ?? 0) - taken;
        const paid = Math.max(netMoney(group, range.to), 0);
        receivable += invoice.total <= 0 ? 0 : Math.max(invoice.total - paid, 0);
      }
      expect(open).toBe(receivable);
    });
  });
});
