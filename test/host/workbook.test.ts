import { newWorkbook, type HostWorkbook } from '../../host/index';
import { codeOf, connect } from './support/office';

let workbook: HostWorkbook;

beforeEach(async () => {
  workbook = newWorkbook();
  workbook.addSheet('First').setValues('A1', [[1], [2]]);
  workbook.addSheet('Second');
  await connect(workbook, { name: 'ledger.xlsx' });
});

function inWorkbook(
  work: (book: Excel.Workbook, context: Excel.RequestContext) => void,
): Promise<void> {
  return Excel.run(async (context) => {
    work(context.workbook, context);
    await context.sync();
  });
}

const names = (): string[] => workbook.sheets.map((sheet) => sheet.name);

describe('sheets', () => {
  it('are added, renamed, moved, hidden, coloured and deleted', async () => {
    await inWorkbook(({ worksheets }) => {
      const sheet = worksheets.add('Report');
      sheet.name = 'Report 2024';
      sheet.position = 0;
      sheet.tabColor = '#4472c4';
      sheet.showGridlines = false;
      sheet.visibility = 'VeryHidden';
      worksheets.add();
      worksheets.getItem('Second').delete();
    });
    expect(names()).toEqual(['Report 2024', 'First', 'Sheet4']);
    expect(workbook.sheet('Report 2024')).toMatchObject({
      tabColor: '#4472C4',
      showGridlines: false,
      visibility: 'VeryHidden',
    });
  });

  it.each([
    '',
    'x'.repeat(32),
    'a[b',
    'a]b',
    'a:b',
    'a*b',
    'a?b',
    'a/b',
    'a\\b',
    "'quoted",
    "quoted'",
    'History',
    'hiStory',
  ])('are not called "%s"', async (name) => {
    expect(await codeOf(inWorkbook(({ worksheets }) => void worksheets.add(name)))).toBe(
      'InvalidArgument',
    );
    const renamed = inWorkbook(({ worksheets }) => {
      worksheets.getItem('First').name = name;
    });
    expect(await codeOf(renamed)).toBe('InvalidArgument');
    expect(names()).toEqual(['First', 'Second']);
  });

  it('do not share a name, whatever its case; their own case may change', async () => {
    expect(await codeOf(inWorkbook(({ worksheets }) => void worksheets.add('FIRST')))).toBe(
      'ItemAlreadyExists',
    );
    await inWorkbook(({ worksheets }) => {
      worksheets.getItem('First').name = 'FIRST';
    });
    expect(names()).toEqual(['FIRST', 'Second']);
  });

  it('keep at least one in view', async () => {
    workbook.sheet('Second').visibility = 'Hidden';
    const last = inWorkbook(({ worksheets }) => {
      worksheets.getItem('First').delete();
    });
    expect(await codeOf(last)).toBe('InvalidOperation');
    const hidden = inWorkbook(({ worksheets }) => {
      worksheets.getItem('First').visibility = 'Hidden';
    });
    expect(await codeOf(hidden)).toBe('InvalidOperation');
  });

  it('are counted and found from both ends', async () => {
    workbook.addSheet('Hidden').visibility = 'Hidden';
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const counts = [worksheets.getCount(), worksheets.getCount(true)];
      const [first, last] = [worksheets.getFirst(), worksheets.getLast(true)];
      const active = worksheets.getActiveWorksheet();
      for (const sheet of [first, last, active]) sheet.load('name');
      const next = first.getNextOrNullObject().load('name');
      const before = first.getPreviousOrNullObject();
      await context.sync();
      expect(counts.map(({ value }) => value)).toEqual([3, 2]);
      expect([first, last, active, next].map(({ name }) => name)).toEqual([
        'First',
        'Second',
        'First',
        'Second',
      ]);
      expect(before.isNullObject).toBe(true);
    });
  });

  it('take formulas along when they get another name, and break them when they go', async () => {
    workbook.sheet('Second').setFormula('A1', '=SUM(First!A1:A2)');
    workbook.addName('Totals', workbook.sheet('First'), 'A1:A2');
    await inWorkbook(({ worksheets }) => {
      worksheets.getItem('First').name = "Dr. O'Neil";
    });
    expect(workbook.sheet('Second').formula('A1')).toBe("=SUM('Dr. O''Neil'!A1:A2)");
    expect(workbook.sheet('Second').value('A1')).toBe(3);
    expect(workbook.names[0]!.formula).toBe("='Dr. O''Neil'!$A$1:$A$2");
    await inWorkbook(({ worksheets }) => {
      worksheets.getItem("Dr. O'Neil").delete();
    });
    expect(workbook.sheet('Second').formula('A1')).toBe('=SUM(#REF!)');
    expect(workbook.sheet('Second').values()).toEqual([
      [expect.objectContaining({ code: '#REF!' })],
    ]);
  });

  it('are copied without their custom properties', async () => {
    const first = workbook.sheet('First');
    first.customProperties.set('pl.kind', 'report');
    first.format('A1', { font: { bold: true } });
    workbook.addTable('Ledger_', first, 'C1', [['H'], [1]]);
    await Excel.run(async (context) => {
      const copy = context.workbook.worksheets.getItem('First').copy('End').load('name');
      copy.customProperties.load('items/key');
      await context.sync();
      expect(copy.name).toBe('First (2)');
      expect(copy.customProperties.items).toEqual([]);
      copy.name = 'Copy';
      await context.sync();
    });
    expect(names()).toEqual(['First', 'Second', 'Copy']);
    expect(workbook.sheet('Copy').values()).toEqual(first.values());
    expect(workbook.sheet('Copy').style('A1').font.bold).toBe(true);
    expect(workbook.tables.map(({ name }) => name)).toEqual(['Ledger_', 'Ledger_2']);
  });

  it('are activated, and cells selected', async () => {
    await Excel.run(async (context) => {
      const second = context.workbook.worksheets.getItem('Second');
      second.activate();
      second.getRange('C3:D4').select();
      const selected = context.workbook.getSelectedRange().load('address');
      const cell = context.workbook.getActiveCell().load('address');
      await context.sync();
      expect([selected.address, cell.address]).toEqual(['Second!C3:D4', 'Second!C3']);
    });
  });

  it('that were deleted are not found by ranges that were kept', async () => {
    const code = await codeOf(
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem('Second').getRange('A1').load('address');
        await context.sync();
        workbook.deleteSheet(workbook.sheet('Second'));
        range.load('values');
        await context.sync();
      }),
    );
    expect(code).toBe('InvalidReference');
  });
});

