/** The code under which a charge stands in the CPT reports: with its modifiers or without (Z-A7). */
import { at } from '../core/assert';
import { textAt } from '../core/column';
import type { Ledger } from '../ledger/ledger';

/** Charges without a code stand under this name. */
export const NO_CODE = 'No code';
/** What no line of a claim takes stands under this pseudo code (Z-16). */
export const CLAIM_CODE = 'Claim';

/** A procedure code, then modifiers: behind a mark, or a single one glued to it (`9921325`). */
const withModifiers =
  /^(?:HC[:>])?([A-Z]\d{4}|\d{4}[A-Z]|\d{5})(?:((?:[-:\s]+[A-Z0-9]{2})+)|([A-Z0-9]{2}))?$/;

/** For each charge its code as the report shows it; `keep` is option cpt-modifiers=keep. */
export function cptCodes({ charges }: Ledger, keep: boolean): (charge: number) => string {
  const { code, modifiers } = charges;
  const known = new Map<number, string>();
  return (charge) => {
    const key = code.codes[charge]! * modifiers.texts.length + modifiers.codes[charge]!;
    const before = known.get(key);
    if (before !== undefined) return before;
    const shown = codeShown(textAt(code, charge), keep ? textAt(modifiers, charge) : undefined);
    known.set(key, shown);
    return shown;
  };
}

/** `modifiers` undefined merges; a code that is not a procedure code stays as written. */
function codeShown(written: string, modifiers: string | undefined): string {
  const match = withModifiers.exec(written);
  const code = match === null ? written || NO_CODE : at(match, 1);
  if (modifiers === undefined) return code;
  const inCode = words(match?.[2] ?? match?.[3] ?? '');
  return [code, ...new Set([...inCode, ...words(modifiers)])].join('-');
}

function words(modifiers: string): string[] {
  return modifiers.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
}
