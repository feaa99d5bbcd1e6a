/** What insurers take off each charge, and how money they paid as a total is spread (P40, A41-A43). */
import { momentOf } from '../oracle';
import { centsOf, type PlainRow, textOf } from '../plainLedger';
import { deal } from '../cptOracle';
import {
  byId,
  byOrder,
  type Charge,
  type Facts,
  inOrder,
  insurancePayments,
  type Order,
  orderOf,
  type Place,
  rowsOf,
  type Tables,
  total,
} from './facts';
import type { Insured } from './groups';

/** Whether a line waits for the insurer, was answered, or adds to an answer. */
type State = 'waiting' | 'received' | 'supplemental' | 'estimate';

interface ClaimLine {
  id: string;
  claim: string;
  order: Order;
  charge: Charge;
  provider: string;
  state: State;
  isCapitation: boolean;
  estimate: number;
  writeOff: number;
  paid: number;
}

/** Insurance money without a charge. */
export interface Lump {
  id: string;
  claim: string;
  provider: string;
  order: Order;
  date: string;
  /** What the row says, and what of it was not taken back. */
  paid: number;
  cents: number;
  /** False where it names a charge that is voided. */
  isTotal: boolean;
}

export interface InsuranceSplit extends Place {
  paymentId: string;
  date: string;
  /** Place in its table, and of the line that was answered; -1 for what is left as it is. */
  row: number;
  line: number;
  family: string;
  chargeId: string;
  cents: number;
  rule: 'A41' | 'A25';
  /** It stands under the providers of the claim's lines (Z-17), not under nobody. */
  isOfLines: boolean;
}

/** A43: one offset and its supplementals. */
export interface Respread {
  lump: Lump;
  /** Where the offset stands. */
  place: Place;
  shares: { place: Place; charge: Charge; cents: number }[];
}

export interface Insurance {
  splits: InsuranceSplit[];
  respreads: Respread[];
  /** Paid, written off and expected on a charge, totals of claims among it. */
  on: (charge: Charge) => Insured;
  /** An insurer has answered (A45). */
  isAnswered: (charge: Charge) => boolean;
  /** Its own claim, else that of its first claim line. */
  claimOf: (charge: Charge) => string;
}

interface Room {
  fee: number;
  estimate: number;
  paid: number;
}

const DONE = ['Received', 'Supplemental', 'CapClaim', 'CapComplete'];
const OPEN = ['Not Received', 'Estimate', 'CapEstimate', 'InsHist'];

/* ---- the two ways to spread ---- */

function pour(cents: number, rooms: readonly number[]): { shares: number[]; left: number } {
  let left = cents;
  const shares = rooms.map((room) => {
    const share = Math.max(Math.min(left, room), 0);
    left -= share;
    return share;
  });
  return { shares, left };
}

function added(shares: readonly number[], more: readonly number[]): number[] {
  return shares.map((share, place) => share + more[place]!);
}

/** A41: up to min(fee, estimate), then up to the fee, the rest on the first line. */
export function spreadAsTotal(cents: number, lines: readonly Room[]): number[] {
  const pass1 = pour(
    cents,
    lines.map(({ fee, estimate, paid }) => (estimate === 0 ? 0 : Math.min(fee, estimate) - paid)),
  );
  const pass2 = pour(
    pass1.left,
    lines.map(({ fee, paid }, place) => fee - paid - pass1.shares[place]!),
  );
  const pass3 = lines.map((_, place) => (place === 0 ? pass2.left : 0));
  return added(added(pass1.shares, pass2.shares), pass3);
}

/** A43: up to the smaller of estimate left and fee left, then the larger, the rest on the first. */
export function respreadAsTotal(cents: number, lines: readonly Room[]): number[] {
  const smaller = lines.map(({ fee, estimate, paid }) => Math.min(estimate - paid, fee - paid));
  const larger = lines.map(({ fee, estimate, paid }) => Math.max(estimate - paid, fee - paid));
  const layer1 = pour(cents, smaller);
  const layer2 = pour(
    layer1.left,
    larger.map((room, place) => room - layer1.shares[place]!),
  );
  const layer3 = lines.map((_, place) => (place === 0 ? layer2.left : 0));
  return added(added(layer1.shares, layer2.shares), layer3);
}

/* ---- reading ---- */

function doneDate(row: PlainRow): string {
  return textOf(row, 'Payment Date') || textOf(row, 'Check Date');
}

/** An answer that came after the day is not there yet: its line still waits, with the first estimates. */
function isAnswered(row: PlainRow, end: string): boolean {
  const date = doneDate(row);
  return DONE.includes(textOf(row, 'Status')) && (date === '' || momentOf(date) <= end);
}

