/** Binds what the user does to the services, and what they tell to the state. */
import { useCallback, useEffect, useMemo, useReducer, useRef, type Dispatch } from 'react';
import type { PaneServices, Progress, Settings } from '../app/pane';
import { settingsToKeep } from './choices';
import { initialState, reduce, type PaneEvent, type PaneState } from './state';
import { targetKey } from './targetKey';

/** What the parts of the pane can ask for. */
export interface PaneActions {
  readonly dispatch: Dispatch<PaneEvent>;
  readonly look: () => void;
  readonly refresh: (settings: Settings) => void;
  readonly cancel: () => void;
  /** Brings a sheet to the front or, with a cell, selects it. */
  readonly open: (sheet: string, cell: string) => void;
}

/** How long a choice has to stand before it is saved. */
const SAVE_AFTER_MS = 500;

/** The state of the pane and what it can do; looks at the workbook once at the start. */
export function usePane(services: PaneServices): {
  readonly state: PaneState;
  readonly actions: PaneActions;
} {
  const [state, dispatch] = useReducer(reduce, initialState);
  const abort = useRef(new AbortController());
  const actions = useMemo(() => actionsOf(services, dispatch, abort), [services]);
  const start = useCallback(async (): Promise<void> => {
    const settings = await services.loadSettings().catch(() => undefined);
    if (settings !== undefined) dispatch({ kind: 'settings-loaded', settings });
    await actions.lookOnce();
  }, [services, actions]);
  useEffect(() => {
    let isOver = false;
    let stop = (): void => undefined;
    void start()
      .then(() =>
        services.onLedgerChanged(() => {
          dispatch({ kind: 'ledger-changed' });
        }),
      )
      .then((stopIt) => {
        if (isOver) stopIt();
        else stop = stopIt;
      });
    return () => {
      isOver = true;
      stop();
    };
  }, [services, start]);
  useSaving(services, state);
  return { state, actions };
}

interface PaneWork extends PaneActions {
  readonly lookOnce: () => Promise<void>;
}

function actionsOf(
  services: PaneServices,
  dispatch: Dispatch<PaneEvent>,
  abort: { current: AbortController },
): PaneWork {
  const tell = (progress: Progress): void => {
    dispatch({ kind: 'progressed', progress });
  };
  const begin = (kind: 'look-started' | 'refresh-started'): AbortSignal => {
    abort.current = new AbortController();
    dispatch({ kind });
    return abort.current.signal;
  };
  const lookOnce = async (): Promise<void> => {
    const signal = begin('look-started');
    const outcome = await services.inspect(tell, signal).catch(bugOf);
    dispatch({ kind: 'looked', outcome });
  };
  const refreshOnce = async (settings: Settings): Promise<void> => {
    const signal = begin('refresh-started');
    const outcome = await services.refresh(settings, tell, signal).catch(bugOf);
    dispatch({ kind: 'refreshed', outcome });
  };
  const openOnce = async (sheet: string, cell: string): Promise<void> => {
    const asked = cell === '' ? services.openSheet(sheet) : services.selectCell(sheet, cell);
    const isThere = await asked.catch(() => false);
    dispatch({ kind: 'opened', target: targetKey(sheet, cell), isThere });
  };
  return {
    dispatch,
    lookOnce,
    look: () => void lookOnce(),
    refresh: (settings) => void refreshOnce(settings),
    cancel: () => {
      dispatch({ kind: 'cancel-asked' });
      abort.current.abort();
    },
    open: (sheet, cell) => void openOnce(sheet, cell),
  };
}

/** A service that throws has a bug; the pane must not wait for ever. */
function bugOf(error: unknown): { kind: 'failed'; message: string; fix: string } {
  const words = error instanceof Error ? error.message : String(error);
  return {
    kind: 'failed',
    message: `Practice Ledger stopped: ${words}`,
    fix: 'Try again; if it stays, save the workbook and open it again.',
  };
}

/** Saves a choice of the user when it has stood for a moment. */
function useSaving(services: PaneServices, { choice }: PaneState): void {
  useEffect(() => {
    const settings = settingsToKeep(choice);
    if (!choice.isTouched || settings === undefined) return undefined;
    const timer = setTimeout(() => {
      void services.saveSettings(settings).catch(() => undefined);
    }, SAVE_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [services, choice]);
}
