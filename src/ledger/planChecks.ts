/** What is wrong with commission plans: terms that are not computed, overlaps, gaps, contradictions (G12). */
import { textAt } from '../core/column';
import { dayOfMoment, dayText } from '../core/day';
import { moneyText } from '../core/cents';
import { type CommissionPlansField, refusedTerms } from './planKinds';
import type { PlanRule } from './planRule';
import type { ProblemCode } from './problem';
import type { TableOf } from './tables';

export interface Finding {
  readonly row: number;
  readonly field: CommissionPlansField;
  readonly code: ProblemCode;
  readonly severity: 'held' | 'warned';
  readonly found: string;
  readonly fix: string;
  /** Other than that the plan is used as it stands. */
  readonly done?: string;
}

type Plans = TableOf<'Commission Plans'>;

/** Everything that can be said of the table before any money is looked at. */
export function checkPlans(
  table: Plans,
  rules: readonly PlanRule[],
  { isKnown }: { readonly isKnown: (name: string) => boolean },
): Finding[] {
  const findings: Finding[] = [];
  for (let row = 0; row < table.length; row++) findings.push(...unknownNames(table, row, isKnown));
  for (const rule of rules) findings.push(...checkRule(table, rule));
  const byProvider = new Map<number, PlanRule[]>();
  for (const rule of rules) {
    byProvider.set(rule.provider, [...(byProvider.get(rule.provider) ?? []), rule]);
  }
  for (const own of byProvider.values()) findings.push(...checkPlan(own));
  return findings;
}

function unknownNames(table: Plans, row: number, isKnown: (name: string) => boolean): Finding[] {
  const findings: Finding[] = [];
  if (!isKnown(textAt(table.provider, row))) {
    findings.push({
      row,
      field: 'provider',
      code: 'PLAN_PROVIDER_UNKNOWN',
      severity: 'warned',
      found: 'a provider whom no row of the ledger and no row of Providers names',
      done: 'no commission was computed for the name',
      fix: 'correct the name, or add it to the Providers table',
    });
  }
  const creditTo = textAt(table.creditTo, row);
  if (creditTo !== '' && (creditTo === '*' || !isKnown(creditTo))) {
    findings.push(
      refused(row, 'creditTo', 'Credit To names nobody of the ledger', 'correct the name'),
    );
  }
  return findings;
}

function refused(row: number, field: CommissionPlansField, found: string, fix: string): Finding {
  return { row, field, code: 'PLAN_REFUSED', severity: 'held', found, fix };
}

type Fault = readonly [isWrong: boolean, field: CommissionPlansField, found: string, fix: string];

/** A row by itself. */
function checkRule(table: Plans, rule: PlanRule): Finding[] {
  const terms = refusedTerms.map((field): Fault => {
    const isBlank = /^(?:|-|no|none|0(?:[.,]0+)?)$/i.test(textAt(table[field], rule.row));
    const found =
      'a term that is not computed: retention, base pay, bonus and cap are settled by hand';
    return [!isBlank, field, found, 'empty the cell and settle the term by hand'];
  });
  return [...terms, ...workFaults(table, rule), ...promiseFaults(rule)].flatMap(
    ([isWrong, field, found, fix]) => (isWrong ? [refused(rule.row, field, found, fix)] : []),
  );
}

/** What a row says of the work it is about. */
function workFaults(table: Plans, rule: PlanRule): Fault[] {
  const { row } = rule;
  const hasNobody = table.creditTo.codes[row]! === 0;
  const hasNoLab = rule.labMethod === '' || rule.labMethod === 'none';
  return [
    [rule.to < rule.from, 'to', 'a plan that ends before it begins', 'correct the dates'],
    [rule.tierFrom < 0, 'tierFrom', 'a tier below 0.00', 'type 0 or the amount it begins at'],
    [
      table.creditShare.given[row]! === 1 && hasNobody,
      'creditShare',
      'a Credit Share without Credit To',
      'say who is credited, or empty the cell',
    ],
    [
      rule.creditTo === rule.provider,
      'creditTo',
      'a provider who is credited with his own share',
      'name the other provider',
    ],
    [
      table.labShare.given[row]! === 1 && hasNoLab,
      'labShare',
      'a Lab Share without a Lab Method',
      'choose share-of-lab or after-lab, or empty the cell',
    ],
  ];
}

