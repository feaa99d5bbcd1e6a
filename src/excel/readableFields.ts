/** Turns a recognised header into the fields of a table that this version reads. */
import { moneyNotRead } from '../ledger/moneyNotRead';
import type { Recognition } from '../ledger/recognise';
import { cellAddress, type SourceField } from '../ledger/tables';
import type { Reading } from './reading';
import type { Region } from './readRegion';

/** The kind and fields of a header, if it is of a kind that is read; else what it lacks is noted. */
export function readableFields(
  reading: Pick<Reading, 'problems' | 'nearly'>,
  { found, nearest }: Recognition,
  place: {
    readonly sheet: string;
    readonly row: number;
    readonly column: number;
    readonly headers: readonly unknown[];
  },
): Pick<Region, 'kind' | 'fields'> | undefined {
  if (found === undefined) {
    if (nearest !== undefined) {
      const { kind, missing, fields } = nearest;
      const first = Math.min(...[...fields.values()].map(({ index }) => index));
      reading.nearly.push({
        kind,
        sheet: place.sheet,
        headerRow: place.row + 1,
        cell: cellAddress(place.column + first, place.row + 1),
        missing,
      });
    }
    return undefined;
  }
  for (const { header, indexes } of found.twice) {
    const cells = indexes.map((index) => cellAddress(place.column + index, place.row + 1));
    reading.problems.push({
      code: 'HEADER_TWICE',
      severity: 'stopped',
      sheet: place.sheet,
      cell: cells[0] ?? '',
      column: header,
      found: `the header '${header}' in ${cells.join(' and ')}`,
      done: 'nothing was computed, because it cannot be known which column is meant',
      fix: 'rename the column that is not meant',
      count: 1,
    });
  }
  for (const header of moneyNotRead(found.kind, place.headers)) {
    reading.problems.push({
      code: 'MONEY_NOT_READ',
      severity: 'warned',
      sheet: place.sheet,
      cell: cellAddress(place.column + place.headers.indexOf(header), place.row + 1),
      column: header,
      found: `a column '${header.trim()}' beside ${found.kind}`,
      done: 'its amounts were not read, so they are in no figure',
      fix: 'put each of its amounts on a row of its own in Payments',
      count: 1,
    });
  }
  const fields = new Map<string, SourceField>();
  for (const [field, { header, index, reversed }] of found.fields) {
    fields.set(field, { header, sheetColumn: place.column + index, reversed });
  }
  return { kind: found.kind, fields };
}
