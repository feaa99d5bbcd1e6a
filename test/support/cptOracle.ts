/**
 * The CPT reports a second time, written from the rules and slowly: rows are objects, everything is looked
 * for anew, and one cent is dealt out at a time. Ids of charges are unique here.
 */
import { centsOf, type PlainLedger, type PlainRow, textOf } from './plainLedger';

export interface OracleRow {
  provider: string;
  code: string;
  /** Hundredths. */
  used: number;
  first: number;
  second: number;
}

type Choices = Readonly<Record<string, string>>;

interface Line {
  row: PlainRow;
  id: string;
  day: string;
  provider: string;
  amount: number;
  claims: Set<string>;
  isEarned: boolean;
  own: number;
  off: number;
  discounts: number;
}

interface World {
  ledger: Partial<PlainLedger>;
  choices: Choices;
  lines: Line[];
}

/** Shares of an amount: every cent goes where most is owed, as the rule of the largest remainder has it. */
export function deal(
  cents: number,
  weights: number[],
  charges: number[],
  rooms: number[],
): number[] {
  const shares = weights.map(() => 0);
  const fixed = weights.map((weight) => weight <= 0);
  const sign = Math.sign(cents);
  for (;;) {
    const open = weights.map((_, line) => line).filter((line) => !fixed[line]);
    let left =
      Math.abs(cents) - shares.reduce((sum, share, line) => sum + (fixed[line] ? share : 0), 0);
    if (open.length === 0 || left <= 0) break;
    const total = open.reduce((sum, line) => sum + weights[line]!, 0);
    const whole = left;
    for (const line of open) shares[line] = Math.floor((whole * weights[line]!) / total);
    left -= open.reduce((sum, line) => sum + shares[line]!, 0);
    const byCut = [...open].sort(
      (a, b) =>
        ((whole * weights[b]!) % total) - ((whole * weights[a]!) % total) ||
        charges[b]! - charges[a]! ||
        a - b,
    );
    for (const line of byCut.slice(0, left)) shares[line]!++;
    const above = open.filter((line) => shares[line]! > rooms[line]!);
    if (above.length === 0) break;
    for (const line of above) {
      shares[line] = rooms[line]!;
      fixed[line] = true;
    }
    for (const line of open) if (!fixed[line]) shares[line] = 0;
  }
  return shares.map((share) => sign * share || 0);
}

function spreadOver(
  world: World,
  cents: number,
  lines: Line[],
  rooms = lines.map(() => Infinity),
): { shares: number[]; rest: number } {
  const by = world.choices['cpt-spread'];
  if (by === 'none') return { shares: lines.map(() => 0), rest: cents };
  let weights = lines.map((line) => (by === 'charge' ? line.amount : line.amount - line.own));
  if (by === 'equal' || weights.every((weight) => weight === 0)) weights = lines.map(() => 1);
  if (weights.every((weight) => weight <= 0)) weights = weights.map((weight) => -weight);
  const charges = lines.map((line) => line.amount);
  const shares = deal(cents, weights, charges, rooms);
  return { shares, rest: cents - shares.reduce((sum, share) => sum + share, 0) };
}

const table = (ledger: Partial<PlainLedger>, kind: keyof PlainLedger): PlainRow[] =>
  ledger[kind] ?? [];

function linesOf(world: World, claim: string): Line[] {
  return claim === '' ? [] : world.lines.filter((line) => line.claims.has(claim));
}

