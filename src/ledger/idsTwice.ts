/** Ids that stand twice: rows of an overlapping paste would count twice, whatever their order (C10, D5). */
import { NONE, type RowColumn } from '../core/brand';
import { rowsOfText, textAt, type TextColumn } from '../core/column';
import type { Steps } from '../core/steps';
import { chargesColumns, readKinds } from './kinds';
import { columnsOf } from './pastedTwice';
import type { Problem } from './problem';
import { rowPlace, type Tables } from './tables';

/** Rows with one id that name different things here are different rows: ids are numbered within them. */
const apartBy = {
  Charges: ['invoiceNumber'],
  Adjustments: ['chargeId', 'invoiceNumber', 'claimNumber'],
  'Claim Lines': ['claimNumber'],
} as const;

type Kind = keyof typeof apartBy;

/** Rows between two pauses. */
const ROWS_A_STEP = 5_000;

/** A Charge ID of one invoice, or of none, stops; of the others a row that is the same throughout does. */
export function* tellIdsTwice(
  tables: Tables,
  of: { readonly chargeInvoice: RowColumn<'Invoices'>; readonly voided: number },
  problems: Problem[],
): Steps<undefined> {
  const { Charges: charges, Invoices: invoices } = tables;
  const voidedLine = chargesColumns.status.choices.indexOf('Voided');
  // Neither a voided line nor one of a voided invoice counts, so that it cannot count twice.
  const counts = (row: number): boolean => {
    const invoice = of.chargeInvoice[row]!;
    if (charges.status[row]! === voidedLine) return false;
    return invoice === NONE || invoices.status[invoice]! !== of.voided;
  };
  yield* idsOf(tables, 'Charges', counts, problems);
  yield* idsOf(tables, 'Adjustments', () => true, problems);
  yield* idsOf(tables, 'Claim Lines', () => true, problems);
  return undefined;
}

function* idsOf(
  tables: Tables,
  kind: Kind,
  counts: (row: number) => boolean,
  problems: Problem[],
): Steps<undefined> {
  const { id, length } = tables[kind];
  const names: Readonly<Record<string, unknown>> = { ...tables[kind] };
  const apart = apartBy[kind].map((field) => (names[field] as TextColumn).codes);
  const columns = columnsOf(tables, kind);
  const rowsOfId = rowsOfText(id);
  const firsts = new Map<number, number>();
  const firstOfKey = new Map<string, number>();
  const firstAlike = new Map<string, number>();
  const areApart = (one: number, other: number): boolean =>
    apart.some((codes) => codes[one]! * codes[other]! !== 0 && codes[one] !== codes[other]);
  for (let row = 0; row < length; row++) {
    if (row % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    const code = id.codes[row]!;
    if (code === 0 || rowsOfId[code] === 1 || !counts(row)) continue;
    const key = [id.codes, ...apart].map((codes) => codes[row]).join();
    const whole = columns.map((column) => column[row]).join();
    const first = firstRow(firsts, code, row);
    const alike = firstRow(firstAlike, whole, row);
    const ofKey = firstRow(firstOfKey, key, row);
    const near = areApart(first, row) ? row : first;
    const other = [alike, ofKey, near].find((one) => one !== row);
    if (other === undefined) continue;
    const stops = kind === 'Charges' || alike !== row;
    problems.push(idTwice(tables, kind, { row, other, stops }));
  }
  return undefined;
}

/** The first row of a key, which `row` is where none was before. */
function firstRow<Key>(rows: Map<Key, number>, key: Key, row: number): number {
  const first = rows.get(key);
  if (first === undefined) rows.set(key, row);
  return first ?? row;
}

function idTwice(
  tables: Tables,
  kind: Kind,
  { row, other, stops }: { readonly row: number; readonly other: number; readonly stops: boolean },
): Problem {
  const place = rowPlace(tables, kind, { row: other, field: 'id' });
  const stands = `which stands also in '${place.sheet}' ${place.cell}`;
  return {
    code: 'ID_TWICE',
    severity: stops ? 'stopped' : 'warned',
    ...rowPlace(tables, kind, { row, field: 'id' }),
    found: `${readKinds[kind].id.header} ${textAt(tables[kind].id, row)}, ${stands}`,
    done: stops
      ? 'nothing was computed, because the line would count twice'
      : 'both rows were used, because they differ',
    fix: 'delete the row if it was pasted twice, or give it an id of its own',
    count: 1,
  };
}
