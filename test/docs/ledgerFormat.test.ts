/** docs/ledger-format.md says which headers are understood; this is that list, word for word. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ColumnSpec } from '../../src/ledger/columnSpec';
import { readKinds } from '../../src/ledger/kinds';

const text = readFileSync(join(__dirname, '../../docs/ledger-format.md'), 'utf8');

/** The rows of the table under `### kind`: header, and the cell of its other headers. */
function documented(kind: string): Map<string, string> {
  const [section = ''] = text.split(`### ${kind}\n`)[1]?.split(/\n###? /) ?? [];
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return new Map(
    rows.slice(2).map((row) => {
      const [, header = '', , others = ''] = row.split('|').map((cell) => cell.trim());
      return [header, others];
    }),
  );
}

function othersOf({ synonyms = [], reversed = [] }: ColumnSpec): string {
  const list = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');
  return reversed.length === 0 ? list(synonyms) : `${list(synonyms)}; reversed: ${list(reversed)}`;
}

describe.each(Object.entries(readKinds))('the headers of %s', (kind, columns) => {
  const specs: readonly ColumnSpec[] = Object.values(columns);

  it('are those of docs/ledger-format.md, with every synonym in its order', () => {
    const expected = specs.map((spec): [string, string] => [
      spec.bold === true ? `**${spec.header}**` : spec.header,
      othersOf(spec),
    ]);
    expect([...documented(kind)]).toEqual(expected);
  });
});
