/** Services that show a state of the pane: they read and write nothing, and keep what was asked. */
import type {
  InspectOutcome,
  PaneServices,
  Progress,
  RefreshOutcome,
  Settings,
} from '../../../src/app/pane';
import type { LiveServices, LiveState } from '../../../src/app/live/types';

/** What the pane asked for, one after the other. */
export type Call = readonly [name: string, ...args: unknown[]];

export interface FakeScript {
  /** Undefined never ends. */
  readonly look: InspectOutcome | undefined;
  readonly lookProgress?: Progress;
  readonly refresh?: RefreshOutcome | undefined;
  readonly refreshProgress?: Progress;
  readonly settings?: Settings;
  /** How the functions in cells stand; current where it is left out. */
  readonly live?: LiveState;
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
    live: fakeLive(script, calls),
  };
  return {
    services,
    calls,
    change: () => {
      change();
    },
  };
}

function fakeLive({ live }: FakeScript, calls: Call[]): LiveServices {
  let tell: (state: LiveState) => void = () => undefined;
  const first: LiveState = live ?? { figures: 'current', isAutomatic: false, trouble: '' };
  return {
    watch: (told) => {
      tell = told;
      told(first);
      return () => undefined;
    },
    update: () => {
      calls.push(['update']);
      tell({ ...first, figures: 'current' });
      return Promise.resolve();
    },
    setAutomatic: (isOn) => {
      calls.push(['setAutomatic', isOn]);
      tell({ ...first, isAutomatic: isOn });
      return Promise.resolve();
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
