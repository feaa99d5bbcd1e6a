/** The preview: a spreadsheet and the add-in beside it. */
import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import { AddInDialog } from './AddInDialog';
import { Pane } from './Pane';
import type { Session } from './session';
import { useTheme } from './theme';
import { PANE_WIDTHS, Toolbar } from './Toolbar';
import { refusalText } from './useEditing';
import {
  download,
  fetchSamples,
  openFile,
  openingFault,
  openSample,
  type Sample,
} from './workbooks';
import { Workspace } from './Workspace';

/** The name that the ribbon button has in the manifest. */
const REFRESH = 'refreshReports';
const CLOSE_PERIOD = 'closePeriod';

export function App(): ReactElement {
  const theme = useTheme();
  const [fault, setFault] = useState<string>();
  const [isPaneOpen, setPaneOpen] = useState(true);
  const [paneWidth, setPaneWidth] = useState<number>(PANE_WIDTHS[0]);
  const { samples, session, opening, open } = useWorkbook(setFault);
  const { isRunning: isRefreshing, run: refresh } = useCommand(REFRESH, setFault);
  const { run: closePeriod } = useCommand(CLOSE_PERIOD, setFault);

  return (
    <>
      <Toolbar
        samples={samples}
        name={session?.workbook.name ?? ''}
        isPaneOpen={isPaneOpen}
        paneWidth={paneWidth}
        theme={theme}
        openSample={(name) => {
          open(openSample(name), name);
        }}
        openFile={(file) => {
          open(openFile(file), file.name);
        }}
        save={() => {
          try {
            if (session !== undefined) download(session);
          } catch (failure) {
            setFault(refusalText(failure));
          }
        }}
        togglePane={() => {
          setPaneOpen(!isPaneOpen);
        }}
        isRefreshing={isRefreshing}
        refresh={() => {
          if (session !== undefined) refresh(session);
        }}
        closePeriod={() => {
          if (session !== undefined) closePeriod(session);
        }}
        setPaneWidth={setPaneWidth}
      />
      {fault !== undefined && (
        <Fault
          text={fault}
          dismiss={() => {
            setFault(undefined);
          }}
        />
      )}
      {opening !== undefined && <output className="opening">Opening {opening}…</output>}
      {session === undefined ? (
        <main className="empty" />
      ) : (
        <Stage
          session={session}
          setFault={setFault}
          paneWidth={paneWidth}
          isDark={theme.isDark}
          isPaneOpen={isPaneOpen}
          showPane={setPaneOpen}
        />
      )}
    </>
  );
}

interface StageProps {
  readonly session: Session;
  readonly setFault: (fault: string | undefined) => void;
  readonly paneWidth: number;
  readonly isDark: boolean;
  readonly isPaneOpen: boolean;
  readonly showPane: (isShown: boolean) => void;
}

/** One workbook: its cells, the add-in beside them, and a dialog of the add-in over both. */
function Stage(props: StageProps): ReactElement {
  const { session, setFault } = props;
  const [dialog, setDialog] = useState<string>();
  return (
    <div className="stage">
      <Workspace session={session} refuse={setFault} />
      <Pane
        session={session}
        width={props.paneWidth}
        isDark={props.isDark}
        isOpen={props.isPaneOpen}
        fail={setFault}
        openDialog={setDialog}
        show={props.showPane}
      />
      {dialog !== undefined && (
        <AddInDialog
          key={dialog}
          url={dialog}
          close={() => {
            setDialog(undefined);
          }}
        />
      )}
    </div>
  );
}

interface Command {
  readonly isRunning: boolean;
  readonly run: (session: Session) => void;
}

/** Presses a button of the add-in's ribbon, and waits until the add-in says that it is done. */
function useCommand(name: string, setFault: (fault: string | undefined) => void): Command {
  const [running, setRunning] = useState<Promise<void>>();
  const run = ({ connection }: Session): void => {
    if (connection === undefined) {
      setFault('The add-in is not loaded.');
      return;
    }
    const started = connection.runCommand(name).then(
      () => {
        setRunning((now) => (now === started ? undefined : now));
      },
      (failure: unknown) => {
        setRunning(undefined);
        setFault(refusalText(failure));
      },
    );
    setRunning(started);
  };
  return { isRunning: running !== undefined, run };
}

function Fault({ text, dismiss }: { text: string; dismiss: () => void }): ReactElement {
  return (
    <div className="fault" role="alert">
      <p>{text}</p>
      <button type="button" className="plain" aria-label="Dismiss" onClick={dismiss}>
        <span aria-hidden="true">×</span>
      </button>
    </div>
  );
}

interface OpenWorkbook {
  readonly samples: readonly Sample[];
  readonly session: Session | undefined;
  /** The name of the workbook that is being opened. */
  readonly opening: string | undefined;
  readonly open: (session: Promise<Session>, name: string) => void;
}

/** The workbook that is open: the first sample until another is chosen. One that cannot be opened leaves the old one. */
function useWorkbook(setFault: (fault: string | undefined) => void): OpenWorkbook {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  const [session, setSession] = useState<Session>();
  const latest = useRef<Session>(undefined);
  const [opening, setOpening] = useState<string>();
  const asked = useRef<Promise<Session>>(undefined);
  const open = useCallback(
    (session: Promise<Session>, name: string) => {
      asked.current = session;
      setOpening(name);
      session.then(
        (opened) => {
          // Another was asked for since: that one is opened, however long this one took.
          if (asked.current !== session) {
            opened.close();
            return;
          }
          setOpening(undefined);
          setFault(undefined);
          latest.current?.close();
          latest.current = opened;
          setSession(opened);
        },
        (failure: unknown) => {
          if (asked.current !== session) return;
          setOpening(undefined);
          setFault(openingFault(failure, name));
        },
      );
    },
    [setFault],
  );
  useEffect(() => {
    fetchSamples().then(
      (found) => {
        setSamples(found);
        const [first] = found;
        if (first !== undefined) open(openSample(first.name), first.name);
      },
      (failure: unknown) => {
        setFault(refusalText(failure));
      },
    );
  }, [open, setFault]);
  return { samples, session, opening, open };
}
