import { CellError, newWorkbook, type HostSheet, type HostWorkbook } from '../../host/index';
import { connect } from './support/office';

let workbook: HostWorkbook;
let sheet: HostSheet;

beforeEach(() => {
  workbook = newWorkbook();
  sheet = workbook.addSheet('Report');
  workbook.addTable('Payments', workbook.addSheet('Ledger data'), 'A1', [
    ['Provider', 'Amount', 'Date'],
    ['Adams', 10.5, 45352],
    ['Baker', 20, 45383],
    ['adams', 30, 45384],
    ['Adams', '40', 45385],
  ]);
});

function value(formula: string): unknown {
  sheet.setFormula('J9', formula);
  const found = sheet.value('J9');
  return found instanceof CellError ? found.code : found;
}

describe('the functions of reports', () => {
  it.each<[string, unknown]>([
    ['=SUM(Payments[Amount])', 60.5],
    ["=SUM('Ledger data'!B2:B5)", 60.5],
    ["=SUM('Ledger data'!B:B)", 60.5],
    ['=SUM(Payments[[#Headers],[Amount]],1)', 1],
    ['=SUM(1,"2",TRUE)', 4],
    ['=SUMIFS(Payments[Amount],Payments[Provider],"adams")', 40.5],
    ['=SUMIFS(Payments[Amount],Payments[Provider],"A*")', 40.5],
    ['=SUMIFS(Payments[Amount],Payments[Provider],"<>Baker")', 40.5],
    ['=SUMIFS(Payments[Amount],Payments[Date],">="&45383,Payments[Date],"<45385")', 50],
    ['=SUMIF(Payments[Provider],"Baker",Payments[Amount])', 20],
    ['=COUNTIFS(Payments[Provider],"Adams")', 3],
    ['=COUNTIF(Payments[Amount],">15")', 2],
    ['=COUNT(Payments[Amount])', 3],
    ['=COUNTA(Payments[Amount])', 4],
    ['=AVERAGE(Payments[Amount])', 60.5 / 3],
    ['=MAX(Payments[Amount])', 30],
    ['=MIN(Payments[Amount])', 10.5],
    ['=SUBTOTAL(109,Payments[Amount])', 60.5],
    ['=SUBTOTAL(3,Payments[Amount])', 3],
    ['=ROUND(1.005,2)', 1.01],
    // Float dust below 0: Excel knows no negative 0.
    ['=ROUND(SUM(-0.07,0.03,0.15,-0.11),2)', 0],
    ['=ROUND(-2.5,0)', -3],
    ['=ROUNDUP(1.001,2)', 1.01],
    ['=ROUNDDOWN(1.009,2)', 1],
    ['=ABS(-3.5)', 3.5],
    ['=IF(1>2,"yes","no")', 'no'],
    ['=IF(TRUE,1)', 1],
    ['=IF(FALSE,1)', false],
    ['=IFERROR(1/0,"none")', 'none'],
    ['=IFERROR(5,"none")', 5],
    ['=IFNA(NA(),7)', 7],
    ['=AND(TRUE,1)', true],
    ['=OR(FALSE,0)', false],
    ['=NOT(FALSE)', true],
    ['=DATE(2024,3,31)', 45382],
    ['=1+2*3^2', 19],
    ['=-2^2', 4],
    ['=50%', 0.5],
    ['="a"&1&TRUE', 'a1TRUE'],
    ['="A"="a"', true],
    ['=2<"1"', true],
    ['=10/4', 2.5],
    ['=1/0', '#DIV/0!'],
    ['="x"+1', '#VALUE!'],
    ['=#N/A', '#N/A'],
    ['=SUM(#REF!)', '#REF!'],
    ['=NoName', '#NAME?'],
    ['=VLOOKUP(1,A1:B2,2)', '#NAME?'],
    ['=Missing!A1', '#REF!'],
    ['=Payments[None]', '#REF!'],
    ['=A1:A3', '#VALUE!'],
    ['=Z99', 0],
  ])('%s is %p', (formula, expected) => {
    expect(value(formula)).toEqual(expected);
  });
});

