/** The line below the sheet tabs: the state of the cells, and what is known of the selected ones. */
import type { ReactElement } from 'react';
import type { Area, HostSheet, HostWorkbook } from '../../host/index';
import { summaryOf } from './summary';

interface StatusBarProps {
  readonly workbook: HostWorkbook;
  readonly sheet: HostSheet;
  readonly area: Area;
  readonly isEditing: boolean;
}

export function StatusBar({ workbook, sheet, area, isEditing }: StatusBarProps): ReactElement {
  return (
    <div className="status" role="group" aria-label="Status bar">
      <span>{isEditing ? 'Edit' : 'Ready'}</span>
      <span className="figures">
        {summaryOf(workbook, sheet, area).map(({ label, text }) => (
          <span key={label}>
            {label}: <b>{text}</b>
          </span>
        ))}
      </span>
    </div>
  );
}
