/** The text of a cell while it is edited in its place. */
import { useLayoutEffect, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { goesOn } from './moves';
import type { Editing } from './useEditing';

interface CellEditorProps {
  readonly editing: Editing;
  readonly label: string;
}

export function CellEditor({ editing, label }: CellEditorProps): ReactElement {
  const area = useRef<HTMLTextAreaElement>(null);
  const { draft } = editing;
  const isInCell = draft?.place !== 'bar';
  useLayoutEffect(() => {
    const { current } = area;
    if (current === null || !isInCell) return;
    current.focus({ preventScroll: true });
    current.setSelectionRange(current.value.length, current.value.length);
  }, [isInCell]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || (event.key === 'Enter' && event.altKey)) return;
    const isArrow = event.key.startsWith('Arrow') && draft?.place === 'typed';
    const on = isArrow ? event.key : goesOn(event.key, event.shiftKey);
    if (on !== undefined) editing.commit(on);
    else if (event.key === 'Escape') editing.cancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <textarea
      ref={area}
      className="editor"
      aria-label={label}
      rows={1}
      spellCheck={false}
      autoComplete="off"
      value={draft?.text ?? ''}
      onChange={(event) => {
        editing.change(event.target.value);
      }}
      onClick={() => {
        if (draft?.place === 'typed') editing.start('cell');
      }}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        // The formula bar goes on with the same text.
        if (event.relatedTarget?.id !== 'formula') editing.commit();
      }}
    />
  );
}
