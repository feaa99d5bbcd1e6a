/** Runs a case of the catalogue as the pane does: its workbook, what is done to it, its runs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExcelHost, openWorkbook, snapshot } from '../../host/index';
import { startOffice } from '../../host/node';
import { HostFailure } from '../../src/excel/hostFailure';
import type { Severity } from '../../src/ledger/problem';
import type { RunRequest } from '../../src/app/runRequest';
import type { RunOutcome } from '../../src/app/runReports';
import { moneyOfCents } from '../support/plainLedger';
import { type Session, steps } from './steps';

/** What the last of some runs comes to, and what is done before it. */
export interface CaseEnd {
  /** Other than March 2024 and Collected Invoicing. */
  readonly asked?: Partial<Pick<RunRequest, 'from' | 'to' | 'reports'>>;
  /** What is done between runs, and `run`; one run alone where it is left out. */
  readonly steps?: readonly string[];
  readonly outcome: 'done' | 'refused' | 'failed';
  /** Part of what a refusal or failure says. */
  readonly says?: string;
  readonly problems: readonly ExpectedProblem[];
  /** `read = used + skipped + held` by kind of table. */
  readonly rows?: Readonly<Record<string, string>>;
  /** Dollars collected by provider, on Practice Summary. */
  readonly collected?: Readonly<Record<string, string>>;
  /** Where reports stand afterwards, if that is the point: `in place` on their one sheet, unchanged or new. */
  readonly reportSheets?: Readonly<Record<string, string>>;
}

/** `expected.json` of a case, written by hand. */
export interface Expected extends CaseEnd {
  /** The case in words, with the sums that are not obvious. */
  readonly what: string;
  /** Why the product does otherwise than the catalogue says. */
  readonly differs?: string;
  /** What is looked at after that, in the same workbook. */
  readonly then?: CaseEnd;
}

interface ExpectedProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly sheet: string;
  readonly cell: string;
  readonly column: string;
  readonly count?: number;
  /** Part of what was found. */
  readonly found?: string;
}

/** What the last run came to, in the words of `expected.json`. */
export interface Found {
  readonly outcome: CaseEnd['outcome'];
  readonly says: string;
  readonly problems: readonly (ExpectedProblem & { readonly found: string })[];
  readonly rows: Readonly<Record<string, string>>;
  readonly collected: Readonly<Record<string, string>>;
  readonly reportSheets: Readonly<Record<string, string>>;
  /** Whether the last run left every cell as it was. */
  readonly isUntouched: boolean;
}

export function readExpected(code: string): Expected {
  return JSON.parse(readFileSync(join(__dirname, code, 'expected.json'), 'utf8')) as Expected;
}

/** Runs a case to each of its ends, in one workbook. */
export async function runEnds(code: string, ends: readonly CaseEnd[]): Promise<Found[]> {
  const bytes = new Uint8Array(readFileSync(join(__dirname, code, 'input.xlsx')));
  const session: Session = { workbook: openWorkbook(bytes), version: '0.0.1' };
  const found: Found[] = [];
  for (const end of ends) found.push(await runEnd(session, end));
  return found;
}

async function runEnd(session: Session, end: CaseEnd): Promise<Found> {
  let last: Found | undefined;
  const cells = (): string => JSON.stringify(snapshot(session.workbook));
  for (const step of end.steps ?? ['run']) {
    const change = steps[step];
    if (step === 'run') {
      const before = end.outcome === 'done' ? '' : cells();
      const found = await foundBy(session, run(session, end));
      last = { ...found, isUntouched: before === cells() };
    } else if (change === undefined) throw new Error(`nobody knows how: ${step}`);
    else change(session);
  }
  if (last === undefined) throw new Error('the case has no run');
  return last;
}

async function run(session: Session, { asked, outcome, steps = [] }: CaseEnd): Promise<RunOutcome> {
  const { workbook, readCellsMax, during, version } = session;
  const limit = readCellsMax === undefined ? {} : { readCellsMax };
  const host = new ExcelHost(workbook, { name: 'ledger.xlsx', ...limit });
  await startOffice(host);
  let requests = 0;
  host.setFault(() => {
    during?.((requests += 1), host);
    return undefined;
  });
  const { runReports } = await import('../../src/app/runReports');
  const request: RunRequest = {
    reports: ['collected-invoicing'],
    from: '2024-03-01',
    to: '2024-03-31',
    options: [],
    providers: [],
    locations: [],
    controls: [],
    // Sheets are written where they are looked at again; a refusal must leave all as it was.
    write: steps.length > 1 || outcome !== 'done',
    stamp: { created: '2024-04-01 08:00', timeZone: 'UTC', version },
    ...asked,
  };
  return runReports(request, () => undefined);
}

async function foundBy(
  session: Session,
  coming: Promise<RunOutcome>,
): Promise<Omit<Found, 'isUntouched'>> {
  const nothing = { says: '', problems: [], rows: {}, collected: {} };
  const settled = await coming.catch((error: unknown) => error);
  const reportSheets = sheetsOf(session);
  if (settled instanceof HostFailure) {
    return { ...nothing, outcome: 'failed', says: settled.message, reportSheets };
  }
  if (settled instanceof Error) throw settled;
  const outcome = settled as RunOutcome;
  const problems = outcome.problems.map(({ code, severity, sheet, cell, column, count, found }) => {
    return { code, severity, sheet, cell, column, count, found };
  });
  if (outcome.kind === 'refused') {
    const says = outcome.reasons.join('; ');
    return { ...nothing, outcome: 'refused', says, problems, reportSheets };
  }
  const summary = outcome.sheets.find(({ name }) => name === 'Practice Summary');
  const providers = summary?.tables[0]?.rows ?? [];
  const collected = providers.map(([provider, , total]) => {
    return [String(provider), moneyOfCents(Number(total))] as const;
  });
  const rows = rowsOf(outcome.sources);
  return {
    ...nothing,
    outcome: 'done',
    problems,
    rows,
    collected: Object.fromEntries(collected),
    reportSheets,
  };
}

/** `in place` for each report that stands on one sheet of its name. */
function sheetsOf({ workbook }: Session): Record<string, string> {
  const names = workbook.sheets.map(({ name }) => name);
  const own = names.filter((name) => workbook.sheet(name).customProperties.size > 0);
  return Object.fromEntries(
    own.map((name) => [name, names.includes(`${name} (2)`) ? 'elsewhere' : 'in place']),
  );
}

function rowsOf(
  sources: Extract<RunOutcome, { kind: 'done' }>['sources'],
): Readonly<Record<string, string>> {
  const sums = new Map<string, [number, number, number, number]>();
  for (const { kind, rows } of sources) {
    const [read, used, skipped, held] = sums.get(kind) ?? [0, 0, 0, 0];
    sums.set(kind, [read + rows.read, used + rows.used, skipped + rows.skipped, held + rows.held]);
  }
  return Object.fromEntries(
    [...sums].map(([kind, [read, used, skipped, held]]) => {
      return [kind, `${read} = ${used} + ${skipped} + ${held}`];
    }),
  );
}
