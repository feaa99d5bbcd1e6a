/** Ledger → base lines of one basis, read from the same rows as the report that shows it. */
import { at } from '../../core/assert';
import { NO_MOMENT, NONE } from '../../core/brand';
import type { Steps } from '../../core/steps';
import type { Basis } from '../../ledger/planKinds';
import type { AllocatedLedger } from '../allocateLedger';
import { cptCollections } from '../cptCollections';
import { fateOf } from '../cptPieces';
import { earnedIncome } from '../earnedIncome';
import { writeOffMeasures } from '../incomeFigures';
import type { Options } from '../options';
import { type Measure, measures, postedKinds } from '../posting';
import { type BaseLines, type BaseScope, type LineMaker, lineMaker } from './baseLines';

/** Charges whose laboratory cost counts on the day of the work, each under its provider. */
export type LabCharges = readonly number[];

/** Every line of the basis, of all time; `labCharges` join them on their Service Date. */
export function* basisLines(
  allocated: AllocatedLedger,
  of: { readonly basis: Basis; readonly options: Options; readonly scope?: BaseScope },
  labCharges: LabCharges,
): Steps<BaseLines> {
  const maker = lineMaker(allocated.ledger);
  const { basis, options, scope } = of;
  if (basis === 'collected-invoicing') yield* pushCollected(allocated, scope, maker);
  else if (basis === 'cpt-collections') yield* pushPieces(allocated, { options, scope }, maker);
  else yield* pushPostings(allocated, { of: basisMeasures(basis, options), scope }, maker);
  yield;
  const { charges, providers } = allocated.ledger;
  for (const charge of labCharges) {
    if (scope?.isChargeIn(charge) === false) continue;
    maker.push({
      moment: charges.service[charge]!,
      provider: providers.ofCharge[charge]!,
      cents: charges.labCost[charge]!,
      charge,
      kind: 'Charges',
      row: charge,
      nature: 'lab',
    });
  }
  return maker.finish();
}

/** The postings that a basis of production or income adds up: the columns of the report's own figure. */
export function basisMeasures(
  basis: Exclude<Basis, 'collected-invoicing' | 'cpt-collections'>,
  options: Options,
): readonly Measure[] {
  switch (basis) {
    case 'gross-production':
      return ['production'];
    case 'net-production':
      return ['production', 'adjustment', ...writeOffMeasures(options)];
    case 'payroll-net-production':
      return ['ucr', 'payrollEstimate', 'payrollAdjustment', 'payrollChange'];
    case 'net-income':
      return ['allocatedIncome', 'payrollInsurance'];
  }
}

/** What the allocation put on lines, on its effective moment: the rows of Collected Invoicing. */
function* pushCollected(
  { ledger, allocation, events }: AllocatedLedger,
  scope: BaseScope | undefined,
  maker: LineMaker,
): Steps<void> {
  const { providers } = ledger;
  for (let row = 0; row < allocation.length; row++) {
    if (row % 10_000 === 9_999) yield;
    const charge = allocation.charge[row]!;
    const invoice = allocation.invoice[row]!;
    if (charge < 0 || scope?.isInvoiceIn(invoice) === false) continue;
    const event = allocation.event[row]!;
    const line = {
      moment: allocation.effective[row]!,
      provider: providers.ofCharge[charge]!,
      cents: allocation.cents[row]!,
      charge,
    };
    // The close of an invoice that owes nothing moves lines without a payment (I-10).
    if (event === NONE) maker.push({ ...line, kind: 'Invoices', row: invoice });
    else maker.push({ ...line, kind: 'Payments', row: events.payment[event]! });
  }
}

function* pushPostings(
  allocated: AllocatedLedger,
  { of, scope }: { readonly of: readonly Measure[]; readonly scope: BaseScope | undefined },
  maker: LineMaker,
): Steps<void> {
  const postings = yield* allocated.posted();
  const isIn = measures.map((measure) => of.includes(measure));
  for (let posting = 0; posting < postings.length; posting++) {
    if (posting % 20_000 === 19_999) yield;
    const measure = postings.measure[posting]!;
    if (isIn[measure] !== true || scope?.isPostingIn(posting) === false) continue;
    maker.push({
      moment: postings.moment[posting]!,
      provider: postings.provider[posting]!,
      cents: postings.cents[posting]!,
      charge: postings.charge[posting]!,
      kind: at(postedKinds, postings.kind[posting]!),
      row: postings.row[posting]!,
      measure,
    });
  }
}

/** Collected pieces of CPT Collections (Gross), gross as they are there. */
function* pushPieces(
  allocated: AllocatedLedger,
  { options, scope }: { readonly options: Options; readonly scope: BaseScope | undefined },
  maker: LineMaker,
): Steps<void> {
  const earned = yield* earnedIncome(allocated, options);
  yield;
  const takesOut = options['cpt-refunds'] === 'exclude-refunded';
  const pieces = yield* cptCollections(allocated, earned, takesOut);
  const collected = fateOf('collected');
  for (let piece = 0; piece < pieces.length; piece++) {
    if (piece % 20_000 === 19_999) yield;
    const moment = pieces.moment[piece]!;
    if (pieces.fate[piece]! !== collected || moment === NO_MOMENT) continue;
    const row = pieces.row[piece]!;
    const charge = pieces.charge[piece]!;
    if (scope?.isPieceIn(row, charge) === false) continue;
    const isPayment = row < pieces.firstLine;
    maker.push({
      moment,
      provider: pieces.provider[piece]!,
      cents: pieces.cents[piece]!,
      charge,
      kind: isPayment ? 'Payments' : 'Claim Lines',
      row: isPayment ? row : row - pieces.firstLine,
      nature: pieces.isClaim[piece]! === 1 ? 'claim' : 'line',
    });
  }
}
