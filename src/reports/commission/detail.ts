/** Commission Detail: every line of the base with its row, its rate, what it earns and by which rule. */
import { at } from '../../core/assert';
import { NONE } from '../../core/brand';
import { moneyText } from '../../core/cents';
import { textAt } from '../../core/column';
import { dayOfMoment, startOfDay } from '../../core/day';
import { contains } from '../../core/period';
import type { BaseLines, SourceKind } from '../../engine/commission/baseLines';
import { natures, sourceKinds } from '../../engine/commission/baseLines';
import type { BasisCommission, NotPaid } from '../../engine/commission/commission';
import { lineSorts } from '../../engine/commission/commissionLines';
import { CLAIM_CODE } from '../../engine/cptCode';
import { type Measure, measures } from '../../engine/posting';
import { tagCombinations, NO_TAG } from '../../engine/tags';
import { WHOLE_RATE } from '../../ledger/parseRate';
import { bases } from '../../ledger/planKinds';
import { rowPlace } from '../../ledger/tables';
import { isProviderShown } from '../request';
import { cents, type SheetColumn, type SheetTable, text, type Value } from '../sheet';
import type { CommissionFigures } from './figures';
import { ruleReader } from './words';

/** A line as the sheets show it. */
export interface ShownLine {
  readonly provider: number;
  /** Place in `bases`. */
  readonly basis: number;
  readonly moment: number;
  readonly kind: SourceKind;
  readonly sheetRow: number | null;
  /** The sheet it stands on, and `A118` there; empty for a row of no sheet. */
  readonly sheet: string;
  readonly cell: string;
  readonly document: string | null;
  readonly code: string | null;
  readonly description: string | null;
  readonly tag: string | null;
  /** Null for what has no base of its own. */
  readonly base: number | null;
  /** A ratio; null where there is none. */
  readonly rate: number | null;
  readonly commission: number;
  readonly rule: string;
}

/** Lines of the period by provider and basis, in order of time; excluded ones stand among them with 0.00. */
export function shownLines(all: CommissionFigures): ShownLine[] {
  const { allocated, commission, settled, figures, request } = all;
  const reader = lineReader(all);
  const ruleOf = ruleReader({ ledger: allocated.ledger, commission });
  const { lines } = commission;
  const byBasis = new Map(
    commission.bases.map((one) => [
      bases.indexOf(one.basis),
      { own: one, excluded: excludedOf(one, request.period) },
    ]),
  );
  return figures.flatMap(({ provider, basis }) => {
    const of = byBasis.get(basis);
    if (of === undefined) return [];
    const { own } = of;
    const paid = settled.lines(provider, basis, request.period).map(({ line, cents: earned }) => {
      const isBase = at(lineSorts, lines.sort[line]!) === 'base';
      const isLabInFull = !isBase && lines.rate[line]! === WHOLE_RATE;
      const hasRate = !isLabInFull && at(lineSorts, lines.sort[line]!) !== 'uplift';
      const place = lines.line[line]!;
      return {
        order: place,
        shown: {
          ...reader(own, place),
          provider,
          basis,
          base: isBase ? lines.base[line]! : null,
          rate: hasRate ? lines.rate[line]! / WHOLE_RATE : null,
          commission: earned,
          rule: ruleOf(line),
        },
      };
    });
    const excluded = (of.excluded.get(provider) ?? []).map((one) => ({
      order: one.line,
      shown: {
        ...reader(own, one.line),
        provider,
        basis,
        base: 0,
        rate: null,
        commission: 0,
        rule: `excluded from commissions (Commissionable is No): ${moneyText(one.cents)} not counted`,
      },
    }));
    // Lines of a basis stand in order of time.
    return [...paid, ...excluded].sort((a, b) => a.order - b.order).map(({ shown }) => shown);
  });
}

/** Lines of the period that are excluded from commissions, by provider. */
function excludedOf(
  { lines, notPaid }: BasisCommission,
  period: CommissionFigures['request']['period'],
): Map<number, NotPaid[]> {
  const byProvider = new Map<number, NotPaid[]>();
  for (const one of notPaid) {
    if (one.why !== 'not commissionable' || !contains(period, lines.moment[one.line]!)) continue;
    const own = byProvider.get(one.provider);
    if (own === undefined) byProvider.set(one.provider, [one]);
    else own.push(one);
  }
  return byProvider;
}

type LinePlace = Omit<ShownLine, 'provider' | 'basis' | 'base' | 'rate' | 'commission' | 'rule'>;

/** Postings that are not the work or the money itself. */
const measureWords: Partial<Record<Measure, string>> = {
  writeOffWhenPaid: 'Write-off',
  writeOffWhenDone: 'Write-off',
  writeOffEstimate: 'Write-off estimate',
  writeOffChange: 'Write-off change',
  payrollEstimate: 'Write-off estimate',
  payrollChange: 'Write-off change',
};

