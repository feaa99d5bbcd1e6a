/** Opens a workbook in LibreOffice, as a second opinion on the files that the host writes. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Every sheet of the workbook as rows of CSV, by its name. Fails, and says why, where LibreOffice is not installed. */
export function sheetsByLibreOffice(bytes: Uint8Array): Record<string, string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'workbook-'));
  try {
    const file = join(folder, 'book.xlsx');
    writeFileSync(file, bytes);
    // The last -1 writes every sheet to a file of its own, book-NAME.csv.
    const csv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
    convert(folder, csv, file);
    const sheets: Record<string, string[]> = {};
    for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.csv'))) {
      const rows = readFileSync(join(folder, name), 'utf8').replace(/\n$/, '').split('\n');
      sheets[name.slice('book-'.length, -'.csv'.length)] = rows;
    }
    return sheets;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function convert(folder: string, to: string, file: string): void {
  // A profile of its own, so that two runs at a time do not wait for each other.
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const words = [profile, '--headless', '--convert-to', to, '--outdir', folder, file];
  try {
    execFileSync('soffice', words, { stdio: 'pipe', timeout: 90_000 });
  } catch (error) {
    throw new Error(
      `These tests need LibreOffice: soffice must be on the path and open the file. ${String(error)}`,
      { cause: error },
    );
  }
}
