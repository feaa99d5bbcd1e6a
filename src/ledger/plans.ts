/** Commission plans as the table has them: rules by provider, and whose plan cannot be used. */
import { at } from '../core/assert';
import { NO_MOMENT } from '../core/brand';
import { textAt } from '../core/column';
import { endOfDay, SECONDS_PER_DAY } from '../core/day';
import { foldWord } from './cellMarks';
import { WHOLE_RATE } from './parseRate';
import { checkPlans, type Finding } from './planChecks';
import {
  bases,
  carryWords,
  guaranteePeriods,
  labMethods,
  tierMethods,
  tierPeriods,
} from './planKinds';
import { type CommissionPlans, EVERYONE, NO_END, type PlanRule } from './planRule';
import type { Problem } from './problem';
import type { ProviderNames } from './providerNames';
import { rowPlace, type TableOf, type Tables } from './tables';

/** The provider's name in a row for everyone else. */
const EVERYONE_NAME = '*';

export interface PlansRead {
  readonly plans: CommissionPlans;
  /** Rows that were read and cannot be used. */
  readonly held: ReadonlySet<number>;
}

/** The form in which codes, tags and categories are compared with Applies To. */
export function appliesKey(text: string): string {
  return foldWord(text);
}

/** The lists of `Diets, Rx; D0120`: a comma may be part of a category, or stand between two of a list. */
export function listsOf(text: string): string[] {
  return text.split(/[;|\r\n]/).map((word) => word.trim());
}

/** The parts of a list such as `D0120; D0140`, as written. */
export function listOf(text: string): string[] {
  return listsOf(text).flatMap((list) => list.split(',').map((word) => word.trim()));
}

/** The same parts as they are compared, and lists with commas as a whole; `*` and nothing mean all. */
export function wordsOf(text: string): string[] {
  const words = [...listOf(text), ...listsOf(text)].map(appliesKey);
  return [...new Set(words)].filter((word) => word !== '' && word !== EVERYONE_NAME);
}

/** Reads the plans of a ledger; what cannot be used is told with its cell, and named. */
export function readPlans(
  tables: Tables,
  providers: ProviderNames,
  problems: Problem[],
): PlansRead {
  const table = tables['Commission Plans'];
  const placeOf = placesByName(providers);
  const rules = Array.from({ length: table.length }, (_, row) => ruleOf(table, row, placeOf));
  const known = rules.filter((rule): rule is PlanRule => rule !== undefined);
  const findings = checkPlans(table, known, {
    isKnown: (name) => name === EVERYONE_NAME || placeOf.has(name),
  });
  const held = new Set<number>();
  const refused = new Map<number, string>();
  const refuse = (name: string, why: string): void => {
    // A row that names nobody may be anybody's.
    const places = name === '' ? [EVERYONE, ...providers.names.keys()] : [placeOf.get(name)];
    const place = name === EVERYONE_NAME ? [EVERYONE] : places;
    for (const one of place) {
      if (one !== undefined && !refused.has(one)) refused.set(one, why);
    }
  };
  for (const name of tables.heldPlans) refuse(name, 'a row of the plan cannot be read');
  for (const finding of findings) {
    problems.push(problemOf(tables, finding));
    if (finding.severity !== 'held') continue;
    held.add(finding.row);
    refuse(textAt(table.provider, finding.row), finding.found);
  }
  return { plans: { rules: known.filter(({ row }) => !held.has(row)), refused }, held };
}

/**
 * Places by every name under which a provider may be written. A plan pays nobody who is gone: what closed
 * periods promised him is taken back as anything else that the ledger does not have any more (INV-31).
 */
function placesByName({ names, aliases, noProvider, gone }: ProviderNames): Map<string, number> {
  const places = new Map(names.map((name, place) => [name, place]));
  for (const name of gone) places.delete(name);
  for (const [alias, shown] of aliases) {
    const place = places.get(shown);
    if (place !== undefined && !places.has(alias)) places.set(alias, place);
  }
  // Money of nobody is nobody's pay.
  places.delete(at(names, noProvider));
  return places;
}

/** Undefined for a provider that the ledger does not know: there is nobody to pay. */
function ruleOf(
  table: TableOf<'Commission Plans'>,
  row: number,
  placeOf: ReadonlyMap<string, number>,
): PlanRule | undefined {
  const name = textAt(table.provider, row);
  const provider = name === EVERYONE_NAME ? EVERYONE : placeOf.get(name);
  if (provider === undefined) return undefined;
  const creditTo = textAt(table.creditTo, row);
  const appliesTo = textAt(table.appliesTo, row);
  return {
    row,
    sheetRow: table.sheetRow[row]!,
    provider,
    basis: at(bases, table.basis[row]!),
    rate: table.rate.parts[row]!,
    appliesTo,
    words: wordsOf(appliesTo),
    creditTo: creditTo === '' ? undefined : placeOf.get(creditTo),
    creditShare: table.creditShare.given[row]! === 1 ? table.creditShare.parts[row]! : WHOLE_RATE,
    tierFrom: table.tierFrom[row]!,
    tierMethod: at(tierMethods, table.tierMethod[row]!),
    tierPeriod: at(tierPeriods, table.tierPeriod[row]!),
    from: table.from[row]! === NO_MOMENT ? 0 : table.from[row]!,
    to: lastMoment(table.to[row]!),
    labMethod: at(labMethods, table.labMethod[row]!),
    labShare: table.labShare.given[row]! === 1 ? table.labShare.parts[row]! : WHOLE_RATE,
    guarantee: table.guarantee.given[row]! === 1 ? table.guarantee.cents[row]! : undefined,
    guaranteePeriod: at(guaranteePeriods, table.guaranteePeriod[row]!),
    draw: table.draw.given[row]! === 1 ? table.draw.cents[row]! : undefined,
    carry: at(carryWords, table.carryDeficit[row]!),
  };
}

/** A last day without a time runs to its end (I-6). */
function lastMoment(to: number): number {
  if (to === NO_MOMENT) return NO_END;
  return to % SECONDS_PER_DAY === 0 ? endOfDay(to / SECONDS_PER_DAY) : to;
}

function problemOf(tables: Tables, finding: Finding): Problem {
  const { row, field, code, severity, found, fix } = finding;
  const done = {
    held: 'the row was left out, and no commission was computed for this provider',
    warned: finding.done ?? 'the plan was used as it stands',
  }[severity];
  const place = rowPlace(tables, 'Commission Plans', { row, field });
  return { code, severity, ...place, found, done, fix, count: 1 };
}
