/** Rows of small ledgers for the CPT reports, and their figures by code. */
import type { PlainLedger, PlainRow } from './plainLedger';
import { BILLED, COLLECTED, type CptResult, runCpt } from './cptRun';

export type Tables = Partial<PlainLedger>;

/** A charge of 12 March by Adams: `c('a', 50)` is 50.00 for code `a1`. */
export const c = (id: string, amount: number, more: PlainRow = {}): PlainRow => ({
  'Charge ID': id,
  'Service Date': '2024-03-12',
  Provider: 'Adams',
  Amount: amount,
  Code: `${id}1`,
  ...more,
});

/** A payment of 15 March by the patient. */
export const p = (id: string, amount: number, more: PlainRow = {}): PlainRow => ({
  'Payment ID': id,
  'Payment Date': '2024-03-15',
  Type: 'Payment',
  Amount: amount,
  ...more,
});

export const on = (charge: string): PlainRow => ({ 'Charge ID': charge });
export const ofClaim = (claim: string): PlainRow => ({ 'Claim Number': claim });

/** A Claim Adjustments row of claim C1; without a charge it is of the whole claim. */
export const ca = (charge: string, code: string, amount: number): PlainRow => {
  const [group = '', reason = ''] = code.split('-');
  return {
    'Claim Number': 'C1',
    'Charge ID': charge,
    Group: group,
    Reason: reason,
    Amount: amount,
  };
};

export const march = { from: '2024-03-01', to: '2024-03-31' };

export function run(tables: Tables, options: Record<string, string> = {}): CptResult {
  return runCpt(tables, { ...march, options });
}

/** Code → Total Income. */
export function income(
  tables: Tables,
  options: Record<string, string> = {},
): Record<string, unknown> {
  const { rows } = run(tables, options).sheet(BILLED);
  return Object.fromEntries(rows.map(([code, , , earned]) => [String(code), earned] as const));
}

/** Code → [Used, Collected Amount]. */
export function collected(
  tables: Tables,
  options: Record<string, string> = {},
): Record<string, unknown> {
  const { rows } = run(tables, options).sheet(COLLECTED);
  return Object.fromEntries(rows.map(([code, ...figures]) => [String(code), figures] as const));
}
