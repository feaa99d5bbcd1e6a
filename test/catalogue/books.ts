/** The workbooks of the catalogue's cases: each is the clean ledger of the problems with one thing wrong. */
import { areaAt, CellError, type CellInput, HostWorkbook } from '../../host/index';
import { mappingsText } from '../../src/ledger/mapping/mappingText';
import type { MappedView, TableMapping } from '../../src/ledger/mapping/tableMapping';
import { clean, ledgerWith, ledgerWithCells, withColumn, withRows } from '../problems/problemCase';
import { type Grid, workbookOf } from '../support/hostRun';

type Row = Grid[number];
type Book = () => HostWorkbook;

const cell = (place: string, value: CellInput): Book => {
  return () => ledgerWithCells({ [place]: value });
};
const payments = (...rows: Row[]): Book => {
  return () => ledgerWith({ Payments: withRows(clean.Payments, ...rows) });
};
const paid = (...rows: Row[]): Book => {
  return () => ledgerWith({ Payments: [clean.Payments[0] ?? [], ...rows] });
};

/** Payments of 10.00 on invoice 5001, on these days. */
function onDays(...days: readonly (string | number)[]): Book {
  return paid(...days.map((day, place): Row => [`P${place + 1}`, day, 'Payment', 10, 5001]));
}

/** The clean ledger counted from 1904. */
function since1904(): HostWorkbook {
  const workbook = new HostWorkbook(undefined, true);
  for (const [name, grid] of Object.entries(clean)) {
    const column = name === 'Charges' || name === 'Payments' ? 1 : name === 'Invoices' ? 1 : -1;
    const rows = grid.map((row, place) =>
      row.map((value, at) => (place > 0 && at === column ? Number(value) - 1462 : value)),
    );
    workbook.addSheet(name).setValues('A1', rows);
  }
  return workbook;
}

/** Payments in an Excel table, with what is done to it. */
function inTable(change: (workbook: HostWorkbook) => void = () => undefined): Book {
  return () => {
    const workbook = workbookOf({ Charges: clean.Charges, Invoices: clean.Invoices });
    workbook.addTable('Money', workbook.addSheet('Payments'), 'A1', clean.Payments);
    change(workbook);
    return workbook;
  };
}

/** A register of payments with headers of its own, and the mapping that the workbook keeps for it. */
function register(
  headers: readonly string[],
  rows: readonly Row[],
  of: { readonly fields: MappedView['fields']; readonly mappedAs?: readonly string[] },
): HostWorkbook {
  const mapping: TableMapping = {
    name: 'Register',
    headers: of.mappedAs ?? headers,
    views: [{ kind: 'Payments', fields: of.fields }],
  };
  const workbook = ledgerWith({ Payments: [headers, ...rows] });
  workbook.settings.set('practiceLedger.mappings', mappingsText([mapping]));
  return workbook;
}

const registerHeaders = ['No', 'Day', 'What', 'Value', 'Ticket'];
const registerRows: readonly Row[] = [
  ['P1', 45357, 'Payment', 150, 5001],
  ['P2', 45358, 'Payment', 40, 5002],
];
const registerFields: MappedView['fields'] = {
  'Payment ID': { columns: ['No'] },
  'Payment Date': { columns: ['Day'] },
  Type: { columns: ['What'] },
  Amount: { columns: ['Value'] },
  'Invoice Number': { columns: ['Ticket'] },
};

const plans: Grid = [
  ['Provider', 'Basis', 'Rate'],
  ['Adams', 'collected-invoicing', 0.3],
];

/** The charges with a code on each line. */
const coded = (...codes: readonly (string | number)[]): Book => {
  return () => ledgerWith({ Charges: withColumn(clean.Charges, 'Code', ...codes) });
};

/** A dd/mm/yyyy list of March pasted into an Excel that writes months first. */
const swapped = Array.from({ length: 20 }, (_, place) =>
  // 4 January, 4 February …: what was 1/4, 2/4 … of 2024 in the export.
  place < 12 ? serialOf(place + 1, 3) : `${place + 1}/3/2024`,
);