/** What a row promises besides its rate. */
function promiseFaults({ guarantee, guaranteePeriod, draw, carry }: PlanRule): Fault[] {
  const hasGuarantee = guarantee !== undefined;
  const isLess = (cents: number | undefined): boolean => cents !== undefined && cents < 0;
  const unsigned = 'type the amount without its sign';
  const isByMonth = guaranteePeriod === 'month' || guaranteePeriod === '';
  return [
    [
      hasGuarantee && guaranteePeriod === '',
      'guarantee',
      'a Guarantee without Guarantee Period',
      'choose day, period or month',
    ],
    [isLess(guarantee), 'guarantee', 'a guarantee below 0.00', unsigned],
    [isLess(draw), 'draw', 'a draw below 0.00', unsigned],
    [
      hasGuarantee && guaranteePeriod === 'period' && draw !== undefined,
      'draw',
      'a draw, which is settled by month, beside a guarantee by period',
      'choose the Guarantee Period month or day, or take one of the two out',
    ],
    [
      hasGuarantee && !isByMonth && carry === 'Yes' && draw === undefined,
      'carryDeficit',
      'a guarantee by day or period whose deficit is carried: only that of a month is computed',
      'choose month, or type No',
    ],
  ];
}

/** Rows that one provider can have; beyond it they cannot all be compared. */
const RULES_MOST = 1000;

/** The rows of one provider against each other. */
function checkPlan(own: readonly PlanRule[]): Finding[] {
  const [first] = own;
  if (first === undefined) return [];
  if (own.length > RULES_MOST) {
    const found = `${own.length} rows for one provider`;
    return [refused(first.row, 'provider', found, `keep at most ${RULES_MOST}`)];
  }
  const findings = own.flatMap((later, place) =>
    own.slice(0, place).flatMap((earlier) => (meet(earlier, later) ? clash(earlier, later) : [])),
  );
  return [
    ...findings,
    ...own.flatMap((rule) => [...tierWords(rule, own), ...mixedTerms(rule, own)]),
    ...gaps(own),
    ...twoBases(own),
  ];
}

/** True where both are in force at some moment. */
function meet(a: PlanRule, b: PlanRule): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** True for rows that are tiers of one rule, or the same rule twice. */
function isSameRule(a: PlanRule, b: PlanRule): boolean {
  if (a.basis !== b.basis) return false;
  if (a.words.length === 0 || b.words.length === 0) return a.words.length === b.words.length;
  return a.words.some((word) => b.words.includes(word));
}

/** Two rows in force at the same time. */
function clash(earlier: PlanRule, later: PlanRule): Finding[] {
  const where = `row ${earlier.sheetRow}`;
  const from = Math.max(earlier.from, later.from);
  const days = from === 0 ? '' : `, from ${daysText(from)}`;
  if (isSameRule(earlier, later)) {
    const isSameList = [...earlier.words].sort().join() === [...later.words].sort().join();
    if (earlier.tierFrom === later.tierFrom || !isSameList) {
      return [
        {
          row: later.row,
          field: 'rate',
          code: 'PLAN_OVERLAP',
          severity: 'held',
          found: `a second rate for the same work: ${where} is in force as well${days}`,
          fix: `end ${where} before this one begins (Effective To), or take one of them out`,
        },
      ];
    }
    const field = differing(earlier, later);
    if (field !== undefined) {
      const found = `tiers of one rule that say different things: ${where} is another one`;
      return [refused(later.row, field, found, 'let all tiers of the rule say the same')];
    }
  }
  const term = differingTerm(earlier, later);
  if (term === undefined) return [];
  const found = `another amount or word than in ${where}, which is in force as well`;
  return [refused(later.row, term, found, 'a provider has one guarantee and one draw at a time')];
}

/** The first column in which two tiers of a rule, both filled, differ. */
function differing(a: PlanRule, b: PlanRule): CommissionPlansField | undefined {
  const both = <Value>(one: Value, other: Value): boolean =>
    one !== '' && other !== '' && one !== other;
  if (both(a.tierMethod, b.tierMethod)) return 'tierMethod';
  if (both(a.tierPeriod, b.tierPeriod)) return 'tierPeriod';
  if (a.creditTo !== b.creditTo || a.creditShare !== b.creditShare) return 'creditTo';
  if (both(a.labMethod, b.labMethod) || a.labShare !== b.labShare) return 'labMethod';
  return undefined;
}

function differingTerm(a: PlanRule, b: PlanRule): CommissionPlansField | undefined {
  const both = <Value>(one: Value | undefined, other: Value | undefined): boolean =>
    one !== undefined && other !== undefined && one !== other;
  if (both(a.guarantee, b.guarantee)) return 'guarantee';
  const hasGuarantees = a.guarantee !== undefined && b.guarantee !== undefined;
  if (hasGuarantees && a.guaranteePeriod !== b.guaranteePeriod) return 'guaranteePeriod';
  if (both(a.draw, b.draw)) return 'draw';
  return a.carry !== '' && b.carry !== '' && a.carry !== b.carry ? 'carryDeficit' : undefined;
}

