/** The file of a case, the same bytes every time. */
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { saveWorkbook } from '../../host/index';
import { writeZip } from '../../host/xlsx/zip';
import { books } from './books';

interface PartChange {
  readonly part: string;
  readonly change: (xml: string) => string;
}

/** What the host's model of a workbook does not write is put into its parts. */
const partChanges: Readonly<Record<string, PartChange>> = {
  A16: {
    part: 'xl/workbook.xml',
    change: (xml) => xml.replace('</workbook>', '<calcPr fullPrecision="0"/></workbook>'),
  },
};

export function bytesOf(code: string): Uint8Array {
  const book = books[code];
  if (book === undefined) throw new Error(`there is no workbook for ${code}`);
  const saved = saveWorkbook(book());
  const { part, change } = partChanges[code] ?? {};
  if (part === undefined || change === undefined) return saved;
  const files = new Map(Object.entries(unzipSync(saved)));
  files.set(part, strToU8(change(strFromU8(files.get(part) ?? new Uint8Array()))));
  return writeZip(files);
}
