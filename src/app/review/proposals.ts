/** What an allocation proposes, one thing to accept or reject each, in words. */
import { NONE } from '../../core/brand';
import { moneyText } from '../../core/cents';
import { textAt } from '../../core/column';
import { dayOfMoment, dayText } from '../../core/day';
import type { Steps } from '../../core/steps';
import type { Allocated } from '../../engine/allocation/allocateAccounts';
import { UNALLOCATED_TYPE } from '../../engine/allocation/entries';
import { type ProposedPair, proposedPairs } from '../../engine/allocation/transferRows';
import type { ReadKind } from '../../ledger/kinds';
import { rowPlace } from '../../ledger/tables';
import { type Accepted } from '../../reports/allocation/acceptedTable';
import { movedParts, type SplitPayment } from '../../reports/allocation/payments';
import type { AllocationWords } from '../../reports/allocation/words';
import { familyNames } from './familyNames';
import type { Proposal, ProposalPlace, ProposalSide } from './types';

/** The proposals with what each of them stands for. */
export interface Proposed {
  readonly shown: readonly Proposal[];
  /** What is accepted with some of them, in the order in which they were proposed. */
  accepted(keys: ReadonlySet<string>): Accepted;
}

/** Proposals between two pauses. */
const PROPOSALS_A_STEP = 200;

export function* proposalsOf(made: Allocated, words: AllocationWords): Steps<Proposed> {
  const pairs = proposedPairs(made);
  yield;
  const payments = movedParts(made, made.splits);
  const say: Saying = { made, words, familyOf: yield* familyNames(made) };
  const shown: Proposal[] = [];
  const needs = needsInTurn(made, pairKeys(made, pairs));
  for (const [place, pair] of pairs.entries()) {
    if (place % PROPOSALS_A_STEP === PROPOSALS_A_STEP - 1) yield;
    shown.push(pairProposal(say, pair, needs(pair)));
  }
  for (const [place, payment] of payments.entries()) {
    if (place % PROPOSALS_A_STEP === PROPOSALS_A_STEP - 1) yield;
    shown.push(paymentProposal(say, payment));
  }
  return {
    shown,
    accepted: (keys) => ({
      pairs: pairs.filter((pair) => keys.has(pairKey(pair))),
      splits: payments.filter((one) => keys.has(paymentKey(one))).flatMap(({ parts }) => parts),
    }),
  };
}

interface Saying {
  readonly made: Allocated;
  readonly words: AllocationWords;
  readonly familyOf: (family: number, patient: number) => string;
}

function pairKey({ transfer, number }: ProposedPair): string {
  return `${transfer} ${number}`;
}

function paymentKey({ kind, row }: SplitPayment): string {
  return `${kind} ${row}`;
}

/** Keys by the place in the book of pairs, which is how a pair names the one that it needs. */
function pairKeys({ pairs: book }: Allocated, pairs: readonly ProposedPair[]): Map<number, string> {
  const keys = new Map<number, string>();
  let place = 0;
  for (const pair of pairs) {
    // The total of a claim goes to many procedures: as many pairs of the book are one here.
    for (let part = 1; part < pair.splits.length && place < book.length(); part++) {
      keys.set(place++, pairKey(pair));
    }
  }
  return keys;
}

/**
 * A pair needs the one by which its money left a charge; and where it takes what is too much on a charge
 * or adjustment, those that brought money to it before (T13, A43).
 */
function needsInTurn(
  { accounts: { entries } }: Allocated,
  keyOfPair: ReadonlyMap<number, string>,
): (pair: ProposedPair) => readonly string[] {
  const broughtTo = new Map<number, string[]>();
  return (pair) => {
    const [offset, ...targets] = pair.splits;
    for (const { entry } of targets) {
      if (entries.keyOf(entry).kind === 'pool') continue;
      broughtTo.set(entry, [...(broughtTo.get(entry) ?? []), pairKey(pair)]);
    }
    if (pair.origin === NONE) return broughtTo.get(offset?.entry ?? NONE) ?? [];
    const left = keyOfPair.get(pair.origin);
    return left === undefined ? [] : [left];
  };
}

