/** Whether the ledger says what was estimated first, which write-off-date=claim needs (W6). */
import type { SourceTable } from '../ledger/tables';
import type { Options } from './options';

/**
 * With write-off-date=claim the first estimate of a claim line and its date must be there: an export that
 * has only what was written off in the end cannot say what was estimated (W6).
 */
export function lacksFirstEstimate(sources: readonly SourceTable[], options: Options): string {
  if (options['write-off-date'] !== 'claim') return '';
  for (const { kind, sheet, fields } of sources) {
    if (kind !== 'Claim Lines') continue;
    const missing = [
      ...(fields.has('writeOffEstimate') ? [] : ["'Write-off Estimate'"]),
      ...(fields.has('estimated') ? [] : ["'Estimate Date'"]),
    ];
    if (missing.length === 0) continue;
    return `write-off-date=claim cannot be computed, because the Claim Lines on '${sheet}' have no column ${missing.join(' and ')} with the first estimate; choose insurance-payment or procedure`;
  }
  return '';
}
