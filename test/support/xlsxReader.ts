/**
 * Reads the cells of an .xlsx file: a second, small reader that shares nothing with the one of the host, so
 * that a mistake of its writer cannot be read back as what was meant.
 */
import { strFromU8, unzipSync } from 'fflate';

export interface XlsxCell {
  /** As the file has it; the cached value of a formula. */
  readonly value: string | number | boolean;
  /** Number format code. */
  readonly format: string;
  /** Without the sign `=`; undefined where there is none. */
  readonly formula: string | undefined;
}

export interface XlsxSheet {
  /** The cell of a row and a column, both from 0; undefined where it is blank. */
  at(row: number, column: number): XlsxCell | undefined;
  /** Rows, and columns, up to the last filled cell. */
  readonly rows: number;
  readonly columns: number;
}

export interface XlsxBook {
  readonly names: readonly string[];
  readonly date1904: boolean;
  sheet(name: string): XlsxSheet;
}

type Parts = Readonly<Record<string, Uint8Array>>;

export function readXlsx(bytes: Uint8Array): XlsxBook {
  const parts = unzipSync(bytes);
  const workbook = textOf(parts, 'xl/workbook.xml');
  const targets = new Map(
    tags(textOf(parts, 'xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  const formats = cellFormats(textOf(parts, 'xl/styles.xml'));
  const strings = sharedStrings(textOf(parts, 'xl/sharedStrings.xml'));
  const paths = new Map(
    tags(workbook, 'sheet').map((tag) => {
      const target = targets.get(attribute(tag, 'r:id')) ?? '';
      return [attribute(tag, 'name'), target.startsWith('/') ? target.slice(1) : `xl/${target}`];
    }),
  );
  const read = new Map<string, XlsxSheet>();
  return {
    names: [...paths.keys()],
    date1904: /^(?:1|true)$/.test(attribute(tags(workbook, 'workbookPr')[0] ?? '', 'date1904')),
    sheet(name) {
      const path = paths.get(name);
      if (path === undefined) throw new Error(`the file has no sheet ${name}`);
      const known = read.get(name) ?? sheetOf(textOf(parts, path), formats, strings);
      read.set(name, known);
      return known;
    },
  };
}

function textOf(parts: Parts, path: string): string {
  const part = parts[path];
  return part === undefined ? '' : strFromU8(part);
}

/** The opening tags of a name, as they are written. */
function tags(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<${name}(?:\\s[^>]*)?>`, 'g')) ?? [];
}

function attribute(tag: string, name: string): string {
  return unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function unescaped(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
    return entities[name] ?? whole;
  });
}

/** The texts of a cell or a shared string, runs of rich text put together; `_x000D_` is one sign. */
function textIn(xml: string): string {
  const texts = [...xml.matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)].map(([, text = '']) => text);
  return unescaped(texts.join('')).replace(/_x([0-9A-F]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function sharedStrings(xml: string): string[] {
  return [...xml.matchAll(/<si>(.*?)<\/si>/gs)].map(([, text = '']) => textIn(text));
}

/** Formats that a file names by number alone and that a report may have. */
const builtIn: Readonly<Record<string, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'm/d/yyyy',
  22: 'm/d/yyyy h:mm',
  49: '@',
};

/** The number format of each cell format, in their order. */
function cellFormats(xml: string): string[] {
  const codes = new Map(
    tags(xml, 'numFmt').map((tag) => [attribute(tag, 'numFmtId'), attribute(tag, 'formatCode')]),
  );
  const [cellXfs = ''] = /<cellXfs.*?<\/cellXfs>/s.exec(xml) ?? [];
  return tags(cellXfs, 'xf').map((tag) => {
    const id = attribute(tag, 'numFmtId');
    return codes.get(id) ?? builtIn[id] ?? `built-in ${id}`;
  });
}

const cellPattern = /<c r="([A-Z]+)(\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs;

function sheetOf(xml: string, formats: readonly string[], strings: readonly string[]): XlsxSheet {
  const cells = new Map<number, XlsxCell>();
  let [rows, columns] = [0, 0];
  for (const [, letters = '', number = '', attributes = '', body] of xml.matchAll(cellPattern)) {
    const value = body === undefined ? undefined : valueOf(attributes, body, strings);
    if (value === undefined || value === '') continue;
    const row = Number(number) - 1;
    const column = columnOf(letters);
    const format = formats[Number(attribute(attributes, 's'))] ?? 'no format';
    const [, formula] = /<f(?:\s[^>]*)?>([^<]*)<\/f>/.exec(body ?? '') ?? [];
    cells.set(keyOf(row, column), {
      value,
      format,
      formula: formula === undefined ? undefined : unescaped(formula),
    });
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  }
  return { at: (row, column) => cells.get(keyOf(row, column)), rows, columns };
}

function valueOf(
  attributes: string,
  body: string,
  strings: readonly string[],
): XlsxCell['value'] | undefined {
  const [, written] = /<v>([^<]*)<\/v>/.exec(body) ?? [];
  switch (attribute(attributes, 't')) {
    case 'inlineStr':
      return textIn(body);
    case 's':
      return strings[Number(written)] ?? '';
    case 'str':
    case 'e':
      return unescaped(written ?? '');
    case 'b':
      return written === '1';
    default:
      return written === undefined ? undefined : Number(written);
  }
}

function columnOf(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** More columns than any sheet has. */
const COLUMNS_MAX = 20_000;

function keyOf(row: number, column: number): number {
  return row * COLUMNS_MAX + column;
}