function pairProposal(say: Saying, pair: ProposedPair, needs: readonly string[]): Proposal {
  const { made, words } = say;
  const [offset, ...targets] = pair.splits;
  const from = offset?.entry ?? NONE;
  const cents = -(offset?.cents ?? 0);
  const entries = pair.origin === NONE ? [] : [made.pairs.get(pair.origin).from];
  return {
    key: pairKey(pair),
    kind: 'transfer',
    amount: moneyText(cents),
    from: sideOf(made, { entry: from, cents, why: '' }),
    to: targets.map(({ entry, cents: part }) => sideOf(made, { entry, cents: part, why: '' })),
    reason: words.reason(pair),
    places: placesOf(made, [...entries, from, ...targets.map(({ entry }) => entry)]),
    family: say.familyOf(pair.family, made.accounts.entries.keyOf(from).patient),
    needs,
  };
}

function paymentProposal(say: Saying, { kind, row, name, parts }: SplitPayment): Proposal {
  const { made, words } = say;
  const { entries } = made.accounts;
  const [first] = parts;
  const from = first?.from ?? NONE;
  const cents = parts.reduce((sum, part) => sum + part.cents, 0);
  const provider = nameOf(made, entries.keyOf(from).provider);
  const own = placeOf(made, kind, row);
  const targets = placesOf(
    made,
    parts.map(({ to }) => to),
  );
  return {
    key: paymentKey({ kind, row, name, parts }),
    kind: 'splits',
    amount: moneyText(cents),
    from: { provider, what: name, amount: moneyText(cents), why: '' },
    to: parts.map((part) =>
      sideOf(made, { entry: part.to, cents: part.cents, why: words.rule(part) }),
    ),
    reason: '',
    places: unique([...own, ...targets]),
    family: say.familyOf(first?.family ?? NONE, entries.keyOf(from).patient),
    needs: [],
  };
}

function sideOf(
  made: Allocated,
  { entry, cents, why }: { readonly entry: number; readonly cents: number; readonly why: string },
): ProposalSide {
  const { provider } = made.accounts.entries.keyOf(entry);
  const what = whatOf(made, entry);
  return { provider: nameOf(made, provider), what, amount: moneyText(cents), why };
}

function nameOf({ accounts }: Allocated, provider: number): string {
  return accounts.allocated.ledger.providers.names[provider] ?? '';
}

/** `Crown of 2024-07-05`, or the pool that it is. */
function whatOf({ accounts }: Allocated, entry: number): string {
  const { allocated, entries, totals } = accounts;
  const { charges, tables } = allocated.ledger;
  const { Adjustments: adjustments } = tables;
  const { kind, row, type } = entries.keyOf(entry);
  const day = (moment: number): string => dayText(dayOfMoment(moment));
  switch (kind) {
    case 'charge': {
      const text = textAt(charges.description, row) || textAt(charges.code, row);
      return `${text || `charge ${textAt(charges.id, row)}`} of ${day(charges.service[row] ?? 0)}`;
    }
    case 'adjustment':
      return `adjustment ‘${textAt(adjustments.type, row)}’ of ${day(adjustments.date[row] ?? 0)}`;
    case 'claim':
      return `total of claim ${totals[row]?.claim ?? ''}`;
    case 'pool': {
      const name = entries.types.texts[type] ?? '';
      return type === UNALLOCATED_TYPE ? 'unallocated' : `not earned yet: ${name}`;
    }
  }
}

/** The cells of entries: what is owed, and the first payment on each. */
function placesOf(made: Allocated, entries: readonly number[]): ProposalPlace[] {
  return unique(entries.flatMap((entry) => entryPlaces(made, entry)));
}

function entryPlaces(made: Allocated, entry: number): ProposalPlace[] {
  const { entries, totals } = made.accounts;
  const { kind, row } = entries.keyOf(entry);
  const first = entries.firstRow(entry);
  const payment = first === NONE ? [] : placeOf(made, 'Payments', first);
  switch (kind) {
    case 'charge':
      return [...placeOf(made, 'Charges', row), ...payment];
    case 'adjustment':
      return [...placeOf(made, 'Adjustments', row), ...payment];
    case 'claim': {
      const total = totals[row];
      return total === undefined ? [] : placeOf(made, total.kind, total.row);
    }
    case 'pool':
      return payment;
  }
}

function placeOf({ accounts }: Allocated, kind: ReadKind, row: number): ProposalPlace[] {
  const field = kind === 'Claim Lines' ? 'insurancePaid' : 'amount';
  const { sheet, cell } = rowPlace(accounts.allocated.ledger.tables, kind, { row, field });
  return sheet === '' ? [] : [{ label: `${sheet} ${cell}`, sheet, cell }];
}

function unique(places: readonly ProposalPlace[]): ProposalPlace[] {
  return [...new Map(places.map((place) => [place.label, place])).values()];
}
