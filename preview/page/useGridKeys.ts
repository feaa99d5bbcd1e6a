/** What the keyboard does in the grid. */
import type { ClipboardEvent, KeyboardEvent, RefObject } from 'react';
import type { Cell } from './cell';
import { goesOn, move } from './moves';
import { selectAll, selectFrom, type Selection } from './selection';
import { ROW_HEIGHT, type SheetView } from './sheetView';

/** What the grid asks for. */
export interface GridActions {
  readonly select: (selection: Selection) => void;
  /** Starts to edit the active cell: with its own text, or with what was typed. */
  readonly edit: (typed?: string) => void;
  readonly clear: () => void;
  /** The selected cells as text, with tabs and lines. */
  readonly copied: () => string;
  readonly paste: (text: string) => void;
  /** To the sheet before or after. */
  readonly turn: (step: 1 | -1) => void;
  /** Hands the keyboard to what follows the grid. */
  readonly leave: () => void;
}

interface GridState {
  readonly view: SheetView;
  readonly selection: Selection;
  readonly actions: GridActions;
  readonly isEditing: boolean;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

interface KeyHandlers {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
}

export function useGridKeys(state: GridState): KeyHandlers {
  const { actions, isEditing } = state;
  return {
    onKeyDown: (event) => {
      // Keys of the editor rise up to here.
      if (isEditing || event.nativeEvent.isComposing) return;
      if (acts(state, event) || moves(state, event)) event.preventDefault();
    },
    onCopy: (event) => {
      if (isEditing) return;
      event.clipboardData.setData('text/plain', actions.copied());
      event.preventDefault();
    },
    onPaste: (event) => {
      if (isEditing) return;
      actions.paste(event.clipboardData.getData('text/plain'));
      event.preventDefault();
    },
  };
}

/** Keys that do something to the cells; whether it was one. */
function acts(state: GridState, event: KeyboardEvent): boolean {
  if (event.altKey) return false;
  const act = event.ctrlKey || event.metaKey ? withControl(state, event.key) : plain(state, event);
  act?.();
  return act !== undefined;
}

type Act = (() => void) | undefined;

function withControl({ actions, selection }: GridState, key: string): Act {
  switch (key) {
    case 'a':
      return () => {
        actions.select({ ...selectAll(), anchor: selection.anchor });
      };
    case 'PageUp':
    case 'PageDown':
      return () => {
        actions.turn(key === 'PageUp' ? -1 : 1);
      };
    default:
      return undefined;
  }
}

function plain({ actions, selection, view }: GridState, { key, shiftKey }: KeyboardEvent): Act {
  const on = goesOn(key, shiftKey);
  if (on !== undefined) {
    return () => {
      step(view, selection, actions, on);
    };
  }
  switch (key) {
    case 'F2':
      return () => {
        actions.edit();
      };
    case 'F6':
      return actions.leave;
    case 'Delete':
      return actions.clear;
    case 'Backspace':
      return () => {
        actions.edit('');
      };
    default:
      return key.length === 1
        ? () => {
            actions.edit(key);
          }
        : undefined;
  }
}

function step(view: SheetView, { anchor }: Selection, actions: GridActions, key: string): void {
  const to = move(view, anchor, { key, isControl: false, page: 1 });
  if (to !== undefined) actions.select(selectFrom(to));
}

function moves({ view, selection, actions, scroller }: GridState, event: KeyboardEvent): boolean {
  const from: Cell = event.shiftKey ? selection.head : selection.anchor;
  const height = scroller.current?.clientHeight ?? 0;
  const page = Math.max(1, Math.floor((height - view.rows.frozenSize) / ROW_HEIGHT) - 2);
  const isControl = event.ctrlKey || event.metaKey;
  const to = move(view, from, { key: event.key, isControl, page });
  if (to === undefined) return false;
  actions.select(event.shiftKey ? selectFrom(selection.anchor, to) : selectFrom(to));
  return true;
}
