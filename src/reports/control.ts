/** Figures from elsewhere that a run is tied out against (--control). */
import { assert } from '../core/assert';
import { contains, type Period } from '../core/period';
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
import type { ReadKind } from '../ledger/kinds';
import type { Ledger } from '../ledger/ledger';
import { moneyTypes, typeOf } from '../ledger/moneyTypes';
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

/** Tables that a control is computed from: all those of one of these lists. None: not computed yet. */
export const controlNeeds: Readonly<Record<ControlName, readonly (readonly ReadKind[])[]>> = {
  'gross-production': [['Audit Trail']],
  'net-production': [['Audit Trail']],
  'gross-collection': [['Audit Trail']],
  'net-collection': [['Audit Trail']],
  income: [],
  cash: [['Payments']],
};

/** The controls whose figure this version computes. */
export const computedControls = controlNames.filter((name) => controlNeeds[name].length > 0);

type ControlRequest = Pick<ReportRequest, 'period' | 'options'>;

/** What lies between the ledger's figure and the one given, in cents; pieces, as figures may be computed. */
export function* controlCheck(
  control: Control,
  { ledger }: AllocatedLedger,
  request: ControlRequest,
): Steps<Check[]> {
  switch (control.name) {
    case 'gross-production':
      return trailChecks(control, ledger, request, 'grossProduction');
    case 'net-production':
      return trailChecks(control, ledger, request, 'netProduction');
    case 'gross-collection':
      return trailChecks(control, ledger, request, 'grossCollection');
    case 'net-collection':
      return trailChecks(control, ledger, request, 'netCollection');
    case 'cash':
      return [
        {
          id: 'control.cash',
          label: 'Cash of the ledger less the figure given',
          differenceCents: cashCents(ledger, request.period) - control.cents,
        },
      ];
    case 'income':
      assert(false, 'a control that is not computed was not refused');
  }
}

/** All money received and given back in the period, deposits included, on its Payment Date. */
export function cashCents({ payments, paid }: Ledger, period: Period): number {
  let cash = 0;
  for (let row = 0; row < payments.length; row++) {
    if (paid.counts[row]! === 0 || !moneyTypes[typeOf(payments.type, row)].cash) continue;
    if (contains(period, payments.date[row]!)) cash += paid.cents[row]!;
  }
  return cash;
}

const trailNames = {
  grossProduction: 'Gross Production',
  netProduction: 'Net Production',
  grossCollection: 'Gross Collection',
  netCollection: 'Net Collection',
} as const satisfies Partial<Record<keyof TrailFigures, string>>;

/** The report's figure, and the one with voided rows the other way round (G-3, G-A3). */
function trailChecks(
  { name, cents }: Control,
  ledger: Ledger,
  { period, options }: ControlRequest,
  figure: keyof typeof trailNames,
): Check[] {
  const piles = trailPiles(ledger, classifyTrail(ledger), period);
  const choices = trailChoices(options);
  const apart = (voidedRows: TrailChoices['voidedRows']): number =>
    trailFigures(piles, { ...choices, voidedRows })[figure] - cents;
  const isOut = choices.voidedRows === 'exclude';
  const own = apart(choices.voidedRows);
  const other = apart(isOut ? 'include' : 'exclude');
  const isExplained = own !== 0 && other === 0 ? ': difference explained by voids' : '';
  const said = `${trailNames[figure]} of the Audit Trail`;
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
