/** Providers as they are shown and ordered: names as written, aliases, last name first (I-A16). */
import { at } from '../core/assert';
import { type TextColumn, textAt } from '../core/column';
import { byCodeUnit } from '../core/order';
import { rowPlace, type Tables } from './tables';
import type { Problem } from './problem';

/** Rows without a provider stand under this name, last (I-A13). */
export const NO_PROVIDER = 'No provider';

export interface ProviderNames {
  /** Names shown, of every table that names providers, in the order of the reports: `No provider` is the last. */
  readonly names: readonly string[];
  /** The place of `No provider`. */
  readonly noProvider: number;
  /** For each charge, its provider's place in `names`. */
  readonly ofCharge: Int32Array;
  /** For each payments row, the same; where it names none, that of `No provider`. */
  readonly ofPayment: Int32Array;
  readonly ofAdjustment: Int32Array;
  readonly ofClaimLine: Int32Array;
  /** For each row of the Audit Trail. */
  readonly ofTrail: Int32Array;
  /** For each name and alias of the Providers table, the name that is shown. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Names of providers hidden on reports: they cannot be picked, and count in the totals. */
  readonly hidden: ReadonlySet<string>;
  /** Names that a closed period paid and no row has any more. */
  readonly gone: ReadonlySet<string>;
}

const titlesAndSuffixes = new Set(
  'dr doctor dvm vmd dds dmd md do dc dpm od pa np rn rdh phd jr sr ii iii iv mr mrs ms mx prof'.split(
    ' ',
  ),
);

/** `Adams, Jane DVM` and `Dr. Jane Adams` both sort under `adams` (I-A16). */
export function lastNameOf(name: string): string {
  const comma = name.indexOf(',');
  const beforeComma = wordsOfName(comma > 0 ? name.slice(0, comma) : '');
  const afterComma = comma > 0 ? wordsOfName(name.slice(comma + 1)) : [];
  // "Jane Adams, DVM" has only a suffix behind its comma: it is not "Last, First".
  if (beforeComma.length > 0 && afterComma.length > 0) return beforeComma.join(' ');
  const words = beforeComma.length > 0 ? beforeComma : wordsOfName(name);
  return words[words.length - 1] ?? name.toLowerCase();
}

/** Words of a name in lower case, without titles and degrees (I-A16). */
export function wordsOfName(text: string): string[] {
  const words = text.toLowerCase().split(/[\s,]+/);
  return words.filter((word) => word !== '' && !titlesAndSuffixes.has(word.replace(/[.]/g, '')));
}

interface KnownProvider {
  readonly shown: string;
  readonly lastName: string;
  readonly hidden: boolean;
}

/**
 * Names and order of the providers of all charges and payments. A name of the Providers table, or one
 * of its aliases, is shown as the table has it; spellings that only look alike stay apart. Who was paid in a
 * closed period is known also where no row names him any more.
 */
export function providerNames(
  tables: Tables,
  problems: Problem[],
  paid: readonly string[] = [],
): ProviderNames {
  const { Charges: charges, Payments: payments, Adjustments: adjustments } = tables;
  const { 'Claim Lines': claimLines, 'Audit Trail': trail } = tables;
  const known = knownProviders(tables, problems);
  const texts = [charges, payments, adjustments, claimLines, trail].flatMap(
    ({ provider }) => provider.texts,
  );
  const lastNames = new Map([...known.values()].map((p) => [p.shown, p.lastName]));
  const ofRows = new Set([
    ...texts.map((text) => shownName(text, known)),
    ...[...known.values()].map(({ shown }) => shown),
    NO_PROVIDER,
  ]);
  const paidShown = paid.map((name) => shownName(name, known));
  const names = [...new Set([...ofRows, ...paidShown])].sort(byLastName(lastNames));
  const placeOfName = new Map(names.map((name, place) => [name, place]));
  const placesOf = ({ codes, texts }: TextColumn): Int32Array => {
    const placeOfCode = texts.map((text) => placeOfName.get(shownName(text, known)) ?? 0);
    return codes.map((code) => at(placeOfCode, code));
  };
  return {
    names,
    noProvider: names.length - 1,
    ofCharge: placesOf(charges.provider),
    ofPayment: placesOf(payments.provider),
    ofAdjustment: placesOf(adjustments.provider),
    ofClaimLine: placesOf(claimLines.provider),
    ofTrail: placesOf(trail.provider),
    aliases: new Map([...known].map(([alias, { shown }]) => [alias, shown])),
    hidden: new Set([...known.values()].filter((p) => p.hidden).map((p) => p.shown)),
    gone: new Set(paidShown.filter((name) => !ofRows.has(name))),
  };
}

function shownName(written: string, known: ReadonlyMap<string, KnownProvider>): string {
  if (written === '') return NO_PROVIDER;
  return known.get(written)?.shown ?? written;
}

function byLastName(lastNames: ReadonlyMap<string, string>): (a: string, b: string) => number {
  const key = (name: string): string => (lastNames.get(name) ?? '') || lastNameOf(name);
  return (a, b) => {
    if (a === NO_PROVIDER || b === NO_PROVIDER) return a === b ? 0 : a === NO_PROVIDER ? 1 : -1;
    return (
      byCodeUnit(key(a), key(b)) || byCodeUnit(a.toLowerCase(), b.toLowerCase()) || byCodeUnit(a, b)
    );
  };
}

function knownProviders(tables: Tables, problems: Problem[]): Map<string, KnownProvider> {
  const { Providers: providers } = tables;
  const known = new Map<string, KnownProvider>();
  for (let row = 0; row < providers.length; row++) {
    const shown = textAt(providers.provider, row);
    const lastName = textAt(providers.lastName, row).toLowerCase();
    const entry = { shown, lastName, hidden: providers.hidden[row]! === 1 };
    const aliases = textAt(providers.aliases, row).split(';');
    for (const name of [shown, ...aliases].map((alias) => alias.trim())) {
      const earlier = known.get(name);
      if (name === '') continue;
      if (earlier === undefined) known.set(name, entry);
      else if (!isSame(earlier, entry)) {
        problems.push(aliasTwice(tables, row, [earlier.shown, shown]));
      }
    }
  }
  return known;
}

function isSame(a: KnownProvider, b: KnownProvider): boolean {
  return a.shown === b.shown && a.lastName === b.lastName && a.hidden === b.hidden;
}

function aliasTwice(tables: Tables, row: number, names: readonly string[]): Problem {
  return {
    code: 'PROVIDER_ALIAS_TWICE',
    severity: 'stopped',
    ...rowPlace(tables, 'Providers', { row, field: 'aliases' }),
    found: `one name or alias for ${names.join(' and ')}`,
    done: 'nothing was computed',
    fix: 'keep one row for each provider, and each alias with one provider only',
    count: 1,
  };
}