/** What cannot stand in one row cannot stand in two that are in force together either. */
function mixedTerms(rule: PlanRule, own: readonly PlanRule[]): Finding[] {
  const { row, guarantee, guaranteePeriod } = rule;
  if (guarantee === undefined || guaranteePeriod === 'month' || guaranteePeriod === '') return [];
  const others = own.filter((one) => one !== rule && meet(one, rule));
  const withDraw = others.find(({ draw }) => draw !== undefined);
  const fix = 'choose the Guarantee Period month, or take one of the two out';
  if (guaranteePeriod === 'period' && withDraw !== undefined) {
    const found = `a guarantee by period beside the draw in row ${withDraw.sheetRow}, which is settled by month`;
    return [refused(row, 'guarantee', found, fix)];
  }
  const carrying = others.find(({ carry }) => carry === 'Yes');
  if (carrying === undefined || withDraw !== undefined || rule.draw !== undefined) return [];
  const found = `a guarantee by ${guaranteePeriod} whose deficit row ${carrying.sheetRow} carries: only that of a month is computed`;
  return [refused(row, 'guarantee', found, fix)];
}

/** Marginal or cliff, and by which period, is never guessed: some tier in force says it at any time (C10). */
function tierWords(rule: PlanRule, own: readonly PlanRule[]): Finding[] {
  if (rule.tierFrom <= 0) return [];
  const tiers = own.filter((one) => isSameRule(one, rule) && meet(one, rule));
  const begins = [rule.from, ...tiers.map(({ to }) => to + 1)].filter(
    (moment) => rule.from <= moment && moment <= rule.to,
  );
  const lacks = (isSaid: (one: PlanRule) => boolean): number | undefined =>
    begins.find((moment) => !tiers.some((one) => isIn(one, moment) && isSaid(one)));
  const refuse = (from: number, word: string, fix: string): Finding[] => {
    const since = from === rule.from ? '' : ` from ${daysText(from)} on`;
    const found = `a tier from ${moneyText(rule.tierFrom)} without ${word}${since}`;
    return [refused(rule.row, 'tierFrom', found, fix)];
  };
  const noMethod = lacks(({ tierMethod }) => tierMethod !== '');
  if (noMethod !== undefined) {
    const fix = 'type marginal (each band at its rate) or cliff (everything at the rate reached)';
    return refuse(noMethod, 'Tier Method', fix);
  }
  const noPeriod = lacks(({ tierPeriod }) => tierPeriod !== '');
  const fix = 'type day, month, quarter or year';
  return noPeriod === undefined ? [] : refuse(noPeriod, 'Tier Period', fix);
}

function isIn({ from, to }: PlanRule, moment: number): boolean {
  return from <= moment && moment <= to;
}

/** Days between two rows of a provider on which none is in force. */
function gaps(own: readonly PlanRule[]): Finding[] {
  const findings: Finding[] = [];
  const inOrder = [...own].sort((a, b) => a.from - b.from || a.row - b.row);
  let end = inOrder[0]?.to ?? 0;
  for (const rule of inOrder) {
    if (rule.from > end + 1) {
      findings.push({
        row: rule.row,
        field: 'from',
        code: 'PLAN_GAP',
        severity: 'warned',
        found: `no plan is in force from ${daysText(end + 1)} to ${daysText(rule.from - 1)}`,
        done: 'what falls on these days earns no commission, and is listed as not counted',
        fix: 'close the gap, if it is none of the contract',
      });
    }
    end = Math.max(end, rule.to);
  }
  return findings;
}

/** Two bases for the same work at the same time would pay it twice: each has its own most specific row. */
function twoBases(own: readonly PlanRule[]): Finding[] {
  const isSameWork = (a: PlanRule, b: PlanRule): boolean =>
    a.words.length === 0 || b.words.length === 0 || a.words.some((word) => b.words.includes(word));
  for (const [place, later] of own.entries()) {
    const earlier = own
      .slice(0, place)
      .find((one) => one.basis !== later.basis && meet(one, later) && isSameWork(one, later));
    if (earlier === undefined) continue;
    const isAll = earlier.words.length + later.words.length === 0;
    return [
      {
        row: later.row,
        field: 'basis',
        code: 'PLAN_TWO_BASES',
        severity: 'warned',
        found: `${later.basis} beside ${earlier.basis} in row ${earlier.sheetRow}, ${isAll ? 'both for all work' : 'for some of the same work'}`,
        done: 'both are paid: the same work can count in each',
        fix: 'end one of them (Effective To), if only one is meant',
      },
    ];
  }
  return [];
}

function daysText(moment: number): string {
  return dayText(dayOfMoment(moment));
}
