/** Lets LibreOffice calculate written workbooks anew and save them. */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type HostWorkbook, openWorkbook } from '../../host/index';

/** The workbook without the values that its formulas had: whoever opens it has to calculate them. */
function withoutResults(bytes: Uint8Array): { bytes: Uint8Array; formulas: number } {
  const entries = unzipSync(bytes);
  let formulas = 0;
  for (const [name, part] of Object.entries(entries)) {
    if (!name.startsWith('xl/worksheets/sheet')) continue;
    const text = strFromU8(part).replace(
      /(<f\b[^>]*>[^<]*<\/f>)<v>[^<]*<\/v>/g,
      (_, formula: string) => {
        formulas += 1;
        return formula;
      },
    );
    entries[name] = strToU8(text);
  }
  return { bytes: zipSync(entries), formulas };
}

/** The workbooks as LibreOffice saves them, and how many formulas it had to calculate in each. */
export async function recalculated(
  folder: string,
  books: Readonly<Record<string, Uint8Array>>,
): Promise<Record<string, { workbook: HostWorkbook; formulas: number }>> {
  const [from, to] = [join(folder, 'before'), join(folder, 'after')];
  mkdirSync(from);
  const formulas = new Map<string, number>();
  for (const [name, bytes] of Object.entries(books)) {
    const bare = withoutResults(bytes);
    formulas.set(name, bare.formulas);
    writeFileSync(join(from, `${name}.xlsx`), bare.bytes);
  }
  const files = Object.keys(books).map((name) => join(from, `${name}.xlsx`));
  const words = ['--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', to];
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  try {
    await promisify(execFile)('soffice', [profile, ...words, ...files], { timeout: 100_000 });
  } catch (error) {
    const message = 'This test needs LibreOffice Calc: the program soffice has to be on the PATH.';
    throw new Error(`${message} ${String(error)}`, { cause: error });
  }
  return Object.fromEntries(
    Object.keys(books).map((name) => [
      name,
      {
        workbook: openWorkbook(readFileSync(join(to, `${name}.xlsx`))),
        formulas: formulas.get(name) ?? 0,
      },
    ]),
  );
}
