/** The figures of the CPT sheets by code and provider, ready to be looked up by functions. */
import type { Period } from '../core/period';
import type { Steps } from '../core/steps';
import type { AllocatedLedger } from './allocateLedger';
import { billedRows, codeOfPiece, codeRules, isCollected } from './codeRows';
import { cptCollections } from './cptCollections';
import { CLAIM_CODE } from './cptCode';
import { earnedIncome } from './earnedIncome';
import type { Options } from './options';
import { momentRows, sumIndex } from './sumIndex';

/** Columns of CPT Billed Services, and Collected Amount of CPT Collections (Gross). */
export type CodeFigure = 'used' | 'value' | 'income' | 'collected';

export interface CodeIndexes {
  /** Places of the codes, as the sheets show them. */
  readonly codes: ReadonlyMap<string, number>;
  /** Hundredths of uses, or cents; of all providers where none is given. */
  sum(
    figure: CodeFigure,
    of: { readonly code: number; readonly provider: number | undefined },
    period: Period,
  ): number;
}

type CodeIndex = (code: number, provider: number | undefined, period: Period) => number;

/** Adds up the very rows that the sheets add up. */
export function* codeIndexes(allocated: AllocatedLedger, options: Options): Steps<CodeIndexes> {
  const { ledger } = allocated;
  const rules = codeRules(ledger, options);
  const codes = new Map<string, number>();
  const placeOf = (code: string): number => {
    const place = codes.get(code) ?? codes.size;
    codes.set(code, place);
    return place;
  };
  // A code without an earned charge is known all the same: its figures are 0.
  for (let charge = 0; charge < ledger.charges.length; charge++) placeOf(rules.codeOf(charge));
  placeOf(CLAIM_CODE);
  yield;
  const earned = yield* earnedIncome(allocated, options);
  const billed = yield* billedRows(ledger, earned, rules);
  yield;
  const providers = ledger.providers.names.length;
  const of = {
    code: billed.provider.map((_, row) => placeOf(billed.codeOf(row))),
    provider: billed.provider,
    moment: billed.moment,
    sizes: { codes: codes.size, providers },
  };
  yield;
  const used = yield* codeIndex({ ...of, amounts: billed.used });
  const value = yield* codeIndex({ ...of, amounts: billed.value });
  const income = yield* codeIndex({ ...of, amounts: billed.income });
  const takesOut = options['cpt-refunds'] === 'exclude-refunded';
  const pieces = yield* cptCollections(allocated, earned, takesOut);
  yield;
  const codeOf = codeOfPiece(pieces, rules.codeOf);
  const rows = pieces.row.map((_, piece) => piece).filter((piece) => isCollected(pieces, piece));
  const collected = yield* codeIndex({
    code: rows.map((piece) => placeOf(codeOf(piece))),
    provider: rows.map((piece) => pieces.provider[piece]!),
    moment: Float64Array.from(rows, (piece) => pieces.moment[piece]!),
    amounts: Float64Array.from(rows, (piece) => pieces.cents[piece]!),
    sizes: { codes: codes.size, providers },
  });
  const indexes: Readonly<Record<CodeFigure, CodeIndex>> = { used, value, income, collected };
  return {
    codes,
    sum: (figure, { code, provider }, period) => indexes[figure](code, provider, period),
  };
}

/** Sums by code, and by code and provider. */
function* codeIndex(of: {
  readonly code: Int32Array;
  readonly provider: Int32Array;
  readonly moment: Float64Array;
  readonly amounts: Float64Array;
  readonly sizes: { readonly codes: number; readonly providers: number };
}): Steps<CodeIndex> {
  const { codes, providers } = of.sizes;
  const rows = momentRows(of.moment, of.amounts);
  yield;
  const byCode = sumIndex(of.code, codes, rows);
  yield;
  const keys = of.code.map((code, row) => code * providers + of.provider[row]!);
  const byBoth = sumIndex(keys, codes * providers, rows);
  yield;
  return (code, provider, period) =>
    provider === undefined ? byCode(code, period) : byBoth(code * providers + provider, period);
}