describe('a formula', () => {
  it('follows the cells that it looks at, directly and through others', () => {
    sheet.setValues('A1', [[1], [2]]);
    sheet.setFormula('A3', '=SUM(A1:A2)');
    sheet.setFormula('A4', '=A3*2');
    expect(sheet.value('A4')).toBe(6);
    sheet.setValues('A2', [[5]]);
    expect(sheet.value('A4')).toBe(12);
    workbook.sheet('Ledger data').setValues('B3', [[21]]);
    sheet.setFormula('B1', '=SUM(Payments[Amount])');
    expect(sheet.value('B1')).toBe(61.5);
    workbook.sheet('Ledger data').setValues('B3', [[22]]);
    expect(sheet.value('B1')).toBe(62.5);
  });

  it('follows names and the size of tables', () => {
    workbook.addName('Rate', workbook.sheet('Ledger data'), 'B2');
    sheet.setFormula('A1', '=Rate*2');
    expect(sheet.value('A1')).toBe(21);
    sheet.setFormula('A2', '=SUM(Payments[Amount])');
    const table = workbook.table('Payments');
    workbook.sheet('Ledger data').setValues('A6', [['Cole', 100]]);
    table.area = { ...table.area, rows: 6 };
    workbook.calc.everythingChanged();
    expect(sheet.value('A2')).toBe(160.5);
  });

  it('of a row of a table refers to its own row', () => {
    const data = workbook.sheet('Ledger data');
    data.setValues('D1', [['Double']]);
    workbook.table('Payments').area = { row: 0, column: 0, rows: 5, columns: 4 };
    workbook.table('Payments').readHeaders();
    data.setFormula('D2:D3', '=Payments[@Amount]*2');
    expect(data.values('D2:D3')).toEqual([[21], [40]]);
  });

  it('that leads back to itself reads 0 there', () => {
    sheet.setFormula('A1', '=B1+1');
    sheet.setFormula('B1', '=A1+1');
    expect([sheet.value('A1'), sheet.value('B1')]).toEqual([2, 1]);
  });

  it('gives way to a value', () => {
    sheet.setFormula('A1', '=1+1');
    sheet.setValues('A1', [[5]]);
    expect([sheet.formula('A1'), sheet.value('A1')]).toEqual(['', 5]);
  });

  it('of SUBTOTAL leaves out subtotals, filtered rows and, from 101 on, all hidden ones', () => {
    sheet.setValues('A1', [[1], [2], [4]]);
    sheet.setFormula('A4', '=SUBTOTAL(9,A1:A3)');
    sheet.setFormula('B1', '=SUBTOTAL(9,A1:A4)');
    sheet.setFormula('B2', '=SUBTOTAL(109,A1:A4)');
    expect([sheet.value('B1'), sheet.value('B2')]).toEqual([7, 7]);
    sheet.hiddenRows.add(1);
    workbook.calc.everythingChanged();
    expect([sheet.value('B1'), sheet.value('B2')]).toEqual([7, 5]);
    sheet.filter = { row: 0, column: 0, rows: 4, columns: 1 };
    workbook.calc.everythingChanged();
    expect([sheet.value('B1'), sheet.value('B2')]).toEqual([5, 5]);
  });

  it('may use a function that was added', () => {
    workbook.calc.registerFunction('NETCOLLECTION', (args) => (args.length === 2 ? 42 : 0));
    expect(value('=NETCOLLECTION("Adams",45352)+1')).toBe(43);
  });
});

describe('calculation by hand', () => {
  it('waits for the add-in, but for new formulas', async () => {
    await connect(workbook);
    await Excel.run(async (context) => {
      const { application } = context.workbook;
      const cells = context.workbook.worksheets.getItem('Report');
      application.calculationMode = 'Manual';
      cells.getRange('A1:A2').values = [[1], ['=A1*10']];
      const result = cells.getRange('A2').load('values');
      await context.sync();
      expect(result.values).toEqual([[10]]);
      cells.getRange('A1').values = [[2]];
      result.load('values');
      application.load('calculationState');
      await context.sync();
      expect(result.values).toEqual([[10]]);
      expect(application.calculationState).toBe('Pending');
      application.calculate('Full');
      result.load('values');
      await context.sync();
      expect(result.values).toEqual([[20]]);
    });
  });
});

describe('many cells', () => {
  it('are summed and matched in good time', () => {
    const data = workbook.addSheet('Many');
    const rows = Array.from({ length: 100_000 }, (_, at) => [`Dr ${at % 20}`, at / 100]);
    data.setValues('A1', rows);
    sheet.setFormula('A1', '=SUM(Many!B:B)');
    sheet.setFormula('A2', '=SUMIFS(Many!B1:B100000,Many!A1:A100000,"Dr 3")');
    const started = performance.now();
    expect(sheet.value('A1')).toBeCloseTo(49_999_500, 4);
    expect(sheet.value('A2')).toBeCloseTo(2_499_650, 4);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
