/** Rows that were pasted twice: what is told, so that no money counts twice in silence (C10, D3, D5). */
import type { Grid } from '../support/hostRun';
import { grid, type ImportRead, readImport } from './readImports';

const problemsOf = ({ problems }: ImportRead, code: string): string[] =>
  problems.filter((one) => one.code === code).map(({ severity, found }) => `${severity} ${found}`);

describe('D3 an export without ids, pasted twice', () => {
  const header = ['Date', 'Name', 'Code', 'Description', 'Prov', 'Amount', 'Check #', 'Balance'];
  // 100.00 to 114.00 are 1,605.00.
  const days = Array.from({ length: 15 }, (_, day) => [
    ...[45352 + day, 'Roe', 'D1110', 'Cleaning', 'DOC1', 100 + day, null, 100],
  ]);
  const twice: Grid = [header, ...days, ...days];
  const stop = "stopped rows 'Paste' 17 to 31 repeat rows 'Paste' 2 to 16";

  it.each([
    ['by itself', {}],
    [
      'beside payments with ids',
      { P: grid('Payment ID|Payment Date|Type|Amount\nP1|2024-03-20|Payment|10.00') },
    ],
    [
      'beside other charges with ids',
      { More: grid('Charge ID|Service Date|Provider|Amount\nC1|2024-03-20|Adams|10.00') },
    ],
    [
      'beside adjustments with ids',
      { A: grid('Adjustment ID|Date|Type|Amount\nA1|2024-03-20|Courtesy|-5.00') },
    ],
  ])('%s stops the run', async (_, more) => {
    const read = await readImport({ Paste: twice, ...more });
    expect(problemsOf(read, 'ROWS_PASTED_TWICE')).toEqual([stop]);
  });

  it('charges that have ids of their own and are else alike are no paste', async () => {
    const lines = (first: number): Grid =>
      days.map((_, place) => [`C${first + place}`, 45352, 'Adams', 100 + place]);
    const charges: Grid = [['Charge ID', 'Service Date', 'Provider', 'Amount']];
    const read = await readImport({ Paste: twice, C: [...charges, ...lines(1), ...lines(101)] });
    expect(problemsOf(read, 'ROWS_PASTED_TWICE')).toEqual([stop]);
  });
});

/** ID_TWICE of rows of one kind below their header, on one sheet. */
async function idsTwice(header: string, rows: string, more: Record<string, Grid> = {}) {
  const read = await readImport({ ...more, S: grid(`${header}\n${rows}`) });
  return problemsOf(read, 'ID_TWICE');
}

describe('C10, D5 a Charge ID that stands twice', () => {
  const charges = 'Charge ID | Service Date | Provider | Amount | Invoice Number | Status';
  const invoices = {
    I: grid('Invoice Number|Closed Date|Status\n1|2024-03-09|\n2|2024-03-09|\n3||Voided'),
  };
  const twice = (invoiceOfA: string, invoiceOfB: string): string => `
    C1 | 2024-03-05 | Adams | 100.00 | ${invoiceOfA} |
    C2 | 2024-03-06 | Baker |  50.00 | 1             |
    C1 | 2024-03-05 | Adams | 100.00 | ${invoiceOfB} |
  `;
  const stop = ["stopped Charge ID C1, which stands also in 'S' A2"];

  it.each([
    ['on no invoice both times', '', '', stop],
    ['on an invoice and on none', '1', '', stop],
    ['on none and on an invoice', '', '1', stop],
    ['on one invoice', '1', '1', stop],
    ['on an invoice that is not there, both times', '9', '9', stop],
    ['on two invoices: lines are numbered within them', '1', '2', []],
    ['on a voided invoice, and again on none', '3', '', []],
  ])('%s', async (_, one, other, found) => {
    expect(await idsTwice(charges, twice(one, other), invoices)).toEqual(found);
  });

  it('a line that was voided and entered again under its id counts once', async () => {
    const rows = `
      C1 | 2024-03-05 | Adams | 100.00 | | Voided
      C1 | 2024-03-05 | Adams |  90.00 | |
    `;
    expect(await idsTwice(charges, rows)).toEqual([]);
  });

  it('a paste of March in another order, with two rows of April', async () => {
    const header = 'Charge ID | Service Date | Provider | Amount';
    const read = await readImport({
      March: grid(`${header}\nC1|2024-03-05|Adams|100.00\nC2|2024-03-06|Adams|107.00`),
      April: grid(`${header}
        C4 | 2024-04-06 | Adams | 20.00
        C2 | 2024-03-06 | Adams | 107.00
        C1 | 2024-03-05 | Adams | 100.00
        C3 | 2024-04-05 | Adams | 10.00`),
    });
    expect(problemsOf(read, 'ID_TWICE')).toEqual([
      "stopped Charge ID C2, which stands also in 'March' A3",
      "stopped Charge ID C1, which stands also in 'March' A2",
    ]);
  });
});

