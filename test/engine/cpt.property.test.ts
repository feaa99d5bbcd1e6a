/** The CPT reports on random claims: against a second implementation, and laws that hold for all. */
import * as fc from 'fast-check';
import { oracleBilled, oracleCollected, type OracleRow } from '../support/cptOracle';
import {
  BILLED,
  BILLED_BY_PROVIDER,
  COLLECTED,
  COLLECTED_BY_PROVIDER,
  type CptResult,
  type CptTable,
  runCpt,
} from '../support/cptRun';
import { holds } from '../support/law';
import {
  centsOfMoney,
  moneyOfCents,
  type PlainLedger,
  type PlainRow,
} from '../support/plainLedger';
import { claims, cptOptions } from '../support/randomClaims';

const periods = fc.constantFrom(
  { from: '2024-02-01', to: '2024-02-29' },
  { from: '2024-01-01', to: '2024-03-31' },
  { from: '2024-02-15', to: '2024-03-01' },
);
const cases = fc.record({ ledger: claims, period: periods, options: cptOptions });

/** Rows by provider and code: `Adams 99213` → [used, money …]. */
function byProvider({ rows }: CptTable): Record<string, unknown> {
  return Object.fromEntries(
    rows.map(([provider, code, ...figures]) => [`${String(provider)} ${String(code)}`, figures]),
  );
}

function expected(rows: readonly OracleRow[], hasIncome: boolean): Record<string, unknown> {
  const sums = new Map<string, [number, number, number]>();
  for (const { provider, code, used, first, second } of rows) {
    const [a, b, c] = sums.get(`${provider} ${code}`) ?? [0, 0, 0];
    sums.set(`${provider} ${code}`, [a + used, b + first, c + second]);
  }
  return Object.fromEntries(
    [...sums].map(([key, [used, first, second]]) => [
      key,
      [used / 100, moneyOfCents(first), ...(hasIncome ? [moneyOfCents(second)] : [])],
    ]),
  );
}

/** Adds the rows by provider up by code. */
function byCode({ rows }: CptTable, columns: number): Record<string, number[]> {
  const sums: Record<string, number[]> = {};
  for (const row of rows) {
    const [code, ...figures] = row.slice(row.length - columns);
    const numbers = figures.map((one) =>
      typeof one === 'string' ? centsOfMoney(one) : Number(one) * 100,
    );
    const known = sums[String(code)] ?? numbers.map(() => 0);
    sums[String(code)] = known.map((sum, column) => sum + (numbers[column] ?? 0));
  }
  return sums;
}

it('Z-2 to Z-6, Z-15 to Z-19 CPT Billed Services is that of the second implementation', () => {
  holds(cases, ({ ledger, period, options }) => {
    const result = runCpt(ledger, { ...period, options });
    const rows = oracleBilled(ledger, { ...period, options });
    expect(byProvider(result.sheet(BILLED_BY_PROVIDER))).toEqual(expected(rows, true));
  });
});

it('Z-7 to Z-10, Z-17 CPT Collections (Gross) is that of the second implementation', () => {
  holds(cases, ({ ledger, period, options }) => {
    const result = runCpt(ledger, { ...period, options });
    const rows = oracleCollected(ledger, { ...period, options });
    expect(byProvider(result.sheet(COLLECTED_BY_PROVIDER))).toEqual(expected(rows, false));
  });
});

it('the providers of a code add up to its row, and the rows to the total', () => {
  holds(cases, ({ ledger, period, options }) => {
    const result = runCpt(ledger, { ...period, options });
    for (const [name, by, columns] of [
      [BILLED, BILLED_BY_PROVIDER, 4],
      [COLLECTED, COLLECTED_BY_PROVIDER, 3],
    ] as const) {
      expect(byCode(result.sheet(by), columns)).toEqual(byCode(result.sheet(name), columns));
      const { rows, total } = result.sheet(name);
      const sums = rows.map((row) => byCode({ rows: [row], total: undefined }, columns));
      const all = sums.flatMap((one) => Object.values(one));
      const [ofTotal] = Object.values(byCode({ rows: [total ?? []], total: undefined }, columns));
      expect(
        (ofTotal ?? []).map((_, column) => all.reduce((sum, row) => sum + row[column]!, 0)),
      ).toEqual(ofTotal);
    }
    expect(result.computed.checks.filter(({ differenceCents }) => differenceCents !== 0)).toEqual(
      [],
    );
  });
});

/** Rows in another order, by keys. */
function shuffled(rows: readonly PlainRow[] = [], keys: readonly number[]): PlainRow[] {
  return rows
    .map((row, place) => ({ row, key: keys[place % Math.max(keys.length, 1)] ?? 0, place }))
    .sort((a, b) => a.key - b.key || b.place - a.place)
    .map(({ row }) => row);
}

function figuresOf(result: CptResult): unknown {
  return [
    ...[BILLED, COLLECTED, BILLED_BY_PROVIDER, COLLECTED_BY_PROVIDER].map((name) =>
      result.sheet(name),
    ),
    result.memo(BILLED, 'From billed to earned'),
    result.memo(COLLECTED, 'From collections to deposits'),
    result.memo(COLLECTED, 'Unapplied / no code'),
    result.memo(COLLECTED, 'Refunds'),
    [...result.problems].sort(),
  ];
}

it('INV-14 the order of the rows changes nothing', () => {
  const withKeys = fc.record({ case: cases, keys: fc.array(fc.nat(), { maxLength: 20 }) });
  holds(withKeys, ({ case: { ledger, period, options }, keys }) => {
    const mixed = Object.fromEntries(
      Object.entries(ledger).map(([kind, rows]) => [kind, shuffled(rows, keys)]),
    ) as Partial<PlainLedger>;
    expect(figuresOf(runCpt(mixed, { ...period, options }))).toEqual(
      figuresOf(runCpt(ledger, { ...period, options })),
    );
  });
});

it('INV-09 months add up in every money column; Used of collections does not', () => {
  const months = [
    { from: '2024-01-01', to: '2024-01-31' },
    { from: '2024-02-01', to: '2024-02-29' },
    { from: '2024-03-01', to: '2024-03-31' },
  ];
  const quarter = { from: '2024-01-01', to: '2024-03-31' };
  holds(fc.record({ ledger: claims, options: cptOptions }), ({ ledger, options }) => {
    for (const [name, skipped] of [
      [BILLED, 0],
      [COLLECTED, 1],
    ] as const) {
      const totals = (period: { from: string; to: string }): number[] => {
        const { total } = runCpt(ledger, { ...period, options }).sheet(name);
        const numbers = (total ?? [])
          .slice(1)
          .map((one) => (typeof one === 'string' ? centsOfMoney(one) : Number(one) * 100));
        return numbers.slice(skipped);
      };
      const parts = months.map(totals);
      const whole = totals(quarter);
      expect(whole.map((_, column) => parts.reduce((sum, one) => sum + one[column]!, 0))).toEqual(
        whole,
      );
    }
  });
});
