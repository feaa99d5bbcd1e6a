/** Entries and reasons in words, with their cells: what somebody reads who has to agree. */
import { NONE } from '../../core/brand';
import { moneyText } from '../../core/cents';
import { textAt } from '../../core/column';
import { dayOfMoment, dayText } from '../../core/day';
import type { Allocated } from '../../engine/allocation/allocateAccounts';
import { UNALLOCATED_TYPE } from '../../engine/allocation/entries';
import { layerWords } from '../../engine/allocation/layers';
import type { PairOf, SplitRule, SuggestedSplit } from '../../engine/allocation/proposals';
import type { ProposedPair } from '../../engine/allocation/transferRows';
import type { ReadKind } from '../../ledger/kinds';
import { rowPlace } from '../../ledger/tables';

export interface AllocationWords {
  /** `Dr Ames's crown of 2024-06-12 (Charges!D7)`. */
  entry(entry: number): string;
  reason(pair: ProposedPair): string;
  rule(split: SuggestedSplit): string;
}

export function allocationWords(of: Allocated, isFifo: boolean): AllocationWords {
  const entry = entryWords(of);
  return {
    entry,
    reason: (pair) => reasonOf(of, pair, { entry, isFifo }),
    rule: (split) => ruleWords[split.rule](split, entry(split.to)),
  };
}

/** `Payments!D9`; empty for a row that stands on no sheet. */
function cellOf({ accounts }: Allocated, kind: ReadKind, row: number): string {
  const { tables } = accounts.allocated.ledger;
  const field = kind === 'Claim Lines' ? 'insurancePaid' : 'amount';
  const { sheet, cell } = rowPlace(tables, kind, { row, field });
  const name = /^\w+$/.test(sheet) ? sheet : `'${sheet}'`;
  return sheet === '' ? '' : `${name}!${cell}`;
}

function inBrackets(text: string): string {
  return text === '' ? '' : ` (${text})`;
}

function entryWords(of: Allocated): (entry: number) => string {
  const { allocated, entries, totals } = of.accounts;
  const { charges, providers, tables } = allocated.ledger;
  const { Adjustments: adjustments } = tables;
  const nameOf = (provider: number): string => providers.names[provider] ?? '';
  const named = (what: string, provider: number): string =>
    provider === providers.noProvider ? what : `${nameOf(provider)}'s ${what}`;
  const day = (moment: number): string => dayText(dayOfMoment(moment));
  return (entry) => {
    const { kind, row, provider, type } = entries.keyOf(entry);
    switch (kind) {
      case 'charge': {
        const text = textAt(charges.description, row) || textAt(charges.code, row);
        const what = text || `charge ${textAt(charges.id, row)}`;
        const cell = inBrackets(cellOf(of, 'Charges', row));
        return `${named(what, providers.ofCharge[row]!)} of ${day(charges.service[row]!)}${cell}`;
      }
      case 'adjustment': {
        const what = `adjustment '${textAt(adjustments.type, row)}'`;
        const cell = inBrackets(cellOf(of, 'Adjustments', row));
        return `${named(what, providers.ofAdjustment[row]!)} of ${day(adjustments.date[row]!)}${cell}`;
      }
      case 'claim': {
        const total = totals[row];
        const cell = total === undefined ? '' : cellOf(of, total.kind, total.row);
        return `the total of claim ${total?.claim ?? ''}${inBrackets(cell)}`;
      }
      case 'pool': {
        const what =
          type === UNALLOCATED_TYPE ? 'unallocated money' : `'${entries.types.texts[type] ?? ''}'`;
        return `${what} of ${nameOf(provider)}${inBrackets(paymentCells(of, entry))}`;
      }
    }
  };
}

/** The first payments row of an entry, and how many more there are. */
function paymentCells(of: Allocated, entry: number): string {
  const { entries } = of.accounts;
  const first = entries.firstRow(entry);
  if (first === NONE) return '';
  const more = entries.rowCount(entry) - 1;
  const cell = cellOf(of, 'Payments', first);
  return more > 0 ? `${cell} and ${more} more` : cell;
}

interface Saying {
  readonly entry: (entry: number) => string;
  readonly isFifo: boolean;
}

/** What a reason is made of. */
interface Said {
  readonly cents: string;
  /** Where the money stands now, in whole: a charge that it leaves, or a pool. */
  readonly from: string;
  /** Where it comes from and how much of it, as the beginning of a sentence. */
  readonly origin: string;
  readonly to: string;
  readonly kind: 'charge' | 'adjustment';
  readonly layer: number;
  readonly isFifo: boolean;
}

