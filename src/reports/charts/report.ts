/** Practice Charts: production, collections and commission by month and by provider, drawn from the cells of the sheet. */
import { at } from '../../core/assert';
import { dayOfMoment, startOfDay } from '../../core/day';
import { wholeMonths } from '../../core/period';
import type { Steps } from '../../core/steps';
import type { AllocatedLedger } from '../../engine/allocateLedger';
import { isProviderShown, type ReportRequest } from '../request';
import {
  cents,
  type Check,
  type Report,
  type SheetChart,
  type SheetColumn,
  type SheetTable,
  text,
  type Value,
} from '../sheet';
import { chartsInfo } from './info';
import {
  BARS_MOST,
  figureOf,
  LINES_MOST,
  type MonthFigures,
  monthFigures,
  type MonthMeasure,
  periodOf,
  practiceOf,
} from './months';

export function* chartsReport(allocated: AllocatedLedger, request: ReportRequest): Steps<Report> {
  const of = yield* monthFigures(allocated, request);
  yield;
  const { names } = allocated.ledger.providers;
  const shown = [...names.keys()].filter(
    (provider) => hasFigure(of, provider) && isProviderShown(request, at(names, provider)),
  );
  const people: People = { shown, nameOf: (provider) => at(names, provider) };
  const tables = [byMonthTable(of), byProviderTable(of, people), ...measureTables(of, people)];
  const charts = chartsOf(of, shown.length);
  return {
    sheets: [
      {
        name: 'Practice Charts',
        report: 'charts',
        info: chartsInfo(of, { allocated, request, shown: shown.length }),
        tables,
        charts,
      },
    ],
    checks: of.measures.map((measure) => monthsCheck(of, measure)),
    problems: [],
  };
}

interface People {
  /** Places in the ledger's provider names. */
  readonly shown: readonly number[];
  readonly nameOf: (provider: number) => string;
}

/** True where a provider has anything in any month, be it figures that cancel. */
function hasFigure({ months, measures }: MonthFigures, provider: number): boolean {
  return measures.some((measure) =>
    months.some((_, month) => (figureOf(measure, provider, month) ?? 0) !== 0),
  );
}

const MONTH: SheetColumn = { head: 'Month', type: 'month' };

function monthCell({ months }: MonthFigures, month: number): number {
  const { from } = at(months, month);
  return startOfDay(dayOfMoment(wholeMonths(from, from).from));
}

/** The whole practice, whoever is shown. */
function byMonthTable(of: MonthFigures): SheetTable {
  const { months, measures } = of;
  return {
    title: 'By month',
    columns: [MONTH, ...measures.map(({ head }) => cents(head))],
    rows: months.map((_, month): Value[] => [
      monthCell(of, month),
      ...measures.map((measure) => practiceOf(measure, month)),
    ]),
    total: ['Total', ...measures.map((measure) => practiceTotal(of, measure))],
  };
}

function byProviderTable(of: MonthFigures, { shown, nameOf }: People): SheetTable {
  const { measures } = of;
  return {
    title: 'By provider',
    columns: [text('Provider'), ...measures.map(({ head }) => cents(head))],
    rows: shown.map((provider): Value[] => [
      nameOf(provider),
      ...measures.map((measure) => periodOf(measure, provider)),
    ]),
    total: ['Total', ...measures.map((measure) => practiceTotal(of, measure))],
  };
}

/** One table for each measure, months down and providers across; a single month is told by the others. */
function measureTables(of: MonthFigures, { shown, nameOf }: People): SheetTable[] {
  if (of.months.length < 2 || shown.length === 0) return [];
  return of.measures.map((measure): SheetTable => {
    return {
      title: `${measure.head} by provider and month`,
      columns: [MONTH, ...shown.map((provider) => cents(nameOf(provider))), cents('Practice')],
      rows: of.months.map((_, month): Value[] => [
        monthCell(of, month),
        ...shown.map((provider) => figureOf(measure, provider, month)),
        practiceOf(measure, month),
      ]),
      total: [
        'Total',
        ...shown.map((provider) => periodOf(measure, provider)),
        practiceTotal(of, measure),
      ],
    };
  });
}

function practiceTotal({ months }: MonthFigures, measure: MonthMeasure): number {
  return months.reduce((sum, _, month) => sum + practiceOf(measure, month), 0);
}

/** What can be seen in a picture is drawn; the tables have everything. */
function chartsOf({ months, measures }: MonthFigures, providers: number): SheetChart[] {
  if (providers === 0) return [];
  const chart = (name: string, of: Omit<SheetChart, 'name'>): SheetChart => ({ name, ...of });
  const columns = measures.length;
  const charts: SheetChart[] = [];
  if (providers <= BARS_MOST) {
    const title = 'Whole period by provider';
    charts.push(chart('By provider', { title, kind: 'bars', table: 1, columns, place: 0 }));
  }
  if (months.length < 2) return charts;
  const title = 'Whole practice by month';
  charts.push(chart('By month', { title, kind: 'bars', table: 0, columns, place: 1 }));
  if (providers > LINES_MOST) return charts;
  const lines = measures.map(({ head }, place) =>
    chart(`${head} by month`, {
      title: `${head} by month and provider`,
      kind: 'lines',
      table: 2 + place,
      columns: providers,
      place: 2 + place,
    }),
  );
  return [...charts, ...lines];
}

/** The months add up to the figure of the period, which is computed by itself. */
function monthsCheck(of: MonthFigures, measure: MonthMeasure): Check {
  return {
    id: `charts.${measure.head.toLowerCase().replace(/ /g, '-')}`,
    label: `${measure.head}: the months of all providers add up to the figure of the period`,
    differenceCents: practiceTotal(of, measure) - measure.periodCents,
  };
}