describe('frozen panes', () => {
  it('are set, told and taken away', async () => {
    await Excel.run(async (context) => {
      const { freezePanes } = context.workbook.worksheets.getItem('First');
      freezePanes.freezeRows(3);
      const location = freezePanes.getLocationOrNullObject().load('address');
      await context.sync();
      expect(location.address).toBe('First!1:3');
      freezePanes.freezeAt('A1:B2');
      await context.sync();
      expect(workbook.sheet('First').frozen).toEqual({ rows: 2, columns: 2 });
      freezePanes.unfreeze();
      const none = freezePanes.getLocationOrNullObject();
      await context.sync();
      expect(none.isNullObject).toBe(true);
    });
  });
});

describe('names', () => {
  it('are added for ranges and constants, found, and deleted', async () => {
    await Excel.run(async (context) => {
      const { names: all, worksheets } = context.workbook;
      all.add('Area', worksheets.getItem('First').getRange('A1:A2'), 'a comment');
      all.add('Rate', '=0.3');
      worksheets.getItem('Second').names.add('Local', '=Second!$B$1');
      await context.sync();
      all.load('items/name,items/type,items/value,items/comment');
      const range = all.getItem('area').getRange().load('values');
      const missing = all.getItemOrNullObject('Local');
      await context.sync();
      expect(all.items.map(({ name, type, value }) => [name, type, value as unknown])).toEqual([
        ['Area', 'Range', 'First!A1:A2'],
        ['Rate', 'Double', 0.3],
      ]);
      expect(range.values).toEqual([[1], [2]]);
      expect(missing.isNullObject).toBe(true);
      all.getItem('Rate').delete();
      await context.sync();
    });
    expect(workbook.names.map(({ name }) => name)).toEqual(['Area', 'Local']);
  });

  it.each(['A1', 'R1C1', 'two words', '9lives', ''])('are not "%s"', async (name) => {
    const code = await codeOf(inWorkbook((book) => void book.names.add(name, '=1')));
    expect(code).toBe('InvalidArgument');
  });

  it('stand for a range in getRange', async () => {
    workbook.addName('Area', workbook.sheet('First'), 'A2');
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('First').getRange('Area').load('values');
      await context.sync();
      expect(range.values).toEqual([[2]]);
    });
  });
});

