/** What insurers take off each charge, and how money they paid as a total is spread (P40, A41-A43). */
import { momentOf } from '../oracle';
import { centsOf, type PlainRow, textOf } from '../plainLedger';
import {
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
export interface Lump extends Place {
  id: string;
  claim: string;
  family: string;
  order: Order;
  date: string;
  cents: number;
}

export interface InsuranceSplit extends Place {
  paymentId: string;
  date: string;
  /** Place in its table, and of the line that was answered. */
  row: number;
  line: number;
  chargeId: string;
  cents: number;
  rule: 'A41' | 'A42';
}

/** A43: one offset and its supplementals; a share without a charge goes to unearned. */
export interface Respread {
  lump: Lump;
  shares: { place: Place; charge: Charge | undefined; cents: number }[];
}

export interface Insurance {
  splits: InsuranceSplit[];
  respreads: Respread[];
  /** As-total money that no claim line has taken (A30). */
  lumps: Lump[];
  /** Paid, estimated and written off on a charge; with what A43 brings it, or without. */
  on: (charge: Charge, respread: boolean) => number;
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

/** Where money of a claim as a whole stands: its first line, else its first charge. */
function placeOfClaim(
  claim: string,
  provider: string,
  has: { lines: readonly ClaimLine[]; charges: readonly Charge[] },
): Place & { family: string } {
  const line = has.lines.find((one) => claim !== '' && one.claim === claim);
  const charge =
    line?.charge ??
    has.charges.find((one) => claim !== '' && one.isComplete && one.claim === claim);
  return {
    patient: charge?.patient ?? '',
    provider: provider || (line?.provider ?? charge?.provider ?? ''),
    location: charge?.location ?? '',
    family: charge?.family ?? '',
  };
}

function lumpsOf(ledger: Tables, facts: Facts, lines: readonly ClaimLine[]): Lump[] {
  const of = (row: PlainRow, order: Order, money: { date: string; cents: number }): Lump => {
    const claim = textOf(row, 'Claim Number');
    const place = placeOfClaim(claim, textOf(row, 'Provider'), { lines, charges: facts.charges });
    const patient = textOf(row, 'Patient ID') || place.patient;
    const family = place.family || facts.familyOf(row);
    return { id: order.id, claim, order, ...money, ...place, patient, family };
  };
  if (facts.isPaidByLines) {
    return rowsOf(ledger, 'Claim Lines').flatMap((row, place) => {
      const cents = centsOf(row, 'Insurance Paid') ?? 0;
      const isLump = textOf(row, 'Charge ID') === '' && isAnswered(row, facts.end);
      if (!isLump || cents === 0) return [];
      const date = doneDate(row);
      const id = textOf(row, 'Claim Line ID');
      const moment = date === '' ? '' : momentOf(date);
      return [of(row, { moment, kind: 2, id, row: place, part: '' }, { date, cents })];
    });
  }
  return insurancePayments(ledger).flatMap(({ row, place }) => {
    const order = orderOf(row, {
      header: 'Payment Date',
      kind: 2,
      id: 'Payment ID',
      row: place,
    });
    const cents = centsOf(row, 'Amount') ?? 0;
    const isOnCharge = facts.charges.some(({ id }) => id === textOf(row, 'Charge ID'));
    if (isOnCharge || cents === 0 || order.moment > facts.end) return [];
    return [of(row, order, { date: textOf(row, 'Payment Date'), cents })];
  });
}

/** Insurance money that Payments put on a charge. */
function paymentsOn(ledger: Tables, facts: Facts, charge: Charge): number {
  if (facts.isPaidByLines) return 0;
  const rows = insurancePayments(ledger).filter(
    ({ row }) =>
      textOf(row, 'Charge ID') === charge.id && momentOf(textOf(row, 'Payment Date')) <= facts.end,
  );
  return total(rows, ({ row }) => centsOf(row, 'Amount') ?? 0);
}

/** Lumps of one claim, oldest first; what was taken back is off the oldest, so an offset line ends one. */
function netLumps(lumps: readonly Lump[]): Lump[] {
  let back = total(lumps, ({ cents }) => Math.max(0 - cents, 0));
  return inOrder(lumps).flatMap((lump) => {
    if (lump.cents <= 0) return [];
    const off = Math.min(back, lump.cents);
    back -= off;
    return lump.cents === off ? [] : [{ ...lump, cents: lump.cents - off }];
  });
}

/* ---- posting ---- */

export function postInsurance(
  ledger: Tables,
  facts: Facts,
  options: Readonly<Record<string, string>>,
): Insurance {
  const isAuto = options['claim-pay-total'] !== 'off';
  const lines = linesOf(ledger, facts);
  const lumps = lumpsOf(ledger, facts, lines);
  const splits: InsuranceSplit[] = [];
  const left: Lump[] = [];
  const respreads: Respread[] = [];
  /** A41: what each line of a claim that was waiting has got. */
  const answers = new Map<ClaimLine, number>();
  const supplements = (line: ClaimLine): number =>
    total(
      lines.filter(
        (one) =>
          one.state === 'supplemental' && one.claim === line.claim && one.charge === line.charge,
      ),
      ({ paid }) => paid,
    );
  const roomOf = (line: ClaimLine): Room => ({
    fee: line.charge.fee,
    estimate: line.estimate,
    paid:
      line.paid +
      supplements(line) +
      (answers.get(line) ?? 0) +
      paymentsOn(ledger, facts, line.charge),
  });
  const placeOf = ({ charge, provider }: ClaimLine): Place => ({
    patient: charge.patient,
    provider,
    location: charge.location,
  });

  for (const claim of new Set(inOrder(lumps).map((lump) => lump.claim))) {
    const ofClaim = lumps.filter((lump) => lump.claim === claim);
    const waiting = lines.filter(
      (line) =>
        claim !== '' && line.claim === claim && line.state === 'waiting' && !line.isCapitation,
    );
    const some = netLumps(ofClaim);
    if (isAuto && waiting.length > 0 && some.length > 0) {
      for (const line of waiting) answers.set(line, 0);
      for (const lump of some) {
        const shares = spreadAsTotal(lump.cents, waiting.map(roomOf));
        waiting.forEach((line, place) => {
          const cents = shares[place]!;
          answers.set(line, answers.get(line)! + cents);
          if (cents === 0) return;
          const { id: paymentId, date, order } = lump;
          const about = { paymentId, date, row: order.row, line: line.order.row };
          const chargeId = line.charge.id;
          splits.push({ ...placeOf(line), ...about, chargeId, cents, rule: 'A41' });
        });
      }
      continue;
    }
    left.push(...some);
    for (const lump of isAuto ? [] : some) {
      const { patient, provider, location, id: paymentId, date, cents, order } = lump;
      splits.push({
        ...{ patient, provider, location, paymentId, date, cents },
        ...{ row: order.row, line: -1 },
        chargeId: '',
        rule: 'A42',
      });
    }
    if (claim === '' || some.length === 0) continue;
    const open = lines.filter(
      (line) =>
        line.claim === claim && ['waiting', 'received'].includes(line.state) && !line.isCapitation,
    );
    const lump = { ...some[0]!, cents: total(some, ({ cents }) => cents) };
    const shares = respreadAsTotal(lump.cents, open.map(roomOf));
    const made = open
      .map((line, place) => ({
        place: placeOf(line),
        charge: line.charge,
        cents: shares[place]!,
      }))
      .filter(({ cents }) => cents !== 0);
    const none = [{ place: lump, charge: undefined, cents: lump.cents }];
    respreads.push({ lump, shares: open.length > 0 ? made : none });
  }

  const on = (charge: Charge, withRespread: boolean): number => {
    const again = withRespread
      ? respreads.flatMap(({ lump, shares }) => shares.map((share) => ({ ...share, lump })))
      : [];
    const ofLines = lines
      .filter((line) => line.charge === charge)
      .map((line) => {
        const answer = answers.get(line);
        if (answer !== undefined) return answer + line.writeOff;
        if (line.state === 'estimate') return line.estimate + line.writeOff;
        if (line.state !== 'waiting') return line.paid + line.writeOff;
        const shares = again.filter(
          (share) => share.charge === charge && share.lump.claim === line.claim,
        );
        const came = supplements(line) + total(shares, ({ cents }) => cents);
        return Math.max(line.estimate - came, 0) + line.writeOff;
      });
    return (
      total(ofLines, (cents) => cents) +
      paymentsOn(ledger, facts, charge) +
      total(
        again.filter((share) => share.charge === charge),
        ({ cents }) => cents,
      )
    );
  };
  return { splits, respreads, lumps: left, on };
}
