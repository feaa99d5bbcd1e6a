/** What the mouse does in the grid. */
import { useRef, type MouseEvent, type PointerEvent } from 'react';
import { selectAll, selectColumns, selectFrom, selectRows, type Selection } from './selection';
import type { GridActions } from './useGridKeys';

type Place =
  | { readonly kind: 'cell'; readonly row: number; readonly column: number }
  | { readonly kind: 'row'; readonly row: number }
  | { readonly kind: 'column'; readonly column: number }
  | { readonly kind: 'corner' };

interface PointerHandlers {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: () => void;
  readonly onDoubleClick: (event: MouseEvent) => void;
}

export function useGridPointer(selection: Selection, actions: GridActions): PointerHandlers {
  /** What the drag started on. */
  const dragged = useRef<Place['kind']>(undefined);
  return {
    onPointerDown: (event) => {
      if (event.button !== 0 || isInEditor(event.target)) return;
      const place = placeOf(event.target);
      if (place === undefined) return;
      dragged.current = place.kind;
      actions.select(selected(place, event.shiftKey ? selection : undefined));
    },
    onPointerMove: (event) => {
      if (dragged.current === undefined || event.buttons !== 1) return;
      const place = placeOf(document.elementFromPoint(event.clientX, event.clientY));
      if (place?.kind === dragged.current) actions.select(selected(place, selection));
    },
    onPointerUp: () => {
      dragged.current = undefined;
    },
    onDoubleClick: (event) => {
      if (!isInEditor(event.target) && placeOf(event.target)?.kind === 'cell') actions.edit();
    },
  };
}

function isInEditor(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}

/** What an element of the grid stands for, by what it tells a screen reader. */
function placeOf(target: EventTarget | null): Place | undefined {
  const element = target instanceof Element ? target.closest('[role]') : null;
  const number = (of: Element | null | undefined, name: string): number =>
    Number(of?.getAttribute(name) ?? 0) - 1;
  switch (element?.getAttribute('role') ?? '') {
    case 'gridcell': {
      const row = number(element?.closest('[role=row]'), 'aria-rowindex');
      return { kind: 'cell', row, column: number(element, 'aria-colindex') };
    }
    case 'rowheader':
      return { kind: 'row', row: number(element, 'aria-rowindex') };
    case 'columnheader': {
      const column = number(element, 'aria-colindex');
      return column < 0 ? { kind: 'corner' } : { kind: 'column', column };
    }
    default:
      return undefined;
  }
}

/** The selection of a place, or from where the present one started. */
function selected(place: Place, from: Selection | undefined): Selection {
  switch (place.kind) {
    case 'cell':
      return selectFrom(from?.anchor ?? place, place);
    case 'row':
      return selectRows(from?.anchor ?? { row: place.row, column: 0 }, place.row);
    case 'column':
      return selectColumns(from?.anchor ?? { row: 0, column: place.column }, place.column);
    case 'corner':
      return selectAll();
  }
}
