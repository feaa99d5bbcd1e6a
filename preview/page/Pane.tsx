/** The task pane: the built add-in in a frame of its own, on the real office.js. */
import { useEffect, useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import '../link';
import { loadedScripts, registerFunctions, type ScriptHash } from './addIn';
import type { Session } from './session';

interface PaneProps {
  readonly session: Session;
  readonly width: number;
  readonly isDark: boolean;
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly fail: (reason: string) => void;
}

/** A new workbook gets a new frame: Excel gives each workbook an add-in of its own. */
export function Pane({ session, width, isDark, isOpen, close, fail }: PaneProps): ReactElement {
  const frame = useRef<HTMLIFrameElement>(null);
  const dark = useRef(isDark);
  const [scripts, setScripts] = useState<readonly ScriptHash[]>([]);
  useLayoutEffect(() => {
    dark.current = isDark;
    // The pane reads the theme of Office again when it is shown again.
    frame.current?.contentDocument?.dispatchEvent(new Event('visibilitychange'));
  }, [isDark]);
  useLayoutEffect(() => {
    const { host } = session;
    window.previewLink = {
      host,
      isDark: () => dark.current,
      ready: () => {
        registerFunctions(host).catch((failure: unknown) => {
          fail(`The custom functions are not there: ${String(failure)}`);
        });
      },
    };
  }, [session, fail]);
  useEffect(() => {
    setScripts([]);
  }, [session]);
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

/** Which bytes are running: the same as in the terminal. */
function Scripts({ scripts }: { scripts: readonly ScriptHash[] }): ReactElement {
  const [first, ...rest] = scripts;
  if (first === undefined) return <p className="scripts">No script of the add-in is loaded.</p>;
  const line = ({ name, hash }: ScriptHash): ReactElement => (
    <li key={name}>
      <code>{hash}</code> {name}
    </li>
  );
  return (
    <details className="scripts">
      <summary>The built add-in, unchanged. SHA-256 of its scripts</summary>
      <ul aria-label="Scripts of the add-in">{[first, ...rest].map(line)}</ul>
    </details>
  );
}
