/** Allocation on random families against a second implementation, sheet by sheet, under every option. */
import * as fc from 'fast-check';
import { allocationOracle, type AllocationOracle } from '../support/allocationOracle';
import { holds } from '../support/law';
import { moneyOfCents } from '../support/plainLedger';
import { familyCases, familyPeriod } from '../support/randomFamilies';
import { runReportsOf, type ShownReports } from '../support/reportTables';
import { accepted, propose } from '../support/transferBook';

/** FIFO under full enforcement is refused by a sentence (T12). */
const cases = familyCases.filter(
  ({ options }) => options['transfer'] !== 'fifo' || options['paysplit-enforcement'] !== 'fully',
);
type Case = typeof cases extends fc.Arbitrary<infer One> ? One : never;

const known = new Map<string, { shown: ShownReports; expected: AllocationOracle }>();

/** Both sides of a case, made once: the laws of this file meet the same cases. */
function made({ ledger, options }: Case): { shown: ShownReports; expected: AllocationOracle } {
  const key = JSON.stringify([ledger, options]);
  const before = known.get(key);
  if (before !== undefined) return before;
  const asked = { ...familyPeriod, options };
  const both = {
    shown: runReportsOf(ledger, ['allocation'], asked),
    expected: allocationOracle(ledger, asked),
  };
  known.set(key, both);
  return both;
}

const place = ['Patient ID', 'Provider', 'Location', 'Charge ID', 'Adjustment ID', 'Unearned Type'];

/** Rows of a sheet as text, in an order of their own. */
function rowsOf({ shown }: { shown: ShownReports }, sheet: string, heads: string[]): string[] {
  const { columns, rows } = shown.table(sheet)!;
  const places = heads.map((head) => columns.indexOf(head));
  return rows.map((row) => places.map((at) => String(row[at] ?? '')).join('|')).sort();
}

interface Placed {
  patient: string;
  provider: string;
  location: string;
  chargeId: string;
  adjustmentId: string;
  unearnedType: string;
  cents: number;
  isOfLines?: boolean;
}

function cellsOf({ patient, provider, location, cents, ...row }: Placed): string[] {
  const name = row.isOfLines === true ? '' : provider || 'No provider';
  const at = [row.chargeId, row.adjustmentId, row.unearnedType];
  return [patient, name, location, ...at, moneyOfCents(cents)];
}

it('A20 to A31, A41 Suggested Splits are those of the second implementation', () => {
  holds(cases, (one) => {
    const { expected } = made(one);
    const texts = expected.splits.map((split) => {
      const day = split.date.slice(0, 10);
      return [split.paymentId, day, ...cellsOf(split)].join('|');
    });
    const heads = ['Payment ID', 'Date', ...place, 'Amount'];
    expect(rowsOf(made(one), 'Suggested Splits', heads)).toEqual(texts.sort());
  });
});

it('T0 to T14, A43, A45 Income Transfers are those of the second implementation', () => {
  holds(cases, (one) => {
    const { expected } = made(one);
    const texts = expected.transfers.map((row) => [row.date, ...cellsOf(row)].join('|'));
    const heads = ['Date', ...place, 'Amount'];
    expect(rowsOf(made(one), 'Income Transfers', heads)).toEqual(texts.sort());
  });
});

it('T2 pairs hold the same splits together', () => {
  holds(cases, (one) => {
    const { shown, expected } = made(one);
    const pairs = new Map<string, string[]>();
    const add = (key: string, text: string): void => {
      pairs.set(key, [...(pairs.get(key) ?? []), text].sort());
    };
    const { columns, rows } = shown.table('Income Transfers')!;
    const at = (head: string): number => columns.indexOf(head);
    for (const row of rows) {
      const text = [...place, 'Amount'].map((head) => String(row[at(head)] ?? '')).join('|');
      add(`sheet ${String(row[at('Transfer ID')])} ${String(row[at('Pair')])}`, text);
    }
    for (const row of expected.transfers) {
      add(`second ${row.family} ${row.pair}`, cellsOf(row).join('|'));
    }
    const of = (side: string): string[] =>
      [...pairs].flatMap(([key, texts]) => (key.startsWith(side) ? [texts.join(' ')] : [])).sort();
    expect(of('sheet')).toEqual(of('second'));
  });
});

it('U1, U7 Unearned is that of the second implementation', () => {
  holds(cases, (one) => {
    const { expected } = made(one);
    const texts = expected.unearned.map((row) => {
      const { opening, receipts, transfersOut, refunds, closing } = row;
      const money = [opening, receipts, transfersOut, refunds, closing].map(moneyOfCents);
      return [row.type, row.provider, ...money].join('|');
    });
    const money = ['Opening', 'Receipts', 'Transfers Out', 'Refunds', 'Closing'];
    expect(rowsOf(made(one), 'Unearned', ['Type', 'Provider', ...money])).toEqual(texts.sort());
  });
});

/** The rule that the sentence of a split or pair ends or begins with. */
const ruleIn = /\((A43|A45|T13|T4|T5|T6|T8|T9|T12)\b/;

it('every sentence names the rule that the second implementation moved the money by', () => {
  const told = (rule: string): string => (rule === 'T12' ? 'T5' : rule);
  holds(cases, (one) => {
    const { shown, expected } = made(one);
    const { columns, rows } = shown.table('Income Transfers')!;
    const reason = columns.indexOf('Reason');
    const said = rows.map((row) => told(ruleIn.exec(String(row[reason]))?.[1] ?? ''));
    const rules = expected.transfers.map(({ rule }) => (rule === 'T7' ? 'T5' : rule));
    expect(said.sort()).toEqual(rules.sort());
    const splits = shown.table('Suggested Splits')!;
    const words = splits.rows.map((row) => String(row[splits.columns.indexOf('Rule')]));
    // A21 is A22 with the patient's own charges first.
    const short = words.map((text) => text.slice(0, text.indexOf(':')).replace('A21', 'A22'));
    expect(short.sort()).toEqual(expected.splits.map(({ rule }) => rule).sort());
  });
});

it('T3, A44 families that are refused, and what insurers paid too much, are told', () => {
  holds(cases, (one) => {
    const { shown, expected } = made(one);
    const told = (code: string): number =>
      shown.problems
        .filter((problem) => problem.code === code)
        .reduce((sum, { found }) => sum + cents(found), 0);
    const noticed = (rule: string): number =>
      expected.notices
        .filter((notice) => notice.rule === rule)
        .reduce((sum, notice) => sum + notice.cents, 0);
    expect(told('NEGATIVE_PRODUCTION')).toBe(noticed('T3'));
    expect(told('INSURANCE_OVERPAID')).toBe(noticed('A44'));
  });
});

it('K3, T10 once all of it is accepted and read again, nothing is proposed', () => {
  holds(cases, ({ ledger, options }) => {
    const { splits, transfers } = propose(accepted(ledger, options), options);
    expect([...splits, ...transfers]).toEqual([]);
  });
});

/** The first amount of a sentence. */
function cents(sentence: string): number {
  const [, whole = '', part = ''] = /([\d,]+)\.(\d\d)/.exec(sentence) ?? [];
  return Number(whole.replaceAll(',', '')) * 100 + Number(part);
}
