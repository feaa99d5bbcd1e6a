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

export function App(): ReactElement {
  const theme = useTheme();
  const [fault, setFault] = useState<string>();
  const [isPaneOpen, setPaneOpen] = useState(true);
  const [paneWidth, setPaneWidth] = useState<number>(PANE_WIDTHS[0]);
  const { samples, session, opening, open } = useWorkbook(setFault);
  const { isRefreshing, refresh } = useRefresh(setFault);

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
          closePane={() => {
            setPaneOpen(false);
          }}
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
  readonly closePane: () => void;
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
        close={props.closePane}
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

interface Refresh {
  readonly isRefreshing: boolean;
  readonly refresh: (session: Session) => void;
}

/** Presses the add-in's button of the ribbon, and waits until the add-in says that it is done. */
function useRefresh(setFault: (fault: string | undefined) => void): Refresh {
  const [running, setRunning] = useState<Promise<void>>();
  const refresh = ({ connection }: Session): void => {
    if (connection === undefined) {
      setFault('The add-in is not loaded.');
      return;
    }
    const run = connection.runCommand(REFRESH).then(
      () => {
        setRunning((now) => (now === run ? undefined : now));
      },
      (failure: unknown) => {
        setRunning(undefined);
        setFault(refusalText(failure));
      },
    );
    setRunning(run);
  };
  return { isRefreshing: running !== undefined, refresh };
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
  const open = useCallback(
    (session: Promise<Session>, name: string) => {
      setOpening(name);
      session.then(
        (opened) => {
          setOpening(undefined);
          setFault(undefined);
          latest.current?.close();
          latest.current = opened;
          setSession(opened);
        },
        (failure: unknown) => {
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
