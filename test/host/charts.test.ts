/** Charts in the Excel host: what an add-in can do with them, and what a file keeps. */
import { strFromU8, unzipSync } from 'fflate';
import type { HostChart } from '../../host/model/chart';
import { HostWorkbook, openWorkbook, saveWorkbook, snapshot } from '../../host/index';
import { fullWorkbook, fullWorkbookParts } from './support/fullWorkbook';
import { connect } from './support/office';

async function onCharts(
  workbook: HostWorkbook,
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<void> | void,
): Promise<void> {
  await connect(workbook);
  await Excel.run(async (context) => {
    const [first] = workbook.sheets;
    await work(context.workbook.worksheets.getItem(first?.name ?? ''), context);
    await context.sync();
  });
}

function small(): HostWorkbook {
  const workbook = new HostWorkbook();
  workbook.addSheet('It is').setValues('A1', [
    ['Month', 'A', 'B'],
    [45292, 10, 20],
    [45323, 30, -5],
  ]);
  return workbook;
}

describe('a chart', () => {
  it('is added, named, put in its place, and is the same after saving and opening', async () => {
    const workbook = small();
    await onCharts(workbook, async (sheet, context) => {
      const chart = sheet.charts.add('LineMarkers', sheet.getRange('B1:C3'), 'Columns');
      chart.name = 'Mine';
      chart.title.text = 'A & B';
      chart.legend.position = 'Bottom';
      chart.axes.valueAxis.numberFormat = '#,##0';
      chart.setPosition('E2', 'J12');
      chart.series.getItemAt(1).setXAxisValues(sheet.getRange('A2:A3'));
      chart.series.load('items/name');
      sheet.charts.load('items/name,count');
      const gone = sheet.charts.getItemOrNullObject('Yours');
      gone.load('name');
      await context.sync();
      expect(chart.series.items.map(({ name }) => name)).toEqual(['A', 'B']);
      expect([sheet.charts.count, sheet.charts.items[0]?.name]).toEqual([1, 'Mine']);
      expect(gone.isNullObject).toBe(true);
    });
    const opened = openWorkbook(saveWorkbook(workbook));
    expect(snapshot(opened).sheets[0]?.rest).toMatchObject({
      charts: [
        {
          name: 'Mine',
          type: 'LineMarkers',
          title: 'A & B',
          legend: 'Bottom',
          valueFormat: '#,##0',
          anchor: { from: { row: 1, column: 4 }, to: { row: 12, column: 10 } },
          drawn: [
            ["'It is'!$B$1", "'It is'!$B$2:$B$3", ''],
            ["'It is'!$C$1", "'It is'!$C$2:$C$3", "'It is'!$A$2:$A$3"],
          ],
        },
      ],
    });
    expect(saveWorkbook(opened)).toEqual(saveWorkbook(openWorkbook(saveWorkbook(opened))));
    await onCharts(opened, (sheet) => {
      sheet.charts.getItem('Mine').delete();
    });
    const parts = Object.keys(unzipSync(saveWorkbook(opened)));
    expect(parts.filter((part) => part.startsWith('xl/charts/'))).toEqual([]);
  });

  it('takes a first column of text as its labels, and is copied with its sheet', async () => {
    const workbook = new HostWorkbook();
    workbook.addSheet('S').setValues('A1', [
      ['Who', 'A'],
      ['x', 1],
      ['y', 2],
    ]);
    await onCharts(workbook, (sheet) => {
      sheet.charts.add('ColumnClustered', sheet.getRange('A1:B3'), 'Columns');
      sheet.copy('End');
    });
    const drawn = snapshot(workbook).sheets.map(({ rest }) => rest);
    expect(drawn).toMatchObject([
      { charts: [{ name: 'Chart 1', drawn: [['S!$B$1', 'S!$B$2:$B$3', 'S!$A$2:$A$3']] }] },
      { charts: [{ drawn: [["'S (2)'!$B$1", "'S (2)'!$B$2:$B$3", "'S (2)'!$A$2:$A$3"]] }] },
    ]);
  });

  it.each([
    ['InvalidArgument', 'Pie'],
    ['AccessDenied', 'LineMarkers'],
  ])(
    'is refused with %s: a type that the host does not know, a protected sheet',
    async (code, type) => {
      const workbook = small();
      const wanted: string = type;
      const done = onCharts(workbook, (sheet) => {
        if (code === 'AccessDenied') sheet.protection.protect();
        sheet.charts.add(wanted as 'Pie', sheet.getRange('B1:C3'), 'Columns');
      });
      await expect(done).rejects.toMatchObject({ code });
      expect(workbook.chartsOn(workbook.sheet('It is'))).toEqual([]);
    },
  );

  it('has no member that the host does not know', async () => {
    const done = onCharts(small(), (sheet) => {
      sheet.charts.add('LineMarkers', sheet.getRange('B1:C3'), 'Columns').height = 300;
    });
    await expect(done).rejects.toMatchObject({ code: 'ApiNotFound' });
  });
});

describe('the charts of a workbook that a user made', () => {
  const chartsOf = (workbook: HostWorkbook): HostChart[] => workbook.chartsOn(workbook.sheets[0]!);
  const text = (saved: Uint8Array, part: string): string =>
    strFromU8(unzipSync(saved)[part] ?? new Uint8Array(0));
  const before = (part: string): string =>
    strFromU8(fullWorkbookParts()[part] ?? new Uint8Array(0));
  const DRAWING = 'xl/drawings/drawing1.xml';

  it('stay as they were when another one is added beside them', async () => {
    const workbook = openWorkbook(fullWorkbook());
    await onCharts(workbook, (sheet) => {
      const chart = sheet.charts.add('ColumnClustered', sheet.getRange('C3:C5'), 'Columns');
      chart.name = 'Ours';
      chart.setPosition('A20', 'F30');
    });
    const saved = saveWorkbook(workbook);
    for (const part of ['xl/charts/chart1.xml', 'xl/charts/chart2.xml', 'xl/media/image1.png']) {
      expect(unzipSync(saved)[part]).toEqual(fullWorkbookParts()[part]);
    }
    const old = before(DRAWING).replace('</xdr:wsDr>', '');
    expect(text(saved, DRAWING).startsWith(old)).toBe(true);
    const again = openWorkbook(saved);
    expect(chartsOf(again).map(({ name }) => name)).toEqual(['Chart 1', 'Ours']);
    await onCharts(again, (sheet) => {
      sheet.charts.getItem('Ours').delete();
    });
    expect(text(saveWorkbook(again), DRAWING)).toBe(before(DRAWING));
  });

  it('that is moved keeps all but its place', async () => {
    const workbook = openWorkbook(fullWorkbook());
    await onCharts(workbook, (sheet) => {
      sheet.charts.getItem('Chart 1').setPosition('B2', 'C3');
    });
    const saved = saveWorkbook(workbook);
    expect(unzipSync(saved)['xl/charts/chart1.xml']).toEqual(
      fullWorkbookParts()['xl/charts/chart1.xml'],
    );
    expect(text(saved, DRAWING)).toContain('name="Logo"');
    expect(chartsOf(openWorkbook(saved))[0]?.anchor).toMatchObject({
      from: { row: 1, column: 1 },
      to: { row: 3, column: 3 },
    });
  });
});