/** What a base line is about, from its row and its charge. */
function lineReader({
  allocated,
}: CommissionFigures): (of: BasisCommission, line: number) => LinePlace {
  const { ledger } = allocated;
  const { charges, invoices, payments, tables } = ledger;
  const { Adjustments: adjustments, 'Claim Lines': claims } = tables;
  const tags = tagCombinations(charges.invoiceTag);
  const descriptionOf = (lines: BaseLines, line: number): string => {
    const [kind, row] = [kindOf(lines, line), lines.row[line]!];
    const charge = lines.charge[line]!;
    const own = charge === NONE ? '' : textAt(charges.description, charge);
    const measure = measures[lines.measure[line]!];
    if (natures[lines.nature[line]!] === 'lab') return with_('Laboratory cost', own);
    if (kind === 'Adjustments') return with_(textAt(adjustments.type, row), own);
    if (kind === 'Charges' && (measure === 'adjustment' || measure === 'payrollAdjustment'))
      return with_('Discount', own);
    if (kind === 'Claim Lines' && measure === 'production')
      return with_('Capitation write-off', own);
    const word = measure === undefined ? undefined : measureWords[measure];
    return word === undefined ? own : with_(word, own);
  };
  const documentOf = (lines: BaseLines, line: number): string => {
    const [kind, row, charge] = [kindOf(lines, line), lines.row[line]!, lines.charge[line]!];
    const invoice = charge === NONE ? NONE : ledger.chargeInvoice[charge]!;
    if (invoice !== NONE) return textAt(invoices.number, invoice);
    switch (kind) {
      case 'Claim Lines':
        return textAt(claims.claimNumber, row) || textAt(claims.id, row);
      case 'Adjustments':
        return textAt(adjustments.id, row);
      case 'Payments':
        return textAt(payments.id, row);
      case 'Charges':
        return textAt(charges.id, row);
      case 'Invoices':
        return textAt(invoices.number, row);
    }
  };
  return ({ lines }, line) => {
    const kind = kindOf(lines, line);
    const row = lines.row[line]!;
    const charge = lines.charge[line]!;
    const isClaim = natures[lines.nature[line]!] === 'claim';
    const { sheet, cell } = rowPlace(tables, kind, { row, field: firstField[kind] });
    const tag = charge === NONE || isClaim ? NO_TAG : at(tags.names, tags.ofCharge[charge]!);
    const code = charge === NONE ? '' : textAt(charges.code, charge);
    return {
      moment: lines.moment[line]!,
      kind,
      sheetRow: cell === '' ? null : tables[kind].sheetRow[row]!,
      sheet,
      cell,
      document: documentOf(lines, line) || null,
      code: (isClaim ? CLAIM_CODE : code) || null,
      description: descriptionOf(lines, line) || null,
      tag: tag === NO_TAG ? null : tag,
    };
  };
}

/** The field whose cell stands for the row. */
const firstField: Readonly<Record<SourceKind, string>> = {
  Charges: 'id',
  'Claim Lines': 'id',
  Adjustments: 'id',
  Payments: 'id',
  Invoices: 'number',
};

function kindOf(lines: BaseLines, line: number): SourceKind {
  return at(sourceKinds, lines.kind[line]!);
}

function with_(what: string, of: string): string {
  return of === '' ? what : `${what}: ${of}`;
}

/** Columns that the detail and the statements share, behind where the line stands. */
export const lineColumns: readonly SheetColumn[] = [
  text('Document'),
  text('Code'),
  text('Description'),
  text('Tag'),
  cents('Base'),
  { head: 'Rate', type: 'share' },
  cents('Commission'),
  text('Rule'),
];

export function lineCells(line: ShownLine): Value[] {
  const { document, code, description, tag, base, rate, commission, rule } = line;
  return [document, code, description, tag, base, rate, commission, rule];
}

/** The contract's columns; a filter hides rows, and the total stays that of all. */
export function detailTable(
  { allocated, request }: CommissionFigures,
  lines: readonly ShownLine[],
): SheetTable {
  const { names } = allocated.ledger.providers;
  const sources = sourceNames(allocated.ledger.sources);
  const shown = lines.filter(({ provider }) => isProviderShown(request, at(names, provider)));
  const sum = (of: (line: ShownLine) => number): number =>
    lines.reduce((all, line) => all + of(line), 0);
  return {
    title: 'Commission Detail',
    columns: [
      text('Provider'),
      { head: 'Date', type: 'day' },
      text('Table'),
      { head: 'Row', type: 'count' },
      ...lineColumns,
    ],
    rows: shown.map((line) => [
      at(names, line.provider),
      startOfDay(dayOfMoment(line.moment)),
      sources(line),
      line.sheetRow,
      ...lineCells(line),
    ]),
    total: [
      'Total',
      ...[null, null, null, null, null, null, null],
      sum(({ base }) => base ?? 0),
      null,
      sum(({ commission }) => commission),
      null,
    ],
    groups: shown.flatMap(({ provider }, row) =>
      shown[row - 1]?.provider === provider ? [] : [row],
    ),
  };
}

/** The kind of a row's table; with its sheet where several tables are of that kind. */
function sourceNames(
  sources: CommissionFigures['allocated']['ledger']['sources'],
): (line: ShownLine) => string {
  const several = new Set(
    sources.map(({ kind }) => kind).filter((kind, place, all) => all.indexOf(kind) !== place),
  );
  return ({ kind, sheet }) => (several.has(kind) ? `${kind} (${sheet})` : kind);
}
