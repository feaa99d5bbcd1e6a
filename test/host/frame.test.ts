import { unzipSync } from 'fflate';
import {
  openWorkbook,
  saveWorkbook,
  snapshot,
  type HostWorkbook,
  type WorkbookSnapshot,
} from '../../host/index';
import { fullWorkbook, fullWorkbookParts } from './support/fullWorkbook';
import { readByLibreOffice } from './support/libreOffice';
import { connect } from './support/office';

const OURS = [
  '[Content_Types].xml',
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
  'xl/styles.xml',
];

/** Saved workbooks of the tests before the last, which has them all opened in one start of LibreOffice. */
const forLibreOffice: Record<string, Uint8Array> = {};

/** The parts that are not as they were. */
function changedParts(saved: Uint8Array): { changed: string[]; added: string[]; gone: string[] } {
  const before = fullWorkbookParts();
  const after = unzipSync(saved);
  const same = (part: string): boolean =>
    Buffer.compare(Buffer.from(before[part]!), Buffer.from(after[part]!)) === 0;
  return {
    changed: Object.keys(before).filter((part) => part in after && !same(part)),
    added: Object.keys(after).filter((part) => !(part in before)),
    gone: Object.keys(before).filter((part) => !(part in after)),
  };
}

function textOf(saved: Uint8Array, part: string): string {
  return new TextDecoder().decode(unzipSync(saved)[part]);
}

async function addReport(workbook: HostWorkbook): Promise<void> {
  await connect(workbook);
  await Excel.run(async (context) => {
    const report = context.workbook.worksheets.add('Report');
    const head = report.getRange('A1:B1');
    head.values = [['Provider', 'Amount']];
    head.format.font.bold = true;
    head.format.fill.color = '#1F4E79';
    head.format.borders.getItem('EdgeBottom').style = 'Continuous';
    report.getRange('A2:B3').values = [
      ['Adams & <Co>', 10.5],
      ['Total', '=SUM(Payments[Amount])'],
    ];
    report.getRange('B2:B3').numberFormat = [['#,##0.00;[Red]-#,##0.00'], ['0.0%']];
    report.freezePanes.freezeRows(1);
    report.showGridlines = false;
    report.tabColor = '#4472C4';
    report.getRange('A:A').format.columnWidth = 105;
    report.pageLayout.orientation = 'Landscape';
    report.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    report.pageLayout.setPrintTitleRows('$1:$1');
    report.pageLayout.setPrintArea('A1:B3');
    report.pageLayout.headersFooters.defaultForAllPages.centerFooter = 'Page &P of &N';
    report.customProperties.add('pl.kind', 'report');
    await context.sync();
  });
}

describe('a workbook that is opened and saved', () => {
  it('has every part as it was', () => {
    const saved = saveWorkbook(openWorkbook(fullWorkbook()));
    expect(changedParts(saved)).toEqual({ changed: [], added: [], gone: [] });
    expect(Object.keys(unzipSync(saved))).toEqual(Object.keys(fullWorkbookParts()));
  });

  it('is read in full', () => {
    const workbook = openWorkbook(fullWorkbook());
    const [summary, payments] = workbook.sheets;
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Summary', 'Payments']);
    expect(summary!.values('A1:C6')).toEqual([
      ['Practice summary', 'rich text', ''],
      ['', '', ''],
      ['Total', 140.5, 281],
      [true, expect.objectContaining({ code: '#N/A' }), 0],
      ['ab', 'rich inline', 0],
      [281, '', ''],
    ]);
    expect(['B3', 'C4', 'C5', 'A6'].map((cell) => summary!.formula(cell))).toEqual([
      '=SUM(Payments!C2:C6)',
      '=B4*2',
      '=B5*2',
      '=SUM(Payments!C2:C6*2)',
    ]);
    expect(payments!.values('A2:D5')).toEqual([
      ['p1', 45352, 10.5, 'Adams'],
      ['p2', 45353.5, 20, 'Adams'],
      [' p3 \r', 45354, -5, 'Baker & Co'],
      ['pA4', 45355, 75, 'Baker & Co'],
    ]);
    expect(payments!.frozen).toEqual({ rows: 1, columns: 0 });
    expect(payments!.style('B2').numberFormat).toBe('yyyy\\-mm\\-dd');
    expect(summary!.style('A1')).toMatchObject({
      font: { bold: true, size: 14, color: '#102030' },
      fill: '#E2EFDA',
      horizontal: 'Center',
      wrapText: true,
      borders: { bottom: { line: 'thin' } },
    });
    expect(summary!.tabColor).toBe('#707983');
    expect([...summary!.columnWidths]).toEqual([
      [0, 24.7109375],
      [1, 12],
      [2, 12],
    ]);
    expect([...summary!.hiddenRows]).toEqual([4]);
    expect(summary!.rowHeights.get(3)).toBe(22.5);
    expect(summary!.merges).toHaveLength(1);
    expect(summary!.hyperlinks.get('A3')).toEqual({
      documentReference: 'Payments!A1',
      screenTip: 'go',
    });
    expect(workbook.table('Payments')).toMatchObject({
      columns: ['Payment ID', 'Payment Date', 'Amount', 'Provider'],
      style: 'TableStyleMedium2',
    });
    expect(workbook.names.map(({ name, formula, scope }) => [name, formula, scope?.name])).toEqual([
      ['Rate', '=0.075', undefined],
      ['Amounts', '=Payments!$C$2:$C$6', undefined],
      ['Local', '=Summary!$B$3', 'Summary'],
    ]);
    expect(workbook.properties).toMatchObject({
      title: 'March',
      author: 'Anna',
      company: 'Hill Street Practice',
    });
    expect(workbook.xmlParts).toEqual([
      {
        id: '{11111111-2222-4333-8444-555555555555}',
        xml: '<order xmlns="urn:someone-else"><id>7</id></order>',
      },
    ]);
  });
});

