/** The spreadsheet: formula bar, cells, sheet tabs and status bar on one workbook. */
import {
  useCallback,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactElement,
} from 'react';
import { areaAddress, CellError, type HostSheet } from '../../host/index';
import { cellAddress } from '../../host/model/area';
import { CellEditor } from './CellEditor';
import { clearSelected, copiedText, pasteText } from './clipboard';
import { FormulaBar } from './FormulaBar';
import { Grid } from './Grid';
import { placeNamed } from './goTo';
import type { RowContext } from './rowCells';
import { selectArea, type Selection } from './selection';
import type { Session } from './session';
import { ACTIVE_TAB, SheetTabs } from './SheetTabs';
import { reachOf, viewSheet } from './sheetView';
import { StatusBar } from './StatusBar';
import { tableLooks } from './tableLook';
import { refusalText, useEditing, type Editing } from './useEditing';
import type { GridActions } from './useGridKeys';

interface WorkspaceProps {
  readonly session: Session;
  readonly refuse: (reason: string | undefined) => void;
}

export function Workspace({ session, refuse }: WorkspaceProps): ReactElement {
  const { workbook, changes } = session;
  const version = useSyncExternalStore(changes.subscribe, () => changes.version);
  const sheet = workbook.active;
  const scroller = useRef<HTMLDivElement>(null);
  const [selection, select] = useSelection(session, sheet);
  const context = useContext(session, { sheet, selection, version });
  const { view } = context;
  const toGrid = useCallback(() => {
    scroller.current?.focus({ preventScroll: true });
  }, []);
  const editing = useEditing({ session, view, selection, select, refuse, toGrid });
  const { draft } = editing;
  const isEditing = draft !== undefined;

  const visible = workbook.sheets.filter(({ visibility }) => visibility === 'Visible');
  const actions = gridActions({ session, selection, select, refuse, editing, toGrid, visible });
  const address = cellAddress(selection.anchor.row, selection.anchor.column);
  return (
    <main className="workspace" aria-label="Workbook">
      <FormulaBar
        address={areaAddress(selection.area)}
        editing={editing}
        errorText={errorText(session, sheet, selection)}
        goTo={(text) => {
          const place = placeNamed(workbook, sheet, text);
          if (place === undefined) return;
          session.act(() => {
            workbook.select(place.sheet, place.area);
          });
          // The cells of another sheet are other elements.
          requestAnimationFrame(toGrid);
        }}
      />
      <Grid
        key={`${session.number} ${sheet.id}`}
        context={context}
        selection={selection}
        actions={actions}
        scroller={scroller}
        editor={draft && <CellEditor editing={editing} label={`Text of ${address}`} />}
      />
      <SheetTabs
        sheets={visible}
        active={sheet}
        toGrid={toGrid}
        open={(to) => {
          session.openSheet(to);
        }}
      />
      <StatusBar workbook={workbook} sheet={sheet} area={selection.area} isEditing={isEditing} />
    </main>
  );
}

interface ActionScene extends WorkspaceProps {
  readonly selection: Selection;
  readonly select: (selection: Selection) => void;
  readonly editing: Editing;
  readonly toGrid: () => void;
  readonly visible: readonly HostSheet[];
}

/** What the cells ask for, done to the workbook. */
function gridActions(scene: ActionScene): GridActions {
  const { session, selection, select, refuse, editing, toGrid, visible } = scene;
  const { workbook } = session;
  const sheet = workbook.active;
  const attempt = (work: () => void): void => {
    try {
      session.act(work);
      refuse(undefined);
    } catch (refusal) {
      refuse(refusalText(refusal));
    }
  };
  return {
    select,
    edit: (typed) => {
      editing.start(typed === undefined ? 'cell' : 'typed', typed);
    },
    clear: () => {
      attempt(() => {
        clearSelected(workbook, sheet, selection.area);
      });
    },
    copied: () => copiedText(workbook, sheet, selection.area),
    paste: (text) => {
      attempt(() => {
        pasteText(workbook, sheet, selection.anchor, text);
      });
    },
    turn: (step) => {
      const to = visible[visible.indexOf(sheet) + step];
      if (to !== undefined) session.openSheet(to);
      // The cells of the other sheet are other elements.
      requestAnimationFrame(toGrid);
    },
    leave: () => document.getElementById(ACTIVE_TAB)?.focus(),
  };
}

/** The sheet as it is drawn: laid out anew when the workbook changes. */
function useContext(
  { workbook }: Session,
  { sheet, selection, version }: { sheet: HostSheet; selection: Selection; version: number },
): RowContext {
  const { row, column } = reachOf(selection.head);
  return useMemo(() => {
    workbook.settle();
    return {
      workbook,
      view: viewSheet(workbook, sheet, { row, column }),
      tableLook: tableLooks(workbook, sheet),
      version,
    };
  }, [workbook, sheet, row, column, version]);
}

/** The selection of the workbook, with the cell that it started from; the add-in may move it too. */
function useSelection(
  session: Session,
  sheet: HostSheet,
): [Selection, (selection: Selection) => void] {
  const { workbook } = session;
  const [own, setOwn] = useState<Selection>();
  const { selection: area } = workbook;
  const current = useMemo(() => (own?.area === area ? own : selectArea(area)), [own, area]);
  const select = (selection: Selection): void => {
    setOwn(selection);
    session.act(() => {
      workbook.select(sheet, selection.area);
    });
  };
  return [current, select];
}

/** What a custom function says of its error. */
function errorText({ workbook }: Session, sheet: HostSheet, { anchor }: Selection): string {
  const { row, column } = anchor;
  const value = sheet.cells.value(row, column);
  if (!(value instanceof CellError)) return '';
  return workbook.errorMessage(sheet, cellAddress(row, column)) ?? '';
}
