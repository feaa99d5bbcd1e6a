/** The order of single items: date and time, then id, then sheet row, whatever the order of the rows. */
import type { Ledger } from '../../ledger/ledger';
import { byId } from '../../core/order';
import { textAt, type TextColumn } from '../../core/column';
import type { PostedKind } from '../../engine/posting';
import type { Postings } from '../../engine/postings';
import { kindOf } from './selection';

/** Compares two postings; those of one row stand in the order of their figures. */
export function byItemOrder(
  { tables }: Ledger,
  postings: Postings,
): (a: number, b: number) => number {
  const ids: Readonly<Record<PostedKind, TextColumn>> = {
    Charges: tables.Charges.id,
    Adjustments: tables.Adjustments.id,
    'Claim Lines': tables['Claim Lines'].id,
    Payments: tables.Payments.id,
  };
  return (a, b) => {
    const byMoment = postings.moment[a]! - postings.moment[b]!;
    const byKind = postings.kind[a]! - postings.kind[b]!;
    if (byMoment !== 0 || byKind !== 0) return byMoment || byKind;
    const kind = kindOf(postings, a);
    const [first, second] = [postings.row[a]!, postings.row[b]!];
    const { source, sheetRow } = tables[kind];
    return (
      byId(textAt(ids[kind], first), textAt(ids[kind], second)) ||
      source[first]! - source[second]! ||
      sheetRow[first]! - sheetRow[second]! ||
      postings.measure[a]! - postings.measure[b]!
    );
  };
}
