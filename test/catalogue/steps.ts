/** What is done to a workbook between its runs, by the sentence that the cases say it with. */
import type { ExcelHost, HostWorkbook } from '../../host/index';
import { clean } from '../problems/problemCase';

/** What the next runs meet besides the cells. */
export interface Session {
  readonly workbook: HostWorkbook;
  /** Largest number of cells that Excel hands over at once. */
  readCellsMax?: number;
  /** The version of the program that runs. */
  version: string;
  /** Called before each request of the next run, with its number from 1. */
  during?: (request: number, host: ExcelHost) => void;
}

/** Cells of the payments, in another order of columns. */
function turned(workbook: HostWorkbook): void {
  const order = [3, 0, 4, 2, 1];
  const values = clean.Payments.map((row) => order.map((column) => row[column] ?? null));
  workbook.sheet('Payments').setValues('A1', values);
}

function typed(place: string, value: string | number): (session: Session) => void {
  const [sheet = '', address = ''] = place.split('!');
  return ({ workbook }) => {
    workbook.sheet(sheet).setValues(address, [[value]]);
  };
}

/** Somebody else adds a payment whenever a run has sent so many requests. */
function addsRows(times: number): (session: Session) => void {
  return (session) => {
    let added = 0;
    session.during = (request, host) => {
      if (request % 6 !== 0 || added === times) return;
      added += 1;
      const row = [`N${added}`, 45359, 'Payment', 5, 5001];
      host.workbook.sheet('Payments').setValues(`A${3 + added}`, [row]);
    };
  };
}

export const steps: Readonly<Record<string, (session: Session) => void>> = {
  'the table Money is renamed Receipts': ({ workbook }) => {
    workbook.table('Money').name = 'Receipts';
  },
  'the columns of Payments are put in another order': ({ workbook }) => {
    turned(workbook);
  },
  "the column 'Value' is renamed 'Net Value'": typed('Payments!D1', 'Net Value'),
  "a column 'Refunded Amount' is added": typed('Payments!F1', 'Refunded Amount'),
  'the sheet Payments is deleted': ({ workbook }) => {
    workbook.deleteSheet(workbook.sheet('Payments'));
  },
  'the table Money is turned into a range': ({ workbook }) => {
    workbook.deleteTable(workbook.table('Money'));
  },
  'calculation is set to manual and an amount becomes a formula': ({ workbook }) => {
    workbook.sheet('Payments').setFormula('D3', '=H1');
    workbook.sheet('Payments').value('D3');
    workbook.calc.manual = true;
    workbook.sheet('Payments').setValues('H1', [[40]]);
  },
  'the next version of the program is installed': (session) => {
    session.version = '0.0.2';
  },
  'Excel loses the settings of the document': ({ workbook }) => {
    workbook.settings.clear();
  },
  'an amount becomes a formula on the report': ({ workbook }) => {
    workbook.sheet('Payments').setFormula('D3', "='Practice Summary'!C9");
  },
  'Excel hands over no more than 30 cells at once': (session) => {
    session.readCellsMax = 30;
  },
  'Excel hands over no more than 2 cells at once': (session) => {
    session.readCellsMax = 2;
  },
  'somebody adds a payment while the run reads': addsRows(1),
  'somebody adds payments for as long as the run reads': addsRows(Number.POSITIVE_INFINITY),
};
