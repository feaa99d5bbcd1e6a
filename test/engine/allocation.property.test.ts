/** K3 on random ledgers of families, under every option: sums, ids, and that what is accepted is the end. */
import * as fc from 'fast-check';
import { holds } from '../support/law';
import { allocationOptions, books } from '../support/randomBooks';
import { runReportsOf, type ShownTable } from '../support/reportTables';
import type { PlainRow } from '../support/plainLedger';
import { accepted, type Book, propose } from '../support/transferBook';

const cases = fc.record({ book: books, options: allocationOptions });

function cents(value: unknown): number {
  return Math.round(Number(value) * 100);
}

function column(table: ShownTable, head: string): unknown[] {
  const place = table.columns.indexOf(head);
  return table.rows.map((row) => row[place]);
}

/** Sums of Amount by other columns. */
function sums(table: ShownTable, ...heads: readonly string[]): Map<string, number> {
  const amounts = column(table, 'Amount');
  const keys = heads.map((head) => column(table, head));
  const found = new Map<string, number>();
  amounts.forEach((amount, row) => {
    const key = keys.map((values) => String(values[row])).join(' ');
    found.set(key, (found.get(key) ?? 0) + cents(amount));
  });
  return found;
}

it('K3 transfers add up to 0, each pair too; the splits of a payment add up to it', () => {
  holds(cases, ({ book, options }) => {
    const { shown } = propose(book, options);
    expect(Object.entries(shown.checks).filter(([, off]) => off !== 0)).toEqual([]);
    const transfers = shown.table('Income Transfers')!;
    for (const sum of sums(transfers, 'Transfer ID', 'Pair').values()) expect(sum).toBe(0);
    const splits = shown.table('Suggested Splits')!;
    const paid = new Map(
      [...(book.Payments ?? []), ...(book['Claim Lines'] ?? [])].map((row) => [
        String(row['Payment ID'] ?? row['Claim Line ID']),
        cents(row['Amount'] ?? row['Insurance Paid']),
      ]),
    );
    for (const [id, sum] of sums(splits, 'Payment ID'))
      expect([id, sum]).toEqual([id, paid.get(id)]);
  });
});

it('K3 no split has a charge and an adjustment, or an unearned type beside one of them', () => {
  holds(cases, ({ book, options }) => {
    const { shown } = propose(book, options);
    for (const name of ['Suggested Splits', 'Income Transfers']) {
      const table = shown.table(name)!;
      const named = ['Charge ID', 'Adjustment ID', 'Unearned Type'].map((head) =>
        column(table, head),
      );
      table.rows.forEach((_, row) => {
        expect(named.filter((values) => values[row] !== null).length).toBeLessThanOrEqual(1);
      });
      expect(column(table, 'Amount').filter((amount) => cents(amount) === 0)).toEqual([]);
    }
  });
});

it('K3, T10 a second run on the accepted result proposes nothing', () => {
  holds(cases, ({ book, options }) => {
    const again = propose(accepted(book, options), options);
    expect(again.transfers).toEqual([]);
    expect(again.splits).toEqual([]);
  });
});

it('K7 the order of the rows changes no proposal', () => {
  const turned = (book: Book): Book =>
    Object.fromEntries(Object.entries(book).map(([kind, rows]) => [kind, [...rows].reverse()]));
  const said = (book: Book, options: Record<string, string>): unknown => {
    const { splits, transfers } = propose(book, options);
    return { splits, transfers };
  };
  holds(cases, ({ book, options }) => {
    expect(said(turned(book), options)).toEqual(said(book, options));
  });
});

it('U7 opening + receipts − transfers out − refunds = closing; periods join', () => {
  const months = [
    ['2024-02-01', '2024-02-29'],
    ['2024-03-01', '2024-03-31'],
  ] as const;
  holds(cases, ({ book, options }) => {
    const [before, after] = months.map(([from, to]) =>
      runReportsOf(book, ['allocation'], { from, to, options }).table('Unearned')!,
    ) as [ShownTable, ShownTable];
    const balances = (table: ShownTable, head: string): Map<string, number> => {
      const keys = column(table, 'Type').map(
        (type, row) => `${String(type)} ${String(column(table, 'Provider')[row])}`,
      );
      const filled = column(table, head).map((value, row) => [keys[row]!, cents(value)] as const);
      return new Map(filled.filter(([, value]) => value !== 0));
    };
    expect(balances(after, 'Opening')).toEqual(balances(before, 'Closing'));
    for (const row of [...after.rows, after.total]) {
      const [opening = 0, receipts = 0, out = 0, refunds = 0, closing = 0] = row
        .slice(2)
        .map(cents);
      expect(opening + receipts - out - refunds).toBe(closing);
    }
  });
});

it('T0 accepted transfers leave the income of the practice as it is, but for what was hidden', () => {
  const income = (book: Book): number => {
    const to = '2024-04-30';
    const shown = runReportsOf(book, ['production-income'], { from: '2024-02-01', to });
    const table = shown.table('Production & Income - Provider')!;
    return cents(table.total[table.columns.indexOf('Total Income')]);
  };
  holds(cases, ({ book, options }) => {
    const after = accepted(book, options);
    const moved = (after.Payments ?? []).slice(book.Payments?.length ?? 0);
    const hidden = moved.filter((row) => String(row['Unearned Type']).startsWith('Hidden'));
    const shown = hidden.reduce((sum, row) => sum - cents(row['Amount']), 0);
    expect(income(after) - income(book)).toBe(shown);
  });
});

it('T14 accepted proposals move the income of each provider by what the sheets say', () => {
  const income = (book: Book): Map<string, number> => {
    // Later money on an invoice finds less of it open.
    const to = '2024-03-31';
    const shown = runReportsOf(book, ['production-income'], { from: '2024-02-01', to });
    const table = shown.table('Production & Income - Provider')!;
    const total = table.columns.indexOf('Total Income');
    return new Map(table.rows.map((row) => [String(row[0]), cents(row[total])]));
  };
  holds(cases, ({ book, options }) => {
    const after = accepted(book, options);
    const rows = (after.Payments ?? []).slice(book.Payments?.length ?? 0);
    // Totals of claims without a provider stand under those of the lines, by their fees.
    if (rows.some((row) => row['Claim Number'] !== '' && row['Provider'] === '')) return;
    const shown = rows.filter((row) => !String(row['Unearned Type']).startsWith('Hidden'));
    const [old, now] = [income(book), income(after)];
    for (const provider of new Set([...old.keys(), ...now.keys(), ...shown.map(providerOf)])) {
      const moved = shown
        .filter((row) => providerOf(row) === provider)
        .reduce((sum, row) => sum + cents(row['Amount']), 0);
      expect([provider, (now.get(provider) ?? 0) - (old.get(provider) ?? 0)]).toEqual([
        provider,
        moved,
      ]);
    }
  });
});

function providerOf(row: PlainRow): string {
  return String(row['Provider']);
}
