/** Tables → ledger: links every row and settles the row equation of every source. */
import { at } from '../core/assert';
import { atOnce, type Steps } from '../core/steps';
import { type Closes, noCloses } from './closedPeriod';
import type { Ledger } from './ledger';
import { tellIdsTwice } from './idsTwice';
import { withImpliedInvoices } from './impliedInvoices';
import { invoicesByNumber, invoiceStatus, linkCharges } from './linkCharges';
import { linkPayments } from './linkPayments';
import { tellRowsPastedTwice } from './pastedTwice';
import { readPlans } from './plans';
import { providerNames, type ProviderNames } from './providerNames';
import { inOrder, type Problem, tellFirst } from './problem';
import { cellAddress, type SourceTable, type Tables } from './tables';
import type { TakenOut } from './transferHalves';

/** The ledger of the tables; problems of cells and of links in order of place. */
export function buildLedger(tables: Tables, closes: Closes = noCloses): Ledger {
  return atOnce(ledgerSteps(tables, closes));
}

/** `buildLedger` in pieces. */
export function* ledgerSteps(found: Tables, closes: Closes = noCloses): Steps<Ledger> {
  const tables = withImpliedInvoices(found);
  const problems: Problem[] = [];
  const takenOut: TakenOut = { held: new Set(), skipped: new Set() };
  const repeated = new Set<number>();
  const byNumber = invoicesByNumber(tables, { problems, repeated });
  yield;
  const chargeInvoice = yield* linkCharges(tables, byNumber, problems);
  const lookup = { byNumber, ofCharge: chargeInvoice };
  const paid = yield* linkPayments(tables, lookup, { problems, takenOut });
  yield* tellRowsPastedTwice(tables, problems);
  yield* tellIdsTwice(tables, { chargeInvoice, voided: invoiceStatus('Voided') }, problems);
  yield;
  const paidNames = closes.periods.flatMap(({ lines }) => lines.map(({ provider }) => provider));
  const providers = providerNames(tables, problems, paidNames);
  const { plans, held: heldPlans } = readPlans(tables, providers, problems);
  const sources = settleRows(tables, takenOut, { repeated, heldPlans });
  return {
    tables,
    charges: tables.Charges,
    invoices: tables.Invoices,
    payments: tables.Payments,
    providers,
    chargeInvoice,
    invoiceCounts: Uint8Array.from({ length: tables.Invoices.length }, (_, row) =>
      Number(!repeated.has(row)),
    ),
    paid,
    plans,
    closes: withShownNames(closes, providers),
    sources,
    problems: inOrder([
      ...tables.problems,
      ...tellFirst(inOrder(problems)),
      ...emptyTables(sources),
    ]),
  };
}

/** Who was paid under a name that is an alias by now was paid under the name that is shown. */
function withShownNames(closes: Closes, { aliases }: ProviderNames): Closes {
  const periods = closes.periods.map((closed) => ({
    ...closed,
    lines: closed.lines.map((line) => {
      const shown = aliases.get(line.provider);
      return shown === undefined ? line : { ...line, provider: shown };
    }),
  }));
  return { ...closes, periods };
}

/** Moves rows that linking held or skipped out of the used ones, in rows and in money (INV-32). */
function settleRows(
  tables: Tables,
  takenOut: TakenOut,
  of: { readonly repeated: ReadonlySet<number>; readonly heldPlans: ReadonlySet<number> },
): SourceTable[] {
  const { Payments: payments, Invoices: invoices, 'Commission Plans': plans } = tables;
  const sources = tables.sources.map((source) => ({ ...source, rows: { ...source.rows } }));
  const move = (into: 'held' | 'skipped', source: number, cents: number): void => {
    const equation = at(sources, source).rows;
    equation.used -= 1;
    equation.usedCents -= cents;
    equation[into] += 1;
    equation[`${into}Cents`] += cents;
  };
  for (const row of takenOut.held) move('held', payments.source[row]!, payments.amount[row]!);
  for (const row of takenOut.skipped) {
    move('skipped', payments.source[row]!, payments.amount[row]!);
  }
  for (const row of of.repeated) {
    move('skipped', invoices.source[row]!, invoices.tax.cents[row]!);
  }
  for (const row of of.heldPlans) move('held', plans.source[row]!, 0);
  return sources;
}

/** A table with a header and no row is read, and told (D12). */
function emptyTables(sources: readonly SourceTable[]): Problem[] {
  const empty = sources.filter(({ rows }) => rows.read === 0);
  return empty.map(({ kind, sheet, headerRow, fields }) => ({
    code: 'TABLE_EMPTY',
    severity: 'noted',
    sheet,
    cell: cellAddress(
      Math.min(...[...fields.values()].map(({ sheetColumn }) => sheetColumn)),
      headerRow,
    ),
    column: '',
    found: `the headers of ${kind} without a row below them`,
    done: 'read as a table without rows',
    fix: `paste the ${kind} below the headers`,
    count: 1,
  }));
}