function stateOf(row: PlainRow, end: string): State | undefined {
  const status = textOf(row, 'Status');
  if (status === 'Supplemental') return isAnswered(row, end) ? 'supplemental' : undefined;
  if (DONE.includes(status)) return isAnswered(row, end) ? 'received' : 'waiting';
  if (status === 'Not Received') return 'waiting';
  return OPEN.includes(status) ? 'estimate' : undefined;
}

function writeOffOf(row: PlainRow, isDone: boolean): number {
  const current = centsOf(row, 'Write-off');
  if (isDone) return current ?? 0;
  const first = centsOf(row, 'Write-off Estimate') ?? 0;
  return OPEN.includes(textOf(row, 'Status')) ? (current ?? first) : first;
}

function linesOf(ledger: Tables, facts: Facts): ClaimLine[] {
  const lines = rowsOf(ledger, 'Claim Lines').flatMap((row, place): ClaimLine[] => {
    const state = stateOf(row, facts.end);
    const charge = facts.charges.find(({ id }) => id === textOf(row, 'Charge ID'));
    if (state === undefined || charge?.isComplete !== true) return [];
    const isDone = state === 'received' || state === 'supplemental';
    const order = orderOf(row, {
      header: 'Payment Date',
      kind: 2,
      id: 'Claim Line ID',
      row: place,
    });
    const date = isDone ? doneDate(row) : '';
    return [
      {
        id: textOf(row, 'Claim Line ID'),
        claim: textOf(row, 'Claim Number'),
        order: { ...order, moment: date === '' ? '' : momentOf(date) },
        charge,
        provider: textOf(row, 'Provider') || charge.provider,
        state,
        isCapitation: textOf(row, 'Status').startsWith('Cap'),
        estimate: centsOf(row, 'Insurance Estimate') ?? 0,
        writeOff: writeOffOf(row, isDone),
        paid: isDone && facts.isPaidByLines ? (centsOf(row, 'Insurance Paid') ?? 0) : 0,
      },
    ];
  });
  // Line order: newest payment date first, ties by id and row (A41).
  return lines.sort((a, b) => {
    if (a.order.moment !== b.order.moment) return a.order.moment < b.order.moment ? 1 : -1;
    return byOrder(a.order, b.order);
  });
}

function lumpsOf(ledger: Tables, facts: Facts): Lump[] {
  const ofLines = rowsOf(ledger, 'Claim Lines').flatMap((row, place): Lump[] => {
    const cents = centsOf(row, 'Insurance Paid') ?? 0;
    if (textOf(row, 'Charge ID') !== '' || !isAnswered(row, facts.end) || cents === 0) return [];
    const date = doneDate(row);
    const id = textOf(row, 'Claim Line ID');
    const order: Order = { moment: '', kind: 0, id, row: place, part: '' };
    return [{ ...about(row), id, order, date, paid: cents, cents, isTotal: true }];
  });
  const ofPayments = insurancePayments(ledger, facts.isPaidByLines).flatMap(
    ({ row, place }): Lump[] => {
      const at = { header: 'Payment Date', kind: 2, id: 'Payment ID', row: place } as const;
      const order = orderOf(row, at);
      const cents = centsOf(row, 'Amount') ?? 0;
      const charge = textOf(row, 'Charge ID');
      const isOnCharge = facts.charges.some(({ id }) => id === charge);
      if (isOnCharge || cents === 0 || order.moment > facts.end) return [];
      const date = textOf(row, 'Payment Date');
      const isTotal = charge === '';
      return [{ ...about(row), id: order.id, order, date, paid: cents, cents, isTotal }];
    },
  );
  // Lines of claims by their ids, then payments in order.
  return [
    ...(facts.isPaidByLines ? ofLines.sort((a, b) => byOrder(a.order, b.order)) : []),
    ...inOrder(ofPayments),
  ].filter(({ claim }) => claim !== '');
}

function about(row: PlainRow): { claim: string; provider: string } {
  return { claim: textOf(row, 'Claim Number'), provider: textOf(row, 'Provider') };
}

/** Insurance money that Payments put on a charge. */
function paymentsOn(ledger: Tables, facts: Facts, charge: Charge): PlainRow[] {
  return insurancePayments(ledger, facts.isPaidByLines)
    .map(({ row }) => row)
    .filter(
      (row) =>
        textOf(row, 'Charge ID') === charge.id &&
        momentOf(textOf(row, 'Payment Date')) <= facts.end,
    );
}

/** What was taken back is off the oldest; a rest of it stands alone. */
function netLumps(lumps: readonly Lump[]): Lump[] {
  let back = total(lumps, ({ cents }) => Math.max(0 - cents, 0));
  const left = lumps.flatMap((lump) => {
    if (lump.cents <= 0) return [];
    const off = Math.min(back, lump.cents);
    back -= off;
    return lump.cents === off ? [] : [{ ...lump, cents: lump.cents - off }];
  });
  if (back === 0) return left;
  return [{ ...lumps.find(({ cents }) => cents < 0)!, cents: 0 - back }];
}

