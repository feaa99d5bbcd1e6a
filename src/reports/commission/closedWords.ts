/** Closed periods in words: what has changed in them since, line by line, and where it is paid (C20). */
import { at } from '../../core/assert';
import { NONE } from '../../core/brand';
import { moneyText } from '../../core/cents';
import { dayOfMoment, dayText, startOfDay } from '../../core/day';
import { periodText } from '../../core/period';
import type { SourceKind } from '../../engine/commission/baseLines';
import type { Cause, Change, Subject } from '../../engine/commission/changes';
import type { Carried, CarriedInto } from '../../engine/commission/settle';
import type { Ledger } from '../../ledger/ledger';
import { rowPlace } from '../../ledger/tables';
import { isProviderShown } from '../request';
import { cents, prose, type SheetTable, text, type Value } from '../sheet';
import { basisName, type CommissionFigures } from './figures';

const rowWords: Readonly<Record<SourceKind, string>> = {
  Charges: 'Charge',
  'Claim Lines': 'Claim line',
  Adjustments: 'Adjustment',
  Payments: 'Payment',
  Invoices: 'Invoice',
};

const causeWords: Readonly<Record<Exclude<Cause, 'reassigned'>, string>> = {
  late: 'came into it after the close',
  gone: 'is not in the ledger any more',
  voided: 'was voided after the close',
  edited: 'was changed after the close',
  plan: 'The commission plan was changed after the close',
  options: 'The options were changed after the close',
  version: 'Another version of Practice Ledger computes it otherwise',
  moved: 'Follows from other changes: money on other lines, tiers, guarantees, cents of rounding',
};

/** Causes that are about a row of its own. */
const ofRows: ReadonlySet<Cause> = new Set<Cause>([
  'late',
  'gone',
  'voided',
  'reassigned',
  'edited',
]);

/** Why a line of a closed period pays something else, such as `Payment P9 (Payments!A12) came into it …`. */
export function changeWords(ledger: Ledger, change: Change): string {
  const { cause, subject, other, before } = change;
  if (cause === 'reassigned') {
    const whose = before === 0 ? `from ${other}` : `to ${other}`;
    return `${subjectWords(ledger, subject)} was reassigned ${whose} after the close`;
  }
  return ofRows.has(cause)
    ? `${subjectWords(ledger, subject)} ${causeWords[cause]}`
    : causeWords[cause];
}

function subjectWords({ tables }: Ledger, { kind, id, row }: Subject): string {
  if (kind === '') return '';
  const field = kind === 'Invoices' ? 'number' : 'id';
  const { sheet, cell } =
    row === NONE ? { sheet: '', cell: '' } : rowPlace(tables, kind, { row, field });
  return `${rowWords[kind]} ${id}${cell === '' ? '' : ` (${cellName(sheet, cell)})`}`;
}

/** `Payments!A118`, or `'Payments 2024'!A118`: as a formula of Excel would name it. */
export function cellName(sheet: string, cell: string): string {
  const isPlain = /^[A-Za-z_][A-Za-z0-9_.]*$/.test(sheet);
  return `${isPlain ? sheet : `'${sheet.replaceAll("'", "''")}'`}!${cell}`;
}

/** All of one row and cause that is carried for one provider and basis. */
interface CarriedPile {
  readonly provider: number;
  readonly basis: number;
  readonly paidAt: number;
  readonly what: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly cents: number;
}

/** What is carried into a period or out of it, one line a row and cause. */
function pilesOf({ allocated }: CommissionFigures, into: readonly CarriedInto[]): CarriedPile[] {
  const piles = new Map<string, CarriedPile>();
  for (const { carried, cents: amount } of into) {
    const what = carriedWords(allocated.ledger, carried, amount);
    const { provider, basis, paidAt } = carried;
    const key = JSON.stringify([provider, basis, what]);
    const pile = piles.get(key);
    // A line of an earlier close says what was carried then, and not what from.
    const change = 'change' in carried.of ? carried.of.change : undefined;
    piles.set(key, {
      provider,
      basis,
      paidAt,
      what,
      before: change === undefined ? null : (pile?.before ?? 0) + change.before,
      after: change === undefined ? null : (pile?.after ?? 0) + change.after,
      cents: (pile?.cents ?? 0) + amount,
    });
  }
  return [...piles.values()];
}