/** Serial number of a day of 2024, by month and day of the month. */
function serialOf(month: number, day: number): number {
  const before = [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335];
  return 45291 + (before[month - 1] ?? 0) + day;
}

/** The clean ledger with another name for Adams. */
const namedInsteadOfAdams = (name: string): Book => {
  return () =>
    ledgerWith({
      Charges: clean.Charges.map((row) => row.map((each) => (each === 'Adams' ? name : each))),
    });
};

export const books: Readonly<Record<string, Book>> = {
  A1: cell('Payments!D3', '40.00'),
  A2: payments(
    ['P3', 45359, 'Refund', '(45.00)', 5001],
    ['P4', 45360, 'Payment', '\u00a0$ 45', 5001],
    ['P5', 45361, 'Refund', '10.00-', 5002],
    ['P6', 45362, 'Refund', '\u22125.00', 5002],
    ['P7', 45363, 'Payment', '1\u202f015.00', 5002],
    ['P8', 45364, 'Refund', '-1,000.00', 5002],
  ),
  A3: payments(['P3', 45359, 'Payment', '1.234', 5001], ['P4', 45359, 'Payment', '1,23', 5001]),
  A4: payments(
    ['P3', 45359, 'Payment', '12..50', 5001],
    ['P4', 45359, 'Payment', 'see note', 5001],
    ['P5', 45359, 'Payment', 'n/a', 5001],
  ),
  A5: () => {
    const workbook = payments(
      ['P3', 45359, 'Payment', null, 5001],
      ['P4', 45359, 'Payment', '#N/A', 5001],
    )();
    workbook.sheet('Payments').setValues('D4', [[CellError.of('#REF!')]]);
    return workbook;
  },
  A6: payments(
    ['P3', 45359, 'Payment', null, 5001],
    [null, null, null, null, null],
    ['P4', 45360, 'Payment', 0, 5001],
  ),
  A7: paid(
    ['P1', 45357, 'Payment', 33.3333, 5002],
    ['P2', 45357, 'Payment', 6.6667, 5002],
    ['P3', 45358, 'Payment', 150, 5001],
  ),
  A8: paid(
    ['P1', 45357, 'Payment', 50.300000000000004, 5001],
    ['P2', 45357, 'Payment', 99.69999999999999, 5001],
    ['P3', 45358, 'Payment', 40, 5002],
  ),
  A9: payments(['P3', 45359, 'Payment', '-0.00', 5001], ['P4', 45359, 'Refund', '(0.00)', 5001]),
  A10: payments(
    ['P3', 45359, 'Payment', 1e300, 5001],
    ['P4', 45359, 'Payment', '90,071,992,547,409.92', 5001],
    ['P5', 45359, 'Payment', 90071992547409.92, 5001],
  ),
  A11: payments(
    ['P3', 45359, 'Payment', '1E5', 5001],
    ['P4', 45359, 'Payment', '0x10', 5001],
    ['P5', 45359, 'Payment', 'Infinity', 5001],
    ['P6', 45359, 'Payment', 'TRUE', 5001],
    ['P7', 45359, 'Payment', true, 5001],
  ),
  A12: () => ledgerWith({ Plans: plans }),
  A13: () =>
    register(
      ['No', 'Day', 'What', 'Debit', 'Credit', 'Ticket'],
      [
        ['P1', 45357, 'Payment', null, 150, 5001],
        ['P2', 45358, 'Payment', null, 40, 5002],
        ['P3', 45359, 'Payment', 20, 35, 5002],
      ],
      { fields: { ...registerFields, Amount: { columns: ['Credit', 'Debit'] } } },
    ),
  A14: paid(
    ['P1', 45357, 'Payment', -150, 5001],
    ['P2', 45358, 'Payment', -40, 5002],
    ['P3', 45359, 'Payment', -5, 5002],
  ),
  A15: paid(['P1', 45357, 'Payment', '$150.00', 5001], ['P2', 45358, 'Payment', 'C$40.00', 5002]),
  A16: () => workbookOf(clean),
  A17: () => {
    const workbook = ledgerWith({
      Charges: [
        ['Charge ID', 'Service Date', 'Provider', 'Total (Inc. TAX)', 'Invoice Number'],
        ...clean.Charges.slice(1),
      ],
    });
    const columns = (header: string): { columns: string[] } => ({ columns: [header] });
    const mapping: TableMapping = {
      name: 'Lines',
      headers: ['Charge ID', 'Service Date', 'Provider', 'Total (Inc. TAX)', 'Invoice Number'],
      views: [
        {
          kind: 'Charges',
          fields: {
            'Charge ID': columns('Charge ID'),
            'Service Date': columns('Service Date'),
            Provider: columns('Provider'),
            Amount: columns('Total (Inc. TAX)'),
            'Invoice Number': columns('Invoice Number'),
          },
        },
      ],
    };
    workbook.settings.set('practiceLedger.mappings', mappingsText([mapping]));
    return workbook;
  },

  B1: onDays('3/5/2024', '4/3/2024', '3/12/2024'),
  B2: onDays(...swapped),
  B3: since1904,
  B4: onDays(45357, 60, -5, 2_958_466, '######'),
  B5: onDays(45382.73, 45352, 45382.9999, 45383, 45351.9999),
  B6: onDays('2024-03-31', '2024-03-31T23:59', '2024-03-01T00:00', '2024-04-01T00:00'),
  B7: onDays(45357, 9560, 111_800),
  B8: onDays('7-Mar-24', '31-Mar-29', '1-Mar-30'),
  B9: () => {
    const workbook = onDays(20240331, 20240301, 20240401)();
    workbook.sheet('Charges').setValues('B4', [[20240303]]);
    return workbook;
  },
  B10: payments(['P3', null, 'Payment', 25, 5001]),
  B11: () => ledgerWith({ Payments: withColumn(clean.Payments, 'Entered Date', 45357, 45390) }),
  B12: () => workbookOf(clean),
  B13: onDays('2024-03-31T23:30:00Z', '2024-03-31T23:30:00+05:30', '2024-03-31T23:30:00-08:00'),

  C1: coded('99213', 100, '99214'),
  C2: coded('00100', 100, '00100'),
  C3: () => {
    const workbook = workbookOf(clean);
    workbook.sheet('Charges').setValues('A4', [[1234567890123456800]]);
    return workbook;
  },
  C4: cell('Charges!A4', '1.23E+11'),
  C5: () =>
    ledgerWith({
      Charges: withRows(
        [clean.Charges[0] ?? [], ['L1', 45352, ' Adams\u00a0', 100, '5001\u200b']],
        ['L2', 45353, 'Mu\u0308ller', 50, ' 5001'],
        ['L3', 45354, 'M\u00fcller', 40, 5002],
        ['L4', 45354, 'Mueller', 10, 5002],
      ),
    }),
  C6: namedInsteadOfAdams('__proto__'),
  C7: cell('Charges!C3', ''),
  C8: () =>
    ledgerWith({
      Charges: withRows(clean.Charges, ['L4', 45355, 'Adams-Cole', 20, 5002]),
      Payments: withRows(clean.Payments, ['P3', 45359, 'Payment', 20, 5002]),
      Providers: [
        ['Provider', 'Last Name', 'Aliases'],
        ['Adams-Cole', 'Adams-Cole', 'Adams'],
      ],
    }),
  C9: () => {
    const workbook = coded('3-5', 45355, '4-2')();
    workbook.sheet('Charges').format('F3', { numberFormat: 'd-mmm' });
    return workbook;
  },
  C10: () => ledgerWith({ Charges: withRows(clean.Charges, ['L1', 45352, 'Adams', 90, 5001]) }),
  C11: () => {
    const workbook = namedInsteadOfAdams('\u062f\u200f. \ud83e\ude7a\u0007 Noor')();
    const texts = [['Description'], ['x'.repeat(32_767)], ['\ud83e alone'], ['tab\tand\nline']];
    workbook.sheet('Charges').setValues('F1', texts);
    return workbook;
  },

  D1: payments(['Total', null, null, 190, null], ['Total for Adams', null, null, 140.01, null]),
  D2: () => {
    const [head = [], first = [], second = []] = clean.Payments;
    return ledgerWith({ Payments: [head, first, head, second, head] });
  },
  D3: () => {
    const [head = [], ...rows] = withRows(clean.Payments, ['P3', 45359, 'Payment', 12, 5001]);
    return ledgerWith({ Payments: [head, ...rows, ...rows] });
  },
  D4: payments(['P3', 45359, 'Payment', 20, 5001], ['P4', 45359, 'Payment', 20, 5001]),
  D5: () => {
    const [head = [], ...rows] = withRows(
      clean.Payments,
      ['P3', 45359, 'Payment', 12, 5001],
      ['P4', 45360, 'Payment', 13, 5001],
    );
    const more: Row[] = [['P5', 45384, 'Payment', 14, 5001]];
    return ledgerWith({ Payments: [head, ...rows], April: [head, ...rows.slice(1), ...more] });
  },
  D6: () => {
    const workbook = payments(['P3', 45359, 'Payment', 5, 5001])();
    workbook.sheet('Payments').hiddenRows.add(1).add(3);
    return workbook;
  },
  D7: () => {
    const [head = [], first = []] = clean.Payments;
    const second = ['P2', 45358, 'Payment', null, 5002];
    const workbook = ledgerWith({ Payments: [head, first, second] });
    workbook.sheet('Payments').merges.push(areaAt('D2:D3'));
    return workbook;
  },
  D8: () => {
    const workbook = inTable()();
    workbook.sheet('Payments').setValues('A5', [
      ['P3', 45359, 'Payment', 5, 5001],
      ['P4', 45360, 'Payment', 6, 5001],
    ]);
    return workbook;
  },
  D9: payments(['Printed on 4/1/2024 by front desk', null, null, null, null]),
  D10: () => {
    const workbook = workbookOf(clean);
    workbook.sheet('Payments').setValues('A65536', [['P3', 45359, 'Payment', 5, 5001]]);
    return workbook;
  },
  D11: () => workbookOf(clean),
  D12: () => ledgerWith({ Payments: [clean.Payments[0] ?? []] }),
  D13: () => workbookOf(clean),
  D14: () => workbookOf(clean),
  D15: () =>
    ledgerWith({
      Charges: withRows(clean.Charges, ['L4', 45354, 'Baker', 0, 5002]),
      Payments: withRows(clean.Payments, ['P3', 45359, 'Payment', 0, 5001]),
    }),

  E1: inTable(),
  E2: () => workbookOf(clean),
  E3: () => register(registerHeaders, registerRows, { fields: registerFields }),
  E4: () => ledgerWith({ Payments: withColumn(clean.Payments, 'Amount', 1, 2) }),
  E5: () => register(registerHeaders, registerRows, { fields: registerFields }),
  E6: () => workbookOf(clean),
  E7: inTable(),
  E8: inTable((workbook) => {
    const table = workbook.table('Money');
    workbook.sheet('Payments').setValues('A4', [['Total', null, null, 190, null]]);
    table.area = areaAt('A1:E4');
    table.showTotals = true;
  }),
  E9: () => {
    const workbook = workbookOf({ Charges: clean.Charges, Invoices: clean.Invoices });
    workbook.addSheet('Payments').setValues('A1', [[CellError.of('#SPILL!')]]);
    return workbook;
  },
  E10: () => workbookOf(clean),
  E11: () =>
    ledgerWith({
      Payments: [
        ['Cash receipts of Oak Street'],
        ['1 March to 31 March 2024'],
        [null, 'Posting', 'Money', null, 'Where it went'],
        ...clean.Payments,
      ].map((row) => [...row, ...new Array<null>(5 - row.length).fill(null)]),
    }),
  E12: () => workbookOf(clean),
  E13: () =>
    register(clean.Payments[0] as readonly string[], clean.Payments.slice(1), {
      fields: { ...registerFields, Amount: { columns: ['Value'], sign: 'negated' } },
      mappedAs: registerHeaders,
    }),
  E14: () => workbookOf(clean),
};
