/** Checks what a run is asked for, before and after the ledger is read; a refusal is a sentence. */
import { at } from '../core/assert';
import { byCodeUnit } from '../core/order';
import { endOfText, type Period, startOfText, wholeMonths } from '../core/period';
import { centsOfText } from '../core/rate';
import { chooseOptions, negativeLinesOf, type Options } from '../engine/options';
import type { NegativeLines } from '../engine/waterfall';
import type { Ledger } from '../ledger/ledger';
import { type Control, controlNames, controlNeeds } from '../reports/control';
import { reportSpecs } from '../reports/catalogue';
import { coveredMonths, suggestedPreset } from './coveredDays';
import { presetDays } from './presets';
import type { RunRequest } from './runRequest';

/** A request whose words were understood. */
export interface Asked {
  /** Empty means all. */
  readonly reports: readonly string[];
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** Today, where the period is the one that is suggested for the ledger. */
  readonly suggestAsOf: number | undefined;
  readonly options: Options;
  readonly negativeLines: NegativeLines;
  readonly providers: readonly string[];
  readonly locations: readonly string[];
  readonly controls: readonly Control[];
}

/** What can be refused without the ledger: names and values that do not exist. */
export function checkRequest(request: RunRequest): Asked | { readonly reasons: readonly string[] } {
  const reasons: string[] = [];
  const chosen = chooseOptions(request.options);
  if ('refusal' in chosen) reasons.push(chosen.refusal);
  reasons.push(...reportReasons(request.reports));
  const from = request.from === undefined ? undefined : startOfText(request.from);
  const to = request.to === undefined ? undefined : endOfText(request.to);
  for (const [name, text, moment] of [
    ['--from', request.from, from],
    ['--to', request.to, to],
  ] as const) {
    if (text === undefined || moment !== undefined) continue;
    reasons.push(`${name} is a date such as 2024-03-31 or 2024-03-31T18:00, not "${text}"`);
  }
  if (from !== undefined && to !== undefined && to < from) {
    reasons.push('the period ends before it begins');
  }
  const controls = request.controls.map(([name, amount]) => readControl(name, amount));
  reasons.push(...controls.flatMap((control) => ('reason' in control ? [control.reason] : [])));
  if (reasons.length > 0 || 'refusal' in chosen) return { reasons };
  return {
    reports: request.reports.includes('all') ? [] : request.reports,
    from,
    to,
    suggestAsOf: request.suggestAsOf,
    options: chosen.options,
    negativeLines: negativeLinesOf(chosen.options),
    providers: request.providers,
    locations: request.locations,
    controls: controls.flatMap((control) => ('reason' in control ? [] : [control])),
  };
}

function reportReasons(names: readonly string[]): string[] {
  const known = reportSpecs.map(({ name }): string => name);
  return names.flatMap((name) => {
    if (name === 'all' || known.includes(name)) return [];
    return [`there is no report ${name}; there are all, ${known.join(', ')}`];
  });
}

function readControl(given: string, amount: string): Control | { reason: string } {
  const name = controlNames.find((known) => known === given);
  if (name === undefined) {
    return { reason: `there is no control ${given}; there are ${controlNames.join(', ')}` };
  }
  const read = centsOfText(amount);
  if (read === undefined || read.rounded) {
    return { reason: `--control ${name} wants an amount such as 1234.50, not "${amount}"` };
  }
  return { name, cents: read.cents };
}

/** The period asked for; an end that is not given is that of the whole months the rows cover. */
export function choosePeriod(asked: Asked, ledger: Ledger): Period {
  const { suggestAsOf } = asked;
  if (suggestAsOf !== undefined) {
    const days = presetDays(suggestedPreset(ledger, suggestAsOf), suggestAsOf);
    const [from, to] = [startOfText(days?.from ?? ''), endOfText(days?.to ?? '')];
    if (from !== undefined && to !== undefined) return { from, to };
  }
  const covered = coveredMonths(ledger) ?? emptyPeriod;
  // An end that lies outside what the rows cover gets the other end of its own month.
  const from = asked.from ?? Math.min(covered.from, monthOf(asked.to ?? covered.to).from);
  return { from, to: asked.to ?? Math.max(covered.to, monthOf(from).to) };
}

function monthOf(moment: number): Period {
  return wholeMonths(moment, moment);
}

/** Without a single date there is nothing to cover: the first day that Excel can hold. */
const emptyPeriod = wholeMonths(startOfText('1900-03-01') ?? 0, startOfText('1900-03-01') ?? 0);

/** Providers and locations that no row has, and controls whose tables are not there. */
export function unknownNames(asked: Asked, ledger: Ledger): string[] {
  const { names, hidden } = ledger.providers;
  const shown = names.filter((name) => !hidden.has(name));
  return [
    ...unknown('provider', asked.providers, shown),
    ...unknown('location', asked.locations, locationNames(ledger)),
    ...controlReasons(asked, ledger),
  ];
}

function controlReasons({ controls }: Asked, { sources }: Ledger): string[] {
  const found = new Set(sources.map(({ kind }) => kind));
  return controls.flatMap(({ name }) => {
    const needs = controlNeeds[name];
    if (needs.some((kinds) => kinds.every((kind) => found.has(kind)))) return [];
    const tables = needs.map((kinds) => kinds.join(' and ')).join(', or ');
    return [`the control ${name} cannot be computed: it needs the table ${tables}`];
  });
}

function locationNames({ charges, invoices, payments, tables }: Ledger): string[] {
  const names = new Set<string>();
  const { Adjustments: adjustments } = tables;
  for (const { location } of [charges, invoices, payments, adjustments]) {
    const { codes, texts } = location;
    for (const code of codes) if (code !== 0) names.add(at(texts, code));
  }
  return [...names].sort(byCodeUnit);
}

function unknown(what: string, asked: readonly string[], known: readonly string[]): string[] {
  const list = known.length === 0 ? 'none' : known.join('; ');
  return asked
    .filter((name) => !known.includes(name))
    .map((name) => `the ledger has no ${what} "${name}"; it has ${list}`);
}
