/** Money that an export is easily misread by: it is counted once, or held and told, never lost in silence. */
import type { TableMapping } from '../../src/ledger/mapping/tableMapping';
import { grid, readImport } from './readImports';

const charges = 'Charge ID | Service Date | Provider | Amount';
const from = (column: string): { columns: [string] } => ({ columns: [column] });
const receipts: TableMapping = {
  name: 'Belege',
  headers: ['Beleg', 'Tag', 'Art', 'Betrag'],
  views: [
    {
      kind: 'Payments',
      fields: {
        'Payment ID': from('Beleg'),
        'Payment Date': from('Tag'),
        Type: { columns: ['Art'], values: { Zahlung: 'Payment' } },
        Amount: from('Betrag'),
      },
    },
  ],
};

describe('money beside a charge', () => {
  const beside = (header: string, ...cells: string[]) =>
    readImport({
      Export: grid(`
        ${charges} | Posting Date | ${header}
        ${cells.map((cell, row) => `C${row + 1} | 2024-03-0${row + 1} | Adams | 5000 | 2024-03-20 | ${cell}`).join('\n')}
      `),
    });

  it('is read where only the column can tell the mark: 1,250 and 2,000', async () => {
    const read = await beside('Patient Payment', "'1,250", "'2,000");
    expect(read.rows('Payments', 'Payment ID, Amount')).toEqual([
      'C1 Patient Payment | 1250.00',
      'C2 Patient Payment | 2000.00',
    ]);
  });

  it('is held where no cell is an amount', async () => {
    const read = await beside('Patient Payment', '12..50', '#N/A');
    expect(read.rows('Payments', 'Amount')).toEqual([]);
    expect(read.told).toEqual(expect.arrayContaining(['AMOUNT_NOT_A_NUMBER F2', 'CELL_ERROR F3']));
    expect(read.equations).toContain("Payments 'Export' 2 = 0 + 0 + 2");
  });

  it('words are no amounts, and nothing is told of them', async () => {
    const read = await beside('Patient Payment', 'cash', 'card');
    expect(read.told).toEqual([]);
    expect(read.equations).toEqual(["Charges 'Export' 2 = 2 + 0 + 0"]);
  });

  it('with a mark that is open counts in what the signs say: 1,250 beside -20 is asked', async () => {
    const read = await beside('Write-Off', "'1,250", '-20');
    expect(read.rows('Adjustments', 'Amount')).toEqual([]);
    expect(read.told).toEqual(['MONEY_NOT_READ F1']);
  });

  it('credits of 20.00 and 30.00 are written off as 20.00 and 30.00 are', async () => {
    const credited = await beside('Write-Off', "'20.00 CR", "'30.00 CR");
    expect(credited.rows('Adjustments', 'Amount')).toEqual(['-20.00', '-30.00']);
    const plain = await beside('Write-Off', '20', '30');
    expect(plain.rows('Adjustments', 'Amount')).toEqual(['-20.00', '-30.00']);
  });

  it('in a row without a charge is held and counted', async () => {
    const read = await readImport({
      Export: grid(`
        ${charges} | Posting Date | Insurance Payment | Patient Payment
        C1 | 2024-03-01 | Adams | 100 | 2024-03-15 | 40 |
           |            |       |     | 2024-03-16 |    | 60
      `),
    });
    expect(read.rows('Payments', 'Amount')).toEqual(['40.00']);
    expect(read.problems).toMatchObject([{ code: 'CELL_BLANK', severity: 'held', cell: 'A3' }]);
    expect(read.equations).toContain("Payments 'Export' 1 = 0 + 0 + 1");
  });
});

