/** The preview: a spreadsheet and the add-in beside it. */
import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
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
  const { samples, session, open } = useWorkbook(setFault);

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
        refresh={() => {
          session?.host.runAction(REFRESH);
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
      <div className="stage">
        {session === undefined ? (
          <main className="workspace empty">{samples.length === 0 ? 'Opening…' : ''}</main>
        ) : (
          <>
            <Workspace session={session} refuse={setFault} />
            <Pane
              session={session}
              width={paneWidth}
              isDark={theme.isDark}
              isOpen={isPaneOpen}
              fail={setFault}
              close={() => {
                setPaneOpen(false);
              }}
            />
          </>
        )}
      </div>
    </>
  );
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
  readonly open: (opening: Promise<Session>, name: string) => void;
}

/** The workbook that is open: the first sample until another is chosen. One that cannot be opened leaves the old one. */
function useWorkbook(setFault: (fault: string | undefined) => void): OpenWorkbook {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  const [session, setSession] = useState<Session>();
  const latest = useRef<Session>(undefined);
  const open = useCallback(
    (opening: Promise<Session>, name: string) => {
      opening.then(
        (opened) => {
          setFault(undefined);
          latest.current?.close();
          latest.current = opened;
          setSession(opened);
        },
        (failure: unknown) => {
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
  return { samples, session, open };
}
