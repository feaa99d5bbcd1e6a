/** The gallery of problems: every code has a ledger that causes it, a place, a message and an effect. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HostWorkbook, snapshot } from '../../host/index';
import type { RunOutcome } from '../../src/app/runReports';
import { type Problem, problemText } from '../../src/ledger/problem';
import { codes as codesOfCatalogue } from '../catalogue/codes';
import { type Expected, readExpected } from '../catalogue/runCase';
import { doneOf, type Grid, runOn, workbookOf } from '../support/hostRun';
import { moneyOfCents } from '../support/plainLedger';
import { cellCases } from './cellCases';
import { chargeCases } from './chargeCases';
import { mappingCases } from './mappingCases';
import { paymentCases } from './paymentCases';
import { planCases } from './planCases';
import { clean, cleanCollected, cleanRows, type ProblemCase } from './problemCase';
import { tableCases } from './tableCases';
import { trailCases } from './trailCases';

const gallery = [
  ...cellCases,
  ...tableCases,
  ...mappingCases,
  ...chargeCases,
  ...paymentCases,
  ...trailCases,
  ...planCases,
];
const march = { from: '2024-03-01', to: '2024-03-31', write: false };

/** `CODE | Sheet 'X' D118 (row 118, column 'Amount') | found: … | done: … | fix: …` on one line. */
const fixedForm =
  /^[A-Z_]+ \| (Workbook|Sheet '.+')( [A-Z]+\d+)?( \((row \d+)?(, )?(column '.+')?\))? \| found: .+ \| done: .+ \| fix: .+$/;

function expectFixedForm(problem: Problem): void {
  const { code, sheet, cell, column, found, done, fix } = problem;
  const row = cell.replace(/^[A-Z]+/, '');
  const inside = [cell && `row ${row}`, column && `column '${column}'`].filter((part) => part);
  const place = sheet === '' ? 'Workbook' : `Sheet '${sheet}'${cell && ` ${cell}`}`;
  const where = inside.length === 0 ? place : `${place} (${inside.join(', ')})`;
  const message = problemText(problem);
  expect(message).toBe(`${code} | ${where} | found: ${found} | done: ${done} | fix: ${fix}`);
  expect(message).toMatch(fixedForm);
}

/** Practice Summary as provider → dollars. */
function collectedIn(outcome: RunOutcome): Record<string, string> {
  const sheet = doneOf(outcome).sheets.find(({ name }) => name === 'Practice Summary');
  const rows = sheet?.tables[0]?.rows ?? [];
  return Object.fromEntries(
    rows.map(([provider, , total]) => [String(provider), moneyOfCents(Number(total))]),
  );
}

/** `read = used + skipped + held` by kind, over all its tables. */
function rowsIn(outcome: RunOutcome): Record<string, string> {
  const sums = new Map<string, [number, number, number, number]>();
  for (const { kind, rows } of doneOf(outcome).sources) {
    const [read, used, skipped, held] = sums.get(kind) ?? [0, 0, 0, 0];
    sums.set(kind, [read + rows.read, used + rows.used, skipped + rows.skipped, held + rows.held]);
  }
  const text = ([read, used, skipped, held]: readonly number[]): string =>
    `${String(read)} = ${String(used)} + ${String(skipped)} + ${String(held)}`;
  return Object.fromEntries([...sums].map(([kind, four]) => [kind, text(four)]));
}

async function outcomeOf(one: ProblemCase): Promise<{
  outcome: RunOutcome;
  before: unknown;
  after: unknown;
}> {
  const workbook = one.workbook();
  if (one.between !== undefined) {
    await runOn(workbook, { ...march, write: true });
    one.between(workbook);
  }
  const before = snapshot(workbook);
  const write = one.collected === 'stopped';
  const { outcome } = await runOn(workbook, { ...march, write, ...one.asked });
  return { outcome, before, after: snapshot(workbook) };
}

