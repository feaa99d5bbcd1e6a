/** Provider names that look like one person written twice: proposed for the alias table, never merged. */
import { at } from '../../core/assert';
import { moneyText } from '../../core/cents';
import { contains, type Period } from '../../core/period';
import { byCodeUnit } from '../../core/order';
import type { Problem } from '../../ledger/problem';
import { NO_PROVIDER, wordsOfName } from '../../ledger/providerNames';
import { rowPlace } from '../../ledger/tables';
import type { AllocatedLedger } from '../allocateLedger';

/** Charges of one provider in the period. */
interface Work {
  rows: number;
  cents: number;
  readonly first: number;
}

/** Notes each pair of alike names that both have charges in the period, at the one with fewer. */
export function lookAlikeProviders({ ledger }: AllocatedLedger, period: Period): Problem[] {
  const { charges, providers, tables } = ledger;
  const work = new Map<number, Work>();
  for (let row = 0; row < charges.length; row++) {
    if (!contains(period, charges.service[row]!)) continue;
    const provider = providers.ofCharge[row]!;
    const known = work.get(provider);
    if (known === undefined)
      work.set(provider, { rows: 1, cents: charges.amount[row]!, first: row });
    else {
      known.rows += 1;
      known.cents += charges.amount[row]!;
    }
  }
  const found = [...work]
    .map(([provider, of]) => ({ name: at(providers.names, provider), of }))
    .filter(({ name }) => name !== NO_PROVIDER)
    .sort((a, b) => a.of.rows - b.of.rows || byCodeUnit(a.name, b.name));
  const written = found.map((one) => ({ ...one, plain: plainName(one.name) }));
  return written.flatMap(({ name, of, plain }, place) => {
    const twin = written.slice(place + 1).find((other) => areAlike(plain, other.plain));
    if (twin === undefined) return [];
    const problem: Problem = {
      code: 'PROVIDER_LOOK_ALIKE',
      severity: 'noted',
      ...rowPlace(tables, 'Charges', { row: of.first, field: 'provider' }),
      found: `'${name}' (${of.rows} charge(s), ${moneyText(of.cents)}, the first one here) looks like '${twin.name}' (${twin.of.rows} charge(s))`,
      done: 'kept apart as two providers',
      fix: `nothing if they are two; else list '${name}' under Aliases of '${twin.name}' in a Providers table`,
      count: of.rows,
      cents: of.cents,
    };
    return [problem];
  });
}

/** Words of a name in one order, without titles, marks, accents and the e of ae, oe and ue. */
function plainName(name: string): string {
  const plain = wordsOfName(name.normalize('NFKD'))
    .map((word) =>
      word
        .replace(/[^\p{L}\p{N}]/gu, '')
        .replace(/([aou])e/g, '$1')
        .replace(/ß/g, 'ss'),
    )
    .filter((word) => word !== '');
  return plain.sort(byCodeUnit).join(' ');
}

/** Names so short that one letter more or less makes another name. */
const SHORT = 5;

/** The same but for one letter; names that differ in a digit or an initial are two. */
function areAlike(a: string, b: string): boolean {
  if (a === b) return a !== '';
  if (Math.min(a.length, b.length) < SHORT || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [inA, inB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (inA.length > 1 || inB.length > 1) return isSwap(inA, inB);
  return ![inA, inB].some((letter) => /[\p{N} ]/u.test(letter)) && !isInitial(a, start);
}

function isSwap(a: string, b: string): boolean {
  return a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0];
}

/** True where the place is a word of one letter. */
function isInitial(text: string, place: number): boolean {
  return (text[place - 1] ?? ' ') === ' ' && (text[place + 1] ?? ' ') === ' ';
}
