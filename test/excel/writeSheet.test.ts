/** Writing report sheets: exact, safe, repeatable, and never over what is not ours. */
import { HostWorkbook, snapshot, typeIn } from '../../host/index';
import {
  charges,
  doneOf,
  type Grid,
  invoices,
  payments,
  runOn,
  smallPractice,
  workbookOf,
} from '../support/hostRun';

const reports = ['collected-invoicing', 'gross-invoicing'];
const march = { reports, from: '2024-03-01', to: '2024-03-31' };
const january = { reports, from: '2024-01-01', to: '2024-01-31' };

/** Values, formats and everything else of every sheet that is not a report. */
function frame(workbook: HostWorkbook, ours: ReadonlySet<string>): unknown {
  return snapshot(workbook).sheets.filter(({ name }) => !ours.has(name));
}

/** First row of data on a sheet, from 1, and the rows from its header on. */
function tableOn(workbook: HostWorkbook, name: string): { first: number; rows: unknown[][] } {
  const values = workbook.sheet(name).values();
  const heads = ['Provider', 'Invoice Line Item Date / Time', 'Label', 'Term'];
  const head = values.findIndex(([cell]) => typeof cell === 'string' && heads.includes(cell));
  return { first: head + 2, rows: values.slice(head) };
}

const contractSheets = [
  'Report Info',
  'Glossary',
  'Practice Summary',
  'Provider Invoice Tag Summary',
  'Provider Details',
  'Gross Invoicing Summary',
  'Gross Invoicing Details',
];
const writtenSheets = [...contractSheets, 'Policy', 'Issues'];
const ours = new Set(writtenSheets);

