/** What the sheets of a commission are made from: the lines and figures of the period, and what is not in them. */
import type { Steps } from '../../core/steps';
import type { AllocatedLedger } from '../../engine/allocateLedger';
import type { BaseScope } from '../../engine/commission/baseLines';
import { type Commission, commissionOf } from '../../engine/commission/commission';
import { type LeftOut, leftOutOf } from '../../engine/commission/leftOut';
import { type ClosedSettlement, settle } from '../../engine/commission/settle';
import type { BasisFigures } from '../../engine/commission/settlement';
import { places } from '../../engine/places';
import { bases, type Basis } from '../../ledger/planKinds';
import { invoicesInLocations } from '../lineFigures';
import { selectedPostings } from '../income/selection';
import type { ReportRequest } from '../request';

export interface CommissionFigures {
  readonly allocated: AllocatedLedger;
  readonly request: ReportRequest;
  readonly commission: Commission;
  readonly settled: ClosedSettlement;
  /** One for each provider and basis of the period. */
  readonly figures: readonly BasisFigures[];
  /** What each basis leaves out of its figure. */
  readonly leftOut: ReadonlyMap<Basis, readonly LeftOut[]>;
}

export function* commissionFigures(
  allocated: AllocatedLedger,
  request: ReportRequest,
): Steps<CommissionFigures> {
  const { period, options, stamp } = request;
  const scope = yield* scopeOf(allocated, request);
  const commission = yield* commissionOf(allocated, options, scope);
  yield;
  const settled = yield* settle(allocated, commission, { options, version: stamp.version });
  const figures: BasisFigures[] = [];
  for (const provider of allocated.ledger.providers.names.keys()) {
    // The lines of a provider are put in order when they are first asked for.
    yield;
    figures.push(...settled.figures(provider, period));
  }
  yield;
  const leftOut = new Map<Basis, LeftOut[]>();
  for (const { basis } of commission.bases) {
    const of = { basis, options, period };
    leftOut.set(basis, yield* leftOutOf(allocated, scope === undefined ? of : { ...of, scope }));
    yield;
  }
  return { allocated, request, commission, settled, figures, leftOut };
}

/** The rows of the locations asked for, as the report of each basis has them. */
function* scopeOf(
  allocated: AllocatedLedger,
  request: ReportRequest,
): Steps<BaseScope | undefined> {
  const { locations } = request;
  if (locations === undefined) return undefined;
  const inside = invoicesInLocations(allocated, locations);
  const where = places(allocated);
  const postings = yield* allocated.posted();
  const always = { ...request, period: { from: -Infinity, to: Infinity } };
  const here = new Uint8Array(postings.length);
  for (const posting of yield* selectedPostings(allocated, postings, always)) here[posting] = 1;
  const firstLine = allocated.ledger.payments.length;
  return {
    isInvoiceIn: (invoice) => inside[invoice] === 1,
    isPostingIn: (posting) => here[posting] === 1,
    isChargeIn: (charge) => locations.has(where.ofCharge(charge)),
    isPieceIn(row, charge) {
      if (row < firstLine) return locations.has(where.ofPayment(row, charge));
      return charge >= 0 && locations.has(where.ofCharge(charge));
    },
  };
}

/** The name of a basis by its place. */
export function basisName(basis: number): Basis {
  return bases[basis] ?? 'collected-invoicing';
}
