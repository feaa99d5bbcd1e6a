/** The ledger tables of the workbook; each leads to its place. */
import type { ReactElement } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Regular, Warning16Regular } from '@fluentui/react-icons';
import type { FoundTable } from '../../app/pane';
import type { PaneActions } from '../usePane';
import { PlaceButton } from './PlaceButton';
import { Section } from './Section';
import { useFocusOnReturn } from './useFocusOnReturn';
import { usePlainList } from './usePlainList';

const useStyles = makeStyles({
  kind: { fontWeight: tokens.fontWeightSemibold },
  detail: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  warning: {
    display: 'block',
    color: tokens.colorStatusWarningForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusWarningForeground1 },
});

export function TableList(props: {
  readonly tables: readonly FoundTable[];
  readonly goneTarget: string;
  readonly open: PaneActions['open'];
  /** Shows how tables are read. */
  readonly map: () => void;
  readonly isBusy: boolean;
  /** One comes back from there. */
  readonly wasAway: boolean;
}): ReactElement {
  const styles = useStyles();
  const button = useFocusOnReturn(props.wasAway);
  const list = usePlainList();
  return (
    <Section title="In this workbook">
      <ul className={list}>
        {props.tables.map((table) => (
          <li key={`${table.sheet}:${table.cell}:${table.kind}`}>
            <PlaceButton
              place={table}
              goneTarget={props.goneTarget}
              open={props.open}
              icon={
                table.isComplete ? (
                  <CheckmarkCircle16Regular className={styles.good} />
                ) : (
                  <Warning16Regular className={styles.bad} />
                )
              }
            >
              <span className={styles.kind}>{table.kind}</span> {placeWords(table)}
              <span className={styles.detail}>{table.rows}</span>
              {table.dates !== '' && <span className={styles.detail}>{table.dates}</span>}
              {!table.isComplete && (
                <span className={styles.warning}>Not complete: see Problems</span>
              )}
            </PlaceButton>
          </li>
        ))}
      </ul>
      <div ref={button}>
        <Button size="small" disabledFocusable={props.isBusy} onClick={props.map}>
          How tables are read
        </Button>
      </div>
    </Section>
  );
}

function placeWords({ sheet, table, cell }: FoundTable): string {
  return table === '' ? `on ‘${sheet}’, from ${cell}` : `on ‘${sheet}’, table ${table}`;
}