function reasonOf(of: Allocated, pair: ProposedPair, say: Saying): string {
  const [offset, target] = pair.splits;
  const from = offset?.entry ?? NONE;
  const to = target?.entry ?? NONE;
  const cents = moneyText(-(offset?.cents ?? 0));
  return reasonWords[pair.rule]({
    cents,
    from: say.entry(from),
    origin: leavesCharge.has(pair.rule)
      ? stands(of, { from, cents, rule: pair.rule }, say)
      : originOf(of, pair, { from, cents }, say),
    to: say.entry(to),
    kind: of.accounts.entries.keyOf(to).kind === 'adjustment' ? 'adjustment' : 'charge',
    layer: pair.layer,
    isFifo: say.isFifo,
  });
}

const leavesCharge: ReadonlySet<PairOf['rule']> = new Set([
  'misallocated',
  'overpaid',
  'negative production',
]);

const reasonWords: Readonly<Record<PairOf['rule'], (said: Said) => string>> = {
  'claim total': ({ cents, from }) =>
    `${cents} of ${from} goes to its procedures: estimates first, then fees, the rest to the first one (A43)`,
  'hidden prepayment': ({ cents, from, to }) =>
    `${cents} of ${from} was paid for ${to}, which is completed (T13)`,
  prepayment: ({ cents, from, to }) =>
    `${cents} of ${from} was paid for ${to}, which is completed (T13, U1)`,
  misallocated: ({ origin, to }) => `${origin}; it is ${to} until work needs it (T6)`,
  overpaid: ({ origin, to }) => `${origin}; it is ${to} until work needs it (T6)`,
  'negative production': ({ origin, to }) => `${origin}; it is ${to} until work needs it (T8)`,
  'left over': ({ cents, from, to }) =>
    `${cents} is ${from} and nothing is owed that it could pay; it becomes ${to} (T9)`,
  'same claim': ({ origin, to }) =>
    `${origin}; moves to ${to}, the oldest open charge of the same claim (A45)`,
  balance: ({ origin, to, layer, isFifo }) =>
    `${origin}; makes up for ${to}, which is below 0 (T4${isFifo ? '' : ` layer ${layer}`})`,
  owed: ({ origin, to, kind, layer, isFifo }) => {
    const same = isFifo ? '' : layerWords(layer);
    const bucket = same === '' ? '' : ` of the same ${same}`;
    return `${origin}; moves to ${to}, the oldest open ${kind}${bucket} (${isFifo ? 'T12' : `T5 layer ${layer}`})`;
  },
};

/** Where the money stands now: on a charge that it leaves, else in a pool. */
function originOf(
  of: Allocated,
  pair: ProposedPair,
  { from, cents }: { readonly from: number; readonly cents: string },
  say: Saying,
): string {
  if (pair.origin === NONE) return `${cents} is ${say.entry(from)}`;
  const left = of.pairs.get(pair.origin);
  return stands(of, { from: left.from, cents, rule: left.rule }, say);
}

/** Why money leaves a charge or adjustment. */
function stands(
  of: Allocated,
  left: { readonly from: number; readonly cents: string; readonly rule: PairOf['rule'] },
  say: Saying,
): string {
  const { allocated, entries } = of.accounts;
  const { from, cents } = left;
  const cells = inBrackets(paymentCells(of, from));
  if (left.rule === 'negative production') {
    return `${cents} comes of ${say.entry(from)}, which is below 0 and counts as money`;
  }
  if (left.rule !== 'misallocated') {
    return `${cents} is above what is owed on ${say.entry(from)}${cells === '' ? '' : `, paid by a split${cells}`}`;
  }
  const key = entries.keyOf(from);
  const own = entries.keyOf(entries.ofCharge(key.row));
  const differs = [
    key.provider === own.provider ? '' : (allocated.ledger.providers.names[key.provider] ?? ''),
    key.patient === own.patient ? '' : `patient ${entries.patients.texts[key.patient] ?? ''}`,
    key.location === own.location ? '' : (entries.locations.texts[key.location] ?? ''),
  ].filter((one) => one !== '');
  return `${cents} stands on ${say.entry(from)}, paid by a split of ${differs.join(', ')}${cells}`;
}

type RuleWords = (split: SuggestedSplit, to: string) => string;

const ruleWords: Readonly<Record<SplitRule, RuleWords>> = {
  oldest: ({ open }, to) => `A22: ${to} is the oldest that is open, ${moneyText(open)} of it`,
  'current patient': ({ open }, to) =>
    `A21: ${to} is the patient's oldest that is open, ${moneyText(open)} of it`,
  rest: () => 'A23: nothing else is open; the rest is unearned',
  refund: () => 'A24: given back while nothing is open; it lowers unearned',
  'not enforced': () =>
    'A1: not enforced; one unallocated split to the provider who did most for the patient',
  stays: () => 'A25: given back or moved already; this part stays as it is',
  'claim total': (_, to) => `A41: paid as one total; its part for ${to}`,
};
