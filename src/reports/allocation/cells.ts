/** The cells by which a split says where money is. */
import { textAt } from '../../core/column';
import type { Allocated } from '../../engine/allocation/allocateAccounts';
import { UNALLOCATED_TYPE } from '../../engine/allocation/entries';
import { isProviderShown, type ReportRequest } from '../request';

export interface EntryCells {
  readonly patient: string | null;
  /** Empty for the total of a claim whose row names none: it stands under those of the claim's lines. */
  readonly provider: string;
  readonly location: string | null;
  readonly charge: string | null;
  readonly adjustment: string | null;
  readonly unearnedType: string | null;
}

export function entryCells({ accounts }: Allocated, entry: number): EntryCells {
  const { allocated, entries } = accounts;
  const { charges, providers, tables } = allocated.ledger;
  const { kind, row, provider, patient, location, type } = entries.keyOf(entry);
  return {
    patient: orNull(entries.patients.texts[patient]),
    provider: providers.names[provider] ?? '',
    location: orNull(entries.locations.texts[location]),
    charge: kind === 'charge' ? textAt(charges.id, row) : null,
    adjustment: kind === 'adjustment' ? textAt(tables.Adjustments.id, row) : null,
    unearnedType: type === UNALLOCATED_TYPE ? null : orNull(entries.types.texts[type]),
  };
}

function orNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}

/** A filter hides splits of other providers and locations. */
export function isSplitShown(made: Allocated, request: ReportRequest, entry: number): boolean {
  const { provider, location } = entryCells(made, entry);
  const { locations } = request;
  return (
    isProviderShown(request, provider) && (locations === undefined || locations.has(location ?? ''))
  );
}
