/** The sheets that were written and the tie-outs of the run. */
import { Fragment, type ReactElement } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { DocumentTable16Regular } from '@fluentui/react-icons';
import type { RefreshOutcome, ReportChoice, WrittenSheet } from '../../app/pane';
import type { PaneActions } from '../usePane';
import { PlaceButton } from './PlaceButton';
import { TieOutList } from './TieOutList';
import { usePlainList } from './usePlainList';

const useStyles = makeStyles({
  heading: {
    margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXXS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  note: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export function DoneDetails(props: {
  readonly outcome: Extract<RefreshOutcome, { readonly kind: 'done' }>;
  /** They have the titles of the reports. */
  readonly reports: readonly ReportChoice[];
  readonly goneTarget: string;
  readonly open: PaneActions['open'];
}): ReactElement {
  const styles = useStyles();
  const list = usePlainList();
  const { sheets, tieOuts } = props.outcome;
  return (
    <>
      {[...byReport(sheets)].map(([report, ofIt]) => (
        <Fragment key={report}>
          <h3 className={styles.heading}>
            {props.reports.find(({ name }) => name === report)?.title ?? report}
          </h3>
          <ul className={list}>
            {ofIt.map((written) => (
              <li key={written.writtenAs}>
                <PlaceButton
                  place={{ sheet: written.writtenAs, cell: '' }}
                  goneTarget={props.goneTarget}
                  open={props.open}
                  icon={<DocumentTable16Regular />}
                >
                  {written.writtenAs}
                  {written.writtenAs !== written.sheet && (
                    <span className={styles.note}>
                      Not ‘{written.sheet}’: the sheet of that name was left as it is
                    </span>
                  )}
                </PlaceButton>
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
      {tieOuts.length > 0 && <TieOutList tieOuts={tieOuts} />}
    </>
  );
}

function byReport(sheets: readonly WrittenSheet[]): Map<string, WrittenSheet[]> {
  const groups = new Map<string, WrittenSheet[]>();
  for (const sheet of sheets) {
    const group = groups.get(sheet.report);
    if (group === undefined) groups.set(sheet.report, [sheet]);
    else group.push(sheet);
  }
  return groups;
}
