/** Opens workbooks in LibreOffice, as a second opinion on the files that the host writes. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Every sheet of a workbook as rows of CSV, by its name. */
export type SheetRows = Readonly<Record<string, readonly string[]>>;

/** What LibreOffice reads in each workbook, all in one start. Fails, and says why, where it is not installed or does not open one. */
export function readByLibreOffice<Name extends string>(
  workbooks: Readonly<Record<Name, Uint8Array>>,
): Record<Name, SheetRows> {
  const folder = mkdtempSync(join(tmpdir(), 'workbooks-'));
  try {
    const names = Object.keys(workbooks) as Name[];
    if (names.length === 0) throw new Error('No workbook was saved for LibreOffice to open.');
    for (const name of names) writeFileSync(join(folder, `${name}.xlsx`), workbooks[name]);
    convert(folder, names);
    const read = names.map((name) => [name, sheetsOf(folder, name)] as const);
    return Object.fromEntries(read) as Record<Name, SheetRows>;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sheetsOf(folder: string, name: string): SheetRows {
  const files = readdirSync(folder).filter((file) => file.startsWith(`${name}-`));
  if (files.length === 0) throw new Error(`LibreOffice did not open ${name}.xlsx.`);
  return Object.fromEntries(
    files.map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      return [file.slice(name.length + 1, -'.csv'.length), text.replace(/\n$/, '').split('\n')];
    }),
  );
}

function convert(folder: string, names: readonly string[]): void {
  // A profile of its own, so that two runs at a time do not wait for each other.
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  // The last -1 writes every sheet to a file of its own, NAME-SHEET.csv.
  const csv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
  const files = names.map((name) => join(folder, `${name}.xlsx`));
  const words = [profile, '--headless', '--convert-to', csv, '--outdir', folder, ...files];
  try {
    execFileSync('soffice', words, { stdio: 'pipe', timeout: 90_000 });
  } catch (error) {
    throw new Error(`These tests need LibreOffice: soffice must be on the path. ${String(error)}`, {
      cause: error,
    });
  }
}
