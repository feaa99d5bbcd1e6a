/** A cell while it is edited: in the cell itself or in the formula bar, with one text for both. */
import { useRef, useState } from 'react';
import { typeIn } from '../../host/index';
import { cellAddress } from '../../host/model/area';
import type { Cell } from './cell';
import { move } from './moves';
import { selectFrom, type Selection } from './selection';
import type { Session } from './session';
import type { SheetView } from './sheetView';
import { entryText } from './shownText';

/** Where the caret is; a cell that was typed into is left by the arrow keys, as in Excel. */
type EditPlace = 'typed' | 'cell' | 'bar';

export interface Draft {
  readonly cell: Cell;
  readonly text: string;
  readonly place: EditPlace;
}

export interface Editing {
  readonly draft: Draft | undefined;
  /** What the formula bar shows while nothing is edited. */
  readonly entry: string;
  readonly start: (place: EditPlace, text?: string) => void;
  readonly change: (text: string) => void;
  /** Writes the text and goes on to another cell; stays where the text is refused. */
  readonly commit: (goOn?: string) => void;
  readonly cancel: () => void;
}

interface EditingScene {
  readonly session: Session;
  readonly view: SheetView;
  readonly selection: Selection;
  readonly select: (selection: Selection) => void;
  /** Told why a text was refused; undefined when all is well again. */
  readonly refuse: (reason: string | undefined) => void;
  /** Gives the keyboard back to the cells. */
  readonly toGrid: () => void;
}

export function useEditing(scene: EditingScene): Editing {
  const { session, view, selection, select, refuse } = scene;
  const [draft, setShown] = useState<Draft>();
  // An editor that goes away loses the keyboard and so asks to commit once more: by then there is nothing left to write.
  const current = useRef<Draft>(undefined);
  const setDraft = (next: Draft | undefined): void => {
    current.current = next;
    setShown(next);
  };
  const { anchor } = selection;
  const entry = entryOf(session, view, anchor);

  const finish = (): void => {
    setDraft(undefined);
    refuse(undefined);
  };
  return {
    draft,
    entry,
    start: (place, text) => {
      setDraft({ cell: anchor, text: text ?? current.current?.text ?? entry, place });
    },
    change: (text) => {
      if (current.current !== undefined) setDraft({ ...current.current, text });
    },
    cancel: () => {
      finish();
      scene.toGrid();
    },
    commit: (goOn) => {
      if (current.current === undefined) return;
      const { cell, text } = current.current;
      try {
        if (text !== entryOf(session, view, cell)) {
          session.act(() => {
            typeIn(session.workbook, view.sheet, cellAddress(cell.row, cell.column), text);
          });
        }
      } catch (refusal) {
        const at = cellAddress(cell.row, cell.column);
        refuse(`${at} does not take "${text}". ${refusalText(refusal)}`);
        return;
      }
      finish();
      if (goOn === undefined) return;
      scene.toGrid();
      const to = move(view, cell, { key: goOn, isControl: false, page: 1 });
      if (to !== undefined) select(selectFrom(to));
    },
  };
}

function entryOf({ workbook }: Session, { sheet }: SheetView, { row, column }: Cell): string {
  const formula = sheet.cells.formula(row, column);
  if (formula !== undefined) return formula;
  const { numberFormat } = workbook.styles.entry(sheet.styleAt(row, column)).style;
  return entryText(workbook, sheet.cells.value(row, column), numberFormat);
}

/** Why the host refused, as it says itself. */
export function refusalText(refusal: unknown): string {
  return refusal instanceof Error ? refusal.message : String(refusal);
}
