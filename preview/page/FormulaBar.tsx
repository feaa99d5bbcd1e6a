/** Address, formula or value of the active cell, and why a custom function failed. */
import { useState, type ReactElement } from 'react';
import { goesOn } from './moves';
import type { Editing } from './useEditing';

interface FormulaBarProps {
  /** The address of the selection. */
  readonly address: string;
  readonly editing: Editing;
  /** What an error in the active cell means; empty where there is nothing to say. */
  readonly errorText: string;
  /** Goes to an address or a name, where there is one. */
  readonly goTo: (text: string) => void;
}

export function FormulaBar({ address, editing, errorText, goTo }: FormulaBarProps): ReactElement {
  const { draft, entry } = editing;
  return (
    <div className="formula-bar">
      <NameBox address={address} goTo={goTo} />
      <span className="fx" aria-hidden="true">
        fx
      </span>
      <input
        id="formula"
        type="text"
        aria-label="Formula bar"
        spellCheck={false}
        autoComplete="off"
        value={draft?.text ?? entry}
        onFocus={() => {
          editing.start('bar');
        }}
        onChange={(event) => {
          editing.change(event.target.value);
        }}
        onKeyDown={(event) => {
          const on = goesOn(event.key, event.shiftKey);
          if (on !== undefined) editing.commit(on);
          else if (event.key === 'Escape') editing.cancel();
          else return;
          event.preventDefault();
        }}
        onBlur={(event) => {
          const { relatedTarget } = event;
          if (!(relatedTarget instanceof HTMLTextAreaElement)) editing.commit();
        }}
      />
      {errorText !== '' && (
        <output className="cell-error" title={errorText}>
          {errorText}
        </output>
      )}
    </div>
  );
}

function NameBox({ address, goTo }: Pick<FormulaBarProps, 'address' | 'goTo'>): ReactElement {
  // What is being typed; until then the box shows what is selected.
  const [typed, setTyped] = useState<string>();
  return (
    <input
      className="name-box"
      type="text"
      aria-label="Name box"
      spellCheck={false}
      autoComplete="off"
      value={typed ?? address}
      onFocus={(event) => {
        event.target.select();
      }}
      onChange={(event) => {
        setTyped(event.target.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') goTo((typed ?? address).trim());
        if (event.key === 'Enter' || event.key === 'Escape') setTyped(undefined);
      }}
      onBlur={() => {
        setTyped(undefined);
      }}
    />
  );
}
