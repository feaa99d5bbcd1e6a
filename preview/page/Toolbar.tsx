/** What is said and offered above the spreadsheet. */
import type { ChangeEvent, ReactElement } from 'react';
import type { Sample } from './workbooks';
import type { Theme } from './theme';

/** Widths of a task pane: the least that Excel gives it, and a wide one. */
export const PANE_WIDTHS = [320, 450] as const;

interface ToolbarProps {
  readonly samples: readonly Sample[];
  /** The file name of the open workbook. */
  readonly name: string;
  readonly isPaneOpen: boolean;
  readonly isRefreshing: boolean;
  readonly paneWidth: number;
  readonly theme: Theme;
  readonly openSample: (name: string) => void;
  readonly openFile: (file: File) => void;
  readonly save: () => void;
  readonly togglePane: () => void;
  readonly refresh: () => void;
  readonly closePeriod: () => void;
  readonly setPaneWidth: (width: number) => void;
}

export function Toolbar(props: ToolbarProps): ReactElement {
  const { theme, isPaneOpen } = props;
  return (
    <header>
      <div className="banner">
        <img src="/addin/assets/icon-32.png" alt="" width={24} height={24} />
        <h1>Practice Ledger</h1>
        <p>
          <strong>Preview: a stand-in for Excel, not Excel.</strong> The task pane is the add-in as
          it ships; formulas are calculated by a stand-in too. What you open stays in this page.
        </p>
        <button type="button" className="plain" aria-pressed={theme.isDark} onClick={theme.toggle}>
          Dark
        </button>
      </div>
      <div className="ribbon" role="toolbar" aria-label="Workbook and add-in">
        <Files {...props} />
        <div className="group" role="group" aria-label="Practice Ledger">
          <button type="button" aria-pressed={isPaneOpen} onClick={props.togglePane}>
            <img src="/addin/assets/icon-16.png" alt="" width={16} height={16} />
            Open Practice Ledger
          </button>
          <button type="button" onClick={props.refresh} aria-disabled={props.isRefreshing}>
            {props.isRefreshing ? 'Refreshing…' : 'Refresh reports'}
          </button>
          <button type="button" onClick={props.closePeriod}>
            Close a pay period
          </button>
        </div>
        <PaneWidths {...props} />
      </div>
    </header>
  );
}

function Files({ samples, name, openSample, openFile, save }: ToolbarProps): ReactElement {
  const isSample = samples.some((sample) => sample.name === name);
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const file = target.files?.[0];
    // The same file may be chosen again.
    target.value = '';
    if (file !== undefined) openFile(file);
  };
  return (
    <div className="group" role="group" aria-label="Workbook file">
      <label className="choice">
        <span>Workbook</span>
        <select
          value={isSample ? name : ''}
          onChange={(event) => {
            openSample(event.target.value);
          }}
        >
          {!isSample && <option value="">{name === '' ? 'Choose a sample…' : name}</option>}
          {samples.map((sample) => (
            <option key={sample.name} value={sample.name}>
              {sample.title}
            </option>
          ))}
        </select>
      </label>
      <label className="button">
        Open a workbook…
        <input type="file" accept=".xlsx,.xlsm" onChange={chosen} />
      </label>
      <button type="button" onClick={save} disabled={name === ''}>
        Save .xlsx
      </button>
    </div>
  );
}

function PaneWidths({ paneWidth, setPaneWidth, isPaneOpen }: ToolbarProps): ReactElement {
  return (
    <fieldset className="group widths" disabled={!isPaneOpen}>
      <legend>Pane width</legend>
      {PANE_WIDTHS.map((width) => (
        <label key={width}>
          <input
            type="radio"
            name="pane-width"
            value={width}
            checked={paneWidth === width}
            onChange={() => {
              setPaneWidth(width);
            }}
          />
          <span>{width}</span>
        </label>
      ))}
    </fieldset>
  );
}
