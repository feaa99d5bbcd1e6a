/** The sheets of the workbook below its cells. */
import { useEffect, useRef, type KeyboardEvent, type ReactElement } from 'react';
import type { HostSheet } from '../../host/index';

interface SheetTabsProps {
  readonly sheets: readonly HostSheet[];
  readonly active: HostSheet;
  readonly open: (sheet: HostSheet) => void;
  /** Hands the keyboard back to the cells. */
  readonly toGrid: () => void;
}

/** The id of the tab that stands for the open sheet. */
export const ACTIVE_TAB = 'active-tab';

export function SheetTabs({ sheets, active, open, toGrid }: SheetTabsProps): ReactElement {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.getElementById(ACTIVE_TAB)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'F6' || event.key === 'Escape') {
      event.preventDefault();
      toGrid();
      return;
    }
    const to = target(event.key, sheets, active);
    if (to === undefined) return;
    event.preventDefault();
    open(to);
    // The tab takes the keyboard once it is drawn as the active one.
    requestAnimationFrame(() => document.getElementById(ACTIVE_TAB)?.focus());
  };
  return (
    <div className="tabs" role="tablist" aria-label="Sheets" ref={list} onKeyDown={onKeyDown}>
      {sheets.map((sheet) => {
        const isActive = sheet === active;
        return (
          <button
            key={sheet.id}
            type="button"
            role="tab"
            id={isActive ? ACTIVE_TAB : undefined}
            aria-selected={isActive}
            tabIndex={isActive ? 0 : -1}
            className="tab"
            style={
              sheet.tabColor === '' ? undefined : { boxShadow: `inset 0 -3px ${sheet.tabColor}` }
            }
            onClick={() => {
              open(sheet);
            }}
          >
            {sheet.name}
          </button>
        );
      })}
    </div>
  );
}

function target(
  key: string,
  sheets: readonly HostSheet[],
  active: HostSheet,
): HostSheet | undefined {
  const at = sheets.indexOf(active);
  switch (key) {
    case 'ArrowRight':
      return sheets[(at + 1) % sheets.length];
    case 'ArrowLeft':
      return sheets.at(at - 1);
    case 'Home':
      return sheets[0];
    case 'End':
      return sheets.at(-1);
    default:
      return undefined;
  }
}
