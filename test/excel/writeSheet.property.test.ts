/** INV-33 and INV-34: a write changes its own rectangle and nothing else, and leaves nothing stale. */
import fc from 'fast-check';
import { runs } from '../support/law';
import { ExcelHost, HostWorkbook, type HostSheet } from '../../host/index';
import { startOffice } from '../../host/node';
import { layOut } from '../../src/excel/layOut';
import { surveySheets } from '../../src/excel/ownership';
import { inExcel } from '../../src/excel/session';
import { writeSheet } from '../../src/excel/writeSheet';
import type { Sheet, Value } from '../../src/reports/sheet';

const texts = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '=1+1',
    '-5',
    '+x',
    '@a',
    "'b",
    '00123',
    '1/2',
    'TRUE',
    '12.50',
    '\t=x',
    '__proto__',
    '＝1',
    ' ',
  ),
);
const cents = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n || 0);
const rows = fc.array(fc.tuple(fc.option(texts), fc.option(cents)), { maxLength: 8 });

function sheetOf(name: string, data: readonly (readonly [string | null, number | null])[]): Sheet {
  const sum = data.reduce((all, [, amount]) => all + (amount ?? 0), 0);
  return {
    name,
    report: 'collected-invoicing',
    info: [['Question', 'What is it?']],
    tables: [
      {
        title: name,
        columns: [
          { head: 'Name', type: 'text' },
          { head: 'Amount', type: 'cents' },
        ],
        rows: data.map((row): Value[] => [...row]),
        total: ['Total', sum],
      },
    ],
  };
}

/** What the user sees in the cells that a sheet of data should hold: texts as written, dollars. */
function shown(data: readonly (readonly [string | null, number | null])[]): unknown[][] {
  const sum = data.reduce((all, [, amount]) => all + (amount ?? 0), 0);
  const lines = data.map(([name, amount]) => [name ?? '', amount === null ? '' : amount / 100]);
  return [['Name', 'Amount'], ...lines, ['Total', sum / 100]];
}

/** Filled cells right of and below a report, where users put their notes. */
const notes = fc.array(
  fc.tuple(
    fc.integer({ min: 3, max: 6 }),
    fc.integer({ min: 1, max: 30 }),
    fc.string({ minLength: 1 }),
  ),
  { maxLength: 4 },
);

function put(sheet: HostSheet, marks: readonly (readonly [number, number, string])[]): void {
  for (const [column, row, text] of marks) {
    sheet.setValues(`${String.fromCharCode(65 + column)}${row}`, [[text]]);
  }
}

function marksOn(sheet: HostSheet): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [row, cells] of sheet.values('A1:H60').entries()) {
    for (const [column, value] of cells.entries()) {
      if (column > 2 && value !== '') found[`${String(row)}:${String(column)}`] = value;
    }
  }
  return found;
}

it('holds for any pair of reports, one written over the other beside notes of the user', async () => {
  const workbook = new HostWorkbook();
  const user = workbook.addSheet('Mine');
  user.setValues('A1', [['=kept', 1, true]]);
  await startOffice(new ExcelHost(workbook));
  const before = JSON.stringify(user.values('A1:C1'));
  let run = 0;
  await fc.assert(
    fc.asyncProperty(rows, rows, notes, async (first, second, marks) => {
      const name = `R${(run += 1)}`;
      const write = async (data: typeof first): Promise<void> => {
        await inExcel(async (context) => {
          const written = await writeSheet(context, sheetOf(name, data), {
            sheets: await surveySheets(context),
            date1904: false,
          });
          expect(written).toEqual({ sheet: name, writtenAs: name, why: undefined });
        });
      };
      await write(first);
      const sheet = workbook.sheet(name);
      put(sheet, marks);
      const kept = marksOn(sheet);
      await write(second);
      expect(marksOn(sheet)).toEqual(kept);
      const head = layOut(sheetOf(name, second)).headRows;
      const own = sheet.values(`A${head}:B60`).slice(0, second.length + 2);
      expect(own).toEqual(shown(second));
      const below = sheet.values(`A${head + second.length + 2}:B60`);
      expect(below.flat().every((cell) => cell === '')).toBe(true);
      expect(JSON.stringify(user.values('A1:C1'))).toBe(before);
      workbook.deleteSheet(sheet);
    }),
    runs,
  );
});
