/**
 * Money applied to charges on its payment date, gross: what was given back is never deducted, a payment
 * that was given back in full is taken out (Z-7 to Z-10, Z-17, Z-A2 to Z-A4, Z-A8).
 */
import { at } from '../core/assert';
import { NONE } from '../core/brand';
import { growingBytes, growingFloats, growingInts, textAt } from '../core/column';
import type { Steps } from '../core/steps';
import { moneyTypes, typeOf } from '../ledger/moneyTypes';
import type { AllocatedLedger } from './allocateLedger';
import { type ChargeNamed, chargeNamed } from './chargeNamed';
import { type CptMoney, cptMoney, type Nature, natures } from './cptMoney';
import { type CptCollections, type Fate, fateOf } from './cptPieces';
import { takenOut } from './cptRefunds';
import { type EarnedIncome, soleProvider } from './earnedIncome';

/** Applies all money; `takesOut` is option cpt-refunds=exclude-refunded. */
export function* cptCollections(
  allocated: AllocatedLedger,
  earned: Pick<EarnedIncome, 'spreadOverClaim'>,
  takesOut: boolean,
): Steps<CptCollections> {
  const money = cptMoney(allocated.ledger);
  yield;
  const pieces = pieceMaker(allocated, money);
  const named = chargeNamed(allocated);
  for (let row = 0; row < money.length; row++) {
    if (row % 10_000 === 9_999) yield;
    apply({ allocated, money, named, earned, pieces }, row);
  }
  const made = pieces.finish();
  if (takesOut) {
    yield;
    yield* takenOut(made, money);
  }
  return made;
}

interface Applying {
  readonly allocated: AllocatedLedger;
  readonly money: CptMoney;
  readonly named: ChargeNamed;
  readonly earned: Pick<EarnedIncome, 'spreadOverClaim'>;
  readonly pieces: PieceMaker;
}

/** Fates that a row has whatever it names. */
const fateOfNature: Readonly<Record<Nature, Fate | undefined>> = {
  none: undefined,
  money: undefined,
  back: 'not deducted',
  check: 'check',
  deposit: 'deposit',
  unearned: 'unearned',
  waiting: 'waiting',
};

/** Sets a row on the charge it names, else on the lines of its claim (Z-17). */
function apply({ allocated, money, named, earned, pieces }: Applying, row: number): void {
  const nature = at(natures, money.nature[row]!);
  if (nature === 'none' || money.cents[row]! === 0) return;
  const { chargeId, claim, invoice } = namesOf(allocated, money, row);
  const charge = chargeId === '' ? NONE : named(chargeId, { claim, invoice });
  const fate = fateOfNature[nature];
  const cents = money.cents[row]!;
  if (fate !== undefined) {
    pieces.push(row, fate, { charge, cents });
    return;
  }
  const lines = chargeId === '' && claim !== '' ? allocated.lookup.ofClaim(claim) : [];
  const [first] = lines;
  if (charge !== NONE) pieces.push(row, 'collected', { charge, cents });
  else if (first === undefined) {
    pieces.push(row, unappliedFate({ chargeId, claim, invoice }), { charge: NONE, cents });
  } else {
    const { shares, rest } = earned.spreadOverClaim(cents, lines);
    for (const [line, one] of lines.entries()) {
      const share = at(shares, line);
      if (share !== 0) pieces.push(row, 'collected', { charge: one, cents: share });
    }
    const { providers } = allocated.ledger;
    const ofClaim = { charge: first, cents: rest, provider: soleProvider(providers, lines) };
    if (rest !== 0) pieces.push(row, 'collected', ofClaim);
  }
}

interface Names {
  readonly chargeId: string;
  readonly claim: string;
  readonly invoice: number;
}

function namesOf({ ledger }: AllocatedLedger, money: CptMoney, row: number): Names {
  const { payments, paid, tables } = ledger;
  const lines = tables['Claim Lines'];
  if (row >= money.firstLine) {
    const line = row - money.firstLine;
    return {
      chargeId: textAt(lines.chargeId, line),
      claim: textAt(lines.claimNumber, line),
      invoice: NONE,
    };
  }
  return {
    chargeId: textAt(payments.chargeId, row),
    claim: textAt(payments.claimNumber, row),
    invoice: payments.invoiceNumber.codes[row]! === 0 ? NONE : paid.invoice[row]!,
  };
}

function unappliedFate({ chargeId, claim, invoice }: Names): Fate {
  if (chargeId !== '' || claim !== '') return 'names an unknown or voided charge or claim';
  return invoice === NONE ? 'names nothing' : 'names only an invoice';
}

interface PieceMaker {
  /** `provider` is given for a piece of a whole claim. */
  push(
    row: number,
    fate: Fate,
    of: { readonly charge: number; readonly cents: number; readonly provider?: number },
  ): void;
  finish(): CptCollections;
}

function pieceMaker({ ledger }: AllocatedLedger, money: CptMoney): PieceMaker {
  const { providers, payments } = ledger;
  const rows = growingInts();
  const charges = growingInts();
  const isClaim = growingBytes();
  const place = growingInts();
  const amounts = growingFloats();
  const moments = growingFloats();
  const fate = growingBytes();
  const isCash = growingBytes();
  const noProvider = providers.names.length - 1;
  return {
    push(row, name, { charge, cents, provider }) {
      const isPayment = row < money.firstLine;
      rows.push(row);
      charges.push(charge);
      isClaim.push(Number(provider !== undefined));
      place.push(provider ?? (charge === NONE ? noProvider : providers.ofCharge[charge]!));
      amounts.push(cents);
      moments.push(money.moment[row]!);
      fate.push(fateOf(name));
      isCash.push(Number(isPayment && moneyTypes[typeOf(payments.type, row)].cash));
    },
    finish: () => ({
      length: rows.length,
      row: rows.finish(),
      firstLine: money.firstLine,
      charge: charges.finish(),
      isClaim: isClaim.finish(),
      provider: place.finish(),
      cents: amounts.finish(),
      moment: moments.finish(),
      fate: fate.finish(),
      isCash: isCash.finish(),
    }),
  };
}
