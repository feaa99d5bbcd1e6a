/** The list of sample workbooks, with the sentence that samples/README.md opens their section with. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Sample {
  /** The file's name. */
  readonly name: string;
  readonly title: string;
}

/** Every .xlsx of the folder, in the order of its sections; those without one come last, by name. */
export async function listSamples(folder: string): Promise<Sample[]> {
  const [names, readme] = await Promise.all([
    readdir(folder).catch(() => []),
    readFile(join(folder, 'README.md'), 'utf8').catch(() => ''),
  ]);
  return names
    .filter((name) => name.endsWith('.xlsx') && !name.startsWith('~$'))
    .sort()
    .map((name) => ({ name, title: titleIn(readme, name) ?? name, place: placeIn(readme, name) }))
    .sort((a, b) => a.place - b.place)
    .map(({ name, title }) => ({ name, title }));
}

/** Line of the heading of a file's section. */
function placeIn(readme: string, name: string): number {
  const lines = readme.split(/\r?\n/);
  const heading = lines.findIndex((line) => /^#+ /.test(line) && line.includes(name));
  return heading < 0 ? lines.length : heading;
}

/** The bold words that the section of a file starts with. */
function titleIn(readme: string, name: string): string | undefined {
  const section = readme.split(/\r?\n/).slice(placeIn(readme, name) + 1);
  const first = section.find((line) => line.trim() !== '');
  const bold = /^\*\*(.+?)\.?\*\*/.exec(first ?? '')?.[1];
  return bold;
}