describe('the writer', () => {
  it('adds the sheets of the contract behind those of the user, in their order', async () => {
    const workbook = smallPractice();
    await runOn(workbook, march);
    const names = workbook.sheets.map(({ name }) => name);
    expect(names).toEqual(['Charges', 'Invoices', 'Payments', ...writtenSheets]);
  });

  it('writes E1 in March: Adams 65.00, Baker 78.40, together 143.40', async () => {
    const workbook = smallPractice();
    await runOn(workbook, march);
    const sheet = workbook.sheet('Practice Summary');
    const { first, rows } = tableOn(workbook, 'Practice Summary');
    expect(rows.slice(0, 4)).toEqual([
      [
        'Provider',
        '% of Total Practice Invoicing Collected',
        'Total Invoicing Collected',
        'Total Exempt Amount of Invoicing Collected',
        'Total Eligible Amount of Invoicing Collected',
      ],
      ['Adams', expect.closeTo(65 / 143.4, 12), 65, 0, 65],
      ['Baker', expect.closeTo(78.4 / 143.4, 12), 78.4, 0, 78.4],
      ['Total', 1, 143.4, 0, 143.4],
    ]);
    expect(sheet.formula(`C${first + 2}`)).toBe(`=ROUND(SUM(C${first}:C${first + 1}),2)`);
    expect(sheet.style(`C${first}`).numberFormat).toBe('#,##0.00;[Red]-#,##0.00');
    expect(sheet.style(`B${first}`).numberFormat).toBe('0.00%;[Red]-0.00%');
  });

  it('keeps text text: formulas, signs, leading zeros, numbers and __proto__', async () => {
    const hostile = [
      '=HYPERLINK("http://x")',
      '__proto__',
      '+1',
      '-2',
      '@SUM(A1)',
      "'quoted",
      '00123',
      '=1+1',
      '\t=2',
      '1E5',
    ];
    const lines: Grid = hostile.map((name, place) => [`L${place}`, 45352, name, 10, 5001, name, 0]);
    const [head = []] = charges;
    const workbook = workbookOf({
      Charges: [head, ...lines],
      Invoices: [
        ['Invoice Number', 'Closed Date'],
        [5001, 45353],
      ],
      Payments: [payments[0] ?? [], ['T1', 45354, 'Payment', 10 * hostile.length, 5001]],
    });
    const { outcome } = await runOn(workbook, march);
    expect(doneOf(outcome).heldRows).toBe(0);
    const written = tableOn(workbook, 'Practice Summary').rows.slice(1, 1 + hostile.length);
    expect(new Set(written.map(([name]) => name))).toEqual(
      new Set(hostile.map((name) => name.trim())),
    );
    for (const [, , total] of written) expect(total).toBe(10);
    const details = workbook.sheet('Provider Details');
    const { first, rows } = tableOn(workbook, 'Provider Details');
    const codes = rows.slice(1, 1 + hostile.length).map((row) => row[2]);
    expect(new Set(codes)).toEqual(new Set(hostile.map((name) => name.trim())));
    for (let row = first; row < first + hostile.length; row++) {
      expect(details.formula(`C${row}`)).toBe('');
    }
  });

  it('writes the same sheets again, in place', async () => {
    const workbook = smallPractice();
    await runOn(workbook, march);
    const first = snapshot(workbook);
    const { outcome } = await runOn(workbook, march);
    expect(snapshot(workbook)).toEqual(first);
    expect(
      doneOf(outcome).written.every(
        ({ why, sheet, writtenAs }) => why === undefined && sheet === writtenAs,
      ),
    ).toBe(true);
  });

  it('leaves no stale row behind when the report gets shorter', async () => {
    const workbook = smallPractice();
    await runOn(workbook, march);
    await runOn(workbook, january);
    const sheet = workbook.sheet('Provider Details');
    const filled = sheet.values().filter((row) => row.some((cell) => cell !== ''));
    expect(filled.map(([first]) => first)).toEqual([
      'Provider Details',
      'Practice Ledger · collected-invoicing · Provider Details',
      'Which invoice lines was the money collected on?',
      'Period: 2024-01-01 to 2024-01-31',
      expect.stringContaining('Basis: '),
      'Options: negative-lines: chronological, detail-rows: touched',
      'Invoice Line Item Date / Time',
      'Total',
    ]);
  });

  it('never touches a sheet of the user that has the name of a report', async () => {
    const workbook = workbookOf({
      Charges: charges,
      'practice summary': [['my own figures', 12]],
      Invoices: invoices,
      Payments: payments,
    });
    const before = frame(workbook, ours);
    const { outcome } = await runOn(workbook, march);
    expect(frame(workbook, new Set([...ours, 'Practice Summary (2)']))).toEqual(before);
    expect(tableOn(workbook, 'Practice Summary (2)').rows[3]?.[2]).toBe(143.4);
    const told = doneOf(outcome).problems.find(({ code }) => code === 'SHEET_NAME_TAKEN');
    expect(told?.done).toContain("'Practice Summary (2)'");
    await runOn(workbook, march);
    expect(workbook.sheets.filter(({ name }) => /summary \(3\)/i.test(name))).toEqual([]);
  });

  it('gives a report sheet up when somebody changed a cell in it', async () => {
    const workbook = smallPractice();
    await runOn(workbook, march);
    const cell = `C${tableOn(workbook, 'Practice Summary').first}`;
    workbook.sheet('Practice Summary').setValues(cell, [[1]]);
    const { outcome } = await runOn(workbook, march);
    expect(workbook.sheet('Practice Summary').value(cell)).toBe(1);
    expect(workbook.sheet('Practice Summary (2)').value(cell)).toBe(65);
    expect(doneOf(outcome).problems.map(({ code }) => code)).toContain('SHEET_EDITED');
    const count = workbook.sheets.length;
    await runOn(workbook, march);
    expect(workbook.sheets.length).toBe(count);
  });

  it('leaves notes beside and below a report alone, and moves on where they are in the way', async () => {
    const workbook = smallPractice();
    await runOn(workbook, january);
    const sheet = workbook.sheet('Provider Details');
    sheet.setValues('V1', [['checked by Ada']]);
    await runOn(workbook, january);
    expect(sheet.value('V1')).toBe('checked by Ada');
    // The empty report ends with its total in row 9; the next one needs that row and more.
    sheet.setValues('A11', [['my note']]);
    await runOn(workbook, march);
    expect(sheet.value('A11')).toBe('my note');
    // A formula that shows nothing is a cell of the user as well.
    const other = smallPractice();
    await runOn(other, january);
    typeIn(other, other.sheet('Provider Details'), 'A11', '=IF(1=1,"","x")');
    await runOn(other, march);
    expect(other.sheet('Provider Details').formula('A11')).toBe('=IF(1=1,"","x")');
    expect(tableOn(workbook, 'Provider Details (2)').rows[1]?.[1]).toBe('Adams');
  });

  it('freezes the head and sets up the print', async () => {
    const workbook = smallPractice();
    await runOn(workbook, march);
    const details = workbook.sheet('Provider Details');
    expect(details.frozen).toEqual({ rows: 8, columns: 0 });
    expect(details.page).toMatchObject({ orientation: 'landscape' });
    expect(details.showGridlines).toBe(false);
  });

  it('is whole, old or new, or says INCOMPLETE of itself, wherever a run is cut off', async () => {
    const april = { reports, from: '2024-04-01', to: '2024-04-30' };
    const total = (workbook: HostWorkbook): unknown =>
      tableOn(workbook, 'Practice Summary').rows.find(([name]) => name === 'Total')?.[2];
    const cutAt = async (request: number): Promise<{ workbook: HostWorkbook; isCut: boolean }> => {
      const workbook = smallPractice();
      await runOn(workbook, march);
      const isCut = await runOn(workbook, april, {
        fault: (count) =>
          count >= request ? { code: 'GeneralException', message: '' } : undefined,
      }).then(
        () => false,
        () => true,
      );
      return { workbook, isCut };
    };
    let request = 1;
    for (; request < 200; request += 3) {
      const { workbook, isCut } = await cutAt(request);
      if (!isCut) break;
      const cell = workbook.sheet('Practice Summary').value('A1');
      const title = typeof cell === 'string' ? cell : '';
      const isWhole = title === 'Practice Summary';
      expect(isWhole ? [143.4, 0] : ['INCOMPLETE']).toContain(
        isWhole ? total(workbook) : title.slice(0, 10),
      );
      const { outcome } = await runOn(workbook, april);
      expect(doneOf(outcome).written.map(({ why }) => why)).toEqual(
        writtenSheets.map(() => undefined),
      );
      expect(total(workbook)).toBe(0);
      expect(workbook.sheets).toHaveLength(3 + writtenSheets.length);
    }
    expect(request).toBeGreaterThan(30);
  });

  it('writes nothing when the run is refused', async () => {
    const twice = [...charges, charges[1] ?? []];
    const workbook = workbookOf({ Charges: twice, Invoices: invoices, Payments: payments });
    const before = snapshot(workbook);
    const { outcome } = await runOn(workbook, march);
    expect(outcome.kind).toBe('refused');
    expect(outcome.problems[0]).toMatchObject({ code: 'ID_TWICE', sheet: 'Charges', cell: 'A5' });
    expect(snapshot(workbook)).toEqual(before);
  });

  it('INV-26 writes the same days into a workbook that counts from 1904', async () => {
    const shifted = (grid: Grid): Grid =>
      grid.map((row) =>
        row.map((cell) => (typeof cell === 'number' && cell > 45000 ? cell - 1462 : cell)),
      );
    const twin = new HostWorkbook(undefined, true);
    twin.addSheet('Charges').setValues('A1', shifted(charges));
    twin.addSheet('Invoices').setValues('A1', shifted(invoices));
    twin.addSheet('Payments').setValues('A1', shifted(payments));
    const workbook = smallPractice();
    await runOn(workbook, march);
    await runOn(twin, march);
    const detail = tableOn(workbook, 'Provider Details').rows.slice(1, 3);
    const detailOfTwin = tableOn(twin, 'Provider Details').rows.slice(1, 3);
    expect(detail.map(([day]) => day)).toEqual([45352.375, expect.closeTo(45352.395833, 4)]);
    expect(detailOfTwin.map(([day, ...rest]): unknown[] => [Number(day) + 1462, ...rest])).toEqual(
      detail.map(([day, ...rest]): unknown[] => [expect.closeTo(Number(day), 8), ...rest]),
    );
  });

  it('does not read a copy of a report as charges', async () => {
    const workbook = smallPractice();
    await runOn(workbook, march);
    const copy = workbook.sheet('Gross Invoicing Details').values() as Grid;
    workbook.addSheet('kept by Ada').setValues('A1', copy);
    const { outcome } = await runOn(workbook, march);
    expect(doneOf(outcome).sources.map(({ sheet }) => sheet)).toEqual([
      'Charges',
      'Invoices',
      'Payments',
    ]);
    expect(tableOn(workbook, 'Practice Summary').rows[3]?.[2]).toBe(143.4);
  });

  it('gives the rows of an old head their height back', async () => {
    const workbook = smallPractice();
    await runOn(workbook, march);
    const heights = workbook.sheet('Glossary').rowHeights;
    const before = new Map(heights);
    heights.set(5, 99);
    await runOn(workbook, march);
    expect(workbook.sheet('Glossary').rowHeights).toEqual(before);
  });

  it('writes the figures also where Excel refuses to set up pages', async () => {
    const workbook = smallPractice();
    await runOn(workbook, march);
    const fresh = smallPractice();
    const { outcome } = await runOn(fresh, march, {
      fault: (_, body) =>
        JSON.stringify(body).includes('Page &P of &N')
          ? { code: 'GeneralException', message: 'no printer' }
          : undefined,
    });
    expect(doneOf(outcome).written).toHaveLength(writtenSheets.length);
    for (const name of writtenSheets) {
      expect(fresh.sheet(name).values()).toEqual(workbook.sheet(name).values());
    }
  });
});
