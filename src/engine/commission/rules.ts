/** Which rule of a plan a line falls under: its provider's own, the most specific one, as of a moment. */
import { NONE } from '../../core/brand';
import { textAt } from '../../core/column';
import type { Ledger } from '../../ledger/ledger';
import type { Basis, LabMethod, TierMethod, TierPeriod } from '../../ledger/planKinds';
import { type CommissionPlans, EVERYONE, type PlanRule } from '../../ledger/planRule';
import { appliesKey, listOf, listsOf, wordsOf } from '../../ledger/plans';
import { cptCodes } from '../cptCode';

/** The rows of a rule that are in force together, and so its tiers, from one moment to another. */
export interface Version {
  readonly from: number;
  readonly to: number;
  /** From the lowest tier to the highest. */
  readonly tiers: readonly PlanRule[];
  /** The lowest tier: what is not the rate stands in it. */
  readonly first: PlanRule;
  /** Empty: one rate for everything. */
  readonly method: TierMethod;
  /** One rate counts in the tiers beside it in time; empty where the rule has no tiers at any time. */
  readonly period: TierPeriod;
  readonly labMethod: LabMethod;
}

/** Rows of one plan and basis for the same work: one rate, or tiers, with its versions in time. */
export interface Rule {
  /** Place among all rules. */
  readonly place: number;
  /** Whose plan: a provider's place, or EVERYONE. */
  readonly owner: number;
  readonly basis: Basis;
  /** As written; empty for all work. */
  readonly appliesTo: string;
  readonly words: readonly string[];
  readonly versions: readonly Version[];
}

/** Why a rule holds for a line: which of its words stood there. */
export type Match = 'code' | 'tag' | 'category' | 'all work';

export interface Picked {
  readonly rule: Rule;
  readonly version: Version;
  readonly match: Match;
}

/** Why a line earns no commission. */
export type Unpaid = 'no provider' | 'no plan' | 'plan refused' | 'no rule' | 'not commissionable';

export interface RulePicker {
  readonly rules: readonly Rule[];
  /** The rule of a provider for a charge (NONE: for no charge) at a moment, or why there is none. */
  pick(
    basis: Basis,
    of: { readonly provider: number; readonly charge: number; readonly moment: number },
  ): Picked | Unpaid;
  /** Whose plan a provider is under: his own place, EVERYONE, or why none. */
  planOf(provider: number): number | Unpaid;
}

/** Closest first. */
const matches: readonly Match[] = ['code', 'tag', 'category', 'all work'];

/** `refused`: owners whose plans are not computed, besides those whose rows are held. */
export function rulePicker(ledger: Ledger, refused: ReadonlySet<number>): RulePicker {
  const { plans, providers } = ledger;
  const isRefused = (owner: number): boolean => plans.refused.has(owner) || refused.has(owner);
  const rules = rulesOf(plans);
  const owners = new Set(plans.rules.map(({ provider }) => provider));
  const planOf = (provider: number): number | Unpaid => {
    if (provider === providers.noProvider) return 'no provider';
    const own = owners.has(provider) || isRefused(provider) ? provider : EVERYONE;
    if (isRefused(own)) return 'plan refused';
    return owners.has(own) ? own : 'no plan';
  };
  const candidates = candidateFinder(ledger, rules);
  return {
    rules,
    planOf,
    pick(basis, { provider, charge, moment }) {
      const owner = planOf(provider);
      if (typeof owner === 'string') return owner;
      for (const { rule, match } of candidates(basis, owner, charge)) {
        const version = versionAt(rule, moment);
        if (version !== undefined) return { rule, version, match };
      }
      return 'no rule';
    },
  };
}

export function versionAt({ versions }: Rule, moment: number): Version | undefined {
  return versions.find(({ from, to }) => from <= moment && moment <= to);
}

/** Rows with one plan, basis and list of words are one rule; in the order of the table. */
function rulesOf({ rules: rows }: CommissionPlans): Rule[] {
  const groups = new Map<string, PlanRule[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.provider, row.basis, ...[...row.words].sort()]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((own, place) => {
    const [first] = own;
    if (first === undefined) return [];
    const { provider: owner, basis, appliesTo, words } = first;
    const shown = words.length === 0 ? '' : appliesTo;
    const versions = countedOn(versionsOf(own));
    return [{ place, owner, basis, appliesTo: shown, words, versions }];
  });
}

/** Cut where any row begins or ends, so that in between the same rows are in force. */
function versionsOf(rows: readonly PlanRule[]): Version[] {
  const cuts = [...new Set(rows.flatMap(({ from, to }) => [from, to + 1]))].sort((a, b) => a - b);
  return cuts.flatMap((from, place) => {
    const tiers = rows
      .filter((row) => row.from <= from && from <= row.to)
      .sort((a, b) => a.tierFrom - b.tierFrom);
    const [first] = tiers;
    const next = cuts[place + 1];
    if (first === undefined || next === undefined) return [];
    const isTiered = tiers.length > 1 || first.tierFrom > 0;
    const word = <Word extends string>(of: (row: PlanRule) => Word): Word | '' =>
      tiers.map(of).find((one) => one !== '') ?? '';
    return [
      {
        from,
        to: next - 1,
        tiers,
        first,
        method: isTiered ? word(({ tierMethod }) => tierMethod) : '',
        period: isTiered ? word(({ tierPeriod }) => tierPeriod) : '',
        labMethod: word(({ labMethod }) => labMethod) || 'none',
      },
    ];
  });
}

