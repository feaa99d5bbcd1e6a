/** Figures from elsewhere that a run is tied out against (--control). */
import { contains } from '../core/period';
import type { Steps } from '../core/steps';
import {
  classifyTrail,
  type TrailChoices,
  trailChoices,
  type TrailFigures,
  trailFigures,
  trailPiles,
} from '../engine/auditTrail';
import type { AllocatedLedger } from '../engine/allocateLedger';
import { cashCents } from '../engine/cash';
import { type IncomeFigure, postedRows } from '../engine/incomeFigures';
import type { ReadKind } from '../ledger/kinds';
import type { Ledger } from '../ledger/ledger';
import type { ReportRequest } from './request';
import type { Check } from './sheet';

/** The names of the public contract. */
export const controlNames = [
  'gross-production',
  'net-production',
  'gross-collection',
  'net-collection',
  'income',
  'cash',
] as const;
export type ControlName = (typeof controlNames)[number];

/** A figure given from elsewhere. */
export interface Control {
  readonly name: ControlName;
  readonly cents: number;
}

/** Tables that a control is computed from: all those of one of these lists. */
export const controlNeeds: Readonly<Record<ControlName, readonly (readonly ReadKind[])[]>> = {
  'gross-production': [['Audit Trail'], ['Charges']],
  'net-production': [['Audit Trail'], ['Charges']],
  'gross-collection': [['Audit Trail'], ['Payments'], ['Claim Lines']],
  'net-collection': [['Audit Trail'], ['Payments'], ['Claim Lines']],
  income: [['Payments'], ['Claim Lines']],
  cash: [['Payments']],
};

type ControlRequest = Pick<ReportRequest, 'period' | 'options'>;

/** The figure of production and collections that a control names; `cash` is none of them. */
const figureOf = {
  'gross-production': 'grossProduction',
  'net-production': 'netProduction',
  'gross-collection': 'grossCollection',
  'net-collection': 'netCollection',
  income: 'totalIncome',
} as const satisfies Partial<Record<ControlName, IncomeFigure>>;

/** What lies between the ledger's figure and the one given, in cents; pieces, as figures may be computed. */
export function* controlCheck(
  control: Control,
  allocated: AllocatedLedger,
  request: ControlRequest,
): Steps<Check[]> {
  const { ledger } = allocated;
  const { name, cents } = control;
  const label = `${controlWords[name]} of the ledger less the figure given`;
  if (name === 'cash') {
    const differenceCents = cashCents(ledger, request.period) - cents;
    return [{ id: 'control.cash', label, differenceCents }];
  }
  const hasTrail = ledger.sources.some(({ kind }) => kind === 'Audit Trail');
  if (hasTrail && name !== 'income') {
    return trailChecks(control, ledger, request, figureOf[name]);
  }
  const rows = postedRows(yield* allocated.posted(), figureOf[name], request.options);
  const sum = rows.cents.reduce(
    (all, one, row) => (contains(request.period, rows.moment[row]!) ? all + one : all),
    0,
  );
  return [{ id: `control.${name}`, label, differenceCents: sum - cents }];
}

const controlWords = {
  'gross-production': 'Gross Production',
  'net-production': 'Net Production',
  'gross-collection': 'Gross Collection',
  'net-collection': 'Net Collection',
  income: 'Total Income',
  cash: 'Cash',
} as const satisfies Record<ControlName, string>;

/** The report's figure, and the one with voided rows the other way round (G-3, G-A3). */
function trailChecks(
  { name, cents }: Control,
  ledger: Ledger,
  { period, options }: ControlRequest,
  figure: keyof TrailFigures,
): Check[] {
  const piles = trailPiles(ledger, classifyTrail(ledger), period);
  const choices = trailChoices(options);
  const apart = (voidedRows: TrailChoices['voidedRows']): number =>
    trailFigures(piles, { ...choices, voidedRows })[figure] - cents;
  const isOut = choices.voidedRows === 'exclude';
  const own = apart(choices.voidedRows);
  const other = apart(isOut ? 'include' : 'exclude');
  const isExplained = own !== 0 && other === 0 ? ': difference explained by voids' : '';
  const said = `${controlWords[name]} of the Audit Trail`;
  const [id, rows] = isOut ? ['with-voided', 'with'] : ['without-voided', 'without'];
  return [
    {
      id: `control.${name}`,
      label: `${said} less the figure given${isExplained}`,
      differenceCents: own,
    },
    {
      id: `control.${name}.${id}`,
      label: `${said} ${rows} voided rows, less the figure given${isExplained}`,
      differenceCents: other,
    },
  ];
}