describe('a total that bears a date, in an export without ids', () => {
  const dentrix =
    'Flag | Date | Entry Date | Name | Tooth | Code | Description | Prov | Amount | Check # | Balance';

  it('is none of the work: 100 + 60', async () => {
    const read = await readImport({
      Ledger: grid(`
        ${dentrix}
         | 2024-03-05 | 2024-03-05 | Roe | | D0120 | Exam                 | DOC1 | 100 | | 100
         | 2024-03-05 | 2024-03-05 | Roe | | D0220 | Total mouth X-ray    | DOC1 | 60  | | 160
         | 2024-03-05 |            |     | |       | Total for 03/05/2024 |      | 160 | |
      `),
    });
    expect(read.rows('Charges', 'Amount')).toEqual(['100.00', '60.00']);
    expect(read.told).toContain('TOTAL_ROW I4');
  });

  it('in place of a name it is none of the name either', async () => {
    const days: TableMapping = {
      name: 'Days',
      headers: ['Day', 'Who', 'Item', 'Sum'],
      views: [
        {
          kind: 'Charges',
          fields: {
            'Charge ID': { address: true },
            'Service Date': from('Day'),
            Provider: from('Who'),
            Description: from('Item'),
            Amount: from('Sum'),
          },
        },
      ],
    };
    const read = await readImport(
      {
        Days: grid(`
          Day        | Who   | Item                   | Sum
          2024-03-05 | Adams | Exam                   | 100
          2024-03-05 | Adams | Total knee replacement | 200
          2024-03-05 | Total |                        | 300
          2024-03-06 | Baker | Exam                   | 50
          2024-03-06 | Total |                        | 70
        `),
      },
      [days],
    );
    expect(read.rows('Charges', 'Provider, Amount')).toEqual([
      'Adams | 100.00',
      'Adams | 200.00',
      'Baker | 50.00',
    ]);
    // 70 is not 50: held, because it may be anything.
    expect(read.told).toEqual(expect.arrayContaining(['TOTAL_ROW D4', 'TOTAL_NOT_CONFIRMED D6']));
  });
});

describe('a table with headers of a mapping, below another table', () => {
  const work = `${charges}\nC1 | 2024-03-05 | Adams | 100\nC2 | 2024-03-06 | Baker | 200`;
  const money =
    'Beleg | Tag | Art | Betrag\nP1 | 2024-03-07 | Zahlung | 40\nP2 | 2024-03-08 | Zahlung | 60';
  const blank = [null, null, null, null];

  it.each([
    ['below', [...grid(work), blank, ...grid(money)]],
    ['above', [...grid(money), blank, ...grid(work)]],
    ['directly below', [...grid(work), ...grid(money)]],
  ])('%s', async (_, cells) => {
    const read = await readImport({ Sheet: cells }, [receipts]);
    expect(read.rows('Charges', 'Charge ID, Amount')).toEqual(['C1 | 100.00', 'C2 | 200.00']);
    expect(read.rows('Payments', 'Payment ID, Amount')).toEqual(['P1 | 40.00', 'P2 | 60.00']);
    expect(read.told).toEqual([]);
  });

  it('the same export again with its columns in another order', async () => {
    const again = grid('Betrag | Tag | Art | Beleg\n70 | 2024-04-07 | Zahlung | 3');
    const read = await readImport({ Sheet: [...grid(money), blank, ...again] }, [receipts]);
    expect(read.rows('Payments', 'Payment ID, Amount')).toEqual([
      'P1 | 40.00',
      'P2 | 60.00',
      '3 | 70.00',
    ]);
  });

  it('a wide export again with two columns of money exchanged', async () => {
    const wide: TableMapping = {
      name: 'Wide',
      headers: ['No', 'When', 'Doctor', 'Billed Amt', 'Paid by patient'],
      views: [
        {
          kind: 'Charges',
          fields: {
            'Charge ID': from('No'),
            'Service Date': from('When'),
            Provider: from('Doctor'),
            Amount: from('Billed Amt'),
          },
        },
        {
          kind: 'Payments',
          rows: [{ money: ['Paid by patient'] }],
          fields: {
            'Payment ID': { columns: ['No'], and: 'paid' },
            'Payment Date': from('When'),
            Type: { constant: 'Payment' },
            Amount: from('Paid by patient'),
            'Charge ID': from('No'),
          },
        },
      ],
    };
    const read = await readImport(
      {
        Sheet: grid(`
          No | When | Doctor | Billed Amt | Paid by patient
          1 | 2024-02-05 | Adams | 100 | 60
          No | When | Doctor | Paid by patient | Billed Amt
          2 | 2024-03-05 | Adams | 9 | 900
        `),
      },
      [wide],
    );
    expect(read.rows('Charges', 'Charge ID, Amount')).toEqual(['1 | 100.00', '2 | 900.00']);
    expect(read.rows('Payments', 'Charge ID, Amount')).toEqual(['1 | 60.00', '2 | 9.00']);
  });
});
