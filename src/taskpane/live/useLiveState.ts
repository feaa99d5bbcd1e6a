/** Follows whether functions in cells show the ledger as it is. */
import { useEffect, useState } from 'react';
import type { LiveServices, LiveState } from '../../app/live/types';

export function useLiveState(services: LiveServices): LiveState {
  const [state, setState] = useState<LiveState>({
    figures: 'current',
    isAutomatic: false,
    trouble: '',
  });
  useEffect(() => services.watch(setState), [services]);
  return state;
}
