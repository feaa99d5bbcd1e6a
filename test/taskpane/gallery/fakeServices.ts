/** Services that show a state of the pane: they read and write nothing, and keep what was asked. */
import type {
  InspectOutcome,
  PaneServices,
  Progress,
  RefreshOutcome,
  Settings,
} from '../../../src/app/pane';

/** What the pane asked for, one after the other. */
export type Call = readonly [name: string, ...args: unknown[]];

export interface FakeScript {
  /** Undefined never ends. */
  readonly look: InspectOutcome | undefined;
  readonly lookProgress?: Progress;
  readonly refresh?: RefreshOutcome | undefined;
  readonly refreshProgress?: Progress;
  readonly settings?: Settings;
  /** Places that are gone. */
  readonly isGone?: boolean;
}

export interface Fake {
  readonly services: PaneServices;
  readonly calls: Call[];
  /** Tells the pane that the ledger was edited. */
  readonly change: () => void;
}

export function fakeServices(script: FakeScript): Fake {
  const calls: Call[] = [];
  let change = (): void => undefined;
  const services: PaneServices = {
    inspect: (tell, signal) => {
      calls.push(['inspect']);
      if (script.lookProgress !== undefined) tell(script.lookProgress);
      return endOf<InspectOutcome>(script.look, signal);
    },
    refresh: (settings, tell, signal) => {
      calls.push(['refresh', settings]);
      if (script.refreshProgress !== undefined) tell(script.refreshProgress);
      return endOf<RefreshOutcome>(script.refresh, signal);
    },
    loadSettings: () => Promise.resolve(script.settings),
    saveSettings: (settings) => {
      calls.push(['saveSettings', settings]);
      return Promise.resolve();
    },
    openSheet: (name) => {
      calls.push(['openSheet', name]);
      return Promise.resolve(script.isGone !== true);
    },
    selectCell: (sheet, cell) => {
      calls.push(['selectCell', sheet, cell]);
      return Promise.resolve(script.isGone !== true);
    },
    onLedgerChanged: (changed) => {
      change = changed;
      return Promise.resolve(() => undefined);
    },
  };
  return {
    services,
    calls,
    change: () => {
      change();
    },
  };
}

/** The outcome; without one, it waits until it is cancelled. */
function endOf<Outcome>(
  outcome: Outcome | undefined,
  signal: AbortSignal,
): Promise<Outcome | { readonly kind: 'cancelled' }> {
  if (outcome !== undefined) return Promise.resolve(outcome);
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve({ kind: 'cancelled' });
    });
  });
}