/** Standing charges in line order, with what is off each by itself. */
function worldOf(ledger: Partial<PlainLedger>, choices: Choices): World {
  const lines = table(ledger, 'Charges')
    .filter((row) => textOf(row, 'Status') !== 'Voided')
    .map((row): Line => {
      const id = textOf(row, 'Charge ID');
      const ofLines = table(ledger, 'Claim Lines').filter((one) => textOf(one, 'Charge ID') === id);
      const claims = [row, ...ofLines].map((one) => textOf(one, 'Claim Number'));
      return {
        row,
        id,
        day: textOf(row, 'Service Date'),
        provider: textOf(row, 'Provider') || 'No provider',
        amount: centsOf(row, 'Amount')!,
        claims: new Set(claims.filter((claim) => claim !== '')),
        isEarned: ['', 'Complete'].includes(textOf(row, 'Status')),
        own: 0,
        off: 0,
        discounts: centsOf(row, 'Discount') ?? 0,
      };
    })
    .sort((a, b) => compare(withTime(a.day), withTime(b.day)) || compare(a.id, b.id));
  const world = { ledger, choices, lines };
  for (const line of lines) {
    line.own = lineSource(ledger, line) + adjustmentsOf(world, line, 'write');
    line.discounts += adjustmentsOf(world, line, 'discount');
    if (choices['cpt-discounts'] === 'deduct') line.own += line.discounts;
    line.off = line.own;
  }
  return world;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function withTime(day: string): string {
  return day.includes('T') ? day : `${day}T00:00`;
}

function codeOf(row: PlainRow): { group: string; reason: string } {
  const [head, tail] = textOf(row, 'Reason').split('-');
  const group = textOf(row, 'Group') || 'CO';
  if (tail === undefined) return { group, reason: head ?? '' };
  return { group: group === 'CO' ? (head ?? '') : group, reason: tail };
}

function effectOf(row: PlainRow): number {
  const { group, reason } = codeOf(row);
  const reduces = group !== 'PR' && !(group === 'OA' && reason === '23');
  return reduces ? centsOf(row, 'Amount')! : 0;
}

function lineSource(ledger: Partial<PlainLedger>, { id, row, amount }: Line): number {
  const own = table(ledger, 'Claim Adjustments').filter((one) => textOf(one, 'Charge ID') === id);
  if (own.length > 0) return own.reduce((sum, one) => sum + effectOf(one), 0);
  const lines = table(ledger, 'Claim Lines').filter(
    (one) => textOf(one, 'Charge ID') === id && isClaimLine(one),
  );
  const writeOffs = lines.flatMap((one) => writeOffOf(one) ?? []);
  if (writeOffs.length > 0) return writeOffs.reduce((sum, cents) => sum + cents, 0);
  const allowed = [row, ...lines]
    .map((one) => centsOf(one, 'Allowed'))
    .find((one) => one !== undefined);
  if (allowed === undefined) return 0;
  return amount < 0 ? Math.min(amount - allowed, 0) : Math.max(amount - allowed, 0);
}

function isClaimLine(row: PlainRow): boolean {
  return ['Received', 'Supplemental', 'Not Received'].includes(textOf(row, 'Status'));
}

/** What stands there; while nothing was received that is an estimate, of which -1 says that there is none. */
function writeOffOf(row: PlainRow): number | undefined {
  const writeOff = centsOf(row, 'Write-off');
  if (textOf(row, 'Status') !== 'Not Received') return writeOff;
  const estimates = [writeOff, centsOf(row, 'Write-off Estimate')];
  return estimates.find((cents) => cents !== undefined && cents !== -100);
}

function isUse(row: PlainRow, use: 'write' | 'discount'): boolean {
  const type = textOf(row, 'Type');
  return use === 'write'
    ? type === 'Ins write off'
    : type === 'Courtesy discount' || type === 'Bad debt';
}

function adjustmentsOf({ ledger }: World, { id }: Line, use: 'write' | 'discount'): number {
  return table(ledger, 'Adjustments')
    .filter((row) => textOf(row, 'Charge ID') === id && isUse(row, use))
    .reduce((sum, row) => sum - centsOf(row, 'Amount')!, 0);
}

/** What is off a claim as a whole, in the order in which it is spread. */
function claimAmounts({ ledger, lines }: World, claim: string): [number, number, number] {
  const adjustments = table(ledger, 'Claim Adjustments').filter(
    (row) => textOf(row, 'Claim Number') === claim,
  );
  const key = (row: PlainRow): string => JSON.stringify([codeOf(row), centsOf(row, 'Amount')]);
  const isOnLedger = (row: PlainRow): boolean =>
    lines.some((line) => line.id === textOf(row, 'Charge ID'));
  const onLines = adjustments.filter((row) => textOf(row, 'Charge ID') !== '' && isOnLedger(row));
  let insurer = adjustments
    .filter(
      (row) => textOf(row, 'Charge ID') === '' && !onLines.some((one) => key(one) === key(row)),
    )
    .reduce((sum, row) => sum + effectOf(row), 0);
  if (adjustments.length === 0) {
    insurer += table(ledger, 'Claim Lines')
      .filter((row) => textOf(row, 'Claim Number') === claim && textOf(row, 'Charge ID') === '')
      .filter(isClaimLine)
      .reduce((sum, row) => sum + (writeOffOf(row) ?? 0), 0);
  }
  const ofUse = (use: 'write' | 'discount'): number =>
    table(ledger, 'Adjustments')
      .filter((row) => textOf(row, 'Charge ID') === '' && textOf(row, 'Claim Number') === claim)
      .filter((row) => isUse(row, use))
      .reduce((sum, row) => sum - centsOf(row, 'Amount')!, 0);
  return [insurer, ofUse('write'), ofUse('discount')];
}

function labelOf(row: PlainRow, choices: Choices): string {
  const code = textOf(row, 'Code');
  const known: Record<string, string[]> = {
    '99213-25': ['99213', '25'],
    '9921325': ['99213', '25'],
    '97140-59-GP': ['97140', '59', 'GP'],
  };
  const [base = 'No code', ...inCode] = known[code] ?? [code === '' ? 'No code' : code];
  if (choices['cpt-modifiers'] === 'merge') return base;
  const more = textOf(row, 'Modifiers')
    .split(', ')
    .filter((word) => word !== '');
  return [base, ...new Set([...inCode, ...more])].join('-');
}

function unitsOf(row: PlainRow, choices: Choices): number {
  const units = Math.round(Number(textOf(row, 'Units')) * 100);
  return choices['cpt-used'] === 'lines' || units === 0 ? 100 : units;
}

function isIn(day: string, from: string, to: string): boolean {
  return day.slice(0, 10) >= from && day.slice(0, 10) <= to;
}

function sole(lines: Line[]): string {
  const names = new Set(lines.map(({ provider }) => provider));
  return names.size === 1 ? [...names][0]! : 'No provider';
}

/** Provider, code, used, value, income of every earned line and pseudo line of the period. */
export function oracleBilled(
  ledger: Partial<PlainLedger>,
  asked: { from: string; to: string; options: Choices },
): OracleRow[] {
  const world = worldOf(ledger, asked.options);
  const rows: OracleRow[] = [];
  const claims = [...new Set(world.lines.flatMap((line) => [...line.claims]))].sort(compare);
  for (const claim of claims) {
    const lines = linesOf(world, claim);
    const earned = lines.filter((line) => line.isEarned);
    for (const [part, cents] of claimAmounts(world, claim).entries()) {
      if (cents === 0 || (part === 2 && asked.options['cpt-discounts'] === 'keep')) continue;
      const rooms = lines.map(({ amount, off }) => {
        if (amount < 0 !== cents < 0) return Infinity;
        return Math.max(amount < 0 ? off - amount : amount - off, 0);
      });
      const { shares, rest } = spreadOver(world, cents, lines, rooms);
      lines.forEach((line, place) => (line.off += shares[place]!));
      const first = earned[0];
      if (rest === 0 || first === undefined || !isIn(first.day, asked.from, asked.to)) continue;
      rows.push({ provider: sole(earned), code: 'Claim', used: 0, first: 0, second: -rest });
    }
  }
  for (const line of world.lines) {
    if (!line.isEarned || !isIn(line.day, asked.from, asked.to)) continue;
    const left = line.amount - line.off;
    rows.push({
      provider: line.provider,
      code: labelOf(line.row, asked.options),
      used: unitsOf(line.row, asked.options),
      first: line.amount,
      second: line.amount < 0 ? Math.min(left, 0) : Math.max(left, 0),
    });
  }
  return rows;
}

interface Money {
  id: string;
  day: string;
  cents: number;
  payer: string;
  kind: 'money' | 'back' | 'aside';
  charge: string;
  claim: string;
  refundOf: string;
  order: string;
}

interface Piece extends Money {
  line: Line | undefined;
  provider: string;
  isOut: boolean;
}

function moneyOf(ledger: Partial<PlainLedger>): Money[] {
  const lines = table(ledger, 'Claim Lines');
  const byLines = lines.some((row) => textOf(row, 'Insurance Paid') !== '');
  const payments = table(ledger, 'Payments').filter((row) => textOf(row, 'Voided') === '');
  const base = (row: PlainRow): Pick<Money, 'charge' | 'claim'> => ({
    charge: textOf(row, 'Charge ID'),
    claim: textOf(row, 'Claim Number'),
  });
  const ofPayments = payments.map((row): Money => {
    const type = textOf(row, 'Type');
    const cents = centsOf(row, 'Amount')!;
    const splits = payments.filter(
      (one) =>
        textOf(one, 'Payment ID') === textOf(row, 'Payment ID') &&
        ['Payment', 'Redeposit', 'Reversal'].includes(textOf(one, 'Type')),
    );
    const sum = splits.reduce((all, one) => all + centsOf(one, 'Amount')!, 0);
    const isIns = textOf(row, 'Payer') === 'Insurance';
    let kind: Money['kind'] = 'money';
    if (isIns && byLines) kind = 'aside';
    else if (['Refund', 'Returned Check', 'Deposit Refund'].includes(type)) kind = 'back';
    else if (type === 'Reversal' && (sum <= 0 || cents >= 0)) kind = 'back';
    else if (type === 'Payment' && cents < 0 && sum <= 0) kind = 'back';
    const isAside = type === 'Deposit' || textOf(row, 'Unearned Type') !== '';
    const reaches = kind === 'money' && isAside ? { charge: '', claim: '' } : base(row);
    return {
      id: textOf(row, 'Payment ID'),
      day: withTime(textOf(row, 'Payment Date')),
      cents,
      payer: isIns ? 'Insurance' : 'Patient',
      kind,
      ...reaches,
      refundOf: textOf(row, 'Refund Of'),
      order: textOf(row, 'Payment ID'),
    };
  });
  const paid = lines.filter(
    (row) =>
      byLines &&
      textOf(row, 'Insurance Paid') !== '' &&
      ['Received', 'Supplemental'].includes(textOf(row, 'Status')) &&
      textOf(row, 'Check Date') !== '',
  );
  const checkOf = (row: PlainRow): string => {
    const claim = textOf(row, 'Claim Number');
    if (claim === '') return `line ${textOf(row, 'Claim Line ID')}`;
    const dates = [textOf(row, 'Payment Date'), textOf(row, 'Check Date')].map(withTime);
    return `check ${claim} ${dates.join(' ')}`;
  };
  const ofLines = paid.map((row): Money => {
    const cents = centsOf(row, 'Insurance Paid')!;
    const sum = paid
      .filter((one) => checkOf(one) === checkOf(row))
      .reduce((all, one) => all + centsOf(one, 'Insurance Paid')!, 0);
    return {
      id: checkOf(row),
      day: withTime(textOf(row, 'Check Date')),
      cents,
      payer: 'Insurance',
      kind: cents < 0 && sum <= 0 ? 'back' : 'money',
      ...base(row),
      refundOf: '',
      order: textOf(row, 'Claim Line ID'),
    };
  });
  return [...ofPayments, ...ofLines];
}

/** Money on lines and under `Claim`; pieces without a line or provider are unapplied. */
function piecesOf(world: World, money: Money[]): Piece[] {
  return money.flatMap((one): Piece[] => {
    if (one.cents === 0 || one.kind === 'aside') return [];
    const line = world.lines.find(({ id }) => id === one.charge);
    const piece = (of: Line | undefined, cents: number, provider: string): Piece => ({
      ...one,
      cents,
      line: of,
      provider,
      isOut: false,
    });
    const lines = one.charge === '' && one.kind === 'money' ? linesOf(world, one.claim) : [];
    if (line !== undefined) return [piece(line, one.cents, line.provider)];
    if (lines.length === 0) return [piece(undefined, one.cents, '')];
    const { shares, rest } = spreadOver(world, one.cents, lines);
    const made = lines.map((of, place) => piece(of, shares[place]!, of.provider));
    return [...made, piece(undefined, rest, sole(lines))].filter(({ cents }) => cents !== 0);
  });
}

const sum = (some: Piece[]): number => some.reduce((all, { cents }) => all + cents, 0);

function takeOutRefunded(pieces: Piece[]): void {
  const back = pieces.filter(({ kind }) => kind === 'back');
  const received = pieces.filter(({ kind }) => kind === 'money');
  for (const id of new Set(received.map((piece) => piece.id))) {
    const named = back.filter(({ refundOf }) => refundOf === id);
    const payment = received.filter((piece) => piece.id === id);
    if (named.length > 0) takeOutNamed(payment, named);
  }
  const unnamed = back.filter(({ refundOf, line }) => refundOf === '' && line !== undefined);
  for (const refund of [...unnamed].sort(byAge)) takeOutNewest(received, refund);
}

function takeOutNamed(payment: Piece[], named: Piece[]): void {
  const isWhole = sum(payment) > 0 && -sum(named) >= sum(payment);
  for (const line of new Set(payment.map((piece) => piece.line))) {
    const split = payment.filter((piece) => piece.line === line);
    const own = named.filter((piece) => piece.line === line);
    const isSplit =
      line !== undefined && own.length > 0 && sum(split) > 0 && -sum(own) >= sum(split);
    if (isWhole || isSplit) for (const piece of split) piece.isOut = true;
  }
}

function byAge(a: Piece, b: Piece): number {
  return compare(a.day, b.day) || compare(a.order, b.order);
}

function takeOutNewest(received: Piece[], refund: Piece): void {
  const candidates = [...new Set(received.map(({ id }) => id))].map((id) =>
    received.filter((piece) => piece.id === id && piece.line === refund.line).sort(byAge),
  );
  const fitting = candidates.filter((split) => {
    const last = split[split.length - 1];
    if (last === undefined || last.isOut || last.day > refund.day) return false;
    return sum(split) === -refund.cents && split.every(({ payer }) => payer === refund.payer);
  });
  const newest = fitting.sort((a, b) => byAge(a[a.length - 1]!, b[b.length - 1]!)).pop();
  for (const piece of newest ?? []) piece.isOut = true;
}

/** Provider, code, used and amount of every line and pseudo line that money of the period reached. */
export function oracleCollected(
  ledger: Partial<PlainLedger>,
  asked: { from: string; to: string; options: Choices },
): OracleRow[] {
  const world = worldOf(ledger, asked.options);
  const pieces = piecesOf(world, moneyOf(ledger));
  if (asked.options['cpt-refunds'] === 'exclude-refunded') takeOutRefunded(pieces);
  const inside = pieces.filter(
    ({ kind, isOut, day }) => kind === 'money' && !isOut && isIn(day, asked.from, asked.to),
  );
  const rows: OracleRow[] = [];
  for (const line of world.lines) {
    const gross = sum(inside.filter((piece) => piece.line === line));
    if (gross === 0) continue;
    const code = labelOf(line.row, asked.options);
    const used = gross > 0 ? unitsOf(line.row, asked.options) : 0;
    rows.push({ provider: line.provider, code, used, first: gross, second: 0 });
  }
  const ofClaims = inside.filter(({ line, provider }) => line === undefined && provider !== '');
  for (const provider of new Set(ofClaims.map((piece) => piece.provider))) {
    const gross = sum(ofClaims.filter((piece) => piece.provider === provider));
    if (gross !== 0) rows.push({ provider, code: 'Claim', used: 0, first: gross, second: 0 });
  }
  return rows;
}
