/** Codes that seem to have lost their leading zeros: told, never padded (C1, C2). */
import { rowsOfText } from '../../core/column';
import type { Problem } from '../../ledger/problem';
import { rowPlace } from '../../ledger/tables';
import type { AllocatedLedger } from '../allocateLedger';

/** A code of five characters, as the AMA, Medicare and the ADA give them out. */
const procedureCode = /^(\d{5}|[A-Z]\d{4}|\d{4}[A-Z])\b/;

/**
 * Whole numbers of fewer than five digits, where half of the other codes have five characters or the same
 * number stands there with zeros in front.
 */
export function codesWithoutZeros({ ledger }: AllocatedLedger): Problem[] {
  const { charges, tables } = ledger;
  const { texts, codes } = charges.code;
  const isShort = texts.map((text) => /^[1-9]\d{0,3}$/.test(text));
  if (!isShort.includes(true)) return [];
  const withZeros = new Map<string, string>();
  let others = 0;
  let long = 0;
  for (const [place, text] of texts.entries()) {
    if (text === '' || isShort[place] === true) continue;
    others += 1;
    if (procedureCode.test(text)) long += 1;
    if (/^0+[1-9]\d*$/.test(text)) withZeros.set(text.replace(/^0+/, ''), text);
  }
  const areLong = others > 0 && long * 2 >= others;
  const lost = texts.filter((text, place) => {
    return isShort[place] === true && (areLong || withZeros.has(text));
  });
  const [first] = lost;
  if (first === undefined) return [];
  const rows = rowsOfText(charges.code);
  const all = new Set(lost);
  const count = texts.reduce((sum, text, place) => sum + (all.has(text) ? rows[place]! : 0), 0);
  const row = codes.findIndex((code) => all.has(texts[code] ?? ''));
  const shown = texts[codes[row] ?? 0] ?? '';
  const twin = withZeros.get(shown);
  return [
    {
      code: 'CODE_ZEROS_LOST',
      severity: 'warned',
      ...rowPlace(tables, 'Charges', { row, field: 'code' }),
      found: `${all.size} code(s) of fewer than five digits, such as ${shown}${twin === undefined ? '' : ` beside ${twin}`}`,
      done: `kept as they are written: ${shown} and ${twin ?? shown.padStart(5, '0')} are two codes`,
      fix: 'if Excel ate the zeros, format the column as Text and paste the codes again',
      count,
    },
  ];
}
