import { unzipSync } from 'fflate';
import { newWorkbook, openWorkbook, saveWorkbook, type HostWorkbook } from '../../host/index';
import { fullWorkbook } from './support/fullWorkbook';
import { codeOf, connect } from './support/office';

let workbook: HostWorkbook;

beforeEach(async () => {
  workbook = newWorkbook();
  workbook.addSheet('Report');
  await connect(workbook);
});

/** Saves, opens again and connects to it. */
async function reopened(book: HostWorkbook): Promise<HostWorkbook> {
  const again = openWorkbook(saveWorkbook(book));
  await connect(again);
  return again;
}

describe('document settings', () => {
  const values: Record<string, unknown> = {
    text: 'a "b" <c> & é\n\t😀',
    number: 1.5,
    flag: false,
    nothing: null,
    list: [1, 'two', [3]],
    object: { a: { b: [] }, __proto__x: 1 },
    constructor: 'a key like any other',
  };

  function addAll(): Promise<void> {
    return Excel.run(async (context) => {
      for (const [key, value] of Object.entries(values)) context.workbook.settings.add(key, value);
      await context.sync();
    });
  }

  function readAll(): Promise<Record<string, unknown>> {
    return Excel.run(async (context) => {
      const settings = context.workbook.settings.load('items/key,items/value');
      await context.sync();
      return Object.fromEntries(settings.items.map(({ key, value }) => [key, value as unknown]));
    });
  }

  it('survive save and reopen', async () => {
    await addAll();
    expect(await readAll()).toEqual(values);
    await reopened(workbook);
    expect(await readAll()).toEqual(values);
  });

  it('are changed and deleted, and stay so', async () => {
    await addAll();
    const again = await reopened(workbook);
    await Excel.run(async (context) => {
      const { settings } = context.workbook;
      settings.add('text', 'new');
      settings.getItem('list').delete();
      settings.getItem('number').value = 2;
      const missing = settings.getItemOrNullObject('Text');
      const count = settings.getCount();
      await context.sync();
      expect([missing.isNullObject, count.value]).toEqual([true, 6]);
    });
    await reopened(again);
    const rest = Object.entries(values).filter(([key]) => key !== 'list');
    const changed = { ...Object.fromEntries(rest), text: 'new', number: 2 };
    expect(await readAll()).toEqual(changed);
  });

  it('lie in one custom XML part, and no part of the user changes', async () => {
    const opened = openWorkbook(fullWorkbook());
    await connect(opened);
    await addAll();
    const before = unzipSync(fullWorkbook());
    const after = unzipSync(saveWorkbook(opened));
    const changed = Object.keys(before).filter(
      (part) => Buffer.compare(Buffer.from(before[part]!), Buffer.from(after[part]!)) !== 0,
    );
    expect(changed.sort()).toEqual(['[Content_Types].xml', 'xl/_rels/workbook.xml.rels']);
    expect(Object.keys(after).filter((part) => !(part in before))).toEqual([
      'customXml/item2.xml',
      'customXml/itemProps2.xml',
      'customXml/_rels/item2.xml.rels',
    ]);
  });

  it('that Excel saved with a web extension are read', () => {
    const extension =
      '<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{1}"><we:reference id="x" version="1.0.0.0" store="developer"/><we:properties><we:property name="mapping" value="{&quot;a&quot;:1}"/><we:property name="plain" value="not json"/></we:properties></we:webextension>';
    const opened = openWorkbook(fullWorkbook({ 'xl/webextensions/webextension1.xml': extension }));
    expect(Object.fromEntries(opened.settings)).toEqual({ mapping: { a: 1 }, plain: 'not json' });
  });
});

describe('custom properties of a sheet', () => {
  const long = 'a:1;'.repeat(5000);

  function add(name: string): Promise<void> {
    return Excel.run(async (context) => {
      const { customProperties } = context.workbook.worksheets.getItem(name);
      customProperties.add('pl.kind', 'report');
      customProperties.add('pl.text', 'é "x" <&> 😀');
      customProperties.add('pl.long', long);
      await context.sync();
    });
  }

  function read(name: string): Promise<string[][]> {
    return Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      const properties = sheet.customProperties.load('items/key,items/value');
      await context.sync();
      return properties.items.map(({ key, value }) => [key, value]);
    });
  }

  it('survive save and reopen, on new sheets and on sheets of the file', async () => {
    const expected = [
      ['pl.kind', 'report'],
      ['pl.text', 'é "x" <&> 😀'],
      ['pl.long', long],
    ];
    await add('Report');
    const again = await reopened(workbook);
    expect(await read('Report')).toEqual(expected);
    again.addSheet('Other');
    await add('Other');
    await Excel.run(async (context) => {
      const { customProperties } = context.workbook.worksheets.getItem('Report');
      customProperties.getItem('PL.KIND').value = 'other';
      customProperties.getItem('pl.long').delete();
      await context.sync();
    });
    await reopened(again);
    expect(await read('Report')).toEqual([
      ['pl.kind', 'other'],
      ['pl.text', 'é "x" <&> 😀'],
    ]);
    expect(await read('Other')).toEqual(expected);
  });

  it('are found whatever the case of their key, and refuse a key that is too long', async () => {
    await add('Report');
    await Excel.run(async (context) => {
      const { customProperties } = context.workbook.worksheets.getItem('Report');
      const found = customProperties.getItemOrNullObject('PL.Kind').load('value');
      const missing = customProperties.getItemOrNullObject('none');
      await context.sync();
      expect([found.value, missing.isNullObject]).toEqual(['report', true]);
    });
    const code = await codeOf(
      Excel.run(async (context) => {
        context.workbook.worksheets
          .getItem('Report')
          .customProperties.add('k'.repeat(256), 'too long');
        await context.sync();
      }),
    );
    expect(code).toBe('InvalidArgument');
  });
});

describe('custom XML parts', () => {
  it('survive save and reopen, beside those of others', async () => {
    const opened = openWorkbook(fullWorkbook());
    await connect(opened);
    await Excel.run(async (context) => {
      const parts = context.workbook.customXmlParts;
      parts.add('<ledger xmlns="urn:ours"><a/></ledger>').load('id');
      const theirs = parts.getByNamespace('urn:someone-else').getOnlyItem();
      const xml = theirs.getXml();
      await context.sync();
      expect(xml.value).toContain('<id>7</id>');
      theirs.setXml('<order xmlns="urn:someone-else"><id>8</id></order>');
      await context.sync();
    });
    const again = await reopened(opened);
    expect(again.xmlParts.map(({ xml }) => xml)).toEqual([
      '<order xmlns="urn:someone-else"><id>8</id></order>',
      '<ledger xmlns="urn:ours"><a/></ledger>',
    ]);
    await Excel.run(async (context) => {
      const ours = context.workbook.customXmlParts.getByNamespace('urn:ours');
      const count = ours.getCount();
      ours.getOnlyItem().delete();
      const left = context.workbook.customXmlParts.getCount();
      await context.sync();
      expect([count.value, left.value]).toEqual([1, 1]);
    });
    expect((await reopened(again)).xmlParts).toHaveLength(1);
  });
});

describe('ids of sheets', () => {
  it('are others after save and reopen', async () => {
    const again = await reopened(workbook);
    expect(again.sheet('Report').id).not.toBe(workbook.sheet('Report').id);
  });
});