/** Tiers go on counting where one rate stood before them, and where it stands after them (C10). */
function countedOn(versions: readonly Version[]): Version[] {
  return versions.map((version, place) => {
    if (version.method !== '') return version;
    const isTiered = ({ method }: Version): boolean => method !== '';
    const beside =
      versions.slice(place).find(isTiered) ?? versions.slice(0, place).reverse().find(isTiered);
    return { ...version, period: beside?.period ?? '' };
  });
}

interface Candidate {
  readonly rule: Rule;
  readonly match: Match;
  /** 0 for the closest: a code as it is written goes before the code without its modifiers. */
  readonly distance: number;
}

/** The rules of a plan that a charge can fall under, the closest first; ties in the order of the table. */
function candidateFinder(
  ledger: Ledger,
  rules: readonly Rule[],
): (basis: Basis, owner: number, charge: number) => readonly Candidate[] {
  const keysOf = chargeKeys(ledger);
  const { code, modifiers, invoiceTag, category } = ledger.charges;
  const known = new Map<string, readonly Candidate[]>();
  return (basis, owner, charge) => {
    const words =
      charge === NONE
        ? ''
        : [code, modifiers, invoiceTag, category].map(({ codes }) => codes[charge]!).join(' ');
    const key = `${basis} ${owner} ${words}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const keys = charge === NONE ? undefined : keysOf(charge);
    const own = rules.filter((rule) => rule.owner === owner && rule.basis === basis);
    const found = own.flatMap((rule) => {
      const hit = matchOf(rule, keys);
      return hit === undefined ? [] : [{ rule, ...hit }];
    });
    found.sort(
      (a, b) => matches.indexOf(a.match) - matches.indexOf(b.match) || a.distance - b.distance,
    );
    known.set(key, found);
    return found;
  };
}

/** What a charge can be named by, as it is compared; of codes the closest first. */
interface ChargeKeys {
  readonly code: readonly string[];
  readonly tag: readonly string[];
  readonly category: readonly string[];
}

function matchOf(
  { words }: Rule,
  keys: ChargeKeys | undefined,
): Omit<Candidate, 'rule'> | undefined {
  if (words.length === 0) return { match: 'all work', distance: 0 };
  if (keys === undefined) return undefined;
  for (const match of ['code', 'tag', 'category'] as const) {
    const place = keys[match].findIndex((key) => words.includes(key));
    if (place >= 0) return { match, distance: match === 'code' ? place : 0 };
  }
  return undefined;
}

/** A code with its modifiers and without them, each tag and the tags together, and the category. */
function chargeKeys(ledger: Ledger): (charge: number) => ChargeKeys {
  const { code, invoiceTag, category } = ledger.charges;
  const [whole, bare] = [cptCodes(ledger, true), cptCodes(ledger, false)];
  return (charge) => {
    const tags = textAt(invoiceTag, charge);
    const codes = [whole(charge), textAt(code, charge), bare(charge)];
    return {
      code: code.codes[charge]! === 0 ? [] : codes.map(appliesKey),
      tag: [appliesKey(tags), ...wordsOf(tags)],
      category: category.codes[charge]! === 0 ? [] : [appliesKey(textAt(category, charge))],
    };
  };
}

/** Words of Applies To that are no code, tag or category of any charge: a rate that nothing earns. */
export function unknownWords(ledger: Ledger): { readonly rule: PlanRule; readonly word: string }[] {
  const { charges, plans } = ledger;
  const { code, modifiers, invoiceTag, category } = charges;
  const wanted = new Set(plans.rules.flatMap(({ words }) => words));
  if (wanted.size === 0) return [];
  const keysOf = chargeKeys(ledger);
  const seen = new Set<string>();
  for (let charge = 0; charge < charges.length && wanted.size > 0; charge++) {
    const looks = [code, modifiers, invoiceTag, category]
      .map(({ codes }) => codes[charge]!)
      .join(' ');
    if (seen.has(looks)) continue;
    seen.add(looks);
    const keys = keysOf(charge);
    for (const key of [keys.code, keys.tag, keys.category].flat()) wanted.delete(key);
  }
  const isUnknown = (word: string): boolean => wanted.has(appliesKey(word));
  return plans.rules.flatMap((rule) =>
    // A category with a comma in it is none of a list's parts.
    listsOf(rule.appliesTo)
      .flatMap((list) => (isUnknown(list) ? listOf(list) : []))
      .filter(isUnknown)
      .map((word) => ({ rule, word })),
  );
}