/** What the cases of the catalogue expect: some codes have their only case there. */
function inCatalogue(): Expected['problems'] {
  return Object.keys(codesOfCatalogue).flatMap((code) => readExpected(code).problems);
}

describe('the gallery', () => {
  it('starts from a ledger without a problem', async () => {
    const { outcome } = await runOn(workbookOf(clean), march);
    expect(outcome.problems).toEqual([]);
    expect(collectedIn(outcome)).toEqual(cleanCollected);
    expect(rowsIn(outcome)).toEqual(cleanRows);
  });

  it('has a case for every code, and no other', () => {
    const source = readFileSync(join(__dirname, '../../src/ledger/problem.ts'), 'utf8');
    const union = /type ProblemCode =([^;]+);/.exec(source)?.[1] ?? '';
    const codes = [...union.matchAll(/'([A-Z_]+)'/g)].map(([, code = '']) => code);
    expect(codes.length).toBeGreaterThan(50);
    const all = [...gallery.map(({ code }) => code), ...inCatalogue().map(({ code }) => code)];
    expect([...new Set(all)].sort()).toEqual([...codes].sort());
  });

  it('has the severities that the documentation promises', () => {
    const text = readFileSync(join(__dirname, '../../docs/ledger-format.md'), 'utf8');
    const lines = text.matchAll(/^\| `([A-Z_]+)` *\| ([a-z ]+?) *\|/gm);
    const promised = new Map([...lines].map(([, code = '', severity = '']) => [code, severity]));
    const severities = new Map<string, Set<string>>();
    const severityOf = [
      ...gallery.map(({ code, problem }) => ({ ...problem, code })),
      ...inCatalogue(),
    ];
    for (const { code, severity } of severityOf) {
      severities.set(code, (severities.get(code) ?? new Set()).add(severity));
    }
    const found = [...severities].map(([code, set]) => [code, [...set].join(' or ')] as const);
    const byCode = ([a]: readonly [string, string], [b]: readonly [string, string]): number =>
      a < b ? -1 : 1;
    expect(found.sort(byCode)).toEqual([...promised].sort(byCode));
  });
});

describe('a problem is told with its place, and has its effect', () => {
  it.each(gallery.map((one) => [`${one.code}: ${one.what}`, one] as const))(
    '%s',
    async (_, one) => {
      const { outcome, before, after } = await outcomeOf(one);
      const { found, count = 1, ...place } = one.problem;
      const told = outcome.problems.filter(({ code }) => code === one.code);
      expect(told).toEqual([expect.objectContaining({ ...place, count })]);
      expect(told[0]?.found).toContain(found);
      const codes = new Set(outcome.problems.map(({ code }) => code));
      expect([...codes].sort()).toEqual([one.code, ...(one.also ?? [])].sort());
      outcome.problems.forEach(expectFixedForm);
      if (one.collected === 'stopped') {
        expect(outcome.kind).toBe('refused');
        expect(after).toEqual(before);
        return;
      }
      expect(collectedIn(outcome)).toEqual(one.collected);
      expect(rowsIn(outcome)).toEqual({ ...cleanRows, ...one.rows });
      const { heldRows, checks } = doneOf(outcome);
      expect(heldRows).toBe(one.problem.severity === 'held' ? 1 : 0);
      expect(checks.filter(({ differenceCents }) => differenceCents !== 0)).toEqual([]);
    },
  );
});

const secret = 'Zzyzx';

/** Columns of names, descriptions and notes: their text is in no message, whatever is wrong. */
const named = [
  'Client Last Name',
  'Client First Name',
  'Patient Name',
  'Description',
  'Location',
  'Notes',
];

/** The clean ledger with a name in every such cell. */
function privateLedger(): Record<string, Grid> {
  const charges = clean.Charges.map((row, place) => [
    ...row,
    ...named.map((header) => (place === 0 ? header : `${header} ${secret}`)),
  ]);
  return { ...clean, Charges: charges };
}

