/** Figures by code, and by provider and code: the rows of the CPT sheets. */
import { byCodeUnit } from '../core/order';
import { CLAIM_CODE, NO_CODE } from '../engine/cptCode';

/** Uses in hundredths and one or two sums of cents. */
export interface CodeFigures {
  used: number;
  first: number;
  second: number;
}

export interface CodeRow extends Readonly<CodeFigures> {
  readonly code: string;
}

export interface ProviderCodeRow extends CodeRow {
  /** Place in the ledger's provider names. */
  readonly provider: number;
}

export interface CodeSums {
  readonly byCode: readonly CodeRow[];
  readonly byProvider: readonly ProviderCodeRow[];
  readonly total: Readonly<CodeFigures>;
}

interface SumMaker {
  add(provider: number, code: string, figures: Readonly<CodeFigures>): void;
  finish(): CodeSums;
}

export function codeSums(): SumMaker {
  const byCode = new Map<string, CodeFigures>();
  const byProvider = new Map<number, Map<string, CodeFigures>>();
  const total: CodeFigures = { used: 0, first: 0, second: 0 };
  return {
    add(provider, code, figures) {
      const ofProvider = byProvider.get(provider) ?? new Map<string, CodeFigures>();
      byProvider.set(provider, ofProvider);
      addTo(entryOf(byCode, code), figures);
      addTo(entryOf(ofProvider, code), figures);
      addTo(total, figures);
    },
    finish() {
      const places = [...byProvider.keys()].sort((a, b) => a - b);
      return {
        byCode: rowsOf(byCode),
        byProvider: places.flatMap((provider) =>
          rowsOf(byProvider.get(provider) ?? new Map<string, CodeFigures>()).map((row) => ({
            provider,
            ...row,
          })),
        ),
        total,
      };
    },
  };
}

function entryOf(sums: Map<string, CodeFigures>, code: string): CodeFigures {
  const known = sums.get(code);
  if (known !== undefined) return known;
  const figures = { used: 0, first: 0, second: 0 };
  sums.set(code, figures);
  return figures;
}

function addTo(sum: CodeFigures, { used, first, second }: Readonly<CodeFigures>): void {
  sum.used += used;
  sum.first += first;
  sum.second += second;
}

/** By code unit; what is no code of a service stands behind them. */
function rowsOf(sums: ReadonlyMap<string, CodeFigures>): CodeRow[] {
  const last = [CLAIM_CODE, NO_CODE];
  return [...sums]
    .map(([code, figures]) => ({ code, ...figures }))
    .sort((a, b) => last.indexOf(a.code) - last.indexOf(b.code) || byCodeUnit(a.code, b.code));
}