describe('a report sheet added through office.js', () => {
  let saved: Uint8Array;
  let before: WorkbookSnapshot;

  beforeAll(async () => {
    const workbook = openWorkbook(fullWorkbook());
    before = snapshot(workbook);
    await addReport(workbook);
    saved = saveWorkbook(workbook);
    forLibreOffice['report'] = saved;
  });

  it('changes only the four parts that list it', () => {
    const { changed, added, gone } = changedParts(saved);
    expect(changed.sort()).toEqual([...OURS].sort());
    expect(gone).toEqual([]);
    expect(added.sort()).toEqual([
      'xl/customProperty1.bin',
      'xl/worksheets/_rels/sheet2.xml.rels',
      'xl/worksheets/sheet2.xml',
    ]);
  });

  it('keeps the cell formats of the file under their numbers', () => {
    const styles = textOf(saved, 'xl/styles.xml');
    const old = new TextDecoder().decode(fullWorkbookParts()['xl/styles.xml']);
    const formats = (xml: string): string => /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(xml)![1]!;
    expect(formats(styles).startsWith(formats(old))).toBe(true);
    expect(styles).toContain('<dxfs count="1">');
  });

  it('leaves everything of the user as it was, and comes back when it is opened again', () => {
    const again = snapshot(openWorkbook(saved));
    const report = again.sheets.find(({ name }) => name === 'Report');
    expect({ ...again, sheets: again.sheets.filter((sheet) => sheet !== report) }).toEqual(before);
    expect(report!.cells['B3']).toMatchObject({ value: 140.5, formula: '=SUM(Payments[Amount])' });
    expect(report!.cells['A1']!.style).toMatchObject({ font: { bold: true }, fill: '#1F4E79' });
    expect(report!.rest).toMatchObject({
      tabColor: '#4472C4',
      showGridlines: false,
      frozen: { rows: 1, columns: 0 },
      customProperties: { 'pl.kind': 'report' },
      columnWidths: { A: 20 },
      page: {
        orientation: 'landscape',
        fitWide: 1,
        fitTall: 0,
        titleRows: { row: 0, rows: 1 },
        printArea: { rows: 3, columns: 2 },
        text: { odd: { footer: { center: 'Page &P of &N' } } },
      },
    });
  });

  it('keeps the chart sheet, the filter and the two-part print area in the workbook part', () => {
    const workbook = textOf(saved, 'xl/workbook.xml');
    expect([...workbook.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      'Summary',
      'Trend',
      'Payments',
      'Report',
    ]);
    expect(workbook).toContain('hidden="1">Payments!$A$1:$D$6<');
    expect(workbook).toContain('>Summary!$A$1:$D$20,Summary!$F$1:$G$9<');
    expect(workbook).toContain('name="_xlnm.Print_Titles" localSheetId="3">Report!$1:$1<');
  });

  it('gives the same bytes when it is made again', async () => {
    const workbook = openWorkbook(fullWorkbook());
    await addReport(workbook);
    expect(Buffer.compare(Buffer.from(saveWorkbook(workbook)), Buffer.from(saved))).toBe(0);
  });
});