describe('no message has the text of a name, a description or a note', () => {
  it('where the cell itself is at fault', async () => {
    for (const column of ['F', 'G', 'H', 'I', 'J']) {
      const workbook = workbookOf(privateLedger());
      workbook.sheet('Charges').setValues(`${column}4`, [[`##### ${secret}`]]);
      const { outcome } = await runOn(workbook, march);
      const told = outcome.problems.filter(({ code }) => code === 'CELL_ERROR');
      expect(told).toMatchObject([{ severity: 'held', cell: `${column}4` }]);
      expect(JSON.stringify(outcome.problems)).not.toContain(secret);
    }
  });

  it('where another cell of the row is, and where the name stands in a line of its own', async () => {
    const at = (address: string, cells: readonly (string | number)[]) => (book: HostWorkbook) => {
      book.sheet('Charges').setValues(address, [cells]);
    };
    const changes = [
      at('A4', ['']),
      at('B4', ['soon']),
      at('D4', ['12..50']),
      at('E4', [5009]),
      at('A5', ['L1', 45352, 'Adams', 100, 5001, secret, secret, secret, secret]),
      at('H5', [`Total for ${secret}`]),
      at('H6', [secret]),
      at('A7', ['Charge ID', 'Service Date', secret]),
    ];
    for (const change of changes) {
      const workbook = workbookOf(privateLedger());
      change(workbook);
      const { outcome } = await runOn(workbook, march);
      expect(outcome.problems).not.toEqual([]);
      expect(outcome.problems.map(problemText).join('\n')).not.toContain(secret);
    }
  });
});

describe('messages stay readable', () => {
  it('on one line where invoices are separated by a new line or a bar', async () => {
    for (const numbers of ['5001\n5002', '5001|5002', '5001\n5009']) {
      const workbook = workbookOf(clean);
      workbook.sheet('Payments').setValues('E3', [[numbers]]);
      const { outcome } = await runOn(workbook, march);
      const messages = outcome.problems.map(problemText);
      expect(messages).not.toEqual([]);
      for (const message of messages) {
        expect(message).toMatch(fixedForm);
        expect(message.split(' | ')).toHaveLength(5);
      }
    }
  });

  it('beyond 200 of a code on a sheet: one more problem counts the rest', async () => {
    const rows = Array.from({ length: 215 }, (_, place) => [
      `Q${place}`,
      45357,
      'Payment',
      'see note',
      5001,
    ]);
    const workbook = workbookOf({ ...clean, Payments: [...clean.Payments, ...rows] });
    const { outcome } = await runOn(workbook, { ...march, write: true });
    const told = outcome.problems.filter(({ code }) => code === 'AMOUNT_NOT_A_NUMBER');
    expect(told.reduce((sum, { count }) => sum + count, 0)).toBe(215);
    expect(told.filter(({ found }) => found.includes('more of the same kind'))).toMatchObject([
      { count: 15, found: '15 more of the same kind' },
    ]);
    expect(told).toHaveLength(201);
    expect(doneOf(outcome).heldRows).toBe(215);
  });
});

it('an amount with fractions of a cent is the same cents as a number and as text', async () => {
  const centsRead = async (cell: number | string): Promise<number | undefined> => {
    const workbook = workbookOf(clean);
    workbook.sheet('Payments').setValues('D3', [[cell]]);
    const { outcome } = await runOn(workbook, march);
    return doneOf(outcome).sources.find(({ kind }) => kind === 'Payments')?.rows.usedCents;
  };
  const amounts = [8.345, 1.115, 1.005, 39.995];
  const read: unknown[] = [];
  for (const amount of amounts) read.push([await centsRead(amount), await centsRead(`${amount}0`)]);
  expect(read).toEqual([835, 112, 101, 4000].map((cents) => [15000 + cents, 15000 + cents]));
});
