/** The list of sample workbooks, with the sentence that samples/README.md opens their section with. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Sample {
  /** The file's name. */
  readonly name: string;
  readonly title: string;
}

/** Every .xlsx of the folder, by name. */
export async function listSamples(folder: string): Promise<Sample[]> {
  const [names, readme] = await Promise.all([
    readdir(folder).catch(() => []),
    readFile(join(folder, 'README.md'), 'utf8').catch(() => ''),
  ]);
  return names
    .filter((name) => name.endsWith('.xlsx') && !name.startsWith('~$'))
    .sort()
    .map((name) => ({ name, title: titleIn(readme, name) ?? name }));
}

/** The bold words that the section of a file starts with. */
function titleIn(readme: string, name: string): string | undefined {
  const lines = readme.split(/\r?\n/);
  const heading = lines.findIndex((line) => /^#+ /.test(line) && line.includes(name));
  if (heading < 0) return undefined;
  const first = lines.slice(heading + 1).find((line) => line.trim() !== '');
  const bold = /^\*\*(.+?)\.?\*\*/.exec(first ?? '')?.[1];
  return bold;
}
