/** A ledger's tables with rows of Payments that stand on no sheet yet: what they would make of it. */
import type { TextColumn } from '../core/column';
import type { Steps } from '../core/steps';
import type { ColumnSpec } from './columnSpec';
import { readKinds } from './kinds';
import type { OptionalCents, OptionalRates, TableOf, Tables } from './tables';

type Payments = TableOf<'Payments'>;

/** `more` was read as any table is; its rows come behind those of `tables`. */
export function* joinPayments(tables: Tables, more: Tables): Steps<Tables> {
  const [one, other] = [tables.Payments, more.Payments];
  const columns: [string, unknown][] = [];
  for (const [field, spec] of Object.entries<ColumnSpec>(readKinds.Payments)) {
    const name = field as keyof typeof readKinds.Payments;
    columns.push([field, joined[spec.type](one[name] as never, other[name] as never)]);
    yield;
  }
  const payments: unknown = {
    ...Object.fromEntries(columns),
    length: one.length + other.length,
    source: joinInts(
      one.source,
      other.source.map((place) => place + tables.sources.length),
    ),
    sheetRow: joinInts(one.sheetRow, other.sheetRow),
  };
  return {
    ...tables,
    // The columns are made from the same specs as the type.
    Payments: payments as Payments,
    sources: [...tables.sources, ...more.sources],
    problems: [...tables.problems, ...more.problems],
  };
}

/** How columns of each type are put behind each other. */
const joined: Readonly<Record<ColumnSpec['type'], (one: never, other: never) => unknown>> = {
  text: joinTexts,
  cents: joinFloats,
  quantity: joinFloats,
  moment: joinFloats,
  optionalCents: (one: OptionalCents, other: OptionalCents) => ({
    cents: joinFloats(one.cents, other.cents),
    given: joinBytes(one.given, other.given),
  }),
  rate: (one: OptionalRates, other: OptionalRates) => ({
    parts: joinFloats(one.parts, other.parts),
    given: joinBytes(one.given, other.given),
  }),
  flag: joinBytes,
  voided: joinBytes,
  choice: joinBytes,
};

function joinTexts(one: TextColumn, other: TextColumn): TextColumn {
  const texts = [...one.texts];
  const known = new Map(texts.map((text, code) => [text, code]));
  const codeOf = other.texts.map((text) => {
    const code = known.get(text) ?? texts.push(text) - 1;
    known.set(text, code);
    return code;
  });
  const codes = joinInts(
    one.codes,
    other.codes.map((code) => codeOf[code]!),
  );
  return { codes, texts };
}

function joinFloats(one: Float64Array, other: Float64Array): Float64Array {
  const all = new Float64Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}

function joinInts(one: Int32Array, other: Int32Array): Int32Array {
  const all = new Int32Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}

function joinBytes(one: Uint8Array, other: Uint8Array): Uint8Array {
  const all = new Uint8Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}