function carriedWords(
  ledger: Ledger,
  { about, of, paidAt, takenAt, paidIn }: Carried,
  amount: number,
): string {
  const why = 'change' in of ? changeWords(ledger, of.change) : of.line.why;
  if (Number.isNaN(takenAt)) return `${about}: ${why}; what was paid stays`;
  const isTaken = ('change' in of ? of.change.after - of.change.before : of.line.cents) !== amount;
  if (!isTaken) return `${about}: ${why}`;
  const where = paidIn === '' ? `the open period from ${dayText(dayOfMoment(paidAt))}` : paidIn;
  return `${about}, until ${dayText(dayOfMoment(takenAt))}: ${why}; carried into ${where}`;
}

function carriedInto(of: CommissionFigures, providers: readonly number[]): CarriedPile[] {
  const { settled, request } = of;
  return pilesOf(
    of,
    providers.flatMap((provider) => [...settled.carried(provider, request.period)]),
  );
}

const CARRIED_WIDTH = 60;

/** Of all providers shown; empty where nothing is carried. */
export function changesTable(of: CommissionFigures): SheetTable[] {
  const { names } = of.allocated.ledger.providers;
  const all = [...new Set(of.figures.map(({ provider }) => provider))];
  const piles = carriedInto(
    of,
    all.filter((provider) => isProviderShown(of.request, at(names, provider))),
  );
  if (piles.length === 0) return [];
  return [
    {
      title: 'Changes to closed periods',
      columns: [
        text('Provider'),
        text('Basis'),
        prose('What Changed', CARRIED_WIDTH),
        ...['Before', 'After', 'Carried Forward'].map(cents),
      ],
      rows: piles.map(({ provider, basis, what, before, after, cents: amount }): Value[] => [
        at(names, provider),
        basisName(basis),
        what,
        before,
        after,
        amount,
      ]),
      total: ['Total', null, null, null, null, sumOfPiles(piles)],
    },
  ];
}

/** Of one provider, for the statement. */
export function statementChanges(of: CommissionFigures, provider: number): SheetTable[] {
  const piles = carriedInto(of, [provider]);
  if (piles.length === 0) return [];
  return [
    {
      title: 'Changes to closed periods',
      columns: [
        prose('What Changed', 44),
        { head: 'Date', type: 'day' },
        ...['Before', 'After', 'Carried Forward'].map(cents),
      ],
      rows: piles.map(({ paidAt, what, before, after, cents: amount }): Value[] => [
        what,
        startOfDay(dayOfMoment(paidAt)),
        before,
        after,
        amount,
      ]),
      total: ['Total', null, null, null, sumOfPiles(piles)],
    },
  ];
}

function sumOfPiles(piles: readonly CarriedPile[]): number {
  return piles.reduce((sum, { cents: amount }) => sum + amount, 0);
}

/** What the info block says of closed periods; nothing where there are none. */
export function closedInfo({ allocated, request, settled }: CommissionFigures): [string, string][] {
  const { periods } = allocated.ledger.closes;
  const last = periods[periods.length - 1];
  if (last === undefined) return [];
  const { period } = request;
  const inside = periods.filter(
    ({ period: one }) => one.from <= period.to && period.from <= one.to,
  );
  const names = inside.map(({ name, period: one }) => `${name} (${periodText(one)})`);
  const changed = settled.changes.reduce((sum, { before, after }) => sum + after - before, 0);
  const open = `what has changed in them since, ${moneyText(changed)} in all, is carried into the period after ${dayText(dayOfMoment(last.period.to))}`;
  const own =
    names.length === 0
      ? `closed to ${dayText(dayOfMoment(last.period.to))}`
      : `${names.join(', ')}: payable is what was paid`;
  return [['Closed periods', `${own}; ${open}`]];
}

/** Every close there was, with those that were re-opened and why. */
export function historyTable({ allocated }: CommissionFigures): SheetTable[] {
  const { history } = allocated.ledger.closes;
  if (history.length === 0) return [];
  return [
    {
      title: 'Closed periods',
      columns: [text('Close'), text('Closed'), prose('State', CARRIED_WIDTH), cents('Payable')],
      rows: history.map(({ name, period, created, payable, reopened }): Value[] => [
        name,
        created,
        reopened === undefined
          ? `${periodText(period)}: closed`
          : `${periodText(period)}: re-opened ${reopened.created}, because: ${reopened.reason}`,
        payable,
      ]),
    },
  ];
}
