import { strToU8, zipSync, type Zippable } from 'fflate';
import { openWorkbook, WorkbookRefused } from '../../host/index';
import { fullWorkbook } from './support/fullWorkbook';

/** Why a file is refused. */
function reason(bytes: Uint8Array): string {
  try {
    openWorkbook(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(WorkbookRefused);
    return (error as Error).message;
  }
  throw new Error('It should have been refused.');
}

/** Changes a four-byte number in each directory entry of a zip, at an offset from its start. */
function withDirectory(bytes: Uint8Array, offset: number, value: number): Uint8Array {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  for (let at = 0; at + 4 <= changed.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + offset, value, true);
  }
  return changed;
}

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));

describe('files of another kind', () => {
  it.each<[string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(0), /empty/],
    ['text', strToU8('Payment ID,Amount\n1,2\n'), /no zip container/],
    ['an old .xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /\.xls /],
    [
      'an encrypted workbook',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...utf16('EncryptedPackage')]),
      /password/,
    ],
    ['half a zip', fullWorkbook().slice(0, 2000), /damaged/],
    ['another zip', zipSync({ 'readme.txt': strToU8('hello') }), /no \.xlsx workbook/],
    [
      'a document',
      fullWorkbook({
        '[Content_Types].xml':
          '<Types xmlns="x"><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      }),
      /no workbook/,
    ],
    [
      'an .xlsb',
      fullWorkbook({
        '_rels/.rels':
          '<Relationships xmlns="x"><Relationship Id="1" Type="y/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        'xl/workbook.bin': new Uint8Array([131, 1, 0]),
      }),
      /\.xlsb/,
    ],
  ])('%s', (_, bytes, message) => {
    expect(reason(bytes)).toMatch(message);
  });
});

describe('containers that are not safe', () => {
  const zip = (files: Zippable): Uint8Array => zipSync(files);

  it('expand too far: seen in the directory, before anything is unpacked', () => {
    const bomb = zip({ 'xl/worksheets/sheet1.xml': [new Uint8Array(30_000_000), { level: 9 }] });
    expect(reason(bomb)).toMatch(/sheet1\.xml expands to \d+ times its size/);
    const started = performance.now();
    expect(reason(withDirectory(fullWorkbook(), 24, 300 * 1024 * 1024))).toMatch(
      /expands to 300 MB/,
    );
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('expand too far together', () => {
    const parts = Object.fromEntries(
      [1, 2, 3].map((n) => [`p${n}`, [new Uint8Array(2_000_000), { level: 0 }] as const]),
    );
    const large = withDirectory(zip(parts as Zippable), 24, 190 * 1024 * 1024);
    expect(reason(large)).toMatch(/expands? to/);
  });

  it('hold too many parts', () => {
    const parts = Object.fromEntries(
      Array.from({ length: 10_001 }, (_, n) => [`p${n}`, new Uint8Array(0)]),
    );
    expect(reason(zip(parts))).toMatch(/10001 parts/);
  });

  it.each(['../evil.xml', '/etc/passwd', 'xl/../../x', 'C:/x.xml', 'xl\\x.xml'])(
    'name a part %s',
    (name) => {
      expect(reason(zip({ [name]: strToU8('x') }))).toMatch(/leads outside/);
    },
  );

  it('name a part twice', () => {
    const two = zip({ 'xl/workbook.xml': strToU8('a'), 'xl/Workbook.xml': strToU8('b') });
    expect(reason(two)).toMatch(/twice/);
  });
});

describe('parts that are not safe', () => {
  const open = '<?xml version="1.0"?>';
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

  it.each<[string, Record<string, string | null>, RegExp]>([
    [
      'a document type with entities',
      {
        'xl/sharedStrings.xml': `${open}<!DOCTYPE sst [<!ENTITY a "aaaaaaaa">]><sst ${main}><si><t>&a;</t></si></sst>`,
      },
      /document type/,
    ],
    [
      'a reference to a file',
      {
        'xl/workbook.xml': `${open}<!DOCTYPE w SYSTEM "file:///etc/passwd"><workbook ${main}/>`,
      },
      /document type/,
    ],
    [
      'an unknown entity',
      { 'xl/styles.xml': `<styleSheet ${main}>&x;</styleSheet>` },
      /well-formed/,
    ],
    ['broken XML', { 'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>` }, /sheet1\.xml/],
    [
      'deep nesting',
      { 'xl/worksheets/sheet1.xml': `<worksheet>${'<a>'.repeat(10_000)}` },
      /256 deep/,
    ],
    ['a missing part', { 'xl/sharedStrings.xml': null }, /sharedStrings\.xml is missing/],
    ['a missing sheet', { 'xl/worksheets/sheet1.xml': null }, /sheet1\.xml is missing/],
    ['no sheets', { 'xl/workbook.xml': `<workbook ${main}><sheets/></workbook>` }, /no worksheet/],
  ])('%s', (_, changes, message) => {
    expect(reason(fullWorkbook(changes))).toMatch(message);
  });
});
