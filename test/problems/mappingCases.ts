/** Cases of the gallery: tables that a mapping of the workbook reads, and signs that nobody has explained. */
import type { HostWorkbook } from '../../host/index';
import { mappingsText } from '../../src/ledger/mapping/mappingText';
import type { MappedView, TableMapping } from '../../src/ledger/mapping/tableMapping';
import type { Grid } from '../support/hostRun';
import { clean, cleanCollected, ledgerWith, type ProblemCase } from './problemCase';

const headers = ['No', 'Day', 'What', 'Value', 'Ticket', 'How'];

/** The payments of the clean ledger as a system writes them that calls money received `in` and -. */
const register: Grid = [
  headers,
  ['P1', 45357, 'in', -150, 5001, 'Cash'],
  ['P2', 45358, 'in', -40, 5002, 'Check'],
];

function mappingWith(more: Partial<MappedView>): TableMapping {
  const fields: MappedView['fields'] = {
    'Payment ID': { columns: ['No'] },
    'Payment Date': { columns: ['Day'] },
    Type: { columns: ['What'], values: { in: 'Payment' } },
    Amount: { columns: ['Value'], sign: 'negated' },
    'Invoice Number': { columns: ['Ticket'] },
    Method: { columns: ['How'], fillDown: true },
  };
  return { name: 'Register', headers, views: [{ kind: 'Payments', fields, ...more }] };
}

/** The clean ledger with the register in place of its payments, and what the workbook keeps of it. */
function mappedLedger(rows: Grid, kept = mappingsText([mappingWith({})])): ProblemCase['workbook'] {
  return (): HostWorkbook => {
    const workbook = ledgerWith({ Payments: rows });
    workbook.settings.set('practiceLedger.mappings', kept);
    return workbook;
  };
}

const withHeader = (column: number, header: string): Grid =>
  register.map((row, place) =>
    row.map((cell, at) => (place === 0 && at === column ? header : cell)),
  );

export const mappingCases: readonly ProblemCase[] = [
  {
    code: 'CELLS_FILLED_DOWN',
    what: 'a method that is printed once for each block',
    workbook: mappedLedger(
      register.map((row, place) => (place === 2 ? [...row.slice(0, 5), null] : row)),
    ),
    problem: {
      severity: 'noted',
      sheet: 'Payments',
      cell: 'F3',
      column: 'How',
      found: 'names each block once',
    },
    collected: cleanCollected,
  },
  {
    code: 'ROW_NOT_MAPPED',
    what: 'a row of which no view says what it is',
    workbook: mappedLedger(
      [...register, ['P3', 45358, 'Memo', -7, 5002, 'Note']],
      mappingsText([mappingWith({ rows: [{ column: 'What', is: ['in'] }] })]),
    ),
    problem: {
      severity: 'held',
      sheet: 'Payments',
      cell: 'C4',
      column: 'What',
      found: '"Memo" in a row of 7.00',
    },
    collected: cleanCollected,
    rows: { Payments: '3 = 2 + 0 + 1' },
  },
  {
    code: 'ROWS_LEFT_OUT',
    what: 'a row that the mapping leaves out on purpose',
    workbook: mappedLedger(
      [...register, ['P3', 45358, 'Memo', -7, 5002, 'Note']],
      mappingsText([{ ...mappingWith({}), leftOut: [[{ column: 'What', is: ['memo'] }]] }]),
    ),
    problem: {
      severity: 'noted',
      sheet: 'Payments',
      cell: 'A4',
      column: 'No',
      found: '1 row(s) of 7.00',
    },
    collected: cleanCollected,
    rows: { Payments: '3 = 2 + 1 + 0' },
  },
  {
    code: 'MAPPING_COLUMN_GONE',
    what: 'a mapped column with another header than when it was mapped',
    workbook: mappedLedger(withHeader(3, 'Net Value')),
    problem: {
      severity: 'stopped',
      sheet: 'Payments',
      cell: 'A1',
      column: 'Value',
      found: "column 'Value' is gone; did it become 'Net Value'?",
    },
    collected: 'stopped',
  },
  {
    code: 'MAPPING_COLUMN_NEW',
    what: 'a column of money that was not there when the table was mapped',
    workbook: mappedLedger(
      register.map((row, place) => [...row, place === 0 ? 'Refunded Amount' : null]),
    ),
    problem: {
      severity: 'warned',
      sheet: 'Payments',
      cell: 'G1',
      column: 'Refunded Amount',
      found: 'not there when the table was mapped',
    },
    collected: cleanCollected,
  },
  {
    code: 'MAPPINGS_NOT_READ',
    what: 'mappings of the workbook that a newer version wrote',
    workbook: mappedLedger(register, '{"practiceLedgerMappings":2}'),
    problem: {
      severity: 'stopped',
      sheet: '',
      cell: '',
      column: '',
      found: 'written by a newer version of Practice Ledger (form 2)',
    },
    collected: 'stopped',
  },
  {
    code: 'SIGN_UNCLEAR',
    what: 'payments that are all negative: nobody has said why',
    workbook: () =>
      ledgerWith({
        Payments: clean.Payments.map((row, place) =>
          row.map((cell, at) => (place > 0 && at === 3 ? -Number(cell) : cell)),
        ),
      }),
    problem: {
      severity: 'stopped',
      sheet: 'Payments',
      cell: 'D2',
      column: 'Amount',
      count: 2,
      found: 'payments total -190.00: is money received negative here?',
    },
    collected: 'stopped',
  },
];