describe('C10, D5 an Adjustment ID that stands twice', () => {
  const header = 'Adjustment ID | Date | Type | Amount | Charge ID';

  it('in rows that are the same throughout stops the run', async () => {
    const rows = `
      A1 | 2024-03-05 | Courtesy | -25.00 | C1
      A2 | 2024-03-06 | Courtesy | -50.00 | C2
      A2 | 2024-03-06 | Courtesy | -50.00 | C2
      A1 | 2024-03-05 | Courtesy | -25.00 | C1
    `;
    expect(await idsTwice(header, rows)).toEqual([
      "stopped Adjustment ID A2, which stands also in 'S' A3",
      "stopped Adjustment ID A1, which stands also in 'S' A2",
    ]);
  });

  it('in rows that differ is told; splits over several charges are not', async () => {
    const rows = `
      A1 | 2024-03-05 | Courtesy | -25.00 | C1
      A1 | 2024-03-05 | Courtesy | -25.00 | C2
      A2 | 2024-03-05 | Courtesy | -25.00 | C1
      A2 | 2024-03-05 | Courtesy | -20.00 | C1
      A3 | 2024-03-05 | Courtesy | -5.00  | C1
      A3 | 2024-03-05 | Courtesy | -5.00  |
    `;
    expect(await idsTwice(header, rows)).toEqual([
      "warned Adjustment ID A2, which stands also in 'S' A4",
      "warned Adjustment ID A3, which stands also in 'S' A6",
    ]);
  });

  it('no number of warnings hides that a row stops the run', async () => {
    const rows = Array.from({ length: 300 }, (_, n) => `A1|2024-03-05|Courtesy|-${n + 1}.00|C1`);
    const found = await idsTwice(header, [...rows, rows[299]].join('\n'));
    expect(found).toContain("stopped Adjustment ID A1, which stands also in 'S' A301");
  });
});

it('C10, D5 a Claim Line ID that stands twice on one claim stops, or is told where the rows differ', async () => {
  const header =
    'Claim Line ID | Claim Number | Charge ID | Status | Insurance Paid | Check Date | Payment Date';
  const rows = `
    L1 | K1 | C1 | Received | 30.00 | 2024-03-05 | 2024-03-05
    L1 | K1 | C1 | Received | 30.00 | 2024-03-05 | 2024-03-05
    L1 | K2 | C2 | Received | 30.00 | 2024-03-05 | 2024-03-05
    L2 | K2 | C2 | Received | 30.00 | 2024-03-05 | 2024-03-05
    L2 | K2 | C2 | Received | 35.00 | 2024-03-05 | 2024-03-05
  `;
  expect(await idsTwice(header, rows)).toEqual([
    "stopped Claim Line ID L1, which stands also in 'S' A2",
    "warned Claim Line ID L2, which stands also in 'S' A5",
  ]);
});
