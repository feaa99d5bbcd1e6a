/** Every case of the catalogue of bad input, run as the pane runs it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf } from './bytesOf';
import { type Action, codes } from './codes';
import { type CaseEnd, type Found, readExpected, runEnds } from './runCase';

const folders = readdirSync(__dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const severityOf: Readonly<Record<Action, string | undefined>> = {
  STOP: 'stopped',
  HOLD: 'held',
  WARN: 'warned',
  INFO: 'noted',
  nothing: undefined,
};

it('has a folder for every code of the catalogue, and no other', () => {
  expect(folders.sort()).toEqual(Object.keys(codes).sort());
});

it('does what the catalogue asks, or says why not', () => {
  const gravity = ['stopped', 'held', 'warned', 'noted'];
  const otherwise = Object.entries(codes).filter(([code, [, action]]) => {
    const { differs, then, ...first } = readExpected(code);
    const ends: readonly CaseEnd[] = then === undefined ? [first] : [first, then];
    const stops = ends.some(({ outcome }) => outcome !== 'done');
    const found = first.problems.map(({ severity }) => gravity.indexOf(severity));
    const wanted = severityOf[action];
    const does =
      wanted === undefined
        ? !stops && first.problems.every(({ severity }) => severity !== 'stopped')
        : action === 'STOP'
          ? stops
          : found.includes(gravity.indexOf(wanted)) && !stops;
    return !does && differs === undefined;
  });
  expect(otherwise).toEqual([]);
});

it.each(folders)('%s: the workbook is the one that make.ts makes', (code) => {
  const file = readFileSync(join(__dirname, code, 'input.xlsx'));
  expect(Buffer.compare(file, Buffer.from(bytesOf(code)))).toBe(0);
});

function expectEnd(end: CaseEnd, found: Found): void {
  expect(found.outcome).toBe(end.outcome);
  // Somebody else adds rows in D14.
  if (end.outcome === 'refused') expect(found.isUntouched).toBe(true);
  expect(found.says).toContain(end.says ?? '');
  const expected = end.problems.map(({ found: part = '', count = 1, ...one }) => {
    return { ...one, count, found: expect.stringContaining(part) as unknown };
  });
  expect(found.problems).toEqual(expected);
  expect(found.rows).toEqual(end.rows ?? {});
  expect(found.collected).toEqual(end.collected ?? {});
  // Own keys: a provider may be called __proto__.
  expect(Object.entries(found.collected)).toEqual(Object.entries(end.collected ?? {}));
  if (end.reportSheets !== undefined) expect(found.reportSheets).toMatchObject(end.reportSheets);
}

describe('a case', () => {
  it.each(folders.map((code) => [code, codes[code]?.[0] ?? ''] as const))(
    '%s: %s',
    async (code) => {
      const { then, ...first } = readExpected(code);
      const ends = then === undefined ? [first] : [first, then];
      const found = await runEnds(code, ends);
      for (const [place, end] of ends.entries()) expectEnd(end, found[place]!);
    },
  );
});