describe('protection', () => {
  it('of a sheet denies every edit, and ends with the right password', async () => {
    const first = (work: (sheet: Excel.Worksheet) => void): Promise<void> =>
      inWorkbook(({ worksheets }) => {
        work(worksheets.getItem('First'));
      });
    await first((sheet) => {
      sheet.protection.protect({}, 'secret');
    });
    const edits: ((sheet: Excel.Worksheet) => void)[] = [
      (sheet) => (sheet.getRange('A1').values = [[9]]),
      (sheet) => (sheet.getRange('A1').formulas = [['=1']]),
      (sheet) => (sheet.getRange('A1').numberFormat = [['@']]),
      (sheet) => (sheet.getRange('A1').format.font.bold = true),
      (sheet) => (sheet.getRange('A:A').format.columnWidth = 50),
      (sheet) => {
        sheet.getRange('A1').clear();
      },
      (sheet) => {
        sheet.getRange('A1').copyFrom('A2');
      },
      (sheet) => (sheet.getRange('1:1').rowHidden = true),
      (sheet) => void sheet.tables.add('A1:A2', true),
    ];
    for (const edit of edits) expect(await codeOf(first(edit))).toBe('AccessDenied');
    expect(workbook.sheet('First').values()).toEqual([[1], [2]]);
    expect(
      await codeOf(
        first((sheet) => {
          sheet.protection.unprotect('wrong');
        }),
      ),
    ).toBe('BadPassword');
    await first((sheet) => {
      sheet.protection.unprotect('secret');
    });
    await first((sheet) => {
      sheet.getRange('A1').values = [[9]];
    });
  });

  it('of a sheet leaves unlocked cells free, and reading', async () => {
    const sheet = workbook.sheet('First');
    sheet.format('A2', { locked: false });
    sheet.protection.protected = true;
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('First').getRange('A2');
      range.values = [[7]];
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([[7]]);
    });
  });

  it('of the structure denies new, gone, renamed and moved sheets', async () => {
    workbook.structureProtected = true;
    const edits: ((book: Excel.Workbook) => void)[] = [
      ({ worksheets }) => void worksheets.add('New'),
      ({ worksheets }) => {
        worksheets.getItem('Second').delete();
      },
      ({ worksheets }) => (worksheets.getItem('Second').name = 'Other'),
      ({ worksheets }) => (worksheets.getItem('Second').position = 0),
      ({ worksheets }) => (worksheets.getItem('Second').visibility = 'Hidden'),
    ];
    for (const edit of edits) expect(await codeOf(inWorkbook(edit))).toBe('AccessDenied');
    expect(names()).toEqual(['First', 'Second']);
  });
});

describe('the workbook', () => {
  it('tells its name, properties, culture and calculation', async () => {
    workbook.readOnly = true;
    workbook.properties.company = 'Vet Ltd';
    await Excel.run(async (context) => {
      const book = context.workbook.load('name,readOnly');
      book.properties.load('company,title');
      const { application } = book;
      application.load('calculationMode,calculationState,cultureInfo/name');
      application.cultureInfo.numberFormat.load('numberDecimalSeparator');
      await context.sync();
      expect([book.name, book.readOnly]).toEqual(['ledger.xlsx', true]);
      expect(book.properties.company).toBe('Vet Ltd');
      expect(application.cultureInfo.numberFormat.numberDecimalSeparator).toBe('.');
      expect([application.calculationMode, application.calculationState]).toEqual([
        'Automatic',
        'Done',
      ]);
    });
  });
});

describe('page layout', () => {
  it('is set and told', async () => {
    await Excel.run(async (context) => {
      const { pageLayout } = context.workbook.worksheets.getItem('First');
      pageLayout.orientation = 'Landscape';
      pageLayout.paperSize = 'A4';
      pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
      pageLayout.setPrintArea('A1:F40');
      pageLayout.setPrintTitleRows('$1:$3');
      pageLayout.setPrintMargins('Inches', { left: 0.5, top: 1 });
      pageLayout.headersFooters.defaultForAllPages.leftFooter = 'Page &P of &N';
      pageLayout.centerHorizontally = true;
      const titles = pageLayout.getPrintTitleRowsOrNullObject().load('address');
      pageLayout.load('orientation,paperSize,leftMargin,zoom');
      await context.sync();
      expect(titles.address).toBe('First!1:3');
      expect([pageLayout.orientation, pageLayout.paperSize]).toEqual(['Landscape', 'A4']);
      expect(pageLayout.leftMargin).toBe(36);
      expect(pageLayout.zoom).toEqual({ horizontalFitToPages: 1 });
    });
    expect(workbook.sheet('First').page).toMatchObject({
      fitWide: 1,
      fitTall: 0,
      centerHorizontally: true,
      printArea: { rows: 40, columns: 6 },
      text: { odd: { footer: { left: 'Page &P of &N' } } },
    });
  });
});
