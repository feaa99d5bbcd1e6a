/** A workbook whose texts look like formulas, numbers and traps, with parts that no code of ours knows. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { saveWorkbook } from '../../host/index';
import { workbookOf } from '../support/hostRun';

export const LINK = '=HYPERLINK("http://x")';
export const PRACTICE = 'Elm & Oak "Dental"';

/** Invoice 00500: 100.10 − 20.02 + 50.05 + 33.33 + 0.30 and tax 7.77; 00501 is a return of 15.15. */
const ledger = {
  'My figures': [
    ['=1+1', 12.5, true, '#N/A'],
    ['Practice Summary', '00123'],
  ],
  Charges: [
    [
      'Charge ID',
      'Service Date',
      'Provider',
      'Amount',
      'Code',
      'Description',
      'Invoice Tag',
      'Discount',
      'Tax',
      'Commissionable',
      'Invoice Number',
      'Patient Name',
      'Account ID',
    ],
    [
      '1',
      45352.375,
      LINK,
      100.1,
      '00123',
      '=1+1',
      'B; a,B',
      0,
      0,
      'Yes',
      '00500',
      "'quoted",
      '1E5',
    ],
    ['2', 45352.5, LINK, -20.02, '1E5', '@SUM(A1)', null, 0, 0, 'Yes', '00500', '-2', '0x10'],
    [
      '3',
      45353,
      '__proto__',
      55.05,
      '1-2',
      '+1',
      'constructor',
      5,
      7.77,
      null,
      '00500',
      null,
      null,
    ],
    ['10', 45353, null, 33.33, 'TRUE', 'line\nbreak', '=tag', 0, 0, 'No', '00500', '\t=2', null],
    ['9', 45353, 'constructor', 0.3, null, 'Ünïcödé 🐈', null, 0, 0, 'Yes', '00500', null, null],
    ['11', 45360.999, '__proto__', -15.15, '007', null, null, 0, 0, 'Yes', '00501', null, null],
  ],
  Invoices: [
    ['Invoice Number', 'Closed Date', 'Tax', 'Tax Exempt'],
    ['00500', 45356, 7.77, 'No'],
    ['00501', 45361, 0, 'Yes'],
  ],
  Payments: [
    ['Payment ID', 'Payment Date', 'Type', 'Amount', 'Invoice Number'],
    ['=P1', 45357, 'Payment', 150.1, '00500'],
    ['-P2', 45358.25, 'Payment', 20.2, '00500'],
    ['@P3', 45362, 'Refund', -15.15, '00501'],
  ],
};

const appXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>Elm &amp; Oak "Dental"</Company></Properties>`;

/** The bytes of the workbook, with a company, a picture and an unknown part in the package. */
export function hostileWorkbook(): Uint8Array {
  const entries = unzipSync(saveWorkbook(workbookOf(ledger)));
  const change = (name: string, before: string, added: string): void => {
    const text = strFromU8(entries[name] ?? new Uint8Array());
    entries[name] = strToU8(text.replace(before, `${added}${before}`));
  };
  entries['docProps/app.xml'] = strToU8(appXml);
  entries['xl/media/image1.png'] = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]);
  entries['custom/notes.bin'] = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  change(
    '[Content_Types].xml',
    '</Types>',
    '<Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="application/octet-stream"/>' +
      '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>',
  );
  change(
    '_rels/.rels',
    '</Relationships>',
    '<Relationship Id="rIdApp" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/>',
  );
  return zipSync(entries);
}