/** By its number, or by a claim line. */
function chargesOfClaim(ledger: Tables, facts: Facts, claim: string): Charge[] {
  const byLines = rowsOf(ledger, 'Claim Lines')
    .filter((row) => textOf(row, 'Claim Number') === claim)
    .map((row) => textOf(row, 'Charge ID'));
  return facts.charges.filter((charge) => charge.claim === claim || byLines.includes(charge.id));
}

/** Z-17: a claim without lines; its money stands on its charges by what was billed. */
function byFees(charges: readonly Charge[], cents: number): Map<Charge, number> {
  const fees = charges.map(({ fee }) => fee);
  const some = fees.some((fee) => fee > 0);
  const none = fees.every((fee) => fee === 0);
  const weights = fees.map((fee) => (some ? fee : none ? 1 : 0 - fee));
  const rooms = fees.map(() => Infinity);
  const shares = deal(cents, weights, fees, rooms);
  return new Map(charges.map((charge, place) => [charge, shares[place]!]));
}

/* ---- posting ---- */

/** What totals have done so far. */
interface Posting {
  ledger: Tables;
  facts: Facts;
  lines: readonly ClaimLine[];
  /** What totals brought each line, and each charge of a claim without lines. */
  brought: Map<ClaimLine, number>;
  spreadOn: Map<Charge, number>;
  answered: Set<ClaimLine>;
}

function paymentsCents(rows: readonly PlainRow[]): number {
  return total(rows, (row) => centsOf(row, 'Amount') ?? 0);
}

/** Fee, estimate and what the line, its supplementals and Payments on its charge have paid. */
function roomOf({ ledger, facts, lines, brought }: Posting, line: ClaimLine): Room {
  const ofLine = lines.filter(
    (one) =>
      (one === line || one.state === 'supplemental') &&
      one.claim === line.claim &&
      one.charge === line.charge,
  );
  const before = total(ofLine, ({ paid }) => paid) + (brought.get(line) ?? 0);
  const paid = before + paymentsCents(paymentsOn(ledger, facts, line.charge));
  return { fee: line.charge.fee, estimate: line.estimate, paid };
}

function placeOf({ charge, provider }: ClaimLine): Place {
  return { patient: charge.patient, provider, location: charge.location };
}

interface Filled {
  line: ClaimLine;
  cents: number;
}

/** A rest that was taken back is on the first line. */
function fill(posting: Posting, cents: number, walked: readonly ClaimLine[]): Filled[] {
  const rooms = walked.map((line) => roomOf(posting, line));
  const way = walked[0]!.state === 'waiting' ? spreadAsTotal : respreadAsTotal;
  const onFirst = walked.map((_, place) => (place === 0 ? cents : 0));
  const shares = cents < 0 ? onFirst : way(cents, rooms);
  return walked.flatMap((line, place) => {
    const share = shares[place]!;
    posting.brought.set(line, (posting.brought.get(line) ?? 0) + share);
    return share === 0 ? [] : [{ line, cents: share }];
  });
}

/** A41: a split for each line; what was taken back is told as it stands. */
function splitsOf(lump: Lump, filled: readonly Filled[]): InsuranceSplit[] {
  const { patient, location, family } = filled[0]!.line.charge;
  const { id: paymentId, date, order, provider } = lump;
  const of = { paymentId, date, row: order.row, family, isOfLines: false };
  const shares = filled.map(({ line, cents }): InsuranceSplit => {
    const to = { ...placeOf(line), line: line.order.row, chargeId: line.charge.id };
    return { ...of, ...to, cents, rule: 'A41' };
  });
  const stays = lump.paid - lump.cents;
  const at = { patient, location, provider, isOfLines: provider === '' };
  const left = { ...of, ...at, line: -1, chargeId: '', cents: stays, rule: 'A25' } as const;
  return stays === 0 ? shares : [...shares, left];
}

/** A43: an offset where the total stands, and a supplemental for each line. */
function respreadOf(lump: Lump, filled: readonly Filled[]): Respread {
  const { patient, location } = filled[0]!.line.charge;
  return {
    lump,
    place: { patient, location, provider: lump.provider },
    shares: filled.map(({ line, cents }) => ({
      place: placeOf(line),
      charge: line.charge,
      cents,
    })),
  };
}

/** Whether a claim has lines that a total can pay, of whichever charges. */
function hasLines({ ledger, facts }: Posting, claim: string): boolean {
  return rowsOf(ledger, 'Claim Lines').some(
    (row) =>
      textOf(row, 'Claim Number') === claim &&
      ['Not Received', 'Received'].includes(textOf(row, 'Status')) &&
      facts.charges.some(({ id }) => id === textOf(row, 'Charge ID')),
  );
}

