/** The task pane: the built add-in in a frame of its own, on the real office.js. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import '../link';
import type { PaneTheme } from '../paneTheme';
import { loadedScripts, registerFunctions, type ScriptHash } from './addIn';
import type { Session } from './session';

interface PaneProps {
  readonly session: Session;
  readonly width: number;
  readonly isDark: boolean;
  readonly isOpen: boolean;
  readonly show: (isShown: boolean) => void;
  readonly fail: (reason: string) => void;
  readonly openDialog: (url: string) => void;
}

/** A new workbook gets a new frame: Excel gives each workbook an add-in of its own. */
export function Pane(props: PaneProps): ReactElement {
  const { session, width, isOpen, show, fail, openDialog } = props;
  const theme = usePaneTheme(props.isDark);
  const frame = useRef<HTMLIFrameElement>(null);
  const [scripts, setScripts] = useState<readonly ScriptHash[]>([]);
  useLayoutEffect(() => {
    const { host } = session;
    host.paneAsked = show;
    window.previewLink = {
      host,
      theme,
      openDialog,
      connected: (connection) => {
        session.connection = connection;
      },
      ready: () => {
        registerFunctions(host).catch((failure: unknown) => {
          fail(`The custom functions are not there: ${String(failure)}`);
        });
      },
    };
  }, [session, theme, fail, openDialog, show]);
  useEffect(() => {
    setScripts([]);
  }, [session]);
  const close = (): void => {
    show(false);
  };
  const onLoad = (): void => {
    const pane = frame.current?.contentWindow;
    if (!pane) return;
    loadedScripts(pane).then(setScripts, (failure: unknown) => {
      fail(`The add-in's scripts could not be read: ${String(failure)}`);
    });
  };
  return (
    <aside className="pane" aria-label="Task pane" style={{ width }} hidden={!isOpen}>
      <div className="pane-title">
        <h2>Practice Ledger</h2>
        <button type="button" className="plain" aria-label="Close task pane" onClick={close}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      <iframe
        key={session.number}
        ref={frame}
        title="Practice Ledger task pane"
        src="/addin/taskpane.html"
        onLoad={onLoad}
      />
      <Scripts scripts={scripts} />
    </aside>
  );
}

/** The theme of the page for the frame, which asks for it when it likes. */
function usePaneTheme(isDark: boolean): PaneTheme {
  const now = useRef(isDark);
  const listeners = useRef<(() => void)[]>([]);
  useLayoutEffect(() => {
    now.current = isDark;
    for (const listener of listeners.current) listener();
  }, [isDark]);
  return useMemo(
    () => ({
      isDark: () => now.current,
      onChange: (changed) => {
        listeners.current.push(changed);
      },
    }),
    [],
  );
}

/** Which bytes are running: the same as in the terminal. */
function Scripts({ scripts }: { scripts: readonly ScriptHash[] }): ReactElement {
  if (scripts.length === 0) return <p className="scripts">No script of the add-in is loaded.</p>;
  return (
    <details className="scripts">
      <summary>The built add-in, unchanged: {scripts.length} scripts</summary>
      <ul aria-label="Scripts of the add-in">
        {scripts.map(({ name, hash }) => (
          <li key={name}>
            <code>{hash}</code> {name}
          </li>
        ))}
      </ul>
      <p>The start of the SHA-256 of each, as npm run preview prints it.</p>
    </details>
  );
}