describe('changes of a sheet of the file', () => {
  async function edited(
    work: (context: Excel.RequestContext) => void,
  ): Promise<{ workbook: HostWorkbook; saved: Uint8Array; again: HostWorkbook }> {
    const workbook = openWorkbook(fullWorkbook());
    await connect(workbook);
    await Excel.run(async (context) => {
      work(context);
      await context.sync();
    });
    const saved = saveWorkbook(workbook);
    return { workbook, saved, again: openWorkbook(saved) };
  }

  it('change the text of their cells alone', async () => {
    const { saved, again } = await edited(({ workbook }) => {
      const summary = workbook.worksheets.getItem('Summary');
      summary.getRange('B3').values = [[7]];
      summary.getRange('A2:B2').values = [['new', 'row']];
      summary.getRange('D3').values = [['Yes']];
      summary.getRange('F9').values = [['note & more']];
      summary.getRange('A4').clear('Contents');
    });
    expect(changedParts(saved).changed.sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/worksheets/sheet1.xml',
    ]);
    const sheet = textOf(saved, 'xl/worksheets/sheet1.xml');
    const old = new TextDecoder().decode(fullWorkbookParts()['xl/worksheets/sheet1.xml']);
    const tail = (xml: string): string => xml.slice(xml.indexOf('</sheetData>'));
    expect(tail(sheet)).toBe(tail(old));
    expect(sheet).toContain('<c r="A3" t="s"><v>2</v></c><c r="B3" s="2"><v>7</v></c><c r="C3">');
    expect(sheet).toContain('<row r="2">');
    expect(sheet.indexOf('<row r="2"')).toBeLessThan(sheet.indexOf('<row r="3"'));
    expect(again.sheet('Summary').values('A1:F4')).toEqual([
      ['Practice summary', 'rich text', '', '', '', ''],
      ['new', 'row', '', '', '', ''],
      ['Total', 7, 281, 'Yes', '', ''],
      ['', expect.anything(), 0, '', '', ''],
    ]);
    expect(again.sheet('Summary').value('F9')).toBe('note & more');
  });

  it('drop the calculation chain when a formula is gone, and only then', async () => {
    const gone = await edited(({ workbook }) => {
      workbook.worksheets.getItem('Summary').getRange('B3').values = [[7]];
    });
    expect(changedParts(gone.saved).gone).toEqual(['xl/calcChain.xml']);
    const kept = await edited(({ workbook }) => {
      workbook.worksheets.getItem('Summary').getRange('A2').values = [['note']];
    });
    expect(changedParts(kept.saved)).toEqual({
      changed: ['xl/worksheets/sheet1.xml'],
      added: [],
      gone: [],
    });
  });

  it('give the others of a shared formula their own when its first cell goes', async () => {
    const { saved, again } = await edited(({ workbook }) => {
      workbook.worksheets.getItem('Summary').getRange('C3').values = [['text']];
    });
    expect(textOf(saved, 'xl/worksheets/sheet1.xml')).not.toContain('t="shared"');
    expect(['C3', 'C4', 'C5'].map((cell) => again.sheet('Summary').formula(cell))).toEqual([
      '',
      '=B4*2',
      '=B5*2',
    ]);
    forLibreOffice['brokenSharedFormula'] = saved;
  });

  it('keep what the model does not know of columns, views and pages', async () => {
    const { saved, again } = await edited(({ workbook }) => {
      const summary = workbook.worksheets.getItem('Summary');
      summary.getRange('B:B').format.columnWidth = 105;
      summary.freezePanes.freezeRows(1);
      summary.tabColor = '#FF0000';
      summary.pageLayout.orientation = 'Landscape';
      summary.pageLayout.headersFooters.defaultForAllPages.leftHeader = 'Hill Street';
      summary.getRange('4:4').format.rowHeight = 40;
      summary.getRange('5:5').rowHidden = false;
      summary.getRange('9:9').rowHidden = true;
      summary.customProperties.add('mine', 'yes');
    });
    const sheet = textOf(saved, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain(
      '<col min="2" max="2" width="20" bestFit="1" customWidth="1" outlineLevel="1"/>',
    );
    expect(sheet).toContain(
      '<col min="3" max="3" width="12" bestFit="1" customWidth="1" outlineLevel="1"/>',
    );
    expect(sheet).toContain('zoomScale="90"');
    expect(sheet).toContain('<outlinePr summaryBelow="0"/>');
    expect(sheet).toContain('<pageSetup orientation="landscape" r:id="rId3"/>');
    expect(sheet).toContain('<row r="4" ht="40" customHeight="1">');
    const found = again.sheet('Summary');
    expect(found.frozen).toEqual({ rows: 1, columns: 0 });
    expect([...found.hiddenRows]).toEqual([8]);
    expect(found.page.text.odd.header.left).toBe('Hill Street');
    expect([...found.customProperties]).toEqual([['mine', 'yes']]);
    forLibreOffice['reshaped'] = saved;
  });

  it('select one sheet alone', async () => {
    const { saved, again } = await edited(({ workbook }) => {
      workbook.worksheets.add('Report').activate();
    });
    const selected = Object.keys(unzipSync(saved)).filter(
      (part) => part.includes('worksheets/') && textOf(saved, part).includes('tabSelected="1"'),
    );
    expect(selected).toEqual(['xl/worksheets/sheet2.xml']);
    expect(again.active.name).toBe('Report');
    expect(textOf(saved, 'xl/workbook.xml')).toContain('activeTab="3"');
    expect(textOf(saved, 'xl/workbook.xml')).toContain('name="Report" sheetId="8"');
  });

  it('make new formats from those of the cells', async () => {
    const { again } = await edited(({ workbook }) => {
      workbook.worksheets.getItem('Summary').getRange('A1').format.font.italic = true;
      workbook.worksheets.getItem('Payments').getRange('B2').numberFormat = [['d mmm']];
    });
    expect(again.sheet('Summary').style('A1')).toMatchObject({
      font: { bold: true, italic: true, size: 14, color: '#102030' },
      fill: '#E2EFDA',
      horizontal: 'Center',
      borders: { bottom: { line: 'thin' } },
    });
    expect(again.sheet('Payments').style('B2').numberFormat).toBe('d mmm');
    expect(again.sheet('Payments').style('B3').numberFormat).toBe('yyyy\\-mm\\-dd');
  });

  it('resize and rename a table, and add another', async () => {
    const { saved, again } = await edited(({ workbook }) => {
      const payments = workbook.worksheets.getItem('Payments');
      payments.getRange('A7:D7').values = [['p6', 45357, 1, 'Cole']];
      workbook.tables.getItem('Payments').name = 'Receipts';
      payments.getRange('F1:G2').values = [
        ['Key', 'A & B'],
        [1, 2],
      ];
      payments.tables.add('F1:G2', true).name = 'Extra';
    });
    expect(again.tables.map(({ name, columns, area }) => [name, columns, area.rows])).toEqual([
      ['Receipts', ['Payment ID', 'Payment Date', 'Amount', 'Provider'], 7],
      ['Extra', ['Key', 'A & B'], 2],
    ]);
    expect(textOf(saved, 'xl/tables/table1.xml')).toContain('name="Payment Date" dataDxfId="0"');
    forLibreOffice['tables'] = saved;
  });

  it('delete a sheet with its parts and leave the rest', async () => {
    const { saved, again } = await edited(({ workbook }) => {
      workbook.worksheets.getItem('Summary').delete();
    });
    expect(changedParts(saved).gone.sort()).toEqual([
      'xl/calcChain.xml',
      'xl/charts/chart1.xml',
      'xl/drawings/_rels/drawing1.xml.rels',
      'xl/drawings/drawing1.xml',
      'xl/media/image1.png',
      'xl/pivotTables/_rels/pivotTable1.xml.rels',
      'xl/pivotTables/pivotTable1.xml',
      'xl/printerSettings/printerSettings1.bin',
      'xl/worksheets/_rels/sheet1.xml.rels',
      'xl/worksheets/sheet1.xml',
    ]);
    expect(again.sheets.map(({ name }) => name)).toEqual(['Payments']);
    expect(textOf(saved, 'xl/workbook.xml')).toContain('localSheetId="1" hidden="1">Payments!');
    forLibreOffice['deleted'] = saved;
  });

  it('rename and move sheets with their names and formulas', async () => {
    const { saved, again } = await edited(({ workbook }) => {
      const payments = workbook.worksheets.getItem('Payments');
      payments.name = 'Money in';
      payments.position = 0;
    });
    expect(again.sheets.map(({ name }) => name)).toEqual(['Money in', 'Summary']);
    expect(again.sheet('Summary').formula('B3')).toBe("=SUM('Money in'!C2:C6)");
    expect(again.sheet('Summary').value('B3')).toBe(140.5);
    expect(again.names.find(({ name }) => name === 'Amounts')!.formula).toBe(
      "='Money in'!$C$2:$C$6",
    );
    expect(again.names.find(({ name }) => name === 'Local')!.scope!.name).toBe('Summary');
    forLibreOffice['moved'] = saved;
  });
});

describe('LibreOffice', () => {
  it('opens every workbook that was saved above, with the same figures', () => {
    const read = readByLibreOffice(forLibreOffice);
    expect(read['report']!['Report']).toEqual([
      'Provider,Amount',
      'Adams & <Co>,10.5',
      'Total,14050%',
    ]);
    expect(read['report']!['Summary']![2]).toMatch(/^Total,140.5,281/);
    expect(read['brokenSharedFormula']!['Summary']![2]).toContain('text');
    expect(read['reshaped']!['Summary']![0]).toContain('Practice summary');
    expect(read['tables']!['Payments']![6]).toContain('p6');
    expect(read['deleted']!['Payments']![1]).toContain('Adams');
    expect(read['moved']!['Summary']![2]).toContain('140.5');
  });
});