function postClaim(
  posting: Posting,
  claim: string,
  lumps: readonly Lump[],
): { splits: InsuranceSplit[]; respreads: Respread[] } {
  const { ledger, facts, lines, spreadOn, answered } = posting;
  const isKnown = hasLines(posting, claim);
  for (const lump of lumps) {
    if (lump.order.kind !== 2 || (isKnown && lump.isTotal)) continue;
    for (const [charge, cents] of byFees(chargesOfClaim(ledger, facts, claim), lump.cents)) {
      spreadOn.set(charge, (spreadOn.get(charge) ?? 0) + cents);
    }
  }
  const none = { splits: [], respreads: [] };
  const sent = lines.filter(
    (line) =>
      line.claim === claim && ['waiting', 'received'].includes(line.state) && !line.isCapitation,
  );
  if (!isKnown || sent.length === 0) return none;
  const waiting = sent.filter(({ state }) => state === 'waiting');
  const totals = lumps.filter(({ isTotal }) => isTotal);
  if (totals.some(({ cents }) => cents > 0)) waiting.forEach((line) => answered.add(line));
  const made = netLumps(totals).map((lump) => {
    return { lump, filled: fill(posting, lump.cents, waiting.length > 0 ? waiting : sent) };
  });
  const paid = made.filter(({ lump }) => lump.cents > 0);
  return waiting.length > 0
    ? { ...none, splits: paid.flatMap(({ lump, filled }) => splitsOf(lump, filled)) }
    : { ...none, respreads: paid.map(({ lump, filled }) => respreadOf(lump, filled)) };
}

/** P40: answered lines by what was paid and written off, open ones by what is expected. */
function insuredBy(posting: Posting, charge: Charge): Insured {
  const { ledger, facts, lines, brought, spreadOn, answered } = posting;
  const ofCharge = lines.filter((line) => line.charge === charge);
  const isOpen = ({ state }: ClaimLine): boolean => ['waiting', 'estimate'].includes(state);
  const byPayments = paymentsOn(ledger, facts, charge);
  const cash = byPayments.filter((row) => textOf(row, 'Type') !== 'Transfer');
  const cap = (cents: number): number =>
    charge.fee < 0 ? Math.max(cents, charge.fee) : Math.min(cents, charge.fee);
  const done = ofCharge.filter((line) => !isOpen(line));
  const writtenOff = cap(total(done, ({ writeOff }) => writeOff));
  const willBe = cap(total(ofCharge, ({ writeOff }) => writeOff)) - writtenOff;
  const spread = spreadOn.get(charge) ?? 0;
  const estimated =
    total(ofCharge.filter(isOpen), (line) => (answered.has(line) ? 0 : line.estimate)) -
    total(cash, (row) => Math.max(centsOf(row, 'Amount') ?? 0, 0)) -
    Math.max(spread, 0);
  const byLines = total(ofCharge, (line) => line.paid + (brought.get(line) ?? 0));
  return {
    paid: byLines + paymentsCents(byPayments) + spread,
    writtenOff,
    expected: Math.max(estimated, 0) + Math.max(willBe, 0),
  };
}

export function postInsurance(
  ledger: Tables,
  facts: Facts,
  options: Readonly<Record<string, string>>,
): Insurance {
  const lines = linesOf(ledger, facts);
  const posting: Posting = {
    ...{ ledger, facts, lines },
    brought: new Map(),
    spreadOn: new Map(),
    answered: new Set(),
  };
  const lumps = lumpsOf(ledger, facts);
  const claims = [...new Set(lumps.map(({ claim }) => claim))].sort(byId);
  const made = claims.map((claim) =>
    postClaim(
      posting,
      claim,
      lumps.filter((lump) => lump.claim === claim),
    ),
  );
  const isAuto = options['claim-pay-total'] !== 'off';
  return {
    splits: isAuto ? made.flatMap(({ splits }) => splits) : [],
    respreads: isAuto ? made.flatMap(({ respreads }) => respreads) : [],
    on: (charge) => insuredBy(posting, charge),
    isAnswered: (charge) =>
      lines.some(
        (line) =>
          line.charge === charge &&
          (['received', 'supplemental'].includes(line.state) || posting.answered.has(line)),
      ) ||
      paymentsOn(ledger, facts, charge).length > 0 ||
      posting.spreadOn.has(charge),
    claimOf(charge) {
      const [first] = rowsOf(ledger, 'Claim Lines')
        .filter(
          (row) => textOf(row, 'Charge ID') === charge.id && textOf(row, 'Claim Number') !== '',
        )
        .sort((a, b) => byId(textOf(a, 'Claim Line ID'), textOf(b, 'Claim Line ID')));
      return charge.claim || (first === undefined ? '' : textOf(first, 'Claim Number'));
    },
  };
}
