/** Gross to Net a second time, row by row and by words, as a bookkeeper would: written apart from the engine. */
import { centsOfMoney, type PlainRow, textOf } from './plainLedger';

export interface Expected {
  readonly lines: Record<string, number>;
  /** Window, Production, Collection, Excluded, Voided, Unclassified. */
  readonly tabs: Record<string, number[]>;
}

export interface Asked {
  readonly from: string;
  readonly to: string;
  readonly literal: boolean;
  readonly withVoided: boolean;
}

const allTabs = [
  'Production',
  'Payments',
  '[+] Contract Adj',
  '[-] Contract Adj',
  '[+] Adjustments',
  '[-] Adjustments',
];

interface Verdict {
  readonly pot: 'production' | 'collection' | 'excluded' | 'unclassified';
  readonly name?: 'discount' | 'writeOff';
  readonly sign?: number;
}

const production: Verdict = { pot: 'production' };
const collection: Verdict = { pot: 'collection' };
const excluded: Verdict = { pot: 'excluded' };
const unclassified: Verdict = { pot: 'unclassified' };
const discount: Verdict = { pot: 'production', name: 'discount' };
const writeOff: Verdict = { pot: 'production', name: 'writeOff' };

function letters(text: string): string {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .join('');
}

function begins(type: string, ...starts: string[]): boolean {
  return starts.some((start) => letters(type).startsWith(letters(start)));
}

function says(type: string, ...parts: string[]): boolean {
  return parts.some((part) => letters(type).includes(letters(part)));
}

function ofPlus(type: string): Verdict {
  if (begins(type, 'Refund', 'NSF Returned Check', 'TopsPay Reversal', 'Declined CC')) {
    return collection;
  }
  if (says(type, 'Payment Reversal')) return collection;
  const moved = begins(type, 'Transfer Charge', 'Transfer Credit', 'Account Adjustment');
  if (moved || begins(type, 'Data Entry Correction')) return production;
  return says(type, 'Late Fee') && says(type, 'Revers') ? production : unclassified;
}

function ofMinus(type: string, description: string): Verdict {
  if (begins(type, 'ReDeposit Check') || begins(description, 'ReDeposit Check')) return collection;
  if (says(type, 'Discount')) return discount;
  const slashed = ` ${type.toLowerCase()} `.includes(' w/o ');
  return says(type, 'Write Off') || slashed ? writeOff : production;
}

function ofContract(type: string, word: string): Verdict {
  if (begins(type, `${word} Existing Contract`)) return production;
  return begins(type, 'Reschedule Charged Contract Fees') ? excluded : unclassified;
}

const ofBucket: Readonly<Record<string, Verdict>> = {
  production,
  collection,
  excluded,
  tax: excluded,
  discount,
  'write-off': writeOff,
  'bad-debt': writeOff,
};

/** The map row with the most letters whose words fit; `*` is only at the end of its patterns here. */
function ofMap(map: readonly PlainRow[], tab: string, type: string): Verdict | undefined {
  const fitting = map.filter((row) => {
    const pattern = textOf(row, 'Pattern');
    const isStart = pattern.endsWith('*');
    const fits = isStart ? begins(type, pattern) : letters(type) === letters(pattern);
    return textOf(row, 'Tab') === tab && fits;
  });
  const size = (row: PlainRow): number => letters(textOf(row, 'Pattern')).length;
  const best = fitting.reduce<PlainRow | undefined>(
    (one, row) => (one === undefined || size(row) > size(one) ? row : one),
    undefined,
  );
  if (best === undefined) return undefined;
  const sign = textOf(best, 'Sign');
  const verdict = ofBucket[textOf(best, 'Bucket')]!;
  return sign === '' ? verdict : { ...verdict, sign: sign === '-' ? -1 : 1 };
}

function judge(row: PlainRow, map: readonly PlainRow[]): Verdict {
  const [tab, type] = [textOf(row, 'Tab'), textOf(row, 'Type')];
  const mapped = ofMap(map, tab, type);
  if (mapped !== undefined) return mapped;
  const description = textOf(row, 'Description');
  switch (tab) {
    case 'Production':
      return production;
    case 'Payments':
      return collection;
    case '[+] Contract Adj':
      return ofContract(type, 'Increase');
    case '[-] Contract Adj':
      return ofContract(type, 'Decrease');
    case '[+] Adjustments':
      return ofPlus(type);
    default: {
      const told = begins(description, 'ReDeposit Check') && !begins(type, 'ReDeposit Check');
      return (told ? ofMap(map, tab, description) : undefined) ?? ofMinus(type, description);
    }
  }
}

function signOf(tab: string, { pot, name, sign }: Verdict, literal: boolean): number {
  if (sign !== undefined) return sign;
  const isGross = tab === 'Production' || tab === 'Payments';
  if (isGross) return name === undefined ? 1 : -1;
  const plus = tab.startsWith('[+]') ? 1 : -1;
  return pot === 'collection' && !literal ? -plus : plus;
}

function rowsIn(trail: readonly PlainRow[], { from, to }: Asked): PlainRow[] {
  return trail.filter((row) => {
    const day = textOf(row, 'Date').slice(0, 10);
    return day >= from && day <= to;
  });
}

function isVoided(row: PlainRow): boolean {
  return textOf(row, 'Voided') !== '' || textOf(row, 'Voiding Staff') !== '';
}

export function expectedOf(
  trail: readonly PlainRow[],
  map: readonly PlainRow[],
  asked: Asked,
): Expected {
  let [discounts, count, writeOffs] = [0, 0, 0];
  const gross = { production: 0, collection: 0 };
  const adjusted = { production: 0, collection: 0 };
  const tabs = Object.fromEntries(allTabs.map((tab) => [tab, [0, 0, 0, 0, 0, 0]]));
  for (const row of rowsIn(trail, asked)) {
    const tab = textOf(row, 'Tab');
    const sums = tabs[tab]!;
    const cents = Math.abs(centsOfMoney(textOf(row, 'Amount')));
    sums[0]! += cents;
    if (isVoided(row) && !asked.withVoided) {
      sums[4]! += cents;
      continue;
    }
    const verdict = judge(row, map);
    if (verdict.pot === 'excluded' || verdict.pot === 'unclassified') {
      sums[verdict.pot === 'excluded' ? 3 : 5]! += cents;
      continue;
    }
    const signed = signOf(tab, verdict, asked.literal) * cents;
    sums[verdict.pot === 'production' ? 1 : 2]! += signed;
    const own = verdict.pot === 'production' ? 'Production' : 'Payments';
    const isGross = tab === own && verdict.name === undefined;
    (isGross ? gross : adjusted)[verdict.pot] += signed;
    if (verdict.name === 'discount') {
      discounts += signed;
      count += 1;
    }
    if (verdict.name === 'writeOff') writeOffs += signed;
  }
  return {
    lines: {
      'Gross Production': gross.production,
      'Production Adjustments': adjusted.production,
      'Net Production': gross.production + adjusted.production,
      Discounts: discounts,
      'Discounts Count': count,
      'Write-offs': writeOffs,
      'Other Adjustments': adjusted.production - discounts - writeOffs,
      'Gross Collection': gross.collection,
      'Collection Adjustments': adjusted.collection,
      'Net Collection': gross.collection + adjusted.collection,
    },
    tabs,
  };
}
