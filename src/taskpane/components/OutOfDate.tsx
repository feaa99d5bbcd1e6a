/** Says that the ledger was edited after it was read. */
import type { ReactElement } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Notice } from './Notice';

const useStyles = makeStyles({
  place: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}` },
  text: { margin: `0 0 ${tokens.spacingVerticalS}` },
});

export function OutOfDate(props: {
  readonly hasReports: boolean;
  readonly isBusy: boolean;
  readonly look: () => void;
}): ReactElement {
  const styles = useStyles();
  const what = props.hasReports ? 'The report sheets and this pane show' : 'This pane shows';
  return (
    <div className={styles.place}>
      <Notice intent="warning" title="Out of date">
        <p className={styles.text}>
          The ledger was changed after it was read. {what} how it was before.
        </p>
        <Button size="small" disabledFocusable={props.isBusy} onClick={props.look}>
          Look again
        </Button>
      </Notice>
    </div>
  );
}
