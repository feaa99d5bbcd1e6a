/** One printable statement for each provider: what is payable, every line of it, and what is not in it. */
import { at } from '../../core/assert';
import { moneyText } from '../../core/cents';
import { dayOfMoment, startOfDay } from '../../core/day';
import { monthsOf } from '../../core/period';
import type { CarriedInto } from '../../engine/commission/settle';
import type { TermEvent } from '../../engine/commission/terms';
import { EVERYONE } from '../../ledger/planRule';
import { rateText } from '../../ledger/parseRate';
import {
  cents,
  count,
  prose,
  type Sheet,
  type SheetColumn,
  type SheetTable,
  text,
  type Value,
} from '../sheet';
import { cellName, statementChanges } from './closedWords';
import type { ShownLine } from './detail';
import { basisName, type CommissionFigures } from './figures';
import { commissionInfo } from './info';
import type { NotCounted } from './summary';
import { basisWords, ruleWords } from './words';

/** Sheet names have at most 31 characters and none of these. */
const NAME_MOST = 31;
const unusable = /[\\/?*[\]:]/g;
const START = 'Statement - ';

/** A name of its own for every provider: `Statement - Adams`. */
export function statementNames(providers: readonly string[]): string[] {
  const taken = new Set<string>();
  return providers.map((provider) => {
    const plain = provider.replace(unusable, ' ').replace(/'+$/, '').trim();
    let name = cut(`${START}${plain}`, NAME_MOST);
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) {
      const suffix = ` (${copy})`;
      name = cut(`${START}${plain}`, NAME_MOST - suffix.length) + suffix;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

function cut(name: string, length: number): string {
  return Array.from(name.slice(0, length)).join('').trim();
}

/** The statement of one provider; `lines` and `missing` are those of the provider. */
export function statementSheet(
  of: CommissionFigures,
  provider: number,
  {
    name,
    lines,
    missing,
  }: {
    readonly name: string;
    readonly lines: readonly ShownLine[];
    readonly missing: readonly NotCounted[];
  },
): Sheet {
  const { allocated, request, settled, figures, commission } = of;
  const who = at(allocated.ledger.providers.names, provider);
  const own = figures.filter((one) => one.provider === provider);
  const isEveryone = commission.picker.planOf(provider) === EVERYONE;
  const events = settled.events(provider, request.period);
  const carried = settled.carried(provider, request.period);
  const info = commissionInfo(of, {
    question: `What is payable to ${who}, for what, and by which rule?`,
    basis: own.map(({ basis }) => basisWords[basisName(basis)]).join('; '),
  });
  return {
    name,
    report: 'commission',
    info: [...info, ['Plan', isEveryone ? 'that of everyone else (*)' : 'of the provider']],
    tables: [
      payableTable(own, lines, { events, closed: carried }),
      linesTable(lines),
      ratesTable(of, provider),
      ...monthsTable(of, provider),
      ...eventsTable(events),
      ...statementChanges(of, provider),
      ...missingTable(missing),
    ],
  };
}

/** From the base to what is payable. */
function payableTable(
  own: CommissionFigures['figures'],
  lines: readonly ShownLine[],
  {
    events,
    closed,
  }: { readonly events: readonly TermEvent[]; readonly closed: readonly CarriedInto[] },
): SheetTable {
  const line = (words: string, amount: number): Value[] => [words, null, null, amount];
  const rows: Value[][] = own.map(({ basis, base, commission }): Value[] => [
    `Commission on ${basisName(basis)}`,
    lines.filter((one) => one.basis === basis).length,
    base,
    commission,
  ]);
  const guaranteed = sumOf(events, 'guarantee');
  const carried = sumOf(events, 'deficit');
  const changes: Value[][] =
    closed.length === 0
      ? []
      : [
          line(
            'Changes to closed periods',
            closed.reduce((sum, one) => sum + one.cents, 0),
          ),
        ];
  const payable = own.reduce((sum, one) => sum + one.payable, 0);
  return {
    title: 'Payable',
    columns: [what('Line'), count('Rows'), cents('Base'), cents('Amount')],
    rows: [
      ...rows,
      line('Adjustments: what a guarantee adds', guaranteed),
      line('Carry-forward: draws and deficits', carried),
      ...changes,
    ],
    total: line('Payable', payable),
  };
}

function sumOf(events: readonly TermEvent[], kind: TermEvent['kind']): number {
  return events.reduce((sum, event) => sum + (event.kind === kind ? event.cents : 0), 0);
}

function sourceCell({ sheet, cell }: ShownLine): string {
  return cell === '' ? '' : cellName(sheet, cell);
}

/** The first column of every table of a statement: they share the columns of the sheet. */
function what(head: string): SheetColumn {
  return prose(head, 44);
}

/** Above so many lines a long rule runs over its column: each row of its own height takes a while. */
const WRAPPED_MOST = 500;

function linesTable(lines: readonly ShownLine[]): SheetTable {
  const isWrapped = lines.length <= WRAPPED_MOST;
  return {
    title: 'Every line of the commission',
    columns: [
      isWrapped ? what('Work') : text('Work'),
      { head: 'Date', type: 'day' },
      cents('Base'),
      cents('Commission'),
      { head: 'Rate', type: 'share' },
      text('Source'),
      text('No.'),
      isWrapped ? prose('Rule', 44) : text('Rule'),
    ],
    rows: lines.map((line): Value[] => [
      [line.code, line.description].filter((word) => word !== null).join(' ') || null,
      startOfDay(dayOfMoment(line.moment)),
      line.base,
      line.commission,
      line.rate,
      sourceCell(line),
      line.document,
      line.rule,
    ]),
    total: [
      'Total',
      null,
      lines.reduce((sum, { base }) => sum + (base ?? 0), 0),
      lines.reduce((sum, { commission }) => sum + commission, 0),
      null,
      null,
      null,
      null,
    ],
  };
}

/** Base and commission by the rule and the tier that paid it. */
function ratesTable(
  { commission, settled, figures, request }: CommissionFigures,
  provider: number,
): SheetTable {
  const { lines, picked } = commission;
  const rows = new Map<string, { rule: string; rate: string; base: number; cents: number }>();
  for (const { basis } of figures.filter((one) => one.provider === provider)) {
    for (const { line, cents: earned } of settled.lines(provider, basis, request.period)) {
      const tier = lines.tier[line];
      const rule = `${basisName(basis)}: ${ruleWords(at(picked, lines.rule[line]!), tier)}`;
      const row = rows.get(rule) ?? {
        rule,
        rate: `${rateText(tier?.rate ?? 0)} %`,
        base: 0,
        cents: 0,
      };
      row.base += lines.base[line]!;
      row.cents += earned;
      rows.set(rule, row);
    }
  }
  const all = [...rows.values()];
  return {
    title: 'Rates and tiers',
    columns: [what('Rule'), text('Rate'), cents('Base'), cents('Commission')],
    rows: all.map(({ rule, rate, base, cents: earned }) => [rule, rate, base, earned]),
    total: [
      'Total',
      null,
      all.reduce((sum, { base }) => sum + base, 0),
      all.reduce((sum, one) => sum + one.cents, 0),
    ],
  };
}

/** A period of several months is the sum of its months (INV-24). */
function monthsTable({ settled, request }: CommissionFigures, provider: number): SheetTable[] {
  const months = monthsOf(request.period);
  if (months.length < 2 || months.length > MONTHS_MOST) return [];
  const rows = months.map((month): number[] => {
    const own = settled.figures(provider, month);
    const sum = (of: (one: (typeof own)[number]) => number): number =>
      own.reduce((all, one) => all + of(one), 0);
    return [
      month.from,
      sum(({ base }) => base),
      sum(({ commission }) => commission),
      sum(({ adjustments }) => adjustments),
      sum(({ carryForward }) => carryForward),
      sum(({ payable }) => payable),
    ];
  });
  return [
    {
      title: 'By month',
      columns: [
        { head: 'Month', type: 'month' },
        ...['Base', 'Commission', 'Adjustments', 'Carry-forward', 'Payable'].map(cents),
      ],
      rows,
    },
  ];
}

/** Most months that a statement lists. */
const MONTHS_MOST = 120;

/** What was not counted, and why; empty where all was. */
function missingTable(missing: readonly NotCounted[]): SheetTable[] {
  if (missing.length === 0) return [];
  return [
    {
      title: 'Not counted, and why',
      columns: [what('Why'), count('Rows'), cents('Amount')],
      rows: missing.map((one): Value[] => [
        `${basisName(one.basis)}: ${one.why}`,
        one.rows,
        one.cents,
      ]),
    },
  ];
}

/** Guarantees and draws as they were settled, in sentences. */
function eventsTable(events: readonly TermEvent[]): SheetTable[] {
  if (events.length === 0) return [];
  return [
    {
      title: 'Guarantees, draws and deficits',
      columns: [what('What'), { head: 'Date', type: 'day' }, cents('Amount'), cents('Still Owed')],
      rows: events.map((event) => [
        eventWords(event),
        startOfDay(dayOfMoment(event.moment)),
        event.cents,
        event.owedAfter,
      ]),
    },
  ];
}

function eventWords({ kind, promised, earned, owedBefore }: TermEvent): string {
  if (kind === 'guarantee') {
    return `Guarantee ${moneyText(promised)}, of which ${moneyText(earned)} was earned`;
  }
  const owed = owedBefore === 0 ? '' : `, ${moneyText(owedBefore)} owed from before`;
  return `Draw ${moneyText(promised)}, ${moneyText(earned)} earned${owed}`;
}
